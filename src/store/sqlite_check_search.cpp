#include "store/sqlite_check_search.hpp"

#include "store/search_index.hpp"
#include "store/statements.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace gridcase::store {
namespace {

// Stands for a set of terms: their number, and a sum that does not depend on their order.
struct Fingerprint {
  std::uint64_t terms = 0;
  std::uint64_t sum = 0;

  void add(std::string_view term) {
    ++terms;
    // One more step keeps sums of different terms apart where a hash is simple.
    sum += (std::hash<std::string_view>()(term) ^ 0x9E3779B97F4A7C15U) * 0xFF51AFD7ED558CCDU;
  }
  friend bool operator==(const Fingerprint& a, const Fingerprint& b) {
    return a.terms == b.terms && a.sum == b.sum;
  }
};

// The index is in the order of terms, so that it is read as a whole.
std::unordered_map<std::int64_t, Fingerprint> read_index(Connection& connection) {
  std::unordered_map<std::int64_t, Fingerprint> cases;
  Cursor rows = connection.prepare("SELECT doc, term FROM search_terms");
  while (rows.step())
    cases[rows.integer(0)].add(rows.text(1));
  return cases;
}

void report_rows(Connection& connection, const std::string& question, const char* message,
                 const SearchFinding& found) {
  Cursor rows = connection.prepare_built(question);
  while (rows.step())
    found("row_differs", message, rows.integer(0));
}

// Whatever is in one of two selections and not in the other. `columns` have case_id among them.
void compare(Connection& connection, const std::string& columns, const std::string& table,
             const std::string& derived, const char* message, const SearchFinding& found) {
  const std::string kept = "SELECT " + columns + " FROM " + table;
  const std::string follows = "SELECT " + columns + " FROM (" + derived + ")";
  report_rows(connection, "SELECT case_id FROM (" + kept + " EXCEPT " + follows + ")", message,
              found);
  report_rows(connection, "SELECT case_id FROM (" + follows + " EXCEPT " + kept + ")", message,
              found);
}

}  // namespace

void check_search(Connection& connection, std::int64_t county, const SearchFinding& found) {
  report_rows(connection,
              "SELECT x.case_id FROM search_texts x LEFT JOIN cases t ON t.county = x.county AND "
              "t.case_id = x.case_id WHERE t.case_key IS NULL",
              "texts to be searched of a case that has none", found);
  report_rows(connection,
              "SELECT t.case_id FROM cases t WHERE t.case_key IS NOT NULL AND NOT EXISTS (SELECT 1 "
              "FROM search_texts x WHERE x.county = t.county AND x.case_id = t.case_id)",
              "the texts to be searched of the case are missing", found);

  auto index = read_index(connection);
  Cursor progress = connection.query(sql::select_search_progress, county);
  const std::int64_t last = progress.step() ? progress.integer(0) : 0;
  Cursor rows = connection.prepare(
      "SELECT x.case_id, x.title, x.address, x.body, x.marks, t.nature, t.category, t.reported "
      "FROM search_texts x JOIN cases t ON t.county = x.county AND t.case_id = x.case_id");
  while (rows.step()) {
    const std::int64_t id = rows.integer(0);
    const SearchRow row{std::string(rows.text(1)), std::string(rows.text(2)),
                        std::string(rows.text(3)), std::string(rows.text(4))};
    if (row.marks != marks_of(static_cast<Nature>(rows.integer(5)), rows.integer(6),
                              from_microseconds(rows.integer(7)))) {
      found("row_differs", "what the case is searched by is not as its row says", id);
    }
    Fingerprint expected;
    if (id <= last) {
      for (const std::string& term : index_terms(row))
        expected.add(term);
    }
    const auto indexed = index.find(id);
    if (!((indexed == index.end() ? Fingerprint{} : indexed->second) == expected))
      found("row_differs", "the index does not hold the texts of the case", id);
    if (indexed != index.end()) index.erase(indexed);
  }
  for (const auto& [id, terms] : index)
    found("orphan", "the index holds a case that has no texts", id);
}

void check_sights(Connection& connection, const SearchFinding& found) {
  compare(connection, "county, unit, case_id", "seen_by", sql::sights,
          "who may see the case is not as its rows say", found);
}

void check_occurrences(Connection& connection, const SearchFinding& found) {
  compare(connection, "county, occurred, case_id, category, longitude, latitude", "occurrences",
          sql::occurrences_of_cases, "when and where it happened is not as its row says", found);
}

}  // namespace gridcase::store
