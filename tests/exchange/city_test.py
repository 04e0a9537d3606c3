#!/usr/bin/env python3
"""A city's requests, from file to store to file: nothing is lost on the way.

Files are made and read here with Python's standard library alone. GRIDCASE_CITY_ROWS sets how many
requests of Boston are taken, and prints times and sizes.
"""

import csv
import datetime
import gzip
import json
import os
import sys
import time
import unittest
import xml.etree.ElementTree as tree
import zoneinfo

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
sys.path.insert(0, os.path.join(HERE, "..", "replay"))

import program  # noqa: E402
import read_logs  # noqa: E402
import running  # noqa: E402

RECEIPT = os.path.join(running.DATA, "eventlogs", "receipt.csv.gz")
ROWS = int(os.environ.get("GRIDCASE_CITY_ROWS", "400"))
MEASURED = "GRIDCASE_CITY_ROWS" in os.environ
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")


def rows_of(path, most=None):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if number == most:
                return
            yield row


def instant(text):
    """Whole seconds since 1970 of an RFC 3339 time."""
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def local(text, zone):
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=zone).isoformat()


def requests_of_boston(most):
    """As their city would write them, and the service codes."""
    codes = {}
    requests = []
    for row in rows_of(running.BOSTON, most):
        name = row["type"]
        code = codes.setdefault(name, "B%03d" % (len(codes) + 1))
        request = {
            "service_request_id": row["case_enquiry_id"],
            "status": row["case_status"].lower(),
            "service_name": name,
            "service_code": code,
            "description": row["case_title"],
            "requested_datetime": local(row["open_dt"], NEW_YORK),
            "address": row["location"],
            "lat": float(row["latitude"]),
            "long": float(row["longitude"]),
        }
        if row["closed_dt"]:
            request["updated_datetime"] = local(row["closed_dt"], NEW_YORK)
        if row.get("closure_reason"):
            request["status_notes"] = row["closure_reason"]
        requests.append(request)
    return requests, codes


def write_xml(requests, path):
    top = tree.Element("service_requests")
    for request in requests:
        element = tree.SubElement(top, "request")
        for key, value in request.items():
            tree.SubElement(element, key).text = str(value)
    tree.ElementTree(top).write(path, encoding="utf-8", xml_declaration=True)


def organization(code, name, zone, categories):
    return json.dumps({
        "code": code, "name": name, "time_zone": zone, "chinese_area_codes": False,
        "units": [{"code": "centre", "name": name, "kind": "command_center"}],
        "categories": [{"code": key, "name": value} for key, value in categories.items()],
    })


def xml_requests(path):
    found = []
    for _, element in tree.iterparse(path):
        if element.tag == "request":
            found.append({child.tag: child.text or "" for child in element})
            element.clear()
    return found


class City(program.Case):
    def timed(self, what, path, *arguments):
        began = time.monotonic()
        result = self.ok(*arguments)
        if MEASURED:
            print("%-44s %7.1f s %8.1f MB" % (what, time.monotonic() - began,
                                              os.path.getsize(path) / 1e6))
        return result

    def path(self, name):
        return os.path.join(self.folder, name)

    def store_of(self, name, code, city, zone, categories):
        self.ok("init", self.path(name), "--organization",
                self.write(name + ".org", organization(code, city, zone, categories)),
                "--at", "2011-01-01 00:00")
        return self.path(name)

    def read_in(self, store, path, form, *more):
        arguments = ("read", store, path, "--format", form, "--keep-times", "--by", "centre",
                     "--at", "2020-01-01 00:00", "--json", *more)
        said = self.timed("read %s" % form, path, *arguments).json()
        again = self.timed("read %s again" % form, path, *arguments).json()
        self.assertEqual((said["entered"], said["already"], said["refused"]), (said["read"], 0, 0))
        self.assertEqual((again["entered"], again["already"]), (0, said["read"]))
        self.assertEqual((said["left_open"], again["ended"]), ([], 0))
        return said["read"], said["ended"]

    def written(self, store, form, name):
        path = self.path(name)
        said = self.timed("write %s" % form, store, "write", store, "--format", form, "--out", path,
                          "--json").json()
        if MEASURED:
            print("%56s %5.1f MB written" % ("", os.path.getsize(path) / 1e6))
        return path, said["written"]

    def everything(self, store):
        """All that can be written of a store, read back: by number, what each form says."""
        path, count = self.written(store, "cases-csv", "cases.csv")
        with open(path, encoding="utf-8", newline="") as file:
            table = {row["number"]: row for row in csv.DictReader(file)}
        self.assertEqual(len(table), count)
        path, count = self.written(store, "cases-geojson", "cases.geojson")
        with open(path, encoding="utf-8") as file:
            features = {one["properties"]["number"]: one for one in json.load(file)["features"]}
        self.assertEqual(len(features), count)
        path, count = self.written(store, "open311-json", "requests.json")
        with open(path, encoding="utf-8") as file:
            requests = {one["service_request_id"]: one for one in json.load(file)}
        self.assertEqual(len(requests), count)
        path, count = self.written(store, "open311-xml", "requests.xml")
        in_xml = {one["service_request_id"]: one for one in xml_requests(path)}
        self.assertEqual(len(in_xml), count)
        for other in (features, requests, in_xml):
            self.assertEqual(other.keys(), table.keys())
        return table, features, requests, in_xml

    def logs(self, store, table, ended=0):
        activities = {"report": len(table), **({"answer": ended} if ended else {})}
        for form, name in (("ocel-sqlite", "log.sqlite"), ("ocel-json", "log.json"),
                           ("xes", "log.xes")):
            path = self.path(name)
            said = self.timed("export-log %s" % form, store, "export-log", store, "--format", form,
                              "--out", path, "--json").json()
            summary = read_logs.of(path).as_dictionary()
            self.assertEqual((said["cases"], summary["cases"], summary["activities"]),
                             (len(table), len(table), activities))
            if form == "xes":
                names = [event.get("value") for _, trace in tree.iterparse(path)
                         if trace.tag.endswith("}trace") or trace.tag == "trace"
                         for event in trace if event.get("key") == "concept:name"]
                self.assertEqual(sorted(names), sorted(table))

    def same_as_requests(self, requests, table, features, written, in_xml):
        """In the order of recording, which is that of the file."""
        self.assertEqual(len(requests), len(table))
        for request, number in zip(requests, sorted(table)):
            row, feature, as_json = table[number], features[number], written[number]
            as_xml = in_xml[number]
            when = instant(request["requested_datetime"])
            for text in (row["reported"], row["occurred"], feature["properties"]["reported"],
                         as_json["requested_datetime"], as_xml["requested_datetime"]):
                self.assertEqual(instant(text), when, number)
            place = "%.6f %.6f" % (request["long"], request["lat"])
            for longitude, latitude in ((row["longitude"], row["latitude"]),
                                        feature["geometry"]["coordinates"],
                                        (as_json["long"], as_json["lat"]),
                                        (as_xml["long"], as_xml["lat"])):
                self.assertEqual("%.6f %.6f" % (float(longitude), float(latitude)), place, number)
            for code in (row["category"], feature["properties"]["category"],
                         as_json["service_code"], as_xml["service_code"]):
                self.assertEqual(code, request["service_code"])
            for description in (as_json["description"], as_xml["description"]):
                self.assertEqual(description, request["description"])
            self.assertEqual(as_json["address"], request["address"])
            self.same_status(request, row, feature["properties"], as_json, as_xml)

    def same_status(self, request, row, feature, as_json, as_xml):
        closed = request["status"] == "closed"
        for status in (as_json["status"], as_xml["status"]):
            self.assertEqual(status, request["status"])
        for state in (row["state"], feature["state"]):
            self.assertEqual(state == "answered", closed)
        self.assertEqual(row["ended"] != "", closed)
        if not closed:
            return
        for notes in (as_json["status_notes"], as_xml["status_notes"]):
            self.assertEqual(notes.strip(), request.get("status_notes", "").strip() or "closed")
        when = instant(request["updated_datetime"])
        if when >= instant(request["requested_datetime"]):
            for text in (row["ended"], feature["ended"], as_json["updated_datetime"],
                         as_xml["updated_datetime"]):
                self.assertEqual(instant(text), when)

    def test_requests_of_boston(self):
        if not os.path.exists(running.BOSTON):
            self.skipTest("no requests at hand")
        requests, codes = requests_of_boston(ROWS)
        names = {code: name for name, code in codes.items()}
        mapping = self.write("mapping.json", json.dumps({"system": "boston311", "same_codes": True}))
        in_json = self.write("city.json", json.dumps(requests))
        in_xml = self.path("city.xml")
        write_xml(requests, in_xml)
        closed = sum(request["status"] == "closed" for request in requests)
        self.assertGreater(closed, 0)
        said = []
        for form, path in (("open311-json", in_json), ("open311-xml", in_xml)):
            store = self.store_of(form, "025025", "Boston", "America/New_York", names)
            self.assertEqual(self.read_in(store, path, form, "--mapping", mapping),
                             (len(requests), closed))
            said.append(self.everything(store))
            self.same_as_requests(requests, *said[-1])
            for name in ("cases.csv", "cases.geojson", "requests.json", "requests.xml"):
                os.rename(self.path(name), self.path(form + name))
        self.assertEqual(*said)
        self.logs(store, said[-1][0], closed)
        # What was written is read by another store, and says the same there.
        third = self.store_of("third", "025025", "Boston", "America/New_York", names)
        self.assertEqual(self.read_in(third, self.path(form + "requests.json"), "open311-json",
                                      "--mapping", mapping), (len(requests), closed))
        self.same_as_requests(requests, *self.everything(third))
        for request, number in list(zip(requests, sorted(said[-1][0])))[::max(1, ROWS // 20)]:
            found = self.ok("list", store, "--external",
                            "boston311:" + request["service_request_id"], "--json").json()
            self.assertEqual([one["number"] for one in found["cases"]], [number])
        self.assertTrue(self.ok("verify", store, "--json").json()["ok"])

    def test_another_city(self):
        """A table of a Dutch municipality, by its own columns, then on to a second system."""
        if not os.path.exists(RECEIPT):
            self.skipTest("no permits at hand")
        permits = {}
        for row in rows_of(RECEIPT):
            permits.setdefault(row["case:concept:name"], row)
        departments = sorted({row["case:department"] for row in permits.values()})
        codes = {name: "D%d" % number for number, name in enumerate(departments)}
        channels = {"e-mail": "mail"}
        table = self.path("permits.csv")
        with open(table, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["channel", "number", "reported", "category", "title"])
            for number, row in permits.items():
                channel = row["case:channel"]
                out.writerow([channels.get(channel, channel.lower()), number,
                              row["case:startdate"].replace(" ", "T"),
                              codes[row["case:department"]], "Permit " + number])
        names = {code: name for name, code in codes.items()}
        zone = "Europe/Amsterdam"
        first = self.store_of("first", "000344", "Gemeente", zone, names)
        self.assertEqual(self.read_in(first, table, "cases-csv", "--system", "permits"), (1434, 0))
        told, _, requests, _ = self.everything(first)
        self.assertEqual(sorted(instant(row["reported"]) for row in told.values()),
                         sorted(instant(row["case:startdate"]) for row in permits.values()))

        # The other system calls the departments something else.
        second = self.store_of("second", "000345", "Provincie", zone,
                               {"P-" + code: name for code, name in names.items()})
        mapping = self.write("mapping.json", json.dumps(
            {"system": "gemeente", "categories": {code: "P-" + code for code in names}}))
        self.assertEqual(self.read_in(second, self.path("requests.json"), "open311-json",
                                      "--mapping", mapping), (1434, 0))
        for name in ("cases.csv", "cases.geojson", "requests.json", "requests.xml"):
            os.rename(self.path(name), self.path("first." + name))
        arrived, _, _, _ = self.everything(second)
        for old, new in zip(sorted(told), sorted(arrived)):
            self.assertEqual("P-" + told[old]["category"], arrived[new]["category"])
            self.assertEqual(instant(told[old]["reported"]), instant(arrived[new]["reported"]))
            self.assertEqual(requests[old]["description"], arrived[new]["title"])
        self.logs(second, arrived)


if __name__ == "__main__":
    program.main()
