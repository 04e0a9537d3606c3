"""`export-log`: what is in a store is in each of its logs, as other readers find it."""

import contextlib
import glob
import json
import os
import sqlite3
import sys
import time
import unittest

import program

ROOT = os.path.join(program.HERE, "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "exchange"))
sys.path.insert(0, os.path.join(ROOT, "tests", "replay"))

import ocel_checks  # noqa: E402
import read_logs  # noqa: E402
import running  # noqa: E402

FORMATS = {"ocel-sqlite": "sqlite", "ocel-json": "json", "xes": "xes"}
SCHEMA = os.path.join(running.DATA, "eventlogs", "ocel20_schema.json")
EXAMPLE = os.path.join(running.DATA, "eventlogs", "ocel20_example.sqlite")
BOSTON_ROWS = int(os.environ.get("GRIDCASE_EVENT_LOG_ROWS", "300"))


def open_log(path):
    return contextlib.closing(sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True))


class ExportLog(program.Case):
    def counted(self, store):
        """What the store itself says, by the library's list and by SQL."""
        cases = len(self.ok("list", store, "--all", "--json").lines())
        for nature in ("contact", "alert", "article"):  # listed only when they are asked for
            cases += len(self.ok("list", store, "--all", "--nature", nature, "--json").lines())
        with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % store, uri=True)) as file:
            activities = dict(file.execute(
                "SELECT action, count(*) FROM history_view WHERE case_id <> 0 GROUP BY action"))
            orders = file.execute("SELECT count(*) FROM assignments").fetchone()[0]
        return cases, activities, orders

    def logs(self, store, *options):
        """Every form of a log, and what the program says is in it."""
        found = {}
        for form, suffix in FORMATS.items():
            path = os.path.join(self.folder, "%s.%d.%s" % (
                os.path.basename(store), len(os.listdir(self.folder)), suffix))
            began = time.monotonic()
            said = self.ok("export-log", store, "--format", form, "--out", path, "--json",
                           *options).json()
            found[form] = path, said, time.monotonic() - began
        return found

    def agree(self, store):
        """Counts the store and each of its logs by other means, and compares."""
        cases, activities, orders = self.counted(store)
        logs = self.logs(store)
        summaries = {}
        for form, (path, said, _) in logs.items():
            with self.subTest(form):
                summary = summaries[form] = read_logs.of(path).as_dictionary()
                self.assertEqual((summary["cases"], summary["activities"]), (cases, activities))
                self.assertEqual((said["cases"], said["events"]),
                                 (cases, sum(activities.values())))
                for key in ("objects", "event_relations", "object_relations"):
                    self.assertEqual(said[key], summary[key], key)
        self.assertEqual(summaries["ocel-sqlite"], summaries["ocel-json"])
        if cases:
            self.assertEqual(summaries["xes"]["first"], summaries["ocel-json"]["first"])
            self.assertEqual(summaries["ocel-json"]["objects_by_type"].get("order", 0), orders)
        with open_log(logs["ocel-sqlite"][0]) as log:
            self.assertEqual(ocel_checks.failed_checks(log), [])
            self.assertEqual(ocel_checks.wrong_rows(log), [])
        self.valid(logs["ocel-json"][0])
        return logs

    def valid(self, path):
        """By the schema of the standard, where both it and a validator are at hand."""
        try:
            import jsonschema
        except ImportError:
            return
        if not os.path.exists(SCHEMA) or os.path.getsize(path) > 5e6:
            return  # a validator takes minutes for a large one
        with open(SCHEMA, encoding="utf-8") as schema, open(path, encoding="utf-8") as log:
            jsonschema.validate(json.load(log), json.load(schema))

    def test_plays(self):
        scripts = sorted(glob.glob(os.path.join(ROOT, "examples", "scripts", "*.jsonl")))
        self.assertGreater(len(scripts), 12)
        for number, script in enumerate(scripts):
            with self.subTest(os.path.basename(script)):
                store = "%s.%d" % (self.store, number)
                self.ok("play", script, "--store", store)
                self.agree(store)

    def test_a_store_without_cases(self):
        self.init()
        logs = self.agree(self.store)
        with open_log(logs["ocel-sqlite"][0]) as log:
            self.assertEqual(ocel_checks.checks_that_cannot_fail(log), [])

    def test_a_period(self):
        self.init()
        self.report()
        logs = self.logs(self.store, "--from", "2020-06-29 10:01")
        for form, (_, said, _) in logs.items():
            self.assertEqual((said["cases"], said["events"]), (0, 0), form)
        logs = self.logs(self.store, "--until", "2020-06-29 10:01")
        for form, (_, said, _) in logs.items():
            self.assertEqual(said["cases"], 1, form)

    def test_words(self):
        self.init()
        self.report()
        path = os.path.join(self.folder, "log.xes")
        said = self.ok("export-log", self.store, "--format", "xes", "--out", path).out
        self.assertEqual(said, "1 cases with 1 events written to %s\n" % path)
        again = self.fails(2, "export-log", self.store, "--format", "xes", "--out", path)
        self.assertIn("exists already", again.err)
        unknown = self.fails(2, "export-log", self.store, "--format", "csv", "--out", path)
        self.assertIn("ocel-sqlite, ocel-json, xes", unknown.err)
        self.assertIn("OCEL 2.0", self.ok("export-log", "--help").out)

    def test_the_checks_hold_for_the_example_of_the_standard(self):
        if not os.path.exists(EXAMPLE):
            self.skipTest("no example at hand")
        with open_log(EXAMPLE) as log:
            self.assertEqual(len(ocel_checks.CHECKS), 24)
            self.assertEqual(ocel_checks.failed_checks(log), [])
            self.assertEqual(ocel_checks.wrong_rows(log), [])
            self.assertEqual(ocel_checks.checks_that_cannot_fail(log), [])

    def test_requests_of_boston(self):
        if not os.path.exists(running.BOSTON):
            self.skipTest("no requests at hand")
        table = running.boston_table(self.folder, BOSTON_ROWS)
        began = time.monotonic()
        running.replay(table, running.BOSTON_MAPPING, "--store", self.store,
                       *running.BOSTON_OPTIONS)
        took = time.monotonic() - began
        logs = self.agree(self.store)
        events = logs["xes"][1]["events"]
        self.assertGreater(events, BOSTON_ROWS)
        if "GRIDCASE_EVENT_LOG_ROWS" not in os.environ:
            return
        print("replay %.1f s, %.1f MB, %d cases, %d events" % (
            took, os.path.getsize(self.store) / 1e6, logs["xes"][1]["cases"], events))
        for form, (path, _, seconds) in logs.items():
            print("%-11s %6.1f s %8.1f MB" % (form, seconds, os.path.getsize(path) / 1e6))


if __name__ == "__main__":
    program.main()
