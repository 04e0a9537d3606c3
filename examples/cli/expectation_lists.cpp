// What a script expects of more than one case: lists, boards, sums, the county's own history.

#include "expectation.hpp"
#include "forms.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace gridcase::cli {
namespace {

namespace json = boost::json;

// A share in percent with two decimals, half up; nothing of nothing is no share.
std::string percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "n/a";
  const std::int64_t hundredths = (part * 20'000 + whole) / (2 * whole);
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

bool has_all(const json::object& fields, const json::object& line) {
  const json::value* wanted = line.if_contains("has");
  if (wanted == nullptr) return true;
  return std::all_of(wanted->get_array().begin(), wanted->get_array().end(),
                     [&fields](const json::value& key) {
                       const json::value* value = fields.if_contains(key.get_string());
                       return value != nullptr && !value->is_null();
                     });
}

void check_keys_of(Checks& checks, const json::object& line, const json::object& found) {
  for (const auto& one : found) {
    if (const json::value* expected = line.if_contains(one.key()))
      checks.equal(std::string(one.key()), *expected, one.value(), "UTC");
  }
}

json::object board_object(const BoardLine& line) {
  return {{"open", line.open},
          {"closed", line.closed},
          {"other_ends", line.other_ends},
          {"suspended", line.suspended}};
}

json::object sum_object(const FigureSum& sum) {
  return {{"name", sum.name},
          {"measure", sum.measure},
          {"unit", sum.unit},
          {"value", sum.value},
          {"cases", sum.cases}};
}

// Sums of all units, where a line does not ask for one.
json::array sums_asked_for(const json::value& expected, const std::vector<FigureSum>& sums) {
  const bool by_unit = std::any_of(
      expected.get_array().begin(), expected.get_array().end(),
      [](const json::value& one) { return one.is_object() && one.get_object().contains("unit"); });
  std::vector<FigureSum> kept;
  for (const FigureSum& sum : sums) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const FigureSum& other) {
      return !by_unit && other.name == sum.name && other.measure == sum.measure;
    });
    if (same == kept.end()) {
      kept.push_back(sum);
      continue;
    }
    same->value += sum.value;
    same->cases += sum.cases;
  }
  json::array objects;
  for (const FigureSum& sum : kept)
    objects.push_back(sum_object(sum));
  return objects;
}

}  // namespace

void check_cases(Checks& checks, const json::object& line, const std::vector<CaseSummary>& cases,
                 const std::string& zone) {
  const json::value& wanted = line.at("expect_cases");
  std::int64_t of = 0;
  std::int64_t count = 0;
  for (const CaseSummary& summary : cases) {
    const json::value fields = json::parse(summary_json(summary, zone));
    if (!matches(wanted, fields, zone)) continue;
    ++of;
    if (has_all(fields.get_object(), line)) ++count;
  }
  check_keys_of(checks, line, {{"count", count}, {"of", of}, {"percent", percent(count, of)}});
}

void check_board(Checks& checks, const json::object& line, const Board& board) {
  json::object found = board_object(board.total);
  if (const json::value* key = line.if_contains("key")) {
    const auto same =
        std::find_if(board.lines.begin(), board.lines.end(),
                     [&](const BoardLine& one) { return json::value(one.key) == *key; });
    found = board_object(same == board.lines.end() ? BoardLine{} : *same);
  }
  found["lines"] = static_cast<std::int64_t>(board.lines.size());
  check_keys_of(checks, line, found);
}

void check_log(Checks& checks, const json::object& line, const std::vector<Event>& log,
               const std::string& zone) {
  json::array found;
  for (const Event& event : log)
    found.push_back(json::parse(event_json(event, zone)));
  checks.equal("expect_log", line.at("expect_log"), found, zone);
}

void check_responsible(Checks& checks, const json::object& line, const Responsible& found) {
  json::array assists;
  for (const std::string& unit : found.assists)
    assists.emplace_back(unit);
  check_keys_of(checks, line, {{"lead", found.lead}, {"assists", assists}});
}

void check_sums(Checks& checks, const json::object& line, const std::vector<FigureSum>& sums) {
  const json::value& expected = line.at("expect_sums");
  checks.equal("expect_sums", expected, sums_asked_for(expected, sums), "UTC");
}

}  // namespace gridcase::cli
