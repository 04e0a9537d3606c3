#!/usr/bin/env python3
"""The 24 relational checks that tools for OCEL 2.0 make of a log in SQLite, from their description,
and whether its rows fit together.

Usage: ocel_checks.py FILE …            every check of every file must hold
       ocel_checks.py --damage FILE     and each must fail once the file is damaged for it

A check fails also where what it is about is missing.
"""

import re
import sqlite3
import sys

GENERAL = ("event_map_type", "object_map_type", "event", "object", "event_object", "object_object")
EPOCH = "1970-01-01"


class Log:
    """The schema of a file, read once."""

    def __init__(self, connection):
        self.connection = connection
        self.tables = {name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'")}
        self.columns = {}
        self.keys = {}
        self.references = {}
        for table in self.tables:
            info = list(connection.execute("SELECT name, type, pk FROM pragma_table_info(?)",
                                           (table,)))
            self.columns[table] = {name: kind for name, kind, _ in info}
            self.keys[table] = {name for name, _, place in info if place > 0}
            self.references[table] = {(column, other, target) for other, column, target in
                                      connection.execute(
                'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (table,))}

    def mapped(self, kind):
        table = kind + "_map_type"
        if "ocel_type_map" not in self.columns.get(table, {}):
            return []
        return [row[0] for row in self.connection.execute(
            "SELECT ocel_type_map FROM " + table)]

    def type_tables(self, kind):
        return [kind + "_" + name for name in self.mapped(kind)]

    def has(self, tables, *columns):
        return all(column in self.columns.get(table, {}) for table in tables for column in columns)

    def is_keyed(self, tables, *columns):
        return all(set(columns) <= self.keys.get(table, set()) for table in tables)

    def refers(self, table, column, other, target):
        return (column, other, target) in self.references.get(table, set())


def tables_match_types(log, kind):
    found = {table for table in log.tables if table.startswith(kind + "_")}
    general = {table for table in GENERAL if table.startswith(kind + "_")}
    return found - general == set(log.type_tables(kind)) and general <= found


def times_are_typed(log, kind):
    return all(log.columns.get(table, {}).get("ocel_time") == "TIMESTAMP"
               for table in log.type_tables(kind))


MAPS = ("event_map_type", "object_map_type")
CHECKS = [
    ("the six general tables are there", lambda log: set(GENERAL) <= log.tables),
    ("every type of objects has its table, and every such table its type",
     lambda log: tables_match_types(log, "object")),
    ("every type of events has its table, and every such table its type",
     lambda log: tables_match_types(log, "event")),
    ("types stand in ocel_type", lambda log: log.has(MAPS + ("event", "object"), "ocel_type")),
    ("names for tables stand in ocel_type_map", lambda log: log.has(MAPS, "ocel_type_map")),
    ("events and objects have an ocel_id", lambda log: log.has(("event", "object"), "ocel_id")),
    ("relations have a qualifier",
     lambda log: log.has(("event_object", "object_object"), "ocel_qualifier")),
    ("event_object names event and object",
     lambda log: log.has(("event_object",), "ocel_event_id", "ocel_object_id")),
    ("object_object names source and target",
     lambda log: log.has(("object_object",), "ocel_source_id", "ocel_target_id")),
    ("tables of types of objects have an ocel_id",
     lambda log: log.has(log.type_tables("object"), "ocel_id")),
    ("tables of types of events have an ocel_id",
     lambda log: log.has(log.type_tables("event"), "ocel_id")),
    ("tables of types of objects have a TIMESTAMP", lambda log: times_are_typed(log, "object")),
    ("tables of types of events have a TIMESTAMP", lambda log: times_are_typed(log, "event")),
    ("types are the key of their tables", lambda log: log.is_keyed(MAPS, "ocel_type")),
    ("events and objects are known by ocel_id",
     lambda log: log.is_keyed(("event", "object"), "ocel_id")),
    ("event_object is keyed by all three columns",
     lambda log: log.is_keyed(("event_object",), "ocel_event_id", "ocel_object_id",
                              "ocel_qualifier")),
    ("object_object is keyed by all three columns",
     lambda log: log.is_keyed(("object_object",), "ocel_source_id", "ocel_target_id",
                              "ocel_qualifier")),
    ("tables of types of events are keyed by ocel_id",
     lambda log: log.is_keyed(log.type_tables("event"), "ocel_id")),
    ("an event refers to its type",
     lambda log: log.refers("event", "ocel_type", "event_map_type", "ocel_type")),
    ("an object refers to its type",
     lambda log: log.refers("object", "ocel_type", "object_map_type", "ocel_type")),
    ("event_object refers to event and object",
     lambda log: log.refers("event_object", "ocel_event_id", "event", "ocel_id")
     and log.refers("event_object", "ocel_object_id", "object", "ocel_id")),
    ("object_object refers to objects",
     lambda log: log.refers("object_object", "ocel_source_id", "object", "ocel_id")
     and log.refers("object_object", "ocel_target_id", "object", "ocel_id")),
    ("tables of types of events refer to events",
     lambda log: all(log.refers(table, "ocel_id", "event", "ocel_id")
                     for table in log.type_tables("event"))),
    ("tables of types of objects refer to objects",
     lambda log: all(log.refers(table, "ocel_id", "object", "ocel_id")
                     for table in log.type_tables("object"))),
]


def failed_checks(connection):
    """Numbers from 1."""
    log = Log(connection)
    return [number for number, (_, holds) in enumerate(CHECKS, 1) if not holds(log)]


def wrong_rows(connection):
    """What the schema cannot say: that rows of one thing are in all the tables they belong in."""
    wrong = []

    def expect_none(what, query):
        count = connection.execute("SELECT count(*) FROM (" + query + ")").fetchone()[0]
        if count:
            wrong.append("%d times: %s" % (count, what))

    expect_none("a reference leads nowhere", "SELECT * FROM pragma_foreign_key_check")
    for kind in ("event", "object"):
        types = list(connection.execute(
            "SELECT ocel_type, ocel_type_map FROM %s_map_type" % kind))
        for name, table in types:
            expect_none(
                "%s of the type %s without a row of its own" % (kind, name),
                "SELECT ocel_id FROM %s WHERE ocel_type = '%s' EXCEPT SELECT ocel_id FROM \"%s_%s\""
                % (kind, name.replace("'", "''"), kind, table))
            expect_none(
                "a row of the type %s for something else" % name,
                "SELECT ocel_id FROM \"%s_%s\" EXCEPT SELECT ocel_id FROM %s WHERE ocel_type = '%s'"
                % (kind, table, kind, name.replace("'", "''")))
    for (table,) in list(connection.execute(
            "SELECT 'object_' || ocel_type_map FROM object_map_type")):
        columns = [row[0] for row in connection.execute(
            "SELECT name FROM pragma_table_info(?)", (table,))]
        if "ocel_changed_field" not in columns:
            continue
        expect_none("an object does not begin once, in 1970",
                    "SELECT ocel_id FROM \"%s\" GROUP BY ocel_id HAVING sum(ocel_changed_field IS "
                    "NULL AND ocel_time LIKE '%s%%') <> 1" % (table, EPOCH))
        for column in columns:
            if not column.startswith("ocel_"):
                expect_none("a change of something else sets " + column,
                            "SELECT 1 FROM \"%s\" WHERE ocel_changed_field <> '%s' AND \"%s\" IS "
                            "NOT NULL" % (table, column, column))
        expect_none("a change of what is no attribute",
                    "SELECT 1 FROM \"%s\" WHERE ocel_changed_field NOT IN (%s)" % (
                        table, ", ".join("'" + column + "'" for column in columns)))
    return wrong


# ---- damage: for each check what is done to the statements that make the tables

def without(pattern):
    """Takes a piece out of the statement of a table."""
    return lambda sql: re.sub(pattern, "", sql, count=1, flags=re.I)


def renamed(old, new):
    return lambda sql: re.sub(r"\b%s\b" % old, new, sql)


def without_key(sql):
    return without(r",\s*PRIMARY KEY\s*\([^)]*\)")(sql)


def without_reference(column):
    return without(r",\s*FOREIGN KEY\s*\(\W*%s\W*\)\s*REFERENCES\s*[^(\s]+\s*\([^)]*\)" % column)


def damages(events, objects):
    """Check: (table, what is done to its statement; None drops it)."""
    return {
        1: ("object_object", None), 2: (objects, None), 3: (events, None),
        4: ("event", renamed("ocel_type", "kind")), 5: ("event_map_type", renamed("ocel_type_map", "part")),
        6: ("object", renamed("ocel_id", "id")), 7: ("object_object", renamed("ocel_qualifier", "role")),
        8: ("event_object", renamed("ocel_object_id", "id")),
        9: ("object_object", renamed("ocel_source_id", "id")),
        10: (objects, renamed("ocel_id", "id")), 11: (events, renamed("ocel_id", "id")),
        12: (objects, renamed("TIMESTAMP", "TEXT")), 13: (events, renamed("TIMESTAMP", "TEXT")),
        14: ("object_map_type", without_key), 15: ("event", without_key),
        16: ("event_object", without_key), 17: ("object_object", without_key),
        18: (events, without_key), 19: ("event", without_reference("ocel_type")),
        20: ("object", without_reference("ocel_type")),
        21: ("event_object", without_reference("ocel_object_id")),
        22: ("object_object", without_reference("ocel_target_id")),
        23: (events, without_reference("ocel_id")), 24: (objects, without_reference("ocel_id")),
    }


def damaged(connection, table, change):
    """The schema in memory with one table damaged; of the rows only those of the types."""
    copy = sqlite3.connect(":memory:")
    for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        if name == table:
            sql = change(sql) if change else None
        if sql:
            copy.execute(sql)
    for kind in ("event", "object"):
        for row in connection.execute("SELECT ocel_type, ocel_type_map FROM %s_map_type" % kind):
            copy.execute("INSERT INTO %s_map_type VALUES (?, ?)" % kind, row)
    return copy


def checks_that_cannot_fail(connection):
    log = Log(connection)
    events, objects = log.type_tables("event")[0], log.type_tables("object")[0]
    if failed_checks(damaged(connection, "", None)):
        return ["the copy itself is damaged"]
    return [number for number, (table, change) in damages(events, objects).items()
            if number not in failed_checks(damaged(connection, table, change))]


def main(arguments):
    damage = arguments[:1] == ["--damage"]
    wrong = 0
    for path in arguments[1 if damage else 0:]:
        connection = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)
        failed = failed_checks(connection)
        for number in failed:
            print("%s: check %d: not true that %s" % (path, number, CHECKS[number - 1][0]))
        rows = [] if failed else wrong_rows(connection)
        print(*(path + ": " + text for text in rows), sep="\n", end="\n" if rows else "")
        blind = checks_that_cannot_fail(connection) if damage and not failed else []
        for number in blind:
            print("%s: check %s holds although the file was damaged for it" % (path, number))
        print("%s: %d of %d checks hold" % (path, len(CHECKS) - len(failed), len(CHECKS)))
        wrong += len(failed) + len(rows) + len(blind)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
