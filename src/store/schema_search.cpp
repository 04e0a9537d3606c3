#include "store/schema_search.hpp"

#include "store/search_index.hpp"
#include "store/statements.hpp"

#include <gridcase/lifecycle.hpp>

namespace gridcase::store {
namespace {

// search_texts holds texts as base::searchable makes them. The newest of them are looked through
// one by one; those up to the case in search_progress are in the index as well, which holds terms
// (and marks, see search_index.hpp) without texts, positions or lengths.
constexpr const char* tables = R"(
CREATE TABLE search_texts(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, title TEXT NOT NULL, address TEXT NOT NULL,
  body TEXT NOT NULL, marks TEXT NOT NULL, PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_progress(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_index USING fts5(
  terms, content='', columnsize=0, detail=none, tokenize='ascii'
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_index, instance);

CREATE TABLE seen_by(
  county INTEGER NOT NULL, unit INTEGER NOT NULL, case_id INTEGER NOT NULL,
  PRIMARY KEY(county, unit, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE occurrences(
  county INTEGER NOT NULL, occurred INTEGER NOT NULL, case_id INTEGER NOT NULL,
  category INTEGER NOT NULL, longitude REAL, latitude REAL,
  PRIMARY KEY(county, occurred, case_id)
) STRICT, WITHOUT ROWID;
)";

// The latest that an event says of a part of the text, of those events that say it of the case.
std::string last_said(const std::string& path, const std::string& condition) {
  return "coalesce((SELECT h.text ->> '" + path +
         "' FROM history h WHERE h.county = t.county AND h.case_id = t.case_id AND h.text ->> '" +
         path + "' <> ''" + condition + " ORDER BY h.version DESC LIMIT 1), '')";
}

void fill_texts(Connection& connection) {
  const std::string not_of_case = " AND h.action NOT IN (" +
                                  std::to_string(static_cast<int>(ActionKind::conclude)) + ", " +
                                  std::to_string(static_cast<int>(ActionKind::broadcast)) + ")";
  Cursor rows = connection.prepare_built(
      "SELECT t.county, t.case_id, t.nature, t.category, t.reported, t.title, " +
      last_said("$.text", not_of_case) + ", " + last_said("$.address", "") +
      " FROM cases t WHERE t.case_key IS NOT NULL ORDER BY t.county, t.case_id");
  while (rows.step()) {
    SearchIndex index(connection, rows.integer(0));
    TextChange change;
    change.title = std::string(rows.text(5));
    change.text = std::string(rows.text(6));
    change.address = std::string(rows.text(7));
    index.add(static_cast<CaseId>(rows.integer(1)), change,
              marks_of(static_cast<Nature>(rows.integer(2)), rows.integer(3),
                       from_microseconds(rows.integer(4))));
    index.catch_up();
  }
}

}  // namespace

void require_search(Connection& connection) {
  Cursor row = connection.prepare("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'");
  if (row.step()) return;
  throw Error(ErrorCode::unsupported,
              "this SQLite was built without full-text search; use one with FTS5 "
              "(SQLITE_ENABLE_FTS5)");
}

void create_search(Connection& connection) { connection.execute(tables); }

void fill_search(Connection& connection) {
  fill_texts(connection);
  connection.execute("INSERT INTO seen_by(county, unit, case_id) " + std::string(sql::sights));
  connection.execute(
      "INSERT INTO occurrences(county, occurred, case_id, category, longitude, latitude) " +
      std::string(sql::occurrences_of_cases));
}

}  // namespace gridcase::store
