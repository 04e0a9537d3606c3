#!/usr/bin/env python3
"""The same bytes everywhere: what several builds of the command line print and write, file by file.

    outputs.py stores STORES            one build makes the stores (GRIDCASE_CLI)
    outputs.py run STORES OUT           every build: all commands on copies of them, each output a file
    outputs.py compare OUT OTHER...     names each file that differs, and its first line that does

GRIDCASE_CLI names the program; it may be several words, an emulator before the program for instance.
Stores have random numbers in them, so one build makes them. Each build then takes the history of every
store through the library once more (what-if), which writes all of it anew, and reads what it wrote.
"""

import csv
import filecmp
import json
import math
import os
import pathlib
import random
import shlex
import shutil
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "examples"
REPLAYS = ROOT / "tests" / "data" / "replay"
JIANGSHAN = EXAMPLES / "jiangshan"
REPLAYED = {
    "month": (JIANGSHAN / "month.csv", "--mapping", JIANGSHAN / "mapping.json", "--organization",
              JIANGSHAN / "organization.json"),
    "dirty": (REPLAYS / "dirty.csv", "--mapping", REPLAYS / "dirty.json")}
SCORING = EXAMPLES / "scoring"
PLAYS = sorted(EXAMPLES.glob("scripts/*.jsonl")) + sorted(ROOT.glob("tests/data/plays/*.jsonl"))
PROGRAM = shlex.split(os.environ.get("GRIDCASE_CLI", "gridcase"))
CASES = int(os.environ.get("GRIDCASE_BYTES_CASES", "3"))
KEYS = ("total", "unit", "person", "grid", "category", "channel", "tier")
ENVIRONMENT = {key: value for key, value in os.environ.items()
               if not key.startswith("LC_") and key not in ("LANG", "GRIDCASE_LANG")}


def call(arguments, folder):
    return subprocess.run([*PROGRAM, *map(str, arguments)], cwd=folder, env=ENVIRONMENT, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)


# ---- stores -------------------------------------------------------------------------------------


def corner(column, row):
    """Corners of the grids lie at odd places, so that distances have all their digits."""
    return [118.5 + column * 0.0173 + 0.0041 * math.sin(column * 7 + row * 3),
            28.6 + row * 0.0151 + 0.0037 * math.cos(column * 5 - row * 11)]


def ground():
    """A county of 64 odd grids with two units each that can go there, and 240 matters among them."""
    draw = random.Random(20180316)
    units = [{"code": "330881", "name": "中心", "kind": "command_center", "area_code": "330881"},
             {"code": "room", "name": "指挥室", "kind": "command_room", "parent": "330881",
              "area_code": "330881001"},
             {"code": "village", "name": "村", "kind": "village", "parent": "room"}]
    for number in range(64):
        column, row = number % 8, number // 8
        ring = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                corner(column, row + 1)]
        units.append({"code": "g%02d" % number, "name": "网格%d" % number, "kind": "grid",
                      "parent": "village", "area": [[ring]]})
        for letter, parent in (("a", "330881"), ("b", "room")):
            units.append({"code": "%s%02d" % (letter, number), "name": "%s队%d" % (letter, number),
                          "kind": "department" if letter == "a" else "station", "parent": parent,
                          "location": [round(118.5 + draw.random() * 0.14, 6),
                                       round(28.6 + draw.random() * 0.12, 6)],
                          "capabilities": ["shoring"] if number % 3 else ["shoring", "pumps"],
                          "response_class": 1 + number % 3, "capacity": draw.randrange(1, 4)})
    return {"code": "330881", "name": "县", "time_zone": "Asia/Shanghai", "units": units,
            "persons": [],
            "categories": [{"code": code, "name": code, **({"parent": code[:2]} if "-" in code else {})}
                           for code in ("02", "02-05", "04", "04-01", "04-04", "04-06")],
            "duties": [{"category": "04", "tier": "county", "lead_capability": "shoring"}]}


def matters(path):
    draw = random.Random(20180317)
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["number", "title", "text", "category", "longitude", "latitude", "reported"])
        for number in range(240):
            where = ("桥头", "村口", "河边", "学校门口")[draw.randrange(4)]
            what = ("塌陷", "积水", "裂缝")[draw.randrange(3)]
            rows.writerow([number, where + what, "%s有%s，请处理" % (where, what),
                           ("04-01", "04-06")[draw.randrange(2)],
                           "%.7f" % (118.5 + draw.random() * 0.14),
                           "%.7f" % (28.6 + draw.random() * 0.12),
                           "2018-03-%02dT%02d:%02d:00+08:00" % (
                               1 + number // 12, 8 + draw.randrange(10), draw.randrange(60))])


def roads():
    """Crossings near the corners of the grids, and roads along them."""
    draw = random.Random(20180318)
    names = {(c, r): "c%d-%d" % (c, r) for c in range(9) for r in range(9)}
    ways = [{"from": name, "to": names[c + dc, r + dr], "seconds": draw.randrange(30, 400)}
            for (c, r), name in names.items() for dc, dr in ((1, 0), (0, 1)) if (c + dc, r + dr) in names]
    return {"crossings": [{"code": name, "place": corner(*at)} for at, name in names.items()],
            "roads": ways}


def sheets():
    """The rules of the examples by their codes."""
    found = {}
    for path in sorted(SCORING.glob("*.json")):
        if not path.name.startswith("yueqing"):
            found[json.loads(path.read_text(encoding="utf-8"))["code"]] = path
    return found


def write(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def make_stores(folder):
    folder.mkdir(parents=True)

    def must(*arguments):
        done = call(arguments, folder)
        if done.returncode != 0:
            sys.exit("%s: %s" % (" ".join(map(str, arguments)),
                                 (done.stderr or done.stdout).decode("utf-8", "replace")))
    for script in PLAYS:
        must("play", script, "--store", script.stem + ".gridcase")
    for name, options in REPLAYED.items():
        must("replay", *options, "--store", name + ".gridcase")
    rules = [part for path in sheets().values() for part in ("--scoring", path)]
    must("load", "month.gridcase", JIANGSHAN / "organization.json", *rules, "--by", "330881", "--at",
         "2018-04-01 00:00")
    write(folder / "ground.json", ground())
    write(folder / "roads.json", roads())
    matters(folder / "matters.csv")
    write(folder / "wide.json", {"duplicates": {"metres": 2000, "within_seconds": 604800}})
    must("init", "ground.gridcase", "--organization", "ground.json", "--programmes", "wide.json", "--at", "2018-03-01 00:00",
         "--time", JIANGSHAN / "time.json", "--holidays", EXAMPLES / "holidays" / "cn.json")
    must("read", "ground.gridcase", "matters.csv", "--format", "cases-csv", "--system", "syn",
         "--keep-times", "--by", "330881", "--at", "2018-03-26 08:00")
    must("bulk", "run", "ground.gridcase", "--key", "file", "--where", "state=county_intake", "--action",
         '{"kind": "file"}', "--by", "330881", "--at", "2018-03-26 08:10")
    for left in [*folder.glob("*-wal"), *folder.glob("*-shm"), *folder.glob("*-writer")]:
        # A store that is closed has nothing in its log; what is left would not be a copy of it.
        if left.name.endswith("-wal") and left.stat().st_size != 0:
            sys.exit("%s: the store was not closed" % left)
        left.unlink()


# ---- all commands of one build ------------------------------------------------------------------


class Build:
    def __init__(self, stores, out):
        self.out = out
        self.work = out.parent / (out.name + ".work")
        for folder in (self.out, self.work):
            shutil.rmtree(folder, ignore_errors=True)
        self.out.mkdir(parents=True)
        shutil.copytree(stores, self.work)
        self.count = 0
        self.failed = {}

    def keep(self, name, content):
        path = self.out / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        self.count += 1

    def run(self, name, *arguments, timed=False):
        """What it took is not the same everywhere: the line that says so is left out."""
        done = call(arguments, self.work)
        said = done.stdout + b"\n-- errors\n" + done.stderr + b"-- exit %d\n" % done.returncode
        if timed:
            said = b"".join(line for line in said.splitlines(True) if b" actions in " not in line)
        self.keep(name, said)
        if done.returncode not in (0, 1):
            self.failed[name] = " ".join(map(str, arguments))
        return done.stdout.decode("utf-8", "replace")

    def file(self, name, *arguments):
        """A command that writes a file: the file is kept, and what it said."""
        path = self.work / "written"
        self.run(name + ".said", *arguments, "--out", path.name)
        if path.exists():
            self.keep(name, path.read_bytes())
            path.unlink()

    def log_of_events(self, name, *arguments):
        """The file tells which SQLite wrote it, so what is in it is kept."""
        path = self.work / "written"
        self.run(name + ".said", *arguments, "--out", path.name)
        with sqlite3.connect(path) as database:
            self.keep(name, "\n".join(database.iterdump()).encode("utf-8"))
        database.close()
        path.unlink()

    # What does not need a store.

    def plays(self):
        for script in PLAYS:
            self.run("play/%s.json" % script.stem, "play", script, "--json")
            for language in ("en", "zh"):
                self.run("play/%s.%s" % (script.stem, language), "play", script, "--lang", language)
        for form in ("dot", "mermaid", "scxml", "markdown"):
            self.run("play/diagram." + form, "diagram", "--format", form)
        self.run("play/measures", "measure", "--list", "--json")
        for name, options in REPLAYED.items():
            self.run("play/replay-" + name, "replay", *options, "--json", timed=True)

    # What is asked of every store.

    def history(self, store):
        """All of it written anew by this build, and read again."""
        name = store.stem
        own = name + ".own"
        self.run(name + "/what-if", "what-if", store.name, "--out", own, "--json")
        self.run(name + "/export.jsonl", "export", own)
        self.run(name + "/verify-own", "verify", own)
        self.run(name + "/verify", "verify", store.name)
        lines = self.run(name + "/export-given.jsonl", "export", store.name).splitlines()
        times = sorted(json.loads(line)["recorded"] for line in lines if line.startswith("{"))
        return own, times[0][:4], times[-1]

    def figures(self, name, store, year, last):
        for key in KEYS:
            self.run("%s/measure-%s.json" % (name, key), "measure", store, "--period", year,
                     "--by-what", key, "--at", last, "--json")
        self.run(name + "/measure-below", "measure", store, "--period", year, "--base",
                 str(int(year) - 1), "--by-what", "unit", "--below", "--at", last)
        span = ("--from", year + "-01-01", "--until", "%d-01-01" % (int(year) + 1))
        for command in ("ratings", "figures", "time", "intake"):
            self.run("%s/%s.json" % (name, command), command, store, *span, "--json",
                     *(("--at", last) if command == "time" else ()))
        for key in ("holder", "category", "tier"):
            self.run("%s/board-%s" % (name, key), "board", store, "--by-what", key, "--all")
        self.file(name + "/report.html", "report", store, "--period", year, "--at", last)

    def exports(self, name, store, last):
        for form in ("cases-csv", "cases-geojson", "open311-json", "open311-xml",
                     "open311-services-json"):
            self.file("%s/%s" % (name, form), "write", store, "--format", form)
        self.file(name + "/units-geojson", "write", store, "--format", "units-geojson", "--kind", "all")
        self.file(name + "/gb18030.csv", "write", store, "--format", "cases-csv", "--encoding", "gb18030")
        for form in ("ocel-json", "xes"):
            self.file("%s/%s" % (name, form), "export-log", store, "--format", form)
        self.log_of_events(name + "/ocel.sql", "export-log", store, "--format", "ocel-sqlite")

    def cases(self, name, store, last):
        listed = self.run(name + "/list.json", "list", store, "--all", "--json", "--at", last)
        for one in [json.loads(line) for line in listed.splitlines()][:CASES]:
            case = one["id"]
            place = () if one["point"] else ("--point", "118.6271,28.7437")
            self.run("%s/%s-show.json" % (name, case), "show", store, case, "--json", "--at", last)
            for command in ("clocks", "explain", "time"):
                for language in ("en", "zh"):
                    self.run("%s/%s-%s.%s" % (name, case, command, language), command, store, case,
                             "--at", last, "--lang", language)
            self.run("%s/%s-responders.json" % (name, case), "responders", store, case, "--json",
                     "--at", last, *place)
            self.run("%s/%s-duplicates.json" % (name, case), "duplicates", store, "--case", case,
                     "--json", "--at", last)

    def scores(self):
        """Scores, frozen months and stars, from the plays about them."""
        store = "at-13-one-key.own"
        for month in ("2018-03", "2018-04"):
            for more in ((), ("--afresh",), ("--explain", "430112001")):
                self.run("scores/%s%s.json" % (month, "".join(more)), "assess", store, "wangcheng",
                         "--period", month, "--at", "2018-08-01 09:00", "--json", *more)
        self.run("scores/frozen.json", "assess", store, "wangcheng", "--json")
        self.run("scores/stars.json", "stars", "at-14-stars.own", "yueqing-stars", "--on", "2026-01-01",
                 "--json")
        for code in sheets():
            for period in ("2018-03", "2018"):
                self.run("scores/%s-%s.json" % (code, period), "assess", "month.own", code, "--period",
                         period, "--at", "2019-05-01", "--json")
        for code in ("wangcheng", "jinhua"):
            self.file("scores/%s.html" % code, "report", "month.own", "--period", "2018-03", "--at",
                      "2018-05-01", "--rules", code)

    def holidays(self):
        self.file("distances/holidays.ics", "write", "ground.own", "--format", "holidays-ics", "--at",
                  "2018-03-26 09:00")

    def distances(self):
        """Who goes where, as the crow flies and by road: sums and products of real numbers."""
        store, at = "ground.own", ("--at", "2018-03-26 09:00")
        draw = random.Random(20180319)
        for more, name in (((), "flight"), (("--roads", "roads.json"), "road")):
            self.run("distances/allocate-%s.json" % name, "allocate", store, "--where", "category=04-01",
                     "--capability", "shoring", "--json", *at, *more)
            self.run("distances/allocate-%s" % name, "allocate", store, "--where", "category=04-06",
                     "--capability", "pumps", *at, *more)
        listed = call(("list", store, "--all", "--json", *at), self.work).stdout.decode("utf-8")
        ids = [json.loads(line)["id"] for line in listed.splitlines()]
        for number, case in enumerate(ids[:240:6]):
            for more, name in (((), "flight"), (("--roads", "roads.json"), "road")):
                self.run("distances/%03d-%s.json" % (number, name), "responders", store, case, "--count",
                         "128", "--json", *at, *more)
            self.run("distances/%03d-propose.json" % number, "propose", store, case, "--class", "3",
                     "--scene", "2", "--json", *at)
            self.run("distances/%03d-duplicates.json" % number, "duplicates", store, "--case", case,
                     "--limit", "100", "--json", *at)
        for number in range(24):
            point = "%.7f,%.7f" % (118.5 + draw.random() * 0.14, 28.6 + draw.random() * 0.12)
            self.run("distances/locate-%02d" % number, "locate", store, point, "--json")
        for words in ("桥头", "桥头 塌陷", "学校", "河边积水"):
            self.run("distances/search-%s.json" % words, "search", store, words, "--limit", "200",
                     "--json")

    def all(self):
        self.plays()
        for store in sorted(self.work.glob("*.gridcase")):
            own, year, last = self.history(store)
            self.figures(store.stem, own, year, last)
            self.exports(store.stem, own, last)
            self.cases(store.stem, own, last)
        self.scores()
        self.holidays()
        self.distances()
        shutil.rmtree(self.work)


def run(stores, out):
    build = Build(stores, out)
    build.all()
    for name, command in sorted(build.failed.items()):
        print("%s: %s failed" % (out / name, command))
    print("%d outputs in %s" % (build.count, out))
    return 1 if build.failed else 0


# ---- the comparison -----------------------------------------------------------------------------


def first_difference(one, other):
    """(line, its text here, its text there); lines count from 1, a line that is missing is None."""
    with open(one, "rb") as file:
        here = file.read().split(b"\n")
    with open(other, "rb") as file:
        there = file.read().split(b"\n")
    for number in range(max(len(here), len(there))):
        pair = [lines[number] if number < len(lines) else None for lines in (here, there)]
        if pair[0] != pair[1]:
            return number + 1, *pair
    return None


def around(line, other):
    """Where the two part, with a little before it."""
    if line is None:
        return "(no such line)"
    at = next((i for i, (a, b) in enumerate(zip(line, other or b"")) if a != b),
              min(len(line), len(other or b"")))
    return line[max(0, at - 60):at + 60].decode("utf-8", "replace")


def files_of(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def compare(first, other):
    """All differences between two folders, in words."""
    found = []
    here, there = files_of(first), files_of(other)
    for name in sorted(here | there):
        if name not in there or name not in here:
            found.append("%s: only in %s" % (name, first if name in here else other))
        elif not filecmp.cmp(first / name, other / name, shallow=False):
            line, one, two = first_difference(first / name, other / name)
            found.append("%s:%d\n  %s: %s\n  %s: %s" % (name, line, first, around(one, two), other,
                                                       around(two, one)))
    return found


def compare_all(first, others):
    if not files_of(first):
        sys.exit("%s: no outputs" % first)
    different = 0
    for other in others:
        found = compare(first, other)
        different += len(found)
        print("\n".join(found[:50] + ["%s and %s: %d files, %d differ" % (
            first, other, len(files_of(first)), len(found))]))
    return 1 if different else 0


def main(arguments):
    folders = [pathlib.Path(argument).resolve() for argument in arguments[1:]]
    if arguments[:1] == ["stores"] and len(folders) == 1:
        return make_stores(folders[0])
    if arguments[:1] == ["run"] and len(folders) == 2:
        return run(*folders)
    if arguments[:1] == ["compare"] and len(folders) >= 2:
        return compare_all(folders[0], folders[1:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
