#include <gridcase/lifecycle.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>

// Names and numbers are stored and sent: a line may be added here, never changed. The golden file
// tests/data/lifecycle/ids.txt holds them.

namespace gridcase {
namespace {

template <typename Id> struct Named {
  Id id;
  std::string_view name;
};

constexpr Named<State> state_names[] = {
    {State::none, "none"},
    {State::suspended, "suspended"},
    {State::closed, "closed"},
    {State::answered, "answered"},
    {State::rejected, "rejected"},
    {State::merged, "merged"},
    {State::annulled, "annulled"},
    {State::settled, "settled"},
    {State::noted, "noted"},
    {State::village_intake, "village_intake"},
    {State::village_checking, "village_checking"},
    {State::village_triage, "village_triage"},
    {State::village_consulting, "village_consulting"},
    {State::village_dispatched, "village_dispatched"},
    {State::village_returned, "village_returned"},
    {State::village_handling, "village_handling"},
    {State::village_review, "village_review"},
    {State::village_confirming, "village_confirming"},
    {State::township_intake, "township_intake"},
    {State::township_checking, "township_checking"},
    {State::township_triage, "township_triage"},
    {State::township_consulting, "township_consulting"},
    {State::township_dispatched, "township_dispatched"},
    {State::township_returned, "township_returned"},
    {State::township_handling, "township_handling"},
    {State::township_review, "township_review"},
    {State::township_confirming, "township_confirming"},
    {State::county_intake, "county_intake"},
    {State::county_checking, "county_checking"},
    {State::county_triage, "county_triage"},
    {State::county_consulting, "county_consulting"},
    {State::county_dispatched, "county_dispatched"},
    {State::county_returned, "county_returned"},
    {State::county_handling, "county_handling"},
    {State::county_review, "county_review"},
    {State::county_confirming, "county_confirming"},
};

constexpr Named<Phase> phase_names[] = {
    {Phase::intake, "intake"},         {Phase::checking, "checking"},
    {Phase::triage, "triage"},         {Phase::consulting, "consulting"},
    {Phase::dispatched, "dispatched"}, {Phase::returned, "returned"},
    {Phase::handling, "handling"},     {Phase::review, "review"},
    {Phase::confirming, "confirming"},
};

constexpr Named<Stage> stage_names[] = {
    {Stage::report, "report"}, {Stage::file, "file"},         {Stage::dispatch, "dispatch"},
    {Stage::handle, "handle"}, {Stage::feedback, "feedback"}, {Stage::close, "close"},
};

constexpr Named<ActionKind> action_names[] = {
    {ActionKind::report, "report"},
    {ActionKind::accept, "accept"},
    {ActionKind::reject, "reject"},
    {ActionKind::answer, "answer"},
    {ActionKind::check, "check"},
    {ActionKind::file, "file"},
    {ActionKind::handle, "handle"},
    {ActionKind::guide, "guide"},
    {ActionKind::escalate, "escalate"},
    {ActionKind::hand_down, "hand_down"},
    {ActionKind::transfer, "transfer"},
    {ActionKind::transfer_out, "transfer_out"},
    {ActionKind::transfer_in, "transfer_in"},
    {ActionKind::consult, "consult"},
    {ActionKind::conclude, "conclude"},
    {ActionKind::dispatch, "dispatch"},
    {ActionKind::withdraw, "withdraw"},
    {ActionKind::sign, "sign"},
    {ActionKind::decline, "decline"},
    {ActionKind::start, "start"},
    {ActionKind::contact, "contact"},
    {ActionKind::arrive, "arrive"},
    {ActionKind::control, "control"},
    {ActionKind::progress, "progress"},
    {ActionKind::reinforce, "reinforce"},
    {ActionKind::release, "release"},
    {ActionKind::feedback, "feedback"},
    {ActionKind::send_back, "send_back"},
    {ActionKind::confirm, "confirm"},
    {ActionKind::close, "close"},
    {ActionKind::force_close, "force_close"},
    {ActionKind::follow_up, "follow_up"},
    {ActionKind::reopen, "reopen"},
    {ActionKind::suspend, "suspend"},
    {ActionKind::resume, "resume"},
    {ActionKind::request_info, "request_info"},
    {ActionKind::supply_info, "supply_info"},
    {ActionKind::request_extension, "request_extension"},
    {ActionKind::decide_extension, "decide_extension"},
    {ActionKind::expedite, "expedite"},
    {ActionKind::urge, "urge"},
    {ActionKind::supervise, "supervise"},
    {ActionKind::merge, "merge"},
    {ActionKind::unmerge, "unmerge"},
    {ActionKind::split, "split"},
    {ActionKind::link, "link"},
    {ActionKind::annul, "annul"},
    {ActionKind::reclassify, "reclassify"},
    {ActionKind::amend, "amend"},
    {ActionKind::rebase, "rebase"},
    {ActionKind::comment, "comment"},
    {ActionKind::attach, "attach"},
    {ActionKind::record_outcome, "record_outcome"},
    {ActionKind::rate, "rate"},
    {ActionKind::appeal, "appeal"},
    {ActionKind::decide_appeal, "decide_appeal"},
    {ActionKind::fall_due, "fall_due"},
    {ActionKind::recalculate, "recalculate"},
    {ActionKind::mediate, "mediate"},
    {ActionKind::take_over, "take_over"},
    {ActionKind::finish, "finish"},
    {ActionKind::broadcast, "broadcast"},
    {ActionKind::mark_hard, "mark_hard"},
    {ActionKind::enter_record, "enter_record"},
    {ActionKind::settle, "settle"},
    {ActionKind::repeat, "repeat"},
    {ActionKind::reveal, "reveal"},
    {ActionKind::erase, "erase"},
};

constexpr Named<Outcome> outcome_names[] = {
    {Outcome::only, "only"},
    {Outcome::to_village, "to_village"},
    {Outcome::to_township, "to_township"},
    {Outcome::to_county, "to_county"},
    {Outcome::partly, "partly"},
    {Outcome::whole, "whole"},
    {Outcome::requested, "requested"},
    {Outcome::passed, "passed"},
    {Outcome::failed, "failed"},
    {Outcome::granted, "granted"},
    {Outcome::denied, "denied"},
};

// Every step of a case asks whether an id exists, hence no search from the front. The tables are
// sorted, since ids are only ever appended; a test makes sure.
template <typename Id, std::size_t n>
std::string_view find_name(const Named<Id> (&table)[n], Id id) noexcept {
  const auto less = [](const Named<Id>& entry, Id sought) { return entry.id < sought; };
  const auto* entry = std::lower_bound(std::begin(table), std::end(table), id, less);
  return entry != std::end(table) && entry->id == id ? entry->name : std::string_view();
}

template <typename Id, std::size_t n>
std::optional<Id> find_id(const Named<Id> (&table)[n], std::string_view name) noexcept {
  for (const auto& entry : table) {
    if (entry.name == name) {
      return entry.id;
    }
  }
  return std::nullopt;
}

template <typename Id, std::size_t n> std::vector<Id> all_ids(const Named<Id> (&table)[n]) {
  std::vector<Id> ids;
  ids.reserve(n);
  for (const auto& entry : table) {
    ids.push_back(entry.id);
  }
  return ids;
}

constexpr Stage stage_of_phase(Phase phase) noexcept {
  switch (phase) {
  case Phase::intake:
  case Phase::checking: return Stage::report;
  case Phase::triage: return Stage::file;
  case Phase::consulting:
  case Phase::dispatched:
  case Phase::returned: return Stage::dispatch;
  case Phase::handling: return Stage::handle;
  case Phase::review:
  case Phase::confirming: return Stage::feedback;
  }
  return Stage::report;
}

}  // namespace

std::string_view name(State state) noexcept { return find_name(state_names, state); }
std::string_view name(Phase phase) noexcept { return find_name(phase_names, phase); }
std::string_view name(Stage stage) noexcept { return find_name(stage_names, stage); }
std::string_view name(ActionKind action) noexcept { return find_name(action_names, action); }
std::string_view name(Outcome outcome) noexcept { return find_name(outcome_names, outcome); }

std::optional<State> state_from_name(std::string_view name) noexcept {
  return find_id(state_names, name);
}
std::optional<Stage> stage_from_name(std::string_view name) noexcept {
  return find_id(stage_names, name);
}
std::optional<ActionKind> action_from_name(std::string_view name) noexcept {
  return find_id(action_names, name);
}
std::optional<Outcome> outcome_from_name(std::string_view name) noexcept {
  return find_id(outcome_names, name);
}

const std::vector<State>& all_states() {
  static const std::vector<State> states = all_ids(state_names);
  return states;
}

const std::vector<ActionKind>& all_actions() {
  static const std::vector<ActionKind> actions = all_ids(action_names);
  return actions;
}

Stage stage_of(State state) noexcept {
  if (const auto phase = phase_of(state)) {
    return stage_of_phase(*phase);
  }
  if (state == State::suspended) {
    return Stage::handle;
  }
  return is_end(state) ? Stage::close : Stage::report;
}

}  // namespace gridcase
