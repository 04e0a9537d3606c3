"""A small county to act in: a store that disappears, and a clock that moves only when it is told."""

import datetime
import json
import os
import random
import tempfile

import gridcase

ZONE = datetime.timezone(datetime.timedelta(hours=8))
START = datetime.datetime(2018, 3, 16, 8, 30, tzinfo=ZONE)

POLICY = {
    "name": "small",
    "organization": {
        "code": "330881", "name": "county", "time_zone": "Asia/Shanghai",
        "chinese_area_codes": False,
        "units": [
            {"code": "330881", "name": "centre", "kind": "command_center",
             "location": [118.62, 28.74]},
            {"code": "room", "name": "room", "kind": "command_room", "parent": "330881"},
            {"code": "village", "name": "village", "kind": "village", "parent": "room"},
            {"code": "grid", "name": "grid", "kind": "grid", "parent": "village"},
            {"code": "water", "name": "water", "kind": "department", "parent": "330881",
             "location": [118.62, 28.75], "capabilities": ["drainage"]},
            {"code": "police", "name": "police", "kind": "department", "parent": "330881"}],
        "categories": [{"code": "04", "name": "sewage"}],
        "duties": [{"category": "04", "tier": "county", "lead": "water"}]},
    "time": {
        "milestones": [{"code": "close", "name": "closing", "from": "reported", "until": "closed"}],
        "limits": [{"milestone": "close", "within": {"value": 24, "unit": "urgent_hour"}}]},
}


class County:
    """An engine over a new store; `now` is what the clock says."""

    def __init__(self, **options):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "county.gridcase")
        self.now = START
        source = random.Random(1)
        options.setdefault("entropy", source.randbytes)
        options.setdefault("durability", gridcase.Durability.RELAXED)
        self.engine = gridcase.create(self.path, gridcase.read_policy(json.dumps(POLICY)), self.now,
                                      **options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.engine.close()
        self.folder.cleanup()

    def clock(self):
        """A minute later at each look."""
        self.now += datetime.timedelta(minutes=1)
        return self.now

    def desk(self, unit="330881"):
        return self.engine.desk(unit, clock=self.clock)

    def report(self, **fields):
        fields = {"title": "Sewage backs up", "category": "04", "grid": "grid", **fields}
        desk = self.desk()
        return desk.case(desk.report(**fields))

    def dispatched(self):
        case = self.report()
        case.file().raise_for_refusal()
        case.dispatch(to=["water", "police"], lead="water").raise_for_refusal()
        return case
