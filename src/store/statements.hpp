#pragma once
// Every statement with a constant text, in the part of SQL that SQLite and PostgreSQL share:
// numbered parameters in the order of their first use, no JSON, no RETURNING, no upsert. Lists and
// boards are put together in sqlite_query.cpp, the checks stand in sqlite_check.cpp.

namespace gridcase::store::sql {

// Columns of `cases` in three groups, in the order in which rows.cpp binds and reads them. Changing
// an indexed column touches the pages of its indexes, so those are written only when they change.
#define GRIDCASE_CASE_PLAIN                                                                        \
  "version, state, back, back2, title, category, grade, request, channel, longitude, latitude, "   \
  "drill, village, lead, checker, reporter_unit, reporter_person, has_requester, replied, "        \
  "origin, solved_on, mode, urgency, returns, suspensions, merged_into, policy_version, "          \
  "occurred, reported, accepted, checked, filed, dispatched, contacted, arrived, controlled, "     \
  "handled, confirmed, ended, resume_at, due, waiting_since, last_happened, deadline, yellow, "    \
  "red, part_of, first_receiver, sender, join_rule, consultations, urges, supervision, "           \
  "mediation, verifiers, nature, about, campaign, hard_since, surprise, satisfaction, solved, "    \
  "type, repeats, lasted_until, dialled, check_sent, confirm_sent, head, case_key"

#define GRIDCASE_CASE_COLUMNS                                                                      \
  "t.case_id, t.number, t.grid, t.township, t.holder, t.version, t.state, t.back, t.back2, "       \
  "t.title, t.category, t.grade, t.request, t.channel, t.longitude, t.latitude, t.drill, "         \
  "t.village, t.lead, t.checker, t.reporter_unit, t.reporter_person, t.has_requester, "            \
  "t.replied, t.origin, t.solved_on, t.mode, t.urgency, t.returns, t.suspensions, "                \
  "t.merged_into, t.policy_version, t.occurred, t.reported, t.accepted, t.checked, t.filed, "      \
  "t.dispatched, t.contacted, t.arrived, t.controlled, t.handled, t.confirmed, t.ended, "          \
  "t.resume_at, t.due, t.waiting_since, t.last_happened, t.deadline, t.yellow, t.red, "            \
  "t.part_of, t.first_receiver, t.sender, t.join_rule, t.consultations, t.urges, "                 \
  "t.supervision, t.mediation, t.verifiers, t.nature, t.about, "                                   \
  "t.campaign, t.hard_since, t.surprise, t.satisfaction, t.solved, t.type, t.repeats, "            \
  "t.lasted_until, t.dialled, t.check_sent, t.confirm_sent, t.head, t.case_key"

#define GRIDCASE_RECORD_COLUMNS                                                                    \
  "h.sequence, h.commit_number, h.case_id, h.version, h.action, h.outcome, h.happened, "           \
  "h.recorded, h.unit, h.person, h.post, h.before_state, h.before_back, h.before_back2, "          \
  "h.after_state, h.after_back, h.after_back2, h.policy_version, h.command_id, h.detail, h.text, " \
  "h.text_commitment, h.personal_commitment, h.hash, p.personal"

#define GRIDCASE_RECORD_SOURCE                                                                     \
  " FROM history h LEFT JOIN personal p ON p.county = h.county AND p.case_id = h.case_id "         \
  "AND p.version = h.version "

// ---- the county

inline constexpr const char* insert_county =
    "INSERT INTO counties(county, created, digest, policy_version, last_sequence, last_commit, "
    "last_recorded, line_version, line_head, line_key) "
    "VALUES($1, $2, $3, 0, 0, 0, $4, 0, NULL, $5)";
inline constexpr const char* select_county =
    "SELECT county, digest, policy_version, last_sequence, last_commit, last_recorded, "
    "line_version, line_head, line_key FROM counties";
inline constexpr const char* update_county =
    "UPDATE counties SET policy_version = $1, last_sequence = $2, last_commit = $3, "
    "last_recorded = $4, line_version = $5, line_head = $6, line_key = $7 "
    "WHERE county = $8 AND last_sequence = $9";

// ---- codes

inline constexpr const char* find_code = "SELECT code FROM codes WHERE county = $1 AND text = $2";
inline constexpr const char* code_text = "SELECT text FROM codes WHERE county = $1 AND code = $2";
inline constexpr const char* last_code =
    "SELECT code FROM codes WHERE county = $1 ORDER BY code DESC LIMIT 1";
inline constexpr const char* insert_code =
    "INSERT INTO codes(county, code, text) VALUES($1, $2, $3)";

// ---- cases

inline constexpr const char* select_case =
    "SELECT " GRIDCASE_CASE_COLUMNS " FROM cases t WHERE t.county = $1 AND t.case_id = $2";
// What a delta must know of the row before it.
inline constexpr const char* select_before =
    "SELECT version, state, is_open, grid, township, holder, resume_at, case_key IS NULL, village, "
    "reporter_unit, checker, about, category, nature, occurred, longitude, latitude, "
    "reported FROM cases WHERE county = $1 AND case_id = $2";
inline constexpr const char* insert_case =
    "INSERT INTO cases(county, case_id, number, is_open, grid, township, "
    "holder, " GRIDCASE_CASE_PLAIN
    ") VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
    "$19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, "
    "$35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, "
    "$51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65, $66, $67, $68, "
    "$69, $70, $71, $72, $73, $74, $75, $76, $77)";

#define GRIDCASE_SET_PLAIN                                                                         \
  "version = $1, state = $2, back = $3, back2 = $4, title = $5, category = $6, "                   \
  "grade = $7, request = $8, channel = $9, longitude = $10, latitude = $11, "                      \
  "drill = $12, village = $13, lead = $14, checker = $15, reporter_unit = $16, "                   \
  "reporter_person = $17, has_requester = $18, replied = $19, origin = $20, "                      \
  "solved_on = $21, mode = $22, urgency = $23, returns = $24, suspensions = $25, "                 \
  "merged_into = $26, policy_version = $27, occurred = $28, reported = $29, "                      \
  "accepted = $30, checked = $31, filed = $32, dispatched = $33, contacted = $34, "                \
  "arrived = $35, controlled = $36, handled = $37, confirmed = $38, ended = $39, "                 \
  "resume_at = $40, due = $41, waiting_since = $42, last_happened = $43, "                         \
  "deadline = $44, yellow = $45, red = $46, part_of = $47, first_receiver = $48, "                 \
  "sender = $49, join_rule = $50, consultations = $51, urges = $52, supervision = $53, "           \
  "mediation = $54, verifiers = $55, nature = $56, about = $57, campaign = $58, "                  \
  "hard_since = $59, surprise = $60, satisfaction = $61, solved = $62, type = $63, "               \
  "repeats = $64, lasted_until = $65, dialled = $66, check_sent = $67, confirm_sent = $68, "       \
  "head = $69, case_key = $70"

// The indexed columns as far as they change: none, the holder, the end as well, the ground as well.
inline constexpr const char* update_case =
    "UPDATE cases SET " GRIDCASE_SET_PLAIN
    " WHERE county = $71 AND case_id = $72 AND version = $73";
inline constexpr const char* update_case_handed_over =
    "UPDATE cases SET " GRIDCASE_SET_PLAIN
    ", holder = $71 WHERE county = $72 AND case_id = $73 AND version = $74";
inline constexpr const char* update_case_ended =
    "UPDATE cases SET " GRIDCASE_SET_PLAIN
    ", holder = $71, is_open = $72 WHERE county = $73 AND case_id = $74 AND version = $75";
inline constexpr const char* update_case_relocated =
    "UPDATE cases SET " GRIDCASE_SET_PLAIN
    ", holder = $71, is_open = $72, grid = $73, township = $74 "
    "WHERE county = $75 AND case_id = $76 AND version = $77";
inline constexpr const char* case_with_number =
    "SELECT case_id FROM cases WHERE county = $1 AND number = $2";
inline constexpr const char* last_case_between =
    "SELECT case_id FROM cases WHERE county = $1 AND case_id >= $2 AND case_id <= $3 "
    "ORDER BY case_id DESC LIMIT 1";
inline constexpr const char* last_case =
    "SELECT case_id FROM cases WHERE county = $1 ORDER BY case_id DESC LIMIT 1";
inline constexpr const char* parts_of =
    "SELECT case_id, is_open FROM cases WHERE county = $1 AND part_of = $2 AND part_of <> 0 "
    "ORDER BY case_id";
inline constexpr const char* case_ids =
    "SELECT case_id FROM cases WHERE county = $1 AND case_id > $2 ORDER BY case_id LIMIT $3";
inline constexpr const char* open_case_ids =
    "SELECT case_id FROM cases WHERE county = $1 AND is_open = 1 AND case_id > $2 "
    "ORDER BY case_id LIMIT $3";

// ---- assignments

inline constexpr const char* select_assignments =
    "SELECT number, unit, ended, role, state, dispatch, round, ordered, signed_at, contacted, "
    "arrived, controlled, freed, begun, finished, forced, conclusive, waits_for, handlers, "
    "checklist "
    "FROM assignments WHERE county = $1 AND case_id = $2 ORDER BY number";
inline constexpr const char* insert_assignment =
    "INSERT INTO assignments(unit, ended, role, state, dispatch, round, ordered, signed_at, "
    "contacted, arrived, controlled, freed, begun, finished, forced, conclusive, waits_for, "
    "handlers, checklist, county, case_id, number) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)";
inline constexpr const char* update_assignment =
    "UPDATE assignments SET unit = $1, ended = $2, role = $3, state = $4, dispatch = $5, "
    "round = $6, ordered = $7, signed_at = $8, contacted = $9, arrived = $10, controlled = $11, "
    "freed = $12, begun = $13, finished = $14, forced = $15, conclusive = $16, waits_for = $17, "
    "handlers = $18, checklist = $19 WHERE county = $20 AND case_id = $21 AND number = $22";
// When unit and end stay, the index is left alone.
inline constexpr const char* update_assignment_course =
    "UPDATE assignments SET role = $1, state = $2, dispatch = $3, round = $4, ordered = $5, "
    "signed_at = $6, contacted = $7, arrived = $8, controlled = $9, freed = $10, begun = $11, "
    "finished = $12, forced = $13, conclusive = $14, waits_for = $15, handlers = $16, "
    "checklist = $17 WHERE county = $18 AND case_id = $19 AND number = $20";
inline constexpr const char* count_open_orders =
    "SELECT count(*) FROM assignments o CROSS JOIN cases t WHERE o.county = $1 AND o.ended IS NULL "
    "AND o.unit = $2 AND t.county = o.county AND t.case_id = o.case_id AND t.is_open = 1 "
    "AND t.drill = 0";
inline constexpr const char* delete_assignments_after =
    "DELETE FROM assignments WHERE county = $1 AND case_id = $2 AND number > $3";

// ---- clocks

#define GRIDCASE_CLOCK_COLUMNS                                                                     \
  "milestone, assignment, unit, state, limit_unit, budget, extended, extensions, calendar, "       \
  "rules, started, deadline, yellow, red, due, rung, provisional, stopped, round, exempt, "        \
  "approvals, reviews, course"

inline constexpr const char* select_clocks =
    "SELECT number, " GRIDCASE_CLOCK_COLUMNS
    " FROM clocks WHERE county = $1 AND case_id = $2 ORDER BY number";
inline constexpr const char* insert_clock =
    "INSERT INTO clocks(" GRIDCASE_CLOCK_COLUMNS
    ", county, case_id, number) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
    "$14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)";
inline constexpr const char* update_clock =
    "UPDATE clocks SET milestone = $1, assignment = $2, unit = $3, state = $4, limit_unit = $5, "
    "budget = $6, extended = $7, extensions = $8, calendar = $9, rules = $10, started = $11, "
    "deadline = $12, yellow = $13, red = $14, due = $15, rung = $16, provisional = $17, "
    "stopped = $18, round = $19, exempt = $20, approvals = $21, reviews = $22, course = $23 "
    "WHERE county = $24 AND case_id = $25 AND number = $26";

// ---- history

inline constexpr const char* insert_history =
    "INSERT INTO history(sequence, county, commit_number, case_id, version, action, outcome, "
    "happened, recorded, unit, person, post, before_state, before_back, before_back2, "
    "after_state, after_back, after_back2, policy_version, command_id, detail, text, "
    "text_commitment, personal_commitment, hash) "
    "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
    "$20, $21, $22, $23, $24, $25)";
inline constexpr const char* insert_personal =
    "INSERT INTO personal(county, case_id, version, personal) VALUES($1, $2, $3, $4)";
inline constexpr const char* first_answer =
    "SELECT h.case_id, h.version, h.sequence, h.after_state, h.action, c.text FROM history h "
    "LEFT JOIN codes c ON c.county = h.county AND c.code = h.unit "
    "WHERE h.county = $1 AND h.command_id = $2";
inline constexpr const char* history_of_case =
    "SELECT " GRIDCASE_RECORD_COLUMNS GRIDCASE_RECORD_SOURCE
    "WHERE h.county = $1 AND h.case_id = $2 AND h.version > $3 ORDER BY h.version LIMIT $4";
inline constexpr const char* event_of_command =
    "SELECT " GRIDCASE_RECORD_COLUMNS GRIDCASE_RECORD_SOURCE
    "WHERE h.county = $1 AND h.command_id = $2";
inline constexpr const char* count_commands =
    "SELECT count(*) FROM history WHERE county = $1 AND command_id >= $2 AND command_id < $3";
inline constexpr const char* read_log = "SELECT " GRIDCASE_RECORD_COLUMNS GRIDCASE_RECORD_SOURCE
                                        "WHERE h.sequence > $1 ORDER BY h.sequence LIMIT $2";
// The history is gone through in its order; whether a case concerns the reader is asked by index.
inline constexpr const char* concerning =
    "SELECT h.sequence, h.case_id, h.version FROM history h WHERE h.sequence > $1 "
    "AND h.sequence <= $2 AND h.case_id <> 0 AND (EXISTS (SELECT 1 FROM external_ids e "
    "WHERE e.county = $3 AND e.case_id = h.case_id AND e.system = $4) OR EXISTS (SELECT 1 "
    "FROM seen_by s WHERE s.county = $3 AND s.unit = $5 AND s.case_id = h.case_id) OR EXISTS "
    "(WITH RECURSIVE source(id) AS (SELECT c.case_id FROM cases c WHERE c.county = $3 "
    "AND c.merged_into = h.case_id AND c.merged_into <> 0 UNION SELECT c.case_id FROM source s "
    "JOIN cases c ON c.county = $3 AND c.merged_into = s.id AND c.merged_into <> 0) "
    "SELECT 1 FROM source s JOIN external_ids e ON e.county = $3 AND e.case_id = s.id "
    "WHERE e.system = $4) "
    // A contact that the unit was asked to take over; the code in quotes may be another field's.
    "OR EXISTS (SELECT 1 FROM cases k JOIN history o ON o.county = k.county "
    "AND o.case_id = k.case_id WHERE k.county = $3 AND k.case_id = h.case_id AND k.nature = $6 "
    "AND o.action = $7 AND instr(o.detail, $8) > 0)) ORDER BY h.sequence LIMIT $9";
inline constexpr const char* select_consumer =
    "SELECT sequence FROM consumers WHERE county = $1 AND name = $2";
inline constexpr const char* select_consumers =
    "SELECT name, sequence FROM consumers WHERE county = $1 ORDER BY name";
inline constexpr const char* insert_consumer =
    "INSERT INTO consumers(county, name, sequence) VALUES($1, $2, $3)";
inline constexpr const char* update_consumer =
    "UPDATE consumers SET sequence = $1 WHERE county = $2 AND name = $3";
inline constexpr const char* erase_text =
    "UPDATE history SET text = NULL WHERE county = $1 AND case_id = $2 AND text IS NOT NULL";
inline constexpr const char* erase_personal =
    "DELETE FROM personal WHERE county = $1 AND case_id = $2";

// ---- what cases are searched by

inline constexpr const char* insert_search_text =
    "INSERT INTO search_texts(county, case_id, title, address, body, marks) "
    "VALUES($1, $2, $3, $4, $5, $6)";
inline constexpr const char* update_search_text =
    "UPDATE search_texts SET title = $1, address = $2, body = $3, marks = $4 "
    "WHERE county = $5 AND case_id = $6";
inline constexpr const char* delete_search_text =
    "DELETE FROM search_texts WHERE county = $1 AND case_id = $2";
inline constexpr const char* select_search_text =
    "SELECT title, address, body, marks FROM search_texts WHERE county = $1 AND case_id = $2";
inline constexpr const char* search_texts_after =
    "SELECT case_id, title, address, body, marks FROM search_texts "
    "WHERE county = $1 AND case_id > $2 ORDER BY case_id";
inline constexpr const char* search_ids_after =
    "SELECT case_id FROM search_texts WHERE county = $1 AND case_id > $2 ORDER BY case_id DESC";
inline constexpr const char* count_search_texts_after =
    "SELECT count(*) FROM search_texts WHERE county = $1 AND case_id > $2";
inline constexpr const char* select_search_progress =
    "SELECT case_id FROM search_progress WHERE county = $1";
inline constexpr const char* delete_search_progress =
    "DELETE FROM search_progress WHERE county = $1";
inline constexpr const char* insert_search_progress =
    "INSERT INTO search_progress(county, case_id) VALUES($1, $2)";
// FTS5. The terms to be deleted must be those that were inserted.
inline constexpr const char* insert_index_terms =
    "INSERT INTO search_index(rowid, terms) VALUES($1, $2)";
inline constexpr const char* delete_index_terms =
    "INSERT INTO search_index(search_index, rowid, terms) VALUES('delete', $1, $2)";
// Of all parts of the index, and going on with it; so many pages at a time.
inline constexpr const char* begin_merging_index =
    "INSERT INTO search_index(search_index, rank) VALUES('merge', -250)";
inline constexpr const char* merge_index =
    "INSERT INTO search_index(search_index, rank) VALUES('merge', 250)";
inline constexpr const char* found_in_index =
    "SELECT rowid FROM search_index WHERE search_index MATCH $1 ORDER BY rowid DESC LIMIT $2";

// Who sees a case that does not lie on its ground, and villages: grids and townships have indexes.
inline constexpr const char* sights =
    "SELECT DISTINCT s.county, s.unit, s.case_id FROM ("
    "SELECT county, village AS unit, case_id, 0 AS grid, 0 AS township FROM cases "
    "UNION ALL SELECT county, holder, case_id, grid, township FROM cases "
    "UNION ALL SELECT county, reporter_unit, case_id, grid, township FROM cases "
    "UNION ALL SELECT county, checker, case_id, grid, township FROM cases "
    "UNION ALL SELECT county, about, case_id, grid, township FROM cases "
    "UNION ALL SELECT a.county, a.unit, a.case_id, t.grid, t.township FROM assignments a "
    "JOIN cases t ON t.county = a.county AND t.case_id = a.case_id) s "
    "WHERE s.unit <> 0 AND s.unit <> s.grid AND s.unit <> s.township";
inline constexpr const char* insert_sight =
    "INSERT INTO seen_by(county, unit, case_id) VALUES($1, $2, $3)";
inline constexpr const char* delete_sight =
    "DELETE FROM seen_by WHERE county = $1 AND unit = $2 AND case_id = $3";
// Ordinary cases, by when they happened.
inline constexpr const char* occurrences_of_cases =
    "SELECT county, occurred, case_id, category, longitude, latitude FROM cases WHERE nature = 1";
inline constexpr const char* insert_occurrence =
    "INSERT INTO occurrences(county, occurred, case_id, category, longitude, latitude) "
    "VALUES($1, $2, $3, $4, $5, $6)";
inline constexpr const char* delete_occurrence =
    "DELETE FROM occurrences WHERE county = $1 AND occurred = $2 AND case_id = $3";
inline constexpr const char* occurrences_between =
    "SELECT occurred, case_id, category, longitude, latitude FROM occurrences "
    "WHERE county = $1 AND occurred >= $2 AND occurred <= $3 ORDER BY occurred, case_id";

// ---- facts and their sums

#define GRIDCASE_FACT_COLUMNS                                                                      \
  "f.kind, f.moment, f.number, f.day, f.happened, f.marks, f.amount, f.unit, f.person, f.grid, "   \
  "f.category, f.channel"

inline constexpr const char* select_fact_progress =
    "SELECT sequence, zone FROM fact_progress WHERE county = $1";
inline constexpr const char* delete_fact_progress = "DELETE FROM fact_progress WHERE county = $1";
inline constexpr const char* insert_fact_progress =
    "INSERT INTO fact_progress(county, sequence, zone) VALUES($1, $2, $3)";
inline constexpr const char* facts_of_case =
    "SELECT " GRIDCASE_FACT_COLUMNS
    " FROM facts f WHERE f.county = $1 AND f.case_id = $2 ORDER BY f.kind, f.moment, f.number";
inline constexpr const char* insert_fact =
    "INSERT INTO facts(county, case_id, kind, moment, number, day, happened, marks, amount, unit, "
    "person, grid, category, channel) "
    "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
inline constexpr const char* delete_fact =
    "DELETE FROM facts WHERE county = $1 AND case_id = $2 AND kind = $3 AND moment = $4 "
    "AND number = $5";
inline constexpr const char* delete_facts = "DELETE FROM facts WHERE county = $1";
inline constexpr const char* delete_tallies = "DELETE FROM tallies WHERE county = $1";
inline constexpr const char* add_to_tally =
    "UPDATE tallies SET facts = facts + $1, amount = amount + $2 WHERE county = $3 "
    "AND dimension = $4 AND kind = $5 AND moment = $6 AND month = $7 AND code = $8 AND marks = $9";
inline constexpr const char* insert_tally =
    "INSERT INTO tallies(facts, amount, county, dimension, kind, moment, month, code, marks) "
    "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)";
inline constexpr const char* delete_empty_tally =
    "DELETE FROM tallies WHERE facts = 0 AND county = $1 AND dimension = $2 AND kind = $3 "
    "AND moment = $4 AND month = $5 AND code = $6 AND marks = $7";
inline constexpr const char* places_after =
    "SELECT sequence, case_id FROM history WHERE sequence > $1 ORDER BY sequence LIMIT $2";
inline constexpr const char* cases_after =
    "SELECT DISTINCT case_id FROM history WHERE sequence > $1 AND case_id <> 0 ORDER BY case_id";
inline constexpr const char* cases_with_action =
    "SELECT DISTINCT case_id FROM history WHERE sequence > $1 AND action = $2 AND case_id <> 0 "
    "ORDER BY case_id";

// ---- other names, deadlines, policies

inline constexpr const char* case_with_external_id =
    "SELECT case_id FROM external_ids WHERE county = $1 AND system = $2 AND external_id = $3";
inline constexpr const char* external_ids =
    "SELECT system, external_id, case_id FROM external_ids "
    "WHERE county = $1 AND (system, external_id) > ($2, $3) "
    "ORDER BY system, external_id LIMIT $4";
inline constexpr const char* insert_external_id =
    "INSERT INTO external_ids(county, system, external_id, case_id) VALUES($1, $2, $3, $4)";
inline constexpr const char* insert_deadline =
    "INSERT INTO deadlines(county, due_at, case_id, clock) VALUES($1, $2, $3, $4)";
inline constexpr const char* delete_deadline =
    "DELETE FROM deadlines WHERE county = $1 AND due_at = $2 AND case_id = $3 AND clock = $4";
inline constexpr const char* due =
    "SELECT due_at, case_id, clock FROM deadlines WHERE county = $1 AND due_at <= $2 "
    "AND (due_at, case_id, clock) > ($3, $4, $5) ORDER BY due_at, case_id, clock LIMIT $6";
inline constexpr const char* next_due =
    "SELECT due_at FROM deadlines WHERE county = $1 ORDER BY due_at LIMIT 1";
inline constexpr const char* insert_figure =
    "INSERT INTO figures(county, case_id, version, number, name, measure, unit, value) "
    "VALUES($1, $2, $3, $4, $5, $6, $7, $8)";
inline constexpr const char* figures_of_case =
    "SELECT version, number, name, measure, unit, value FROM figures WHERE county = $1 "
    "AND case_id = $2 ORDER BY version, number";
inline constexpr const char* insert_subject =
    "INSERT INTO subjects(county, case_id, version, number, kind, subject) "
    "VALUES($1, $2, $3, $4, $5, $6)";
inline constexpr const char* subjects_of_case =
    "SELECT version, number, kind, subject FROM subjects WHERE county = $1 AND case_id = $2 "
    "ORDER BY version, number";
inline constexpr const char* erase_subjects =
    "DELETE FROM subjects WHERE county = $1 AND case_id = $2";
inline constexpr const char* insert_policy =
    "INSERT INTO policies(county, version, adopted, document) VALUES($1, $2, $3, $4)";
inline constexpr const char* select_policy_version = "SELECT policy_version FROM counties";
inline constexpr const char* select_policy =
    "SELECT version, adopted, document FROM policies WHERE county = $1 AND version = $2";

}  // namespace gridcase::store::sql
