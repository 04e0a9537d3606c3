#pragma once
// Random hands that go where the rules allow.

#include "support/county.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::test {

// A small county with limits, joins and rules that differ from run to run.
Policy policy_of_run(Dice& dice);

// Somebody who knows what may be done next.
class Hand {
public:
  Hand(County& county, Dice& dice);

  // An actor and an action that the lifecycle and the rights allow; nothing if this unit has none.
  std::optional<std::pair<Actor, Action>> next(CaseId id, const std::vector<CaseId>& all);

private:
  const Allowed& weighted(const std::vector<Allowed>& choices);
  std::string unit_for(CaseId id);
  std::string person_of(const std::string& unit);
  void fill(Action& action, const std::string& field, const std::vector<CaseId>& all);
  void fill_orders(Action& action);

  County& county_;
  Dice& dice_;
  std::vector<std::string> units_;
  std::vector<std::string> persons_;
  std::string favourite_;
};

}  // namespace gridcase::test
