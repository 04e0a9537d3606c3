"""The history once more: every play to the last byte, and one of them under other rules."""

import glob
import json
import os
import unittest

import program

ROOT = os.path.join(program.HERE, "..", "..")
SCRIPTS = sorted(glob.glob(os.path.join(ROOT, "examples", "scripts", "*.jsonl")) +
                 glob.glob(os.path.join(ROOT, "tests", "data", "plays", "*.jsonl")))
WANGCHENG = os.path.join(ROOT, "examples", "wangcheng")


class WhatIf(program.Case):
    def play(self, script):
        self.ok("play", script, "--store", self.store)

    def other(self):
        return os.path.join(self.folder, "other.gridcase")

    def test_every_play_comes_about_again(self):
        self.assertGreater(len(SCRIPTS), 25)
        for number, script in enumerate(SCRIPTS):
            with self.subTest(os.path.basename(script)):
                store, other = (os.path.join(self.folder, "%d.%s" % (number, name))
                                for name in ("store", "other"))
                self.ok("play", script, "--store", store)
                found = self.ok("what-if", store, "--out", other, "--json").json()
                self.assertTrue(found["identical"], found)
                logs = [self.ok("export", path).lines() for path in (store, other)]
                for log in logs:
                    for event in log:
                        del event["commit"]  # how many were submitted together is not replayed
                self.assertEqual(*logs)

    def test_other_limits(self):
        self.play(os.path.join(ROOT, "examples", "scripts", "at-13-one-key.jsonl"))
        with open(os.path.join(WANGCHENG, "time.json"), encoding="utf-8") as file:
            time = json.load(file)
        for limit in time["limits"]:
            if limit["milestone"] == "close":
                limit["within"] = {"value": 1, "unit": "working_hour"}
        asked = ["what-if", self.store, "--policy", os.path.join(WANGCHENG, "organization.json"),
                 "--time", self.write("time.json", json.dumps(time)), "--period", "2018-03",
                 "--at", "2018-07-01 00:00"]
        found = self.ok(*asked, "--out", self.other(), "--measure", "closings",
                        "--measure", "closing_in_time_rate", "--json").json()
        self.assertEqual(found["figures"],
                         [{"measure": "closings", "recorded": 10.00, "tried": 10.00},
                          {"measure": "closing_in_time_rate", "recorded": 100.00, "tried": 40.00}])
        self.assertFalse(found["identical"])
        self.ok("verify", self.other())
        shown = self.ok(*asked, "--out", os.path.join(self.folder, "third"), "--lang", "zh").out
        self.assertIn("按期结案率", shown)

    def test_what_is_wrong_is_named(self):
        self.init()
        self.assertIn("--out", self.fails(2, "what-if", self.store).err)
        self.assertIn("exists already", self.fails(2, "what-if", self.store, "--out", self.store).err)
        self.assertIn("command centre", self.fails(
            2, "what-if", self.store, "--out", self.other(), "--by", "room").err)
        self.assertIn("the same to the last byte",
                      self.ok("what-if", self.store, "--out", self.other()).out)


if __name__ == "__main__":
    program.main()
