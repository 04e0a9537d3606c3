// The way from older schemas.
#include "store/schema.hpp"
#include "store/schema_search.hpp"
#include "store/schema_tables.hpp"
#include "store/schema_views.hpp"

#include <gridcase/action.hpp>
#include <gridcase/case.hpp>
#include <gridcase/lifecycle.hpp>

#include <algorithm>

namespace gridcase::store {
namespace {

// The table and its indexes, so that one of another form can take its place.
void put_aside(Connection& connection, const std::string& table,
               const std::vector<std::string>& indexes) {
  for (const std::string& index : indexes)
    connection.execute("DROP INDEX " + index);
  connection.execute("ALTER TABLE " + table + " RENAME TO old_" + table);
}

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
}

// Facts follow as the engine comes to it; until then they are reckoned when they are asked for.
void bring_to_schema_5(Connection& connection) {
  drop_views(connection);
  connection.execute(tables_of_schema_5);
  create_views(connection);
  connection.execute(statistics);  // those of the dropped indexes went with them
}

std::string is_in(const std::string& column, std::initializer_list<Phase> phases) {
  std::string list;
  for (const Phase phase : phases)
    list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(phase));
  return "(" + column + " >= 256 AND " + column + " % 256 IN (" + list + "))";
}

// When the check was asked for the last time since an event that undid it.
std::string last_asked(ActionKind check, const std::string& undoes) {
  return "(SELECT max(h.happened) FROM (SELECT happened FROM history h WHERE h.county = "
         "cases.county AND h.case_id = cases.case_id AND h.action = " +
         number(check) +
         " AND h.outcome = " + std::to_string(static_cast<int>(Outcome::requested)) +
         " AND h.version > (SELECT coalesce(max(u.version), 0) FROM history u WHERE u.county = "
         "h.county AND u.case_id = h.case_id AND (" +
         undoes + ")) ORDER BY h.version DESC LIMIT 1) h)";
}

// Schema 5 had the requests for checks in the history only. Facts are of more kinds, so that they
// are followed anew.
void bring_to_schema_6(Connection& connection) {
  drop_views(connection);
  connection.execute(changes_of_schema_6);
  const auto taken_back = [](Phase phase) {
    return "u.action = " + number(ActionKind::withdraw) + " AND " +
           is_in("u.before_state", {phase});
  };
  const auto sent_out = [](const std::string& column) {
    return is_in(column, {Phase::dispatched, Phase::handling});
  };
  const std::string closed = std::to_string(static_cast<int>(State::closed));
  const std::string undone = taken_back(Phase::confirming) + " OR (" + sent_out("u.after_state") +
                             " AND NOT " + sent_out("u.before_state") +
                             ") OR (u.before_state = " + closed + " AND u.after_state <> " +
                             closed + ")";
  connection.execute("UPDATE cases SET check_sent = " +
                     last_asked(ActionKind::check, taken_back(Phase::checking)) +
                     ", confirm_sent = " + last_asked(ActionKind::confirm, undone) +
                     "; DELETE FROM facts; DELETE FROM tallies; DELETE FROM fact_progress");
  create_views(connection);
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> steps{{1, bring_to_schema_2},
                                            {2, bring_to_schema_3},
                                            {3, bring_to_schema_4},
                                            {4, bring_to_schema_5},
                                            {5, bring_to_schema_6}};
  return steps;
}

void migrate(Connection& connection, std::int32_t target, const std::vector<Migration>& steps) {
  Transaction transaction(connection, Transaction::Kind::write);
  const std::int64_t found = found_schema(connection).value_or(0);
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
  set_schema(connection, target);
  transaction.commit();
}

void require_current(Connection& connection) {
  const std::int64_t found = found_schema(connection).value_or(0);
  if (found == schema_version) return;
  throw Error(ErrorCode::unsupported,
              found > schema_version
                  ? "the store has schema " + std::to_string(found) + ", this gridcase knows " +
                        std::to_string(schema_version) + "; open it with a newer gridcase"
                  : "the store has the older schema " + std::to_string(found) +
                        "; open it for writing once, which brings it forward");
}

}  // namespace gridcase::store
