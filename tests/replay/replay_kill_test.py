#!/usr/bin/env python3
"""A replay that is killed in the middle and started again comes to the totals of an undisturbed
run, wherever it was killed."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import running

ROUNDS = int(os.environ.get("GRIDCASE_KILL_ROUNDS", "4"))


def table_to_kill(folder):
    if os.path.exists(running.BOSTON):
        return (running.boston_table(folder, 4000), running.BOSTON_MAPPING, running.BOSTON_OPTIONS)
    month = os.path.join(running.ROOT, "examples", "jiangshan")
    return (os.path.join(month, "month.csv"), os.path.join(month, "mapping.json"),
            ("--organization", os.path.join(month, "organization.json")))


def kill_after(seconds, table, mapping, options):
    """Whether it was still running."""
    with subprocess.Popen(running.command(table, mapping, *options), stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as child:
        try:
            child.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            child.kill()
            return True


def main():
    running.need_program()
    chance = random.Random(20180316)
    folder = tempfile.mkdtemp()
    try:
        table, mapping, options = table_to_kill(folder)
        start = time.monotonic()
        undisturbed = running.replay(table, mapping, *options)
        took = time.monotonic() - start
        killed = 0
        for number in range(ROUNDS):
            store = os.path.join(folder, f"killed-{number}.gridcase")
            stored = (*options, "--store", store)
            # Several kills of one store: also in what the first kill left to be done.
            for _ in range(1 + number % 3):
                killed += kill_after(took * chance.uniform(0.02, 0.9), table, mapping, stored)
            totals = running.replay(table, mapping, *stored)
            assert totals == undisturbed, f"round {number}: the totals differ"
            subprocess.run([running.GRIDCASE, "verify", store], check=True,
                           stdout=subprocess.DEVNULL)
        print(f"{killed} kills in {ROUNDS} rounds of a run of {took:.2f} s; totals equal")
        assert killed > 0, "no run was long enough to be killed"
        return 0
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
