"""`write` and `read`: what goes out comes in again, and only once."""

import csv
import glob
import io
import json
import os
import sys
import unittest
import xml.etree.ElementTree as tree

import program

ROOT = os.path.join(program.HERE, "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "exchange"))

import cap_structure  # noqa: E402

HAIAN = os.path.join(ROOT, "examples", "haian")
CAP = "{%s}" % cap_structure.NAMESPACE
CENTRE = ("--by", "320685")
MAPPING = {
    "system": "warnings",
    "sender": "haian.example",
    "types": [{"code": "dwell", "events": ["Vehicle stays"], "categories": ["Safety", "CBRNE"]}],
}


def read(path, encoding="utf-8"):
    with open(path, encoding=encoding, newline="") as file:
        return file.read()


class Exchange(program.Case):
    def out(self, form, *more, store=None):
        path = os.path.join(self.folder, "%d.out" % len(os.listdir(self.folder)))
        said = self.ok("write", store or self.store, "--format", form, "--out", path, "--json",
                       *more).json()
        self.assertEqual((said["format"], said["out"]), (form, path))
        return path, said["written"]

    def taken(self, code, store, path, form, *more):
        result = (self.ok if code == 0 else lambda *a: self.fails(code, *a))(
            "read", store, path, "--format", form, "--json", *more)
        said = result.json()
        return (said["read"], said["entered"], said["already"], said["refused"]), said["refusals"]

    def county(self, name, *more):
        store = os.path.join(self.folder, name)
        self.ok("init", store, "--organization", os.path.join(HAIAN, "organization.json"),
                "--programmes", os.path.join(HAIAN, "chemicals.json"),
                "--at", "2020-06-30 08:00", *more)
        return store

    # ---- tables, places, requests --------------------------------------------------------------

    def test_a_table_in_two_encodings(self):
        self.init()
        self.report()
        for encoding, as_python in (("utf-8", "utf-8"), ("utf-8-bom", "utf-8-sig"),
                                    ("gb18030", "gb18030")):
            path, count = self.out("cases-csv", "--encoding", encoding)
            rows = list(csv.DictReader(io.StringIO(read(path, as_python))))
            self.assertEqual((count, [row["title"] for row in rows]), (1, ["村道塌陷"]))
            other = os.path.join(self.folder, encoding + ".gridcase")
            self.ok("init", other, "--organization", program.ORGANIZATION)
            counts, _ = self.taken(0, other, path, "cases-csv", "--system", "old", "--by", "center")
            self.assertEqual(counts, (1, 1, 0, 0))
            found = self.ok("list", other, "--external", "old:" + rows[0]["number"], "--json").json()
            self.assertEqual(found["cases"][0]["title"], "村道塌陷")

    def test_rows_that_cannot_be_taken_are_named(self):
        self.init()
        table = self.write("table.csv", "number,title,category,longitude,latitude,occurred\n"
                           "1,good,04-01,118.62,28.74,2020-01-02 03:04\n"
                           "2,nowhere,04-01,200,28.74,\n"
                           "3,unknown,99,,,\n"
                           "4,when,04-01,,,yesterday\n"
                           ",nameless,04-01,,,\n"
                           "6,\"open\n")
        options = ("cases-csv", "--system", "old", "--by", "center")
        counts, refusals = self.taken(1, self.store, table, *options)
        self.assertEqual(counts, (6, 1, 0, 5))
        self.assertEqual(sorted(one["where"] for one in refusals), ["3", "4", "5", "6", "7"])
        counts, _ = self.taken(1, self.store, table, *options)
        self.assertEqual(counts, (6, 0, 1, 5))
        people = self.fails(1, "read", self.store, table, "--format", *options).out
        self.assertIn("6 read: 0 new, 1 entered before, 5 refused", people)
        self.assertIn("write longitude,latitude", people)
        self.assertIn("no_column", self.fails(
            2, "read", self.store, self.write("other.csv", "a,b\n1,2\n"), "--format", *options,
            "--json").err)

    def test_rows_of_cases_that_are_over_come_in_over_and_what_is_not_kept_is_counted(self):
        self.init()
        table = self.write("table.csv", "number,title,category,state,ended,drill,holder_name\n"
                           "1,over,04-01,closed,2020-01-03 08:00,FALSE,somebody\n"
                           "2,open,04-01,county_intake,,TRUE,\n"
                           "3,odd,04-01,,,perhaps,\n")
        options = ("--format", "cases-csv", "--system", "old", "--by", "center", "--json")
        taken = self.fails(1, "read", self.store, table, *options).json()
        self.assertEqual((taken["entered"], taken["ended"]),
                         (2, 1))
        self.assertEqual(taken["left_out"], {"holder_name": 1})
        self.assertEqual([one["field"] for one in taken["refusals"]], ["drill"])
        cases = self.ok("list", self.store, "--json").json()["cases"]
        self.assertEqual(sorted((one["title"], one["state"], one["drill"]) for one in cases),
                         [("open", "county_intake", True), ("over", "answered", False)])
        again = self.fails(1, "read", self.store, table, *options).json()
        self.assertEqual((again["already"], again["ended"]), (2, 0))

    def test_two_rows_with_one_number_and_a_column_twice_are_refused(self):
        self.init()
        options = ("cases-csv", "--system", "old", "--by", "center")
        table = self.write("table.csv", "number,title,category\n1,a,04-01\n1,b,04-01\n"
                           "1,a,04-01\n")
        counts, refusals = self.taken(1, self.store, table, *options)
        self.assertEqual(counts, (3, 1, 1, 1))
        self.assertEqual(refusals[0]["code"], "csv.number_twice")
        table = self.write("twice.csv", "number,title,category,title\n1,a,04-01,b\n")
        self.assertIn("twice", self.fails(2, "read", self.store, table, "--format", *options).err)

    def test_a_store_is_never_written_over(self):
        self.init()
        self.report()
        self.assertIn("a store", self.fails(2, "write", self.store, "--format", "cases-csv", "--out",
                                            self.store, "--force").err)
        self.ok("verify", self.store)

    def test_rows_with_too_few_or_too_many_cells_are_not_entered(self):
        self.init()
        table = self.write("ragged.csv", "number,title,category,occurred\n"
                           "1,good,04-01,\n"
                           "2,short,04-01\n"
                           "3,with, a comma,04-01,\n"
                           "4,also good,04-01,2020-01-02 03:04\n"
                           "5,long,04-01,,\n")
        counts, refusals = self.taken(1, self.store, table, "cases-csv", "--system", "old",
                                      "--by", "center")
        self.assertEqual(counts, (5, 2, 0, 3))
        self.assertEqual([(one["where"], one["code"], one["field"]) for one in refusals],
                         [("3", "csv.row", "line 3"), ("4", "csv.row", "line 4"),
                          ("6", "csv.row", "line 6")])
        self.assertIn("the row has 3 cells, the table 4 columns", refusals[0]["message"])
        titles = [one["title"] for one in self.ok("list", self.store, "--json").json()["cases"]]
        self.assertEqual(sorted(titles), ["also good", "good"])

    def test_requests_come_in_once(self):
        self.init()
        self.report()
        for form in ("open311-json", "open311-xml"):
            path, count = self.out(form)
            self.assertEqual(count, 1)
            mapping = self.write(form + ".map", json.dumps({"system": "s", "same_codes": True}))
            other = os.path.join(self.folder, form + ".gridcase")
            self.ok("init", other, "--organization", program.ORGANIZATION)
            options = ("--mapping", mapping, "--by", "center")
            self.assertEqual(self.taken(0, other, path, form, *options)[0], (1, 1, 0, 0))
            self.assertEqual(self.taken(0, other, path, form, *options)[0], (1, 0, 1, 0))
            unmapped = self.write("none.map", json.dumps({"system": "s"}))
            counts, refusals = self.taken(1, other, path, form, "--mapping", unmapped, "--by",
                                          "center")
            self.assertEqual((counts, refusals[0]["code"]),
                             ((1, 0, 0, 1), "open311.service_unmapped"))

    def test_closed_requests_come_out_closed(self):
        self.init()
        requests = [{"service_request_id": str(number), "status": status, "description": "d",
                     "service_code": "04-01", "requested_datetime": "2020-01-01T00:00:00Z", **more}
                    for number, (status, more) in enumerate([
                        ("open", {"status_notes": "soon", "zipcode": "324100"}),
                        ("closed", {"status_notes": "filled in",
                                    "updated_datetime": "2020-01-02T00:00:00Z"}),
                        ("closed", {}), ("open", {}), ("open", {})])]
        mapping = self.write("map", json.dumps({"system": "s", "same_codes": True}))
        options = ("--format", "open311-json", "--keep-times", "--mapping", mapping, "--by",
                   "center", "--at")

        def taken(code, at):
            path = self.write("requests.json", json.dumps(requests))
            said = self.fails(code, "read", self.store, path, *options, at, "--json").json()
            return [said[key] for key in ("read", "entered", "already", "refused", "ended")], said

        counts, said = taken(0, "2020-02-01 00:00")
        self.assertEqual((counts, said["left_open"]), ([5, 5, 0, 0, 2], []))
        self.assertEqual(said["left_out"], {"status_notes": 1, "zipcode": 1})
        self.assertEqual(taken(0, "2020-02-01 00:00")[0], [5, 0, 5, 0, 0])

        def written():
            path, _ = self.out("open311-json")
            return [(one["status"], one.get("status_notes")) for one in json.loads(read(path))]

        self.assertEqual(written(), [("open", None), ("closed", "filled in"), ("closed", "closed"),
                                     ("open", None), ("open", None)])
        # Two more are closed there; on one of them somebody works here.
        case = self.ok("list", self.store, "--external", "s:4", "--json").json()["cases"][0]["id"]
        for action in ("file", "handle"):
            self.ok("act", self.store, action, "--case", case, "--by", "center", "--at",
                    "2020-02-01 01:00")
        for request in requests[3:]:
            request["status"] = "closed"
        for ended in (1, 0):
            counts, said = taken(1, "2020-02-02 00:00")
            self.assertEqual(counts, [5, 0, 5, 0, ended])
            self.assertEqual([(one["where"], one["id"], one["code"]) for one in said["left_open"]],
                             [("5", "4", "not_possible")])
        self.assertEqual([status for status, _ in written()],
                         ["open", "closed", "closed", "closed", "open"])
        people = self.fails(1, "read", self.store, os.path.join(self.folder, "requests.json"),
                            *options, "2020-02-03 00:00").out
        self.assertIn("0 ended as in the other system; 1 closed there stay open here", people)
        self.assertIn("not kept, with how many had it: status_notes (1), zipcode (1)", people)

    def test_drills_are_no_requests(self):
        self.init()
        self.report("--drill")
        self.assertEqual(self.out("open311-json")[1], 0)
        self.assertEqual(self.out("open311-xml")[1], 0)
        self.assertEqual(self.out("cases-csv")[1], 1)

    def test_what_was_read_before_a_fault_is_kept(self):
        self.init()
        request = {"service_request_id": "1", "status": "open", "service_code": "04-01",
                   "requested_datetime": "2020-01-01T00:00:00Z", "description": "d"}
        third = dict(request, service_request_id="3", extended_attributes={"a": 1}, lat=0, long=0)
        text = json.dumps([request, {"status": "open"}, third])
        mapping = self.write("map", json.dumps({"system": "s", "same_codes": True}))

        def read_file(code, text):
            return self.fails(code, "read", self.store, self.write("broken.json", text), "--format",
                              "open311-json", "--mapping", mapping, "--by", "center", "--json")

        # One with faults does not keep back the others.
        said = read_file(1, text).json()
        self.assertEqual((said["read"], said["entered"], said["refused"]), (3, 2, 1))
        refused = said["refusals"][0]
        self.assertEqual((refused["where"], refused["field"]),
                         ("2", "service_requests[1].service_code"))
        self.assertEqual(said["left_out"], {"extended_attributes": 1, "lat": 1, "long": 1})
        # Where the list itself is torn it ends.
        result = read_file(2, json.dumps([dict(request, service_request_id="4")])[:-1] + ", {")
        self.assertEqual((result.json()["entered"], result.json()["refused"]), (1, 0))
        self.assertIn("json", result.err.lower())

    def test_a_file_is_never_overwritten_unless_it_may(self):
        self.init()
        path, _ = self.out("cases-geojson")
        before = read(path)
        again = self.fails(2, "write", self.store, "--format", "cases-csv", "--out", path)
        self.assertIn("exists already", again.err)
        self.assertEqual(read(path), before)
        self.ok("write", self.store, "--format", "cases-csv", "--out", path, "--force")
        self.assertNotEqual(read(path), before)
        self.fails(2, "write", self.store, "--format", "nothing", "--out", path, "--force")
        self.fails(3, "write", self.store, "--format", "cases-csv", "--out",
                   os.path.join(self.folder, "no", "such"))
        self.assertEqual(glob.glob(os.path.join(self.folder, "*.tmp")), [])

    def test_services_leave_parents_out(self):
        self.init()
        path, count = self.out("open311-services-json")
        self.assertEqual(count, 1)
        self.assertEqual([one["service_code"] for one in json.loads(read(path))], ["04-01"])
        path, _ = self.out("open311-services-xml")
        self.assertEqual([one.text for one in tree.parse(path).iter("service_code")], ["04-01"])

    # ---- parts of documents --------------------------------------------------------------------

    def test_ground_is_printed_as_an_organization(self):
        self.init()
        path, count = self.out("units-geojson")
        self.assertEqual(count, 2)
        part = self.ok("read", self.store, path, "--format", "units-geojson").json()
        with open(program.ORGANIZATION, encoding="utf-8") as file:
            whole = json.load(file)
        grids = {unit["code"]: unit for unit in whole["units"] if unit["kind"] == "grid"}
        self.assertEqual({unit["code"]: (unit["name"], unit["parent"]) for unit in part["units"]},
                         {code: (unit["name"], unit["parent"]) for code, unit in grids.items()})
        path, count = self.out("units-geojson", "--kind", "all")
        self.assertEqual(count, len(whole["units"]))
        part = self.ok("read", self.store, path, "--format", "units-geojson").json()
        self.assertEqual(*[{one["code"]: (one["kind"], one.get("tier"), one.get("area_code"))
                            for one in units["units"]} for units in (part, whole)])
        part = self.ok("read", self.store, path, "--format", "units-geojson", "--kind",
                       "village").json()
        self.assertEqual({one["kind"] for one in part["units"]}, {"village"})

    def test_holidays_go_out_and_come_back(self):
        with open(os.path.join(ROOT, "examples", "holidays", "cn.json"), encoding="utf-8") as file:
            table = json.load(file)
        self.ok("init", self.store, "--organization", program.ORGANIZATION, "--holidays",
                os.path.join(ROOT, "examples", "holidays", "cn.json"))
        path, count = self.out("holidays-ics", "--at", "2020-01-01 00:00")
        back = self.ok("read", self.store, path, "--format", "holidays-ics").out
        self.assertGreater(count, 100)
        self.assertEqual(back.count("date"), json.dumps(table).count("date"))
        applied = self.ok("holidays", self.store, "-", "--apply", "--by", "center", stdin=back)
        self.assertEqual(applied.code, 0)
        none = self.fails(2, "write", self.store, "--format", "holidays-ics", "--table", "x",
                          "--out", path + "2")
        self.assertIn("cn", none.err)

    # ---- alerts --------------------------------------------------------------------------------

    def alert(self, store, **more):
        said = {"kind": "enter_record", "nature": "alert", "type": "dwell", "title": "secret title",
                "text": "secret text", "address": "secret address", "point": [120.101, 32.9],
                "subjects": [{"kind": "vehicle", "code": "secret plate", "name": "secret name"}],
                "occurred": "2020-07-01T06:00:00+08:00",
                "lasted_until": "2020-07-01T06:45:00+08:00", **more}
        answers = self.ok("alert", store, self.write("alert.json", json.dumps(said)), *CENTRE,
                          "--at", "2020-07-01 08:00", "--json").json()
        return answers[0]["case_id"]

    def message(self, store, case):
        mapping = self.write("cap.map", json.dumps(MAPPING))
        path, _ = self.out("cap", "--case", case, "--mapping", mapping, store=store)
        self.assertEqual(cap_structure.faults_of(read(path)), [])
        self.assertNotIn("secret", read(path))
        return path, tree.parse(path).getroot()

    def text(self, message, *path):
        return [one.text for one in message.iterfind("/".join(CAP + step for step in path))]

    def test_an_alert_is_a_message(self):
        store = self.county("one")
        path, message = self.message(store, self.alert(store))
        self.assertEqual(self.text(message, "status"), ["Actual"])
        self.assertEqual(self.text(message, "msgType"), ["Alert"])
        self.assertEqual(self.text(message, "sent"), ["2020-07-01T08:00:00+08:00"])
        self.assertEqual(self.text(message, "info", "event"), ["车辆异常驻留"])
        self.assertEqual(self.text(message, "info", "category"), ["Safety", "CBRNE"])
        self.assertEqual(self.text(message, "info", "onset"), ["2020-07-01T06:00:00+08:00"])
        # It was over when it was recorded: with expires it would be dropped.
        self.assertEqual(self.text(message, "info", "expires"), [])
        self.assertEqual(self.text(message, "info", "parameter", "value"),
                         ["vehicle", "2020-07-01T06:45:00+08:00"])
        self.assertEqual(self.text(message, "info", "area", "circle"), ["32.9,120.101 0.05"])

        other = self.county("other")
        options = ("--mapping", os.path.join(self.folder, "cap.map"), *CENTRE)
        self.assertEqual(self.taken(0, other, path, "cap", *options)[0], (1, 1, 0, 0))
        self.assertEqual(self.taken(0, other, path, "cap", *options)[0], (1, 0, 1, 0))
        found = self.ok("list", other, "--nature", "alert", "--json").json()["cases"]
        self.assertEqual([(one["type"], one["repeats"], one["drill"]) for one in found],
                         [("dwell", 0, False)])
        shown = self.ok("show", other, found[0]["id"], "--json").json()["case"]
        self.assertEqual(shown["lasted_until"], "2020-07-01T06:45:00+08:00")

    def test_one_that_came_again_is_an_update(self):
        store = self.county("one")
        case = self.alert(store)
        _, first = self.message(store, case)
        self.assertEqual(self.alert(store, lasted_until="2020-07-01T06:50:00+08:00"), case)
        _, update = self.message(store, case)
        self.assertEqual(self.text(update, "msgType"), ["Update"])
        self.assertNotEqual(self.text(update, "identifier"), self.text(first, "identifier"))
        self.assertEqual(self.text(update, "references"), ["haian.example,%s,%s" % (
            self.text(first, "identifier")[0], self.text(first, "sent")[0])])

    def test_a_drill_is_an_exercise(self):
        store = self.county("one")
        path, message = self.message(store, self.alert(store, drill=True))
        self.assertEqual(self.text(message, "status"), ["Exercise"])
        other = self.county("other")
        self.taken(0, other, path, "cap", "--mapping", os.path.join(self.folder, "cap.map"),
                   *CENTRE)
        found = self.ok("list", other, "--nature", "alert", "--json").json()["cases"]
        self.assertEqual([one["drill"] for one in found], [True])

    def test_alerts_of_the_play_are_messages(self):
        store = os.path.join(self.folder, "play")
        self.ok("play", os.path.join(ROOT, "examples", "scripts", "at-08-chemicals.jsonl"),
                "--store", store)
        alerts = self.ok("list", store, "--nature", "alert", "--all", "--json").lines()
        self.assertEqual(len(alerts), 407)
        for alert in alerts[::80]:
            self.message(store, alert["number"])
        case = self.ok("list", store, "--nature", "ordinary", "--json").json()["cases"][0]
        none = self.fails(2, "write", store, "--format", "cap", "--case", case["number"],
                          "--mapping", os.path.join(self.folder, "cap.map"), "--out",
                          os.path.join(self.folder, "none.cap"))
        self.assertIn("no alert", none.err)

    def test_an_event_nobody_mapped_is_refused(self):
        store = self.county("one")
        path, _ = self.message(store, self.alert(store))
        strange = self.write("strange.cap", read(path).replace("车辆异常驻留", "Flood").replace(
            ">dwell<", ">flood<"))
        counts, refusals = self.taken(1, store, strange, "cap", "--mapping",
                                      os.path.join(self.folder, "cap.map"), *CENTRE)
        self.assertEqual((counts, refusals[0]["code"]), ((1, 0, 0, 1), "cap.event_unmapped"))


if __name__ == "__main__":
    program.main()
