#include "engine/matter.hpp"

#include "rules/operating_mode.hpp"

#include <algorithm>
#include <set>

namespace gridcase::engine {

Matter::Matter(const Rulebook& rules, const CaseSummary& summary, const Actor& actor, Instant now)
    : directory_(rules.directory), summary_(summary), actor_(actor), now_(now),
      ground_(smallest_ground()), place_(known_place()),
      mode_(rules::mode_of(*rules.policy, directory_, summary)) {}

std::string Matter::smallest_ground() const {
  for (const std::string* code :
       {&summary_.grid, &summary_.village, &summary_.township, &summary_.holder}) {
    if (directory_.unit(*code) != nullptr) return *code;
  }
  return {};
}

std::optional<Point> Matter::known_place() const {
  if (summary_.point) return summary_.point;
  for (const std::string* code : {&summary_.grid, &summary_.village, &summary_.township}) {
    const Unit* unit = directory_.unit(*code);
    if (unit != nullptr && unit->location) return unit->location;
  }
  return std::nullopt;
}

std::optional<double> Matter::metres_from(const Unit& unit) const {
  if (!place_ || !unit.location) return std::nullopt;
  return distance_in_metres(*place_, *unit.location);
}

bool Matter::may_be_sent(const std::string& code) const {
  return engine::may_be_sent(directory_, summary_.holder, actor_, code, now_);
}

Responsible Matter::by_duty(const Test& can_be_sent) const {
  const bool is_known = !ground_.empty() && directory_.category(summary_.category) != nullptr;
  if (!is_known) return {};
  const Tier tier = tier_of(summary_.position.state).value_or(Tier::county);
  Responsible here = directory_.responsible(summary_.category, ground_, tier, mode_);
  if (can_be_sent(here.lead) || tier == Tier::county) return here;
  Responsible above = directory_.responsible(summary_.category, ground_, Tier::county, mode_);
  return can_be_sent(above.lead) ? above : here;
}

std::vector<std::string> Matter::capabilities(const Responsible& duty) const {
  const auto holds = [&](const Duty& one) {
    return one.tier == Tier::county && (!one.mode || one.mode == mode_) &&
           (one.territory.empty() || directory_.is_within(ground_, one.territory));
  };
  const Category* category = directory_.category(summary_.category);
  for (; category != nullptr; category = directory_.category(category->parent)) {
    std::set<std::string> wanted;
    for (const Duty& one : directory_.organization().duties) {
      const bool says = one.category == category->code && !one.lead_capability.empty();
      if (says && holds(one)) wanted.insert(one.lead_capability);
    }
    if (!wanted.empty()) return {wanted.begin(), wanted.end()};
    if (category->parent.empty()) break;
  }
  const Unit* lead = directory_.unit(duty.lead);
  if (lead != nullptr && !lead->capabilities.empty()) return lead->capabilities;
  return {std::string()};
}

bool may_be_sent(const Directory& directory, const std::string& holder, const Actor& actor,
                 const std::string& code, Instant now) {
  const Unit* unit = directory.unit(code);
  if (unit == nullptr || code == holder || !directory.is_valid(*unit, now)) return false;
  const bool is_known = directory.unit(holder) != nullptr;
  if (is_known && directory.may_send(holder, code)) return true;
  const bool acts_for_it = !is_known || directory.is_within(holder, actor.unit);
  return acts_for_it && directory.may_send(actor.unit, code).yes;
}

bool has_capability(const Unit& unit, const std::string& capability) {
  const auto& all = unit.capabilities;
  return capability.empty() || std::find(all.begin(), all.end(), capability) != all.end();
}

}  // namespace gridcase::engine
