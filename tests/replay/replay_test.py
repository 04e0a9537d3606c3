#!/usr/bin/env python3
"""Tables of requests taken through the library: a made-up city with every kind of dirt, a generated
month of Jiangshan, and the real requests of Boston where they are at hand."""

import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

import running
from running import DIRT, ROOT, replay


def counts(totals, by):
    return {line["key"] or "": (line["cases"], line["closed"], line["open"]) for line in totals[by]}


class Dirt(unittest.TestCase):
    """What is expected here was worked out by hand from dirty.csv."""

    @classmethod
    def setUpClass(cls):
        cls.totals = replay(os.path.join(DIRT, "dirty.csv"), os.path.join(DIRT, "dirty.json"))

    def test_totals(self):
        totals = self.totals
        self.assertEqual((totals["records"], totals["cases"], totals["closed"], totals["open"]),
                         (21, 15, 10, 5))

    def test_departments(self):
        names = {line["name"]: (line["cases"], line["closed"], line["open"])
                 for line in self.totals["by_department"]}
        self.assertEqual(names, {"Tiefbau": (6, 6, 0), "Stadtwerke": (6, 2, 4),
                                 "Abfall": (2, 1, 1), "Musterstadt": (1, 1, 0)})

    def test_many_spellings_are_one_township(self):
        self.assertEqual(counts(self.totals, "by_township"),
                         {"t.01": (8, 5, 3), "t.02": (6, 4, 2), "": (1, 1, 0)})

    def test_tiers(self):
        self.assertEqual({key: value[0] for key, value in counts(self.totals, "by_origin").items()},
                         {"village": 3, "township": 6, "county": 6})

    def test_places(self):
        self.assertEqual(self.totals["places"], {
            "in_recorded": 9, "in_another": 1, "in_none": 1, "no_point": 1, "no_recorded": 3})

    def test_every_fault_is_listed_with_its_line(self):
        lines = {(item["kind"], item["reason"]): [] for item in self.totals["list"]}
        for item in self.totals["list"]:
            lines[(item["kind"], item["reason"])].append((item["line"], item["id"]))
        self.assertEqual(lines, {
            ("action", "out_of_order"): [(3, "A-2")],
            ("row", "duplicate_external"): [(6, "A-1")],
            ("row", "bad_time"): [(7, "A-4"), (8, "A-5")],
            ("row", "no_id"): [(11, None)],
            ("note", "closed_without_time"): [(12, "A-8")],
            ("note", "open_with_time"): [(13, "A-9")],
            ("note", "unknown_grid"): [(14, "A-10")],
            ("row", "ragged"): [(20, None)],
            ("row", "bad_record"): [(22, None)],
        })
        self.assertEqual(self.totals["rows_refused"], 6)
        self.assertEqual(self.totals["actions_refused"], 1)

    def test_an_unreadable_time_names_column_and_fix(self):
        item = next(item for item in self.totals["list"] if item["id"] == "A-5")
        self.assertEqual(item["column"], "Erledigt")
        self.assertIn("irgendwann", item["message"])
        self.assertIn("times", item["fix"])

    def test_standard_input_and_any_window_give_the_same(self):
        with open(os.path.join(DIRT, "dirty.csv"), "rb") as file:
            text = file.read()
        for batch in ("1", "3", "1000"):
            self.assertEqual(self.totals, replay("-", os.path.join(DIRT, "dirty.json"),
                                                 "--batch", batch, text=text))

    def test_the_same_command_again_changes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            store = os.path.join(folder, "dirty.gridcase")
            for _ in range(2):
                self.assertEqual(self.totals, replay(os.path.join(DIRT, "dirty.csv"),
                                                     os.path.join(DIRT, "dirty.json"),
                                                     "--store", store))
            verified = subprocess.run([running.GRIDCASE, "verify", store], check=False,
                                      stdout=subprocess.PIPE)
            self.assertEqual(verified.returncode, 0, verified.stdout)


class Mistakes(unittest.TestCase):
    def fails(self, table, mapping, *options):
        done = subprocess.run(running.command(table, mapping, *options), check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2, done.stderr)
        return done.stderr.decode("utf-8")

    def test_all_faults_of_a_mapping_at_once(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "mapping.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"title": "x", "zone": "Mars/Olympus", "id": "a", "opend": "b"}, file)
            said = self.fails(os.path.join(DIRT, "dirty.csv"), path)
        for word in ("opend", "opened", "system", "times", "zone"):
            self.assertIn(word, said)

    def test_a_column_that_is_not_there(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "other.csv")
            with open(path, "w", encoding="utf-8") as file:
                file.write("Ref;Eingang\n1;01/01/2019 08:00\n")
            self.assertIn("Erledigt", self.fails(path, os.path.join(DIRT, "dirty.json")))

    def test_a_packed_table_says_how_to_unpack_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "table.csv.gz")
            with open(path, "wb") as file:
                file.write(b"\x1f\x8b\x08\x00")
            self.assertIn("gzip -dc", self.fails(path, os.path.join(DIRT, "dirty.json")))

    def test_a_table_that_is_not_there(self):
        self.fails("/nowhere.csv", os.path.join(DIRT, "dirty.json"))


class Quoting(unittest.TestCase):
    def test_reads_what_another_program_wrote(self):
        """Random fields as Python quotes them, for every separator and line end."""
        chance = random.Random(4180)
        letters = ["a", "b", " ", '"', "\n", ",", ";", "\t", "\u00e9", "\u6c99"]
        for separator, ending in ((",", "\n"), (";", "\r\n"), ("\t", "\r")):
            with self.subTest(separator=separator), tempfile.TemporaryDirectory() as folder:
                titles = {f"n{i}": "".join(chance.choice(letters) for _ in range(chance.randrange(9)))
                          for i in range(300)}
                table, mapping, store = (os.path.join(folder, name)
                                         for name in ("table.csv", "mapping.json", "store.gridcase"))
                with open(table, "w", encoding="utf-8", newline="") as file:
                    # Python leaves a bare line feed unquoted where lines end otherwise.
                    out = csv.writer(file, delimiter=separator, lineterminator=ending,
                                     quoting=csv.QUOTE_ALL if ending == "\r" else csv.QUOTE_MINIMAL)
                    out.writerow(["id", "opened", "title"])
                    out.writerows([key, "2020-01-01T00:00:00Z", title]
                                  for key, title in titles.items())
                with open(mapping, "w", encoding="utf-8") as file:
                    json.dump({"title": "quoting", "system": "q", "zone": "UTC",
                               "separator": separator, "times": ["rfc3339"], "id": "id",
                               "opened": "opened", "texts": {"title": "title"},
                               "county": {"code": "900002", "name": "q"}}, file)
                totals = replay(table, mapping, "--store", store)
                self.assertEqual((totals["cases"], totals["list"]), (300, []))
                listed = subprocess.run([running.GRIDCASE, "--json", "list", store, "--all"],
                                        check=True, stdout=subprocess.PIPE).stdout
                found = [json.loads(line)["title"] for line in listed.splitlines()]
                self.assertEqual(found, [title.strip() or key for key, title in titles.items()])


class Month(unittest.TestCase):
    def test_seventy_twenty_ten(self):
        folder = os.path.join(ROOT, "examples", "jiangshan")
        totals = replay(os.path.join(folder, "month.csv"), os.path.join(folder, "mapping.json"),
                        "--organization", os.path.join(folder, "organization.json"))
        self.assertEqual({key: value[0] for key, value in counts(totals, "by_mode").items()},
                         {"self": 700, "guided": 200, "dispatched": 100})
        self.assertEqual(totals["cases"], 1000)
        self.assertEqual(totals["list"], [])


class Boston(unittest.TestCase):
    def setUp(self):
        if not os.path.exists(running.BOSTON):
            self.skipTest("no requests of Boston in GRIDCASE_DATA")

    def test_totals_are_those_of_a_recount(self):
        with tempfile.TemporaryDirectory() as folder:
            table = running.boston_table(folder)
            path = os.path.join(folder, "totals.json")
            totals = replay(table, running.BOSTON_MAPPING, "--totals", path,
                            *running.BOSTON_OPTIONS)
            recounted = subprocess.run(
                [sys.executable, os.path.join(ROOT, "tests", "replay", "recount.py"), table,
                 running.BOSTON_MAPPING, path], check=False, stdout=subprocess.PIPE)
            self.assertEqual(recounted.returncode, 0, recounted.stdout.decode("utf-8"))
        self.assertEqual((totals["cases"], totals["closed"], totals["open"]), (20000, 18935, 1065))
        townships = counts(totals, "by_township")
        townships.pop("", None)
        self.assertEqual(len(townships), 22)


if __name__ == "__main__":
    running.need_program()
    unittest.main()
