"""Who may see and do what, who looked at what is masked, and who is responsible for what."""

import json
import os

import program
from program import ORGANIZATION

WANGCHENG = os.path.join(program.HERE, "..", "..", "examples", "wangcheng", "organization.json")
ROLES = [
    {"code": "grid_worker", "name": "网格员", "reads": "territory", "actions": ["report", "comment"]},
    {"code": "information_officer", "reads": "territory"},
    {"code": "seat", "name": "坐席", "reads": "everything", "sensitive": True, "reveals": True,
     "erases": True},
]


class Access(program.Case):
    def setUp(self):
        super().setUp()
        with open(ORGANIZATION, encoding="utf-8") as file:
            organization = json.load(file)
        organization["roles"] = ROLES
        organization["categories"][1]["sensitive"] = True
        document = self.write("organization.json", json.dumps(organization))
        self.ok("init", self.store, "--organization", document, "--at", "2020-06-29 08:00")
        self.id = self.report("--text", "门牌二号的事", "--party",
                              "role=reporter,name=李四,telephone=13900001234")["case_id"]

    def may(self, kind, by, *more, code=0):
        return self.fails(code, "may", self.store, kind, "--by", by, "--at", "2020-06-29 11:00", *more)

    def test_a_verdict_names_the_role(self):
        yes = self.may("comment", "grid/gao", "--case", self.id, "--json").json()
        self.assertTrue(yes["yes"])
        self.assertIn("gao at grid may by role grid_worker", yes["because"])
        self.assertEqual([(post["role"], post["reads"], post["actions"]) for post in yes["posts"]],
                         [("grid_worker", "territory", ["report", "comment"])])
        no = self.may("file", "grid/gao", "--case", self.id, "--json", code=1).json()
        self.assertFalse(no["yes"])
        self.assertTrue(no["because"])
        self.assertIn("可以", self.may("report", "grid/gao", "--lang", "zh").out)
        table = self.may("comment", "grid/gao", "--case", self.id).out
        self.assertIn("网格员", table)
        self.assertIn("its ground", table)

    def test_seeing(self):
        self.may("see", "grid/gao", "--case", self.id)
        no = self.may("see", "roads", "--case", self.id, "--json", code=1).json()
        self.assertEqual(no["because"], "there is no case " + self.id)
        self.assertIn("--case", self.fails(2, "may", self.store, "see", "--by", "grid").err)
        self.fails(2, "may", self.store, "look", "--by", "grid")

    def test_a_reading_is_logged_with_its_reason(self):
        masked = self.ok("show", self.store, self.id, "--json").json()["case"]
        self.assertEqual((masked["title"], masked["text"]), ("***", ""))
        refused = self.fails(1, "reveal", self.store, self.id, "--reason", "curious",
                             "--by", "room/lin", "--at", "2020-06-29 11:00", "--json").json()
        self.assertIsNone(refused["case"])
        self.assertEqual(refused["answer"]["refusal"]["code"], "not_permitted")
        self.assertIn("nobody has looked", self.ok("access-log", self.store, self.id).out)

        at = ["--by", "center/shi", "--at", "2020-06-29 11:30"]
        shown = self.ok("reveal", self.store, self.id, "--reason", "callback", *at, "--json").json()
        self.assertEqual(shown["case"]["text"], "门牌二号的事")
        self.assertEqual(shown["case"]["parties"][0]["telephone"], "13900001234")
        self.assertIn("李四", self.ok("reveal", self.store, self.id, "--reason", "again", *at).out)
        log = self.ok("access-log", self.store, self.id, "--json").json()
        self.assertEqual([(line["actor"]["person"], line["detail"]["reason"]) for line in log],
                         [("shi", "callback"), ("shi", "again")])
        table = self.ok("access-log", self.store).out
        for word in ("石泉", "callback", "what is written, personal data"):
            self.assertIn(word, table)
        self.fails(2, "access-log", self.store, "--by", "room/lin")

    def test_what_was_erased_is_in_the_log_and_nowhere_else(self):
        act = ["--case", self.id, "--by", "center/shi"]
        self.ok("act", self.store, "annul", *act, "--reason", "mistake", "--at", "2020-06-29 12:00")
        self.ok("act", self.store, "erase", *act, "--reason", "term_over", "--at", "2020-06-29 12:05")
        shown = self.ok("reveal", self.store, self.id, "--reason", "look", "--by", "center/shi",
                        "--at", "2020-06-29 12:10", "--json").json()["case"]
        self.assertEqual(shown["text"], "")
        self.assertIn("term_over", self.ok("access-log", self.store, "--lang", "zh").out)
        self.ok("verify", self.store)


class Duty(program.Case):
    def duty(self, organization, code, *more):
        document = self.write("organization.json", json.dumps(organization))
        return self.fails(code, "duty", document, "--at", "2018-04-01 08:00", *more)

    def setUp(self):
        super().setUp()
        with open(WANGCHENG, encoding="utf-8") as file:
            self.organization = json.load(file)
        self.grids = sum(unit["kind"] == "grid" for unit in self.organization["units"])

    def test_each_is_exactly_one_persons(self):
        found = self.duty(self.organization, 0, "--json").json()
        self.assertEqual(found["count"], self.grids * len(self.organization["categories"]))
        self.assertEqual((found["gaps"], found["overlaps"], found["listed"]), (0, 0, []))
        grid = next(unit["code"] for unit in self.organization["units"] if unit["kind"] == "grid")
        all_of_it = self.duty(self.organization, 0, "--grid", grid, "--all", "--json").json()
        self.assertEqual(len(all_of_it["listed"]), len(self.organization["categories"]))

    def test_gaps_and_overlaps_are_listed(self):
        self.organization["staffed_grids"] = False  # else both are faults of the document
        persons = self.organization["persons"]
        self.organization["persons"] = [one for one in persons if one["code"] != "w120"]
        second = next(one for one in persons if one["code"] == "s7-2")
        second["posts"][0]["categories"] = ["01"]
        found = self.duty(self.organization, 1, "--json").json()
        self.assertEqual(found["gaps"] + found["overlaps"], len(found["listed"]))
        self.assertGreater(found["gaps"], 0)
        self.assertEqual({len(one["persons"]) for one in found["listed"]}, {0, 2})
        table = self.duty(self.organization, 1).out
        self.assertIn("nobody", table)
        self.assertIn("s7-2", table)
        self.assertIn("无人", self.duty(self.organization, 1, "--lang", "zh").out)
        self.duty(self.organization, 1, "--category", "nothing")


if __name__ == "__main__":
    program.main()
