"""The page of a large month stays small: all cases and all facts are in it, and only some step by step."""

import csv
import datetime
import json
import os
import random

import browser
import program
import report_document

CASES = 2500
COLUMNS = ["id", "opened", "closed", "state", "title", "kind", "office"]
MAPPING = {"title": "A large month", "system": "large", "zone": "Asia/Shanghai", "times": ["%Y-%m-%d %H:%M"],
           "county": {"code": "900001", "name": "Large"}, "id": "id", "opened": "opened", "closed": "closed",
           "status": {"column": "state", "closed": ["closed"]}, "texts": {"title": "title"},
           "category": {"column": "kind"}, "department": {"column": "office"}}


def rows():
    chance = random.Random(3)
    for number in range(CASES):
        opened = datetime.datetime(2019, 3, 1) + datetime.timedelta(minutes=number * 17)
        closed = opened + datetime.timedelta(minutes=chance.randrange(10, 9000))
        is_open = number % 10 == 0
        yield [f"L-{number}", f"{opened:%Y-%m-%d %H:%M}", "" if is_open else f"{closed:%Y-%m-%d %H:%M}",
               "open" if is_open else "closed", f"matter {number % 40}", f"kind {number % 9}", f"office {number % 7}"]


class Large(program.Case):
    def setUp(self):
        super().setUp()
        table = os.path.join(self.folder, "large.csv")
        with open(table, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *rows()])
        mapping = self.write("mapping.json", json.dumps(MAPPING))
        self.ok("replay", table, "--mapping", mapping, "--store", self.store)
        self.out = os.path.join(self.folder, "large.html")
        self.ok("report", self.store, "--period", "2019-03", "--at", "2019-04-20 00:00", "--out", self.out, "--lang", "en")

    def test_all_cases_and_facts_are_in_a_small_page(self):
        data = report_document.read(self.out)
        measured = {line["measure"]: line for line in self.ok(
            "measure", self.store, "--period", "2019-03", "--at", "2019-04-01 00:00", "--json").json()}
        self.assertEqual(len(data["cases"]), CASES)
        for facts in data["facts"]:
            measure = data["measures"][facts["measure"]]
            if measure["form"] in ("count", "rate"):
                self.assertEqual(len(facts["numerator"]), measured[measure["code"]]["numerator"], measure["code"])
            if measure["form"] == "rate":
                self.assertEqual(len(facts["denominator"]), measured[measure["code"]]["denominator"], measure["code"])
        whole = [case for case in data["cases"] if case["events"] is not None]
        self.assertTrue(0 < len(whole) < CASES)
        shortest = min(len(case["events"]) for case in whole)
        self.assertGreater(shortest, 2)
        # What each case costs beside those that are shown step by step: a page of 20,000 stays below 5 MB.
        with open(self.out, encoding="utf-8") as file:
            size = len(file.read().encode("utf-8"))
        self.assertLess(size - 700_000 - 1_200_000, CASES * 150)

    def test_a_case_without_its_steps_says_where_they_are(self):
        if not browser.program():
            self.skipTest("no Chromium")
        data = report_document.read(self.out)
        brief = next(i for i, case in enumerate(data["cases"]) if case["events"] is None)
        with browser.Browser() as chromium:
            page = chromium.open(self.out, 1280, 800)
            page.run(f"openCase({brief})")
            text = page.run("document.querySelector('#panel .case').textContent")
            self.assertIn("gridcase show STORE " + data["cases"][brief]["number"], text)
            self.assertEqual(page.run("DATA.facts.map((f) => f.numerator.length)"),
                             [len(facts["numerator"]) for facts in data["facts"]])
            self.assertIn("without their steps", page.run("document.querySelector('.left-out').textContent"))
            self.assertEqual((page.problems(), page.requests()), ([], []))


if __name__ == "__main__":
    program.main()
