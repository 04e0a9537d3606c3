#!/usr/bin/env python3
"""Which township has the most overdue cases, and why?

    answer.py STORE --unit CENTRE --at 2018-03-20T09:00:00+08:00 [--cases 3]

Reads only, so it may run beside the program that writes.
"""

import argparse
import collections
import datetime
import sys
from typing import Dict, List

import gridcase


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--unit", required=True, help="who asks: code of the command centre")
    parser.add_argument("--at", help="time with offset; now if left out")
    parser.add_argument("--cases", type=int, default=3, help="how many to explain (3)")
    return parser.parse_args()


def overdue_by_township(desk: gridcase.Desk) -> Dict[str, List[gridcase.CaseSummary]]:
    """The cases whose earliest deadline is past, by township; of each the most overdue first."""
    found: Dict[str, List[gridcase.CaseSummary]] = collections.defaultdict(list)
    for case in desk.cases(deadline_before=desk.clock()):
        found[case.township].append(case)
    for cases in found.values():
        cases.sort(key=lambda case: (case.deadline or gridcase.types.EPOCH, case.id))
    return found


def hours(time: datetime.timedelta) -> str:
    return f"{time / datetime.timedelta(hours=1):.1f} h"


def explain(desk: gridcase.Desk, case: gridcase.CaseSummary) -> None:
    """Who has had the case for how long, and why its deadline is when it is."""
    print(f"\n{case.number}  {case.title}  ({case.position.state})")
    handle = desk.case(case.id)
    where = handle.responsibility()
    if where is not None:
        for share in sorted(where.shares, key=lambda share: share.time, reverse=True):
            who = " ".join(filter(None, [share.share.unit, str(share.share.role)]))
            print(f"  {hours(share.time):>9}  {who}")
    for view in handle.clocks():
        if view.late:
            explanation = handle.explain(view.clock.no)
            if explanation is not None:
                words = gridcase.explanation_in_words(explanation, gridcase.Language.ENGLISH)
                print("  " + words.strip().replace("\n", "\n  "))


def main() -> int:
    options = arguments()
    now = datetime.datetime.fromisoformat(options.at) if options.at else gridcase.wall_clock()
    try:
        with gridcase.open(options.store, read_only=True) as engine:
            desk = engine.desk(options.unit, clock=lambda: now)
            overdue = overdue_by_township(desk)
            if not overdue:
                print("no case is overdue")
                return 0
            directory = engine.directory()
            ranked = sorted(overdue.items(), key=lambda item: (-len(item[1]), item[0]))
            for township, cases in ranked:
                unit = directory.unit(township)
                print(f"{len(cases):5}  {unit.name if unit else township or 'no township'}")
            for case in ranked[0][1][:options.cases]:
                explain(desk, case)
    except (gridcase.Error, ValueError) as error:
        print(f"answer.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
