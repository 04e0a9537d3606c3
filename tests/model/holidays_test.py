#!/usr/bin/env python3
"""The shipped holiday table against a second source, day by day.

The second source is calendar/cn_holidays_2018_2026.csv in the folder GRIDCASE_DATA; skipped where it
is absent. Every difference is listed here: a new one fails, and so does one that is gone.
"""

import csv
import datetime
import json
import os
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = pathlib.Path(os.environ.get("GRIDCASE_DATA", ROOT.parent / "shared" / "data"))
SECOND = DATA / "calendar" / "cn_holidays_2018_2026.csv"

# Weekends that only the shipped table lists.
ONLY_SHIPPED = {"2019-04-06", "2019-04-07", "2019-06-08", "2019-06-09", "2019-09-14", "2019-09-15"}
# A Monday that only the second source lists, as worked.
ONLY_SECOND = {"2020-02-03"}
SHORT_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
# Years in which two holidays fall together; the second source names both.
TOGETHER = {
    "2020": ("国庆节、中秋节", {"国庆节"}),
    "2023": ("中秋节、国庆节", {"中秋", "国庆节"}),
    "2025": ("国庆节、中秋节", {"国庆节", "中秋"}),
}
TOGETHER_DAYS = {
    f"2020-{day}"
    for day in "09-27 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08 10-10".split()
} | {
    f"2023-{day}"
    for day in "09-29 09-30 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08".split()
} | {
    f"2025-{day}"
    for day in "09-28 10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08 10-11".split()
}


def shipped_table():
    return json.loads((ROOT / "examples" / "holidays" / "cn.json").read_text(encoding="utf-8"))


def shipped_days():
    return {day["date"]: (day["working"], day["name"]) for day in shipped_table()["days"]}


def second_days():
    with SECOND.open(encoding="utf-8-sig", newline="") as file:
        return {row["date"]: (row["type"] == "workday", row["name"]) for row in csv.DictReader(file)}


def all_days():
    day = datetime.date(2018, 1, 1)
    while day.year < 2027:
        yield day
        day += datetime.timedelta(days=1)


def is_worked(days, day):
    listed = days.get(day.isoformat())
    return listed[0] if listed else day.weekday() < 5


class Shape(unittest.TestCase):
    def test_days_ascend_and_lie_before_the_horizon(self):
        table = shipped_table()
        dates = [day["date"] for day in table["days"]]
        self.assertEqual(dates, sorted(set(dates)))
        self.assertEqual(table["until"], "2027-01-01")
        self.assertLess(dates[-1], table["until"])
        self.assertEqual(sorted({date[:4] for date in dates}), [str(y) for y in range(2004, 2027)])

    def test_what_is_written_is_a_date(self):
        for day in shipped_table()["days"]:
            self.assertEqual(datetime.date.fromisoformat(day["date"]).isoformat(), day["date"])
            self.assertEqual(sorted(day), ["date", "name", "working"])


@unittest.skipUnless(SECOND.exists(), "no second holiday table in GRIDCASE_DATA")
class Compared(unittest.TestCase):
    def setUp(self):
        self.shipped, self.second = shipped_days(), second_days()

    def test_both_agree_on_every_day_whether_it_is_worked(self):
        different = [d for d in all_days() if is_worked(self.shipped, d) != is_worked(self.second, d)]
        self.assertEqual(different, [])

    def test_both_list_the_same_days_but_for_seven(self):
        shipped = {date for date in self.shipped if "2018" <= date < "2027"}
        self.assertEqual(shipped - set(self.second), ONLY_SHIPPED)
        self.assertEqual(set(self.second) - shipped, ONLY_SECOND)

    def test_names_differ_only_as_known(self):
        together = set()
        for date in set(self.shipped) & set(self.second):
            ours, theirs = self.shipped[date][1], self.second[date][1]
            if SHORT_NAMES.get(ours, ours) == theirs:
                continue
            both, names = TOGETHER.get(date[:4], ("", set()))
            self.assertEqual(theirs, both, date)
            self.assertIn(ours, names, date)
            together.add(date)
        self.assertEqual(together, TOGETHER_DAYS)


if __name__ == "__main__":
    unittest.main()
