#pragma once
// The core: what an action comes to, given a case as it stands, the rules and the time. Pure: no
// clock, no file, no SQL.

#include "model/snapshot.hpp"
#include "rules/timetables.hpp"

#include <gridcase/action.hpp>
#include <gridcase/policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::rules {

// What the command ids of bulks begin with: nobody else may use such.
inline constexpr std::string_view bulk_command = "bulk.";
// Likewise those of rounds along a checklist.
inline constexpr std::string_view patrol_command = "patrol.";
// And of what becomes of alerts.
inline constexpr std::string_view alert_command = "alert.";
// And those of what other systems say.
inline constexpr std::string_view inbox_command = "in.";
// And what is scored, and stars.
inline constexpr std::string_view score_command = "score.";
inline constexpr std::string_view stars_command = "stars.";

// Everything a decision may depend on.
struct Situation {
  const Policy& policy;
  const Directory& directory;
  const Timetables& timetables;      // in force, as the directory is
  const Timetables& own_timetables;  // of the policy the case runs under
  std::int64_t policy_version = 0;
  Instant now{};  // when it is recorded
  // What the host says is now: earlier than `now` where its clock lags behind the record. Taken for
  // the time of an action that names none.
  std::optional<Instant> stated_now;
  const model::Snapshot* subject = nullptr;  // the case; null for a new one or an unknown id
  const model::Snapshot* other = nullptr;    // the other case of merge, split and link
  // Kinds of attachment the case has; read from its history only when `needs_evidence` says so.
  const std::vector<std::string>* evidence = nullptr;
  // Cases that are parts of it; read only when `needs_parts` says so.
  const std::vector<model::Part>* parts = nullptr;
  bool by_engine = false;  // what falls due, and deadlines that a new calendar moves
  // An alert that came again, told by whoever saw it: it need not be theirs.
  bool repeats = false;
  // Another system's unit, of a case that its own goes on in: it sees that, and has a part in it.
  bool is_source = false;
  // Of a bulk, a round or another system, with a command id that is reserved for that.
  bool in_bulk = false;
};

// Either a refusal or an event. The event lacks what only the engine knows: sequence, commit and
// hash, and for a new case its id and number.
struct Decision {
  std::optional<Refusal> refusal;
  Event event;
};

Decision decide(const Situation& situation, const Action& action, const Actor& actor);

// Whether `decide` has to know the evidence of the case for this action.
bool needs_evidence(const Directory& directory, const Action& action,
                    const model::Snapshot& subject);

// Likewise the parts of the case.
bool needs_parts(const CaseRules& rules, const Action& action);

// What `decide` would refuse before it looks at what the action says: who the actor is, whether the
// case is seen, whether such a thing is possible as the case stands, and permitted.
std::optional<Refusal> check_may(const Situation& situation, ActionKind kind, CaseId id,
                                 const Actor& actor);

// What the actor may do with the case as it stands: possible for the lifecycle, permitted, and in
// step with the unit's own order. What the action says, and the county's rules, are left to
// `decide`.
std::vector<ActionKind> allowed(const Directory& directory, const Actor& actor,
                                const model::Snapshot* subject);

}  // namespace gridcase::rules
