#include "subtree.hpp"

#include "failure.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gridcase::cli {
namespace {

void spread_order(std::vector<Order>& orders, std::size_t place, std::optional<UnitKind> kind,
                  const Directory& directory, Instant when) {
  const Order pattern = std::move(orders[place]);
  orders.erase(orders.begin() + static_cast<std::ptrdiff_t>(place));
  std::vector<Order> spread;
  for (const std::string& code : directory.below(pattern.unit, kind, when)) {
    const bool named = std::any_of(orders.begin(), orders.end(),
                                   [&code](const Order& order) { return order.unit == code; });
    if (named) continue;
    spread.push_back(pattern);
    spread.back().unit = code;
  }
  if (spread.empty()) throw Failure("nobody_below", Subject{"--order", pattern.unit});
  orders.insert(orders.begin() + static_cast<std::ptrdiff_t>(place), spread.begin(), spread.end());
}

}  // namespace

void spread_orders(std::vector<Order>& orders, const std::vector<Subtree>& subtrees,
                   const Directory& directory, Instant when) {
  // From the last on, so that places of those before stay what they are.
  for (auto one = subtrees.rbegin(); one != subtrees.rend(); ++one)
    spread_order(orders, one->order, one->kind, directory, when);
}

}  // namespace gridcase::cli
