#include "player.hpp"

#include "subtree.hpp"

#include <algorithm>

namespace gridcase::cli {

Player::Player(const Script& script, Session& session, Language language)
    : script_(script), session_(session), language_(language), viewer_(session.reader("")) {
  for (auto page = session.engine.read_log(0, 1000, viewer_); !page.empty();
       page = session.engine.read_log(before_, 1000, viewer_)) {
    before_ = page.back().sequence;
  }
}

void Player::run(Progress& progress) {
  for (const ScriptLine& line : script_.lines) {
    run_line(line);
    progress.advance();
  }
}

void Player::run_line(const ScriptLine& line) {
  using Kind = ScriptLine::Kind;
  switch (line.kind) {
  case Kind::step: return run_step(line);
  case Kind::tick: return run_tick(line);
  case Kind::govern: return run_govern(line);
  case Kind::bulk: return run_bulk(line);
  case Kind::patrol: return run_patrol(line);
  case Kind::receive: return run_receive(line);
  case Kind::use_roads: return run_use_roads(line);
  case Kind::raise: return run_raise(line);
  case Kind::assess: return run_assess(line);
  case Kind::expect_case: return run_expect_case(line);
  case Kind::expect_order: return run_expect_order(line);
  case Kind::expect_clock: return run_expect_clock(line);
  case Kind::expect_allowed: return run_expect_allowed(line);
  case Kind::expect_cases: return run_expect_cases(line);
  case Kind::expect_board: return run_expect_board(line);
  case Kind::expect_log: return run_expect_log(line);
  case Kind::expect_responsible: return run_expect_responsible(line);
  case Kind::expect_sums: return run_expect_sums(line);
  case Kind::expect_nearest: return run_expect_nearest(line);
  case Kind::expect_proposal: return run_expect_proposal(line);
  case Kind::expect_providers: return run_expect_providers(line);
  case Kind::expect_ratings: return run_expect_ratings(line);
  case Kind::expect_roll_up: return run_expect_roll_up(line);
  case Kind::expect_intake: return run_expect_intake(line);
  case Kind::expect_coverage: return run_expect_coverage(line);
  case Kind::expect_duty: return run_expect_duty(line);
  case Kind::expect_public: return run_expect_public(line);
  case Kind::expect_outbox: return run_expect_outbox(line);
  case Kind::expect_scores: return run_expect_scores(line);
  case Kind::expect_stars: return run_expect_stars(line);
  }
}

// Who asks: the county's centre where a line does not say.
const Actor& Player::asks(const ScriptLine& line) const {
  return line.by.unit.empty() ? viewer_ : line.by;
}

std::optional<CaseId> Player::case_of(const std::string& name, Checks& checks) const {
  const auto found = std::find_if(cases_.begin(), cases_.end(),
                                  [&name](const CaseOfPlay& one) { return one.name == name; });
  checks.require(found != cases_.end(), "case", name, "null");
  return found == cases_.end() ? std::nullopt : std::optional<CaseId>(found->id);
}

void Player::keep(const Checks& checks) {
  checks_ += checks.count();
  mismatches_.insert(mismatches_.end(), checks.mismatches().begin(), checks.mismatches().end());
}

void Player::run_step(const ScriptLine& line) {
  Checks checks(line.number);
  Action action = line.action;
  if (!line.case_name.empty() && !line.names_case) {
    const auto id = case_of(line.case_name, checks);
    if (!id) return keep(checks);
    action.case_id = *id;
  }
  if (!line.other.empty()) {
    const auto id = case_of(line.other, checks);
    if (!id) return keep(checks);
    action.other_case = *id;
  }
  spread_orders(action.orders, line.subtrees, session_.engine.directory(), *line.at);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  const Answer answer = session_.engine.submit(action, line.by, *line.at);
  if (answer.ok() && line.names_case) {
    cases_.push_back({line.case_name, answer.case_id, line.repetition <= 1});
  }
  if (const auto* syn = line.object.if_contains("syn"); answer.ok() && syn != nullptr) {
    invented_[answer.sequence] = localized(syn, language_);
  }
  const auto* expect = line.object.if_contains("expect");
  const CaseId id = answer.ok() ? answer.case_id : action.case_id;
  const auto whole = id == CaseId::none ? std::nullopt : session_.engine.get(id, viewer_);
  const std::vector<Event> history;  // a step is checked by the case alone
  if (whole) {
    const Evidence evidence{*whole, history, session_.names.zone()};
    check_answer(checks, expect != nullptr ? expect->if_object() : nullptr, answer, &evidence);
  } else {
    check_answer(checks, expect != nullptr ? expect->if_object() : nullptr, answer, nullptr);
  }
  keep(checks);
}

void Player::run_expect_case(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const auto whole = session_.engine.get(*id, asks(line));
    const auto* hidden = line.object.if_contains("hidden");
    const bool seen = hidden == nullptr || *hidden != boost::json::value(true);
    checks.require(whole.has_value() == seen, "case", seen ? line.case_name : "null",
                   whole ? line.case_name : "null");
    if (whole && seen) {
      const std::vector<Event> history = session_.engine.history(*id, asks(line));
      check_case(checks, line.object, {*whole, history, session_.names.zone()});
    }
  }
  keep(checks);
}

void Player::run_expect_order(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    const auto whole = session_.engine.get(*id, viewer_);
    const std::vector<Event> history;  // an order is checked by the case alone
    checks.require(whole.has_value(), "case", line.case_name, "null");
    if (whole) check_order(checks, line.object, {*whole, history, session_.names.zone()});
  }
  keep(checks);
}

void Player::run_expect_clock(const ScriptLine& line) {
  Checks checks(line.number);
  if (const auto id = case_of(line.case_name, checks)) {
    check_clock(checks, line.object,
                session_.engine.clocks(*id, viewer_, line.at.value_or(latest_)),
                session_.names.zone());
  }
  keep(checks);
}

void Player::run_tick(const ScriptLine& line) {
  Checks checks(line.number);
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  const TickReport report = session_.engine.tick(*line.at);
  if (const auto* expect = line.object.if_contains("expect")) {
    check_tick(checks, expect->as_object(), report, session_.names.zone());
  }
  keep(checks);
}

void Player::run_expect_allowed(const ScriptLine& line) {
  Checks checks(line.number);
  std::optional<CaseId> id = CaseId::none;
  if (!line.case_name.empty()) id = case_of(line.case_name, checks);
  if (id) {
    std::vector<std::string> names;
    for (const Allowed& one : session_.engine.allowed(*id, line.by, line.at.value_or(latest_))) {
      names.emplace_back(name(one.action));
    }
    check_allowed(checks, line.object, names);
  }
  keep(checks);
}

}  // namespace gridcase::cli
