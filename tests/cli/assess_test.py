"""Scores out of the record, frozen periods, marks and stars."""

import json
import os
import unittest

import program
from program import ORGANIZATION

TIME = os.path.join(program.HERE, "time.json")
SCORING = os.path.join(program.HERE, "..", "..", "examples", "scoring")

RULES = {
    "code": "rooms", "english": "Command rooms", "chinese": "指挥室考核", "valid_from": "2020-01-01",
    "who": {"kinds": ["command_room"]},
    "grades": [{"grade": "A", "at_least": 90}, {"grade": "B", "at_least": 0}],
    "sheet": {"code": "total", "english": "Total", "chinese": "总分", "points": 100, "parts": [
        {"code": "time", "english": "In time", "chinese": "按期", "points": 80,
         "scale": {"kind": "linear", "measure": "closing_in_time_rate"}},
        {"code": "work", "english": "Work", "chinese": "队伍", "points": 20, "not_applicable": "full",
         "manual": {"assessors": ["inspectors"]}}]}}


class Assessments(program.Case):
    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization", ORGANIZATION, "--time", TIME,
                "--scoring", self.write("rules.json", json.dumps(RULES)),
                "--scoring", os.path.join(SCORING, "wangcheng.json"),
                "--stars", os.path.join(SCORING, "yueqing.json"), "--at", "2020-06-29 08:00")
        self.id = self.report()["case_id"]
        for kind, at in (("file", "10:10"), ("handle", "10:20"), ("feedback", "11:20"),
                         ("close", "11:30")):
            self.ok("act", self.store, kind, "--case", self.id, "--by", "room/lin",
                    "--at", "2020-06-29 " + at)

    def assess(self, *more, at="2020-08-03 09:00", period="2020-07"):
        return self.ok("assess", self.store, "rooms", "--period", period, "--at", at, *more)

    def scores(self, *more, **how):
        found = self.assess("--json", *more, **how).json()
        return {one["subject"]: one["total"] for one in found["assessment"]["scores"]["scores"]}

    def test_one_key(self):
        table = self.assess().out
        self.assertIn("Command rooms, 2020-07", table)
        self.assertRegex(table, r"1 +\S+.*\(room\) +100\.00 +A")
        self.assertIn("指挥室考核", self.assess("--lang", "zh").out)
        self.assertEqual(self.scores(), {"room": "100.00"})
        explained = self.assess("--explain", "room").out
        self.assertIn("Closed in time 100.00% (1 of 1)", explained)
        self.assertIn("按期结案率", self.assess("--explain", "room", "--lang", "zh").out)
        facts = self.assess("--facts", "closing_in_time_rate", "--of", "room").out
        self.assertIn(str(self.id), facts)

    def test_marks_and_a_frozen_period(self):
        marks = self.write("marks.json", json.dumps({"marks": [
            {"subject": "room", "node": "work", "marks": 5, "by": "inspectors", "reason": "visit"}]}))
        self.assess("--give-marks", marks)
        self.assertEqual(self.scores(), {"room": "85.00"})
        frozen = self.assess("--freeze").out
        self.assertRegex(frozen, "frozen 2020-08-03.*SHA-256 [0-9a-f]{64}")
        self.assertIn("2020-07", self.ok("assess", self.store, "rooms").out)
        found = self.ok("assess", self.store, "rooms", "--json").json()
        self.assertEqual([one["period"] for one in found], ["2020-07"])
        refused = self.fails(2, "assess", self.store, "rooms", "--period", "2020-07",
                             "--give-marks", marks, "--at", "2020-08-04 09:00")
        self.assertIn("is frozen", refused.err)
        self.ok("verify", self.store)

    def test_a_period_that_runs_is_not_frozen(self):
        refused = self.fails(2, "assess", self.store, "rooms", "--period", "2020-07", "--freeze",
                             "--at", "2020-07-30 09:00")
        self.assertIn("is not over", refused.err)
        self.assertIn("no period is frozen", self.ok("assess", self.store, "rooms").out)

    def test_what_is_wrong_is_named(self):
        self.assertIn("no such rules", self.fails(2, "assess", self.store, "nonsense").err)
        self.assertIn("has no rules nonsense", self.fails(
            2, "assess", self.store, "nonsense", "--period", "2020-07").err)
        self.assertIn("--of", self.fails(
            2, "assess", self.store, "rooms", "--period", "2020-07", "--facts", "closings").err)
        self.assertIn("measure --list", self.fails(
            2, "assess", self.store, "rooms", "--period", "2020-07", "--facts", "nonsense").err)
        self.assertIn("not scored", self.fails(
            2, "assess", self.store, "rooms", "--period", "2020-07", "--explain", "grid").err)
        self.assertIn("--period", self.fails(2, "assess", self.store, "rooms", "--freeze").err)

    def test_units_with_all_below_them(self):
        figures = self.ok("measure", self.store, "--period", "2020-06", "--by-what", "unit",
                          "--measure", "reports", "--below", "--json",
                          "--at", "2020-08-03 09:00").json()
        totals = {one["key"]: one["numerator"] for one in figures}
        self.assertEqual((totals["grid"], totals["room"]), (1, 1))
        none = self.ok("measure", self.store, "--period", "2020-06", "--measure", "reports",
                       "--channel", "hotline", "--json", "--at", "2020-08-03 09:00").json()
        self.assertEqual([one["numerator"] for one in none], [0])

    def test_stars(self):
        self.assertIn("nothing was entered", self.ok("stars", self.store, "yueqing-stars").out)
        marks = [{"aspect": aspect, "points": 18}
                 for aspect in ("signs", "staff", "rules", "quality", "own")]
        events = self.write("events.json", json.dumps({"events": [
            {"kind": "assessment", "unit": "room", "day": "2024-01-15", "cycle": 1, "marks": marks},
            {"kind": "veto", "unit": "room", "day": "2024-03-04", "veto": "outcry",
             "reason": "unread"}]}))
        stars = ["stars", self.store, "yueqing-stars"]
        self.ok(*stars, "--give", events, "--at", "2024-03-05 09:00")
        self.assertIn("★☆☆☆☆", self.ok(*stars, "--on", "2024-03-03").out)
        self.assertEqual(self.ok(*stars, "--on", "2024-03-04", "--json").json(),
                         [{"unit": "room", "stars": 0}])
        self.assertIn("1 star", self.ok(*stars, "--unit", "room").out)
        again = self.fails(2, *stars, "--give", events, "--at", "2024-03-06 09:00")
        self.assertIn("was assessed for this cycle already", again.err)


if __name__ == "__main__":
    program.main()
