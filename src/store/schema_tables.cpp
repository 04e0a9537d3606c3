#include "store/schema_tables.hpp"

namespace gridcase::store {

const char* const tables = R"(
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
const char* const tables_of_schema_2 = R"(
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
const char* const tables_of_schema_3 = R"(
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
const char* const changes_of_schema_4 = R"(
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

// New in schema 5: what measures are reckoned from, and their sums by month.
const char* const tables_of_schema_5 = R"(
CREATE TABLE facts(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, kind INTEGER NOT NULL,
  moment INTEGER NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL,
  happened INTEGER NOT NULL, marks INTEGER NOT NULL, amount INTEGER NOT NULL,
  unit INTEGER NOT NULL, person INTEGER NOT NULL, grid INTEGER NOT NULL,
  category INTEGER NOT NULL, channel INTEGER NOT NULL,
  PRIMARY KEY(county, case_id, kind, moment, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_day ON facts(county, kind, moment, day, case_id);

CREATE TABLE tallies(
  county INTEGER NOT NULL, dimension INTEGER NOT NULL, kind INTEGER NOT NULL,
  moment INTEGER NOT NULL, month INTEGER NOT NULL, code INTEGER NOT NULL,
  marks INTEGER NOT NULL, facts INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(county, dimension, kind, moment, month, code, marks)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_progress(
  county INTEGER NOT NULL, sequence INTEGER NOT NULL, zone TEXT NOT NULL,
  PRIMARY KEY(county, sequence)
) STRICT, WITHOUT ROWID;
)";

// New in schema 6: when the checks of a case were asked for.
const char* const changes_of_schema_6 = R"(
ALTER TABLE cases ADD COLUMN check_sent INTEGER;
ALTER TABLE cases ADD COLUMN confirm_sent INTEGER;
)";

// The comparison names every column: an UPDATE of the row id under another name is caught too. An
// INSERT OR REPLACE deletes without asking the triggers on DELETE, so that keys have their own.
const char* const triggers = R"(
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
const char* const statistics = R"(
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1 WHERE tbl IN ('sqlite_schema', 'cases', 'assignments', 'clocks',
  'deadlines', 'external_ids', 'figures', 'subjects', 'search_texts', 'search_progress', 'seen_by',
  'occurrences', 'facts', 'tallies', 'fact_progress', 'history');
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
  ('facts', 'facts', '10000000 10000000 10 5 2 1'),
  ('facts', 'facts_day', '10000000 10000000 600000 200000 200 1 1'),
  ('tallies', 'tallies', '5000000 5000000 1000000 60000 30000 500 3 1'),
  ('fact_progress', 'fact_progress', '1 1 1'),
  ('assignments', 'assignments_open', '50000 50000 100 1'),
  ('history', 'history_command', '10000000 10000000 1'),
  ('history', 'sqlite_autoindex_history_1', '10000000 10000000 10 1');
ANALYZE sqlite_schema;
)";

}  // namespace gridcase::store
