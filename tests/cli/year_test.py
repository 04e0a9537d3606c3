"""A centre's year: calls, cases and letters are counted apart, none lost, none twice.

Wangcheng 2017: 246,534 calls, 37,453 cases of theirs that went to the police, 7,097 others. Everyday
one in a hundred of each; GRIDCASE_YEAR_SHARE=1 takes all.
"""

import csv
import datetime
import json
import os
import random

import program

SHARE = int(os.environ.get("GRIDCASE_YEAR_SHARE", "100"))
CALLS, POLICE, OTHERS = (number // SHARE for number in (246534, 37453, 7097))
YEAR = datetime.datetime(2017, 1, 1)
AT = ["--at", "2018-01-02 09:00"]


def on_clock(second):
    return (YEAR + datetime.timedelta(seconds=second)).strftime("%Y-%m-%d %H:%M:%S")


class Year(program.Case):
    def setUp(self):
        super().setUp()
        with open(program.ORGANIZATION, encoding="utf-8") as file:
            organization = json.load(file)
        self.centre = next(unit["code"] for unit in organization["units"] if "parent" not in unit)
        category = organization["categories"][0]["code"]
        self.ok("init", self.store, "--organization", program.ORGANIZATION,
                "--at", "2018-01-01 00:00")
        by = {"value": self.centre}
        self.mapping = self.write("mapping.json", json.dumps({
            "system": "old", "times": ["YYYY-MM-DD hh:mm:ss"],
            "contacts": {"system": "old.call", "fields": {
                "id": "id", "happened": "at", "by": by, "title": "title", "number_dialled": "dialled",
                "channel": {"value": "hotline"}, "requester": "name",
                "requester_telephone": "telephone"}},
            "cases": {"fields": {
                "id": "id", "contact": "call", "happened": "at", "by": by, "title": "title",
                "category": {"value": category}, "channel": "channel",
                "tier": {"value": "county"}}}}))

    def table(self, name, head, rows):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(head)
            writer.writerows(rows)
        return path

    def tables(self):
        """Calls at random times; some of them become cases, and grids report others."""
        dice = random.Random(2017)
        seconds = 364 * 86400
        calls = sorted(dice.randrange(seconds) for _ in range(CALLS))
        self.dialled = [dice.choice(["110", "12345", "96345"]) for _ in calls]
        yield "contacts", self.table(
            "calls.csv", ["id", "at", "title", "name", "telephone", "dialled"],
            ([f"L{i}", on_clock(at), f"来电反映{i % 977}号路段问题", "市民", f"138{i % 10000:08d}",
              self.dialled[i]] for i, at in enumerate(calls)))
        cases = [(calls[i] + 300, f"L{i}", "police")
                 for i in sorted(dice.sample(range(CALLS), POLICE))]
        cases += [(dice.randrange(seconds), "", "patrol") for _ in range(OTHERS)]
        cases.sort()
        yield "cases", self.table(
            "cases.csv", ["id", "call", "at", "title", "channel"],
            ([f"C{i}", call, on_clock(at), "井盖松动", channel]
             for i, (at, call, channel) in enumerate(cases)))

    def take(self, table, path):
        report = self.ok("import", self.store, path, "--table", table, "--mapping", self.mapping,
                         "--by", self.centre, *AT, "--json").lines()[-1]
        return report["done"], report["already"], report["refused"]

    def test_calls_and_cases_have_totals_of_their_own(self):
        expected = {"contacts": CALLS, "cases": POLICE + OTHERS}
        tables = dict(self.tables())
        for table, path in tables.items():
            self.assertEqual(self.take(table, path), (expected[table], 0, 0))
        for table, path in tables.items():  # again, and nothing is counted twice
            self.assertEqual(self.take(table, path), (0, expected[table], 0))

        lines = self.ok("intake", self.store, "--by", self.centre, "--from", "2017-01-01 00:00",
                        "--until", "2018-01-01 00:00", "--json").json()
        self.assertEqual(self.count(lines, nature="contact"), CALLS)
        self.assertEqual(sum(line["became"] for line in lines if line["nature"] == "contact"),
                         POLICE)
        for number in ("110", "12345", "96345"):
            self.assertEqual(self.count(lines, nature="contact", number_dialled=number),
                             self.dialled.count(number))
        self.assertEqual(self.count(lines, nature="ordinary", type="police"), POLICE)
        self.assertEqual(self.count(lines, nature="ordinary", type="patrol"), OTHERS)
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def count(self, lines, **fields):
        return sum(line["count"] for line in lines
                   if all(line.get(key) == value for key, value in fields.items()))


if __name__ == "__main__":
    program.main()
