#include "rules/deciding.hpp"
#include "rules/intake.hpp"
#include "rules/permission.hpp"

namespace gridcase::rules {
namespace {

constexpr std::array<Tier, 3> upwards{Tier::village, Tier::township, Tier::county};

// Grid, village and township of a unit of ground, from the chain above it.
void set_ground(Deciding& it, const std::string& ground) {
  Event::Facts& facts = it.event.facts;
  for (const std::string& code : it.directory().chain(ground)) {
    switch (it.directory().unit(code)->kind) {
    case UnitKind::grid: facts.grid = code; break;
    case UnitKind::village: facts.village = code; break;
    case UnitKind::command_room: facts.township = code; break;
    default: break;
    }
  }
}

bool is_ground(const Unit& unit) {
  return unit.kind == UnitKind::grid || unit.kind == UnitKind::village ||
         unit.kind == UnitKind::command_room;
}

bool is_valid_then(const Deciding& it, const std::string& code) {
  const Unit* unit = it.directory().unit(code);
  return unit != nullptr && it.directory().is_valid(*unit, it.event.happened);
}

// Grids of other years may lie at the point as well.
std::string grid_at(const Deciding& it, Point point) {
  const Located located = it.directory().locate(point);
  if (is_valid_then(it, located.grid)) return located.grid;
  for (const std::string& other : located.others) {
    if (is_valid_then(it, other)) return other;
  }
  return {};
}

// The ground an action names: its grid, else what is found at its point; empty if neither is.
MaybeRefusal find_ground(Deciding& it, std::string& ground) {
  const Action& action = it.event.action;
  if (!action.grid.empty()) {
    const Unit* unit = it.directory().unit(action.grid);
    if (unit == nullptr || !is_ground(*unit)) {
      return refusal(RefusalCode::unknown_unit, "grid",
                     fmt::format("{} is no grid, village or township; name one", action.grid));
    }
    if (!is_valid_then(it, action.grid)) {
      return refusal(RefusalCode::unknown_unit, "grid",
                     fmt::format("{} does not exist at that time", action.grid));
    }
    ground = action.grid;
  } else if (action.point) {
    ground = grid_at(it, *action.point);
  }
  return std::nullopt;
}

std::optional<Tier> next_used_tier(const Deciding& it, Tier above) {
  for (const Tier tier : upwards) {
    if (tier > above && it.uses(tier)) return tier;
  }
  return std::nullopt;
}

std::optional<Tier> used_tier_below(const Deciding& it, Tier below) {
  for (auto tier = upwards.rbegin(); tier != upwards.rend(); ++tier) {
    if (*tier < below && it.uses(*tier)) return *tier;
  }
  return std::nullopt;
}

MaybeRefusal hold_at(Deciding& it, const std::string& from, Tier tier) {
  if (!it.uses(tier)) {
    return refusal(RefusalCode::bad_value, "tier",
                   fmt::format("the policy holds no cases on the {} tier", name(tier)));
  }
  const bool is_known = it.directory().unit(from) != nullptr;
  it.event.facts.holder = it.directory().pool(is_known ? from : it.actor.unit, tier);
  it.event.outcome = to_tier(tier);
  if (is_valid_then(it, it.event.facts.holder)) return std::nullopt;
  return refusal(RefusalCode::no_way, "tier",
                 fmt::format("nobody holds the {} pool for {}; name a grid of that tier, or a "
                             "higher tier",
                             name(tier), from));
}

}  // namespace

MaybeRefusal place_new_case(Deciding& it) {
  std::string ground;
  if (auto refused = find_ground(it, ground)) return refused;
  const Unit& reporter = *it.directory().unit(it.actor.unit);
  if (ground.empty() && is_ground(reporter)) ground = reporter.code;
  if (!ground.empty()) set_ground(it, ground);
  const std::string& from = ground.empty() ? reporter.code : ground;
  Tier tier =
      it.event.action.tier.value_or(it.directory().tier_of(reporter.code).value_or(Tier::county));
  if (!it.event.action.tier && !it.uses(tier))
    tier = next_used_tier(it, tier).value_or(Tier::county);
  return hold_at(it, from, tier);
}

namespace {

// Who works on a case does not set its limits; who is above may take back what was brought forward.
MaybeRefusal check_limit(const Deciding& it, Instant due) {
  if (due <= it.event.happened) {
    return refusal(RefusalCode::bad_value, "due",
                   "the limit would have passed already; name a time that lies ahead");
  }
  if (!holds(it.directory(), it.actor.unit, it.subject())) {
    return refusal(RefusalCode::not_permitted, "due",
                   "limits are set by the unit that holds the case, or one above it");
  }
  const std::optional<Instant> given = given_limit(it.subject());
  if (!given || due <= *given || is_superior(it.directory(), it.actor.unit, it.subject()))
    return std::nullopt;
  return refusal(RefusalCode::bad_value, "due",
                 fmt::format("the limit is {}; it is brought forward here, more time is asked for "
                             "with request_extension, or set by a unit above",
                             format_instant(*given)));
}

// A contact that became a case: what it says may be put right, what it promises is the case's.
MaybeRefusal check_settled(const Deciding& it) {
  if (!is_end(it.event.before.state)) return std::nullopt;
  const Action& action = it.event.action;
  if (action.due) {
    return refusal(RefusalCode::not_possible, "due",
                   "the contact has become a case, whose limit counts; amend that");
  }
  const bool adds_requester =
      it.event.facts.for_requester ||
      std::any_of(action.parties.begin(), action.parties.end(),
                  [](const Party& party) { return party.role == "requester"; });
  if (!adds_requester || it.summary().has_requester) return std::nullopt;
  return refusal(
      RefusalCode::not_possible, "parties",
      "the contact has become a case, which waits for nobody; add the requester to that");
}

}  // namespace

MaybeRefusal amend_case(Deciding& it) {
  note_proxy(it);
  const std::optional<Instant>& due = it.event.action.due;
  const Nature nature = it.summary().nature;
  if (due && is_record(nature) && nature != Nature::contact) {
    return refusal(RefusalCode::unexpected_field, "due",
                   fmt::format("a {} has no limit", name(nature)));
  }
  if (auto refused = check_settled(it)) return refused;
  if (due) {
    if (auto refused = check_limit(it, *due)) return refused;
  }
  return place_again(it);
}

MaybeRefusal place_again(Deciding& it) {
  std::string ground;
  if (auto refused = find_ground(it, ground)) return refused;
  if (!ground.empty()) set_ground(it, ground);
  return std::nullopt;
}

MaybeRefusal send_up(Deciding& it) {
  const std::optional<Tier> tier =
      it.event.action.tier ? it.event.action.tier : next_used_tier(it, it.tier());
  if (!tier || *tier <= it.tier()) {
    return refusal(RefusalCode::bad_value, "tier", "tier must be above the one the case is on");
  }
  const bool is_known = it.directory().unit(it.summary().holder) != nullptr;
  return hold_at(it, is_known ? it.summary().holder : it.ground(), *tier);
}

MaybeRefusal send_down(Deciding& it) {
  Action& action = it.action();
  if (action.unit.empty()) {
    const std::optional<Tier> tier = action.tier ? action.tier : used_tier_below(it, it.tier());
    if (!tier || *tier >= it.tier()) {
      return refusal(RefusalCode::bad_value, "tier", "tier must be below the one the case is on");
    }
    if (auto refused = hold_at(it, it.ground(), *tier)) return refused;
    action.unit = it.event.facts.holder;
  }
  const std::optional<Tier> tier = it.directory().tier_of(action.unit);
  if (!tier || *tier >= it.tier() || (action.tier && *action.tier != *tier)) {
    return refusal(RefusalCode::bad_value, "unit",
                   fmt::format("{} does not stand on a tier below", action.unit));
  }
  if (!it.uses(*tier)) return hold_at(it, action.unit, *tier);
  if (!it.directory().is_within(action.unit, it.summary().holder) &&
      !it.directory().is_within(action.unit, it.actor.unit)) {
    return refusal(RefusalCode::no_way, "unit",
                   fmt::format("{} does not stand below {}", action.unit, it.summary().holder));
  }
  it.event.facts.holder = action.unit;
  it.event.outcome = to_tier(*tier);
  return std::nullopt;
}

MaybeRefusal send_across(Deciding& it) {
  const std::string& unit = it.event.action.unit;
  if (it.directory().tier_of(unit) != it.tier()) {
    return refusal(RefusalCode::bad_value, "unit",
                   fmt::format("{} is not on the {} tier; escalate or hand down instead", unit,
                               name(it.tier())));
  }
  if (unit == it.summary().holder) {
    return refusal(RefusalCode::bad_value, "unit", fmt::format("{} has the case already", unit));
  }
  if (!it.may_send(unit)) {
    return refusal(RefusalCode::no_way, "unit",
                   fmt::format("{} may not send to {}; go through the unit above both",
                               it.summary().holder, unit));
  }
  it.event.facts.holder = unit;
  return std::nullopt;
}

}  // namespace gridcase::rules
