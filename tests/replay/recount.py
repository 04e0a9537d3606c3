#!/usr/bin/env python3
"""Takes the totals of a replay from the table itself, without the library.

    python3 recount.py TABLE MAPPING TOTALS

TABLE is CSV, packed with gzip or not; TOTALS is what `gridcase replay --totals` wrote. Prints what
differs; the exit status is 1 if anything does.
"""

import collections
import csv
import datetime
import gzip
import io
import json
import sys


def records(path, separator):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        text = file.read().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def recount(path, mapping):
    empty = mapping.get("empty", [])

    def value(row, column):
        text = (row.get(column) or "").strip()
        return "" if text in empty else text

    def time(text):
        return datetime.datetime.strptime(text, mapping["times"][0]) if text else None

    def closing(text):
        try:
            return time(text)
        except ValueError:
            return None  # the case stays open

    names = mapping.get("department_names", {})
    seen = set()
    counts = collections.defaultdict(lambda: [0, 0])  # department: closed, open
    rows = []
    for line, row in enumerate(records(path, mapping.get("separator", ","))):
        try:
            opened = time(value(row, mapping["opened"]))
        except ValueError:
            continue
        closed = closing(value(row, mapping["closed"]))
        if opened and value(row, mapping["id"]):
            rows.append((opened, line, closed, row))
    for opened, _, closed, row in sorted(rows, key=lambda item: item[:2]):
        if value(row, mapping["id"]) in seen:
            continue
        seen.add(value(row, mapping["id"]))
        status = mapping.get("status")
        done = closed is not None and closed >= opened and (
            status is None or value(row, status["column"]) in status["closed"])
        department = value(row, mapping["department"]["column"])
        counts[names.get(department, department)][0 if done else 1] += 1
    return counts


def theirs(totals, center):
    return {"" if line["key"] in (None, center) else line["name"]: [line["closed"], line["open"]]
            for line in totals["by_department"]}


def main(table, mapping_path, totals_path):
    with open(mapping_path, encoding="utf-8") as file:
        mapping = json.load(file)
    with open(totals_path, encoding="utf-8") as file:
        totals = json.load(file)
    counts = dict(recount(table, mapping))
    ours = (sum(c for c, _ in counts.values()), sum(o for _, o in counts.values()))
    same = ours == (totals["closed"], totals["open"])
    print(f"closed {totals['closed']} open {totals['open']}, recounted {ours[0]} {ours[1]}")
    library = theirs(totals, mapping.get("county", {}).get("code"))
    for department in sorted(set(counts) | set(library)):
        if counts.get(department) != library.get(department):
            print(f"{department or '(none)'}: {library.get(department)}, "
                  f"recounted {counts.get(department)}")
            same = False
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
