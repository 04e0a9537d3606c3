#!/usr/bin/env python3
"""The organizations of the examples: made by their script, and as large as the article says."""

import collections
import csv
import json
import os
import subprocess
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(ROOT, "examples")
DATA = os.environ.get("GRIDCASE_DATA", os.path.join(ROOT, "..", "shared", "data"))


def load(county):
    with open(os.path.join(EXAMPLES, county, "organization.json"), encoding="utf-8") as file:
        return json.load(file)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Made(unittest.TestCase):
    def test_the_script_makes_the_committed_bytes(self):
        script = os.path.join(EXAMPLES, "jiangshan", "build_organization.py")
        for county in ("jiangshan", "haian"):
            with self.subTest(county):
                folder = os.path.join(EXAMPLES, county)
                subprocess.run([sys.executable, script, folder, "--check"], check=True)

    def test_accounts_are_what_their_script_writes(self):
        script = os.path.join(EXAMPLES, "wangcheng", "build_organization.py")
        subprocess.run([sys.executable, script, "--check"], check=True)

    def test_the_generated_month_is_what_its_script_writes(self):
        folder = os.path.join(EXAMPLES, "jiangshan")
        made = subprocess.run([sys.executable, os.path.join(folder, "generate_month.py")],
                              check=True, stdout=subprocess.PIPE).stdout
        with open(os.path.join(folder, "month.csv"), "rb") as file:
            self.assertEqual(made, file.read())


class Jiangshan(unittest.TestCase):
    def setUp(self):
        self.organization = load("jiangshan")
        self.units = {unit["code"]: unit for unit in self.organization["units"]}

    def test_is_as_large_as_the_article_says(self):
        kinds = collections.Counter(unit["kind"] for unit in self.organization["units"])
        self.assertEqual(kinds["command_center"], 1)
        self.assertEqual(kinds["command_room"], 19)
        self.assertEqual(kinds["village"], 323)
        self.assertEqual(kinds["grid"], 1066)
        self.assertEqual(kinds["department"], 74)
        self.assertEqual(kinds["subcenter"], 7)
        self.assertEqual(len(self.units), len(self.organization["units"]), "a code is used twice")

    def test_every_village_has_three_or_four_grids(self):
        counts = collections.Counter(
            unit["parent"] for unit in self.units.values() if unit["kind"] == "grid")
        self.assertEqual(set(counts), {
            code for code, unit in self.units.items() if unit["kind"] == "village"})
        self.assertEqual(set(counts.values()), {3, 4})

    def test_grid_codes_are_the_village_and_three_digits(self):
        for code, unit in self.units.items():
            if unit["kind"] == "grid":
                self.assertEqual((code[:12], len(code)), (unit["parent"], 15))

    def test_names_of_the_article(self):
        names = {unit["name"] for unit in self.units.values()}
        for name in ("12345政府服务热线中心", "96345社会公共服务平台", "可视化数字城管中心",
                     "应急联动指挥中心", "检察监督信息采集中心", "公安情报分析中心",
                     "全域旅游大数据中心", "公安局", "综治", "信访", "民政", "综合执法", "司法",
                     "检察", "旅委", "住建局", "房管处", "市政处", "商务局", "市场监管局",
                     "交警廿八都中队", "峡口派出所", "水利局", "路政", "交警", "电信公司",
                     "房屋建筑单位", "市政公司"):
            self.assertIn(name, names)
        resident = {unit["name"] for unit in self.units.values()
                    if unit.get("resident_at") == "330881" and unit["kind"] == "department"}
        self.assertEqual(resident, {"公安局", "综治", "信访", "民政", "综合执法", "司法", "检察", "旅委"})

    def test_what_is_invented_is_marked(self):
        for unit in self.organization["units"]:
            self.assertRegex(unit["remark"], "article: |syn: |division: ", unit["code"])

    def test_agrees_with_a_second_table(self):
        path = os.path.join(DATA, "divisions", "330881_jiangshan.csv")
        if not os.path.exists(path):
            self.skipTest("no second table in GRIDCASE_DATA")
        theirs = {(row["code"], row["parent_code"]) for row in rows(path)}
        ours = {(row["code"], row["parent_code"])
                for row in rows(os.path.join(EXAMPLES, "jiangshan", "divisions.csv"))}
        self.assertEqual(ours, theirs)


class Scripts(unittest.TestCase):
    """What the scripts name is there, and what they invent is said."""

    # Times that an article gives.
    TIMES = {"at-01-sewage": {"2018-03-17T08:30:00+08:00"},
             "at-03-collapse": {"2018-03-18T18:10:00+08:00", "2018-03-18T18:45:00+08:00"},
             "at-02-truck": set(), "at-04-banners": set(), "at-05-renovation": set(),
             "at-06-1312": set(), "at-06-late": set(), "at-07-yazhou": set(),
             "at-08-chemicals": set(), "at-09-fishing-ban": set(), "at-11-hotlines": set(), "at-10-evacuation": set(),
             "at-13-one-key": set(), "at-14-stars": set(),
             "at-15-response": set(), "at-16-accounts": set(), "at-17-mode": set(), "at-18-board": set()}
    ACTS = ("do", "tick", "bulk", "patrol", "raise", "switch_mode", "form_task_force", "dissolve_task_force",
            "give_marks", "freeze", "give_stars")

    def test_every_script_is_looked_at(self):
        names = {os.path.splitext(name)[0] for name in os.listdir(os.path.join(EXAMPLES, "scripts"))}
        self.assertEqual(names, set(self.TIMES))

    def test_units_and_persons_exist(self):
        for script, times in self.TIMES.items():
            with open(os.path.join(EXAMPLES, "scripts", script + ".jsonl"), encoding="utf-8") as file:
                lines = [json.loads(line) for line in file]
            organization = load(os.path.basename(os.path.dirname(lines[0]["organization"])))
            units = {unit["code"] for unit in organization["units"]}
            # Where a person may act: at home, at posts elsewhere, for task forces of the home unit.
            persons = {person["code"]: {person["unit"]} | {post.get("unit") for post in person["posts"]}
                       for person in organization["persons"]}
            for line in lines:
                if "form_task_force" in line and "expect" in line and "error" not in line["expect"]:
                    force = line["form_task_force"]
                    units.add(force["code"])
                    for homes in persons.values():
                        if homes & set(force["members"]):
                            homes.add(force["code"])
                if "do" in line:
                    self.check_step(line, units, persons)
                is_told = line.get("about") or line.get("at") in times
                if any(act in line for act in self.ACTS) and not is_told:
                    self.assertIn("syn", line)

    def check_step(self, line, units, persons):
        self.assertIn(line["by"]["unit"], units)
        if "person" in line["by"] and line["expect"].get("refusal") != "unknown_person":
            self.assertIn(line["by"]["unit"], persons[line["by"]["person"]])
        for order in line["do"].get("orders", []):
            self.assertIn(order.get("below") or order["unit"], units)


if __name__ == "__main__":
    unittest.main()
