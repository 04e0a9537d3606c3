#!/usr/bin/env python3
"""Three readers follow one writer and miss nothing. Usage: readers_test.py PROGRAM"""

import os
import re
import subprocess
import sys
import tempfile

ORGANIZATION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "jiangshan",
                            "organization.json")
CASES = 300


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.argv[1], ORGANIZATION, os.path.join(folder, "county.gridcase"), "3", str(CASES)],
                              capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stdout + done.stderr
    seen = re.findall(r"a reader looked (\d+) times and saw (\d+) cases in (\d+) events", done.stdout)
    assert len(seen) == 3, done.stdout
    for looks, cases, events in seen:
        assert int(cases) == CASES and int(events) > CASES and int(looks) > 1, done.stdout
    assert "the record is sound" in done.stdout, done.stdout


if __name__ == "__main__":
    main()
