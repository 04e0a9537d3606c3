#include "store/schema.hpp"

#include "store/schema_ocel.hpp"
#include "store/schema_search.hpp"

#include <gridcase/action.hpp>
#include <gridcase/case.hpp>
#include <gridcase/lifecycle.hpp>

#include <algorithm>

namespace gridcase::store {

namespace {

constexpr const char* tables = R"(
CREATE TABLE counties(
  county INTEGER NOT NULL PRIMARY KEY, created INTEGER NOT NULL, digest INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, last_sequence INTEGER NOT NULL, last_commit INTEGER NOT NULL,
  last_recorded INTEGER NOT NULL, line_version INTEGER NOT NULL, line_head BLOB, line_key BLOB
) STRICT;

CREATE TABLE history(
  sequence INTEGER NOT NULL PRIMARY KEY, county INTEGER NOT NULL, commit_number INTEGER NOT NULL,
  case_id INTEGER NOT NULL, version INTEGER NOT NULL, action INTEGER NOT NULL,
  outcome INTEGER NOT NULL, happened INTEGER NOT NULL, recorded INTEGER NOT NULL,
  unit INTEGER NOT NULL, person INTEGER NOT NULL, post INTEGER NOT NULL,
  before_state INTEGER NOT NULL, before_back INTEGER NOT NULL, before_back2 INTEGER NOT NULL,
  after_state INTEGER NOT NULL, after_back INTEGER NOT NULL, after_back2 INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, command_id TEXT, detail TEXT NOT NULL, text TEXT,
  text_commitment BLOB, personal_commitment BLOB, hash BLOB NOT NULL,
  UNIQUE(county, case_id, version)
) STRICT;
CREATE UNIQUE INDEX history_command ON history(county, command_id) WHERE command_id IS NOT NULL;

CREATE TABLE personal(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  personal TEXT NOT NULL, PRIMARY KEY(county, case_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE external_ids(
  county INTEGER NOT NULL, system INTEGER NOT NULL, external_id TEXT NOT NULL,
  case_id INTEGER NOT NULL, PRIMARY KEY(county, system, external_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE policies(
  county INTEGER NOT NULL, version INTEGER NOT NULL, adopted INTEGER NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY(county, version)
) STRICT;

CREATE TABLE codes(
  county INTEGER NOT NULL, code INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(county, code), UNIQUE(county, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE words(
  county INTEGER NOT NULL, domain TEXT NOT NULL, value INTEGER NOT NULL, word TEXT NOT NULL,
  PRIMARY KEY(county, domain, value)
) STRICT, WITHOUT ROWID;
)";

// New in schema 2.
constexpr const char* tables_of_schema_2 = R"(
CREATE TABLE clocks(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  milestone INTEGER NOT NULL, assignment INTEGER NOT NULL, unit INTEGER NOT NULL,
  state INTEGER NOT NULL, limit_unit INTEGER NOT NULL, budget INTEGER NOT NULL,
  extended INTEGER NOT NULL, extensions INTEGER NOT NULL, calendar INTEGER NOT NULL,
  rules INTEGER NOT NULL, started INTEGER NOT NULL, deadline INTEGER NOT NULL,
  yellow INTEGER NOT NULL, red INTEGER NOT NULL, due INTEGER, rung INTEGER NOT NULL,
  provisional INTEGER NOT NULL, stopped INTEGER, round INTEGER NOT NULL, exempt INTEGER NOT NULL,
  approvals INTEGER NOT NULL, reviews INTEGER NOT NULL, course TEXT NOT NULL,
  PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadlines(
  county INTEGER NOT NULL, due_at INTEGER NOT NULL, case_id INTEGER NOT NULL,
  clock INTEGER NOT NULL, PRIMARY KEY(county, due_at, case_id, clock)
) STRICT, WITHOUT ROWID;
)";

// Schema 3 has cases and orders of another form, and figures.
constexpr const char* tables_of_schema_3 = R"(
CREATE TABLE cases(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number TEXT NOT NULL,
  is_open INTEGER NOT NULL, grid INTEGER NOT NULL, township INTEGER NOT NULL,
  holder INTEGER NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL,
  back INTEGER NOT NULL, back2 INTEGER NOT NULL, title TEXT NOT NULL, category INTEGER NOT NULL,
  grade INTEGER NOT NULL, request INTEGER NOT NULL, channel INTEGER NOT NULL, longitude REAL,
  latitude REAL, drill INTEGER NOT NULL, village INTEGER NOT NULL, lead INTEGER NOT NULL,
  checker INTEGER NOT NULL, reporter_unit INTEGER NOT NULL, reporter_person INTEGER NOT NULL,
  has_requester INTEGER NOT NULL, replied INTEGER NOT NULL, origin INTEGER NOT NULL,
  solved_on INTEGER, mode INTEGER NOT NULL, urgency INTEGER NOT NULL, returns INTEGER NOT NULL,
  suspensions INTEGER NOT NULL, merged_into INTEGER NOT NULL, policy_version INTEGER NOT NULL,
  occurred INTEGER NOT NULL, reported INTEGER NOT NULL, accepted INTEGER, checked INTEGER,
  filed INTEGER, dispatched INTEGER, contacted INTEGER, arrived INTEGER, controlled INTEGER,
  handled INTEGER, confirmed INTEGER, ended INTEGER, resume_at INTEGER, due INTEGER,
  waiting_since INTEGER, last_happened INTEGER NOT NULL, deadline INTEGER, yellow INTEGER,
  red INTEGER, part_of INTEGER NOT NULL, first_receiver INTEGER NOT NULL,
  sender INTEGER NOT NULL, join_rule INTEGER NOT NULL, consultations INTEGER NOT NULL,
  urges INTEGER NOT NULL, supervision INTEGER NOT NULL, mediation INTEGER NOT NULL,
  verifiers TEXT NOT NULL, nature INTEGER NOT NULL, about INTEGER NOT NULL,
  campaign INTEGER NOT NULL, hard_since INTEGER, surprise INTEGER NOT NULL,
  satisfaction INTEGER NOT NULL, solved TEXT NOT NULL, head BLOB NOT NULL, case_key BLOB,
  PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cases_number ON cases(county, number);
CREATE INDEX cases_open ON cases(county, case_id) WHERE is_open = 1;
CREATE INDEX cases_holder ON cases(county, holder, case_id) WHERE is_open = 1;
CREATE INDEX cases_township ON cases(county, township, case_id);
CREATE INDEX cases_grid ON cases(county, grid, case_id);
CREATE INDEX cases_part_of ON cases(county, part_of, case_id) WHERE part_of <> 0;
CREATE INDEX cases_about ON cases(county, about, case_id) WHERE about <> 0;
CREATE INDEX cases_merged_into ON cases(county, merged_into, case_id) WHERE merged_into <> 0;
CREATE INDEX cases_checker ON cases(county, checker, case_id) WHERE checker <> 0 AND is_open = 1;

CREATE TABLE assignments(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  unit INTEGER NOT NULL, role INTEGER NOT NULL, state INTEGER NOT NULL,
  dispatch INTEGER NOT NULL, round INTEGER NOT NULL, ordered INTEGER NOT NULL, signed_at INTEGER, contacted INTEGER, arrived INTEGER,
  controlled INTEGER, freed INTEGER, begun INTEGER, finished INTEGER, ended INTEGER,
  forced INTEGER NOT NULL, conclusive INTEGER NOT NULL, waits_for TEXT NOT NULL,
  handlers TEXT NOT NULL, checklist TEXT NOT NULL,
  PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignments_open ON assignments(county, unit, case_id) WHERE ended IS NULL;

CREATE TABLE figures(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  number INTEGER NOT NULL, name INTEGER NOT NULL, measure INTEGER NOT NULL,
  unit INTEGER NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY(county, case_id, version, number)
) STRICT, WITHOUT ROWID;
)";

// New in schema 4: what comes in, the things cases are about, and how far other systems are told.
// Said as changes, so that a store that was brought forward has the same text.
constexpr const char* changes_of_schema_4 = R"(
ALTER TABLE cases ADD COLUMN type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN lasted_until INTEGER;
ALTER TABLE cases ADD COLUMN dialled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_incoming ON cases(county, nature, case_id) WHERE nature >= 9;

CREATE TABLE subjects(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  number INTEGER NOT NULL, kind INTEGER NOT NULL, subject TEXT NOT NULL,
  PRIMARY KEY(county, case_id, version, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX subjects_subject ON subjects(county, kind, subject, case_id);

CREATE INDEX external_ids_case ON external_ids(county, case_id);
CREATE TABLE consumers(
  county INTEGER NOT NULL, name TEXT NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY(county, name)
) STRICT, WITHOUT ROWID;
)";

// The comparison names every column: an UPDATE of the row id under another name is caught too. An
// INSERT OR REPLACE deletes without asking the triggers on DELETE, so that keys have their own.
constexpr const char* triggers = R"(
CREATE TRIGGER history_keeps_lines BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER history_keeps_content BEFORE UPDATE ON history
WHEN NEW.text IS NOT NULL OR NEW.sequence IS NOT OLD.sequence OR NEW.county IS NOT OLD.county
  OR NEW.commit_number IS NOT OLD.commit_number OR NEW.case_id IS NOT OLD.case_id
  OR NEW.version IS NOT OLD.version OR NEW.action IS NOT OLD.action
  OR NEW.outcome IS NOT OLD.outcome OR NEW.happened IS NOT OLD.happened
  OR NEW.recorded IS NOT OLD.recorded OR NEW.unit IS NOT OLD.unit
  OR NEW.person IS NOT OLD.person OR NEW.post IS NOT OLD.post
  OR NEW.before_state IS NOT OLD.before_state OR NEW.before_back IS NOT OLD.before_back
  OR NEW.before_back2 IS NOT OLD.before_back2 OR NEW.after_state IS NOT OLD.after_state
  OR NEW.after_back IS NOT OLD.after_back OR NEW.after_back2 IS NOT OLD.after_back2
  OR NEW.policy_version IS NOT OLD.policy_version OR NEW.command_id IS NOT OLD.command_id
  OR NEW.detail IS NOT OLD.detail OR NEW.text_commitment IS NOT OLD.text_commitment
  OR NEW.personal_commitment IS NOT OLD.personal_commitment OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'history is never changed, only its text erased'); END;
CREATE TRIGGER history_keeps_keys BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history h WHERE h.sequence = NEW.sequence)
  OR EXISTS (SELECT 1 FROM history h WHERE h.county = NEW.county AND h.case_id = NEW.case_id
             AND h.version = NEW.version)
  OR EXISTS (SELECT 1 FROM history h WHERE h.county = NEW.county
             AND h.command_id = NEW.command_id)
BEGIN SELECT RAISE(ABORT, 'history is never replaced'); END;
CREATE TRIGGER codes_keep_lines BEFORE DELETE ON codes
BEGIN SELECT RAISE(ABORT, 'codes are never deleted'); END;
CREATE TRIGGER codes_keep_content BEFORE UPDATE ON codes
BEGIN SELECT RAISE(ABORT, 'codes are never changed'); END;
CREATE TRIGGER codes_keep_keys BEFORE INSERT ON codes
WHEN EXISTS (SELECT 1 FROM codes c WHERE c.county = NEW.county AND c.code = NEW.code)
  OR EXISTS (SELECT 1 FROM codes c WHERE c.county = NEW.county AND c.text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'codes are never replaced'); END;
)";

// How many rows stand behind a key, as ANALYZE would find it in a county with a million cases: all
// rows have one county, few have one holder. Without it SQLite takes the first column for
// selective and reads the whole county. Numbers of sqlite_stat1: rows of the index, then rows for
// one value of its first column, of its first two …
constexpr const char* statistics = R"(
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES
  ('cases', 'cases', '1000000 1000000 1'),
  ('cases', 'cases_number', '1000000 1000000 1'),
  ('cases', 'cases_open', '50000 50000 1'),
  ('cases', 'cases_holder', '50000 50000 100 1'),
  ('cases', 'cases_township', '1000000 1000000 50000 1'),
  ('cases', 'cases_grid', '1000000 1000000 1000 1'),
  ('assignments', 'assignments', '2000000 2000000 2 1'),
  ('clocks', 'clocks', '3000000 3000000 3 1'),
  ('deadlines', 'deadlines', '50000 50000 1 1 1'),
  ('cases', 'cases_part_of', '50000 50000 3 1'),
  ('cases', 'cases_merged_into', '50000 50000 3 1'),
  ('cases', 'cases_about', '50000 50000 100 1'),
  ('cases', 'cases_checker', '5000 5000 20 1'),
  ('external_ids', 'external_ids_case', '500000 500000 1 1 1'),
  ('figures', 'figures', '1000000 1000000 3 2 1'),
  ('cases', 'cases_incoming', '500000 500000 200000 1'),
  ('subjects', 'subjects', '300000 300000 2 2 1'),
  ('subjects', 'subjects_subject', '300000 300000 100000 3 1'),
  ('search_texts', 'search_texts', '1000000 1000000 1'),
  ('search_progress', 'search_progress', '1 1 1'),
  ('seen_by', 'seen_by', '3000000 3000000 3000 1'),
  ('occurrences', 'occurrences', '1000000 1000000 1 1'),
  ('assignments', 'assignments_open', '50000 50000 100 1'),
  ('history', 'history_command', '10000000 10000000 1'),
  ('history', 'sqlite_autoindex_history_1', '10000000 10000000 10 1');
ANALYZE sqlite_schema;
)";

// ---- views

struct Column {
  enum class Kind { plain, code, word, time, yes };
  std::string name;  // in the view
  Kind kind = Kind::plain;
  std::string source;  // in the table; as the name if empty
  std::string domain;  // of a word
};

using Kind = Column::Kind;

std::string expression(const Column& column) {
  const std::string source = "t." + (column.source.empty() ? column.name : column.source);
  switch (column.kind) {
  case Kind::code:
    return "(SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = " + source + ")";
  case Kind::word:
    return "(SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = '" +
           column.domain + "' AND w.value = " + source + ")";
  case Kind::time: {
    // The remainder is made positive first, so that times before 1970 come out right.
    const std::string fraction = "((" + source + " % 1000000 + 1000000) % 1000000)";
    return "strftime('%Y-%m-%dT%H:%M:%S', (" + source + " - " + fraction +
           ") / 1000000, 'unixepoch') || printf('.%06dZ', " + fraction + ")";
  }
  case Kind::plain:
  case Kind::yes: break;
  }
  return source;
}

std::string view(const std::string& name, const std::string& table, const std::string& condition,
                 const std::vector<Column>& columns) {
  std::string text = "CREATE VIEW " + name + " AS SELECT ";
  for (const Column& column : columns) {
    if (&column != columns.data()) text += ", ";
    text += expression(column) + " AS " + column.name;
  }
  return text + " FROM " + table + " t" + condition + ";\n";
}

std::string case_view() {
  return view("case_view", "cases", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"state", Kind::word, "", "state"},
               {"stage", Kind::word, "state", "stage"},
               {"back", Kind::word, "", "state"},
               {"back2", Kind::word, "", "state"},
               {"is_open", Kind::plain, "", ""},
               {"title", Kind::plain, "", ""},
               {"category", Kind::code, "", ""},
               {"grade", Kind::code, "", ""},
               {"request", Kind::word, "", "request"},
               {"channel", Kind::code, "", ""},
               {"longitude", Kind::plain, "", ""},
               {"latitude", Kind::plain, "", ""},
               {"drill", Kind::plain, "", ""},
               {"grid", Kind::code, "", ""},
               {"village", Kind::code, "", ""},
               {"township", Kind::code, "", ""},
               {"holder", Kind::code, "", ""},
               {"lead", Kind::code, "", ""},
               {"checker", Kind::code, "", ""},
               {"reporter_unit", Kind::code, "", ""},
               {"reporter_person", Kind::code, "", ""},
               {"has_requester", Kind::plain, "", ""},
               {"replied", Kind::plain, "", ""},
               {"origin", Kind::word, "", "tier"},
               {"solved_on", Kind::word, "", "tier"},
               {"mode", Kind::word, "", "mode"},
               {"urgency", Kind::plain, "", ""},
               {"returns", Kind::plain, "", ""},
               {"suspensions", Kind::plain, "", ""},
               {"merged_into", Kind::plain, "", ""},
               {"policy_version", Kind::plain, "", ""},
               {"occurred", Kind::time, "", ""},
               {"reported", Kind::time, "", ""},
               {"accepted", Kind::time, "", ""},
               {"checked", Kind::time, "", ""},
               {"filed", Kind::time, "", ""},
               {"dispatched", Kind::time, "", ""},
               {"contacted", Kind::time, "", ""},
               {"arrived", Kind::time, "", ""},
               {"controlled", Kind::time, "", ""},
               {"handled", Kind::time, "", ""},
               {"confirmed", Kind::time, "", ""},
               {"ended", Kind::time, "", ""},
               {"resume_at", Kind::time, "", ""},
               {"due", Kind::time, "", ""},
               {"waiting_since", Kind::time, "", ""},
               {"last_happened", Kind::time, "", ""},
               {"deadline", Kind::time, "", ""},
               {"yellow", Kind::time, "", ""},
               {"red", Kind::time, "", ""},
               {"part_of", Kind::plain, "", ""},
               {"first_receiver", Kind::code, "", ""},
               {"sender", Kind::code, "", ""},
               {"join_rule", Kind::code, "", ""},
               {"consultations", Kind::plain, "", ""},
               {"urges", Kind::plain, "", ""},
               {"supervision", Kind::plain, "", ""},
               {"mediation", Kind::word, "", "mediation"},
               {"verifiers", Kind::plain, "", ""},
               {"nature", Kind::word, "", "nature"},
               {"about", Kind::code, "", ""},
               {"campaign", Kind::code, "", ""},
               {"hard_since", Kind::time, "", ""},
               {"surprise", Kind::plain, "", ""},
               {"satisfaction", Kind::plain, "", ""},
               {"solved", Kind::plain, "", ""},
               {"type", Kind::code, "", ""},
               {"repeats", Kind::plain, "", ""},
               {"lasted_until", Kind::time, "", ""},
               {"number_dialled", Kind::code, "dialled", ""}});
}

std::string history_view() {
  return view("history_view", "history", "",
              {{"sequence", Kind::plain, "", ""},
               {"county", Kind::plain, "", ""},
               {"commit_number", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"action", Kind::word, "", "action"},
               {"outcome", Kind::word, "", "outcome"},
               {"happened", Kind::time, "", ""},
               {"recorded", Kind::time, "", ""},
               {"unit", Kind::code, "", ""},
               {"person", Kind::code, "", ""},
               {"post", Kind::code, "", ""},
               {"before_state", Kind::word, "", "state"},
               {"before_back", Kind::word, "", "state"},
               {"before_back2", Kind::word, "", "state"},
               {"after_state", Kind::word, "", "state"},
               {"after_back", Kind::word, "", "state"},
               {"after_back2", Kind::word, "", "state"},
               {"policy_version", Kind::plain, "", ""},
               {"command_id", Kind::plain, "", ""},
               {"detail", Kind::plain, "", ""},
               {"text", Kind::plain, "", ""}});
}

std::string assignment_view() {
  return view("assignment_view", "assignments", "",
              {{"county", Kind::plain, "", ""},     {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},     {"unit", Kind::code, "", ""},
               {"role", Kind::word, "", "role"},    {"state", Kind::word, "", "assignment_state"},
               {"dispatch", Kind::plain, "", ""},   {"round", Kind::plain, "", ""},
               {"ordered", Kind::time, "", ""},     {"signed_at", Kind::time, "", ""},
               {"contacted", Kind::time, "", ""},   {"arrived", Kind::time, "", ""},
               {"controlled", Kind::time, "", ""},  {"ended", Kind::time, "", ""},
               {"freed", Kind::time, "", ""},       {"begun", Kind::time, "", ""},
               {"finished", Kind::time, "", ""},    {"forced", Kind::plain, "", ""},
               {"conclusive", Kind::plain, "", ""}, {"waits_for", Kind::plain, "", ""},
               {"handlers", Kind::plain, "", ""},   {"checklist", Kind::plain, "", ""}});
}

std::string figure_view() {
  return view("figure_view", "figures", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"name", Kind::code, "", ""},
               {"measure", Kind::code, "", ""},
               {"unit", Kind::code, "", ""},
               {"value", Kind::plain, "", ""}});
}

std::string clock_view() {
  return view("clock_view", "clocks", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"number", Kind::plain, "", ""},
               {"milestone", Kind::code, "", ""},
               {"assignment", Kind::plain, "", ""},
               {"unit", Kind::code, "", ""},
               {"state", Kind::word, "", "clock_state"},
               {"limit_unit", Kind::word, "", "limit_unit"},
               {"budget", Kind::plain, "", ""},
               {"extended", Kind::plain, "", ""},
               {"extensions", Kind::plain, "", ""},
               {"calendar", Kind::code, "", ""},
               {"rules", Kind::plain, "", ""},
               {"started", Kind::time, "", ""},
               {"deadline", Kind::time, "", ""},
               {"yellow", Kind::time, "", ""},
               {"red", Kind::time, "", ""},
               {"due", Kind::time, "", ""},
               {"rung", Kind::plain, "", ""},
               {"provisional", Kind::plain, "", ""},
               {"stopped", Kind::time, "", ""},
               {"exempt", Kind::plain, "", ""}});
}

std::string deadline_view() {
  return view("deadline_view", "deadlines", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"clock", Kind::plain, "", ""},
               {"due_at", Kind::time, "", ""}});
}

std::string external_id_view() {
  return view("external_id_view", "external_ids", "",
              {{"county", Kind::plain, "", ""},
               {"system", Kind::code, "", ""},
               {"external_id", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""}});
}

std::string subject_view() {
  return view("subject_view", "subjects", "",
              {{"county", Kind::plain, "", ""},
               {"case_id", Kind::plain, "", ""},
               {"version", Kind::plain, "", ""},
               {"kind", Kind::code, "", ""},
               {"subject", Kind::plain, "", ""}});
}

void create_views(Connection& connection) {
  connection.execute(case_view() + history_view() + assignment_view() + clock_view() +
                     deadline_view() + external_id_view() + figure_view() + subject_view() +
                     ocel_views());
}

// Before the last step of a migration makes them anew.
void drop_views(Connection& connection) {
  const std::vector<std::string> logs = ocel_view_names();
  for (auto name = logs.rbegin(); name != logs.rend(); ++name)
    connection.execute("DROP VIEW IF EXISTS " + *name);
  for (const char* view : {"case_view", "history_view", "assignment_view", "clock_view",
                           "deadline_view", "external_id_view", "figure_view"}) {
    connection.execute(std::string("DROP VIEW IF EXISTS ") + view);
  }
}

// The table and its indexes, so that one of another form can take its place.
void put_aside(Connection& connection, const std::string& table,
               const std::vector<std::string>& indexes) {
  for (const std::string& index : indexes)
    connection.execute("DROP INDEX " + index);
  connection.execute("ALTER TABLE " + table + " RENAME TO old_" + table);
}

// ---- the way from older schemas

constexpr const char* cases_of_schema_2 = R"(
CREATE TABLE cases(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number TEXT NOT NULL,
  is_open INTEGER NOT NULL, grid INTEGER NOT NULL, township INTEGER NOT NULL,
  holder INTEGER NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL,
  back INTEGER NOT NULL, back2 INTEGER NOT NULL, title TEXT NOT NULL, category INTEGER NOT NULL,
  grade INTEGER NOT NULL, request INTEGER NOT NULL, channel INTEGER NOT NULL, longitude REAL,
  latitude REAL, drill INTEGER NOT NULL, village INTEGER NOT NULL, lead INTEGER NOT NULL,
  checker INTEGER NOT NULL, reporter_unit INTEGER NOT NULL, reporter_person INTEGER NOT NULL,
  has_requester INTEGER NOT NULL, replied INTEGER NOT NULL, origin INTEGER NOT NULL,
  solved_on INTEGER, mode INTEGER NOT NULL, urgency INTEGER NOT NULL, returns INTEGER NOT NULL,
  suspensions INTEGER NOT NULL, merged_into INTEGER NOT NULL, policy_version INTEGER NOT NULL,
  occurred INTEGER NOT NULL, reported INTEGER NOT NULL, accepted INTEGER, checked INTEGER,
  filed INTEGER, dispatched INTEGER, contacted INTEGER, arrived INTEGER, controlled INTEGER,
  handled INTEGER, confirmed INTEGER, ended INTEGER, resume_at INTEGER, due INTEGER,
  waiting_since INTEGER, last_happened INTEGER NOT NULL, deadline INTEGER, yellow INTEGER,
  red INTEGER, head BLOB NOT NULL, case_key BLOB,
  PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cases_number ON cases(county, number);
CREATE INDEX cases_open ON cases(county, case_id) WHERE is_open = 1;
CREATE INDEX cases_holder ON cases(county, holder, case_id) WHERE is_open = 1;
CREATE INDEX cases_township ON cases(county, township, case_id);
CREATE INDEX cases_grid ON cases(county, grid, case_id);
)";

std::string time_of_first(ActionKind action) {
  return "(SELECT min(h.happened) FROM history h WHERE h.county = t.county AND h.case_id = "
         "t.case_id AND h.action = " +
         std::to_string(static_cast<int>(action)) + ")";
}

// Since when an answer of the reporter is waited for: the first question after the last answer.
std::string waiting_since() {
  const auto number = [](ActionKind action) { return std::to_string(static_cast<int>(action)); };
  return "CASE WHEN t.is_open = 1 THEN (SELECT min(h.happened) FROM history h WHERE h.county = "
         "t.county AND h.case_id = t.case_id AND h.action = " +
         number(ActionKind::request_info) +
         " AND h.version > (SELECT coalesce(max(s.version), 0) FROM history s WHERE s.county = "
         "t.county AND s.case_id = t.case_id AND (s.action = " +
         number(ActionKind::supply_info) + " OR s.after_state BETWEEN 2 AND 6))) END";
}

// Schema 1 kept the last time a unit said so; since then the first counts, while it had its order.
std::string keep_first(const char* column, ActionKind action) {
  return std::string("UPDATE assignments SET ") + column +
         " = (SELECT min(h.happened) FROM history h WHERE h.county = assignments.county AND "
         "h.case_id = assignments.case_id AND h.unit = assignments.unit AND h.action = " +
         std::to_string(static_cast<int>(action)) +
         " AND h.happened >= assignments.ordered AND h.happened <= "
         "coalesce(assignments.ended, h.happened)) WHERE " +
         column + " IS NOT NULL;";
}

const std::vector<std::string> indexes_of_cases{"cases_number", "cases_open", "cases_holder",
                                                "cases_township", "cases_grid"};

// Schema 1 knew no clocks: the limit given with a report fired nothing, and no event speaks of it.
void bring_to_schema_2(Connection& connection) {
  drop_views(connection);
  connection.execute("DROP TABLE deadlines");
  put_aside(connection, "cases", indexes_of_cases);
  connection.execute(tables_of_schema_2);
  connection.execute(cases_of_schema_2);
  const std::string before = "county, case_id, number, is_open, grid, township, holder, version, "
                             "state, back, back2, title, category, grade, request, channel, "
                             "longitude, latitude, drill, village, lead, checker, reporter_unit, "
                             "reporter_person, has_requester, replied, origin, solved_on, mode, "
                             "urgency, returns, merged_into, policy_version, occurred, reported, "
                             "accepted, checked, filed, dispatched, handled, confirmed, ended, "
                             "resume_at, due, last_happened, head, case_key";
  connection.execute(
      "INSERT INTO cases(" + before +
      ", suspensions, contacted, arrived, controlled, waiting_since) SELECT " + before +
      ", (SELECT count(*) FROM history h WHERE h.county = t.county AND h.case_id = t.case_id "
      "AND h.action = " +
      std::to_string(static_cast<int>(ActionKind::suspend)) + "), " +
      time_of_first(ActionKind::contact) + ", " + time_of_first(ActionKind::arrive) + ", " +
      time_of_first(ActionKind::control) + ", " + waiting_since() +
      " FROM old_cases t ORDER BY t.county, t.case_id");
  connection.execute(
      "DROP TABLE old_cases; INSERT INTO deadlines(county, due_at, case_id, clock) SELECT county, "
      "resume_at, case_id, 0 FROM cases WHERE state = 1 AND resume_at IS NOT NULL; "
      "DELETE FROM words WHERE domain = 'deadline'");
  connection.execute(keep_first("contacted", ActionKind::contact) +
                     keep_first("arrived", ActionKind::arrive) +
                     keep_first("controlled", ActionKind::control));
}

std::string number(ActionKind action) { return std::to_string(static_cast<int>(action)); }

// When each order of a case was given, by version, and when its unit was given another one: an
// instant may be shared by the end of one order and all that is done with the next.
void find_order_spans(Connection& connection) {
  std::string giving;
  for (const ActionKind kind : {ActionKind::dispatch, ActionKind::reinforce, ActionKind::conclude,
                                ActionKind::transfer_out}) {
    giving += (giving.empty() ? "" : ", ") + number(kind);
  }
  connection.execute(
      "CREATE TABLE order_spans(county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER "
      "NOT NULL, given INTEGER NOT NULL, until INTEGER, PRIMARY KEY(county, case_id, number)) "
      "STRICT, WITHOUT ROWID; INSERT INTO order_spans(county, case_id, number, given, until) "
      "SELECT a.county, a.case_id, a.number, g.version, lead(g.version) OVER (PARTITION BY "
      "a.county, a.case_id, a.unit ORDER BY a.number) FROM (SELECT county, case_id, version, "
      "row_number() OVER (PARTITION BY county, case_id ORDER BY version, place) AS number FROM "
      "(SELECT h.county, h.case_id, h.version, o.key AS place FROM history h, json_each(h.detail, "
      "'$.orders') o WHERE h.action IN (" +
      giving +
      ") UNION ALL SELECT h.county, h.case_id, h.version, 0 FROM history h WHERE h.action = " +
      number(ActionKind::handle) + " OR (h.action = " + number(ActionKind::guide) +
      " AND h.before_state <> h.after_state))) g JOIN old_assignments a ON a.county = g.county AND "
      "a.case_id = g.case_id AND a.number = g.number");
}

// The version of the case at which its orders went back to work the last time, of those that fit
// the condition; 0 if never.
std::string last_rework(const std::string& condition) {
  return "(SELECT coalesce(max(r.version), 0) FROM history r WHERE r.county = a.county AND "
         "r.case_id = a.case_id AND " +
         condition + " AND ((r.action = " + number(ActionKind::confirm) +
         " AND r.outcome = " + std::to_string(static_cast<int>(Outcome::failed)) +
         ") OR (r.action = " + number(ActionKind::send_back) +
         " AND r.after_state % 256 = " + std::to_string(static_cast<int>(Phase::handling)) + ")))";
}

// What the unit did with its order: from when it was given until it ended.
std::string own_events(const std::string& condition) {
  return " FROM order_spans s JOIN history h ON h.county = s.county AND h.case_id = s.case_id AND "
         "h.version > s.given AND (s.until IS NULL OR h.version < s.until) WHERE s.county = "
         "a.county AND s.case_id = a.case_id AND s.number = a.number AND h.unit = a.unit AND "
         "h.happened <= coalesce(a.ended, h.happened) AND " +
         condition;
}

std::string has_reached(ActionKind action) {
  return "EXISTS (SELECT 1" +
         own_events("h.action = " + number(action) + " AND (a.round = 1 OR h.version > " +
                    last_rework("1 = 1") + ")") +
         ")";
}

// Who had a hand in it, ascending, as the fold has it: not what the holder does on the side while
// its own order is fed back.
std::string persons_of() {
  std::string kinds;
  for (const ActionKind kind : {ActionKind::sign, ActionKind::start, ActionKind::arrive,
                                ActionKind::control, ActionKind::feedback}) {
    kinds += (kinds.empty() ? "" : ", ") + number(kind);
  }
  const std::string fed_back =
      "EXISTS (SELECT 1 FROM history f WHERE f.county = s.county AND f.case_id = s.case_id AND "
      "f.unit = a.unit AND f.action = " +
      number(ActionKind::feedback) +
      " AND f.version > s.given AND f.version < h.version AND f.version > " +
      last_rework("r.version < h.version") + ")";
  return "coalesce((SELECT group_concat(person, ' ') FROM (SELECT DISTINCT c.text AS person FROM "
         "codes c JOIN (SELECT h.person AS code" +
         own_events("h.action IN (" + kinds + ") AND NOT " + fed_back) +
         ") p ON c.code = p.code WHERE c.county = a.county AND c.text <> '' ORDER BY c.text)), '')";
}

std::string verifiers_of() {
  return "coalesce((SELECT group_concat(who, ' ') FROM (SELECT DISTINCT u.text || CASE WHEN "
         "coalesce(p.text, '') = '' THEN '' ELSE '/' || p.text END AS who FROM history h JOIN "
         "codes "
         "u ON u.county = h.county AND u.code = h.unit LEFT JOIN codes p ON p.county = h.county "
         "AND "
         "p.code = h.person WHERE h.county = t.county AND h.case_id = t.case_id AND h.action = " +
         number(ActionKind::confirm) + " AND h.outcome IN (" +
         std::to_string(static_cast<int>(Outcome::passed)) + ", " +
         std::to_string(static_cast<int>(Outcome::failed)) + ") ORDER BY who)), '')";
}

std::string count_of(ActionKind action, const std::string& condition = "1 = 1") {
  return "(SELECT count(*) FROM history h WHERE h.county = t.county AND h.case_id = t.case_id AND "
         "h.action = " +
         number(action) + " AND " + condition + ")";
}

// Each dispatch names one lead; what was added later counts to the one before.
std::string number_of_dispatch() {
  return "(SELECT count(DISTINCT l.given) FROM order_spans own JOIN order_spans l ON l.county = "
         "own.county AND l.case_id = own.case_id AND l.given <= own.given JOIN old_assignments o "
         "ON o.county = l.county AND o.case_id = l.case_id AND o.number = l.number AND o.role = 1 "
         "WHERE own.county = a.county AND own.case_id = a.case_id AND own.number = a.number)";
}

// A case that was opened again is no longer confirmed.
std::string confirmed_since_reopened() {
  const auto last = [](ActionKind action, const std::string& condition) {
    return "(SELECT coalesce(max(h.version), 0) FROM history h WHERE h.county = t.county AND "
           "h.case_id = t.case_id AND h.action = " +
           number(action) + condition + ")";
  };
  const std::string passed =
      " AND h.outcome = " + std::to_string(static_cast<int>(Outcome::passed));
  return "CASE WHEN " + last(ActionKind::reopen, "") + " < " + last(ActionKind::confirm, passed) +
         " THEN t.confirmed END";
}

// The latest that an event says.
std::string last_said(const std::string& path, const std::string& otherwise) {
  return "coalesce((SELECT h.detail ->> '" + path +
         "' FROM history h WHERE h.county = t.county AND h.case_id = t.case_id AND h.detail ->> '" +
         path + "' IS NOT NULL ORDER BY h.version DESC LIMIT 1), " + otherwise + ")";
}

// Figures stood in the events only. The dictionary may not know their names.
void insert_figures(Connection& connection) {
  const auto remember = [&](const std::string& path) {
    connection.execute(
        "INSERT INTO codes(county, code, text) SELECT county, (SELECT max(code) FROM codes) + "
        "row_number() OVER (ORDER BY text), text FROM (SELECT DISTINCT h.county AS county, "
        "coalesce(f.value ->> '" +
        path +
        "', '') AS text FROM history h, "
        "json_each(h.detail, '$.figures') f WHERE h.case_id <> 0) n WHERE text <> '' AND NOT "
        "EXISTS (SELECT 1 "
        "FROM codes c WHERE c.county = n.county AND c.text = n.text)");
  };
  remember("$.name");
  remember("$.measure");
  connection.execute(
      "INSERT INTO figures(county, case_id, version, number, name, measure, unit, value) SELECT "
      "h.county, h.case_id, h.version, f.key + 1, (SELECT c.code FROM codes c WHERE c.county = "
      "h.county AND c.text = f.value ->> '$.name'), coalesce((SELECT c.code FROM codes c WHERE "
      "c.county = h.county AND c.text = f.value ->> '$.measure'), 0), h.unit, "
      "f.value ->> '$.value' FROM history h, json_each(h.detail, '$.figures') f "
      "WHERE h.case_id <> 0");
}

// Schema 2 knew neither how far a unit was with its order nor who had a hand in it, but the history
// does.
void bring_to_schema_3(Connection& connection) {
  drop_views(connection);
  put_aside(connection, "cases", indexes_of_cases);
  put_aside(connection, "assignments", {"assignments_open"});
  connection.execute(tables_of_schema_3);
  find_order_spans(connection);
  connection.execute(
      "INSERT INTO assignments(county, case_id, number, unit, role, state, dispatch, round, "
      "ordered, "
      "signed_at, contacted, arrived, controlled, freed, begun, ended, forced, conclusive, "
      "waits_for, handlers, checklist) SELECT a.county, a.case_id, a.number, a.unit, a.role, CASE "
      "WHEN "
      "a.state <> 2 THEN a.state WHEN " +
      has_reached(ActionKind::control) + " THEN 9 WHEN " + has_reached(ActionKind::arrive) +
      " THEN 8 WHEN " + has_reached(ActionKind::contact) + " THEN 7 ELSE 2 END, " +
      number_of_dispatch() +
      ", a.round, a.ordered, a.signed_at, a.contacted, a.arrived, a.controlled, "
      "a.ordered, (SELECT min(h.happened)" +
      own_events("h.action = " + number(ActionKind::start)) + "), a.ended, 0, 0, '', " +
      persons_of() + ", '' FROM old_assignments a ORDER BY a.county, a.case_id, a.number");
  const std::string same = "county, case_id, number, is_open, grid, township, holder, version, "
                           "state, back, back2, title, category, grade, request, channel, "
                           "longitude, latitude, drill, village, lead, checker, reporter_unit, "
                           "reporter_person, has_requester, replied, origin, solved_on, mode, "
                           "urgency, returns, suspensions, merged_into, policy_version, occurred, "
                           "reported, accepted, checked, filed, dispatched, contacted, arrived, "
                           "controlled, handled, ended, resume_at, due, waiting_since, "
                           "last_happened, deadline, yellow, red, head, case_key";
  connection.execute(
      "INSERT INTO cases(" + same +
      ", confirmed, part_of, first_receiver, sender, join_rule, consultations, "
      "urges, supervision, mediation, verifiers, nature, about, campaign, surprise, satisfaction, "
      "solved) SELECT " +
      same + ", " + confirmed_since_reopened() +
      ", 0, coalesce((SELECT a.unit "
      "FROM assignments a WHERE a.county = t.county AND a.case_id = t.case_id AND a.role = 1 ORDER "
      "BY a.number LIMIT 1), 0), 0, 0, " +
      count_of(ActionKind::consult, "h.before_state <> h.after_state") + ", " +
      count_of(ActionKind::urge) + ", " + count_of(ActionKind::supervise) + " > 0, 0, " +
      verifiers_of() + ", 1, 0, 0, 0, " + last_said("$.satisfaction", "0") + ", " +
      last_said("$.solved", "''") + " FROM old_cases t ORDER BY t.county, t.case_id");
  connection.execute("DROP TABLE old_cases; DROP TABLE old_assignments");
  insert_figures(connection);
  connection.execute("DROP TABLE order_spans");
}

// Schema 3 had the number dialled in the reports only. The dictionary may not know it.
void bring_to_schema_4(Connection& connection) {
  drop_views(connection);
  connection.execute(changes_of_schema_4);
  create_search(connection);
  fill_search(connection);
  connection.execute(
      "INSERT INTO codes(county, code, text) SELECT county, (SELECT max(code) FROM codes) + "
      "row_number() OVER (ORDER BY text), text FROM (SELECT DISTINCT h.county AS county, h.detail "
      "->> '$.number_dialled' AS text FROM history h WHERE h.version = 1 AND h.case_id <> 0) n "
      "WHERE text <> '' AND NOT EXISTS (SELECT 1 FROM codes c WHERE c.county = n.county AND c.text "
      "= n.text)");
  connection.execute(
      "UPDATE cases SET dialled = coalesce((SELECT c.code FROM history h JOIN codes c ON c.county "
      "= h.county AND c.text = h.detail ->> '$.number_dialled' WHERE h.county = cases.county AND "
      "h.case_id = cases.case_id AND h.version = 1), 0)");
  create_views(connection);
  connection.execute(statistics);  // those of the dropped indexes went with them
}

}  // namespace

void create_schema(Connection& connection) {
  connection.execute(tables);
  connection.execute(tables_of_schema_2);
  connection.execute(tables_of_schema_3);
  connection.execute(changes_of_schema_4);
  create_search(connection);
  connection.execute(triggers);
  create_views(connection);
  connection.execute(statistics);
  connection.execute("PRAGMA application_id = " + std::to_string(application_id));
  connection.execute("PRAGMA user_version = " + std::to_string(schema_version));
}

std::vector<SchemaItem> read_schema(Connection& connection) {
  std::vector<SchemaItem> items;
  Cursor rows = connection.prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!' "
      "ORDER BY name");
  while (rows.step()) {
    items.push_back(
        {std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
  }
  return items;
}

std::vector<SchemaItem> expected_schema() {
  Connection memory(":memory:", Connection::Mode::memory, 0);
  create_schema(memory);
  return read_schema(memory);
}

std::vector<Word> all_words() {
  std::vector<Word> words;
  const auto add = [&words](const char* domain, auto value) {
    words.push_back({domain, static_cast<std::int64_t>(value), std::string(name(value))});
  };
  for (const State state : all_states()) {
    add("state", state);
    if (state == State::none) continue;
    const auto value = static_cast<std::int64_t>(state);
    words.push_back({"stage", value, std::string(name(stage_of(state)))});
  }
  for (const ActionKind action : all_actions())
    add("action", action);
  for (int i = 0; i <= static_cast<int>(Outcome::denied); ++i)
    add("outcome", Outcome(i));
  for (int i = 1; i <= 3; ++i)
    add("tier", Tier(i));
  for (int i = 0; i <= static_cast<int>(RequestKind::suggestion); ++i) {
    add("request", RequestKind(i));
  }
  for (int i = 0; i <= static_cast<int>(ResolutionMode::dispatched); ++i) {
    add("mode", ResolutionMode(i));
  }
  for (int i = 1; i <= static_cast<int>(AssignmentRole::consult); ++i) {
    add("role", AssignmentRole(i));
  }
  for (int i = 1; i <= static_cast<int>(AssignmentState::finished); ++i) {
    add("assignment_state", AssignmentState(i));
  }
  for (int i = 1; i <= static_cast<int>(Nature::article); ++i)
    add("nature", Nature(i));
  for (int i = 0; i <= static_cast<int>(Mediation::not_settled); ++i)
    add("mediation", Mediation(i));
  for (int i = 1; i <= static_cast<int>(ClockState::dropped); ++i)
    add("clock_state", ClockState(i));
  for (int i = 1; i <= static_cast<int>(LimitUnit::end_of_working_day); ++i)
    add("limit_unit", LimitUnit(i));
  return words;
}

void write_words(Connection& connection, std::int64_t county) {
  for (const Word& word : all_words()) {
    const bool known =
        connection
            .query("SELECT value FROM words WHERE county = $1 AND domain = $2 AND value = $3",
                   county, word.domain, word.value)
            .step();
    if (known) continue;
    connection.run("INSERT INTO words(county, domain, value, word) VALUES($1, $2, $3, $4)", county,
                   word.domain, word.value, word.word);
  }
}

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> steps{
      {1, bring_to_schema_2}, {2, bring_to_schema_3}, {3, bring_to_schema_4}};
  return steps;
}

void migrate(Connection& connection, std::int32_t target, const std::vector<Migration>& steps) {
  Transaction transaction(connection, Transaction::Kind::write);
  const std::int64_t found = connection.integer("PRAGMA user_version");
  if (found > target) {
    throw Error(ErrorCode::unsupported, "the store has schema " + std::to_string(found) +
                                            ", this gridcase knows " + std::to_string(target) +
                                            "; open it with a newer gridcase");
  }
  if (found == target) return;
  for (auto version = static_cast<std::int32_t>(found); version < target; ++version) {
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const Migration& m) { return m.from == version; });
    if (step == steps.end()) {
      throw Error(ErrorCode::unsupported,
                  "there is no way from schema " + std::to_string(version) + " to the next");
    }
    step->run(connection);
  }
  connection.execute("PRAGMA user_version = " + std::to_string(target));
  transaction.commit();
}

void require_current(Connection& connection) {
  const std::int64_t found = connection.integer("PRAGMA user_version");
  if (found == schema_version) return;
  throw Error(ErrorCode::unsupported,
              found > schema_version
                  ? "the store has schema " + std::to_string(found) + ", this gridcase knows " +
                        std::to_string(schema_version) + "; open it with a newer gridcase"
                  : "the store has the older schema " + std::to_string(found) +
                        "; open it for writing once, which brings it forward");
}

}  // namespace gridcase::store
