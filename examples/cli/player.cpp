#include "player.hpp"

#include <algorithm>

namespace gridcase::cli {

Player::Player(const Script& script, Session& session, Language language)
    : script_(script), session_(session), language_(language), viewer_(session.reader("")) {}

void Player::run(Progress& progress) {
  for (const ScriptLine& line : script_.lines) {
    switch (line.kind) {
    case ScriptLine::Kind::step: run_step(line); break;
    case ScriptLine::Kind::tick: run_tick(line); break;
    case ScriptLine::Kind::expect_case: run_expect_case(line); break;
    case ScriptLine::Kind::expect_clock: run_expect_clock(line); break;
    case ScriptLine::Kind::expect_allowed: run_expect_allowed(line); break;
    }
    progress.advance();
  }
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
  ++steps_;
  latest_ = std::max(latest_, *line.at);
  const Answer answer = session_.engine.submit(action, line.by, *line.at);
  if (answer.ok() && line.names_case) cases_.push_back({line.case_name, answer.case_id});
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
    const auto whole = session_.engine.get(*id, viewer_);
    checks.require(whole.has_value(), "case", line.case_name, "null");
    if (whole) {
      const std::vector<Event> history = session_.engine.history(*id, viewer_);
      check_case(checks, line.object, {*whole, history, session_.names.zone()});
    }
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
