// What is remembered of cases between two questions: of one end of the history, and no more than so
// much.
#include "engine/reckoned.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using engine::Reckoned;

namespace {

Reckoned::Facts facts(std::size_t count) {
  return std::make_shared<const std::vector<Fact>>(count);
}

bool knows(const Reckoned& reckoned, std::int64_t last_sequence, CaseId id) {
  return static_cast<bool>(reckoned.find(last_sequence, id));
}

}  // namespace

TEST_CASE("what was reckoned at an end of the history is found until there is another") {
  Reckoned reckoned;
  reckoned.remember(7, CaseId{1}, facts(3));
  REQUIRE(knows(reckoned, 7, CaseId{1}));
  CHECK(reckoned.find(7, CaseId{1})->size() == 3);
  CHECK_FALSE(knows(reckoned, 7, CaseId{2}));
  CHECK_FALSE(knows(reckoned, 8, CaseId{1}));
  reckoned.remember(8, CaseId{2}, facts(1));
  CHECK_FALSE(knows(reckoned, 7, CaseId{1}));
  CHECK_FALSE(knows(reckoned, 8, CaseId{1}));
  CHECK(knows(reckoned, 8, CaseId{2}));
}

TEST_CASE("a reader of an earlier state takes nothing from the others") {
  Reckoned reckoned;
  reckoned.remember(8, CaseId{1}, facts(1));
  reckoned.remember(7, CaseId{2}, facts(1));
  CHECK(knows(reckoned, 8, CaseId{1}));
  CHECK_FALSE(knows(reckoned, 8, CaseId{2}));
  CHECK_FALSE(knows(reckoned, 7, CaseId{2}));
}

TEST_CASE("no more facts are remembered than there is room for") {
  Reckoned reckoned(10);
  reckoned.remember(1, CaseId{1}, facts(6));
  reckoned.remember(1, CaseId{2}, facts(6));
  reckoned.remember(1, CaseId{3}, facts(2));
  CHECK(knows(reckoned, 1, CaseId{1}));
  CHECK_FALSE(knows(reckoned, 1, CaseId{2}));
  CHECK(knows(reckoned, 1, CaseId{3}));
}
