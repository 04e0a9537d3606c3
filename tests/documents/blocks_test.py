#!/usr/bin/env python3
"""Every block of code in the documents is run, or read by what it is for; one that nobody runs fails.

blocks_test.py BUILD SNIPPETS CLI LINES: the build folder, the program of write_snippets.py, the command line,
the program of tests/c_host/lines.c.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD, SNIPPETS, CLI, LINES = (pathlib.Path(one).resolve() for one in sys.argv[1:5])

# Run by a test of their own, which must speak of this: page, kind, test, what it speaks of.
ELSEWHERE = [
    ("src/c_api/README.md", "json", "tests/c_host/calls_test.py", "src/c_api/README.md"),
    ("src/model/action.schema.md", "json", "tests/model/action_json_test.cpp", "action.schema.md"),
    ("src/model/organization.schema.md", "json", "tests/model/organization_json_test.cpp", "organization.schema.md"),
    ("src/model/platform.schema.md", "json", "tests/model/platform_json_test.cpp", "platform.schema.md"),
    ("src/model/policy.schema.md", "json", "tests/rules/validate_time_test.cpp", "policy.schema.md"),
    ("src/model/rating.schema.md", "json", "tests/model/rating_json_test.cpp", "rating.schema.md"),
    ("src/model/roads.schema.md", "json", "tests/model/roads_test.cpp", "roads.schema.md"),
    ("src/model/scoring.schema.md", "json", "tests/model/scoring_json_test.cpp", "scoring.schema.md"),
    ("src/model/track_rules.schema.md", "json", "tests/model/track_rules_json_test.cpp", "track_rules.schema.md"),
    ("examples/java_host/README.md", "sh", "tests/hosts/java_host_test.py", "Host.java"),
    ("examples/node_host/README.md", "sh", "tests/hosts/node_host_test.py", "host.mjs"),
    ("examples/web_board/README.md", "sh", "tests/hosts/web_board_test.py", "board.py"),
    ("examples/connector/README.md", "sh", "tests/connector/connector_test.py", "connect.py"),
    ("examples/boston/README.md", "sh", "tests/replay/replay_test.py", "boston"),
    ("examples/python_host/README.md", "sh", "tests/python/host_test.py", "answer.py"),
    ("bindings/python/README.md", "sh", "tests/run.sh", "pip"),
    ("bindings/python/README.md", "python", "tests/python/package_test.py", "README.md"),
    ("README.md", "python", "tests/python/package_test.py", "README.md"),
]
# Run here, below.
HERE = {("src/model/concepts.md", "mermaid"), ("README.md", "cpp"), ("README.md", "cmake"), ("src/c_api/README.md", "c"),
        ("src/store/README.md", "python"), ("src/store/README.md", "sh"), ("examples/cli/README.md", "json"),
        ("examples/c_host/README.md", "sh"), ("examples/minimal_host/README.md", "sh"),
        ("examples/readers/README.md", "sh"), ("examples/sqlite_host/README.md", "sh"),
        ("examples/jiangshan/README.md", "sh"), ("examples/legacy/README.md", "sh"),
        ("examples/report/README.md", "sh")}
COMMAND = re.compile(r"^(cmake|gridcase|build/|env/|python3|node|java|cd|gzip|connect\.py|PYTHONPATH|sqlite3) ?", re.M)


def blocks():
    """(page, kind, text) of each; kind "picture" for what is drawn or laid out."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True).stdout.split()
    pages = listed or [str(p.relative_to(ROOT)) for f in ("", "src", "examples", "bindings")
                       for p in (ROOT / f).glob("**/*.md" if f else "*.md")]
    for page in sorted(pages):
        text = (ROOT / page).read_text(encoding="utf-8")
        for kind, block in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S):
            yield page, kind or ("sh" if COMMAND.search(block) else "picture"), block
        for block in re.findall(r"^    \S.*\n(?:^    .*\S.*\n)*", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), re.M):
            if re.search(r"^    (\||[-*] |\d+\.)", block):
                continue
            block = re.sub(r"^    ", "", block, flags=re.M)
            if COMMAND.match(block) or "gridcase" in block:
                yield page, "sh", block


def of(page, kind):
    return [block for one, of_kind, block in blocks() if (one, of_kind) == (page, kind)]


class Scratch:
    """A folder that looks like the top of the source tree with its build in it."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        shutil.copytree(ROOT / "examples", self.path / "examples")
        (self.path / "build").symlink_to(BUILD)
        (self.path / "bin").mkdir()
        (self.path / "bin/gridcase").symlink_to(CLI)
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def run(self, block, where=".", **change):
        """The commands, but those that build, whose targets are looked at; what they print."""
        out = []
        for line in re.sub(r"\\\n\s*", "", block).splitlines():
            for command in line.split(" && "):
                if command.startswith("cmake "):
                    target = re.search(r"--target (\S+)", command)
                    assert target and target.group(1) in targets(), command
                    continue
                command = command.replace("/tmp/", f"{self.path}/")
                for old, new in change.items():
                    command = command.replace(old, new)
                done = subprocess.run(["sh", "-c", command], cwd=self.path / where, capture_output=True, text=True,
                                      timeout=120, env={**os.environ, "PATH": f"{self.path}/bin:{os.environ['PATH']}"})
                # An import says by 1 that it left rows for a second try.
                expected = (0, 1) if " import " in command else (0,)
                assert done.returncode in expected, (command, done.stdout, done.stderr)
                out.append(done.stdout)
        return out


def targets():
    text = subprocess.run(["cmake", "--build", str(BUILD), "--target", "help"], capture_output=True, text=True).stdout
    return set(re.findall(r"[\w.+-]+", text))


class Blocks(unittest.TestCase):
    def test_every_block_is_run_by_somebody(self):
        known = HERE | {(page, kind) for page, kind, _, _ in ELSEWHERE}
        found = {(page, kind) for page, kind, _ in blocks() if kind != "picture"}
        self.assertEqual(set(), found - known, "run it in a test, and say so here")
        self.assertGreater(len(found), 25)

    def test_what_is_run_elsewhere_is_spoken_of_there(self):
        found = {(page, kind) for page, kind, _ in blocks()}
        for page, kind, test, word in ELSEWHERE:
            with self.subTest(page=page, kind=kind):
                self.assertIn((page, kind), found)
                self.assertTrue(word in (ROOT / test).read_text(encoding="utf-8"), test)

    def test_stores_to_look_at_have_something_overdue(self):
        for page in ("examples/python_host/README.md", "examples/web_board/README.md"):
            lines = [line for block in of(page, "sh") for line in re.sub(r"\\\n\s*", "", block).splitlines()
                     if line.startswith("build/examples/gridcase ")]
            self.assertEqual(len(lines), 2, page)
            with Scratch() as scratch:
                scratch.run("\n".join(lines))
                late = scratch.run("gridcase --json list county.gridcase --by 330881 --overdue"
                                   " --at 2018-03-20T09:00:00+08:00")
            self.assertIn("Street lamp broken", late[0])

    def test_pictures_hold_no_commands(self):
        for page, kind, block in blocks():
            if kind == "picture":
                self.assertNotRegex(block, r"(?m)^(gridcase|cmake|python3|sh) ", page)

    def test_the_program_of_the_readme_and_the_headers_prints_what_is_said(self):
        said = re.search(r"it prints `([^`]+)`", (ROOT / "README.md").read_text(encoding="utf-8")).group(1)
        with Scratch() as scratch:
            done = subprocess.run([str(SNIPPETS)], cwd=scratch.path, capture_output=True, text=True, timeout=60)
        self.assertEqual((0, said, "committed"), (done.returncode, *done.stdout.splitlines()[:2]), done.stderr)

    def test_what_the_readme_says_for_cmake_is_what_consumers_of_the_tests_say(self):
        consumers = "\n".join(path.read_text(encoding="utf-8") for path in
                              (ROOT / "tests/consumers").glob("*/CMakeLists.txt"))
        for block in of("README.md", "cmake"):
            for line in block.splitlines():
                call, first = re.match(r"\s*(\w+)\((\w+)", line).groups()
                self.assertRegex(consumers, rf"{call}\(\s*\"?{first if call in ('find_package', 'FetchContent_Declare', 'FetchContent_MakeAvailable', 'include') else ''}",
                                 line)
        self.assertIn("gridcase::gridcase", consumers)

    def test_the_declaration_shown_for_c_stands_in_the_header(self):
        header = re.sub(r"\s+", " ", (ROOT / "include/gridcase/gridcase.h").read_text(encoding="utf-8"))
        for block in of("src/c_api/README.md", "c"):
            self.assertIn(re.sub(r"\s+", " ", block).strip(), header)

    def test_the_lines_of_scripts_are_json_with_keys_that_are_played(self):
        keys = set(re.findall(r'"(\w+)"', "".join(path.read_text(encoding="utf-8") for path in
                                                  [*(ROOT / "examples/cli").glob("*.cpp"),
                                                   *(ROOT / "src").rglob("*.cpp")])))
        for path in [*(ROOT / "examples/scripts").glob("*.jsonl"), *(ROOT / "tests/data/plays").rglob("*.jsonl")]:
            for line in path.read_text(encoding="utf-8").splitlines():
                if line.strip():
                    keys |= set(json.loads(line))
        for block in of("examples/cli/README.md", "json"):
            for line in block.splitlines():
                self.assertEqual(set(), set(json.loads(line)) - keys, line)

    def test_the_commands_of_hosts_do_what_they_say(self):
        for page in ("c_host", "minimal_host", "sqlite_host"):
            for block in of(f"examples/{page}/README.md", "sh"):
                with self.subTest(page=page), Scratch() as scratch:
                    self.assertTrue("".join(scratch.run(block)).strip())
        block, = of("examples/readers/README.md", "sh")
        with Scratch() as scratch:
            self.assertIn("the record is sound", "".join(scratch.run(block, **{" 3 1000": " 3 50"})))

    def test_the_commands_of_samples_do_what_they_say(self):
        with Scratch() as scratch:
            for block in of("examples/jiangshan/README.md", "sh"):
                scratch.run(block)
            for block in of("examples/legacy/README.md", "sh"):
                scratch.run(block, where="examples/legacy")
            for block in of("examples/report/README.md", "sh"):
                scratch.run(block, where="examples/legacy", STORE="old.gridcase")
            self.assertGreater((scratch.path / "examples/legacy/report.html").stat().st_size, 100_000)

    def test_the_lifecycle_is_drawn_as_the_library_draws_it(self):
        drawn, = of("src/model/concepts.md", "mermaid")
        with Scratch() as scratch:
            done = subprocess.run([str(LINES), str(scratch.path / "x.gridcase"), str(ROOT / "tests/c_host/county.json"),
                                   "1521158400000000"], input='+{"call": "draw_lifecycle", "format": "mermaid"}\n',
                                  capture_output=True, text=True, timeout=60)
        self.assertEqual(drawn.strip(), json.loads(done.stdout)["text"].strip())

    def test_the_table_of_errors_has_every_code(self):
        page = (ROOT / "src/model/concepts.md").read_text(encoding="utf-8")
        header = (ROOT / "include/gridcase/error.hpp").read_text(encoding="utf-8")
        codes = re.findall(r"^  (\w+) =\s*\d+,", header[header.index("enum class ErrorCode"):header.index("};")], re.M)
        self.assertGreater(len(codes), 8)
        self.assertEqual(codes, re.findall(r"^\| `(\w+)` \|", page, re.M))

    def test_a_store_is_read_backed_up_and_verified_as_its_page_says(self):
        verifier, = of("src/store/README.md", "python")
        query, = of("src/store/README.md", "sh")
        page = (ROOT / "src/store/README.md").read_text(encoding="utf-8")
        backup = re.search(r"`(sqlite3 -readonly <path> \"VACUUM INTO 'copy'\")`", page).group(1)
        with Scratch() as scratch:
            scratch.run(of("examples/jiangshan/README.md", "sh")[0])
            (scratch.path / "verify.py").write_text(verifier, encoding="utf-8")
            scratch.run(query + backup.replace("<path>", "jiangshan.gridcase") + "\n")
            for store in ("jiangshan.gridcase", "copy"):
                scratch.run(f"python3 verify.py {store}\ngridcase verify {store}\n")
            changed = subprocess.run(["sqlite3", "copy", "DROP TRIGGER history_keeps_content; UPDATE history SET "
                                      "unit = unit + 1 WHERE sequence = 1; INSERT INTO codes SELECT county, code + 1, "
                                      "'x' FROM codes ORDER BY code DESC LIMIT 1"],
                                     cwd=scratch.path, capture_output=True, text=True)
            self.assertEqual("", changed.stderr)
            done = subprocess.run(["python3", "verify.py", "copy"], cwd=scratch.path, capture_output=True)
            self.assertNotEqual(0, done.returncode)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
