#pragma once
// How queries get at cases: what an actor may see, and histories page by page.

#include "engine/rulebook.hpp"
#include "rules/permission.hpp"
#include "store/store.hpp"

#include <optional>

namespace gridcase::engine {

// Throws Error invalid_argument for a unit or person that is not there, or a post not held.
model::Scope scope_of(const Rulebook& rules, const Actor& actor);

// Likewise, for what is found by its text or a subject.
model::Scope text_scope_of(const Rulebook& rules, const Actor& actor);

// Whoever asks; nothing if no case has that number.
std::optional<store::Loaded> read_numbered(store::Store& store, const std::string& number);

// Throws Error invalid_argument, `whose` it is; blames the actor's post where the unit is right.
[[noreturn]] void refuse_actor(const Actor& actor, bool is_its_unit, const std::string& whose);

// For the county's command centre only.
void check_governs(const Rulebook& rules, const Actor& actor, const std::string& whose);

// Nothing if there is no such case, or the actor may not see it.
std::optional<store::Loaded> read_visible(store::Store& store, const Rulebook& rules, CaseId id,
                                          const Actor& actor);

// Likewise, and any article that is open to all: what may be read, though nothing else done with.
std::optional<store::Loaded> read_readable(store::Store& store, const Rulebook& rules, CaseId id,
                                           const Actor& actor);

// The case, or the one it goes on in at the end of all it became or was merged into. Nothing goes
// on in what came before it.
std::optional<CaseSummary> last_of(store::Store& store, CaseId id);

// Every event of a case, oldest first.
template <typename Each> void each_event(store::Store& store, CaseId id, Each each) {
  constexpr std::int32_t page = 500;
  for (std::int64_t after = 0;;) {
    const auto records = store.history(id, after, page);
    for (const store::Record& record : records)
      each(store::decode(record));
    if (records.size() < page) return;
    after = records.back().version;
  }
}

}  // namespace gridcase::engine
