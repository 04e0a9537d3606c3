#!/usr/bin/env python3
"""The calls of the C interface: every one is described with an example that holds, and every member
function of the engine can be reached.

GRIDCASE_LINES is the program of lines.c.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = os.environ.get("GRIDCASE_LINES", "lines")
CREATED = 1521158400000000  # 2018-03-16T08:00:00+08:00

# Those take functions of the host, and have functions of their own in gridcase.h.
TYPED = {"create": "gridcase_create", "open": "gridcase_open", "use_metric": "gridcase_use_metric",
         "attach": "gridcase_attach",
         "create_in": "gridcase_create_in", "host_committed": "gridcase_host_committed",
         "host_rolled_back": "gridcase_host_rolled_back", "subscribe": "gridcase_subscribe",
         "deliver": "gridcase_deliver",
         "directory": "gridcase_call"}  # its questions are calls: unit, locate, route …


def run(requests):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [PROGRAM, os.path.join(folder, "county.gridcase"), str(HERE / "county.json"),
             str(CREATED)],
            input="\n".join(requests).encode(), capture_output=True, cwd=folder, timeout=120)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode())
    lines = done.stdout.decode().splitlines()
    answers = [{"error": json.loads(line[1:])} if line.startswith("!") else json.loads(line)
               for line in lines]
    assert len(answers) == len(requests), f"{len(answers)} answers to {len(requests)} requests"
    return answers


def examples():
    """(request, pattern) in the order of the page."""
    text = (ROOT / "src/c_api/README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```json\n(\{\"call\".*)\n(.*)\n```$", text, re.M)
    return [(json.loads(request), json.loads(answer)) for request, answer in blocks]


def differences(pattern, answer, path="answer"):
    """Where the answer is not as the pattern says; "…" is whatever is there."""
    if pattern == "…":
        return [] if answer not in (None, "", []) else [f"{path} is empty"]
    if isinstance(pattern, dict) and isinstance(answer, dict):
        found = []
        for key, value in pattern.items():
            if key not in answer:
                found.append(f"{path}.{key} is missing")
            else:
                found += differences(value, answer[key], f"{path}.{key}")
        return found
    if isinstance(pattern, list) and isinstance(answer, list):
        if len(answer) < len(pattern) or (not pattern and answer):
            return [f"{path} has {len(answer)} elements: {answer}"]
        return [line for i, one in enumerate(pattern)
                for line in differences(one, answer[i], f"{path}[{i}]")]
    return [] if pattern == answer else [f"{path} is {answer!r} and not {pattern!r}"]


def engine_members():
    text = (ROOT / "include/gridcase/engine.hpp").read_text(encoding="utf-8")
    body = text[text.index("class GRIDCASE_API Engine {"):]
    body = body[:body.index("private:")]
    body = re.sub(r"//[^\n]*", "", body)
    body = re.sub(r"struct \w+ \{.*?\};", "", body, flags=re.S)
    names = set(re.findall(r"[\w>&*\]] (\w+)\(", body))
    return names - {"Engine", "operator"}


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.calls = {one["call"]: one for one in run(['+{"call": "calls"}'])[0]}

    def test_members_of_the_engine_are_found_in_its_header(self):
        members = engine_members()
        self.assertGreater(len(members), 50)
        for known in ("submit", "find", "tick", "reveal", "read_log", "use_metric", "freeze"):
            self.assertIn(known, members)

    def test_every_member_function_of_the_engine_has_a_call(self):
        missing = engine_members() - set(self.calls) - set(TYPED)
        self.assertEqual(set(), missing, "add a call, and an example to src/c_api/README.md")
        header = (ROOT / "include/gridcase/gridcase.h").read_text(encoding="utf-8")
        for function in TYPED.values():
            self.assertIn(f" {function}(", header)

    def test_every_call_has_an_example(self):
        shown = {request["call"] for request, _ in examples()}
        self.assertEqual(set(), set(self.calls) - shown)
        self.assertEqual(set(), shown - set(self.calls))

    def test_every_example_gives_the_answer_that_is_shown(self):
        pairs = examples()
        requests = [("" if self.calls[request["call"]]["needs_engine"] else "+") +
                    json.dumps(request, ensure_ascii=False) for request, _ in pairs]
        for (request, pattern), answer in zip(pairs, run(requests)):
            with self.subTest(call=request["call"], request=json.dumps(request)):
                failed = isinstance(answer, dict) and "error" in answer
                if failed and "error" not in (pattern or {}):
                    self.fail(answer["error"]["message"])
                self.assertEqual([], differences(pattern, answer))

    def test_calls_that_need_an_engine_say_so_without_one(self):
        pairs = [request for request, _ in examples() if self.calls[request["call"]]["needs_engine"]]
        for request, answer in zip(pairs, run(["+" + json.dumps(one) for one in pairs])):
            with self.subTest(call=request["call"]):
                if "policy" in request:  # a document with faults of form
                    continue
                self.assertEqual(("invalid_argument", "engine"),
                                 (answer["error"]["code"], answer["error"]["field"]))

    def test_unknown_keys_are_refused_by_every_call(self):
        requests = []
        for request, _ in examples():
            requests.append("+" + json.dumps({**request, "no_such_key": 1}))
        for text, answer in zip(requests, run(requests)):
            with self.subTest(request=text):
                paths = [fault["path"] for fault in answer["error"]["faults"]]
                self.assertIn("no_such_key", paths)

    def test_required_parameters_are_named_all_at_once(self):
        answer, = run(['{"call": "get"}'])
        self.assertEqual("invalid_document", answer["error"]["code"])
        self.assertEqual({"case_id", "actor"},
                         {fault["path"] for fault in answer["error"]["faults"]})


if __name__ == "__main__":
    unittest.main()
