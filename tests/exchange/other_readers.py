#!/usr/bin/env python3
"""Looks at what the library wrote with the readers of Python's standard library.

other_readers.py FOLDER with cases.csv, cases-gb.csv, requests.json, requests.xml, services.json,
definition.json, units.geojson, cases.geojson. The rules for Open311 are those of the JSON schemas of
GeoReport v2, those for GeoJSON of RFC 7946.
"""

import csv
import datetime
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

TEXT = "text"
REQUEST = {
    "service_request_id": TEXT, "status": {"open", "closed"}, "status_notes": TEXT,
    "service_name": TEXT, "service_code": TEXT, "description": TEXT, "agency_responsible": TEXT,
    "service_notice": TEXT, "requested_datetime": "time", "updated_datetime": "time",
    "expected_datetime": "time", "address": TEXT, "address_id": TEXT, "zipcode": TEXT,
    "lat": "number", "long": "number", "media_url": TEXT,
}
REQUIRED_OF_REQUEST = {"service_request_id", "status", "service_code", "requested_datetime"}
SERVICE = {
    "service_code": TEXT, "service_name": TEXT, "description": TEXT, "metadata": "truth",
    "type": {"realtime", "batch", "blackbox"}, "keywords": TEXT, "group": TEXT,
}
REQUIRED_OF_SERVICE = {"service_code", "service_name", "metadata", "type"}
ATTRIBUTE = {
    "variable": "truth", "code": TEXT, "required": "truth", "datatype_description": TEXT,
    "datatype": {"string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"},
    "order": "integer", "description": TEXT, "values": "values",
}
REQUIRED_OF_ATTRIBUTE = {"variable", "code", "datatype", "required"}


def is_time(value):
    text = value[:-1] + "+00:00" if value.endswith("Z") else value
    return datetime.datetime.fromisoformat(text).tzinfo is not None


def check_value(name, value, kind):
    if isinstance(kind, set):
        assert value in kind, (name, value)
    elif kind == "truth":
        assert isinstance(value, bool), (name, value)
    elif kind == "number":
        assert isinstance(value, (int, float)) and not isinstance(value, bool), (name, value)
    elif kind == "integer":
        assert isinstance(value, int) and not isinstance(value, bool), (name, value)
    elif kind == "values":
        assert all(set(pair) == {"key", "name"} for pair in value), value
    else:
        assert isinstance(value, str), (name, value)
        assert kind != "time" or is_time(value), (name, value)


def check_object(found, fields, required):
    assert required <= set(found) <= set(fields), found
    for name, value in found.items():
        check_value(name, value, fields[name])


def check_open311(folder):
    requests = json.loads((folder / "requests.json").read_text(encoding="utf-8"))
    assert isinstance(requests, list) and len(requests) > 1
    for request in requests:
        check_object(request, REQUEST, REQUIRED_OF_REQUEST)
        assert len(request.get("description", "")) <= 4000
    root = ElementTree.parse(folder / "requests.xml").getroot()
    assert root.tag == "service_requests"
    for request, element in zip(requests, root, strict=True):
        assert element.tag == "request"
        assert {field.tag: field.text for field in element} == {
            name: value if isinstance(value, str) else repr(value).removesuffix(".0")
            for name, value in request.items()
        }
    services = json.loads((folder / "services.json").read_text(encoding="utf-8"))
    assert services
    for service in services:
        check_object(service, SERVICE, REQUIRED_OF_SERVICE)
    definition = json.loads((folder / "definition.json").read_text(encoding="utf-8"))
    assert set(definition) == {"service_code", "attributes"}
    for attribute in definition["attributes"]:
        check_object(attribute, ATTRIBUTE, REQUIRED_OF_ATTRIBUTE)


def turning(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def check_geojson(folder):
    for name in ("units.geojson", "cases.geojson"):
        collection = json.loads((folder / name).read_text(encoding="utf-8"))
        assert collection["type"] == "FeatureCollection" and collection["features"]
        for feature in collection["features"]:
            assert set(feature) == {"type", "properties", "geometry"}, feature
            assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)
            geometry = feature["geometry"]
            if geometry is None or geometry["type"] == "Point":
                continue
            polygons = geometry["coordinates"]
            for outer, *holes in [polygons] if geometry["type"] == "Polygon" else polygons:
                assert turning(outer) > 0 and all(turning(hole) < 0 for hole in holes)
                assert all(len(ring) > 3 and ring[0] == ring[-1] for ring in (outer, *holes))


def check_csv(folder):
    tables = []
    for name, encoding in (("cases.csv", "utf-8"), ("cases-gb.csv", "gb18030")):
        with (folder / name).open(encoding=encoding, newline="") as file:
            tables.append(list(csv.DictReader(file, strict=True)))
    assert tables[0] == tables[1] and len(tables[0]) > 1
    for row in tables[0]:
        assert None not in row and None not in row.values(), row
        assert is_time(row["reported"])


def main():
    folder = pathlib.Path(sys.argv[1])
    check_open311(folder)
    check_geojson(folder)
    check_csv(folder)


if __name__ == "__main__":
    main()
