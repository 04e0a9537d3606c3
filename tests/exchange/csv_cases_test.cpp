#include "support/county.hpp"

#include <gridcase/csv.hpp>

#include <doctest/doctest.h>

#include <map>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

using Line = std::map<std::string, std::string>;

std::vector<Line> lines_of(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in);
  CsvRecord record;
  REQUIRE(reader.next(record));
  const std::vector<std::string> names = record.fields;
  CHECK(names == case_csv_columns());
  std::vector<Line> lines;
  while (reader.next(record)) {
    REQUIRE(record.fields.size() == names.size());
    Line& line = lines.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i)
      line[names[i]] = record.fields[i];
  }
  return lines;
}

}  // namespace

TEST_CASE("a line a case, with names, codes and times of the organization's zone") {
  County county;
  county.wait_until("2018-03-16 08:29");
  const CaseId first = county.report(centre, [](Action& action) {
    action.title = "=污水, \"倒灌\"";
    action.grid = grid;
    action.point = Point{118.5, 28.25};
    action.parties = {{"requester", "secret", "13800000000", "secret road"}};
  });
  county.dispatched();
  for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gb18030}) {
    CsvOutput output;
    output.encoding = encoding;
    std::ostringstream out;
    CHECK(write_cases_csv(out, county.engine(), {}, {centre, "", ""}, output) == 2);
    CHECK(out.str().find("secret") == std::string::npos);
    const auto lines = lines_of(out.str());
    REQUIRE(lines.size() == 2);
    Line line = lines[0];
    CHECK(line["id"] == std::to_string(to_number(first)));
    CHECK(line["number"] == county.whole(first).number);
    CHECK(line["title"] == "=污水, \"倒灌\"");
    CHECK(line["category"] == "0404");
    CHECK(line["category_name"] == county.engine().directory().category("0404")->name);
    CHECK(line["reported"].substr(0, 16) == "2018-03-16T08:30");
    CHECK(line["reported"].substr(line["reported"].size() - 6) == "+08:00");
    CHECK(line["longitude"] == "118.5");
    CHECK(line["grid"] == grid);
    CHECK(line["ended"].empty());
    CHECK(line["drill"] == "false");
    line = lines[1];
    CHECK(line["lead"] == drains);
    CHECK(line["lead_name"] == county.engine().directory().unit(drains)->name);
    CHECK(line["state"] == name(county.whole(CaseId{std::stoll(line["id"])}).position.state));
  }
  CsvOutput safe;
  safe.spreadsheet_safe = true;
  std::ostringstream out;
  write_cases_csv(out, county.engine(), {}, {centre, "", ""}, safe);
  CHECK(lines_of(out.str())[0]["title"] == "'=污水, \"倒灌\"");
}

TEST_CASE("the query narrows the lines, its limit does not, and an actor sees its own cases only") {
  County county;
  for (int i = 0; i < 5; ++i)
    county.report(centre);
  CaseQuery query;
  query.limit = 2;
  std::ostringstream out;
  CHECK(write_cases_csv(out, county.engine(), query, {centre, "", ""}) == 5);
  CHECK(lines_of(out.str()).size() == 5);
  query.category = "04";
  query.open_only = true;
  query.township = room;
  CHECK(write_cases_csv(out, county.engine(), query, {centre, "", ""}) == 0);
  CHECK(write_cases_csv(out, county.engine(), {}, {other_room, "", ""}) == 0);
  query = {};
  query.category = "nonsense";
  std::ostringstream nothing;
  CHECK_THROWS_AS(write_cases_csv(nothing, county.engine(), query, {centre, "", ""}), Error);
  CHECK(nothing.str().empty());
}
