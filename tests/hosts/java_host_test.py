#!/usr/bin/env python3
"""The host in Java. Usage: java_host_test.py LIBRARY BUILD"""

import os
import shutil
import subprocess
import sys
import tempfile

HOST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "java_host", "Host.java")
JNA = "/usr/share/java/jna.jar"


def main():
    if not shutil.which("java") or not os.path.exists(JNA):
        print("skipped: no java, or no " + JNA)
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        command = ["java", "-cp", JNA, HOST, sys.argv[1], os.path.join(folder, "county.gridcase")]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100)
        again = subprocess.run(command, capture_output=True, text=True, timeout=100)
    if "class file version" in done.stderr or "error: " in done.stderr and "text block" in done.stderr:
        print("skipped: this java is older than 17")
        sys.exit(77)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        "drains 100.00", 'refused: the request has 1 fault: case_id: "case_id" is missing; add it', "the record is sound"], done.stdout
    # A store that is there already is not overwritten.
    assert again.returncode != 0 and "exists" in again.stderr, again


if __name__ == "__main__":
    main()
