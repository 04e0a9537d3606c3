#!/usr/bin/env python3
"""Writes a month of requests of Jiangshan as CSV to standard output.

    python3 generate_month.py [YYYY-MM] [COUNT]

Everything is generated. The proportions are those of the press articles: 70 % are solved by the
grid itself, 20 % by the grid under guidance of the township, 10 % by departments; 96.7 % of what is
older than the last days are closed. Same month and count, same bytes.
"""

import csv
import datetime
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARES = (("self", 70), ("guided", 20), ("dispatched", 10))
CLOSED_OF_1000 = 967


def ways(count):
    """Exactly the shares, in an order that repeats."""
    made = []
    for way, share in SHARES:
        made += [way] * (count * share // 100)
    made += ["self"] * (count - len(made))
    return made


def lead_of(category, duties):
    while category:
        if category in duties:
            return duties[category]
        category = category.rpartition("-")[0]
    return ""


def main(arguments):
    month = arguments[0] if arguments else "2018-03"
    count = int(arguments[1]) if len(arguments) > 1 else 1000
    with open(os.path.join(HERE, "organization.json"), encoding="utf-8") as file:
        organization = json.load(file)
    grids = [unit for unit in organization["units"] if unit["kind"] == "grid"]
    categories = [item for item in organization["categories"] if "parent" in item]
    duties = {duty["category"]: duty["lead"] for duty in organization["duties"]
              if duty["tier"] == "county"}

    chance = random.Random(f"{month} {count}")
    first = datetime.datetime.strptime(month, "%Y-%m")
    seconds = 28 * 24 * 3600
    times = sorted(chance.randrange(seconds) for _ in range(count))
    order = ways(count)
    chance.shuffle(order)

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["number", "opened", "closed", "title", "category", "department", "grid",
                  "channel", "way"])
    for serial, (offset, way) in enumerate(zip(times, order), 1):
        opened = first + datetime.timedelta(seconds=offset)
        hours = {"self": 6, "guided": 24, "dispatched": 72}[way]
        closed = opened + datetime.timedelta(seconds=chance.randrange(600, hours * 3600))
        is_closed = chance.randrange(1000) < CLOSED_OF_1000
        category = chance.choice(categories)
        grid = chance.choice(grids)
        channel = chance.choice(["patrol", "hotline", "camera"]) if way == "dispatched" else "patrol"
        out.writerow([f"{month}-{serial:05}", opened, closed if is_closed else "",
                      f"{grid['name']}{category['name']}", category["code"],
                      lead_of(category["code"], duties) if way == "dispatched" else "",
                      grid["code"], channel, way])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
