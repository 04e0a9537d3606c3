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

  // Into the line of the centre in any case, also for a unit that is no more.
  void add(const Assignment& order) {
    std::set<std::pair<Tier, std::string>> above{{Tier::county, rules_.centre()}};
    if (rules_.directory.unit(order.unit) != nullptr) {
      for (const std::string& code : rules_.directory.chain(order.unit)) {
        if (const auto tier = tier_of_line(rules_.directory.unit(code)->kind))
          above.insert({*tier, code});
      }
    }
    for (const auto& [tier, unit] : above)
      add(order, lines_[{-static_cast<int>(tier), unit}]);
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

}  // namespace

RollUp roll_up(store::Store& store, const Rulebook& rules, CaseId id, const Actor& actor) {
  const auto loaded = read_visible(store, rules, id, actor);
  if (!loaded) return {};
  Sums sums(rules);
  for (const Assignment& order : loaded->snapshot.assignments) {
    if (counts(order)) sums.add(order);
  }
  return sums.take();
}

}  // namespace gridcase::engine
