#include "rules/assignment_machine.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace gridcase;
using rules::OrderStep;
using S = AssignmentState;

namespace {

constexpr S every_state[] = {S::assigned, S::signed_for, S::done,    S::declined,   S::withdrawn,
                             S::released, S::contacted,  S::arrived, S::controlled, S::finished};

std::string text(OrderStep step) {
  constexpr const char* names[] = {"",         "sign",    "contact",   "arrive",
                                   "control",  "finish",  "feed_back", "decline",
                                   "withdraw", "release", "rework"};
  return names[static_cast<std::size_t>(step)];
}

std::string table() {
  std::string lines;
  for (const rules::OrderEdge& edge : rules::order_edges()) {
    lines += std::string(name(edge.from)) + ' ' + text(edge.step) + ' ' +
             std::string(name(edge.to)) + '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("an order is assigned, signed for, and worked on until it is done") {
  S now = S::assigned;
  for (const auto& [step, after] :
       {std::pair{OrderStep::sign, S::signed_for}, std::pair{OrderStep::contact, S::contacted},
        std::pair{OrderStep::arrive, S::arrived}, std::pair{OrderStep::control, S::controlled},
        std::pair{OrderStep::finish, S::finished}, std::pair{OrderStep::feed_back, S::done}}) {
    now = rules::advance(now, step).value();
    CHECK(now == after);
  }
}

TEST_CASE("nothing is done for an order before it is signed for") {
  for (const OrderStep step : {OrderStep::contact, OrderStep::arrive, OrderStep::control,
                               OrderStep::finish, OrderStep::feed_back, OrderStep::rework}) {
    CHECK_FALSE(rules::advance(S::assigned, step));
  }
}

TEST_CASE("what a unit has reached is not undone by a step that comes late") {
  CHECK(rules::advance(S::arrived, OrderStep::contact) == S::arrived);
  CHECK(rules::advance(S::controlled, OrderStep::arrive) == S::controlled);
  CHECK(rules::advance(S::controlled, OrderStep::contact) == S::controlled);
}

TEST_CASE("an order that has ended takes no step, but work that was done is done again") {
  for (const S state : {S::declined, S::withdrawn, S::released}) {
    for (int step = 1; step <= static_cast<int>(rules::last_order_step); ++step) {
      const bool lets_go = state == S::declined && OrderStep(step) == OrderStep::release;
      const bool calls_back = state == S::released && OrderStep(step) == OrderStep::rework;
      CHECK(rules::advance(state, OrderStep(step)).has_value() == (lets_go || calls_back));
    }
  }
  CHECK(rules::advance(S::done, OrderStep::rework) == S::signed_for);
}

TEST_CASE("the machine of orders and the edges read out of it agree on every state and step") {
  std::size_t accepted = 0;
  for (const S state : every_state) {
    for (int step = 1; step <= static_cast<int>(rules::last_order_step); ++step) {
      const auto& edges = rules::order_edges();
      const auto edge = std::find_if(edges.begin(), edges.end(), [&](const rules::OrderEdge& e) {
        return e.from == state && e.step == OrderStep(step);
      });
      const auto after = rules::advance(state, OrderStep(step));
      CHECK(after.has_value() == (edge != edges.end()));
      if (!after) continue;
      CHECK(*after == edge->to);
      ++accepted;
    }
  }
  CHECK(accepted == rules::order_edges().size());
}

TEST_CASE("the transition table of orders is written down") {
  CHECK(table() == "assigned sign signed_for\n"
                   "assigned decline declined\n"
                   "assigned withdraw withdrawn\n"
                   "assigned release released\n"
                   "signed_for contact contacted\n"
                   "signed_for arrive arrived\n"
                   "signed_for control controlled\n"
                   "signed_for finish finished\n"
                   "signed_for feed_back done\n"
                   "signed_for decline declined\n"
                   "signed_for withdraw withdrawn\n"
                   "signed_for release released\n"
                   "done rework signed_for\n"
                   "declined release released\n"
                   "released rework assigned\n"
                   "contacted contact contacted\n"
                   "contacted arrive arrived\n"
                   "contacted control controlled\n"
                   "contacted finish finished\n"
                   "contacted feed_back done\n"
                   "contacted decline declined\n"
                   "contacted withdraw withdrawn\n"
                   "contacted release released\n"
                   "arrived contact arrived\n"
                   "arrived arrive arrived\n"
                   "arrived control controlled\n"
                   "arrived finish finished\n"
                   "arrived feed_back done\n"
                   "arrived decline declined\n"
                   "arrived withdraw withdrawn\n"
                   "arrived release released\n"
                   "controlled contact controlled\n"
                   "controlled arrive controlled\n"
                   "controlled control controlled\n"
                   "controlled finish finished\n"
                   "controlled feed_back done\n"
                   "controlled decline declined\n"
                   "controlled withdraw withdrawn\n"
                   "controlled release released\n"
                   "finished contact finished\n"
                   "finished arrive finished\n"
                   "finished control finished\n"
                   "finished finish finished\n"
                   "finished feed_back done\n"
                   "finished decline declined\n"
                   "finished withdraw withdrawn\n"
                   "finished release released\n"
                   "finished rework signed_for\n");
}
