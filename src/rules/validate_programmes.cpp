#include "rules/validate_programmes.hpp"

#include "base/text.hpp"
#include "model/organization_index.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>

namespace gridcase::rules {
namespace {

constexpr std::size_t longest_code = 32;
constexpr std::size_t longest_title = 200;  // as an action takes it
constexpr std::size_t most_clauses = 1000;  // as an action takes counts

bool is_code(const std::string& text) {
  return !text.empty() && text.size() <= longest_code && base::has_code_characters_only(text);
}

bool is_title(const std::string& text) {
  return base::is_valid_utf8(text) && base::length_in_characters(text) <= longest_title &&
         text.find_first_not_of(" \t\r\n") != std::string::npos;
}

bool exists(Date day) {
  return day.year >= 1900 && day.year <= 2500 &&
         date::year_month_day{date::year{day.year}, date::month{day.month}, date::day{day.day}}
             .ok();
}

class ProgrammeCheck {
public:
  ProgrammeCheck(const Policy& policy, std::vector<Fault>& faults)
      : policy_(policy), index_(policy.organization), faults_(faults) {}

  void all();

private:
  using Codes = std::set<std::string_view>;

  void campaign(const Campaign& campaign, const std::string& path);
  void days(const Campaign& campaign, const std::string& path);
  void areas(const Campaign& campaign, const std::string& path);
  void list(const PatrolList& list, const std::string& path);
  void clause(const Clause& clause, const std::string& path);
  void code(const std::string& what, const std::string& path, const std::string& code,
            Codes& taken);
  void category(const std::string& what, const std::string& path, const std::string& code);
  void error(std::string code, std::string path, std::string message, std::string fix) {
    faults_.push_back(
        {Severity::error, std::move(code), std::move(path), std::move(message), std::move(fix)});
  }

  const Policy& policy_;
  const model::OrganizationIndex index_;
  std::vector<Fault>& faults_;
};

// `what` begins the code of the fault: "campaign.code".
void ProgrammeCheck::code(const std::string& what, const std::string& path, const std::string& code,
                          Codes& taken) {
  if (!is_code(code)) {
    error(what + "_invalid", path, fmt::format("\"{}\" is no code", code),
          "use 1 to 32 characters of A-Z a-z 0-9 . _ -");
  } else if (!taken.insert(code).second) {
    error(what + "_twice", path, fmt::format("the code {} is taken", code),
          "give each its own code");
  }
}

void ProgrammeCheck::category(const std::string& what, const std::string& path,
                              const std::string& code) {
  if (index_.categories.find(code) != model::nothing) return;
  error(what + "_unknown", path, fmt::format("there is no category with the code \"{}\"", code),
        "correct the code, or add the category");
}

void ProgrammeCheck::days(const Campaign& campaign, const std::string& path) {
  bool both = true;
  for (const auto& [key, day] :
       {std::pair{".from", campaign.from}, std::pair{".until", campaign.until}}) {
    if (exists(day)) continue;
    both = false;
    error("campaign.day", path + key, fmt::format("there is no day {}", format_date(day)),
          "use a day of the years 1900 to 2500");
  }
  if (!both || campaign.from <= campaign.until) return;
  error("campaign.until", path + ".until",
        fmt::format("it ends on {}, before it begins", format_date(campaign.until)),
        "name the last day, which may be the first");
}

void ProgrammeCheck::areas(const Campaign& campaign, const std::string& path) {
  for (std::size_t i = 0; i < campaign.units.size(); ++i) {
    const std::string& code = campaign.units[i];
    const std::string at = fmt::format("{}.units[{}]", path, i);
    const std::uint32_t found = index_.units.find(code);
    if (found == model::nothing) {
      error("campaign.unit_unknown", at, fmt::format("there is no unit with the code \"{}\"", code),
            "correct the code, or add the unit");
    } else if (!model::is_area(policy_.organization.units[found])) {
      error("campaign.unit_kind", at, fmt::format("{} has no ground", code),
            "name the command centre, a command room, a village, a grid, or a unit with an area");
    }
  }
}

void ProgrammeCheck::campaign(const Campaign& campaign, const std::string& path) {
  days(campaign, path);
  areas(campaign, path);
  for (std::size_t i = 0; i < campaign.categories.size(); ++i)
    category("campaign.category", fmt::format("{}.categories[{}]", path, i),
             campaign.categories[i]);
}

// The text is the title of the case that the clause becomes.
void ProgrammeCheck::clause(const Clause& clause, const std::string& path) {
  if (!is_title(clause.text)) {
    error("patrol_list.clause_text", path + ".text", "the text could be no title of a case",
          "use 1 to 200 characters, not blanks only");
  }
  category("patrol_list.clause_category", path + ".category", clause.category);
}

void ProgrammeCheck::list(const PatrolList& list, const std::string& path) {
  if (!list.name.empty() && !is_title(list.name)) {
    error("patrol_list.name", path + ".name", "the name could be no title of a record",
          "use at most 200 characters, not blanks only");
  }
  if (list.clauses.empty() || list.clauses.size() > most_clauses) {
    error("patrol_list.clauses", path + ".clauses",
          fmt::format("the list has {} clauses", list.clauses.size()),
          "use 1 to 1000, or take the list out");
  }
  Codes taken;
  for (std::size_t i = 0; i < list.clauses.size(); ++i) {
    const std::string at = fmt::format("{}.clauses[{}]", path, i);
    code("patrol_list.clause_code", at + ".code", list.clauses[i].code, taken);
    clause(list.clauses[i], at);
  }
}

void ProgrammeCheck::all() {
  Codes campaigns;
  for (std::size_t i = 0; i < policy_.campaigns.size(); ++i) {
    const std::string path = fmt::format("campaigns[{}]", i);
    code("campaign.code", path + ".code", policy_.campaigns[i].code, campaigns);
    campaign(policy_.campaigns[i], path);
  }
  Codes lists;
  for (std::size_t i = 0; i < policy_.patrol_lists.size(); ++i) {
    const std::string path = fmt::format("patrol_lists[{}]", i);
    code("patrol_list.code", path + ".code", policy_.patrol_lists[i].code, lists);
    list(policy_.patrol_lists[i], path);
  }
}

}  // namespace

void check_programmes(const Policy& policy, std::vector<Fault>& faults) {
  ProgrammeCheck(policy, faults).all();
}

}  // namespace gridcase::rules
