"""Directives, lists, rounds of patrol, roll-ups, providers, allocations and ratings."""

import json

import program
from program import ORGANIZATION

PROGRAMMES = {
    "campaigns": [{"code": "roads", "name": "道路整治", "from": "2020-06-29", "until": "2020-12-31",
                   "categories": ["04-01"]}],
    "patrol_lists": [{"code": "list", "name": "巡查清单", "clauses": [
        {"code": "1.1", "item": "道路", "text": "路面平整", "category": "04-01"},
        {"code": "1.2", "item": "道路", "text": "井盖完好", "category": "04"}]}]}
PROVIDERS = [
    {"code": "near", "name": "近水维修", "kind": "provider", "tier": "county", "parent": "center",
     "territory": ["room"], "location": [118.628, 28.744], "capabilities": ["plumbing"]},
    {"code": "far", "name": "远水维修", "kind": "provider", "tier": "county", "parent": "center",
     "territory": ["room"], "location": [118.7, 28.8], "capabilities": ["plumbing"], "capacity": 1}]


class Working(program.Case):
    def setUp(self):
        super().setUp()
        with open(ORGANIZATION, encoding="utf-8") as file:
            document = json.load(file)
        document["units"] += PROVIDERS
        self.ok("init", self.store, "--organization",
                self.write("organization.json", json.dumps(document)), "--programmes",
                self.write("programmes.json", json.dumps(PROGRAMMES)), "--at", "2020-06-29 08:00")

    def act(self, case, kind, at, by, *more, code=0):
        return (self.ok if code == 0 else lambda *a: self.fails(code, *a))(
            "act", self.store, kind, "--case", case, "--by", by, "--at", "2020-06-29 " + at, *more)

    def show(self, case, *more):
        return self.ok("show", self.store, case, "--at", "2020-06-29 23:00", *more)

    def case(self, case):
        return self.show(case, "--json").json()["case"]

    def directive(self):
        return self.ok("report", self.store, "--by", "center/shi", "--at", "2020-06-29 10:00",
                       "--nature", "directive", "--title", "转移群众", "--category", "04",
                       "--tier", "county", "--grid", "village", "--json").json()["case_id"]

    def test_a_directive_with_a_list(self):
        case = self.directive()
        houses = self.write("houses.json", '[{"code": "h1", "expected": 4}, {"code": "h2"}]')
        self.act(case, "file", "10:01", "center/shi")
        self.act(case, "dispatch", "10:02", "center/shi", "--order", "unit=room,role=lead",
                 "--order", "unit=village,checklist=" + houses, "--order",
                 "below=room,kind=grid,role=assist,task=巡查, 劝离")
        found = self.case(case)
        self.assertEqual(found["nature"], "directive")
        self.assertEqual([(one["unit"], one["dispatch"], len(one["checklist"]))
                          for one in found["assignments"]],
                         [("room", 1, 0), ("village", 1, 2), ("grid", 1, 0), ("grid2", 1, 0)])
        self.assertEqual(found["assignments"][3]["task"], "巡查, 劝离")
        self.act(case, "sign", "10:03", "room/lin")
        self.act(case, "sign", "10:03", "village")
        self.act(case, "progress", "10:10", "village", "--count", "h1=3,h2=1")
        refused = self.act(case, "finish", "10:20", "village", "--json", code=1).json()
        self.assertEqual((refused["refusal"]["code"], refused["refusal"]["field"]),
                         ("waits", "counts"))
        self.act(case, "finish", "10:30", "village", "--count", "h1=4")
        village = self.case(case)["assignments"][1]
        self.assertEqual(village["finished"], "2020-06-29T10:30:00+08:00")
        self.assertEqual(village["checklist"], [{"code": "h1", "expected": 4, "counted": 4},
                                                {"code": "h2", "expected": 1, "counted": 1}])
        text = self.show(case).out
        for words in ("kind: directive", "list: 5 of 5 (h1 4/4, h2 1/1)", "counted: h1 = 4"):
            self.assertIn(words, text)
        chinese = self.show(case, "--lang", "zh").out
        for words in ("性质：指令", "清单：5/5（h1 4/4、h2 1/1）"):
            self.assertIn(words, chinese)
        lines = self.ok("roll-up", self.store, case, "--json").json()["lines"]
        self.assertEqual([(one["unit"], one["ordered"], one["acknowledged"], one["executed"],
                           one["reported"], one["expected"], one["counted"]) for one in lines],
                         [("center", 4, 2, 1, 0, 5, 5), ("room", 4, 2, 1, 0, 5, 5),
                          ("village", 3, 1, 1, 0, 5, 5)])
        self.assertIn("5 of 5", self.ok("roll-up", self.store, case).out)
        self.assertIn("已签收", self.ok("roll-up", self.store, case, "--lang", "zh").out)
        page = self.ok("list", self.store, "--nature", "directive", "--json").json()
        self.assertEqual([one["nature"] for one in page["cases"]], ["directive"])

    def test_orders_that_cannot_be_read(self):
        case = self.directive()
        self.act(case, "file", "10:01", "center/shi")
        for order, words in (("unit=room,role=lead,checklst=x", "checklst=x"),
                             ("unit=room,colour=red", "colour=red"),
                             ("unit=room,checklist=" + self.folder + "/none", "no such file"),
                             ("unit=room,checklist=" + self.write("bad.json", "[{}, 3]"),
                              "orders[0].checklist"),
                             ("unit=room,below=room", "more than once"),
                             ("unit=room,kind=grid", "below"), ("below=room,kind=moon", "village")):
            result = self.act(case, "dispatch", "10:02", "center/shi", "--order", order, code=2)
            self.assertIn(words, result.err)
        for count in ("h1", "=1", "h1=x"):
            self.act(case, "progress", "10:02", "center/shi", "--count", count, code=2)
        self.assertIn("negative_event", self.fails(
            2, "list", self.store, "--nature", "moon").err)
        self.assertIn("no order", self.fails(1, "roll-up", self.store, case).out)

    def test_records(self):
        entered = self.ok("act", self.store, "enter_record", "--by", "center/shi", "--at",
                          "2020-06-29 22:00", "--nature", "duty_check", "--title", "夜间抽查",
                          "--unit", "water", "--surprise", "--json").json()["case_id"]
        found = self.case(entered)
        self.assertEqual((found["nature"], found["about"], found["surprise"]),
                         ("duty_check", "water", True))
        text = self.show(entered).out
        for words in ("kind: duty check", "about: 水利局", "by surprise: nobody was told before"):
            self.assertIn(words, text)
        page = self.ok("list", self.store, "--about", "water", "--json").json()
        self.assertEqual(len(page["cases"]), 1)

    def test_what_hangs_on_a_case(self):
        case = self.report()["case_id"]
        self.act(case, "file", "10:05", "room/lin")
        self.act(case, "mark_hard", "10:06", "room/lin", "--reason", "several_units")
        part = self.ok("report", self.store, "--by", "room/lin", "--at", "2020-06-29 10:07", "--title",
                       "x", "--category", "04-01", "--tier", "township", "--grid", "grid",
                       "--relation", "part_of", "--other-case", case, "--json").json()["case_id"]
        self.act(case, "dispatch", "10:10", "room/lin", "--order", "unit=station,role=lead")
        self.act(case, "sign", "10:11", "station")
        self.act(case, "feedback", "10:12", "station")
        other = self.report()["case_id"]
        self.act(other, "merge", "10:15", "room/lin", "--other-case", case)
        self.act(case, "follow_up", "10:20", "room/lin", "--satisfaction", "4", "--solved", "yes")
        found = self.case(case)
        self.assertEqual((found["parts"], found["merged"], found["hard_since"], found["campaign"],
                          found["satisfaction"], found["solved"]),
                         ([part], [other], "2020-06-29T10:06:00+08:00", "roads", 4, "yes"))
        text = self.show(case).out
        for words in ("campaign: 道路整治 (roads)", "hard case since: ", "parts: " + part,
                      "merged into it: " + other, "satisfaction: 4 of 5", "solved: yes"):
            self.assertIn(words, text)
        chinese = self.show(case, "--lang", "zh").out
        for words in ("专项行动：道路整治（roads）", "列为疑难：", "子案件：", "并入案件："):
            self.assertIn(words, chinese)
        hard = self.ok("list", self.store, "--hard", "--campaign", "roads", "--json").json()
        self.assertEqual([one["id"] for one in hard["cases"]], [case])
        self.assertEqual(hard["cases"][0]["solved"], "yes")

    def test_a_round_of_patrol(self):
        document = self.write("round.json", json.dumps({
            "key": "r1", "list": "list", "passed": ["1.2"],
            "failed": [{"clause": "1.1", "title": "坑", "point": [118.6271, 28.7437]}]}))
        ask = ["patrol", self.store, document, "--by", "grid/gao", "--at", "2020-06-29 09:00"]
        record, hole = self.ok(*ask, "--json").json()
        self.assertEqual((record["state"], hole["state"]), ("noted", "village_intake"))
        found = self.case(hole["case_id"])
        self.assertEqual((found["campaign"], found["point"]), ("roads", [118.6271, 28.7437]))
        again = self.ok(*ask).out
        for words in ("done before", "1.1", "the round"):
            self.assertIn(words, again)
        self.assertIn("巡查记录", self.ok(*ask, "--lang", "zh").out)
        other = self.write("other.json", '{"key": "r1", "list": "list", "passed": ["1.1"]}')
        self.assertIn("another round", self.fails(2, *ask[:2], other, *ask[3:]).err)
        self.assertIn("patrol list", self.fails(2, *ask[:2], "-", *ask[3:],
                                                stdin='{"key": "r2", "list": "x"}').err)
        self.assertIn("passd", self.fails(2, *ask[:2], "-", *ask[3:], stdin='{"passd": []}').err)

    def test_providers_and_ratings(self):
        case = self.report()["case_id"]
        ask = ["providers", self.store, case, "--skill", "plumbing", "--at", "2020-06-29 10:30"]
        found = self.ok(*ask, "--json").json()
        self.assertEqual([one["unit"] for one in found], ["near", "far"])
        self.assertEqual(found[0]["rating"]["rated"], 0)
        self.assertIn("近水维修 (near)", self.ok(*ask).out)
        self.assertIn("依据：", self.ok(*ask, "--count", "1", "--lang", "zh").out)
        self.fails(1, *ask[:4], "roofing")
        self.fails(2, *ask[:3])
        self.fails(2, *ask, "--count", "0")
        span = ["ratings", self.store, "--from", "2020-06-01 00:00", "--until", "2020-07-01 00:00"]
        self.assertIn("nobody", self.ok(*span).out)
        self.act(case, "escalate", "10:31", "room/lin", "--reason", "needs_help")
        self.act(case, "file", "10:32", "center/shi")
        self.act(case, "dispatch", "10:33", "center/shi", "--order", "unit=far,role=lead")
        self.act(case, "sign", "10:34", "far")
        self.act(case, "feedback", "10:35", "far")
        self.act(case, "follow_up", "10:40", "center/shi", "--satisfaction", "5", "--solved", "yes")
        self.assertEqual(self.ok(*span, "--json").json(), [
            {"unit": "far", "cases": 1, "rated": 1, "stars": 5, "solved": 1, "partly": 0,
             "unsolved": 0}])
        self.assertIn("5.0", self.ok(*span).out)
        self.assertIn("平均分", self.ok(*span, "--lang", "zh").out)
        self.fails(2, "ratings", self.store)

    def test_an_allocation(self):
        ask = ["allocate", self.store, "--capability", "plumbing", "--at", "2020-06-29 12:00"]
        self.assertIn("no case", self.fails(1, *ask).out)
        cases = [self.report()["case_id"] for _ in range(2)]
        lost = self.ok("report", self.store, "--by", "center/shi", "--at", "2020-06-29 10:01",
                       "--title", "x", "--category", "04-01", "--tier", "county",
                       "--json").json()["case_id"]
        for case in cases:
            self.act(case, "escalate", "10:30", "room/lin", "--reason", "needs_help")
        for case in cases + [lost]:
            self.act(case, "file", "10:31", "center/shi")
        found = self.ok(*ask, "--where", "category=04-01,open=yes", "--json").json()
        self.assertEqual([(one["case_id"], one["unit"]) for one in found["lines"]],
                         [(case, "near") for case in cases])
        self.assertEqual((found["left_over"], found["without_place"]), ([], [lost]))
        table = self.ok(*ask).out
        for words in ("近水维修 (near)", "2 cases", "without a place: " + lost):
            self.assertIn(words, table)
        self.assertIn("总代价", self.ok(*ask, "--lang", "zh").out)
        self.fails(2, *ask, "--where", "colour=red")

    def test_errors_name_the_field_and_the_value(self):
        case = self.report()["case_id"]
        act = ["act", self.store, "link", "--by", "room/lin", "--case", case]
        for code, arguments, field, value, name in (
                (1, ["show", self.store, "nothing"], "CASE", "nothing", "case_missing"),
                (1, ["act", self.store, "accept", "--by", "room", "--case", "x"], "--case", "x",
                 "case_missing"),
                (1, act + ["--other-case", "y"], "--other-case", "y", "case_missing"),
                (1, ["explain", self.store, case, "9"], "CLOCK", "9", "clock_missing"),
                (2, ["act", self.store, "fly", "--by", "room"], "KIND", "fly", "unknown_action"),
                (3, ["list", "none.gridcase"], "FILE", "none.gridcase", "store_missing"),
                (3, ["list", self.folder], "FILE", self.folder, "store_is_folder"),
                (2, ["load", self.store, "none.json", "--by", "center/shi"], "DOC", "none.json",
                 "file_missing"),
                (2, ["load", self.store, ORGANIZATION, "--by", "center/shi", "--time", "none.json"],
                 "--time", "none.json", "file_missing"),
                (2, ["play", "none.jsonl"], "SCRIPT", "none.jsonl", "file_missing"),
                (2, ["fly"], "COMMAND", "fly", "unknown_command"),
                (2, ["actions", "--fast"], None, "--fast", "not_expected"),
                (2, ["show", self.store], "CASE", None, "missing"),
                (2, ["list", self.store, "--limit", "0"], "--limit", None, "limit_range")):
            error = json.loads(self.fails(code, *arguments, "--json").err)["error"]
            self.assertEqual((error["code"], error["field"], error["value"]), (name, field, value))


if __name__ == "__main__":
    program.main()
