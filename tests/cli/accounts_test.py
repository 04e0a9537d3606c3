"""Gaps and overlaps of responsibility are listed, each where it is."""

import json
import os
import unittest

import program

WANGCHENG = os.path.join(program.HERE, "..", "..", "examples", "wangcheng", "organization.json")


class Accounts(program.Case):
    def setUp(self):
        super().setUp()
        with open(WANGCHENG, encoding="utf-8") as file:
            self.organization = json.load(file)

    def faults(self):
        document = self.write("organization.json", json.dumps(self.organization))
        done = program.run("init", self.store, "--organization", document, "--at", "2018-04-01 08:00", "--json")
        if done.code == 0:
            return set()
        return {fault["code"] for fault in json.loads(done.err)["error"]["faults"]}

    def test_every_business_at_every_grid_is_one_persons(self):
        self.assertEqual(self.faults(), set())

    def test_a_grid_without_its_worker_has_a_gap(self):
        self.organization["persons"] = [one for one in self.organization["persons"] if one["code"] != "w120"]
        self.assertEqual(self.faults(), {"grid.worker_none", "grid.responsible_none"})

    def test_two_specialists_for_one_business_overlap(self):
        second = next(one for one in self.organization["persons"] if one["code"] == "s7-2")
        second["posts"][0]["categories"] = ["01"]
        self.assertEqual(self.faults(), {"grid.responsible_several"})


if __name__ == "__main__":
    unittest.main()
