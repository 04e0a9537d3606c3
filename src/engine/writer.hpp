#pragma once
// The leader's work: loads what a group of submissions is about, decides each in turn, and commits
// what was accepted in one transaction.

#include "base/hash.hpp"
#include "engine/group_commit.hpp"
#include "engine/monitor.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <vector>

namespace gridcase::engine {

class Writer {
public:
  Writer(store::Store& store, Rulebooks& rulebooks, const EngineOptions& options, Monitor& monitor);

  // Gives every work an answer or a failure of its own. Throws what concerns all that have neither:
  // io, needs_reopen, forked.
  void carry_out(const std::vector<Work>& group);
  // An event of the county's own line that puts a new policy in force. `done` says what was done by
  // that: see policy_event.
  std::int64_t adopt(const Policy& policy, const Actor& actor, Instant now,
                     const Action& done = {});

  // An event of the county's own line that changes nothing: what was begun, what has ended. Does
  // nothing when its command id was used before.
  void note(const Action& action, const Actor& actor, Instant now);
  // Likewise several, in one commit.
  void note(const std::vector<Action>& actions, const Actor& actor, Instant now);
  // Likewise, and a reader of the history is further with it; nothing if it is so far already.
  void note_place(const Action& action, const store::Consumer& place, const Actor& actor,
                  Instant now);

private:
  class Group;

  void try_to_carry_out(const std::vector<Work>& group);
  void count(const std::vector<Work>& group);
  // The next event of the line; the county is then as it will be after it.
  store::Delta delta_of(store::County& county, const Event& event);
  // The county must be as it was when the event was made.
  store::DeltaOutcome append(store::County county, const Event& event,
                             const std::string& policy_document = {},
                             const std::optional<store::Consumer>& place = {});

  store::Store& store_;
  Rulebooks& rulebooks_;
  const EngineOptions& options_;
  Monitor& monitor_;
  bool is_clock_behind_ = false;  // and it was said
  base::Hasher hasher_;
};

// A key for the erasable text of a case, from the host's source or the system's.
store::Key fresh_key(const EngineOptions& options);

// The event of the county's own line that puts the next version of the policy in force. Its
// attachment is the digest of the document; `done` says more, such as unit and reason, in plain
// fields.
Event policy_event(const store::County& before, const std::string& document, const Actor& actor,
                   Instant now, const Action& done = {});

}  // namespace gridcase::engine
