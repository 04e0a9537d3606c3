#!/usr/bin/env python3
"""A permit and its case come about together or not at all. Usage: sqlite_host_test.py PROGRAM"""

import os
import sqlite3
import subprocess
import sys
import tempfile

ORGANIZATION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "jiangshan",
                            "organization.json")


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "office.db")
        done = subprocess.run([sys.argv[1], ORGANIZATION, path], capture_output=True, text=True, timeout=60)
        again = subprocess.run([sys.argv[1], ORGANIZATION, path], capture_output=True, text=True, timeout=60)
        database = sqlite3.connect(path)
        rows = database.execute("SELECT p.about, c.title FROM permits p LEFT JOIN cases c USING(case_id)").fetchall()
        cases, = database.execute("SELECT count(*) FROM cases").fetchone()
        database.close()
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["Dig at the bridge: withdrawn at the desk", "1 permit, 1 case",
                                        "the record is sound"], done.stdout
    assert rows == [("Dig at the school gate", "Dig at the school gate")] and cases == 1, (rows, cases)
    # A database that holds a store is not founded twice, and the program says so.
    assert again.returncode == 1 and "attach" in again.stderr, again


if __name__ == "__main__":
    main()
