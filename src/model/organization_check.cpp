#include "model/organization_check.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::model {

namespace {

constexpr std::string_view section_names[] = {"",         "units",  "persons",    "leading_groups",
                                              "desks",    "queues", "categories", "duties",
                                              "linkages", "assets", "roles"};

constexpr std::size_t longest_code = 32;

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= longest_code && base::has_code_characters_only(text);
}

bool is_date(Date date) {
  try {
    return parse_date(format_date(date)) == date;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::string Spot::path() const {
  std::string text(section_names[static_cast<std::size_t>(section)]);
  if (!text.empty()) text += "[" + std::to_string(index) + "]";
  if (!text.empty() && !key.empty()) text += ".";
  return text.append(key);
}

void Findings::add(Severity severity, Spot spot, std::string code, std::string message,
                   std::string fix) {
  findings_.push_back(
      {spot.section, spot.index,
       Fault{severity, std::move(code), spot.path(), std::move(message), std::move(fix)}});
}

void Findings::error(Spot spot, std::string code, std::string message, std::string fix) {
  add(Severity::error, spot, std::move(code), std::move(message), std::move(fix));
}

void Findings::warning(Spot spot, std::string code, std::string message, std::string fix) {
  add(Severity::warning, spot, std::move(code), std::move(message), std::move(fix));
}

std::vector<Fault> Findings::take() {
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.section, a.index) < std::pair(b.section, b.index);
  });
  std::vector<Fault> faults;
  faults.reserve(findings_.size());
  for (Finding& finding : findings_)
    faults.push_back(std::move(finding.fault));
  findings_.clear();
  return faults;
}

void Check::code(Spot spot, const std::string& kind, const std::string& code,
                 std::uint32_t first_position) const {
  if (!is_code(code)) {
    findings.error(spot.at("code"), kind + ".code_invalid", "\"" + code + "\" is no code",
                   "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
  } else if (first_position != spot.index) {
    findings.error(spot.at("code"), kind + ".code_twice",
                   "the code " + code + " is taken by " +
                       Spot{spot.section, first_position, {}}.path(),
                   "give each its own code");
  }
}

void Check::span(Spot spot, const std::string& kind, const std::optional<Date>& from,
                 const std::optional<Date>& until) const {
  const bool from_ok = !from || is_date(*from);
  const bool until_ok = !until || is_date(*until);
  if (!from_ok || !until_ok) {
    findings.error(spot.at(from_ok ? "valid_until" : "valid_from"), kind + ".date_invalid",
                   "there is no such day", "use a day of the calendar from 1900 to 2500");
  } else if (from && until && *until <= *from) {
    findings.error(spot.at("valid_until"), kind + ".span_empty",
                   "it ends on " + format_date(*until) + ", before it begins on " +
                       format_date(*from),
                   "valid_until is the first day it is no more; put it after valid_from");
  }
}

void Check::known(bool is_known, Spot spot, const std::string& kind, const std::string& code,
                  std::string_view what) const {
  if (code.empty() || is_known) return;
  // "posts[1].categories" is about categories; the fault code keeps the last word only.
  std::string_view word = spot.key.substr(spot.key.rfind('.') + 1);
  word = word.substr(0, word.find('['));
  findings.error(spot, kind + "." + std::string(word) + "_unknown",
                 "there is no " + std::string(what) + " with the code \"" + code + "\"",
                 "correct the code, or add the " + std::string(what));
}

void Check::unit(Spot spot, const std::string& kind, const std::string& code) const {
  known(index.units.find(code) != nothing, spot, kind, code, "unit");
}

void Check::person(Spot spot, const std::string& kind, const std::string& code) const {
  known(index.persons.find(code) != nothing, spot, kind, code, "person");
}

void Check::category(Spot spot, const std::string& kind, const std::string& code) const {
  known(index.categories.find(code) != nothing, spot, kind, code, "category");
}

void Check::not_negative(Spot spot, const std::string& kind, std::int32_t number) const {
  if (number >= 0) return;
  findings.error(spot, kind + "." + std::string(spot.key) + "_negative", "the number is below 0",
                 "use 0 or more");
}

void Check::not_empty(Spot spot, const std::string& kind, const std::string& text) const {
  if (!text.empty()) return;
  findings.error(spot, kind + "." + std::string(spot.key) + "_missing", "it is not given",
                 "fill it in");
}

void check_head(const Check& check) {
  const Organization& organization = check.organization;
  const bool digits = organization.code.size() == 6 &&
                      std::all_of(organization.code.begin(), organization.code.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  // Case ids begin with it, have 19 digits and must fit 63 bits.
  if (!digits || organization.code == "000000" || organization.code > "922336") {
    check.findings.error({Section::head, 0, "code"}, "organization.code_invalid",
                         "\"" + organization.code + "\" is no code of a county",
                         "use its 6 digits, 000001 to 922336; they begin every case number");
  }
  if (!zone_exists(organization.time_zone)) {
    check.findings.error({Section::head, 0, "time_zone"}, "organization.time_zone_unknown",
                         "the system knows no time zone \"" + organization.time_zone + "\"",
                         "use a name such as \"Asia/Shanghai\"");
  }
  for (const std::string& tier_name : organization.tier_names) {
    if (!tier_name.empty()) continue;
    check.findings.warning({Section::head, 0, "tier_names"}, "organization.tier_name_missing",
                           "a tier has no name", "name the tiers as people do");
  }
}

}  // namespace gridcase::model
