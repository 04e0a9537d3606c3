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
    assert again.returncode == 0, again.stderr
    # The second time it works with the store that is there.
    for number, run in ((1, done), (2, again)):
        assert run.stdout.splitlines() == ["Dig at the bridge: withdrawn at the desk",
                                           f"permits: {number}, cases: {number}", "the record is sound"], run.stdout
    assert rows == [("Dig at the school gate", "Dig at the school gate")] * 2 and cases == 2, (rows, cases)


if __name__ == "__main__":
    main()
