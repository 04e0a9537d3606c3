#include "engine/stars.hpp"

#include "engine/assessment_line.hpp"
#include "engine/reading.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gridcase::engine {
namespace {

const RatingScheme& scheme_of(const Rulebook& rules, const std::string& code) {
  const auto& all = rules.policy->ratings;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const RatingScheme& one) { return one.code == code; });
  if (found != all.end()) return *found;
  throw Error(ErrorCode::not_found,
              fmt::format("the policy has no star scheme {}; adopt one that has", code), "scheme");
}

// Faults of all events, those entered before and these: with the places of these.
std::vector<Fault> faults_of(const RatingScheme& scheme, std::vector<RatingEvent> before,
                             const std::vector<RatingEvent>& events) {
  const std::size_t known = before.size();
  before.insert(before.end(), events.begin(), events.end());
  std::vector<Fault> faults = validate(scheme, before);
  for (Fault& fault : faults) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      const std::string there = fmt::format("events[{}]", known + i);
      if (fault.path.compare(0, there.size(), there) != 0) continue;
      fault.path.replace(0, there.size(), fmt::format("events[{}]", i));
      break;
    }
  }
  return faults;
}

}  // namespace

void give_stars(store::Store& store, const Rulebook& rules, Writer& writer,
                const std::string& scheme, const std::vector<RatingEvent>& events,
                const Actor& actor, Instant now) {
  const RatingScheme& known = scheme_of(rules, scheme);
  (void)scope_of(rules, actor);
  check_governs(rules, actor, "stars are given and taken by the command centre");
  if (events.empty()) throw Error(ErrorCode::invalid_argument, "there is no event", "events");
  for (const RatingEvent& event : events) {
    if (rules.directory.unit(event.unit) != nullptr) continue;
    throw Error(ErrorCode::not_found, fmt::format("there is no unit {}", event.unit), "unit");
  }
  StarLine line(store, &writer, scheme);
  auto faults = faults_of(known, line.events(), events);
  if (!faults.empty()) throw DocumentError("rating events", std::move(faults));
  line.give(events, actor, now);
}

StarRecord stars(store::Store& store, const Rulebook& rules, const std::string& scheme,
                 const Actor& actor) {
  (void)scope_of(rules, actor);
  const RatingScheme& known = scheme_of(rules, scheme);
  return {known, StarLine(store, nullptr, scheme).events()};
}

}  // namespace gridcase::engine
