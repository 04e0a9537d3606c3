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


def recount_limits(path, mapping, without):
    """By the times of the rows alone: in time or late, and what the table says of each.

    `without`: lines whose limit the library does not take; they have none. A limit that ends before
    the request was opened ends when it was opened. A request closed before it was opened is open.
    """
    empty = mapping.get("empty", [])
    flag = mapping["ontime"]["column"]
    counts = {key: collections.Counter() for key in ("on_time", "late", "open", "no_limit")}
    for line, row in enumerate(records(path, mapping.get("separator", ",")), 2):
        cell = {key: "" if (text or "").strip() in empty else (text or "").strip()
                for key, text in row.items()}

        def time(key):
            text = cell.get(mapping.get(key, ""), "")
            return datetime.datetime.strptime(text, mapping["times"][0]) if text else None

        opened, due, closed = time("opened"), time("due"), time("closed")
        status = mapping["status"]
        is_closed = closed and closed >= opened and cell[status["column"]] in status["closed"]
        if not due or line in without:
            verdict = "no_limit"
        elif not is_closed:
            verdict = "open"
        else:
            verdict = "late" if closed > max(due, opened) else "on_time"
        counts[verdict][cell[flag]] += 1
    return counts


def compare_limits(path, mapping, totals):
    """What differs, a line each."""
    without = {item["line"] for item in totals["list"] if item["reason"] == "due_refused"}
    ours = recount_limits(path, mapping, without)
    words = {word: key for key in ("on_time", "late") for word in mapping["ontime"][key]}
    differences = []
    for line in totals["clocks"]["by_verdict"]:
        found = {item["key"] or "": item["cases"] for item in line["by_flag"]}
        if found != dict(ours[line["key"]]) or line["cases"] != sum(ours[line["key"]].values()):
            differences.append(f"{line['key']}: {found}, recounted {dict(ours[line['key']])}")
    both = [(verdict == words[flag], count) for verdict in ("on_time", "late")
            for flag, count in ours[verdict].items() if flag in words]
    agree, contradict = (sum(n for same, n in both if same == wanted) for wanted in (True, False))
    clocks = totals["clocks"]
    print(f"flag and clock agree {clocks['agree']}, contradict {clocks['contradict']}; "
          f"recounted {agree} {contradict}")
    if (clocks["agree"], clocks["contradict"]) != (agree, contradict):
        differences.append("agree and contradict differ")
    return differences


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
    if "ontime" in mapping:
        for difference in compare_limits(table, mapping, totals):
            print(difference)
            same = False
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
