#pragma once
// What a case comes to in figures: facts, as ../../include/gridcase/measure.hpp has them. A fold of
// the history like everything else; what was known earlier is the fold of what was recorded by
// then.

#include "model/snapshot.hpp"
#include "rules/responsibility.hpp"

#include <gridcase/action.hpp>
#include <gridcase/measure.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gridcase::rules {

// What a clock waits for, by the rules its limit is of; nothing if they do not know its milestone.
using WaitedFor = std::function<std::optional<Moment>(const Clock&)>;

// Follows a case event by event, oldest first.
class FactMeter {
public:
  void add(const Event& event);
  // By kind, moment and number.
  std::vector<Fact> read(const WaitedFor& waited_for) const;
  const model::Snapshot& snapshot() const noexcept { return meter_.snapshot(); }

private:
  // When something was done, and by whom.
  struct Deed {
    Instant at{};
    std::string unit;
    std::string person;
    bool passed = false;  // of a check; of a consultation: it agreed
  };
  class Writing;

  static Deed deed(const Event& event);
  void note_filing(const Event& event, bool was_filed);
  void note_orders(const Event& event, std::size_t before, std::int32_t dispatch_before);
  void note_own_order(const Event& event, std::int32_t number);
  void note_clocks(const Event& event);
  void note_checks(const Event& event);
  void note_end(const Event& event);

  ResponsibilityMeter meter_;
  std::optional<Deed> accepted_;  // the first time
  std::optional<Deed> filed_;     // the first time
  bool checked_before_filing_ = false;
  std::set<std::int32_t> given_;             // numbers of orders that were given, not taken on
  std::set<std::int32_t> declined_;          // numbers of orders
  std::map<std::int32_t, Deed> dispatches_;  // by number
  std::map<std::int32_t, std::string> fed_back_by_;  // person, by number of the order
  std::map<std::int32_t, std::string> met_by_;       // person, by number of the clock
  std::vector<Deed> returns_;
  std::vector<Deed> checks_;
  std::vector<Deed> confirmations_;
  std::vector<Deed> consultations_;
  std::optional<Deed> closed_;  // the last time
  std::optional<Instant> followed_up_;
  std::optional<bool> settled_;  // a record: with this result
  bool reopened_ = false;
  bool transferred_ = false;
};

}  // namespace gridcase::rules
