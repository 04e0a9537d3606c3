"""Clocks: what they say in both languages and to machines, ticks, holiday tables, whose time it was."""

import json
import os
import sqlite3
import unittest

import program
from program import ORGANIZATION

TIME = os.path.join(program.HERE, "time.json")


class Clocks(program.Case):
    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization", ORGANIZATION, "--time", TIME,
                "--at", "2020-06-29 08:00")
        self.id = self.report()["case_id"]  # Monday 2020-06-29 10:00

    def act(self, kind, at, *more, by="room/lin", code=0):
        result = program.run("act", self.store, kind, "--case", self.id, "--by", by, "--at",
                             "2020-" + at, "--json", *more)
        self.assertEqual(result.code, code, result.out + result.err)
        return result.json()

    def clocks(self, at):
        views = self.ok("clocks", self.store, self.id, "--at", "2020-" + at, "--json").json()
        return {view["clock"]["milestone"]: view for view in views}

    def holidays(self, days, until="2021-01-01"):
        table = {"code": "cn", "name": "节假日", "until": until, "days": days}
        return self.write("holidays.json", json.dumps(table))

    # ---- a policy in parts ----

    def test_parts_of_a_policy_are_loaded(self):
        table = self.holidays([{"date": "2020-07-01", "name": "停电"}])
        loaded = self.ok("load", self.store, ORGANIZATION, "--time", TIME, "--holidays", table,
                         "--by", "center/shi", "--at", "2020-06-29 10:30", "--json").json()
        self.assertEqual(loaded, {"policy_version": 2})
        self.id = self.report("--command-id", "second")["case_id"]
        self.assertEqual(self.clocks("06-29 11:00")["close"]["clock"]["times"]["deadline"],
                         "2020-07-07T10:00:00+08:00")

    def test_a_part_alone_is_put_into_the_policy_in_force(self):
        table = self.holidays([{"date": "2020-07-01", "name": "停电"}])
        loaded = self.ok("load", self.store, "--holidays", table, "--by", "center/shi", "--at", "2020-06-29 10:30", "--json")
        self.assertEqual(loaded.json(), {"policy_version": 2})
        self.id = self.report("--command-id", "second")["case_id"]
        self.assertEqual(self.clocks("06-29 11:00")["close"]["clock"]["times"]["deadline"], "2020-07-07T10:00:00+08:00")
        self.assertIn("DOC", self.fails(2, "load", self.store, "--by", "center/shi").err)

    def test_limits_of_an_example_want_their_holiday_table(self):
        examples = os.path.join(program.HERE, "..", "..", "examples")
        parts = ["--organization", os.path.join(examples, "haian", "organization.json"),
                 "--time", os.path.join(examples, "haian", "time.json")]
        other = os.path.join(self.folder, "other.gridcase")
        self.assertIn("calendar.holidays_unknown", self.fails(2, "init", other, *parts).err)
        self.ok("init", other, *parts, "--holidays",
                os.path.join(examples, "holidays", "cn.json"))

    # ---- clocks ----

    def test_table_in_both_languages(self):
        lines = self.ok("clocks", self.store, self.id, "--at", "2020-06-29 11:20").out.splitlines()
        self.assertEqual(len(lines), 3)
        for words in ("90 urgent minutes", "2020-06-29 11:30:00", "running", "1:20", "yellow"):
            self.assertIn(words, lines[1])
        for words in ("5 working days of 8:00 h", "2020-07-06 10:00:00 (provisional)", "green"):
            self.assertIn(words, lines[2])
        self.assertNotIn("late", lines[0])
        chinese = self.ok("clocks", self.store, self.id, "--at", "2020-06-29 11:31",
                          "--lang", "zh").out
        for words in ("时限事项", "90 紧急工作分钟", "计时中", "红灯", "超期", "（暂定）"):
            self.assertIn(words, chinese)

    def test_at_the_deadline_is_in_time(self):
        for at, light, late in (("06-29 11:12", "green", False), ("06-29 11:12:01", "yellow", False),
                                ("06-29 11:30", "yellow", False), ("06-29 11:30:01", "red", True)):
            view = self.clocks(at)["accept"]
            self.assertEqual((view["light"], view["late"]), (light, late), at)

    def test_data_for_machines(self):
        self.act("accept", "06-29 11:45")
        view = self.clocks("06-29 12:00")["accept"]
        self.assertEqual((view["milestone"], view["used"], view["late"]),
                         ("受理", 6_300_000_000, True))
        clock = view["clock"]
        self.assertEqual((clock["state"], clock["limit"], clock["budget"]),
                         ("met", "urgent_minute", 5_400_000_000))
        self.assertEqual(clock["stopped"], "2020-06-29T11:45:00+08:00")
        self.assertEqual(clock["times"]["deadline"], "2020-06-29T11:30:00+08:00")
        self.assertFalse(clock["times"]["provisional"])
        self.assertEqual((clock["holds"], clock["calendar"], clock["asked_by"]), ([], None, None))

    def test_orders_and_whole_days(self):
        self.act("accept", "06-29 10:10")
        self.act("file", "06-29 10:20")
        self.act("dispatch", "06-29 10:30", "--order", "unit=station,role=lead")
        lines = self.ok("clocks", self.store, self.id, "--at", "2020-06-29 11:00").out
        self.assertIn("order 1: ", lines)
        self.assertIn("the end of the working day", lines)
        self.assertEqual(self.clocks("06-29 11:00")["sign"]["clock"]["times"]["deadline"],
                         "2020-06-29T18:00:00+08:00")

    def test_limit_given_with_the_report(self):
        self.id = self.report("--due", "2020-07-01 10:00")["case_id"]
        lines = self.ok("clocks", self.store, self.id, "--at", "2020-06-29 11:00").out
        self.assertRegex(lines, r"due .*48:00 +2020-07-01 10:00:00")
        self.assertRegex(self.ok("clocks", self.store, self.id, "--lang", "zh").out, "办理期限")

    def test_show_and_list(self):
        shown = self.ok("show", self.store, self.id, "--at", "2020-06-29 11:31")
        self.assertIn("90 urgent minutes", shown.out)
        data = self.ok("show", self.store, self.id, "--at", "2020-06-29 11:31", "--json").json()
        self.assertEqual([view["late"] for view in data["clocks"]], [True, False])
        self.assertEqual([clock["no"] for clock in data["case"]["clocks"]], [1, 2])
        self.assertEqual([entry["step"] for entry in data["history"][0]["facts"]["clocks"]],
                         ["start", "start"])
        for more in ([], ["--all"]):
            listed = self.ok("list", self.store, "--at", "2020-06-29 11:31", *more).out
            self.assertIn("red", listed)
            self.assertIn("2020-06-29 11:30:00", listed)
        for at, cases in (("11:30", 0), ("11:31", 1)):
            page = self.ok("list", self.store, "--overdue", "--at", "2020-06-29 " + at, "--json")
            self.assertEqual(len(page.json()["cases"]), cases)
        case = self.ok("list", self.store, "--json").json()["cases"][0]
        self.assertEqual(case["deadline"], "2020-06-29T11:30:00+08:00")

    def test_grade_and_kept_deadlines(self):
        self.act("expedite", "06-29 10:05", "--reason", "urgent", "--grade", "urgent",
                 "--keep-deadlines")
        self.assertEqual(self.clocks("06-29 10:10")["close"]["clock"]["limit"], "working_day")
        self.act("expedite", "06-29 10:10", "--reason", "urgent", "--grade", "urgent")
        clock = self.clocks("06-29 10:10")["close"]["clock"]
        self.assertEqual((clock["limit"], clock["times"]["deadline"]),
                         ("working_hour", "2020-06-29T16:00:00+08:00"))
        self.assertIn("deadlines: kept as they were", self.ok("show", self.store, self.id).out)

    def test_one_clock_is_named(self):
        refused = self.act("request_extension", "06-29 10:10", "--reason", "rain", "--clock", "1",
                           code=1)
        self.assertEqual(refused["refusal"]["field"], "clock")
        self.act("request_extension", "06-29 10:10", "--reason", "rain", "--clock", "2")
        self.assertEqual(self.clocks("06-29 10:11")["close"]["clock"]["approvals"], 0)
        self.assertIn("clock: 2", self.ok("show", self.store, self.id).out)
        self.fails(2, "act", self.store, "appeal", "--case", self.id, "--by", "room",
                   "--clock", "two")

    def test_a_case_without_clocks(self):
        os.remove(self.store)
        self.init()
        self.id = self.report()["case_id"]
        self.assertEqual(self.ok("clocks", self.store, self.id).out, "no clock\n")
        self.assertEqual(self.ok("explain", self.store, self.id, "--lang", "zh").out, "没有计时\n")
        self.assertEqual(self.ok("clocks", self.store, self.id, "--json").json(), [])
        self.assertNotIn("deadline", self.ok("list", self.store).out)

    # ---- explain ----

    def test_explain(self):
        english = self.ok("explain", self.store, self.id, "2", "--at", "2020-06-29 11:00").out
        for words in ("Clock 2", "Deadline: 2020-07-06 10:00:00", "Provisional", "day off",
                      "add up to 40 h, the limit"):
            self.assertIn(words, english)
        chinese = self.ok("explain", self.store, self.id, "--lang", "zh").out
        for words in ("计时 1，", "计时 2，", "昼夜连续计时", "休息日", "等于时限"):
            self.assertIn(words, chinese)

    def test_explain_for_machines(self):
        self.act("accept", "06-29 10:10")
        one, two = self.ok("explain", self.store, self.id, "--json",
                           "--at", "2020-06-29 11:00").json()
        self.assertEqual([entry["step"] for entry in one["ledger"]], ["start", "stop"])
        self.assertEqual(one["horizon"], None)
        counted = [s["amount"] for s in two["segments"] if s["kind"] == "counted"]
        self.assertEqual(sum(counted), two["clock"]["budget"])
        self.assertEqual((two["horizon"], two["time_zone"], two["calendar"]),
                         ("2020-07-03", "Asia/Shanghai", "机关作息"))
        alone = self.ok("explain", self.store, self.id, "2", "--json",
                        "--at", "2020-06-29 11:00").json()
        self.assertEqual(alone, [two])

    def test_explain_what_is_not_there(self):
        self.assertIn("no clock of this number", self.fails(1, "explain", self.store, self.id, "9").err)
        for wrong in ("0", "x", "99999999999"):
            self.assertIn("CLOCK", self.fails(2, "explain", self.store, self.id, wrong).err)
        self.fails(1, "clocks", self.store, "330881-20200629-9999999")
        self.fails(1, "clocks", self.store, self.id, "--by", "water")

    # ---- tick ----

    def test_tick(self):
        before = self.ok("tick", self.store, "--at", "2020-06-29 10:30", "--json").json()
        self.assertEqual((before["fired"], before["failed"], before["more"], before["next"]),
                         (0, 0, False, "2020-06-29T10:45:00+08:00"))
        result = self.ok("tick", self.store, "--at", "2020-06-29 12:00")
        for words in ("2 rungs fired, 0 holds ended", "behind its time: 1:15 h",
                      "next due: 2020-07-03 10:00:00"):
            self.assertIn(words, result.out)
        again = self.ok("tick", self.store, "--at", "2020-06-29 12:00", "--lang", "zh").out
        self.assertIn("到期处理 0 项", again)
        shown = self.ok("show", self.store, self.id).out
        self.assertIn("done by the ladder: reminded, due 2020-06-29 10:45:00", shown)
        self.assertIn("done by the ladder: told one level up, due 2020-06-29 11:30:00", shown)

    def test_tick_in_portions(self):
        self.report()
        for _ in range(2):
            done = self.ok("tick", self.store, "--at", "2020-06-29 12:00", "--budget", "2",
                           "--slice", "1", "--json").json()
            self.assertEqual((done["fired"], done["slices"]), (2, 2))
        self.assertFalse(done["more"])
        self.report()
        self.assertIn("more is due", self.ok("tick", self.store, "--at", "2020-06-29 12:00",
                                             "--budget", "1").out)
        for option, wrong in (("--budget", "0"), ("--slice", "x")):
            self.assertIn(option, self.fails(2, "tick", self.store, option, wrong).err)
        self.fails(2, "tick", self.store, "--slice", "513")

    def test_a_damaged_case_keeps_nobody_else_from_being_told(self):
        self.report()
        database = sqlite3.connect(self.store)
        for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE clocks SET milestone = 9999 WHERE case_id = ?", (int(self.id),))
        database.commit()
        database.close()
        said = self.fails(1, "tick", self.store, "--at", "2020-06-29 12:00")
        self.assertIn("2 rungs fired", said.out)
        self.assertIn("could not be done; gridcase verify FILE", said.err)
        again = self.fails(1, "tick", self.store, "--at", "2020-06-29 12:00", "--json").json()
        self.assertEqual((again["fired"], again["failed"], again["more"]), (0, 1, True))

    # ---- holidays ----

    def test_preview_changes_nothing_and_apply_does(self):
        table = self.holidays([{"date": "2020-07-01", "name": "停电"}])
        for _ in range(2):
            said = self.ok("holidays", self.store, table, "--at", "2020-06-29 11:00").out
            self.assertIn("1 of 2 open deadlines would move", said)
            self.assertIn("1 are no longer provisional", said)
            self.assertRegex(said, r"2020-07-06 10:00:00 +2020-07-07 10:00:00 +\+24:00")
        self.assertIn("(provisional)", self.ok("clocks", self.store, self.id).out)
        self.assertIn("--by", self.fails(2, "holidays", self.store, table, "--apply").err)
        done = self.ok("holidays", self.store, table, "--apply", "--by", "center/shi", "--json",
                       "--at", "2020-06-29 11:00").json()
        self.assertEqual((done["applied"], done["moved"], done["policy_version"]), (True, 1, 2))
        self.assertEqual((done["earliest"], done["latest"]), ("PT0S", "PT24H"))
        self.assertEqual(done["moves"][0]["after"], "2020-07-07T10:00:00+08:00")
        self.assertEqual(self.clocks("06-29 12:00")["close"]["clock"]["times"]["deadline"],
                         "2020-07-07T10:00:00+08:00")
        again = self.ok("holidays", self.store, table, "--apply", "--by", "center/shi",
                        "--lang", "zh", "--at", "2020-06-29 11:00").out
        self.assertIn("0 个期限已移动", again)
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_who_may_and_faults_of_a_table(self):
        table = self.holidays([])
        self.assertNotEqual(program.run("holidays", self.store, table, "--by", "water").code, 0)
        bad = self.write("bad.json", '{"code": "cn", "until": "soon", "dayz": []}')
        self.assertEqual(len(self.fails(2, "holidays", self.store, bad).err.splitlines()), 3)

    # ---- time ----

    def test_whose_time_it_was(self):
        self.act("accept", "06-29 11:00")
        self.act("file", "06-29 11:00")
        self.act("dispatch", "06-29 11:00", "--order", "unit=station,role=lead")
        said = self.ok("time", self.store, self.id, "--at", "2020-06-29 15:00").out
        for words in ("(holder)", "(lead)", "4:00", "80.0", "total", "5:00"):
            self.assertIn(words, said)
        self.assertIn("（牵头）", self.ok("time", self.store, self.id, "--lang", "zh",
                                      "--at", "2020-06-29 15:00").out)
        data = self.ok("time", self.store, self.id, "--at", "2020-06-29 15:00", "--json").json()
        self.assertEqual(data["total"], "PT5H")
        self.assertEqual([(span["unit"], span["role"]) for span in data["spans"]],
                         [("room", "holder"), ("station", "lead")])
        for one, other in zip(data["spans"], data["spans"][1:]):
            self.assertEqual(one["until"], other["from"])
        self.assertEqual({s["unit"]: s["time"] for s in data["shares"]},
                         {"room": "PT1H", "station": "PT4H"})

    def test_summed_by_unit(self):
        self.report()
        summed = self.ok("time", self.store, "--from", "2020-06-29 00:00", "--until",
                         "2020-06-30 00:00", "--at", "2020-06-29 12:00", "--json")
        self.assertEqual(summed.json(), {"shares": [
            {"kind": "unit", "unit": "room", "role": "holder", "time": "PT4H"}]})
        self.assertEqual(self.ok("time", self.store, "--from", "2020-07-01 00:00",
                                 "--at", "2020-07-02 00:00").out, "no case\n")
        self.assertIn("--from", self.fails(2, "time", self.store).err)
        self.assertIn("--from", self.fails(2, "time", self.store, self.id, "--from",
                                           "2020-06-29 00:00").err)


if __name__ == "__main__":
    program.main()
