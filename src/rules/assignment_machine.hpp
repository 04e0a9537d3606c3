#pragma once
// The machine of one order: how far its unit is, and what can become of it. The case's own machine
// says when a unit may act at all; this one says what that does to its order.

#include <gridcase/case.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace gridcase::rules {

// What happens to an order.
enum class OrderStep : std::uint8_t {
  sign = 1,
  contact,
  arrive,
  control,
  finish,
  feed_back,
  decline,
  withdraw,  // taken back by who gave it
  release,   // no longer needed; of a declined one: nobody waits for it any more
  rework,    // done, but not well enough
};

inline constexpr OrderStep last_order_step = OrderStep::rework;

// The state after the step; nothing if the order cannot take it. An order never goes back in what
// it has reached but by rework: who arrives and then speaks with the reporter stays arrived.
std::optional<AssignmentState> advance(AssignmentState from, OrderStep step);

struct OrderEdge {
  AssignmentState from;
  OrderStep step;
  AssignmentState to;
};

// Every edge, by state and step, as the machine has them.
const std::vector<OrderEdge>& order_edges();

}  // namespace gridcase::rules
