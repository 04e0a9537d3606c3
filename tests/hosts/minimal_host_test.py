#!/usr/bin/env python3
"""The smallest host closes its case. Usage: minimal_host_test.py PROGRAM"""

import os
import subprocess
import sys
import tempfile

ORGANIZATION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "jiangshan",
                            "organization.json")


def main():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.argv[1], ORGANIZATION, os.path.join(folder, "county.gridcase")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        again = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    *steps, last = done.stdout.splitlines()
    assert [step.split("  ")[1] for step in steps] == ["report", "file", "dispatch", "sign", "feedback", "close"], done.stdout
    assert steps[-1].endswith("closed") and last == "the record is sound", done.stdout
    # A store that is there already is not overwritten, and the program says so.
    assert again.returncode == 1 and "exists" in again.stderr, again


if __name__ == "__main__":
    main()
