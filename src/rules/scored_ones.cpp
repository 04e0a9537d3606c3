// Whom rules over scores are for, and which version of them counts.
#include "model/organization_index.hpp"

#include <gridcase/scoring.hpp>

#include <algorithm>
#include <unordered_map>

namespace gridcase {

namespace {

template <typename Value> bool fits(const std::vector<Value>& wanted, const Value& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

template <typename Dated> bool exists_on(const Dated& one, Date day) {
  return (!one.valid_from || *one.valid_from <= day) &&
         (!one.valid_until || day < *one.valid_until);
}

bool fits_tier(const ScoredOnes& who, const Unit& unit) {
  if (who.tiers.empty()) return true;
  const auto tier = model::tier_of(unit);
  return tier && fits(who.tiers, *tier);
}

bool fits_unit(const ScoredOnes& who, const Unit& unit, Date day) {
  return exists_on(unit, day) && fits(who.kinds, unit.kind) && fits_tier(who, unit) &&
         fits(who.units, unit.code);
}

using Units = std::unordered_map<std::string, const Unit*>;

bool holds_post(const ScoredOnes& who, const Person& person, const Units& units, Date day) {
  const auto unit_fits = [&](const std::string& code) {
    const auto found = units.find(code);
    return found != units.end() && fits_unit(who, *found->second, day);
  };
  if (who.posts.empty() && person.posts.empty()) return unit_fits(person.unit);
  return std::any_of(person.posts.begin(), person.posts.end(), [&](const Post& post) {
    return fits(who.posts, post.role) && unit_fits(post.unit.empty() ? person.unit : post.unit);
  });
}

}  // namespace

bool scores_persons(const ScoreRules& rules) noexcept {
  return !rules.who.posts.empty() || !rules.who.persons.empty();
}

std::vector<ScoreSubject> subjects_of(const ScoreRules& rules, const Organization& organization,
                                      Date day) {
  const ScoredOnes& who = rules.who;
  std::vector<ScoreSubject> subjects;
  if (scores_persons(rules)) {
    Units units;
    for (const Unit& unit : organization.units)
      units.emplace(unit.code, &unit);
    for (const Person& person : organization.persons) {
      if (exists_on(person, day) && fits(who.persons, person.code) &&
          holds_post(who, person, units, day))
        subjects.push_back({person.code, person.name});
    }
  } else {
    for (const Unit& unit : organization.units) {
      if (fits_unit(who, unit, day)) subjects.push_back({unit.code, unit.name});
    }
  }
  std::sort(subjects.begin(), subjects.end(),
            [](const ScoreSubject& a, const ScoreSubject& b) { return a.code < b.code; });
  return subjects;
}

const ScoreRules* rules_on(const std::vector<ScoreRules>& versions, std::string_view code,
                           Date day) {
  const ScoreRules* found = nullptr;
  for (const ScoreRules& version : versions) {
    if (version.code != code || day < version.valid_from) continue;
    if (found == nullptr || found->valid_from < version.valid_from) found = &version;
  }
  return found;
}

}  // namespace gridcase
