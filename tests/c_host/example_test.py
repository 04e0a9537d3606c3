#!/usr/bin/env python3
"""The sample host in C closes its case. Usage: example_test.py PROGRAM"""

import json
import os
import subprocess
import sys
import tempfile


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "qingshi.gridcase")
        done = subprocess.run([sys.argv[1], store], capture_output=True, text=True, timeout=60)
        again = subprocess.run([sys.argv[1], store], capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(done.stderr)
    history, board, last = done.stdout.splitlines()
    actions = [event["action"] for event in json.loads(history)]
    assert actions == ["report", "file", "dispatch", "sign", "feedback", "close"], actions
    assert json.loads(board)["total"]["closed"] == 1, board
    assert last.endswith("the record is sound"), last
    # A store that is there already is not overwritten, and the program says so.
    assert again.returncode == 1 and "exists already" in again.stderr, again


if __name__ == "__main__":
    main()
