"""The document of a report as lists of what it is about: what unpack.js does, written once more."""

import json
import re


def read(path):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    return unpack(json.loads(re.search(r'id="data">(.*?)</script>', page, re.S)[1]))


def stepped(steps):
    at, numbers = 0, []
    for step in steps:
        at += step
        numbers.append(at)
    return numbers


def places(runs):
    at, taken = 0, []
    for skip, take in zip(runs[::2], runs[1::2]):
        taken += range(at + skip, at + skip + take)
        at += skip + take
    return taken


def prefixed(pairs):
    texts = [""]
    for common, rest in zip(pairs[::2], pairs[1::2]):
        texts.append(texts[-1][:common] + rest)
    return texts[1:]


def cases_of(packed):
    columns = {"number": prefixed(packed["number"]), "reported": stepped(packed["reported"])}
    for key in ("title", "place", "channel", "tier", "state", "units"):
        columns[key] = [packed[key]["list"][at] for at in packed[key]["at"]]
    for key in ("category", "grid", "lead", "holder", "filed", "handled", "ended", "deadline"):
        columns[key] = packed[key]
    late = set(places(packed["late"]))
    brief = {"events": None, "clocks": None}
    return [{**{key: column[i] for key, column in columns.items()}, "late": i in late,
             **packed["whole"].get(str(i), brief)} for i in range(packed["count"])]


def facts_of(packed, cases):
    def place(value, own):
        return own if value == 0 else value - 2
    days = stepped(packed["day"])
    lines = [[case, place(packed["unit"][i], cases[case]["lead"]), place(packed["grid"][i], cases[case]["grid"]),
              days[i], packed["amount"][i]] for i, case in enumerate(stepped(packed["case"]))]
    return [{"measure": of["measure"], "numerator": [lines[i] for i in places(of["numerator"])],
             "denominator": [lines[i] for i in places(of["denominator"])]} for of in packed["of"]]


def unpack(data):
    cases = cases_of(data["cases"])
    funnel = [{**row, "came": places(row["came"]), "solved": places(row["solved"])} for row in data["funnel"]]
    return {**data, "cases": cases, "facts": facts_of(data["facts"], cases), "funnel": funnel}
