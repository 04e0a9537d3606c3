#!/usr/bin/env python3
"""Reads event logs with nothing but Python's standard library: another pair of eyes on what the
library writes.

Usage: read_logs.py FILE …   prints what each holds, as JSON
"""

import collections
import datetime
import json
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree

XES_TRANSITIONS = {"schedule", "assign", "reassign", "start", "suspend", "resume", "complete",
                   "withdraw", "autoskip", "manualskip", "ate_abort", "pi_abort", "unknown"}


def read_time(text):
    """UTC; a time must say its offset."""
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if time.tzinfo is None:
        raise ValueError("no offset: " + text)
    return time.astimezone(datetime.timezone.utc)


class Summary:
    def __init__(self):
        self.cases = self.events = self.objects = 0
        self.event_relations = self.object_relations = 0
        self.activities = collections.Counter()
        self.objects_by_type = collections.Counter()
        self.first = self.last = None

    def add_event(self, activity, time):
        self.events += 1
        self.activities[activity] += 1
        self.first = time if self.first is None else min(self.first, time)
        self.last = time if self.last is None else max(self.last, time)

    def add_object(self, kind):
        self.objects += 1
        self.objects_by_type[kind] += 1
        self.cases += kind == "case"

    def as_dictionary(self):
        return {"cases": self.cases, "events": self.events, "objects": self.objects,
                "event_relations": self.event_relations, "object_relations": self.object_relations,
                "activities": dict(sorted(self.activities.items())),
                "objects_by_type": dict(sorted(self.objects_by_type.items())),
                "first": str(self.first), "last": str(self.last)}


def of_sqlite(path):
    found = Summary()
    log = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)
    for activity, table in list(log.execute("SELECT ocel_type, ocel_type_map FROM event_map_type")):
        for event, time in log.execute(
                'SELECT e.ocel_id, t.ocel_time FROM event e JOIN "event_%s" t USING (ocel_id) '
                "WHERE e.ocel_type = ?" % table, (activity,)):
            found.add_event(activity, read_time(time))
    for kind, table in list(log.execute("SELECT ocel_type, ocel_type_map FROM object_map_type")):
        for _ in log.execute(
                'SELECT DISTINCT o.ocel_id FROM object o JOIN "object_%s" t USING (ocel_id) '
                "WHERE o.ocel_type = ?" % table, (kind,)):
            found.add_object(kind)
    found.event_relations = log.execute(
        "SELECT count(*) FROM event_object r JOIN event e ON e.ocel_id = r.ocel_event_id "
        "JOIN object o ON o.ocel_id = r.ocel_object_id").fetchone()[0]
    found.object_relations = log.execute(
        "SELECT count(*) FROM object_object r JOIN object s ON s.ocel_id = r.ocel_source_id "
        "JOIN object o ON o.ocel_id = r.ocel_target_id").fetchone()[0]
    return found


def check_attributes(item, types):
    """By the schema every value is a text; by the standard each is one its type declares."""
    for attribute in item.get("attributes", ()):
        if not isinstance(attribute["value"], str):
            raise ValueError("%s: a value that is no text" % item["id"])
        if attribute["name"] not in types[item["type"]]:
            raise ValueError("%s: %s is not declared" % (item["id"], attribute["name"]))


def of_json(path):
    found = Summary()
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    declared = {member: {kind["name"]: {each["name"] for each in kind["attributes"]}
                         for kind in log[member]} for member in ("eventTypes", "objectTypes")}
    ids = {item["id"] for item in log["objects"]}
    if len(ids) != len(log["objects"]) or len({e["id"] for e in log["events"]}) != len(log["events"]):
        raise ValueError("an id comes twice")
    for item in log["objects"]:
        found.add_object(item["type"])
        check_attributes(item, declared["objectTypes"])
        for attribute in item.get("attributes", ()):
            read_time(attribute["time"])
        found.object_relations += sum(r["objectId"] in ids for r in item.get("relationships", ()))
    for event in log["events"]:
        found.add_event(event["type"], read_time(event["time"]))
        check_attributes(event, declared["eventTypes"])
        found.event_relations += sum(r["objectId"] in ids for r in event.get("relationships", ()))
    return found


def of_xes(path):
    found = Summary()
    for _, element in ElementTree.iterparse(path):
        name = element.tag.rpartition("}")[2]
        if name == "event":
            values = {child.get("key"): child.get("value") for child in element}
            transition = values.get("lifecycle:transition", "unknown").lower()
            if transition not in XES_TRANSITIONS:
                raise ValueError("no step of the standard model: " + transition)
            found.add_event(values["concept:name"], read_time(values["time:timestamp"]))
        elif name == "trace":
            found.cases += 1
            element.clear()
    return found


def of(path):
    with open(path, "rb") as file:
        head = file.read(16)
    if head.startswith(b"SQLite format 3"):
        return of_sqlite(path)
    return of_json(path) if head.lstrip().startswith(b"{") else of_xes(path)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(json.dumps(of(name).as_dictionary(), ensure_ascii=False))
