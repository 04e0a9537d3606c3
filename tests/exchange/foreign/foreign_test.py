#!/usr/bin/env python3
"""What gridcase writes, judged by readers and schemas that were not written here.

The readers are those of package.json, which `sh tests/run.sh --long foreign` fetches; the folder
GRIDCASE_FOREIGN has them. Schemas that no package ships are taken from the folder GRIDCASE_DATA:

    schemas/cap12.xsd               CAP 1.2, of OASIS
    schemas/georeport-v2/*.json     requests and services of GeoReport v2, of Open311
    eventlogs/ocel20_schema.json    OCEL 2.0

PM4Py reads the event logs where the interpreter GRIDCASE_PM4PY (python3 if absent) has it. What is
absent is skipped with a message. GRIDCASE_FOREIGN_ROWS sets how many requests of Boston take part.
"""

import collections
import contextlib
import datetime
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
for folder in ("cli", "exchange", "replay"):
    sys.path.insert(0, os.path.join(HERE, "..", "..", folder))

import program  # noqa: E402
import running  # noqa: E402

EXAMPLES = os.path.join(running.ROOT, "examples")
PACKAGES = os.path.join(os.environ.get("GRIDCASE_FOREIGN",
                                       os.path.join(running.ROOT, "build", "foreign")),
                        "node_modules")
SCHEMAS = os.path.join(running.DATA, "schemas")
OCEL_SCHEMA = os.path.join(running.DATA, "eventlogs", "ocel20_schema.json")
ROWS = int(os.environ.get("GRIDCASE_FOREIGN_ROWS", "2000"))
PLAYS = ("at-01-sewage", "at-08-chemicals", "at-10-evacuation")
LOGS = ("ocel-json", "ocel-sqlite", "xes")
# Far from every zone of the examples: a time without its zone would be taken for another.
ELSEWHERE = {"TZ": "Pacific/Auckland", "NODE_PATH": PACKAGES}
ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)")
CAP_MAPPING = {
    "system": "warnings",
    "sender": "haian.example",
    "types": [{"code": "dwell", "events": ["Vehicle stays"], "categories": ["Safety", "CBRNE"]}],
}


def output_of(*command, environment=None):
    done = subprocess.run(command, env={**os.environ, **(environment or {})}, timeout=600,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        raise AssertionError("%s\n%s" % (" ".join(command), done.stderr.decode("utf-8")))
    return done.stdout.decode("utf-8")


def read(subject, *arguments):
    """What the packages understood."""
    return json.loads(output_of("node", os.path.join(HERE, "read.js"), subject, *arguments,
                                environment=ELSEWHERE))


def instant(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def ran(*arguments):
    result = program.run(*arguments)
    if result.code != 0:
        raise AssertionError(result.out + result.err)
    return result


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    """The files of a folder, on this machine only."""
    handler = functools.partial(Silent, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield "http://127.0.0.1:%d/" % server.server_port
        finally:
            server.shutdown()
            thread.join()


class Foreign(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.stores = {}
        cls.told = []
        for play in PLAYS:
            cls.stores[play] = cls.path(play + ".gridcase")
            ran("play", os.path.join(EXAMPLES, "scripts", play + ".jsonl"),
                "--store", cls.stores[play])
        if os.path.exists(running.BOSTON):
            cls.stores["boston"] = cls.path("boston.gridcase")
            running.replay(running.boston_table(cls.folder, ROWS),
                           running.BOSTON_MAPPING, *running.BOSTON_OPTIONS,
                           "--store", cls.stores["boston"])
        else:
            print("without the requests of Boston:", running.BOSTON, "is absent")

    @classmethod
    def path(cls, *names):
        return os.path.join(cls.folder, *names)

    def need_packages(self):
        if not shutil.which("node"):
            self.skipTest("no node")
        if not os.path.isdir(PACKAGES):
            self.skipTest("no packages in " + PACKAGES)

    def need(self, *files):
        for file in files:
            if not os.path.exists(file):
                self.skipTest("no " + file)

    def written(self, store, form, path, *more):
        said = ran("write", store, "--format", form, "--out", path, "--force", "--json",
                   *more).json()
        return said["written"]

    def logged(self, name, form):
        """An event log of a store and what the program said of it."""
        path = self.path("%s.%s" % (name, form.replace("ocel-", "")))
        if os.path.exists(path):
            os.remove(path)
        said = ran("export-log", self.stores[name], "--format", form, "--out", path,
                   "--json").json()
        return path, said

    def cases(self, store):
        """All ordinary cases, as the program lists them, by number."""
        return {case["number"]: case for case in ran("list", store, "--all", "--json").lines()}

    # ---- Open311 -------------------------------------------------------------------------------

    def folder_of_requests(self, name, store):
        folder = self.path("open311-" + name)
        os.makedirs(folder, exist_ok=True)
        counts = set()
        for form in ("json", "xml"):
            counts.add((self.written(store, "open311-" + form,
                                     os.path.join(folder, "requests." + form)),
                        self.written(store, "open311-services-" + form,
                                     os.path.join(folder, "services." + form))))
        self.assertEqual(len(counts), 1, "JSON and XML have as many")
        return folder, counts.pop()

    def test_a_client_of_open311_reads_requests_and_services(self):
        self.need_packages()
        for name, store in self.stores.items():
            with self.subTest(name):
                folder, counts = self.folder_of_requests(name, store)
                cases = self.cases(store)
                with served(folder) as endpoint:
                    for form in ("json", "xml"):
                        found = read("open311", endpoint, form)
                        self.assertEqual((len(found["requests"]), len(found["services"])), counts)
                        self.same_requests(found, cases)

    def same_requests(self, found, cases):
        codes = {service["service_code"] for service in found["services"]}
        self.assertEqual(len(codes), len(found["services"]))
        ids = [request["service_request_id"] for request in found["requests"]]
        self.assertEqual(len(set(ids)), len(ids))
        for request in found["requests"]:
            self.assertIsInstance(request["service_request_id"], str)
            case = cases[request["service_request_id"]]
            # The client made these points in time, which JSON prints in UTC.
            self.assertEqual(instant(request["requested_datetime"]), instant(case["reported"]))
            self.assertEqual(instant(request["updated_datetime"]), instant(case["last_happened"]))
            self.assertEqual(request["status"], "closed" if case["ended"] else "open")
            self.assertEqual(request["service_code"], case["category"])
            self.assertIn(request["service_code"], codes)
            if case["point"]:
                self.assertEqual([float(request["long"]), float(request["lat"])], case["point"])

    def test_requests_follow_the_schemas_of_georeport(self):
        self.need_packages()
        schemas = os.path.join(SCHEMAS, "georeport-v2")
        self.need(schemas)
        for name, store in self.stores.items():
            with self.subTest(name):
                folder, _ = self.folder_of_requests(name, store)
                for many, one in (("requests", "request"), ("services", "service")):
                    found = read("schema", os.path.join(folder, many + ".json"),
                                 os.path.join(schemas, many + ".json"),
                                 os.path.join(schemas, one + ".json"))
                    self.assertEqual(found["faults"], [])

    # ---- event logs ----------------------------------------------------------------------------

    def test_pm4js_reads_logs_in_xes(self):
        self.need_packages()
        for name, store in self.stores.items():
            with self.subTest(name):
                path, said = self.logged(name, "xes")
                found = read("xes", path)
                self.assertEqual(len(found["traces"]), said["cases"])
                self.assertEqual(sum(len(trace["times"]) for trace in found["traces"]),
                                 said["events"])
                objects, _ = self.logged(name, "ocel-json")
                kinds = collections.Counter(event["type"] for event in load(objects)["events"])
                self.assertEqual(found["activities"], dict(kinds))
                self.assertLessEqual({"Concept", "Lifecycle", "Organizational", "Time"},
                                     set(found["extensions"]))
                self.assertEqual(found["classifiers"]["Activity"], "concept:name")
                traces = {trace["name"]: trace for trace in found["traces"]}
                for number, case in self.cases(store).items():
                    self.assertEqual(traces[number]["id"], case["id"])
                    self.assertEqual(instant(traces[number]["reported"]), instant(case["reported"]))
                    self.assertEqual(max(map(instant, traces[number]["times"])),
                                     instant(case["last_happened"]))

    def test_logs_in_json_follow_the_schema_of_ocel(self):
        self.need_packages()
        self.need(OCEL_SCHEMA)
        for name, _ in self.stores.items():
            with self.subTest(name):
                path, said = self.logged(name, "ocel-json")
                self.assertEqual(read("schema", path, OCEL_SCHEMA)["faults"], [])
                log = load(path)
                self.assertEqual((len(log["events"]), len(log["objects"])),
                                 (said["events"], said["objects"]))
                for item in log["events"]:
                    self.assertRegex(item["time"], ZONED)

    def expected_of_pm4py(self, name):
        """Of objects PM4Py keeps those that take part in an event, and what is between them."""
        path, said = self.logged(name, "ocel-json")
        log = load(path)
        kept = {one["objectId"] for event in log["events"] for one in event["relationships"]}
        objects = [item for item in log["objects"] if item["id"] in kept]
        return {
            "cases": said["cases"], "events": said["events"], "objects": len(objects),
            "event_relations": said["event_relations"],
            "object_relations": sum(one["objectId"] in kept for item in objects
                                    for one in item.get("relationships", ())),
        }

    def test_pm4py_reads_every_log(self):
        interpreter = os.environ.get("GRIDCASE_PM4PY", "python3")
        if subprocess.run([interpreter, "-c", "import pm4py"], capture_output=True,
                          check=False).returncode != 0:
            self.skipTest(interpreter + " has no PM4Py")
        for name in self.stores:
            expected = self.expected_of_pm4py(name)
            for form in LOGS:
                with self.subTest(name, form=form):
                    path, _ = self.logged(name, form)
                    found = json.loads(output_of(
                        interpreter, os.path.join(HERE, "read_pm4py.py"), form, path))
                    self.assertEqual(found, {key: expected[key] for key in found})

    # ---- GeoJSON -------------------------------------------------------------------------------

    def test_two_readers_of_geojson_find_no_fault(self):
        self.need_packages()
        for name, store in self.stores.items():
            with self.subTest(name):
                cases = self.cases(store)
                path = self.path(name + ".cases.geojson")
                count = self.written(store, "cases-geojson", path)
                found = read("geojson", path)
                self.assertEqual(found["faults"], [])
                self.assertEqual(len(found["features"]), count)
                for feature in found["features"]:
                    case = cases[feature["properties"]["number"]]
                    self.assertEqual(feature["properties"]["id"], case["id"])
                    self.assertRegex(feature["properties"]["reported"], ZONED)
                    geometry = feature["geometry"]
                    self.assertEqual(geometry and geometry["coordinates"], case["point"])
                path = self.path(name + ".units.geojson")
                count = self.written(store, "units-geojson", path, "--kind", "all")
                found = read("geojson", path)
                self.assertEqual(found["faults"], [])
                codes = {feature["properties"]["code"] for feature in found["features"]}
                self.assertEqual((len(found["features"]), len(codes)), (count, count))
                self.assertTrue(all(isinstance(code, str) for code in codes))
                if name == "boston":
                    grounds = [one for one in found["features"] if one["geometry"]]
                    self.assertEqual(len(grounds), 277, "precincts and wards")

    # ---- iCalendar -----------------------------------------------------------------------------

    def test_two_readers_of_icalendar_find_every_day(self):
        self.need_packages()
        table = os.path.join(EXAMPLES, "holidays", "cn.json")
        days = load(table)["days"]
        store = self.path("holidays.gridcase")
        ran("init", store, "--organization", program.ORGANIZATION, "--holidays", table)
        path = self.path("holidays.ics")
        self.assertEqual(self.written(store, "holidays-ics", path), len(days))
        expected = [(day["date"], day["name"], "WORKDAY" if day["working"] else "HOLIDAY")
                    for day in days]
        for reader, events in read("icalendar", path).items():
            with self.subTest(reader):
                self.assertEqual(len({event["uid"] for event in events}), len(days))
                self.assertTrue(all(event["allDay"] for event in events))
                for event in events:
                    start, end = (datetime.date.fromisoformat(event[key])
                                  for key in ("start", "end"))
                    self.assertEqual(end - start, datetime.timedelta(days=1))
                self.assertEqual([(event["start"], event["name"], *event["categories"])
                                  for event in events], expected)

    # ---- CAP -----------------------------------------------------------------------------------

    def county(self, name):
        store = self.path(name + ".gridcase")
        haian = os.path.join(EXAMPLES, "haian")
        ran("init", store, "--organization", os.path.join(haian, "organization.json"),
            "--programmes", os.path.join(haian, "chemicals.json"), "--at", "2020-06-30 08:00")
        return store

    def alert(self, store, **more):
        said = {"kind": "enter_record", "nature": "alert", "type": "dwell", "title": "stays",
                "point": [120.101, 32.9],
                "subjects": [{"kind": "vehicle", "code": "F1", "name": "a tanker"}],
                "occurred": "2020-07-01T06:00:00+08:00",
                "lasted_until": "2020-07-01T06:45:00+08:00", **more}
        path = self.path("alert.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(said, file)
        return ran("alert", store, path, "--by", "320685", "--at", "2020-07-01 08:00",
                   "--json").json()[0]["case_id"]

    def message(self, store, case, name):
        mapping = self.path("cap.map")
        with open(mapping, "w", encoding="utf-8") as file:
            json.dump(CAP_MAPPING, file)
        path = self.path(name + ".cap")
        self.written(store, "cap", path, "--case", case, "--mapping", mapping)
        return path

    def messages(self):
        """One of each kind, and all of a play: the file, and what it says."""
        if self.told:
            return self.told
        dwell = ["cBRNE", "safety"]
        store = self.county("warned")
        case = self.alert(store)
        told = [(self.message(store, case, "alert"), "actual", "alert", dwell)]
        self.alert(store, lasted_until="2020-07-01T06:50:00+08:00")
        told.append((self.message(store, case, "update"), "actual", "update", dwell))
        ran("act", store, "annul", "--case", case, "--by", "320685", "--reason", "mistake",
            "--at", "2020-07-01 12:00")
        told.append((self.message(store, case, "cancel"), "actual", "cancel", dwell))
        store = self.county("drilled")
        told.append((self.message(store, self.alert(store, drill=True), "exercise"), "exercise",
                     "alert", dwell))
        store = self.stores["at-08-chemicals"]
        for alert in ran("list", store, "--nature", "alert", "--all", "--json").lines():
            told.append((self.message(store, alert["number"], alert["number"]), "actual",
                         "update" if alert["repeats"] else "alert",
                         dwell if alert["type"] == "dwell" else ["other"]))
        self.assertEqual(len(told), 4 + 407)
        self.told.extend(told)
        return told

    def test_another_reader_of_cap_reads_every_kind(self):
        self.need_packages()
        told = self.messages()
        read_back = read("cap", *(one[0] for one in told))
        self.assertEqual(len(read_back), len(told))
        for (path, *expected), found in zip(told, read_back):
            with self.subTest(os.path.basename(path)):
                self.assertEqual([found["status"], found["type"], sorted(found["categories"])],
                                 expected)
                self.assertEqual(found["sender"], CAP_MAPPING["sender"])
                self.assertRegex(found["sent"], ZONED)
                self.assertRegex(found["onset"][0], ZONED)
                self.assertEqual((len(found["events"]), len(found["circles"])), (1, 1))
        first, update, cancel = read_back[:3]
        about = ",".join((first["sender"], first["identifier"], first["sent"]))
        self.assertEqual((update["references"], cancel["references"]), (about, about))
        self.assertEqual(len({one["identifier"] for one in read_back}), len(read_back) - 2)
        self.assertEqual(cancel["sent"], "2020-07-01T12:00:00+08:00")

    def test_messages_of_cap_follow_the_schema_of_oasis(self):
        schema = os.path.join(SCHEMAS, "cap12.xsd")
        self.need(schema)
        if not shutil.which("xmllint"):
            self.skipTest("no xmllint")
        output_of("xmllint", "--noout", "--nonet", "--schema", schema,
                  *(one[0] for one in self.messages()))


if __name__ == "__main__":
    running.need_program()
    program.main()
