#pragma once
// Who can be at a case first, whom the rules would send there, and what came of it in figures.

#include "engine/rulebook.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>
#include <gridcase/response.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace gridcase::engine {

// The units of the policy in force, ready to be searched, and what distances go by: compiling takes
// milliseconds, so that it is done once for each version and each change of the roads. Any thread.
class ResponderBook {
public:
  // What distances go by: one of the two.
  struct Way {
    std::optional<RoadNetwork> roads;
    Metric metric;  // of the host's; neither copied nor destroyed under the lock
  };
  using WayPtr = std::shared_ptr<const Way>;

  Responders of(const Rulebook& rules);
  // Null: the great circle.
  WayPtr way();
  // One takes the place of the other; none, and an empty metric, take away their own kind only.
  void use(std::optional<RoadNetwork> roads);
  void use(Metric metric);
  // A version of the policy may come again with another content.
  void forget_units();

private:
  struct Compiled {
    std::int64_t version;  // of the policy
    WayPtr way;
    Responders responders;
  };
  using CompiledPtr = std::shared_ptr<const Compiled>;

  void replace(WayPtr next, bool by_road);
  void keep(CompiledPtr made);

  std::mutex mutex_;
  WayPtr way_;            // null: the great circle
  CompiledPtr compiled_;  // the last one made; null before the first
};

// Nothing if the actor may not see the case.
std::vector<Responder> nearest_responders(store::Store& store, const Rulebook& rules,
                                          const Responders& responders, CaseId id,
                                          ResponseSearch search, const Actor& actor, Instant now);

// Whom to send and how many.
struct Call {
  std::uint8_t response_class = 0;  // units of the classes 1 … so much; there are three
  std::size_t scene = 0;            // so many to hold the scene
};

// Nothing if the actor may not see the case, and for one that has ended. Where orders are out
// already, nobody leads and nobody is named who has one: the proposal adds to them.
std::vector<ProposedOrder> propose_orders(store::Store& store, const Rulebook& rules,
                                          const Responders& responders, CaseId id, Call call,
                                          const Actor& actor, Instant now);

std::vector<FigureSum> sum_figures(store::Store& store, const Rulebook& rules, Instant from,
                                   Instant until, const Actor& actor);

}  // namespace gridcase::engine
