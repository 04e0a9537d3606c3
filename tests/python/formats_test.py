"""Files of other systems: written to binary files of Python, read from them, and what goes wrong there."""

import csv
import datetime
import io
import json
import os
import tempfile
import unittest

import gridcase
from county import County, ZONE
from gridcase import Actor, CaseQuery

CENTRE = Actor("330881")
START = datetime.datetime(2018, 3, 16, 8, 30, tzinfo=ZONE)
LEGACY = json.dumps({
    "system": "old", "time_zone": "Asia/Shanghai", "times": ["YYYY/M/D h:mm"],
    "cases": {"fields": {
        "id": "no", "happened": "at", "title": "what",
        "category": {"column": "kind", "codes": {"sewage": "04"}}}}})


class Full(io.RawIOBase):
    """A disk with room for so many bytes, that takes at most 1,000 at a time."""

    def __init__(self, room):
        self.room, self.kept = room, b""

    def writable(self):
        return True

    def write(self, data):
        taken = bytes(data[:1000])
        if len(self.kept) + len(taken) > self.room:
            raise OSError(28, "No space left on device")
        self.kept += taken
        return len(taken)


class Formats(unittest.TestCase):
    def setUp(self):
        self.county = County()
        self.engine = self.county.engine
        self.addCleanup(self.county.folder.cleanup)
        self.addCleanup(self.engine.close)

    def many(self, count):
        report = gridcase.Action(kind="report", title="Sewage backs up", category="04", grid="grid")
        self.engine.batch([gridcase.Submission(report, CENTRE, self.county.now)] * count)

    def table(self, out):
        return gridcase.write_cases_csv(out, self.engine, CaseQuery(), CENTRE)

    def test_a_table_of_cases_is_read_by_the_standard_library(self):
        self.many(2000)  # several pieces of what is written at a time
        out = io.BytesIO()
        self.assertEqual(self.table(out), 2000)
        rows = list(csv.DictReader(io.StringIO(out.getvalue().decode())))
        self.assertEqual(list(rows[0]), list(gridcase.case_csv_columns()))
        self.assertEqual([row["number"] for row in rows],
                         [case.number for case in self.engine.cases(CENTRE)])
        semicolons = io.BytesIO()
        gridcase.write_cases_csv(semicolons, self.engine, CaseQuery(limit=1), CENTRE,
                                 gridcase.CsvOutput(separator=";"))
        self.assertEqual(len(list(csv.reader(io.StringIO(semicolons.getvalue().decode()), delimiter=";"))), 2001)
        with self.assertRaisesRegex(ValueError, "separator: one character"):
            gridcase.write_cases_csv(semicolons, self.engine, CaseQuery(), CENTRE, gridcase.CsvOutput(separator=";;"))

    def test_a_raw_file_that_takes_a_part_gets_all_of_it(self):
        self.many(500)
        whole, raw = io.BytesIO(), Full(1 << 30)
        self.table(whole)
        self.table(raw)
        self.assertEqual(raw.kept, whole.getvalue())

    def test_what_a_file_raises_comes_out_as_it_was(self):
        self.many(500)
        with self.assertRaises(OSError) as caught:
            self.table(Full(30_000))
        self.assertEqual((caught.exception.errno, type(caught.exception)), (28, OSError))

        class Broken(io.RawIOBase):
            def read(self, count=-1):
                raise EOFError("pulled out")

        for read in (gridcase.read_cap, gridcase.read_holidays_icalendar,
                     lambda file: gridcase.read_units_geojson(file, gridcase.GeoJsonUnits(), print),
                     lambda file: gridcase.read_open311_services(file, "xml"),
                     lambda file: gridcase.read_open311_services(file, "json"),
                     lambda file: gridcase.read_xes(file, print)):
            with self.assertRaisesRegex(EOFError, "pulled out"):
                read(Broken())

    def test_text_files_and_what_is_no_file_are_told(self):
        for wrong in (io.StringIO(), "cases.csv", None):
            with self.assertRaisesRegex(TypeError, "^out: a file opened in binary mode is needed"):
                self.table(wrong)
        with self.assertRaisesRegex(TypeError, "^in_: a file opened in binary mode is needed"):
            gridcase.read_cap(io.StringIO("<alert/>"))
        with self.assertRaisesRegex(TypeError, "^each: a function is needed, not None"):
            gridcase.read_units_geojson(io.BytesIO(), gridcase.GeoJsonUnits(), None)

    def test_a_legacy_table_is_imported_and_its_bad_rows_are_told(self):
        mapping = gridcase.read_legacy_mapping(LEGACY)
        self.assertEqual(gridcase.read_legacy_mapping(gridcase.write_legacy_mapping(mapping)), mapping)
        table = ("no,at,what,kind\n1,2018/3/16 9:00,Sewage,sewage\n2,2018/3/16 9:05,Ghosts,ghosts\n"
                 "3,2018/3/16 9:10,Drain,sewage\n").encode()
        refused = []
        now = self.county.now + datetime.timedelta(days=1)
        report = gridcase.import_legacy(io.BytesIO(table), gridcase.LegacyTable.CASES, mapping, self.engine,
                                        CENTRE, now, refused.append)
        self.assertEqual((report.rows, report.done, report.refused), (3, 2, 1))
        self.assertEqual([(row.line, row.id, row.code) for row in refused], [(3, "2", "legacy.code")])
        self.assertIn(("what", "Ghosts"), refused[0].cells)
        self.assertEqual(sorted(c.title for c in self.engine.cases(CENTRE)), ["Drain", "Sewage"])
        again = gridcase.import_legacy(io.BytesIO(table), "cases", mapping, self.engine, CENTRE, now,
                                       refused.append)
        self.assertEqual((again.done, again.already), (0, 2))

        def stop(row):
            raise LookupError(row.id)

        with self.assertRaisesRegex(LookupError, "2"):
            gridcase.import_legacy(io.BytesIO(table), "cases", mapping, self.engine, CENTRE, now, stop)

    def test_units_go_through_geojson_and_back(self):
        organization = self.engine.policy().organization
        out = io.BytesIO()
        self.assertEqual(gridcase.write_units_geojson(out, organization, None), len(organization.units))
        found = []
        gridcase.read_units_geojson(io.BytesIO(out.getvalue()), gridcase.GeoJsonUnits(), found.append)
        self.assertEqual([(u.code, u.kind, u.parent, u.location) for u in found],
                         [(u.code, u.kind, u.parent, u.location) for u in organization.units])
        self.county.report(point=gridcase.Point(118.62, 28.74))
        cases = io.BytesIO()
        self.assertEqual(gridcase.write_cases_geojson(cases, self.engine, CaseQuery(), CENTRE), 1)
        feature, = json.loads(cases.getvalue())["features"]
        self.assertEqual(feature["geometry"]["coordinates"], [118.62, 28.74])

    def test_holidays_go_through_icalendar_with_a_rule_of_the_host(self):
        date = datetime.date
        text = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20180101T000000Z\r\n"
                "DTSTART;VALUE=DATE:20180405\r\nSUMMARY:Qingming\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode()
        seen = []

        def working(event):
            seen.append((event.summary, event.first))
            return False

        rules = gridcase.ICalendarRules(code="cn", until=date(2019, 1, 1), working=working)
        table = gridcase.read_holidays_icalendar(io.BytesIO(text), rules)
        self.assertEqual(seen, [("Qingming", date(2018, 4, 5))])
        out = io.BytesIO()
        gridcase.write_holidays_icalendar(out, table, START)
        self.assertEqual(gridcase.read_holidays_icalendar(io.BytesIO(out.getvalue())), table)
        with self.assertRaises(gridcase.DocumentError):
            gridcase.read_holidays_icalendar(io.BytesIO(text))

    def test_a_warning_goes_through_cap_and_becomes_an_alert(self):
        alert = gridcase.CapAlert(
            identifier="1", sender="weather@example", sent=gridcase.cap_time(START, "Asia/Shanghai"),
            status="actual", type="alert", scope="open",
            infos=(gridcase.CapInfo(categories=("met",), event="Rain", urgency="expected", severity="severe",
                                   certainty="likely"),))
        self.assertEqual(gridcase.validate_cap(alert), [])
        out = io.BytesIO()
        gridcase.write_cap(out, alert)
        self.assertEqual(gridcase.read_cap(io.BytesIO(out.getvalue())).alert, alert)
        self.assertEqual(gridcase.cap_reference_to(alert).identifier, "1")
        with self.assertRaises(gridcase.DocumentError):
            gridcase.read_cap(io.BytesIO(b'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>'))

    def test_requests_go_out_as_open311_and_a_bad_one_is_told(self):
        self.county.dispatched()
        services = gridcase.open311_services(self.engine.directory())
        for form in ("xml", "json"):
            out = io.BytesIO()
            gridcase.write_open311_services(out, services, form)
            self.assertEqual(list(gridcase.read_open311_services(io.BytesIO(out.getvalue()), form)), list(services))
            requests = io.BytesIO()
            self.assertEqual(gridcase.write_open311_cases(requests, form, self.engine, CaseQuery(), CENTRE), 1)
            found = []
            gridcase.read_open311_requests(io.BytesIO(requests.getvalue()), form, found.append)
            self.assertEqual([r.service_code for r in found], ["04"])
        told = []
        self.assertEqual(gridcase.read_open311_requests(io.BytesIO(b'[{"status": "odd"}]'), "json", print,
                                                        told.append), 0)
        self.assertIsInstance(told[0], gridcase.DocumentError)
        self.assertGreater(len(told[0].faults), 1)

    def test_a_log_in_xes_is_read_trace_by_trace(self):
        case = self.county.dispatched().read()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "log.xes")
            gridcase.write_xes(path, self.engine, CENTRE)
            traces = []
            with open(path, "rb") as file:
                gridcase.read_xes(file, traces.append)
        names = [a.value for t in traces for a in t.attributes if a.key == "concept:name"]
        self.assertEqual(names, [case.number])
        self.assertEqual(len(traces[0].events), 3)


if __name__ == "__main__":
    unittest.main()
