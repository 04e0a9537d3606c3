#!/usr/bin/env python3
"""Figures of real requests, reckoned once more from the table itself: every month, in total, by
channel and by unit. Nothing of the library is used but its answers.

GRIDCASE_MEASURE_ROWS sets how many requests of Boston take part.
"""

import collections
import datetime
import decimal
import json
import os
import subprocess
import sys
import tempfile
import unittest
import zoneinfo

import recount
import running

ROWS = int(os.environ.get("GRIDCASE_MEASURE_ROWS", "2000"))
END = "2099-01-01 00:00"  # all that the table knows has happened; one limit is of 2059
CENTRE = "025025"
HUNDREDTH = decimal.Decimal("0.01")


def half_up(numerator, denominator, factor=1):
    if denominator == 0:
        return None
    exact = decimal.Decimal(numerator) * factor / decimal.Decimal(denominator)
    return exact.quantize(HUNDREDTH, rounding=decimal.ROUND_HALF_UP)


class Row:
    """A request as the mapping reads it."""

    def __init__(self, mapping, cells, refused_limits, line, zone):
        def time(key):
            text = (cells.get(mapping[key]) or "").strip()
            return datetime.datetime.strptime(text, mapping["times"][0]) if text else None

        def instant(local):
            return local and local.replace(tzinfo=zone).astimezone(datetime.timezone.utc)

        opened, due, closed = time("opened"), time("due"), time("closed")
        status = (cells.get(mapping["status"]["column"]) or "").strip()
        self.id = (cells.get(mapping["id"]) or "").strip()
        self.line = line
        self.opened = opened
        self.closed = closed if closed and closed >= opened and \
            status in mapping["status"]["closed"] else None
        self.limit = max(due, opened) if due and line not in refused_limits else None
        self.hours = None
        if self.closed:
            seconds = (instant(self.closed) - instant(opened)).total_seconds()
            self.hours = decimal.Decimal(int(seconds)) / 3600
        entry = mapping["channel"]["entry"].get((cells.get(mapping["channel"]["column"]) or "")
                                                .strip(), mapping["channel"]["otherwise"])
        self.channel = entry["channel"]
        department = (cells.get(mapping["department"]["column"]) or "").strip()
        self.department = mapping["department_names"].get(department, department)


def month_of(time):
    return time.strftime("%Y-%m")


def figures_of(rows, key_of):
    """{(measure, month, key): (numerator, denominator, value)} for what the table can tell."""
    count = collections.Counter()
    times = collections.defaultdict(list)
    for row in rows:
        key = key_of(row)
        opened = month_of(row.opened)
        count["reports", opened, key] += 1
        count["filings", opened, key] += 1
        if row.closed:
            closed = month_of(row.closed)
            count["closings", closed, key] += 1
            times[closed, key].append(row.hours)
        if row.limit:
            limit = month_of(row.limit)
            count["limits", limit, key] += 1
            count["done", limit, key] += bool(row.closed)
            count["in time", limit, key] += bool(row.closed and row.closed <= row.limit)
    found = {}
    for (what, month, key), number in count.items():
        if what in ("reports", "filings", "closings"):
            found[what, month, key] = half_up(number, 1)
        if what == "limits":
            for measure, part in (("closing_rate", "done"), ("closing_in_time_rate", "in time")):
                found[measure, month, key] = half_up(count[part, month, key], number, 100)
    for (month, key), hours in times.items():
        hours.sort()
        middle = len(hours) // 2
        median = hours[middle] if len(hours) % 2 else (hours[middle - 1] + hours[middle]) / 2
        found["closing_time_mean", month, key] = half_up(sum(hours), len(hours))
        found["closing_time_median", month, key] = half_up(median, 1)
        found["closing_time_p90", month, key] = half_up(hours[(9 * len(hours) + 9) // 10 - 1], 1)
    return found


MEASURES = ("reports", "filings", "closings", "closing_rate", "closing_in_time_rate",
            "closing_time_mean", "closing_time_median", "closing_time_p90")


class Measures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        running.need_program()
        if not os.path.exists(running.BOSTON):
            raise unittest.SkipTest("no requests of Boston in GRIDCASE_DATA")
        cls.folder = tempfile.TemporaryDirectory()
        cls.store = os.path.join(cls.folder.name, "boston.gridcase")
        table = running.boston_table(cls.folder.name, ROWS)
        cls.totals = running.replay(table, running.BOSTON_MAPPING, *running.BOSTON_OPTIONS,
                                    "--store", cls.store)
        with open(running.BOSTON_MAPPING, encoding="utf-8") as file:
            mapping = json.load(file)
        refused = {item["line"] for item in cls.totals["list"] if item["reason"] == "due_refused"}
        zone = zoneinfo.ZoneInfo(mapping["zone"])
        rows = [Row(mapping, cells, refused, line, zone)
                for line, cells in enumerate(recount.records(table, ","), 2)]
        seen = set()
        cls.rows = []
        for row in sorted(rows, key=lambda row: (row.opened, row.line)):
            if row.id not in seen:
                cls.rows.append(row)
            seen.add(row.id)
        cls.unkept = cls.measured("2011-07", MEASURES, "--by-what", "channel")
        cls.follow()

    @classmethod
    def follow(cls):
        """Until what is kept is as far as the record."""
        while True:
            done = subprocess.run([running.GRIDCASE, "tick", cls.store, "--at", END, "--json"],
                                  check=True, stdout=subprocess.PIPE)
            told = json.loads(done.stdout)
            if told["behind"] == 0:
                return
            assert told["followed"] > 0, told

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def months(self):
        times = [time for row in self.rows for time in (row.opened, row.closed, row.limit) if time]
        return sorted({month_of(time) for time in times})

    @classmethod
    def measured(cls, month, measures, *options):
        words = [word for measure in measures for word in ("--measure", measure)]
        done = subprocess.run([running.GRIDCASE, "measure", cls.store, "--period", month, "--at",
                               END, *words, *options, "--json"], check=True,
                              stdout=subprocess.PIPE)
        return {(one["measure"], month, one["key"] or ""):
                None if one["value"] is None else decimal.Decimal(one["value"])
                for one in json.loads(done.stdout, parse_float=str, parse_int=str)}

    def compare(self, key_of, by):
        ours = figures_of(self.rows, key_of)
        equal = 0
        for month in self.months():
            found = self.measured(month, MEASURES, "--by-what", by)
            for place, value in found.items():
                if place in ours:
                    self.assertEqual(value, ours[place], place)
                    equal += 1
                else:
                    self.assertIn(value, (None, 0), place)
            for place in ours:
                self.assertTrue(place[1] != month or place in found, place)
        return equal

    def test_the_county_month_by_month(self):
        self.assertGreater(self.compare(lambda row: "", "total"), 20)

    def test_each_channel(self):
        self.assertGreater(self.compare(lambda row: row.channel, "channel"), 60)

    def test_the_orders_of_each_department(self):
        codes = {line["name"]: line["key"] for line in self.totals["by_department"] if line["key"]}
        given = collections.Counter((month_of(row.opened), codes[row.department])
                                    for row in self.rows if row.department in codes)
        for month in self.months():
            found = self.measured(month, ["orders"], "--by-what", "unit")
            self.assertEqual({key: value for (_, _, key), value in found.items()
                              if value and key != CENTRE},
                             {key: half_up(number, 1) for (of, key), number in given.items()
                              if of == month and key != CENTRE})

    def test_what_is_kept_gives_what_was_reckoned_without(self):
        self.assertGreater(len(self.unkept), 20)
        self.assertEqual(self.measured("2011-07", MEASURES, "--by-what", "channel"), self.unkept)
        subprocess.run([running.GRIDCASE, "verify", self.store], check=True,
                       stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        running.need_program()
    unittest.main()
