"""Every command once as it should go, and once as it should not."""

import glob
import os
import pty
import re
import sqlite3
import unittest

import program
from program import ORGANIZATION, run


class Stores(program.Case):
    def test_init(self):
        result = self.init()
        self.assertIn("青石县", result.out)
        again = self.fails(2, "init", self.store, "--organization", ORGANIZATION)
        self.assertEqual(len(again.err.splitlines()), 1)

    def test_init_wants_one_document(self):
        for documents in ([], ["--organization", ORGANIZATION, "--policy", ORGANIZATION]):
            self.assertIn("--policy", self.fails(2, "init", self.store, *documents).err)

    def test_faults_of_a_document_are_all_listed(self):
        bad = self.write("bad.json", """{"code": "330881", "name": "x", "time_zone": "Asia/Shanghai",
            "units": [{"code": "a", "name": "a", "kind": "nonsense"}, {"cod": "b"}]}""")
        result = self.fails(2, "init", self.store, "--organization", bad)
        self.assertGreaterEqual(len(result.err.splitlines()), 3)
        self.assertIn("units[0].kind", result.err)
        machine = self.fails(2, "init", self.store, "--organization", bad, "--json")
        error = program.json.loads(machine.err)["error"]
        self.assertEqual(error["code"], "invalid_document")
        self.assertGreaterEqual(len(error["faults"]), 2)
        self.assertEqual(machine.out, "")

    def test_documents_that_cannot_be_read(self):
        latin = self.write("latin.json", b'{\n"name": "\xe9"}')
        for file, words in (("nowhere.json", "no such file"), (self.folder, "folder"),
                            (latin, "line 2")):
            self.assertIn(words, self.fails(2, "init", self.store, "--organization", file).err)

    def test_byte_order_mark_and_standard_input(self):
        with open(ORGANIZATION, encoding="utf-8") as file:
            text = file.read()
        self.ok("init", self.store, "--organization", "-", stdin="\ufeff" + text)

    def test_load_verify_export(self):
        self.init()
        self.report()
        loaded = self.ok("load", self.store, ORGANIZATION, "--by", "center/shi",
                         "--at", "2020-06-29 11:00", "--json").json()
        self.assertEqual(loaded, {"policy_version": 2})
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])
        self.assertIn("agrees", self.ok("verify", self.store).out)
        events = self.ok("export", self.store).lines()
        self.assertEqual([event["sequence"] for event in events],
                         list(range(1, len(events) + 1)))
        report = [event for event in events if event["action"] == "report"][0]
        self.assertEqual(report["detail"]["point"], [118.6271, 28.7437])
        self.assertEqual(report["happened"], "2020-06-29T10:00:00+08:00")
        last = self.ok("export", self.store, "--after", str(len(events) - 1)).lines()
        self.assertEqual(last, events[-1:])

    def test_store_that_is_none(self):
        self.assertIn("no such store", self.fails(3, "list", self.store).err)
        self.write("store.gridcase", "this is no database, it only looks like a file " * 40)
        self.fails(3, "list", self.store)

    def test_store_that_is_damaged(self):
        for harm, commands in (
                ("UPDATE policies SET document = '{not json'", (["list"], ["show", "x"], ["verify"])),
                ("UPDATE policies SET document = CAST(x'ff00ff' AS TEXT)", (["list"],)),
                ("DROP TABLE cases", (["list"], ["show", "x"], ["board"]))):
            for file in glob.glob(self.store + "*"):
                os.remove(file)
            self.init()
            self.report()
            self.harm(harm)
            for command, *rest in commands:
                result = self.fails(3, command, self.store, *rest)
                for words in ("damaged", "gridcase verify", "backup"):
                    self.assertIn(words, result.err)
                self.assertEqual(len(result.err.splitlines()), 1)
                self.assertIn("案件库已损坏", self.fails(3, command, self.store, *rest,
                                                  "--lang", "zh").err)
        self.fails(2, "load", self.store, ORGANIZATION + ".none", "--by", "center/shi")

    def harm(self, statement):
        database = sqlite3.connect(self.store)
        for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(statement)
        database.commit()
        database.close()

    def test_store_that_is_a_folder(self):
        road = os.path.join(program.HERE, "road.jsonl")
        for command in (["list", self.folder], ["verify", self.folder],
                        ["play", road, "--store", self.folder],
                        ["init", self.folder, "--organization", ORGANIZATION]):
            self.assertIn("this is a folder, not a store", self.fails(3, *command).err)

    def test_full_disk(self):
        self.init()
        if os.path.exists("/dev/full"):
            with open("/dev/full", "w") as full:
                code = program.subprocess.run([program.PROGRAM, "actions"], stdout=full,
                                              stderr=program.subprocess.PIPE).returncode
            self.assertEqual(code, 3)


class Cases(program.Case):
    def setUp(self):
        super().setUp()
        self.init()
        self.answer = self.report()
        self.id = self.answer["case_id"]

    def act(self, kind, by, *more, code=0):
        result = run("act", self.store, kind, "--case", self.id, "--by", by,
                     "--at", "2020-06-29T12:00:00+08:00", "--json", *more)
        self.assertEqual(result.code, code, result.out + result.err)
        return result.json()

    def test_report(self):
        self.assertEqual(self.answer["status"], "committed")
        self.assertEqual(self.answer["state"], "township_intake")
        shown = self.ok("show", self.store, self.id, "--json").json()
        self.assertEqual(shown["case"]["title"], "村道塌陷")
        self.assertEqual(shown["case"]["grid"], "grid")
        self.assertEqual(shown["case"]["point"], [118.6271, 28.7437])
        self.assertEqual(len(shown["history"]), 1)
        self.assertIn("accept", shown["allowed"])

    def test_fields_reach_the_case(self):
        self.report("--party", "role=requester,name=张三,address=一号楼,二单元",
                    "--external-id", "system=12345,id=A-7", "--due", "2020-07-01 10:00",
                    "--text", "多行\n文字", "--drill", "--command-id", "once")
        again = self.report("--party", "role=requester,name=张三,address=一号楼,二单元",
                            "--external-id", "system=12345,id=A-7", "--due", "2020-07-01 10:00",
                            "--text", "多行\n文字", "--drill", "--command-id", "once")
        self.assertEqual(again["status"], "duplicate")
        case = self.ok("list", self.store, "--external", "12345:A-7", "--json").json()["cases"][0]
        self.assertEqual(case["due"], "2020-07-01T10:00:00+08:00")
        self.assertTrue(case["drill"])
        shown = self.ok("show", self.store, case["number"])
        self.assertNotIn("张三", shown.out)
        self.assertNotIn("二单元", shown.out)

    def test_act_and_refusal(self):
        self.act("accept", "room/lin")
        self.act("file", "room/lin")
        done = self.act("dispatch", "room/lin", "--order", "unit=station,role=lead,task=填平, 夯实",
                        "--order", "unit=grid2")
        self.assertEqual(done["state"], "township_dispatched")
        case = self.ok("show", self.store, self.id, "--json").json()["case"]
        self.assertEqual([(a["unit"], a["role"]) for a in case["assignments"]],
                         [("station", "lead"), ("grid2", "assist")])
        refused = self.act("close", "room/lin", code=1)
        self.assertEqual(refused["refusal"]["code"], "not_possible")
        people = self.fails(1, "act", self.store, "close", "--case", self.id, "--by", "room/lin",
                            "--at", "2020-06-29 13:00", "--lang", "zh")
        self.assertIn("被拒绝：当前状态不允许此操作（not_possible）", people.err)
        self.assertIn("当前可做：", people.err)
        self.assertEqual(people.out, "")

    def test_action_as_json(self):
        action = '{"kind": "accept", "note": "from JSON"}'
        self.act("accept", "room/lin", "--action", action)
        history = self.ok("show", self.store, self.id, "--json").json()["history"]
        self.assertEqual(history[-1]["detail"]["note"], "from JSON")
        alone = ["act", self.store, "--case", self.id, "--by", "room/lin", "--action"]
        self.ok(*alone, '{"kind": "comment"}', "--note", "from the option")
        self.fails(2, *alone, '{"kind": "comment", "notes": "x"}')
        self.fails(2, *alone[:2], "close", *alone[2:], action)
        self.fails(2, *alone[:-1])

    def test_case_by_number_and_by_nobody(self):
        number = self.ok("show", self.store, self.id, "--json").json()["case"]["number"]
        self.assertIn(number, self.ok("show", self.store, number).out)
        self.fails(1, "show", self.store, "330881-20200629-9999999")
        self.fails(1, "show", self.store, self.id, "--by", "water")

    def test_empty_text_names_no_case(self):
        for empty in ("", " "):
            for arguments, word in (
                    (["show", self.store, empty], "CASE"),
                    (["act", self.store, "close", "--case", empty, "--by", "room"], "--case"),
                    (["act", self.store, "merge", "--case", self.id, "--other-case", empty,
                      "--by", "room"], "--other-case"),
                    (["list", self.store, "--number", empty], "--number")):
                result = self.fails(2, *arguments)
                self.assertIn(word + ": names no case", result.err)
                self.assertEqual(len(result.err.splitlines()), 1)

    def test_list_and_board(self):
        for _ in range(3):
            self.report()
        page = self.ok("list", self.store, "--limit", "3", "--json").json()
        self.assertEqual(len(page["cases"]), 3)
        rest = self.ok("list", self.store, "--after", page["next"], "--json").json()
        self.assertEqual(len(rest["cases"]), 1)
        self.assertEqual(len(self.ok("list", self.store, "--all", "--json").lines()), 4)
        for more in (["--holder", "room"], ["--township", "room"], ["--grid", "grid"],
                     ["--state", "township_intake"], ["--stage", "report"], ["--category", "04"],
                     ["--from", "2020-06-29 10:00", "--until", "2020-06-29 10:01"], ["--open"]):
            self.assertEqual(len(self.ok("list", self.store, "--json", *more).json()["cases"]), 4,
                             more)
        self.assertEqual(self.ok("list", self.store, "--assigned", "water").out, "no case\n")
        board = self.ok("board", self.store, "--json").json()
        self.assertEqual(board["total"]["open"], 4)
        self.assertEqual(board["lines"][0]["key"], "room")
        for key in ("holder", "lead", "township", "category", "tier", "channel"):
            self.ok("board", self.store, "--by-what", key, "--all")
        self.assertIn("--by-what", self.fails(2, "board", self.store, "--by-what", "moon").err)

    def test_chinese_tables_line_up(self):
        out = self.ok("board", self.store, "--lang", "zh").out.splitlines()
        ends = {sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in out}
        self.assertEqual(len(ends), 1, out)


class Questions(program.Case):
    def test_locate(self):
        for file in (ORGANIZATION, self.store):
            if file == self.store:
                self.init()
            self.assertEqual(self.ok("locate", file, "118.6271,28.7437", "--json").json()["grid"],
                             "grid")
        self.fails(1, "locate", ORGANIZATION, "10,10")
        self.assertIn("longitude", self.fails(2, "locate", ORGANIZATION, "10").err)
        self.fails(2, "locate", ORGANIZATION, "200,10")

    def test_route(self):
        route = self.ok("route", ORGANIZATION, "grid", "roads", "--json").json()
        self.assertEqual([step["unit"] for step in route["steps"]],
                         ["village", "room", "center", "roads"])
        self.assertIn("yes", self.ok("route", ORGANIZATION, "water", "room").out)
        self.fails(2, "route", ORGANIZATION, "grid", "moon")

    def test_responsible(self):
        who = self.ok("responsible", ORGANIZATION, "04-01", "grid", "county", "--json").json()
        self.assertEqual((who["lead"], who["assists"]), ("roads", ["water"]))
        self.fails(1, "responsible", ORGANIZATION, "04-01", "grid", "village")

    def test_diagram_and_actions(self):
        for form, words in (("dot", "digraph"), ("mermaid", "stateDiagram"), ("scxml", "<scxml"),
                            ("markdown", "|")):
            self.assertIn(words, self.ok("diagram", "--format", form).out)
        self.fails(2, "diagram", "--format", "png")
        actions = self.ok("actions", "--json").json()
        self.assertEqual(actions[0]["action"], "report")
        self.assertIn("title", actions[0]["required"])
        self.assertIn("上报", self.ok("actions", "--lang", "zh").out)


class Words(program.Case):
    def test_language_of_the_environment(self):
        for environment, chinese in (({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "en_GB.UTF-8"}, False),
                                     ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, False),
                                     ({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "C"}, True)):
            out = self.ok("--help", environment=environment).out
            self.assertEqual("用法" in out, chinese, environment)
        self.assertIn("Usage", self.ok("--help", "--lang", "en",
                                       environment={"LANG": "zh_CN.UTF-8"}).out)
        self.fails(2, "actions", "--lang", "fr")

    def test_help_of_every_command(self):
        for language in ("zh", "en"):
            out = self.ok("--help", "--lang", language).out
            self.assertNotIn("⟦", out)
            for command in re.findall(r"^  ([a-z]+) {2,}", out, re.M):
                page = self.ok(command, "--help", "--lang", language).out
                self.assertNotIn("⟦", page, command)

    def test_usage(self):
        for arguments, words in (([], "no command"), (["--json", "fly"], "fly"), (["fly"], "fly"), (["show"], "FILE"), (["show", "f"], "CASE"),
                                 (["actions", "--fast"], "--fast"), (["show", "--by"], "--by"),
                                 (["act", "f", "fly", "--by", "a"], "fly"),
                                 (["list", "f", "--by", "a", "--by", "b"], "--by")):
            result = self.fails(2, *arguments)
            self.assertIn(words, result.err)
            self.assertEqual(len(result.err.splitlines()), 1)
            self.fails(2, *arguments, "--lang", "zh")
        self.init()
        for bad in (["--at", "yesterday"], ["--by", "a/b/c/d"]):
            arguments = {"--at": "2020-06-29 09:00", "--by": "grid/gao"}
            arguments[bad[0]] = bad[1]
            flat = [part for pair in arguments.items() for part in pair]
            result = self.fails(2, "report", self.store, "--title", "x", "--category", "04", *flat)
            self.assertIn(bad[0], result.err)
            self.assertIn(bad[1], result.err)

    def test_colour_only_on_a_terminal(self):
        self.assertNotIn("\x1b", self.ok("actions").out)
        for no_colour in (False, True):
            environment = dict(os.environ)
            environment.pop("NO_COLOR", None)
            if no_colour:
                environment["NO_COLOR"] = "1"
            main, sub = pty.openpty()
            done = program.subprocess.Popen([program.PROGRAM, "actions"], stdout=sub, env=environment)
            os.close(sub)
            out = b""
            while True:
                try:
                    part = os.read(main, 65536)
                except OSError:
                    break
                if not part:
                    break
                out += part
            done.wait()
            os.close(main)
            self.assertEqual(b"\x1b[1m" in out, not no_colour)

    def test_version(self):
        self.assertRegex(self.ok("--version").out, r"^gridcase \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    program.main()
