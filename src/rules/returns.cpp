#include "rules/returns.hpp"

#include "rules/lifecycle_machine.hpp"

#include <algorithm>

namespace gridcase::rules {
namespace {

// The tier a step with that outcome leads to; none if it cannot lead to another.
std::optional<Tier> tier_after(State from, const Return& way, Outcome outcome) {
  if (way.outcome != Outcome::only) return tier_of(from);
  if (outcome < Outcome::to_village || outcome > Outcome::to_county) return std::nullopt;
  return static_cast<Tier>(outcome);
}

bool leads(const Return& way, State from, ActionKind action, Outcome outcome, State to) {
  if (way.action != action) return false;
  if (way.outcome != Outcome::only && way.outcome != outcome) return false;
  const auto tier = tier_after(from, way, outcome);
  return tier && tier_of(to) == tier &&
         phase_of(to) == (way.landing ? way.landing : phase_of(from));
}

}  // namespace

const Return* return_of(State from, ActionKind action, Outcome outcome, State to) {
  const auto found = std::find_if(returns::all.begin(), returns::all.end(), [&](const Return* way) {
    return leads(*way, from, action, outcome, to);
  });
  return found == returns::all.end() ? nullptr : *found;
}

const Return* return_of(const Event& event) {
  return return_of(event.before.state, event.action.kind, event.outcome, event.after.state);
}

std::string_view name(Siblings siblings) noexcept {
  switch (siblings) {
  case Siblings::keep: return "keep";
  case Siblings::withdraw: return "withdraw";
  case Siblings::rework: return "rework";
  }
  return "";
}

}  // namespace gridcase::rules
