#include "store/schema.hpp"

#include "store/schema_search.hpp"
#include "store/schema_tables.hpp"
#include "store/schema_views.hpp"

#include <gridcase/action.hpp>
#include <gridcase/case.hpp>
#include <gridcase/lifecycle.hpp>
#include <gridcase/measure.hpp>

namespace gridcase::store {

namespace {

void create_tables(Connection& connection) {
  connection.execute(tables);
  connection.execute(tables_of_schema_2);
  connection.execute(tables_of_schema_3);
  connection.execute(changes_of_schema_4);
  create_search(connection);
  connection.execute(tables_of_schema_5);
  connection.execute(changes_of_schema_6);
  connection.execute(triggers);
  create_views(connection);
  connection.execute(statistics);
}

bool has_file_of_its_own(Connection& connection) {
  return connection.integer("PRAGMA application_id") == application_id;
}

}  // namespace

void create_schema(Connection& connection) {
  create_tables(connection);
  connection.execute("PRAGMA application_id = " + std::to_string(application_id));
  set_schema(connection, schema_version);
}

void create_schema_beside(Connection& connection) {
  create_tables(connection);
  connection.execute("CREATE TABLE gridcase_schema(version INTEGER NOT NULL) STRICT; "
                     "INSERT INTO gridcase_schema(version) VALUES(0)");
  set_schema(connection, schema_version);
}

std::optional<std::int64_t> found_schema(Connection& connection) {
  if (has_file_of_its_own(connection)) return connection.integer("PRAGMA user_version");
  if (connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'gridcase_schema'") == 0)
    return std::nullopt;
  return connection.integer("SELECT version FROM gridcase_schema");
}

void set_schema(Connection& connection, std::int32_t version) {
  const std::string number = std::to_string(version);
  connection.execute(has_file_of_its_own(connection)
                         ? "PRAGMA user_version = " + number
                         : "UPDATE gridcase_schema SET version = " + number);
}

std::vector<SchemaItem> read_schema(Connection& connection) {
  std::vector<SchemaItem> items;
  Cursor rows = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema "
                                   "WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!' ORDER BY name");
  while (rows.step()) {
    items.push_back({std::string(rows.text(0)), std::string(rows.text(1)),
                     std::string(rows.text(2)), std::string(rows.text(3))});
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
  for (int i = 1; i <= static_cast<int>(FactKind::accepted); ++i)
    add("fact_kind", FactKind(i));
  for (int i = 1; i <= static_cast<int>(Moment::confirm_sent); ++i)
    add("moment", Moment(i));
  for (int i = 0; i <= static_cast<int>(Mark::closed); ++i)
    add("mark", Mark(i));
  for (int i = 1; i <= static_cast<int>(Dimension::tier); ++i)
    add("dimension", Dimension(i));
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

}  // namespace gridcase::store
