"""Who can be there first, proposed orders and sums of figures, in both languages and for machines."""

import json

import program
from program import ORGANIZATION

EMERGENCY = {
    "station": {"location": [118.62, 28.74], "capabilities": ["shoring"]},
    "water": {"location": [118.65, 28.7437], "capabilities": ["shoring"], "response_class": 1},
    "roads": {"location": [118.63, 28.7437], "capabilities": ["shoring"], "response_class": 2,
              "capacity": 1},
    "grid2": {"location": [118.6275, 28.7437]}}
ROADS = {
    "crossings": [{"code": "a", "place": [118.6271, 28.7437]},
                  {"code": "b", "place": [118.63, 28.7437]},
                  {"code": "c", "place": [118.65, 28.7437]}],
    "roads": [{"from": "a", "to": "b", "seconds": 600}, {"from": "a", "to": "c", "seconds": 60}]}


class Responding(program.Case):
    def setUp(self):
        super().setUp()
        with open(ORGANIZATION, encoding="utf-8") as file:
            document = json.load(file)
        for unit in document["units"]:
            unit.update(EMERGENCY.get(unit["code"], {}))
        self.ok("init", self.store, "--organization",
                self.write("emergency.json", json.dumps(document)), "--at", "2020-06-29 08:00")
        self.id = self.report()["case_id"]

    def act(self, kind, at, by, *more):
        return self.ok("act", self.store, kind, "--case", self.id, "--by", by, "--at",
                       "2020-06-29 " + at, *more)

    def ask(self, command, *more, at="2020-06-29 10:30"):
        return [command, self.store, self.id, "--at", at, *more]

    def units(self, *more):
        return [one["unit"] for one in self.ok(*self.ask("responders", *more, "--json")).json()]

    def test_the_nearest_come_first(self):
        self.assertEqual(self.units(), ["grid2", "roads", "room", "station", "water", "center"])
        self.assertEqual(self.units("--capability", "shoring", "--class", "1", "--class", "2"),
                         ["roads", "water"])
        self.assertEqual(self.units("--count", "1", "--leave-out", "grid2", "--on-duty"),
                         ["roads"])
        table = self.ok(*self.ask("responders", "--class", "2")).out
        self.assertIn("交通运输局 (roads)", table)
        self.assertIn("response class 2, on duty, 0 of 1 cases", table)
        self.assertIn("在岗", self.ok(*self.ask("responders", "--lang", "zh")).out)

    def test_by_road_another_is_first(self):
        roads = self.write("roads.json", json.dumps(ROADS))
        found = self.ok(*self.ask("responders", "--capability", "shoring", "--count", "2",
                                  "--class", "1", "--class", "2", "--roads", roads,
                                  "--json")).json()
        self.assertEqual([(one["unit"], one["cost"]) for one in found],
                         [("water", 60), ("roads", 600)])
        self.assertIn("by road", found[0]["because"])
        self.fails(2, *self.ask("responders", "--roads", self.write("no.json", "{\"x\": 1}")))

    def test_who_is_full_is_left_out(self):
        self.act("file", "10:05", "room/lin")
        self.act("dispatch", "10:10", "center/shi", "--order", "unit=roads,role=lead")
        self.assertEqual(self.units("--class", "2"), ["roads"])
        self.fails(1, *self.ask("responders", "--class", "2", "--with-room"))

    def test_a_case_without_a_place_needs_one(self):
        self.id = self.ok("report", self.store, "--by", "grid/gao", "--at", "2020-06-29 10:01",
                          "--title", "x", "--category", "04-01", "--json").json()["case_id"]
        self.assertIn("--point", self.fails(2, *self.ask("responders")).err)
        self.assertEqual(self.units("--point", "118.65,28.7437", "--count", "1"), ["water"])

    def test_a_proposal_is_dispatched_as_it_is(self):
        self.act("file", "10:05", "room/lin")
        proposed = self.ok(*self.ask("propose", "--class", "2", "--scene", "1", "--json")).json()
        orders = [one["order"] for one in proposed]
        self.assertEqual([(one["unit"], one["role"]) for one in orders],
                         [("station", "lead"), ("water", "assist"), ("roads", "assist"),
                          ("grid2", "scene")])
        self.assertIn("duty of 04", proposed[0]["because"])
        self.assertIn("holds the scene", proposed[3]["because"])
        self.assertLess(proposed[3]["metres"], 50)
        table = self.ok(*self.ask("propose", "--lang", "zh")).out
        self.assertIn("牵头", table)
        self.assertIn("先期控制", table)
        self.act("dispatch", "10:40", "center/shi", "--action",
                 json.dumps({"kind": "dispatch", "orders": orders}))
        self.assertIn("nobody", self.fails(1, *self.ask("propose", "--class", "2", "--scene", "0",
                                                        at="2020-06-29 10:50")).out)

    def test_what_cannot_be(self):
        self.assertIn("0, 1, 2, 3", self.fails(2, *self.ask("propose", "--class", "4")).err)
        self.fails(2, *self.ask("responders", "--class", "x"))
        self.fails(2, *self.ask("responders", "--count", "0"))
        self.fails(2, *self.ask("propose", "--scene", "-1"))
        self.fails(1, *self.ask("propose", "--by", "roads"))
        self.fails(2, *self.ask("propose", "--by", "moon"))
        self.fails(2, "figures", self.store)

    def test_figures_are_summed(self):
        span = ["figures", self.store, "--from", "2020-06-01 00:00", "--until", "2020-07-01 00:00"]
        self.assertIn("no figure", self.ok(*span).out)
        self.act("record_outcome", "10:10", "room/lin", "--figure",
                 "name=persons_moved,value=36,measure=persons")
        self.act("record_outcome", "10:20", "room/lin", "--figure",
                 "name=persons_moved,value=4,measure=persons", "--figure", "name=vehicles,value=2")
        self.assertEqual(self.ok(*span, "--json").json(), [
            {"name": "persons_moved", "measure": "persons", "unit": "room", "value": 40,
             "cases": 1},
            {"name": "vehicles", "measure": None, "unit": "room", "value": 2, "cases": 1}])
        self.assertIn("persons_moved", self.ok(*span).out)
        self.assertIn("合计", self.ok(*span, "--lang", "zh").out)
        self.assertEqual(self.ok(*span, "--by", "roads", "--json").json(), [])


if __name__ == "__main__":
    program.main()
