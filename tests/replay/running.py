"""Runs `gridcase replay` for the tests beside it."""

import gzip
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GRIDCASE = os.environ.get("GRIDCASE_CLI", "")
DATA = os.environ.get("GRIDCASE_DATA", os.path.join(ROOT, "..", "shared", "data"))
DIRT = os.path.join(ROOT, "tests", "data", "replay")
BOSTON = os.path.join(DATA, "requests", "boston311_2011_first20k.csv.gz")
SKIPPED = 77


def need_program():
    if not GRIDCASE:
        print("skipped: GRIDCASE_CLI does not name the program")
        sys.exit(SKIPPED)


def command(table, mapping, *options):
    return [GRIDCASE, "--lang", "en", "replay", table, "--mapping", mapping, *options]


def replay(table, mapping, *options, text=None):
    """The totals."""
    done = subprocess.run(command(table, mapping, "--json", *options), input=text, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise AssertionError(done.stderr.decode("utf-8"))
    return json.loads(done.stdout)


def boston_table(folder, lines=None):
    """The table unpacked, or its first lines; no field of it has a line break."""
    path = os.path.join(folder, "boston.csv")
    with gzip.open(BOSTON, "rb") as packed, open(path, "wb") as file:
        for number, line in enumerate(packed):
            if lines is not None and number > lines:
                break
            file.write(line)
    return path


BOSTON_MAPPING = os.path.join(ROOT, "examples", "boston", "mapping.json")
BOSTON_OPTIONS = ("--polygons", os.path.join(DATA, "polygons"))
