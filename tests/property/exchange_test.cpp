// Two counties that hand cases to each other over a bad line: whatever is doubled, delayed, turned
// round or lost and repeated, each step happens once on both sides, and nothing comes back.

#include "support/platforms.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

Policy side_of(const std::string& other) {
  Platform it = platform(other);
  it.receives = {A::transfer_out, A::comment, A::accept, A::close};
  it.steps = {{"comment", A::comment}, {"accept", A::sign}, {"close", A::feedback}};
  return county_with({it});
}

// As a connector does it.
InMessage translated(const OutMessage& out) {
  InMessage in;
  in.message_id = std::to_string(out.sequence);
  in.external_id = out.number;
  in.number = out.external_id;
  if (out.opening) {
    in.action = *out.opening;
  } else {
    in.step = std::string(name(out.event.action.kind));
    in.action.note = out.event.action.note;
  }
  in.action.happened = out.event.happened;
  return in;
}

struct Side {
  Side(std::string here, std::string there)
      : own(std::move(here)), other(std::move(there)), county(side_of(other)) {}

  std::string own;
  std::string other;
  County county;
  std::vector<CaseId> given;         // to the other side
  std::vector<CaseId> taken;         // copies of the other's cases that are not closed
  std::vector<InMessage> line;       // what is under way to it
  std::map<std::string, int> said;   // by number of the case at home and note
  std::map<std::string, int> steps;  // likewise of accept and close
};

class Exchange {
public:
  explicit Exchange(std::uint64_t seed) : dice_(seed) {}

  void run(int turns) {
    for (; turns > 0; --turns)
      turn(dice_.chance(50) ? a_ : b_);
    for (int idle = 0; idle < 3;) {
      const std::size_t before = delivered_;
      for (Side* side : {&a_, &b_}) {
        send(*side, 100, true);
        while (deliver(*side)) {
        }
      }
      idle = delivered_ == before && a_.line.empty() && b_.line.empty() ? idle + 1 : 0;
      REQUIRE(++rounds_ < 200);
    }
  }

  void check() {
    check(a_, b_);
    check(b_, a_);
    for (Side* side : {&a_, &b_})
      CHECK(side->county.engine().verify().ok());
  }
  std::size_t repeated() const { return repeated_; }
  std::size_t delivered() const { return delivered_; }

private:
  Side& peer(const Side& side) { return &side == &a_ ? b_ : a_; }

  // One clock for both.
  void pass() {
    const Instant now = std::max(a_.county.now(), b_.county.now()) + std::chrono::seconds(20);
    for (Side* side : {&a_, &b_})
      side->county.pass(now - side->county.now());
  }

  void turn(Side& side) {
    pass();
    switch (dice_.below(7)) {
    case 0: return give(side);
    case 1:
    case 2: return remark(side);
    case 3: return work(side);
    case 4: return send(side, static_cast<std::int32_t>(1 + dice_.below(5)), dice_.chance(50));
    default: (void)deliver(side);
    }
  }

  void give(Side& side) {
    const CaseId id = side.county.report(centre, [](Action& action) { action.grid = grid; });
    side.county.must(A::file, id, centre);
    side.county.must(A::transfer_out, id, centre,
                     [&](Action& action) { action.unit = side.other; });
    side.given.push_back(id);
  }

  void remark(Side& side) {
    const bool own = side.taken.empty() || (!side.given.empty() && dice_.chance(50));
    auto& cases = own ? side.given : side.taken;
    if (cases.empty()) return;
    const CaseId id = dice_.pick(cases);
    const std::string note = side.own + std::to_string(++notes_);
    side.county.must(A::comment, id, centre, [&](Action& action) { action.note = note; });
    ++side.said[home_number(side, id, own) + " " + note];
  }

  // The number of the case where it came from.
  static std::string home_number(Side& side, CaseId id, bool own) {
    const Case whole = side.county.whole(id);
    return own ? whole.number : whole.external_ids.at(0).id;
  }

  void work(Side& side) {
    if (side.taken.empty()) return;
    const std::size_t index = dice_.below(side.taken.size());
    const CaseId id = side.taken[index];
    const std::string number = home_number(side, id, false);
    if (side.county.state(id) == State::county_intake) {
      if (side.steps[number + " accept"]++ == 0) {
        side.county.must(A::accept, id, centre);
      } else {
        --side.steps[number + " accept"];
        side.county.must(A::file, id, centre);
        side.county.must(A::handle, id, centre);
      }
      return;
    }
    side.county.must(A::feedback, id, centre);
    side.county.must(A::close, id, centre);
    ++side.steps[number + " close"];
    side.taken.erase(side.taken.begin() + static_cast<std::ptrdiff_t>(index));
  }

  // What is not acknowledged comes again, whether it got lost or not.
  void send(Side& side, std::int32_t limit, bool is_reliable) {
    const Outbox box = side.county.engine().outbox(side.other, limit, chief);
    const bool is_lost = !is_reliable && dice_.chance(40);
    auto& line = peer(side).line;
    for (const OutMessage& out : box.messages) {
      if (is_lost) continue;
      for (std::size_t copies = 1 + dice_.below(2); copies > 0; --copies)
        line.insert(line.begin() + static_cast<std::ptrdiff_t>(dice_.below(line.size() + 1)),
                    translated(out));
    }
    if (is_reliable && box.last > box.acknowledged)
      side.county.engine().acknowledge(side.other, box.last, chief, side.county.now());
  }

  // False when nothing got anywhere.
  bool deliver(Side& side) {
    if (side.line.empty()) return false;
    std::vector<InMessage> some;
    for (std::size_t i = 1 + dice_.below(side.line.size()); i > 0 && !side.line.empty(); --i) {
      some.push_back(side.line.back());
      side.line.pop_back();
    }
    pass();
    const auto answers = side.county.engine().receive(side.other, some, side.county.now());
    bool moved = false;
    for (std::size_t i = 0; i < some.size(); ++i) {
      moved = moved || answers[i].ok();
      settle(side, some[i], answers[i]);
    }
    return moved;
  }

  // What came too early is kept.
  void settle(Side& side, const InMessage& message, const Answer& answer) {
    if (!answer.ok()) {
      REQUIRE(answer.refusal);
      INFO(answer.refusal->reason);
      const RefusalCode code = answer.refusal->code;
      const bool is_early = code == RefusalCode::unknown_case || code == RefusalCode::wrong_step ||
                            code == RefusalCode::not_possible;
      CHECK(is_early);
      side.line.insert(side.line.begin(), message);
      return;
    }
    ++(answer.status == Status::duplicate ? repeated_ : delivered_);
    if (answer.status == Status::committed && answer.version == 1)
      side.taken.push_back(answer.case_id);
  }

  // Every case that `from` gave has one copy at `to`; what was said of it at one side stands at the
  // other once.
  void check(Side& from, Side& to) {
    CaseQuery query;
    query.limit = 1000;
    CHECK(from.county.engine().find(query, chief).cases.size() ==
          from.given.size() + to.given.size());
    std::map<std::string, int> heard, said = from.said;
    std::map<std::string, int> stepped;
    for (const CaseSummary& it : to.county.engine().find(query, chief).cases) {
      const Case whole = to.county.whole(it.id);
      REQUIRE(whole.external_ids.size() <= 1);
      const bool own = std::find(to.given.begin(), to.given.end(), it.id) != to.given.end();
      const std::string number = own ? whole.number : whole.external_ids.at(0).id;
      for (const Event& event : to.county.engine().history(it.id, chief)) {
        if (event.actor.unit != from.own) continue;
        if (event.action.kind == A::comment) ++heard[number + " " + event.action.note];
        if (event.action.kind == A::sign) ++stepped[number + " accept"];
        if (event.action.kind == A::feedback) ++stepped[number + " close"];
      }
    }
    CHECK(heard == said);
    CHECK(stepped == from.steps);
  }

  Dice dice_;
  Side a_{"a", "b"};
  Side b_{"b", "a"};
  int notes_ = 0;
  int rounds_ = 0;
  std::size_t repeated_ = 0;
  std::size_t delivered_ = 0;
};

}  // namespace

TEST_CASE("over a bad line every step happens once on both sides, and nothing comes back") {
  std::size_t repeated = 0;
  std::size_t delivered = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    Exchange exchange(seed);
    exchange.run(150);
    exchange.check();
    repeated += exchange.repeated();
    delivered += exchange.delivered();
  }
  MESSAGE(delivered, " messages, ", repeated, " of them again");
  CHECK(repeated > 100);
  CHECK(delivered > 200);
}
