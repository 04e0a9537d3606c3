#include "rules/permission.hpp"

#include "base/text.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::rules {
namespace {

// Where the actor's unit must stand to do something.
enum class Standing : std::uint8_t {
  anywhere,     // any unit of the organization
  holder,       // holds the case, or stands above the holder in the command line
  superior,     // stands above the holder; the command centre above itself
  assignee,     // has an open order in the case
  worker,       // holder or assignee
  checker,      // was asked for the check
  witness,      // holder or reporter: who can speak for the requester
  contributor,  // holder, reporter, assignee or checker: who knows the facts now
  participant,  // has or had any part in it, or stands above the holder
  granter,      // holder, or a unit that asked for more time, or one above it
  sender,       // holder, or the unit that sent the case and may take it back
  engine,       // nobody but the engine itself
};

Standing standing_of(ActionKind kind, bool answers_check) noexcept {
  using A = ActionKind;
  switch (kind) {
  case A::report:
  case A::enter_record: return Standing::anywhere;
  case A::check:
  case A::confirm: return answers_check ? Standing::checker : Standing::holder;
  case A::sign:
  case A::decline:
  case A::start:
  case A::arrive:
  case A::finish:
  case A::feedback: return Standing::assignee;
  case A::withdraw: return Standing::sender;
  case A::contact:
  case A::control:
  case A::progress:
  case A::mediate:
  case A::mark_hard:
  case A::request_extension: return Standing::worker;
  case A::annul:
  case A::erase:
  case A::force_close:
  case A::supervise:
  case A::take_over:
  case A::decide_appeal: return Standing::superior;
  case A::reclassify:
  case A::amend: return Standing::contributor;
  case A::rate: return Standing::witness;
  case A::decide_extension: return Standing::granter;
  case A::fall_due:
  case A::recalculate:
  case A::repeat: return Standing::engine;
  case A::reveal:
  case A::transfer_in:
  case A::request_info:
  case A::supply_info:
  case A::link:
  case A::attach:
  case A::comment:
  case A::record_outcome:
  case A::follow_up:
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
  case Standing::checker: return "the unit that was asked to";
  case Standing::witness: return "the holder, or the unit that reported the case";
  case Standing::contributor:
    return "the holder, the reporter, or a unit with an open order or check in the case";
  case Standing::participant: return "a unit that has a part in the case";
  case Standing::granter:
    return "the holder, or the unit that asked for more time, or one above it";
  case Standing::sender:
    return "the unit that holds the case, or, before it is taken up, the one that sent it";
  case Standing::engine: return "the engine itself, when time has come";
  }
  return "";
}

bool is_participant(const model::Snapshot& snapshot, const std::string& unit) {
  return model::Scope{model::Scope::Ground::none, unit}.covers(snapshot);
}

// A case whose holder a newer policy no longer knows is the command centre's to free.
bool is_above_holder(const Directory& directory, const std::string& unit,
                     const std::string& holder) {
  if (directory.unit(holder) == nullptr) return is_command_centre(directory, unit);
  return holder != unit && directory.is_within(holder, unit);
}

bool has_asked(const Directory& directory, const std::string& unit,
               const model::Snapshot& snapshot) {
  return std::any_of(snapshot.clocks.begin(), snapshot.clocks.end(), [&](const Clock& clock) {
    return clock.approvals >= 0 && directory.is_within(clock.asked_by, unit);
  });
}

bool stands(Standing standing, const Directory& directory, const std::string& unit,
            const model::Snapshot& snapshot) {
  const std::string& holder = snapshot.summary.holder;
  const bool is_above = is_above_holder(directory, unit, holder);
  const bool holds = holder == unit || is_above;
  const bool is_assignee = open_assignment(snapshot, unit) != nullptr;
  const bool is_checker = snapshot.summary.checker == unit;
  const bool is_reporter = snapshot.summary.reporter_unit == unit;
  switch (standing) {
  case Standing::anywhere: return true;
  case Standing::holder: return holds;
  case Standing::superior: return is_above || (holds && is_command_centre(directory, unit));
  case Standing::assignee: return is_assignee;
  case Standing::worker: return holds || is_assignee;
  case Standing::checker: return is_checker;
  case Standing::witness: return holds || is_reporter;
  case Standing::contributor: return holds || is_reporter || is_assignee || is_checker;
  case Standing::participant: return is_above || is_participant(snapshot, unit);
  case Standing::granter: return holds || has_asked(directory, unit, snapshot);
  case Standing::sender: {
    const auto phase = phase_of(snapshot.summary.position.state);
    if (phase != Phase::intake && phase != Phase::triage) return holds;
    return directory.is_within(snapshot.summary.sender, unit);
  }
  case Standing::engine: return false;
  }
  return false;
}

model::Scope::Ground ground_of(const Unit* unit) {
  using Ground = model::Scope::Ground;
  if (unit == nullptr) return Ground::none;
  switch (unit->kind) {
  case UnitKind::city_center:
  case UnitKind::command_center: return Ground::everything;
  case UnitKind::command_room: return Ground::township;
  case UnitKind::village: return Ground::village;
  case UnitKind::grid: return Ground::grid;
  default: return Ground::none;
  }
}

}  // namespace

bool is_command_centre(const Directory& directory, const std::string& code) {
  const Unit* unit = directory.unit(code);
  return unit != nullptr && unit->kind == UnitKind::command_center;
}

model::Scope scope_of(const Directory& directory, const std::string& code) {
  model::Scope scope{ground_of(directory.unit(code)), code};
  if (scope.ground != model::Scope::Ground::everything) {
    scope.task_forces = directory.task_forces_of(code);
  }
  return scope;
}

std::optional<Refusal> check_actor(const Directory& directory, const Actor& actor, Instant when) {
  // It stays in the plain part of the record for ever; no name or number of a person may get there.
  if (actor.post.size() > 64 || !base::has_code_characters_only(actor.post)) {
    return refusal(RefusalCode::bad_value, "actor.post",
                   "post must be at most 64 characters of A-Z a-z 0-9 . _ -");
  }
  const Unit* unit = directory.unit(actor.unit);
  if (unit == nullptr) {
    return refusal(RefusalCode::unknown_unit, "actor.unit",
                   fmt::format("there is no unit {}; name one of the organization", actor.unit));
  }
  if (!directory.is_valid(*unit, when)) {
    return refusal(RefusalCode::unknown_unit, "actor.unit",
                   fmt::format("unit {} does not exist at that time", actor.unit));
  }
  if (actor.person.empty()) return std::nullopt;
  if (directory.person(actor.person) == nullptr) {
    return refusal(RefusalCode::unknown_person, "actor.person",
                   fmt::format("there is no person {} in the organization", actor.person));
  }
  if (const Verdict verdict = directory.may_act_for(actor.person, actor.unit, when); !verdict) {
    return refusal(RefusalCode::unknown_person, "actor.person", verdict.because);
  }
  return std::nullopt;
}

Verdict may(const Directory& directory, const Actor& actor, ActionKind kind, bool answers_check,
            const model::Snapshot& snapshot) {
  // A contact is taken over by who was asked to.
  const bool takes_contact = kind == ActionKind::accept && is_record(snapshot.summary.nature);
  const Standing standing = takes_contact ? Standing::checker : standing_of(kind, answers_check);
  const bool yes = stands(standing, directory, actor.unit, snapshot);
  return {yes, fmt::format("{} is for {}", name(kind), in_words(standing))};
}

bool needs_order(ActionKind kind) noexcept {
  return standing_of(kind, false) == Standing::assignee;
}

const Assignment* open_assignment(const model::Snapshot& snapshot, const std::string& unit) {
  const auto found =
      std::find_if(snapshot.assignments.begin(), snapshot.assignments.end(),
                   [&](const Assignment& a) { return a.unit == unit && a.is_open(); });
  return found == snapshot.assignments.end() ? nullptr : &*found;
}

}  // namespace gridcase::rules
