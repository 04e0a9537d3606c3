#include "support/facts.hpp"

#include "rules/facts.hpp"
#include "rules/limits.hpp"

namespace gridcase::test {

std::vector<Fact> facts_of(Engine& engine, CaseId id, std::optional<Instant> recorded) {
  rules::FactMeter meter;
  const auto policy = engine.policy();
  for (const Event& event : engine.history(id, {policy->organization.code, "", ""})) {
    if (!recorded || event.recorded <= *recorded) meter.add(event);
  }
  return meter.read([&](const Clock& clock) -> std::optional<Moment> {
    const Milestone* found = rules::find_milestone(policy->time, clock.milestone);
    return found == nullptr ? std::nullopt : std::optional(found->until);
  });
}

std::string in_words(const std::vector<Fact>& facts, FactKind kind) {
  std::string text;
  for (const Fact& fact : facts) {
    if (fact.kind != kind) continue;
    text += std::string(name(kind)) + " " + fact.unit;
    if (!fact.person.empty()) text += "/" + fact.person;
    if (fact.moment) text += " " + std::string(name(*fact.moment));
    std::string marks;
    for (int mark = 0; mark <= static_cast<int>(Mark::closed); ++mark) {
      if (!fact.marks.has(Mark(mark))) continue;
      marks += (marks.empty() ? ": " : ", ") + std::string(name(Mark(mark)));
    }
    text += marks + "\n";
  }
  return text;
}

}  // namespace gridcase::test
