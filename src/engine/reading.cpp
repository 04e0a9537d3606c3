#include "engine/reading.hpp"

#include <fmt/format.h>

#include <utility>

namespace gridcase::engine {

model::Scope scope_of(const Rulebook& rules, const Actor& actor) {
  if (rules.directory.unit(actor.unit) == nullptr) {
    throw Error(ErrorCode::invalid_argument, fmt::format("there is no unit {}", actor.unit),
                "actor.unit");
  }
  if (!actor.person.empty() && rules.directory.person(actor.person) == nullptr) {
    throw Error(ErrorCode::invalid_argument, fmt::format("there is no person {}", actor.person),
                "actor.person");
  }
  if (const auto refused = rules::check_post(rules.directory, actor)) {
    throw Error(ErrorCode::invalid_argument, refused->reason, refused->field);
  }
  return rules::scope_of(rules.directory, actor);
}

void refuse_actor(const Actor& actor, bool is_its_unit, const std::string& whose) {
  if (!is_its_unit) throw Error(ErrorCode::invalid_argument, whose, "actor.unit");
  throw Error(ErrorCode::invalid_argument,
              fmt::format("{}; no post of {} there gives the right to it", whose, actor.person),
              "actor.post");
}

void check_governs(const Rulebook& rules, const Actor& actor, const std::string& whose) {
  if (rules::governs(rules.directory, actor)) return;
  refuse_actor(actor, rules::is_command_centre(rules.directory, actor.unit), whose);
}

model::Scope text_scope_of(const Rulebook& rules, const Actor& actor) {
  (void)scope_of(rules, actor);  // there must be such an actor
  return rules::text_scope_of(rules.directory, actor);
}

std::optional<store::Loaded> read_visible(store::Store& store, const Rulebook& rules, CaseId id,
                                          const Actor& actor) {
  const model::Scope scope = scope_of(rules, actor);
  if (id == CaseId::none) return std::nullopt;
  auto loaded = store.read(id);
  if (loaded && !scope.covers(loaded->snapshot)) loaded.reset();
  return loaded;
}

std::optional<store::Loaded> read_readable(store::Store& store, const Rulebook& rules, CaseId id,
                                           const Actor& actor) {
  model::Scope scope = scope_of(rules, actor);
  if (id == CaseId::none) return std::nullopt;
  auto loaded = store.read(id);
  if (!loaded) return loaded;
  if (loaded->snapshot.summary.nature == Nature::article)
    scope = rules::with_knowledge_base(rules.directory, std::move(scope));
  if (!scope.covers(loaded->snapshot)) loaded.reset();
  return loaded;
}

std::optional<store::Loaded> read_numbered(store::Store& store, const std::string& number) {
  CaseQuery query;
  query.number = number;
  if (number.empty()) return std::nullopt;
  const auto found = store.find(query, {}, model::whole_county()).cases;
  return found.empty() ? std::nullopt : store.read(found.front().id);
}

std::optional<CaseSummary> last_of(store::Store& store, CaseId id) {
  std::optional<CaseSummary> last;
  while (id != CaseId::none) {
    const auto next = store.read(id);
    if (!next) break;
    last = next->snapshot.summary;
    id = last->merged_into;
  }
  return last;
}

}  // namespace gridcase::engine
