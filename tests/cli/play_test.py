"""Scripts: what holds is said, what does not hold is listed with its line."""

import os
import shutil
import tempfile
import unittest

import program

ROAD = os.path.join(program.HERE, "road.jsonl")


def lines(path=ROAD):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


class Play(program.Case):
    def setUp(self):
        super().setUp()
        shutil.copy(program.ORGANIZATION, os.path.join(self.folder, "organization.json"))

    def script(self, *text):
        return self.write("script.jsonl", "\n".join(text) + "\n")

    def test_everything_holds(self):
        result = self.ok("play", ROAD)
        self.assertIn("all as expected", result.out)
        self.assertIn("invented here: the hour", result.out)
        self.assertIn("~2020-06-29 10:00", result.out)
        chinese = self.ok("play", ROAD, "--lang", "zh").out
        self.assertIn("※ 虚拟补充：钟点", chinese)
        self.assertIn("状态：乡级·待受理 → 乡级·已立案待派遣", chinese)

    def test_json_is_the_same_at_every_run(self):
        first, second = self.ok("play", ROAD, "--json"), self.ok("play", ROAD, "--json")
        self.assertEqual(first.out, second.out)
        result = first.json()
        self.assertTrue(result["ok"])
        self.assertEqual(result["cases"][0]["case"]["state"], "closed")
        self.assertEqual(len(result["cases"][0]["history"]), 9)
        self.assertEqual(result["invented"], {"2": "the hour"})

    def test_no_temporary_folder_is_left(self):
        with tempfile.TemporaryDirectory() as folder:
            self.ok("play", ROAD, environment={"TMPDIR": folder})
            self.assertEqual(os.listdir(folder), [])

    def test_into_a_store(self):
        self.ok("play", ROAD, "--store", self.store)
        # The record never goes back in time, but what happened keeps the times the script gives.
        self.ok("play", ROAD, "--store", self.store)
        self.assertEqual(len(self.ok("list", self.store, "--all", "--json").lines()), 2)
        self.ok("verify", self.store)

    def test_what_does_not_hold_is_listed(self):
        text = [line.replace('"stage": "close"', '"stage": "handle"')
                .replace('"P5D"', '"P4D"').replace('"events": 9', '"events": 8')
                .replace('"excludes": ["close"]', '"excludes": ["accept"]')
                .replace('"refusal": "not_possible"', '"refusal": "not_permitted"')
                .replace('["report@grid", "sign@station"', '["sign@station", "report@grid"')
                for line in lines()]
        result = self.fails(1, "play", self.script(*text))
        for words in ("script.jsonl:5: refusal", "script.jsonl:6: excludes", "stage: expected",
                      "elapsed.equals: expected P4D, found PT120H", "count.events: expected 8, found 9",
                      "order_of: "):
            self.assertIn(words, result.out)
        self.assertIn("NOT as expected", result.out)
        failures = self.fails(1, "play", self.script(*text), "--json").json()["failures"]
        self.assertIn({"line": 5, "what": "refusal", "expected": '"not_permitted"',
                       "found": '"not_possible"'}, failures)

    def test_a_refusal_nobody_expects(self):
        text = lines()
        text[4] = text[4].replace(', "expect": {"refusal": "not_possible", "state": "township_intake"}', "")
        result = self.fails(1, "play", self.script(*text))
        self.assertIn("script.jsonl:5: status: expected committed, found refused (not_possible)",
                      result.out)

    def test_all_wrong_lines_are_listed_and_nothing_runs(self):
        head = lines()[1]
        result = self.fails(2, "play", self.script(
            head, "{", '["a"]', '{"at": "soon", "by": "grid", "do": {"kind": "report"}}',
            '{"at": "2020-06-29 10:00", "by": {"person": "x"}, "do": {"kind": "fly", "tittle": "x"}}',
            '{"at": "2020-06-29 10:00", "by": "grid", "case": "none", "do": {"kind": "accept"}}',
            '{"expect_case": "none", "paths": [], "count": {"moons": 1}, "elapsed": {"from": "x"}}',
            '{"hello": 1}'), "--store", self.store)
        self.assertFalse(os.path.exists(self.store))
        for words in (":2: ", ":3: ", ":4: at", ":5: by.unit", "do.kind", "do.tittle", ":6: case",
                      ":7: paths", "count.moons", ":7: elapsed", ":8: "):
            self.assertIn(words, result.err)
        for line in result.err.splitlines()[1:]:
            self.assertRegex(line, r"^  error  .*script\.jsonl:\d+.*\[.+\]$")

    def test_words_that_can_never_be_met(self):
        step = ('{"at": "2020-06-29 10:00", "by": "grid", "do": {"kind": "report", "title": "x", '
                '"category": "04-01"}, "as": "%s", "expect": {%s}}')
        result = self.fails(
            2, "play", self.script(
                lines()[1], step % ("a", '"refusal": "not_posible"'),
                step % ("b", '"status": "comitted"'), step % ("c", '"state": "township_intakes"'),
                step % ("d", '"stage": "reports"'), step % ("e", '"state": 3'),
                '{"expect_case": "a", "stage": "ended", "fields": {"state": "open"}}',
                step % ("f", '"refusal": "not_possible", "status": "conflict", "state": "none", '
                        '"stage": "report"')), "--store", self.store)
        self.assertFalse(os.path.exists(self.store))
        for words in (":2: expect.refusal", ":3: expect.status", ":4: expect.state",
                      ":5: expect.stage", ":6: expect.state", ":7: stage", ":7: fields.state",
                      "use one of: committed, refused, duplicate, conflict", "not_possible",
                      "township_intake,"):
            self.assertIn(words, result.err)
        self.assertEqual(len(result.err.splitlines()), 8, result.err)

    # A report at ten with the clocks of time.json, which stand beside it.
    HEAD = ('{"play": "clocks", "organization": "organization.json", "time": "time.json", '
            '"holidays": "holidays.json"}')
    REPORT = ('{"at": "2020-06-29 10:00", "by": "room/lin", "do": {"kind": "report", "title": "x", '
              '"category": "04-01", "tier": "township"}, "as": "hole"}')

    def clock_script(self, *text):
        shutil.copy(os.path.join(program.HERE, "time.json"), self.folder)
        # Takes the place of the table of the same code: 1 July is off, and it reaches further.
        self.write("holidays.json", '{"code": "cn", "until": "2021-01-01", '
                                    '"days": [{"date": "2020-07-01", "name": "停电"}]}')
        return self.script(self.HEAD, self.REPORT, *text)

    def test_ticks_and_clocks(self):
        said = self.ok("play", self.clock_script(
            '{"expect_clock": "hole", "milestone": "close", "limit": "working_day", '
            '"budget": "PT40H", "deadline": "2020-07-07 10:00", "provisional": false}',
            '{"expect_clock": "hole", "no": 1, "at": "2020-06-29 11:30", "late": false, '
            '"light": "yellow", "used": "PT90M", "rung": 0}',
            '{"at": "2020-06-29 11:31", "tick": true, "expect": {"fired": 2, "resumed": 0, '
            '"more": false, "latest": "PT46M", "next": "2020-07-06 10:00"}}',
            '{"expect_clock": "hole", "milestone": "accept", "unit": "room", "state": "running", '
            '"late": true, "light": "red", "rung": 2, "next": null, "extensions": 0}')).out
        self.assertIn("2 steps, 26 checks, all as expected", said)
        self.assertIn("done by the ladder: reminded", said)
        self.assertNotIn("reason:", said)

    def test_clocks_that_are_not_as_expected(self):
        said = self.fails(1, "play", self.clock_script(
            '{"expect_clock": "hole", "milestone": "close", "late": true, "used": "PT1H"}',
            '{"expect_clock": "hole", "late": false}',
            '{"expect_clock": "hole", "milestone": "moon"}',
            '{"at": "2020-06-29 11:31", "tick": true, "expect": {"fired": 3}}')).out
        for words in (":3: late: expected true, found false", ':3: used: expected "PT1H", found "PT0S"',
                      ":4: clock: expected 1, found 2", ":5: clock: expected 1, found 0",
                      ":6: fired: expected 3, found 2"):
            self.assertIn(words, said)

    def test_words_about_clocks_that_can_never_be_met(self):
        said = self.fails(2, "play", self.clock_script(
            '{"expect_clock": "hole", "light": "blue", "state": "runs", "limit": "moon", '
            '"used": "long", "lait": 1}', '{"expect_clock": "none", "at": "soon"}',
            '{"tick": true, "expect": {"fires": 1}}')).err
        for words in (":3: light", ":3: state", ":3: limit", ":3: used", ":3: lait",
                      "use one of: green, yellow, red", ":4: expect_clock", ":4: at", ":5: at",
                      ":5: expect.fires"):
            self.assertIn(words, said)

    def test_faults_of_limits_name_their_place(self):
        script = self.clock_script()
        self.write("time.json", '{"milestones": [{"code": "x", "untill": "closed"}]}')
        self.assertIn("time.milestones[0].untill", self.fails(2, "play", script).err)

    def test_new_kinds_of_lines_that_can_never_be_met(self):
        said = self.fails(2, "play", self.clock_script(
            '{"at": "2020-06-29 11:00", "by": "centre", "switch_mode": {"mode": "war"}}',
            '{"at": "2020-06-29 11:00", "by": "centre", "form_task_force": {"name": "x", "members": 1}}',
            '{"expect_order": "hole", "state": "gone", "units": []}',
            '{"expect_cases": {"colour": 1}, "has": ["moons"]}', '{"expect_board": "moon"}',
            '{"expect_responsible": "04", "tier": "moon"}', '{"expect_sums": 3}',
            '{"expect_nearest": "hole"}', '{"expect_proposal": "none", "orders": []}',
            '{"at": "2020-06-29 11:00", "by": "centre", "bulk": {"where": "x", "action": {"kind": "fly"}}}'
        )).err
        for words in (":3: switch_mode.unit", ":3: mode", ":4: form_task_force.code",
                      ":4: form_task_force.members", ":5: unit", ":5: state", ":5: units",
                      ":6: expect_cases.colour", ":6: has", ":7: expect_board", ":8: place",
                      ":8: tier", ":9: expect_sums", ":10: units", ":11: expect_proposal",
                      ":12: bulk.key", ":12: bulk.action.kind"):
            self.assertIn(words, said)

    PROGRAMMES = {
        "campaigns": [{"code": "roads", "name": "道路整治", "from": "2020-06-29",
                       "until": "2020-06-29", "categories": ["04"]}],
        "patrol_lists": [{"code": "list", "name": "巡查清单", "clauses": [
            {"code": "1.1", "item": "道路", "text": "路面平整", "category": "04-01"},
            {"code": "1.2", "item": "道路", "text": "井盖完好", "category": "04"}]}]}
    PROGRAMMES_HEAD = ('{"play": "round", "organization": "organization.json", '
                       '"programmes": "programmes.json"}')
    ROUND = ('{"at": "2020-06-29 09:00", "by": "grid/gao", "patrol": {"key": "%s", "list": "list", '
             '"passed": ["1.2"], "failed": [{"clause": "1.1", "title": "坑", '
             '"point": [118.6271, 28.7437]}]}%s}')

    def programmes_script(self, *text):
        self.write("programmes.json", program.json.dumps(self.PROGRAMMES))
        return self.script(self.PROGRAMMES_HEAD, *text)

    def test_campaigns_and_rounds_of_patrol(self):
        said = self.ok("play", self.programmes_script(
            self.ROUND % ("r1", ', "as": "round", "cases": ["hole"], "syn": "the round", '
                          '"expect": {"answers": [{"state": "noted"}, {"state": "village_intake"}]}'),
            '{"expect_case": "round", "fields": {"nature": "patrol", "state": "noted"}}',
            '{"expect_case": "hole", "fields": {"campaign": "roads", "category": "04-01", '
            '"point": [118.6271, 28.7437], "links": [{"relation": "follows"}]}}',
            self.ROUND % ("r1", ', "expect": {"answers": [{"status": "duplicate"}, '
                          '{"status": "duplicate"}]}'),
            self.ROUND.replace("1.2", "9.9") % (
                "r2", ', "expect": {"error": "invalid_argument", "field": "clause"}'),
            self.ROUND.replace("06-29", "06-30") % ("r3", ', "cases": ["late"]'),
            '{"expect_case": "late", "fields": {"campaign": null}}')).out
        self.assertIn("all as expected", said)
        self.assertEqual(said.count("invented here: the round"), 2)
        wrong = self.fails(1, "play", self.programmes_script(self.ROUND.replace("1.2", "9.9") % (
            "r1", ""))).out
        self.assertIn(":2: patrol: expected", wrong)

    def test_rounds_and_programmes_that_cannot_be_read(self):
        said = self.fails(2, "play", self.programmes_script(
            '{"at": "2020-06-29 09:00", "by": "grid", "patrol": {"keys": "r", "happened": "soon", '
            '"passed": "1.1", "failed": [{"clause": 3, "point": [1], "colour": 1}, 5]}, '
            '"cases": ["x", "x"]}', '{"at": "2020-06-29 09:00", "by": "grid", "patrol": 1}')).err
        for words in (":2: cases", ":2: patrol.keys", ":2: patrol.happened", ":2: patrol.passed",
                      ":2: patrol.failed[0].clause", ":2: patrol.failed[0].point",
                      ":2: patrol.failed[0].colour", ":2: patrol.failed", ":3: patrol"):
            self.assertIn(words, said)
        script = self.programmes_script()
        for text, words in (('{"campaigns": [{"colour": 1}]}', "campaigns[0].colour"),
                            ('{"rules": {}}', "rules"), ("[", "JSON"), ("3", "object")):
            self.write("programmes.json", text)
            self.assertIn(words, self.fails(2, "play", script).err)

    def test_an_order_to_everything_below(self):
        dispatch = ('{"at": "2020-06-29 10:05", "case": "hole", "by": "center", "do": {"kind": '
                    '"dispatch", "orders": [{"unit": "room", "role": "lead"}, {"unit": "grid", '
                    '"checklist": [{"code": "h1", "expected": 2}]}, {"below": "room", %s"task": '
                    '"巡查"}]}}')
        begin = (self.REPORT.replace('"tier": "township"', '"nature": "directive", "tier": "county"')
                 .replace("room/lin", "center"),
                 '{"at": "2020-06-29 10:01", "case": "hole", "by": "center", "do": {"kind": "file"}}')
        head = '{"play": "below", "organization": "organization.json"}'
        self.ok("play", self.script(
            head, *begin, dispatch % '"kind": "grid", ',
            '{"expect_case": "hole", "fields": {"assignments": [{"unit": "room"}, {"unit": "grid", '
            '"checklist": [{"code": "h1", "expected": 2, "counted": 0}]}, {"unit": "grid2", '
            '"task": "巡查", "checklist": []}]}}',
            '{"expect_roll_up": "hole", "lines": [{"unit": "center", "tier": "county", "ordered": 3, '
            '"expected": 2}, {"unit": "room", "ordered": 3}, {"unit": "village", "ordered": 2, '
            '"last": null}]}',
            '{"expect_roll_up": "hole", "by": "water", "lines": []}'))
        self.ok("play", self.script(head, *begin, dispatch % "",
                                    '{"expect_case": "hole", "count": {"assignments": 5}}'))
        said = self.fails(2, "play", self.script(
            head, *begin, dispatch % '"kind": "moon", "unit": "x", ',
            '{"expect_roll_up": "none"}')).err
        for words in (":4: do.orders[2].kind", ":4: do.orders[2].unit", ":5: expect_roll_up",
                      ":5: lines"):
            self.assertIn(words, said)

    def test_roads(self):
        self.write("roads.json", program.json.dumps({
            "crossings": [{"code": "a", "place": [118.6, 28.7]},
                          {"code": "b", "place": [118.62, 28.74]},
                          {"code": "c", "place": [118.6271, 28.7437]}],
            "roads": [{"from": "a", "to": "c", "seconds": 60},
                      {"from": "b", "to": "c", "seconds": 600}]}))
        head = '{"play": "roads", "organization": "organization.json"}'
        report = self.REPORT.replace('"title"', '"point": [118.6271, 28.7437], "title"')
        nearest = '{"expect_nearest": "hole", "count": 2, "units": [%s]%s}'
        self.ok("play", self.script(
            head, report, nearest % ('"room", "center"', ', "costs": [null, null]'),
            '{"use_roads": "roads.json"}', nearest % ('"center", "room"', ', "costs": [60, 600]'),
            '{"use_roads": null}', nearest % ('"room", "center"', "")))
        self.write("bad.json", '{"crossings": [], "colour": 1}')
        said = self.fails(2, "play", self.script(
            head, '{"use_roads": "bad.json"}', '{"use_roads": "none.json"}', '{"use_roads": 3}')).err
        for words in (":2: use_roads.colour", ":3: use_roads: there is no such file",
                      ":4: use_roads"):
            self.assertIn(words, said)

    def test_steps_that_are_repeated(self):
        report = self.REPORT.replace('"as": "hole"', '"as": "hole{n}", "repeat": 3, "every": "PT1H"')
        script = self.script(
            '{"play": "many", "organization": "organization.json"}', report,
            '{"expect_case": "hole{n}", "repeat": 2, "from": 2, "fields": {"holder": "room"}}',
            '{"expect_case": "hole3", "fields": {"reported": "2020-06-29 12:00"}}',
            '{"expect_cases": {"title": "x"}, "count": 3, "of": 3, "percent": "100.00"}',
            '{"expect_case": "hole1", "by": "roads", "hidden": true}')
        said = self.ok("play", script).out
        self.assertIn("3 steps, ", said)
        self.assertEqual(said.count("330881-20200629-"), 1, said)
        wrong = self.fails(2, "play", self.script(self.HEAD.replace(', "time": "time.json", "holidays": '
                                                                    '"holidays.json"', ""),
                                                  report.replace('"every": "PT1H"', '"every": "soon"')))
        self.assertIn(":2: every", wrong.err)

    def test_scripts_without_a_first_line_or_organization(self):
        self.assertIn("play", self.fails(2, "play", self.script(*lines()[3:5])).err)
        self.assertIn("--organization", self.fails(2, "play", self.script('{"play": "x"}')).err)
        self.fails(2, "play", self.script("# nothing"))
        self.fails(2, "play", os.path.join(self.folder, "nowhere.jsonl"))

    def test_another_organization(self):
        script = self.script(*[lines()[1].replace('"organization.json"', '"nowhere.json"')],
                             *lines()[2:])
        self.fails(2, "play", script)
        self.ok("play", script, "--organization", program.ORGANIZATION)

    def test_faults_in_rules(self):
        script = self.script(lines()[1].replace('"check_after_handling"', '"check_after"'),
                             *lines()[2:])
        self.assertIn("rules.check_after", self.fails(2, "play", script).err)


if __name__ == "__main__":
    program.main()
