#include "rules/permission.hpp"

#include "base/text.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

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

// A contact is taken over by who was asked to; the offer is its holder's.
Standing standing_in_record(ActionKind kind) noexcept {
  switch (kind) {
  case ActionKind::accept:
  case ActionKind::decline: return Standing::checker;
  case ActionKind::withdraw: return Standing::holder;
  default: return standing_of(kind, false);
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
  case Standing::participant: return is_above || model::is_with(snapshot, unit);
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

// The ground of a unit of the command line, with everything below it. Others have none.
void add_ground(model::Scope::View& view, const Unit& unit) {
  switch (unit.kind) {
  case UnitKind::city_center:
  case UnitKind::command_center: view.everything = true; break;
  case UnitKind::command_room: view.townships.push_back(unit.code); break;
  case UnitKind::village: view.villages.push_back(unit.code); break;
  case UnitKind::grid: view.grids.push_back(unit.code); break;
  default: break;
  }
}

model::Scope::View view_of(const Directory& directory, const HeldPost& held, const Unit& unit) {
  model::Scope::View view;
  view.role = held.post->role;
  view.categories = directory.categories_of(*held.post);
  const Role* role = directory.role(view.role);
  if (role == nullptr || held.for_task_force) return view;
  switch (role->reads) {
  case Role::Reads::participation: break;
  case Role::Reads::everything: view.everything = true; break;
  case Role::Reads::territory:
    if (held.post->territory.empty()) add_ground(view, unit);
    for (const std::string& code : held.post->territory) {
      if (const Unit* ground = directory.unit(code)) add_ground(view, *ground);
    }
    break;
  }
  return view;
}

// Whether the actor's rights are those of its posts, not those of its unit.
bool goes_by_roles(const Directory& directory, const Actor& actor) {
  return !actor.person.empty() && !directory.organization().roles.empty();
}

std::vector<HeldPost> posts_of(const Directory& directory, const Actor& actor) {
  std::vector<HeldPost> posts = directory.posts_of(actor.person, actor.unit);
  if (actor.post.empty()) return posts;
  const auto is_other = [&](const HeldPost& held) { return held.post->role != actor.post; };
  posts.erase(std::remove_if(posts.begin(), posts.end(), is_other), posts.end());
  return posts;
}

bool lets(const Directory& directory, const std::string& role_code, ActionKind kind) {
  const Role* role = directory.role(role_code);
  if (role == nullptr) return false;
  const auto& actions = role->actions;
  return actions.empty() || std::find(actions.begin(), actions.end(), name(kind)) != actions.end();
}

// In categories and ground.
bool is_unlimited(const Post& post) { return post.categories.empty() && post.territory.empty(); }

// "role a" or "none of the roles a, b"
std::string roles_in_words(const std::vector<model::Scope::View>& views) {
  std::vector<std::string> roles;
  for (const model::Scope::View& view : views)
    roles.push_back(view.role);
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  if (roles.size() == 1) return fmt::format("role {} does not let", roles.front());
  return fmt::format("none of the roles {} lets", fmt::join(roles, ", "));
}

// Ascending; null if there are none.
std::shared_ptr<const model::Scope::Codes> sensitive_categories(const Directory& directory) {
  model::Scope::Codes codes;
  for (const Category& category : directory.organization().categories) {
    if (directory.is_sensitive(category.code)) codes.push_back(category.code);
  }
  if (codes.empty()) return nullptr;
  std::sort(codes.begin(), codes.end());
  return std::make_shared<const model::Scope::Codes>(std::move(codes));
}

}  // namespace

bool holds(const Directory& directory, const std::string& unit, const model::Snapshot& snapshot) {
  return stands(Standing::holder, directory, unit, snapshot);
}

bool is_superior(const Directory& directory, const std::string& unit,
                 const model::Snapshot& snapshot) {
  return stands(Standing::superior, directory, unit, snapshot);
}

bool is_for_participants(ActionKind kind) noexcept {
  return standing_of(kind, false) == Standing::participant;
}

bool is_command_centre(const Directory& directory, const std::string& code) {
  const Unit* unit = directory.unit(code);
  return unit != nullptr && unit->kind == UnitKind::command_center;
}

model::Scope scope_of(const Directory& directory, const Actor& actor) {
  model::Scope scope;
  const Unit* unit = directory.unit(actor.unit);
  const bool by_roles = goes_by_roles(directory, actor);
  if (!by_roles) {
    model::Scope::View& view = scope.views.emplace_back();
    if (unit != nullptr) add_ground(view, *unit);
    if (view.everything) return scope;
  }
  if (by_roles && unit != nullptr) {
    for (const HeldPost& held : posts_of(directory, actor))
      scope.views.push_back(view_of(directory, held, *unit));
  }
  scope.units = directory.task_forces_of(actor.unit);
  scope.units.insert(scope.units.begin(), actor.unit);
  return scope;
}

bool speaks_for_unit(const Directory& directory, const Actor& actor) {
  if (!goes_by_roles(directory, actor)) return true;
  const std::vector<HeldPost> posts = posts_of(directory, actor);
  return std::any_of(posts.begin(), posts.end(), [&](const HeldPost& held) {
    return directory.role(held.post->role) != nullptr && is_unlimited(*held.post);
  });
}

bool opens_all(const Directory& directory, const Actor& actor) {
  if (directory.organization().roles.empty()) return governs(directory, actor);
  if (!goes_by_roles(directory, actor)) return false;
  const std::vector<HeldPost> posts = posts_of(directory, actor);
  return std::any_of(posts.begin(), posts.end(), [&](const HeldPost& held) {
    const Role* role = directory.role(held.post->role);
    return role != nullptr && role->sensitive && role->reveals && is_unlimited(*held.post);
  });
}

bool governs(const Directory& directory, const Actor& actor) {
  const Unit* unit = directory.unit(actor.unit);
  if (unit == nullptr ||
      (unit->kind != UnitKind::command_center && unit->kind != UnitKind::city_center)) {
    return false;
  }
  if (!goes_by_roles(directory, actor)) return true;
  const std::vector<HeldPost> posts = posts_of(directory, actor);
  return std::any_of(posts.begin(), posts.end(), [&](const HeldPost& held) {
    const Role* role = directory.role(held.post->role);
    return role != nullptr && role->actions.empty() && is_unlimited(*held.post) &&
           role->reads != Role::Reads::participation;
  });
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
  return check_post(directory, actor);
}

std::optional<Refusal> check_post(const Directory& directory, const Actor& actor) {
  if (actor.post.empty() || !goes_by_roles(directory, actor)) return std::nullopt;
  if (!posts_of(directory, actor).empty()) return std::nullopt;
  return refusal(RefusalCode::unknown_person, "actor.post",
                 fmt::format("{} is not {} at {}; name a post that is held there, or none",
                             actor.person, actor.post, actor.unit));
}

namespace {

// Whether a post that covers the case has a role with the right.
bool has_right(const Directory& directory, const Actor& actor, const model::Snapshot& snapshot,
               bool Role::*right) {
  const model::Scope scope = scope_of(directory, actor);
  return std::any_of(scope.views.begin(), scope.views.end(), [&](const model::Scope::View& view) {
    const Role* role = directory.role(view.role);
    return role != nullptr && role->*right && scope.covers(snapshot, view);
  });
}

// Where roles count, it is always somebody who reads or erases, not a unit.
Verdict needs_person(const Actor& actor, ActionKind kind) {
  return {false, fmt::format("{} is for a person with a role that has the right to; {} alone has "
                             "none",
                             name(kind), actor.unit)};
}

Verdict may_reveal(const Directory& directory, const Actor& actor,
                   const model::Snapshot& snapshot) {
  const bool is_sensitive = directory.is_sensitive(snapshot.summary.category);
  const Opening opening = opening_of(directory, actor, snapshot);
  const std::string what = is_sensitive ? "a sensitive case" : "personal data";
  const bool yes = is_sensitive ? opening.sensitive : opening.personal;
  if (goes_by_roles(directory, actor)) {
    return {yes, fmt::format("no role of {} at {} has the right to reveal {} here", actor.person,
                             actor.unit, what)};
  }
  if (!directory.organization().roles.empty()) return needs_person(actor, ActionKind::reveal);
  return {yes, fmt::format("reveal of {} is for the unit that holds the case{} and the command "
                           "centre",
                           what, is_sensitive ? ", those with an open order or check in it," : "")};
}

Verdict may_erase(const Directory& directory, const Actor& actor, const model::Snapshot& snapshot) {
  if (goes_by_roles(directory, actor)) {
    return {has_right(directory, actor, snapshot, &Role::erases),
            fmt::format("erase is for a role with the right to; {} has none at {} here",
                        actor.person, actor.unit)};
  }
  if (!directory.organization().roles.empty()) return needs_person(actor, ActionKind::erase);
  return {is_command_centre(directory, actor.unit), "erase is for the command centre"};
}

}  // namespace

Opening opening_of(const Directory& directory, const Actor& actor,
                   const model::Snapshot& snapshot) {
  if (goes_by_roles(directory, actor)) {
    return {has_right(directory, actor, snapshot, &Role::sensitive),
            has_right(directory, actor, snapshot, &Role::reveals)};
  }
  if (!directory.organization().roles.empty()) return {};
  const CaseSummary& it = snapshot.summary;
  const bool keeps = it.holder == actor.unit || is_command_centre(directory, actor.unit);
  const bool works = it.checker == actor.unit || open_assignment(snapshot, actor.unit) != nullptr;
  return {keeps || works, keeps};
}

model::Scope text_scope_of(const Directory& directory, const Actor& actor) {
  model::Scope scope = scope_of(directory, actor);
  const auto sensitive = sensitive_categories(directory);
  if (!sensitive) return scope;
  const bool by_roles = !directory.organization().roles.empty();
  for (model::Scope::View& view : scope.views) {
    const Role* role = directory.role(view.role);
    const bool opens =
        by_roles ? role != nullptr && role->sensitive : is_command_centre(directory, actor.unit);
    if (!opens) view.without = sensitive;
  }
  return scope;
}

model::Scope with_knowledge_base(const Directory& directory, model::Scope scope) {
  auto sensitive = sensitive_categories(directory);
  if (!sensitive) return model::whole_county();
  model::Scope::View& all = scope.views.emplace_back();
  all.everything = true;
  all.without = std::move(sensitive);
  return scope;
}

Verdict may_by_role(const Directory& directory, const Actor& actor, ActionKind kind,
                    const model::Snapshot* snapshot) {
  if (!goes_by_roles(directory, actor)) return {true, {}};
  const model::Scope scope = scope_of(directory, actor);
  std::vector<model::Scope::View> here;  // the posts whose business it is
  for (const model::Scope::View& view : scope.views) {
    if (snapshot == nullptr || scope.covers(*snapshot, view)) here.push_back(view);
  }
  if (here.empty()) {
    return {false, fmt::format("{} has no post at {} for this", actor.person, actor.unit)};
  }
  const bool yes = std::any_of(here.begin(), here.end(), [&](const model::Scope::View& view) {
    return lets(directory, view.role, kind);
  });
  return {yes, fmt::format("{} {} {} at {}", roles_in_words(here), actor.person, name(kind),
                           actor.unit)};
}

Verdict may(const Directory& directory, const Actor& actor, ActionKind kind, bool answers_check,
            const model::Snapshot& snapshot) {
  if (kind == ActionKind::reveal) return may_reveal(directory, actor, snapshot);
  if (kind == ActionKind::erase) return may_erase(directory, actor, snapshot);
  const Standing standing = is_record(snapshot.summary.nature) ? standing_in_record(kind)
                                                               : standing_of(kind, answers_check);
  if (!stands(standing, directory, actor.unit, snapshot)) {
    return {false, fmt::format("{} is for {}", name(kind), in_words(standing))};
  }
  if (Verdict role = may_by_role(directory, actor, kind, &snapshot); !role) return role;
  return {true, fmt::format("{} is for {}", name(kind), in_words(standing))};
}

std::string why_permitted(const Directory& directory, const Actor& actor, ActionKind kind,
                          const model::Snapshot* snapshot) {
  const auto of_unit = [&]() -> std::string {
    if (snapshot == nullptr)
      return fmt::format("{} is for {}", name(kind), in_words(Standing::anywhere));
    const Verdict asking = may(directory, actor, kind, false, *snapshot);
    return asking ? asking.because : may(directory, actor, kind, true, *snapshot).because;
  };
  if (!goes_by_roles(directory, actor)) return of_unit();
  const auto gives = [&](const Role& role) {
    if (kind == ActionKind::erase) return role.erases;
    if (kind != ActionKind::reveal) return lets(directory, role.code, kind);
    return directory.is_sensitive(snapshot->summary.category) ? role.sensitive : role.reveals;
  };
  const model::Scope scope = scope_of(directory, actor);
  std::vector<std::string> roles;
  for (const model::Scope::View& view : scope.views) {
    const Role* role = directory.role(view.role);
    if (role == nullptr || (snapshot != nullptr && !scope.covers(*snapshot, view))) continue;
    if (gives(*role) && std::count(roles.begin(), roles.end(), role->code) == 0)
      roles.push_back(role->code);
  }
  const std::string by_role =
      fmt::format("{} at {} may by role {}", actor.person, actor.unit, fmt::join(roles, ", "));
  const bool is_own_right = kind == ActionKind::reveal || kind == ActionKind::erase;
  return is_own_right ? by_role : of_unit() + "; " + by_role;
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
