#include "store/schema.hpp"
#include "store/sqlite_check_search.hpp"
#include "store/sqlite_facts.hpp"
#include "store/sqlite_store.hpp"

#include <algorithm>

namespace gridcase::store {

namespace {

constexpr std::size_t most_findings = 1000;

// A question whose every row (case id, sequence) is a finding.
struct Question {
  const char* code;
  const char* message;
  const char* text;
};

// What the facts add up to, by total, unit, person, grid, category and channel.
#define GRIDCASE_FACT_SUMS                                                                         \
  "SELECT f.county, d.dimension, f.kind, f.moment, f.day / 100, CASE d.dimension "                 \
  "WHEN 2 THEN f.unit WHEN 3 THEN f.person WHEN 4 THEN f.grid WHEN 5 THEN f.category "             \
  "WHEN 6 THEN f.channel ELSE 0 END, f.marks, count(*), sum(f.amount) FROM facts f CROSS JOIN "    \
  "(SELECT 1 AS dimension UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 "               \
  "UNION ALL SELECT 5 UNION ALL SELECT 6) d GROUP BY 1, 2, 3, 4, 5, 6, 7"

constexpr Question questions[] = {
    {"gap", "a line of the history is missing before this one",
     "SELECT h.case_id, h.sequence FROM history h WHERE h.sequence > 1 "
     "AND NOT EXISTS (SELECT 1 FROM history p WHERE p.sequence = h.sequence - 1)"},
    {"gap", "the history does not end where the county says",
     "SELECT 0, c.last_sequence FROM counties c WHERE c.last_sequence <> "
     "(SELECT coalesce(max(h.sequence), 0) FROM history h)"},
    {"gap", "the number of the last commit is not that of the last line",
     "SELECT 0, c.last_sequence FROM counties c JOIN history h ON h.sequence = c.last_sequence "
     "WHERE c.last_commit <> h.commit_number"},
    {"gap", "the versions of the case are not 1, 2, 3 …",
     "SELECT h.case_id, 0 FROM history h GROUP BY h.county, h.case_id "
     "HAVING min(h.version) <> 1 OR max(h.version) <> count(*)"},
    {"orphan", "the row of the case has no line of history that made it",
     "SELECT t.case_id, 0 FROM cases t WHERE NOT EXISTS (SELECT 1 FROM history h WHERE "
     "h.county = t.county AND h.case_id = t.case_id AND h.version = t.version)"},
    {"row_differs", "version, position or hash of the row differ from the last line of the case",
     "SELECT t.case_id, h.sequence FROM cases t JOIN history h ON h.county = t.county "
     "AND h.case_id = t.case_id AND h.version = t.version "
     "WHERE h.hash <> t.head OR h.after_state <> t.state OR h.after_back <> t.back "
     "OR h.after_back2 <> t.back2 "
     "OR EXISTS (SELECT 1 FROM history n WHERE n.county = t.county "
     "AND n.case_id = t.case_id AND n.version = t.version + 1)"},
    {"row_differs", "the row says open where the state says ended, or the other way round",
     "SELECT t.case_id, 0 FROM cases t "
     "WHERE t.is_open <> CASE WHEN t.state BETWEEN 2 AND 7 THEN 0 ELSE 1 END"},
    {"row_differs", "the county's own line is not as its row says",
     "SELECT 0, h.sequence FROM counties c JOIN history h ON h.county = c.county "
     "AND h.case_id = 0 AND h.version = c.line_version WHERE h.hash <> c.line_head "
     "OR EXISTS (SELECT 1 FROM history n WHERE n.county = c.county AND n.case_id = 0 "
     "AND n.version = c.line_version + 1)"},
    {"orphan", "the history speaks of a case that has no row",
     "SELECT h.case_id, min(h.sequence) FROM history h WHERE h.case_id <> 0 AND NOT EXISTS "
     "(SELECT 1 FROM cases t WHERE t.county = h.county AND t.case_id = h.case_id) "
     "GROUP BY h.case_id"},
    {"orphan", "an order of a case that has no row",
     "SELECT a.case_id, 0 FROM assignments a WHERE NOT EXISTS "
     "(SELECT 1 FROM cases t WHERE t.county = a.county AND t.case_id = a.case_id)"},
    {"orphan", "a name elsewhere of a case that has no row",
     "SELECT e.case_id, 0 FROM external_ids e WHERE NOT EXISTS "
     "(SELECT 1 FROM cases t WHERE t.county = e.county AND t.case_id = e.case_id)"},
    {"orphan", "personal data without their line of history",
     "SELECT p.case_id, 0 FROM personal p WHERE NOT EXISTS (SELECT 1 FROM history h WHERE "
     "h.county = p.county AND h.case_id = p.case_id AND h.version = p.version "
     "AND h.personal_commitment IS NOT NULL)"},
    {"orphan", "the policy in force is not kept",
     "SELECT 0, 0 FROM counties c WHERE NOT EXISTS (SELECT 1 FROM policies p WHERE "
     "p.county = c.county AND p.version = c.policy_version)"},
    {"row_differs", "the latest recorded time is not the one of the history",
     "SELECT 0, c.last_sequence FROM counties c WHERE c.last_recorded IS NOT "
     "(SELECT max(h.recorded) FROM history h)"},
    {"row_differs", "a policy's time of adoption is not the one of the line that adopted it",
     "SELECT 0, h.sequence FROM policies p JOIN history h ON h.county = p.county "
     "AND h.case_id = 0 AND h.policy_version = p.version WHERE h.recorded <> p.adopted "
     "AND NOT EXISTS (SELECT 1 FROM history e WHERE e.county = h.county AND e.case_id = 0 "
     "AND e.version = h.version - 1 AND e.policy_version = p.version)"},
    {"orphan", "a figure without its line of history",
     "SELECT f.case_id, 0 FROM figures f WHERE NOT EXISTS (SELECT 1 FROM history h WHERE "
     "h.county = f.county AND h.case_id = f.case_id AND h.version = f.version)"},
    {"orphan", "a subject without its line of history",
     "SELECT s.case_id, 0 FROM subjects s WHERE NOT EXISTS (SELECT 1 FROM history h WHERE "
     "h.county = s.county AND h.case_id = s.case_id AND h.version = s.version "
     "AND h.text IS NOT NULL)"},
    {"orphan", "a clock of a case that has no row",
     "SELECT k.case_id, 0 FROM clocks k WHERE NOT EXISTS "
     "(SELECT 1 FROM cases t WHERE t.county = k.county AND t.case_id = k.case_id)"},
    {"row_differs", "a deadline that does not follow from its case",
     "SELECT d.case_id, 0 FROM deadlines d LEFT JOIN cases t ON t.county = d.county "
     "AND t.case_id = d.case_id LEFT JOIN clocks k ON k.county = d.county "
     "AND k.case_id = d.case_id AND k.number = d.clock WHERE d.due_at IS NOT "
     "CASE WHEN d.clock <> 0 THEN k.due WHEN t.state = 1 THEN t.resume_at END"},
    {"row_differs", "a deadline of the case is missing",
     "SELECT t.case_id, 0 FROM cases t WHERE t.state = 1 AND t.resume_at IS NOT NULL "
     "AND NOT EXISTS (SELECT 1 FROM deadlines d WHERE d.county = t.county "
     "AND d.due_at = t.resume_at AND d.case_id = t.case_id AND d.clock = 0)"},
    {"row_differs", "a deadline of a clock is missing",
     "SELECT k.case_id, 0 FROM clocks k WHERE k.due IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM deadlines d WHERE d.county = k.county AND d.due_at = k.due "
     "AND d.case_id = k.case_id AND d.clock = k.number)"},
    {"orphan", "a fact of a case that has no row",
     "SELECT DISTINCT f.case_id, 0 FROM facts f WHERE NOT EXISTS "
     "(SELECT 1 FROM cases t WHERE t.county = f.county AND t.case_id = f.case_id)"},
    {"row_differs", "the facts are said to be further than the history",
     "SELECT 0, p.sequence FROM fact_progress p JOIN counties c ON c.county = p.county "
     "WHERE p.sequence > c.last_sequence OR (SELECT count(*) FROM fact_progress) > 1"},
    {"row_differs", "a sum of facts is missing or not what the facts add up to",
     "SELECT 0, 0 FROM (" GRIDCASE_FACT_SUMS
     " EXCEPT SELECT county, dimension, kind, moment, month, code, marks, facts, amount "
     "FROM tallies) LIMIT 1"},
    {"row_differs", "a sum of facts that no facts add up to",
     "SELECT 0, 0 FROM (SELECT county, dimension, kind, moment, month, code, marks, facts, amount "
     "FROM tallies EXCEPT SELECT * FROM (" GRIDCASE_FACT_SUMS ")) LIMIT 1"},
};

#undef GRIDCASE_FACT_SUMS

// Columns that hold numbers of the dictionary.
constexpr const char* code_columns[][2] = {{"history", "unit"},
                                           {"history", "person"},
                                           {"history", "post"},
                                           {"cases", "grid"},
                                           {"cases", "township"},
                                           {"cases", "village"},
                                           {"cases", "holder"},
                                           {"cases", "lead"},
                                           {"cases", "checker"},
                                           {"cases", "reporter_unit"},
                                           {"cases", "reporter_person"},
                                           {"cases", "category"},
                                           {"cases", "grade"},
                                           {"cases", "channel"},
                                           {"assignments", "unit"},
                                           {"external_ids", "system"},
                                           {"clocks", "milestone"},
                                           {"clocks", "unit"},
                                           {"clocks", "calendar"},
                                           {"cases", "first_receiver"},
                                           {"cases", "about"},
                                           {"cases", "campaign"},
                                           {"cases", "sender"},
                                           {"cases", "join_rule"},
                                           {"figures", "name"},
                                           {"figures", "measure"},
                                           {"figures", "unit"},
                                           {"cases", "type"},
                                           {"cases", "dialled"},
                                           {"subjects", "kind"},
                                           {"seen_by", "unit"},
                                           {"occurrences", "category"},
                                           {"facts", "unit"},
                                           {"facts", "person"},
                                           {"facts", "grid"},
                                           {"facts", "category"},
                                           {"facts", "channel"},
                                           {"tallies", "code"}};

class Findings {
public:
  bool full() const noexcept { return list_.size() >= most_findings; }
  void add(std::string code, std::string message, std::int64_t case_id = 0,
           std::int64_t sequence = 0) {
    if (full()) return;
    list_.push_back({std::move(code), static_cast<CaseId>(case_id), sequence, std::move(message)});
  }
  std::vector<Finding> take() { return std::move(list_); }

private:
  std::vector<Finding> list_;
};

void check_pages(Connection& connection, Findings& findings) {
  Cursor rows = connection.prepare("PRAGMA integrity_check(100)");
  while (rows.step()) {
    if (rows.text(0) != "ok") findings.add("sqlite", std::string(rows.text(0)));
  }
}

// What a host keeps in the same file is the host's matter, unless it hangs on a table of gridcase.
void check_schema(Connection& connection, Findings& findings) {
  const std::vector<SchemaItem> found = read_schema(connection);
  const std::vector<SchemaItem> expected = expected_schema();
  for (const SchemaItem& item : expected) {
    if (std::find(found.begin(), found.end(), item) == found.end()) {
      findings.add("schema_differs", item.type + " " + item.name + " is missing or changed");
    }
  }
  for (const SchemaItem& item : found) {
    const bool is_known = std::any_of(expected.begin(), expected.end(), [&](const SchemaItem& e) {
      return e.type == item.type && e.name == item.name;
    });
    const bool is_ours = std::any_of(expected.begin(), expected.end(),
                                     [&](const SchemaItem& e) { return e.name == item.table; });
    if (!is_known && is_ours) {
      findings.add("schema_differs",
                   item.type + " " + item.name + " on " + item.table + " is not gridcase's");
    }
  }
}

void check_words(Connection& connection, std::int64_t county, Findings& findings) {
  for (const Word& word : all_words()) {
    Cursor row =
        connection.query("SELECT word FROM words WHERE county = $1 AND domain = $2 AND value = $3",
                         county, word.domain, word.value);
    if (row.step() && row.text(0) != word.word) {
      findings.add("row_differs", "the word for " + word.domain + " " + std::to_string(word.value) +
                                      " was changed");
    }
  }
}

void check_codes(Connection& connection, Findings& findings) {
  for (const auto& [table, column] : code_columns) {
    const std::string value = std::string("t.") + column;
    Cursor rows = connection.prepare_built(
        "SELECT DISTINCT " + value + " FROM " + table + " t WHERE " + value +
        " <> 0 AND NOT EXISTS (SELECT 1 FROM codes c WHERE c.county = t.county AND c.code = " +
        value + ")");
    while (rows.step() && !findings.full()) {
      findings.add("orphan", std::string(table) + "." + column + " has code " +
                                 std::to_string(rows.integer(0)) +
                                 ", which is not in the dictionary");
    }
  }
}

void check_question(Connection& connection, const Question& question, Findings& findings) {
  Cursor rows = connection.prepare(question.text);
  while (rows.step() && !findings.full()) {
    findings.add(question.code, question.message, rows.integer(0), rows.integer(1));
  }
}

// A file so damaged that it cannot be asked is a finding; the other questions are asked still.
template <typename Check> void look(Findings& findings, Check check) {
  try {
    check();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::stopped) throw;
    findings.add("unreadable", error.what());
  }
}

}  // namespace

std::vector<Finding> SqliteStore::check() {
  return as_reader([&](Connection& connection) {
    Findings findings;
    Transaction transaction(connection, Transaction::Kind::read);
    look(findings, [&] { check_pages(connection, findings); });
    look(findings, [&] { check_schema(connection, findings); });
    look(findings, [&] { check_words(connection, county_, findings); });
    for (const Question& question : questions)
      look(findings, [&] { check_question(connection, question, findings); });
    look(findings, [&] { check_codes(connection, findings); });
    const SearchFinding found = [&](const char* code, const char* message, std::int64_t id) {
      findings.add(code, message, id);
    };
    look(findings, [&] { check_search(connection, county_, found); });
    look(findings, [&] { check_sights(connection, found); });
    look(findings, [&] { check_occurrences(connection, found); });
    look(findings, [&] {
      check_fact_days(connection, [&](std::int64_t id) {
        findings.add("row_differs", "a fact stands under another day than its time", id);
      });
    });
    if (checkpoint_result_ != 0) {
      findings.add("sqlite", "the latest checkpoint failed with result " +
                                 std::to_string(checkpoint_result_));
    }
    return findings.take();
  });
}

}  // namespace gridcase::store
