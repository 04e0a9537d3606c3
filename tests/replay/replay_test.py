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

import recount
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
                         (21, 16, 10, 6))

    def test_departments(self):
        names = {line["name"]: (line["cases"], line["closed"], line["open"])
                 for line in self.totals["by_department"]}
        self.assertEqual(names, {"Tiefbau": (6, 6, 0), "Stadtwerke": (7, 2, 5),
                                 "Abfall": (2, 1, 1), "Musterstadt": (1, 1, 0)})

    def test_many_spellings_are_one_township(self):
        self.assertEqual(counts(self.totals, "by_township"),
                         {"t.01": (8, 5, 3), "t.02": (7, 4, 3), "": (1, 1, 0)})

    def test_tiers(self):
        self.assertEqual({key: value[0] for key, value in counts(self.totals, "by_origin").items()},
                         {"village": 3, "township": 7, "county": 6})

    def test_places(self):
        self.assertEqual(self.totals["places"], {
            "in_recorded": 10, "in_another": 1, "in_none": 1, "no_point": 1, "no_recorded": 3})

    def test_every_fault_is_listed_with_its_line(self):
        lines = {(item["kind"], item["reason"]): [] for item in self.totals["list"]}
        for item in self.totals["list"]:
            lines[(item["kind"], item["reason"])].append((item["line"], item["id"]))
        self.assertEqual(lines, {
            ("action", "out_of_order"): [(3, "A-2")],
            ("row", "duplicate_external"): [(6, "A-1")],
            ("row", "bad_time"): [(7, "A-4")],
            ("action", "bad_time"): [(8, "A-5")],
            ("row", "no_id"): [(11, None)],
            ("note", "closed_without_time"): [(12, "A-8")],
            ("note", "open_with_time"): [(13, "A-9")],
            ("note", "unknown_grid"): [(14, "A-10")],
            ("row", "ragged"): [(20, None)],
            ("row", "bad_record"): [(22, None)],
        })
        self.assertEqual(self.totals["rows_refused"], 5)
        self.assertEqual(self.totals["actions_refused"], 2)

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


class Rows(unittest.TestCase):
    """A city without polygons: townships and grids are what the rows name."""

    MAPPING = {"title": "rows", "system": "r", "zone": "UTC", "times": ["%Y-%m-%d"],
               "county": {"code": "900003", "name": "Rows"}, "id": "id", "opened": "opened",
               "closed": "closed", "due": "due", "township": {"column": "township"},
               "grid": {"column": "grid"},
               "channel": {"column": "channel", "entry": {
                   "web": {"channel": "web", "tier": "township"},
                   "walk": {"channel": "patrol", "tier": "village"}}}}

    def replay(self, *rows, mapping=None):
        with tempfile.TemporaryDirectory() as folder:
            table, path = os.path.join(folder, "table.csv"), os.path.join(folder, "mapping.json")
            with open(table, "w", encoding="utf-8") as file:
                file.write("id,opened,closed,due,township,grid,channel\n" + "\n".join(rows) + "\n")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(mapping or self.MAPPING, file)
            return replay(table, path)

    def tally(self, totals, by):
        return {key: value[0] for key, value in counts(totals, by).items()}

    def test_grids_stand_under_the_township_of_their_row(self):
        totals = self.replay("1,2020-01-01,,,,g1,call", "2,2020-01-02,,,a,g1,call",
                             "3,2020-01-03,,,b,g2,walk", "4,2020-01-04,,,b,,call",
                             "5,2020-01-05,,,,g3,call")
        self.assertEqual(self.tally(totals, "by_township"), {"t.a": 2, "t.b": 2, "": 1})
        self.assertEqual(self.tally(totals, "by_origin"), {"county": 4, "village": 1})
        self.assertEqual(totals["list"], [])

    def test_what_comes_in_at_the_township_enters_there(self):
        totals = self.replay("1,2020-01-01,2020-01-02,,a,g1,web", "2,2020-01-02,,,b,,web",
                             "3,2020-01-03,,,,g1,web", "4,2020-01-04,,,,,web")
        self.assertEqual(self.tally(totals, "by_origin"), {"township": 3, "county": 1})
        self.assertEqual(self.tally(totals, "by_township"), {"t.a": 2, "t.b": 1, "": 1})
        self.assertEqual((totals["closed"], totals["list"]), (1, []))

    def test_a_grid_of_two_townships_is_listed_and_the_row_keeps_its_own(self):
        totals = self.replay("1,2020-01-02,,,a,g1,web", "2,2020-01-01,,,b,g1,walk",
                             "3,2020-01-03,,,b,g1,call")
        self.assertEqual(self.tally(totals, "by_township"), {"t.a": 1, "t.b": 2})
        self.assertEqual([(item["kind"], item["reason"], item["line"], item["column"])
                          for item in totals["list"]],
                         [("note", "grid_elsewhere", 3, "grid"), ("note", "grid_elsewhere", 4, "grid")])
        self.assertIn("t.a", totals["list"][0]["message"])
        self.assertIn("township", totals["list"][0]["fix"])

    def test_unreadable_closing_and_due_leave_the_case_open(self):
        totals = self.replay("1,2020-01-01,soon,,a,g1,web", "2,2020-01-01,2020-01-05,soon,a,g1,web",
                             "3,soon,soon,soon,a,g1,web")
        self.assertEqual((totals["cases"], totals["closed"], totals["open"]), (2, 1, 1))
        self.assertEqual((totals["rows_refused"], totals["actions_refused"]), (1, 1))
        self.assertEqual([(item["kind"], item["line"], item["column"]) for item in totals["list"]],
                         [("action", 2, "closed"), ("note", 3, "due"), ("row", 4, "opened")])
        for item in totals["list"]:
            self.assertEqual(item["reason"], "bad_time")
            self.assertIn("soon", item["message"])
            self.assertIn("times", item["fix"])


class Limits(unittest.TestCase):
    """What is expected here was worked out by hand from dirty_limits.csv."""

    TABLE = os.path.join(DIRT, "dirty_limits.csv")
    MAPPING = os.path.join(DIRT, "dirty_limits.json")

    @classmethod
    def setUpClass(cls):
        cls.totals = replay(cls.TABLE, cls.MAPPING)

    def test_verdicts_by_what_the_table_says(self):
        found = {line["key"]: {item["key"]: item["cases"] for item in line["by_flag"]}
                 for line in self.totals["clocks"]["by_verdict"]}
        self.assertEqual(found, {
            "on_time": {"JA": 1, "NEIN": 1, "VIELLEICHT": 1},
            "late": {"JA": 1, "NEIN": 2, None: 1},
            "open": {"JA": 1, "NEIN": 1},
            "no_limit": {"JA": 2, None: 1}})
        self.assertEqual((self.totals["clocks"]["agree"], self.totals["clocks"]["contradict"]),
                         (3, 2))

    def test_contradictions_are_listed_and_not_corrected(self):
        listed = [(item["kind"], item["reason"], item["line"], item["id"], item["column"])
                  for item in self.totals["list"]]
        self.assertEqual(listed, [
            ("note", "flag_contradicts", 4, "B-3", "flag"),
            ("note", "flag_contradicts", 5, "B-4", "flag"),
            ("action", "out_of_order", 6, "B-5", "feedback"),
            ("note", "unknown_flag", 10, "B-9", "flag"),
            ("note", "due_refused", 13, "B-12", "due")])
        first = self.totals["list"][0]["message"]
        for words in ('"JA"', "2019-03-02 08:20:00", "2019-03-05 09:00:00"):
            self.assertIn(words, first)

    def test_no_case_is_lost_and_any_window_gives_the_same(self):
        self.assertEqual((self.totals["cases"], self.totals["closed"], self.totals["open"]),
                         (12, 9, 3))
        for batch in ("1", "3"):
            self.assertEqual(self.totals, replay(self.TABLE, self.MAPPING, "--batch", batch))

    def test_recounted_from_the_table(self):
        with open(self.MAPPING, encoding="utf-8") as file:
            mapping = json.load(file)
        self.assertEqual(recount.compare_limits(self.TABLE, mapping, self.totals), [])

    def test_a_word_cannot_mean_both(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "mapping.json")
            with open(self.MAPPING, encoding="utf-8") as file:
                mapping = json.load(file)
            mapping["ontime"]["late"].append("JA")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(mapping, file)
            done = subprocess.run(running.command(self.TABLE, path), check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        self.assertIn("ontime.late", done.stderr.decode("utf-8"))


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

    def test_times_and_columns_that_cannot_be_meant(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "mapping.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump({"title": "x", "system": "x", "zone": "UTC", "id": "Ref", "opened": "Ref",
                           "times": ["%d/%m/%Y %H:%M", "%Y-%Q", "%d%", "rfc3339"]}, file)
            said = self.fails(os.path.join(DIRT, "dirty.csv"), path)
        self.assertIn('times[1]: a time has no "%Q"', said)
        self.assertIn("times[2]", said)
        self.assertIn("opened: ", said)
        for word in ("times[0]", "times[3]"):
            self.assertNotIn(word, said)

    def test_a_table_that_is_not_utf8(self):
        with open(os.path.join(DIRT, "dirty.csv"), encoding="utf-8-sig") as file:
            text = file.read()
        for change, line in ((text.replace("Erledigt", "\u7ed3\u6848"), 1),
                             (text.replace("two\nlines", "two\n\u7ed3\u6848"), 5)):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "table.csv")
                with open(path, "w", encoding="gb18030") as file:
                    file.write(change)
                said = self.fails(path, os.path.join(DIRT, "dirty.json"))
            self.assertIn(f"not UTF-8 from line {line} on", said)
            self.assertIn("iconv -f GB18030 -t UTF-8", said)
            self.assertEqual(len(said.splitlines()), 1)

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
        self.check_limits(totals)
        townships = counts(totals, "by_township")
        townships.pop("", None)
        self.assertEqual(len(townships), 22)


    def check_limits(self, totals):
        """The clocks equal the city's flag wherever both have a say."""
        clocks = totals["clocks"]
        self.assertEqual((clocks["agree"], clocks["contradict"]), (15457, 0))
        found = {line["key"]: {item["key"]: item["cases"] for item in line["by_flag"]}
                 for line in clocks["by_verdict"]}
        self.assertEqual(found, {
            "on_time": {"ONTIME": 12705},
            "late": {"OVERDUE": 2752, None: 39},
            "open": {"OVERDUE": 1005, None: 1},
            "no_limit": {"ONTIME": 3498}})


if __name__ == "__main__":
    running.need_program()
    unittest.main()
