#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>

namespace gridcase::test {

TemporaryFolder::TemporaryFolder() {
  path_ = (std::filesystem::temp_directory_path() / "gridcase-XXXXXX").string();
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::function<void(std::uint8_t*, std::size_t)> seeded_entropy(std::uint64_t seed) {
  auto engine = std::make_shared<std::mt19937_64>(seed);
  return [engine](std::uint8_t* out, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      out[i] = static_cast<std::uint8_t>((*engine)());
  };
}

County::County(CaseRules rules, Organization organization)
    : County(Policy{"test", std::move(rules), std::move(organization)}) {}

County::County(const Policy& policy)
    : path_(folder_ / "county.gridcase"), now_(parse_instant("2018-03-16T08:30:00+08:00")) {
  options_.durability = Durability::relaxed;
  options_.entropy = seeded_entropy(1);
  engine_ = Engine::create(path_, policy, options_, now_);
}

void County::reopen() {
  engine_.reset();
  engine_ = Engine::open(path_, options_);
}

Answer County::act(ActionKind kind, CaseId id, const std::string& unit, const Edit& edit) {
  pass(std::chrono::minutes(1));
  Action action;
  action.kind = kind;
  action.case_id = id;
  if (edit) edit(action);
  return engine_->submit(action, {unit, "", ""}, now_);
}

Answer County::must(ActionKind kind, CaseId id, const std::string& unit, const Edit& edit) {
  Answer answer = act(kind, id, unit, edit);
  INFO(name(kind), ": ", answer.refusal ? answer.refusal->reason : "");
  REQUIRE(answer.status == Status::committed);
  return answer;
}

CaseId County::report(const std::string& unit, const Edit& edit) {
  return must(ActionKind::report, CaseId::none, unit,
              [&](Action& action) {
                action.title = "污水倒灌";
                action.category = "0404";
                if (edit) edit(action);
              })
      .case_id;
}

Answer County::must_at(const std::string& time, ActionKind kind, CaseId id, const std::string& unit,
                       const Edit& edit) {
  wait_until(time);
  pass(-std::chrono::minutes(1));
  return must(kind, id, unit, edit);
}

CaseId County::report_at(const std::string& time, const std::string& unit, const Edit& edit) {
  wait_until(time);
  pass(-std::chrono::minutes(1));
  return report(unit, edit);
}

Clock County::clock(CaseId id, const std::string& milestone) {
  const auto all = whole(id).clocks;
  const auto found = std::find_if(all.rbegin(), all.rend(),
                                  [&](const Clock& c) { return c.milestone == milestone; });
  REQUIRE(found != all.rend());
  return *found;
}

std::vector<ClockView> County::clocks(CaseId id) {
  return engine_->clocks(id, {centre, "", ""}, now_);
}

TickReport County::tick_at(const std::string& time) {
  wait_until(time);
  return engine_->tick(now_);
}

CaseId County::dispatched() {
  const CaseId id = report(centre, [](Action& action) { action.grid = grid; });
  must(ActionKind::file, id, centre);
  must(ActionKind::dispatch, id, centre,
       with_orders(
           {{drains, AssignmentRole::lead, "dredge"}, {traffic, AssignmentRole::assist, ""}}));
  return id;
}

CaseId County::handling() {
  const CaseId id = dispatched();
  must(ActionKind::sign, id, drains);
  must(ActionKind::sign, id, traffic);
  return id;
}

CaseId County::in_review() {
  const CaseId id = handling();
  must(ActionKind::feedback, id, traffic);
  must(ActionKind::feedback, id, drains);
  return id;
}

Edit because(std::string reason) {
  return [reason](Action& action) { action.reason = reason; };
}

Edit with_orders(std::vector<Order> orders) {
  return [orders](Action& action) { action.orders = orders; };
}

Edit passed(bool yes) {
  return [yes](Action& action) { action.passed = yes; };
}

}  // namespace gridcase::test
