// The views over a live store hold the rows of the file that is written from it, and nothing more.

#include "store/schema_ocel.hpp"
#include "store/sqlite.hpp"
#include "support/county.hpp"

#include <gridcase/event_log.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using store::Connection;

namespace {

namespace fs = std::filesystem;

// Every row of a table or view, each value with its type, in some fixed order.
std::vector<std::string> rows_of(Connection& connection, const std::string& name) {
  std::string columns;
  auto names = connection.query("SELECT name FROM pragma_table_info($1)", name);
  while (names.step()) {
    const std::string column(names.text(0));
    columns += (columns.empty() ? "'" : " || ' ") + column + "=' || quote(" + column + ")";
  }
  REQUIRE_FALSE(columns.empty());
  std::vector<std::string> rows;
  auto found = connection.prepare_built("SELECT " + columns + " FROM " + name + " ORDER BY 1");
  while (found.step())
    rows.emplace_back(found.text(0));
  return rows;
}

// Writes the log of the command centre and compares; the store must be closed by everybody else.
LogCounts compare(const std::string& file, const std::string& centre) {
  LogCounts counts;
  {
    const Engine engine = Engine::open(file, {});
    counts = write_ocel_sqlite(file + ".sqlite", engine, {centre, "", ""});
  }
  Connection live(file, Connection::Mode::read, 0);
  Connection log(file + ".sqlite", Connection::Mode::read, 0);
  for (const std::string& name : store::ocel_view_names()) {
    CAPTURE(name);
    const auto in_views = rows_of(live, name);
    const auto in_file = rows_of(log, name);
    CHECK(in_views.size() == in_file.size());
    const auto difference =
        std::mismatch(in_views.begin(), in_views.end(), in_file.begin(), in_file.end());
    if (difference.first != in_views.end()) CHECK(*difference.first == "");
    if (difference.second != in_file.end()) CHECK("" == *difference.second);
  }
  CHECK(log.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(live.integer("SELECT count(*) FROM event") == counts.events);
  CHECK(live.integer("SELECT count(*) FROM object") == counts.objects);
  CHECK(live.integer("SELECT count(*) FROM event_object") == counts.event_relations);
  CHECK(live.integer("SELECT count(*) FROM object_object") == counts.object_relations);
  return counts;
}

}  // namespace

TEST_CASE("the views hold what the written file holds") {
  County county;
  const CaseId handled = county.in_review();
  const CaseId other = county.dispatched();
  county.must(ActionKind::decline, other, drains, because("not_ours"));
  county.must(ActionKind::link, other, centre, [&](Action& action) {
    action.other_case = handled;
    action.relation = Relation::follows;
  });
  county.must(ActionKind::reclassify, other, centre,
              [](Action& action) { action.category = "04"; });
  county.report();
  county.close();
  const LogCounts counts = compare(county.path(), centre);
  CHECK(counts.cases == 3);
}

#ifdef GRIDCASE_CLI_PATH
static std::set<std::string> qualifiers_in(const std::string& log, const std::string& table) {
  Connection connection(log, Connection::Mode::read, 0);
  std::set<std::string> found;
  auto rows = connection.prepare_built("SELECT DISTINCT ocel_qualifier FROM " + table);
  while (rows.step())
    found.emplace(rows.text(0));
  return found;
}

TEST_CASE("the views hold what the written file holds, for every play") {
  const TemporaryFolder folder;
  std::set<std::string> of_events;
  std::set<std::string> of_objects;
  std::int64_t events = 0;
  for (const char* plays : {"/../examples/scripts", "/data/plays"}) {
    for (const auto& entry : fs::directory_iterator(std::string(GRIDCASE_TESTS_DIR) + plays)) {
      if (entry.path().extension() != ".jsonl") continue;
      CAPTURE(entry.path().string());
      const std::string file = folder / entry.path().stem().string();
      const std::string command = std::string("\"") + GRIDCASE_CLI_PATH + "\" play \"" +
                                  entry.path().string() + "\" --store \"" + file + "\" > /dev/null";
      REQUIRE(std::system(command.c_str()) == 0);
      std::string top;
      {
        const Engine engine = Engine::open(file, {});
        for (const Unit& unit : engine.policy()->organization.units) {
          if (unit.parent.empty() && top.empty()) top = unit.code;
        }
      }
      events += compare(file, top).events;
      of_events.merge(qualifiers_in(file + ".sqlite", "event_object"));
      of_objects.merge(qualifiers_in(file + ".sqlite", "object_object"));
    }
  }
  CHECK(events > 200);
  // The plays have every relation, so that none is compared with nothing.
  CHECK(of_events == std::set<std::string>{"on", "other", "by", "gives", "works_on", "ends", "to",
                                           "names", "in", "as", "under"});
  CHECK(of_objects.size() >= 14);
}
#endif
