#!/usr/bin/env python3
"""Python beside a C++ program that does the same: reports to a strict store, in batches of 100 built inside the
timed part, and one by one; pair by pair. How much of the time the GIL was held, and what an import costs.

python_benchmark.py PROGRAM [REPORTS]: the program of python_pair.cpp; PYTHONPATH has the package. Fails below
0.6 and 0.8 of the speed of C++, and above 50 ms for the import.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone

import gridcase
from gridcase import Action, ActionKind, Actor, Submission

POLICY = pathlib.Path(__file__).resolve().parents[1] / "examples/jiangshan/organization.json"
NOW = datetime(2018, 3, 16, 8, 30, tzinfo=timezone(timedelta(hours=8)))
PAIRS = 7


def python(folder, reports, batch, **options):
    """Seconds, and how long the engine was at work without the GIL, if it has a stopwatch."""
    actor = Actor("330881")
    with gridcase.create(folder + "/python.gridcase", gridcase.read_policy(POLICY.read_text("utf-8")), NOW, **options) as engine:
        began = time.perf_counter()
        done = 0
        for first in range(0, reports, batch):
            made = [Submission(Action(ActionKind.REPORT, title=f"No. {i}", category="04-04", command_id=f"c-{i}"), actor, NOW)
                    for i in range(first, first + batch)]
            if batch == 1:
                done += engine.submit(made[0].action, made[0].actor, made[0].now).ok
            else:
                done += sum(answer.ok for answer in engine.batch(made))
        took = time.perf_counter() - began
        assert done == reports, done
        spent = {one.name: one.sum / 1e9 for one in engine.latencies()}
    return took, spent.get("submit", 0.0)


def cpp(program, folder, reports, batch):
    done = subprocess.run([program, POLICY, folder + "/cpp.gridcase", str(reports), str(batch)], check=True,
                          capture_output=True, text=True)
    return float(done.stdout)


def compare(program, reports, batch):
    ratios = []
    for _ in range(PAIRS):
        with tempfile.TemporaryDirectory(dir=".") as folder:
            mine, _ = python(folder, reports, batch)
            ratios.append(cpp(program, folder, reports, batch) / mine)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        took, engine = python(folder, reports, batch, stopwatch=time.perf_counter_ns)
    print(f"batches of {batch}: {statistics.median(ratios):.2f} of the speed of C++ ({min(ratios):.2f} to {max(ratios):.2f}, "
          f"{PAIRS} pairs of {reports} reports); the GIL held for {100 * (1 - engine / took):.0f} % of the time")
    return statistics.median(ratios)


def import_time():
    # As users have it: compiled once, and kept.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def fresh(code):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=kept)
        return 1000 * (time.perf_counter() - began)

    fresh("import gridcase")
    took = statistics.median(fresh("import gridcase") for _ in range(20)) - statistics.median(fresh("") for _ in range(20))
    print(f"import gridcase: {took:.0f} ms beside a bare interpreter")
    return took


def main():
    program, reports = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    batches = compare(program, reports, 100)
    single = compare(program, max(reports // 10, 100), 1)
    took = import_time()
    return 0 if batches >= 0.6 and single >= 0.8 and took <= 50 else 1


if __name__ == "__main__":
    sys.exit(main())
