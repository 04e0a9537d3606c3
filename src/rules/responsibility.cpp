#include "rules/responsibility.hpp"

#include "rules/fold.hpp"
#include "rules/phases.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace gridcase::rules {
namespace {

Share::Role role_of(AssignmentRole role) {
  switch (role) {
  case AssignmentRole::lead: return Share::Role::lead;
  case AssignmentRole::assist: return Share::Role::assist;
  case AssignmentRole::scene: return Share::Role::scene;
  case AssignmentRole::support: return Share::Role::support;
  case AssignmentRole::verify: return Share::Role::verify;
  case AssignmentRole::consult: return Share::Role::consult;
  }
  return Share::Role::none;
}

// Of those at work the lead answers; when it is done, the first that is not.
const Assignment* answers(const std::vector<Assignment>& assignments) {
  const Assignment* first = nullptr;
  for (const Assignment& one : assignments) {
    if (!one.is_open()) continue;
    if (one.role == AssignmentRole::lead) return &one;
    if (first == nullptr) first = &one;
  }
  return first;
}

bool is_checked(State state) {
  const auto phase = phase_of(state);
  return phase == Phase::checking || phase == Phase::confirming;
}

Share of_unit(const std::string& unit, Share::Role role) {
  if (unit.empty()) return {};
  return {Share::Kind::unit, unit, role};
}

void add_up(Responsibility& result) {
  std::map<Share, Duration> sums;
  std::map<std::pair<std::string, std::string>, std::int32_t> passages;
  const std::string* last = nullptr;
  for (const Responsibility::Span& span : result.spans) {
    sums[span.share] += span.until - span.from;
    result.total += span.until - span.from;
    if (span.share.kind != Share::Kind::unit) continue;
    if (last != nullptr && *last != span.share.unit) ++passages[{*last, span.share.unit}];
    last = &span.share.unit;
  }
  for (const auto& [share, time] : sums)
    result.shares.push_back({share, time});
  for (const auto& [pair, times] : passages)
    result.passages.push_back({pair.first, pair.second, times});
}

}  // namespace

Share share_of(const model::Snapshot& snapshot) {
  const CaseSummary& it = snapshot.summary;
  const State state = it.position.state;
  if (is_end(state)) return {};
  if (state == State::suspended) return {Share::Kind::hold, {}, Share::Role::none};
  if (it.waiting_since) return {Share::Kind::reporter, {}, Share::Role::none};
  if (is_checked(state) && !it.checker.empty()) return of_unit(it.checker, Share::Role::verify);
  if (is_sent_out(state)) {
    if (const Assignment* one = answers(snapshot.assignments)) {
      return of_unit(one->unit, role_of(one->role));
    }
  }
  return of_unit(it.holder, Share::Role::holder);
}

void ResponsibilityMeter::add(const Event& event) {
  apply(snapshot_, event);
  const Share share = share_of(snapshot_);
  if (!share_) {
    from_ = event.happened;
  } else if (share != *share_) {
    close_span(event.happened);
  }
  share_ = share;
}

void ResponsibilityMeter::close_span(Instant at) {
  if (at <= from_) return;
  // A share that was given away and taken back at the same instant goes on.
  if (!spans_.empty() && spans_.back().share == *share_ && spans_.back().until == from_) {
    spans_.back().until = at;
  } else {
    spans_.push_back({*share_, from_, at});
  }
  from_ = at;
}

Responsibility ResponsibilityMeter::read(Instant until) const {
  Responsibility result;
  if (!share_) return result;
  const Instant end = std::min(until, snapshot_.summary.ended.value_or(until));
  ResponsibilityMeter last(*this);
  last.close_span(end);
  for (Responsibility::Span& span : last.spans_) {
    if (span.from >= end) break;
    result.spans.push_back(std::move(span));
  }
  if (!result.spans.empty()) result.spans.back().until = std::min(result.spans.back().until, end);
  add_up(result);
  return result;
}

}  // namespace gridcase::rules
