"""Runs the command line for the tests beside this file."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.environ.get("GRIDCASE_CLI", "gridcase")
ORGANIZATION = os.path.join(HERE, "organization.json")


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def json(self):
        return json.loads(self.out)

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def run(*arguments, stdin="", environment=None):
    """Neither the language nor the colours of whoever runs the tests get through."""
    clean = {key: value for key, value in os.environ.items()
             if not key.startswith("LC_") and key not in ("LANG", "NO_COLOR")}
    clean.update(environment or {})
    done = subprocess.run([PROGRAM, *arguments], input=stdin.encode(), capture_output=True,
                          env=clean, timeout=600)
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.store = os.path.join(self.folder, "store.gridcase")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def ok(self, *arguments, **more):
        result = run(*arguments, **more)
        self.assertEqual(result.code, 0, result.out + result.err)
        return result

    def fails(self, code, *arguments, **more):
        result = run(*arguments, **more)
        self.assertEqual(result.code, code, result.out + result.err)
        return result

    def init(self):
        return self.ok("init", self.store, "--organization", ORGANIZATION,
                       "--at", "2020-06-29 08:00")

    def report(self, *more):
        return self.ok("report", self.store, "--by", "grid/gao", "--at", "2020-06-29 10:00",
                       "--title", "村道塌陷", "--category", "04-01", "--channel", "patrol",
                       "--point", "118.6271,28.7437", "--tier", "township", "--json", *more).json()


def main():
    if os.path.sep in PROGRAM and not os.path.exists(PROGRAM):
        print("no program at", PROGRAM)
        sys.exit(77)
    unittest.main()
