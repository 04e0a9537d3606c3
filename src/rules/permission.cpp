#include "rules/permission.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

// Where the actor's unit must stand to do something.
enum class Standing : std::uint8_t {
  anywhere,     // any unit of the organization
  holder,       // holds the case, or stands above the holder in the command line
  superior,     // stands above the holder; for the top of the line, the holder itself
  assignee,     // has an open order in the case
  worker,       // holder or assignee
  checker,      // was asked for the check
  participant,  // has or had any part in it, or stands above the holder
};

Standing standing_of(ActionKind kind, bool answers_check) {
  using A = ActionKind;
  switch (kind) {
  case A::report: return Standing::anywhere;
  case A::check:
  case A::confirm: return answers_check ? Standing::checker : Standing::holder;
  case A::sign:
  case A::decline:
  case A::start:
  case A::arrive:
  case A::feedback: return Standing::assignee;
  case A::contact:
  case A::control:
  case A::progress:
  case A::request_extension: return Standing::worker;
  case A::annul:
  case A::force_close:
  case A::supervise:
  case A::decide_appeal: return Standing::superior;
  case A::transfer_in:
  case A::request_info:
  case A::supply_info:
  case A::reclassify:
  case A::amend:
  case A::link:
  case A::attach:
  case A::comment:
  case A::record_outcome:
  case A::follow_up:
  case A::rate:
  case A::appeal: return Standing::participant;
  default: return Standing::holder;
  }
}

std::string_view in_words(Standing standing) {
  switch (standing) {
  case Standing::anywhere: return "any unit";
  case Standing::holder: return "the unit that holds the case, or one above it";
  case Standing::superior: return "a unit above the one that holds the case";
  case Standing::assignee: return "a unit with an open order in the case";
  case Standing::worker: return "the holder, or a unit with an open order in the case";
  case Standing::checker: return "the unit that was asked for the check";
  case Standing::participant: return "a unit that has a part in the case";
  }
  return "";
}

bool is_participant(const model::Snapshot& snapshot, const std::string& unit) {
  return model::Scope{model::Scope::Ground::none, unit}.covers(snapshot);
}

bool stands(Standing standing, const Directory& directory, const std::string& unit,
            const model::Snapshot& snapshot) {
  const std::string& holder = snapshot.summary.holder;
  const bool is_above = holder != unit && directory.is_within(holder, unit);
  const bool is_top = holder == unit && directory.next_tier(unit).empty();
  switch (standing) {
  case Standing::anywhere: return true;
  case Standing::holder: return holder == unit || is_above;
  case Standing::superior: return is_above || is_top;
  case Standing::assignee: return open_assignment(snapshot, unit) != nullptr;
  case Standing::worker:
    return holder == unit || is_above || open_assignment(snapshot, unit) != nullptr;
  case Standing::checker: return snapshot.summary.checker == unit;
  case Standing::participant: return is_above || is_participant(snapshot, unit);
  }
  return false;
}

Refusal refuse(RefusalCode code, const char* field, std::string reason) {
  Refusal refusal;
  refusal.code = code;
  refusal.field = field;
  refusal.reason = std::move(reason);
  return refusal;
}

}  // namespace

model::Scope scope_of(const Directory& directory, const std::string& code) {
  using Ground = model::Scope::Ground;
  const Unit* unit = directory.unit(code);
  if (unit == nullptr) return {Ground::none, code};
  switch (unit->kind) {
  case UnitKind::city_center:
  case UnitKind::command_center: return {Ground::everything, code};
  case UnitKind::command_room: return {Ground::township, code};
  case UnitKind::village: return {Ground::village, code};
  case UnitKind::grid: return {Ground::grid, code};
  default: return {Ground::none, code};
  }
}

std::optional<Refusal> check_actor(const Directory& directory, const Actor& actor, Instant when) {
  const Unit* unit = directory.unit(actor.unit);
  if (unit == nullptr) {
    return refuse(RefusalCode::unknown_unit, "actor.unit",
                  fmt::format("there is no unit {}; name one of the organization", actor.unit));
  }
  if (!directory.is_valid(*unit, when)) {
    return refuse(RefusalCode::unknown_unit, "actor.unit",
                  fmt::format("unit {} does not exist at that time", actor.unit));
  }
  if (actor.person.empty()) return std::nullopt;
  if (directory.person(actor.person) == nullptr) {
    return refuse(RefusalCode::unknown_person, "actor.person",
                  fmt::format("there is no person {} in the organization", actor.person));
  }
  if (const Verdict verdict = directory.may_act_for(actor.person, actor.unit, when); !verdict) {
    return refuse(RefusalCode::unknown_person, "actor.person", verdict.because);
  }
  return std::nullopt;
}

Verdict may(const Directory& directory, const Actor& actor, ActionKind kind, bool answers_check,
            const model::Snapshot& snapshot) {
  const Standing standing = standing_of(kind, answers_check);
  const bool yes = stands(standing, directory, actor.unit, snapshot);
  return {yes, fmt::format("{} is for {}", name(kind), in_words(standing))};
}

const Assignment* open_assignment(const model::Snapshot& snapshot, const std::string& unit) {
  const auto found =
      std::find_if(snapshot.assignments.begin(), snapshot.assignments.end(),
                   [&](const Assignment& a) { return a.unit == unit && a.is_open(); });
  return found == snapshot.assignments.end() ? nullptr : &*found;
}

}  // namespace gridcase::rules
