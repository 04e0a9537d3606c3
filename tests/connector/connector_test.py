"""The sample connector, killed again and again on either side: nothing is lost, nothing twice."""

import glob
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
PROGRAM = os.environ.get("GRIDCASE_CLI", "gridcase")
CONNECTOR = os.path.join(ROOT, "examples", "connector", "connect.py")
KILLS = int(os.environ.get("GRIDCASE_KILL_ROUNDS", "50"))


def county(other):
    """A small county, connected with another."""
    return {
        "name": "connected",
        "platforms": [{
            "system": other, "unit": other,
            "receives": ["transfer_out", "comment", "accept", "close"],
            "category_codes": [{"theirs": f"for-{other}", "ours": "04"},
                               {"theirs": "for-a" if other == "b" else "for-b", "ours": "04"}],
            "steps": [{"theirs": "comment", "action": "comment"},
                      {"theirs": "accept", "action": "sign"},
                      {"theirs": "close", "action": "feedback"}]}],
        "organization": {
            "code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
            "chinese_area_codes": False,
            "units": [{"code": "center", "name": "centre", "kind": "command_center"},
                      {"code": "water", "name": "water", "kind": "department",
                       "parent": "center"},
                      {"code": other, "name": other, "kind": "platform", "tier": "county",
                       "parent": "center"}],
            "categories": [{"code": "04", "name": "sewage"}],
            "duties": [{"category": "04", "tier": "county", "lead": "water"}]}}


class Side:
    def __init__(self, folder, own, other):
        self.own, self.other = own, other
        self.store = os.path.join(folder, own + ".gridcase")
        document = os.path.join(folder, own + ".json")
        with open(document, "w", encoding="utf-8") as file:
            json.dump(county(other), file)
        self.outgoing = os.path.join(folder, own + other)
        self.incoming = os.path.join(folder, other + own)
        self.gridcase("init", self.store, "--policy", document)

    def gridcase(self, *arguments):
        for _ in range(300):
            done = subprocess.run([PROGRAM, *arguments, "--json"], capture_output=True,
                                  encoding="utf-8", check=False)
            if '"code":"busy"' not in done.stdout:
                break
            time.sleep(0.1)  # one that was killed keeps its lock until the disk lets it go
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def act(self, kind, case, **fields):
        action = {"kind": kind, **fields}
        if case:
            action["case_id"] = case
        return self.gridcase("act", self.store, "--action",
                             json.dumps(action), "--by", "center")[0]

    def give(self, title):
        case = self.gridcase("report", self.store, "--by", "center", "--title", title,
                             "--category", "04", "--tier", "county")[0]["case_id"]
        self.act("file", case)
        self.act("transfer_out", case, unit=self.other)
        return case

    def connect(self, *more):
        return subprocess.Popen(
            [sys.executable, CONNECTOR, "--store", self.store, "--system", self.other, "--outgoing",
             self.outgoing, "--incoming", self.incoming, "--gridcase", PROGRAM, "--limit", "3",
             "--every", "0.01", *more], start_new_session=True, stderr=subprocess.DEVNULL)

    def cases(self):
        return self.gridcase("list", self.store, "--all")

    def events(self):
        return [event for event in self.gridcase("export", self.store) if event["case_id"]]


def kill(process):
    """With the gridcase it may have started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


class Connector(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.a, self.b = Side(self.folder, "a", "b"), Side(self.folder, "b", "a")

    def until_quiet(self):
        for _ in range(20):
            before = self.state()
            for side in (self.a, self.b, self.a):  # what the last one sends is taken, too
                self.assertEqual(side.connect("--once").wait(), 0)
            if self.state() == before:
                return
        self.fail("they never stop")

    def state(self):
        return [len(side.events()) for side in (self.a, self.b)]

    def heard(self, side, unit):
        """What a unit said, by the title of the case."""
        titles = {case["id"]: case["title"] for case in side.cases()}
        return sorted((titles[event["case_id"]], event["detail"].get("note", ""))
                      for event in side.events()
                      if event["actor"]["unit"] == unit and event["action"] == "comment")

    def check(self, given):
        for side in (self.a, self.b):
            self.assertTrue(side.gridcase("verify", side.store)[0]["ok"])
            self.assertEqual(sorted(case["title"] for case in side.cases()), sorted(given))
            left = glob.glob(os.path.join(side.incoming, "*.json")) + glob.glob(
                os.path.join(side.incoming, "refused", "*"))
            self.assertEqual(left, [])
        self.assertEqual(self.heard(self.a, "center"), self.heard(self.b, "a"))
        self.assertEqual(self.heard(self.b, "center"), self.heard(self.a, "b"))

    def test_a_case_goes_there_and_its_steps_come_back(self):
        case = self.a.give("one")
        self.until_quiet()
        copy = self.b.cases()[0]["id"]
        self.b.act("accept", copy)
        self.b.act("comment", copy, note="on the way")
        self.a.act("comment", case, note="hurry")
        self.until_quiet()
        for kind in ("file", "handle", "feedback", "close"):
            self.b.act(kind, copy)
        self.until_quiet()
        self.check(["one"])
        steps = [event["action"] for event in self.a.events()]
        self.assertEqual([steps.count(kind) for kind in ("sign", "comment", "feedback")], [1, 2, 1])
        signing = next(event for event in self.a.events() if event["action"] == "sign")
        self.assertEqual(signing["detail"]["performer"], "center")

    def drop(self, name, content):
        os.makedirs(self.a.incoming, exist_ok=True)
        with open(os.path.join(self.a.incoming, name), "wb") as file:
            file.write(content if isinstance(content, bytes) else json.dumps(content).encode())

    def test_what_is_no_message_is_put_aside_and_keeps_no_other_from_coming(self):
        self.drop("01.json", b"{\"message_id\": ")
        self.drop("02.json", b"\xff\xfe")
        self.drop("03.json", {"external_id": "x"})  # no message_id
        self.drop("04.json", ["not", "a", "message"])
        self.drop("05.json", {"message_id": "1", "external_id": "B-1", "category": "for-b",
                              "action": {"title": "one"}})
        self.assertEqual(self.a.connect("--once").wait(), 0)
        self.assertEqual([case["title"] for case in self.a.cases()], ["one"])
        refused = sorted(os.listdir(os.path.join(self.a.incoming, "refused")))
        self.assertEqual(refused, [f"0{i}.json{end}" for i in range(1, 5) for end in ("", ".why")])

    def test_messages_that_came_too_early_wait_and_keep_no_other_from_coming(self):
        for number in range(7):  # more than are handed over at a time
            self.drop(f"0{number}.json", {"message_id": str(number), "external_id": "B-1",
                                          "step": "comment", "action": {"note": f"{number}"}})
        self.assertEqual(self.a.connect("--once").wait(), 0)
        self.assertEqual(len(glob.glob(os.path.join(self.a.incoming, "*.json"))), 7)
        self.drop("99.json", {"message_id": "99", "external_id": "B-1", "category": "for-b",
                              "action": {"title": "one"}})
        self.assertEqual(self.a.connect("--once").wait(), 0)
        self.assertEqual(glob.glob(os.path.join(self.a.incoming, "*.json")), [])
        self.assertEqual(self.heard(self.a, "b"), [("one", str(i)) for i in range(7)])

    def test_taken_out_of_the_register_its_messages_wait(self):
        self.drop("01.json", {"message_id": "1", "external_id": "C-1", "category": "for-b",
                              "action": {"title": "one"}})
        self.a.other = "unheard-of"
        self.assertEqual(self.a.connect("--once").wait(), 3)
        self.assertEqual(glob.glob(os.path.join(self.a.incoming, "*")),
                         [os.path.join(self.a.incoming, "01.json")])

    def test_killed_at_random_nothing_is_lost_and_nothing_happens_twice(self):
        chance = random.Random(20180316)
        given = []
        began = time.monotonic()
        self.a.connect("--once").wait()
        once = max(time.monotonic() - began, 0.05)
        for number in range(KILLS):
            side = chance.choice((self.a, self.b))
            if number % 4 == 0:
                given.append(f"case {number}")
                side.give(given[-1])
            elif side.cases():
                side.act("comment", chance.choice(side.cases())["id"], note=f"note {number}")
            running = [one.connect() for one in (self.a, self.b)]
            time.sleep(once * chance.uniform(0.2, 1.5))
            for one in running:
                kill(one)
        self.until_quiet()
        self.check(given)
        self.assertGreater(len(self.heard(self.a, "b")) + len(self.heard(self.b, "a")), 0)


if __name__ == "__main__":
    if os.path.sep in PROGRAM and not os.path.exists(PROGRAM):
        print("no program at", PROGRAM)
        sys.exit(77)
    unittest.main()
