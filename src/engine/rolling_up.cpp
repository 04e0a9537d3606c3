#include "engine/rolling_up.hpp"

#include "engine/reading.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace gridcase::engine {
namespace {

using State = AssignmentState;

// Taking part in a consultation is no work that is reported.
bool counts(const Assignment& order) {
  return order.role != AssignmentRole::consult && order.state != State::declined &&
         order.state != State::withdrawn && order.state != State::released;
}

bool is_executed(State state) { return state == State::finished || state == State::done; }

// The tier whose line a unit of the command line has. A grid counts in its village's.
std::optional<Tier> tier_of_line(UnitKind kind) {
  switch (kind) {
  case UnitKind::command_center: return Tier::county;
  case UnitKind::command_room: return Tier::township;
  case UnitKind::village: return Tier::village;
  default: return std::nullopt;
  }
}

class Sums {
public:
  explicit Sums(const Rulebook& rules) : rules_(rules) {}

  void add(const Assignment& order) {
    for (const auto& [tier, unit] : lines_above(order.unit))
      add(order, lines_[{-static_cast<int>(tier), unit}]);
  }

  void add_left_behind(const Assignment& gone, std::int64_t heads) {
    if (heads == 0) return;
    for (const auto& [tier, unit] : lines_above(gone.unit))
      lines_[{-static_cast<int>(tier), unit}].expected += heads;
  }

  RollUp take() {
    RollUp whole;
    for (auto& [key, line] : lines_) {
      line.tier = static_cast<Tier>(-key.first);
      line.unit = key.second;
      whole.lines.push_back(std::move(line));
    }
    return whole;
  }

private:
  using Lines = std::set<std::pair<Tier, std::string>>;

  // The line of the centre in any case, also for a unit that is no more.
  Lines lines_above(const std::string& unit) const {
    Lines above{{Tier::county, rules_.centre()}};
    if (rules_.directory.unit(unit) == nullptr) return above;
    for (const std::string& code : rules_.directory.chain(unit)) {
      if (const auto tier = tier_of_line(rules_.directory.unit(code)->kind))
        above.insert({*tier, code});
    }
    return above;
  }

  static void add(const Assignment& order, RollUp::Line& line) {
    ++line.ordered;
    line.acknowledged += order.state != State::assigned ? 1 : 0;
    line.executed += is_executed(order.state) ? 1 : 0;
    for (const CheckItem& item : order.checklist) {
      line.expected += item.expected;
      line.counted += item.counted;
    }
    if (order.state != State::done) return;
    ++line.reported;
    line.last = std::max(line.last, order.ended);
  }

  const Rulebook& rules_;
  std::map<std::pair<int, std::string>, RollUp::Line> lines_;  // the highest tier first
};

bool has_item(const Assignment& order, const std::string& code) {
  return std::any_of(order.checklist.begin(), order.checklist.end(),
                     [&](const CheckItem& item) { return item.code == code; });
}

// Heads on the list of an order that was declined are still to be counted, unless they
// stand on the list of a later one.
std::int64_t left_behind(const std::vector<Assignment>& orders, const Assignment& gone) {
  std::int64_t heads = 0;
  for (const CheckItem& item : gone.checklist) {
    const bool is_taken = std::any_of(orders.begin(), orders.end(), [&](const Assignment& other) {
      return other.no > gone.no && has_item(other, item.code);
    });
    if (!is_taken) heads += item.expected;
  }
  return heads;
}

}  // namespace

RollUp roll_up(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor) {
  const auto loaded = read_visible(store, rules, id, actor);
  if (!loaded) return {};
  Sums sums(rules);
  const auto& orders = loaded->snapshot.assignments;
  for (const Assignment& order : orders) {
    if (counts(order)) {
      sums.add(order);
    } else if (order.state == State::declined) {
      sums.add_left_behind(order, left_behind(orders, order));
    }
  }
  return sums.take();
}

}  // namespace gridcase::engine
