#!/usr/bin/env python3
"""Builds organization.json from divisions.csv beside it: 133 grids with a leader, a full-time worker and
12 or 13 specialists each, 1,700 specialists in all, each with a business of its own.

    python3 build_organization.py [--check]

The same table gives the same bytes. With --check nothing is written; the exit status is 1 if the file
would differ.
"""

import csv
import json
import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))
COUNTY = "430112"
GRIDS, SPECIALISTS = 133, 1700
BUSINESSES = ["治安隐患", "矛盾纠纷", "消防安全", "食品安全", "环境保护", "市容环境", "违法建设",
              "道路设施", "河道水利", "森林防火", "安全生产", "民政服务", "出租房屋"]


def units(divisions):
    yield {"code": COUNTY, "name": "望城区社会管理综合指挥中心", "kind": "command_center", "area_code": COUNTY}
    for row in divisions:
        if row["tier"] == "township":
            yield {"code": row["code"], "name": row["name"] + "指挥室", "kind": "command_room",
                   "parent": COUNTY, "area_code": row["code"], "capabilities": ["room"]}
    villages = [row for row in divisions if row["tier"] == "village"]
    for row in villages:
        yield {"code": row["code"], "name": row["name"], "kind": "village", "parent": row["parent_code"],
               "area_code": row["code"], "capabilities": ["village_work"]}
    for row in villages[:GRIDS]:
        yield {"code": row["code"] + "001", "name": row["name"] + "网格", "kind": "grid",
               "parent": row["code"], "area_code": row["code"] + "001"}


def persons(grids):
    yield {"code": "syn-reader", "name": "syn", "unit": COUNTY, "posts": [{"role": "district_reader"}]}
    yield {"code": "syn-seat", "name": "syn", "unit": COUNTY, "posts": [{"role": "seat"}]}
    for index, grid in enumerate(grids):
        yield {"code": f"l{index + 1}", "name": "syn", "unit": grid, "posts": [{"role": "grid_leader"}]}
        yield {"code": f"w{index + 1}", "name": "syn", "unit": grid, "posts": [{"role": "grid_worker"}]}
        for business in range(SPECIALISTS // GRIDS + (index < SPECIALISTS % GRIDS)):
            post = {"role": "specialist", "categories": [f"{business + 1:02}"]}
            posts = [post]
            if (index, business) == (0, 0):  # may read at the next grid, and act at the one after
                posts.append({"role": "neighbour", "categories": post["categories"], "territory": [grids[1]]})
                posts.append({"role": "neighbour", "categories": post["categories"], "unit": grids[2]})
            yield {"code": f"s{index + 1}-{business + 1}", "name": "syn", "unit": grid, "posts": posts}


def organization():
    with open(os.path.join(FOLDER, "divisions.csv"), encoding="utf-8", newline="") as file:
        divisions = list(csv.DictReader(file))
    all_units = list(units(divisions))
    grids = [unit["code"] for unit in all_units if unit["kind"] == "grid"]
    codes = [f"{number + 1:02}" for number in range(len(BUSINESSES))]
    return {
        "code": COUNTY, "name": "望城区", "time_zone": "Asia/Shanghai",
        "tier_names": {"village": "村（社区）", "township": "街镇", "county": "区"},
        "grid_code_lengths": [15], "staffed_grids": True,
        "units": all_units, "persons": list(persons(grids)),
        "roles": [
            {"code": "district_reader", "name": "区级指挥账号", "reads": "everything", "actions": ["none"]},
            {"code": "seat", "name": "坐席", "reads": "everything"},
            {"code": "grid_leader", "name": "网格长", "reads": "territory"},
            {"code": "grid_worker", "name": "专职网格员", "reads": "territory"},
            {"code": "specialist", "name": "网格专干", "reads": "territory",
             "actions": ["report", "comment", "attach", "accept", "file", "handle", "feedback"]},
            {"code": "neighbour", "name": "邻格协助", "reads": "territory", "actions": ["comment"]}],
        "categories": [{"code": code, "name": name} for code, name in zip(codes, BUSINESSES)],
        "duties": [duty for code in codes for duty in (
            {"category": code, "tier": "county", "lead": COUNTY},
            {"category": code, "tier": "township", "lead_capability": "room"},
            {"category": code, "tier": "village", "lead_capability": "village_work"})],
    }


def main():
    built = organization()
    lists = {key for key, value in built.items() if isinstance(value, list) and key != "grid_code_lengths"}
    parts = []
    for key, value in built.items():
        text = json.dumps(value, ensure_ascii=False)
        if key in lists:
            text = "[\n" + ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in value) + "\n  ]"
        parts.append(f"  {json.dumps(key)}: {text}")
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    path = os.path.join(FOLDER, "organization.json")
    if "--check" in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            sys.exit(file.read() != text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
