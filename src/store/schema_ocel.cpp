#include "store/schema_ocel.hpp"

#include <gridcase/case.hpp>
#include <gridcase/lifecycle.hpp>

#include <initializer_list>

namespace gridcase::store {

namespace {

using A = ActionKind;
using Columns = std::vector<OcelColumn>;

// Where values begin, by the standard.
constexpr const char* epoch = "'1970-01-01T00:00:00.000000Z'";

// ---- expressions

std::string number(A action) { return std::to_string(static_cast<int>(action)); }

std::string is_one_of(std::initializer_list<A> actions) {
  std::string list;
  for (const A action : actions)
    list += (list.empty() ? "" : ", ") + number(action);
  return "h.action IN (" + list + ")";
}

// RFC 3339 in UTC with six digits; the remainder is made positive first, as in the other views.
std::string time(const std::string& source) {
  const std::string fraction = "((" + source + " % 1000000 + 1000000) % 1000000)";
  return "strftime('%Y-%m-%dT%H:%M:%S', (" + source + " - " + fraction +
         ") / 1000000, 'unixepoch') || printf('.%06dZ', " + fraction + ")";
}

std::string word(const std::string& domain, const std::string& row, const std::string& column) {
  return "(SELECT w.word FROM words w WHERE w.county = " + row + ".county AND w.domain = '" +
         domain + "' AND w.value = " + row + "." + column + ")";
}

// NULL for an empty text.
std::string code(const std::string& row, const std::string& column) {
  return "(SELECT nullif(c.text, '') FROM codes c WHERE c.county = " + row +
         ".county AND c.code = " + row + "." + column + ")";
}

// What the action of an event says; NULL for nothing. Not by ->>: a connection that trusts no
// schema refuses it in a view, but not this.
std::string said(const std::string& path) {
  return "(SELECT s.value FROM json_each(h.detail, '$." + path + "') s)";
}

const std::string event_id = "'event:' || h.sequence";
const std::string case_of_event = "'case:' || h.case_id";

std::string order_id(const std::string& number) {
  return "'order:' || a.case_id || ':' || " + number;
}

// ---- relations

struct Relation {
  std::string target;  // NULL where there is none
  std::string qualifier;
  std::string from;  // tables and condition
};

// UNION, since a relation stands once. A log has no relation to what is not in it.
std::string relations(const std::string& name, const char* source_column, const char* target_column,
                      const std::vector<std::pair<std::string, Relation>>& parts) {
  std::string text;
  for (const auto& [source, part] : parts) {
    text += (text.empty() ? "" : " UNION ") + ("SELECT " + source) + " AS ocel_source, " +
            part.target + " AS ocel_target, " + part.qualifier + " AS ocel_qualifier FROM " +
            part.from;
  }
  return "CREATE VIEW " + name + " AS SELECT ocel_source AS " + source_column +
         ", ocel_target AS " + target_column + ", ocel_qualifier FROM (" + text +
         ") WHERE ocel_target IS NOT NULL;\n";
}

std::string event_object_view() {
  const std::string events = "history h WHERE h.case_id <> 0";
  const std::string orders = "history h JOIN assignments a ON a.county = h.county AND a.case_id = "
                             "h.case_id WHERE h.case_id <> 0 AND ";
  const std::string gives =
      "a.ordered = h.happened AND " + is_one_of({A::dispatch, A::reinforce, A::transfer_out,
                                                 A::conclude, A::handle, A::guide, A::consult});
  const std::string works =
      "a.unit = h.unit AND a.ordered <= h.happened AND (a.ended IS NULL OR h.happened <= a.ended) "
      "AND " +
      is_one_of({A::sign, A::decline, A::start, A::contact, A::arrive, A::control, A::progress,
                 A::finish, A::feedback});
  const auto each = [](const char* path) {
    return std::string("history h, json_each(h.detail, '$.") + path + "') j WHERE h.case_id <> 0";
  };
  return relations(
      "event_object", "ocel_event_id", "ocel_object_id",
      {{event_id, {case_of_event, "'on'", events}},
       {event_id, {"'unit:' || " + code("h", "unit"), "'by'", events}},
       {event_id, {"'person:' || " + code("h", "person"), "'by'", events}},
       {event_id, {order_id("a.number"), "'gives'", orders + gives}},
       {event_id, {order_id("a.number"), "'works_on'", orders + works}},
       {event_id, {"'order:' || h.case_id || ':' || j.value", "'ends'", each("facts.let_go")}},
       {event_id, {"'unit:' || " + said("unit"), "'to'", events}},
       {event_id, {"'unit:' || j.value", "'names'", each("units")}},
       {event_id,
        {"'case:' || o.case_id", "'other'",
         "history h JOIN cases o ON o.county = h.county AND o.case_id = CAST(" +
             said("other_case") + " AS INTEGER) WHERE h.case_id <> 0"}},
       {event_id, {"'grid:' || " + said("facts.grid"), "'in'", events}},
       {event_id, {"'category:' || " + said("category"), "'as'", events}},
       {event_id, {"'campaign:' || " + said("facts.campaign"), "'under'", events}}});
}

std::string object_object_view() {
  const std::string a_case = "'case:' || t.case_id";
  const std::string cases = "cases t";
  const auto of_case = [&](const char* kind, const char* column, const char* qualifier) {
    return std::pair<std::string, Relation>{a_case,
                                            {std::string("'") + kind + ":' || " + code("t", column),
                                             std::string("'") + qualifier + "'", cases}};
  };
  const auto to_case = [&](const char* column) {
    return std::pair<std::string, Relation>{
        a_case,
        {std::string("'case:' || o.case_id"), std::string("'") + column + "'",
         std::string("cases t JOIN cases o ON o.county = t.county AND o.case_id = t.") + column}};
  };
  const std::string orders = "assignments a";
  const auto list = [](const char* column) {
    return std::string("assignments a, json_each('[\"' || replace(a.") + column +
           ", ' ', '\",\"') || '\"]') j WHERE a." + column + " <> ''";
  };
  return relations(
      "object_object", "ocel_source_id", "ocel_target_id",
      {of_case("unit", "reporter_unit", "reported_by"),
       of_case("person", "reporter_person", "reported_by"),
       of_case("unit", "holder", "held_by"),
       of_case("unit", "lead", "led_by"),
       of_case("unit", "township", "in_township"),
       of_case("unit", "village", "in_village"),
       of_case("grid", "grid", "in_grid"),
       of_case("category", "category", "of_category"),
       of_case("campaign", "campaign", "under"),
       of_case("unit", "about", "about"),
       to_case("part_of"),
       to_case("merged_into"),
       {case_of_event,
        {"'case:' || o.case_id", "coalesce(" + said("relation") + ", 'related')",
         "history h JOIN cases o ON o.county = h.county AND o.case_id = CAST(" +
             said("other_case") + " AS INTEGER) WHERE h.case_id <> 0 AND NOT " +
             is_one_of({A::merge, A::settle}) + " AND coalesce(" + said("relation") +
             ", '') <> 'part_of'"}},
       {order_id("a.number"), {"'case:' || a.case_id", "'of'", orders}},
       {order_id("a.number"), {"'unit:' || " + code("a", "unit"), "'to'", orders}},
       {order_id("a.number"),
        {order_id("CAST(j.value AS INTEGER)"), "'waits_for'", list("waits_for")}},
       {order_id("a.number"), {"'person:' || j.value", "'handled_by'", list("handlers")}}});
}

// ---- events and objects

std::string event_view() {
  return "CREATE VIEW event AS SELECT " + event_id + " AS ocel_id, " +
         word("action", "h", "action") + " AS ocel_type FROM history h WHERE h.case_id <> 0;\n";
}

std::string event_type_view(A action) {
  return "CREATE VIEW event_" + std::string(name(action)) + " AS SELECT " + event_id +
         " AS ocel_id, " + time("h.happened") + " AS ocel_time, " +
         word("outcome", "h", "outcome") + " AS outcome, " + word("state", "h", "before_state") +
         " AS state_before, " + word("state", "h", "after_state") + " AS state_after, " +
         said("reason") + " AS reason, " + code("h", "post") + " AS post, " +
         "h.version AS version, h.policy_version AS policy_version, " + time("h.recorded") +
         " AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = " + number(action) +
         ";\n";
}

std::string object_view() {
  return "CREATE VIEW object AS SELECT 'case:' || case_id AS ocel_id, 'case' AS ocel_type FROM "
         "cases UNION ALL SELECT " +
         order_id("a.number") +
         ", 'order' FROM assignments a UNION ALL SELECT ocel_id, substr(ocel_id, 1, instr(ocel_id, "
         "':') - 1) FROM (SELECT ocel_object_id AS ocel_id FROM event_object UNION SELECT "
         "ocel_target_id FROM object_object) WHERE substr(ocel_id, 1, 5) <> 'case:' AND "
         "substr(ocel_id, 1, 6) <> 'order:';\n";
}

struct Value {
  std::string_view column;
  std::string expression;
};

// One row of an object: every column, NULL where nothing is said.
std::string object_row(const Columns& columns, const std::string& id,
                       const std::vector<Value>& values, const std::string& when,
                       const std::string& changed, const std::string& from) {
  std::string text = "SELECT " + id + " AS ocel_id";
  for (const OcelColumn& column : columns) {
    std::string expression = "NULL";
    for (const Value& value : values) {
      if (value.column == column.name) expression = value.expression;
    }
    text += ", " + expression + " AS " + std::string(column.name);
  }
  return text + ", " + when + " AS ocel_time, " + changed + " AS ocel_changed_field FROM " + from;
}

std::string change(const Columns& columns, const std::string& id, const std::string& column,
                   const std::string& value, const std::string& when, const std::string& from) {
  return " UNION ALL " + object_row(columns, id, {{column, value}}, when, "'" + column + "'", from);
}

std::string case_view(const Columns& columns) {
  const std::string origin = word("tier", "t", "origin");
  std::string text = object_row(
      columns, "'case:' || t.case_id",
      {{"number", "t.number"},
       {"nature", word("nature", "t", "nature")},
       {"type", code("t", "type")},
       {"channel", code("t", "channel")},
       {"origin", origin},
       {"drill", "t.drill"},
       {"state", word("state", "h", "after_state")},
       {"holder", said("facts.holder")},
       {"category", said("category")},
       {"grade", said("grade")},
       {"request", "coalesce(" + said("request") + ", 'unstated')"}},
      epoch, "NULL",
      "cases t JOIN history h ON h.county = t.county AND h.case_id = t.case_id AND h.version = 1");
  const std::string later = "history h WHERE h.case_id <> 0 AND h.version > 1 AND ";
  const auto add = [&](const char* column, const std::string& value, const std::string& condition) {
    text += change(columns, case_of_event, column, value, time("h.happened"), later + condition);
  };
  add("state", word("state", "h", "after_state"), "h.after_state <> h.before_state");
  add("holder", said("facts.holder"), said("facts.holder") + " IS NOT NULL");
  for (const char* column : {"category", "grade", "request"}) {
    add(column, said(column),
        is_one_of({A::amend, A::reclassify, A::file, A::expedite}) + " AND " + said(column) +
            " IS NOT NULL");
  }
  return "CREATE VIEW object_case AS " + text + ";\n";
}

std::string quoted(AssignmentState state) { return "'" + std::string(name(state)) + "'"; }

std::string order_view(const Columns& columns) {
  const std::string id = order_id("a.number");
  std::string text = object_row(columns, id,
                                {{"number", "a.number"},
                                 {"role", word("role", "a", "role")},
                                 {"dispatch", "a.dispatch"},
                                 {"rounds", "a.round"},
                                 {"forced", "a.forced"},
                                 {"state", quoted(AssignmentState::assigned)}},
                                epoch, "NULL", "assignments a");
  const auto reached = [&](const char* column, const std::string& state) {
    const std::string when = std::string("a.") + column;
    text += change(columns, id, "state", state, time(when),
                   "assignments a WHERE " + when + " IS NOT NULL");
  };
  reached("signed_at", quoted(AssignmentState::signed_for));
  reached("contacted", quoted(AssignmentState::contacted));
  reached("arrived", quoted(AssignmentState::arrived));
  reached("controlled", quoted(AssignmentState::controlled));
  reached("finished", quoted(AssignmentState::finished));
  reached("ended", word("assignment_state", "a", "state"));
  return "CREATE VIEW object_order AS " + text + ";\n";
}

// Units, persons and the like are known by their codes.
std::string coded_view(const OcelObjectType& type) {
  const std::string after_colon = std::to_string(type.name.size() + 2);
  return "CREATE VIEW object_" + std::string(type.name) + " AS " +
         object_row(type.columns, "o.ocel_id", {{"code", "substr(o.ocel_id, " + after_colon + ")"}},
                    epoch, "NULL",
                    "object o WHERE o.ocel_type = '" + std::string(type.name) + "'") +
         ";\n";
}

// ---- types

std::vector<std::string> names_of_types(bool of_events) {
  std::vector<std::string> names;
  if (of_events) {
    for (const A action : all_actions())
      names.emplace_back(name(action));
  } else {
    for (const OcelObjectType& type : ocel_object_types())
      names.emplace_back(type.name);
  }
  return names;
}

// A type and its part of a table's name, which are the same here.
std::string rows_of_types(bool of_events) {
  std::string rows;
  for (const std::string& name : names_of_types(of_events))
    rows += (rows.empty() ? "('" : ", ('") + name + "', '" + name + "')";
  return rows;
}

std::string type_view(const std::string& view, bool of_events) {
  return "CREATE VIEW " + view + "(ocel_type, ocel_type_map) AS VALUES " +
         rows_of_types(of_events) + ";\n";
}

std::string columns_of(const Columns& columns) {
  std::string text;
  for (const OcelColumn& column : columns)
    text += ", " + std::string(column.name) + " " + std::string(column.type);
  return text;
}

constexpr const char* general_tables = R"(
CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT, PRIMARY KEY(ocel_type));
CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT, PRIMARY KEY(ocel_type));
CREATE TABLE event(ocel_id TEXT, ocel_type TEXT, PRIMARY KEY(ocel_id),
  FOREIGN KEY(ocel_type) REFERENCES event_map_type(ocel_type));
CREATE TABLE object(ocel_id TEXT, ocel_type TEXT, PRIMARY KEY(ocel_id),
  FOREIGN KEY(ocel_type) REFERENCES object_map_type(ocel_type));
CREATE TABLE event_object(ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY(ocel_event_id, ocel_object_id, ocel_qualifier),
  FOREIGN KEY(ocel_event_id) REFERENCES event(ocel_id),
  FOREIGN KEY(ocel_object_id) REFERENCES object(ocel_id));
CREATE TABLE object_object(ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT,
  PRIMARY KEY(ocel_source_id, ocel_target_id, ocel_qualifier),
  FOREIGN KEY(ocel_source_id) REFERENCES object(ocel_id),
  FOREIGN KEY(ocel_target_id) REFERENCES object(ocel_id));
)";

}  // namespace

const std::vector<OcelColumn>& ocel_event_columns() {
  static const Columns columns{{"outcome", "TEXT"},
                               {"state_before", "TEXT"},
                               {"state_after", "TEXT"},
                               {"reason", "TEXT"},
                               {"post", "TEXT"},
                               {"version", "INTEGER"},
                               {"policy_version", "INTEGER"},
                               {"recorded", "TIMESTAMP"}};
  return columns;
}

const std::vector<OcelObjectType>& ocel_object_types() {
  static const std::vector<OcelObjectType> types{{"case",
                                                  {{"number", "TEXT"},
                                                   {"nature", "TEXT"},
                                                   {"type", "TEXT"},
                                                   {"channel", "TEXT"},
                                                   {"origin", "TEXT"},
                                                   {"drill", "INTEGER"},
                                                   {"state", "TEXT"},
                                                   {"holder", "TEXT"},
                                                   {"category", "TEXT"},
                                                   {"grade", "TEXT"},
                                                   {"request", "TEXT"}}},
                                                 {"order",
                                                  {{"number", "INTEGER"},
                                                   {"role", "TEXT"},
                                                   {"dispatch", "INTEGER"},
                                                   {"rounds", "INTEGER"},
                                                   {"forced", "INTEGER"},
                                                   {"state", "TEXT"}}},
                                                 {"unit", {{"code", "TEXT"}}},
                                                 {"grid", {{"code", "TEXT"}}},
                                                 {"person", {{"code", "TEXT"}}},
                                                 {"category", {{"code", "TEXT"}}},
                                                 {"campaign", {{"code", "TEXT"}}}};
  return types;
}

std::string ocel_tables() {
  std::string text = general_tables;
  for (const std::string& type : names_of_types(true)) {
    text += "CREATE TABLE event_" + type + "(ocel_id TEXT, ocel_time TIMESTAMP" +
            columns_of(ocel_event_columns()) +
            ", PRIMARY KEY(ocel_id), FOREIGN KEY(ocel_id) REFERENCES event(ocel_id));\n";
  }
  for (const OcelObjectType& type : ocel_object_types()) {
    text += "CREATE TABLE object_" + std::string(type.name) + "(ocel_id TEXT" +
            columns_of(type.columns) +
            ", ocel_time TIMESTAMP, ocel_changed_field TEXT, FOREIGN KEY(ocel_id) REFERENCES "
            "object(ocel_id));\n";
  }
  return text + "INSERT INTO event_map_type VALUES " + rows_of_types(true) +
         ";\nINSERT INTO object_map_type VALUES " + rows_of_types(false) + ";\n";
}

std::string ocel_views() {
  std::string text = type_view("event_map_type", true) + type_view("object_map_type", false) +
                     event_view() + event_object_view() + object_object_view() + object_view();
  for (const A action : all_actions())
    text += event_type_view(action);
  for (const OcelObjectType& type : ocel_object_types()) {
    if (type.name == "case") {
      text += case_view(type.columns);
    } else if (type.name == "order") {
      text += order_view(type.columns);
    } else {
      text += coded_view(type);
    }
  }
  return text;
}

std::vector<std::string> ocel_view_names() {
  std::vector<std::string> names{"event_map_type", "object_map_type", "event",
                                 "event_object",   "object_object",   "object"};
  for (const std::string& type : names_of_types(true))
    names.push_back("event_" + type);
  for (const std::string& type : names_of_types(false))
    names.push_back("object_" + type);
  return names;
}

}  // namespace gridcase::store
