#include "engine/what_if.hpp"

#include "engine/matter.hpp"
#include "engine/outbox.hpp"
#include "engine/ticking.hpp"
#include "rules/action_fields.hpp"
#include "rules/decide.hpp"
#include "rules/fold.hpp"
#include "rules/reaction.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

using A = ActionKind;

constexpr std::size_t most_listed = 1000;
constexpr std::int32_t page = 500;
constexpr const char* engine_post = "tick";

bool begins_with(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

// What a tick did, or a new calendar: nobody's reaction.
bool is_engines(const Event& event) {
  return event.actor.post == engine_post && event.actor.person.empty();
}

Origin origin_of(const Event& event) {
  if (event.action.kind == A::repeat) return Origin::repeat;
  for (const std::string_view reserved :
       {rules::bulk_command, rules::patrol_command, rules::alert_command, rules::inbox_command}) {
    if (begins_with(event.action.command_id, reserved)) return Origin::bulk;
  }
  return Origin::host;
}

// A word where an erased text is needed.
void fill_erased(Action& action) {
  constexpr const char* word = "(erased)";
  for (const rules::Field field : rules::required_fields(action.kind)) {
    if (rules::is_given(action, field)) continue;
    if (field == rules::Field::title) action.title = word;
    if (field == rules::Field::text) action.text = word;
    if (field == rules::Field::note) action.note = word;
    if (field == rules::Field::reply) action.reply = word;
  }
}

bool takes(A kind, rules::Field field) {
  for (const auto& fields : {rules::required_fields(kind), rules::optional_fields(kind)}) {
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return true;
  }
  return false;
}

// The action as it was said, without what the rules completed and would not take from anybody.
Action said(const Event& event) {
  Action action = event.action;
  if (!takes(action.kind, rules::Field::orders)) action.orders.clear();
  if (!takes(action.kind, rules::Field::join)) action.join.clear();
  if (!takes(action.kind, rules::Field::unit)) action.unit.clear();
  const bool was_chosen = !event.facts.because.empty();
  const bool is_check = action.kind == A::check || action.kind == A::confirm;
  if (was_chosen && is_check) action.unit.clear();
  if (event.erased) fill_erased(action);
  return action;
}

// A case that is replayed.
struct Running {
  CaseId there = CaseId::none;  // none: its beginning was refused
  std::int64_t version_there = 0;
  std::deque<store::Record> unmatched;  // events there that nothing was recorded of so far
  Instant before{};                     // when somebody acted last, as recorded and there
  Instant moved{};
  model::Snapshot recorded;                         // as it was then
  std::map<std::string, std::string> replacements;  // units by those they do the work of
};

// What comes next of a case.
struct Step {
  Instant at{};
  store::Record record;

  friend bool operator<(const Step& a, const Step& b) {  // the earliest on top
    return std::tie(b.at, b.record.sequence) < std::tie(a.at, a.record.sequence);
  }
};

class Replaying {
public:
  Replaying(store::Store& recorded, Rulebooks& rulebooks, const ReplayStore& into,
            ReplaySeeds& seeds, const WhatIf& tried)
      : recorded_(recorded), rulebooks_(rulebooks), into_(into), seeds_(seeds),
        is_other_(tried.policy.has_value()) {}

  WhatIfReport run() {
    for (std::int64_t after = 0;;) {
      const auto records = recorded_.read_log(after, page);
      for (const store::Record& record : records)
        take(record);
      if (records.size() < page) break;
      after = records.back().sequence;
    }
    while (!steps_.empty())
      next_step();
    finish();
    return std::move(report_);
  }

private:
  // In the order of the history, but for steps that have moved.
  void take(const store::Record& record) {
    if (record.case_id != CaseId::none && record.version > 1) return;
    while (!steps_.empty() && std::tie(steps_.top().at, steps_.top().record.sequence) <
                                  std::tie(record.recorded, record.sequence)) {
      next_step();
    }
    if (record.case_id == CaseId::none) return take_line(record);
    Running& running = running_[record.case_id];
    running.before = running.moved = record.recorded;
    carry_out({record.recorded, record}, running);
  }

  void next_step() {
    const Step step = steps_.top();
    steps_.pop();
    carry_out(step, running_[step.record.case_id]);
  }

  void carry_out(const Step& step, Running& running) {
    const Event event = store::decode(step.record);
    ++report_.events;
    if (is_engines(event)) {
      replay_own(step.record, event, running);
    } else {
      replay(step, event, running);
      running.before = step.record.recorded;
      running.moved = step.at;
    }
    if (is_other_) rules::apply(running.recorded, event);
    go_on(step.record, running);
  }

  void go_on(const store::Record& record, Running& running) {
    const auto next = recorded_.history(record.case_id, record.version, 1);
    if (next.empty()) {
      count_added(running);
      running_.erase(record.case_id);
      return;
    }
    steps_.push({time_of(next.front(), running), next.front()});
  }

  // What the engine did there of its own accord, and nobody waits for any more. What comes later is
  // counted at the end.
  void count_added(Running& running) {
    read_new(running);
    for (const store::Record& record : running.unmatched)
      note_added(record);
  }

  void note_added(const store::Record& record) {
    if (is_engines(store::decode(record))) ++report_.added;
  }

  // ---- when

  Instant time_of(const store::Record& record, const Running& running) {
    if (!is_other_ || record.actor.post == engine_post)
      return std::max(record.recorded, running.moved);
    const RulebookPtr then = rulebooks_.version(record.policy_version);
    const RulebookPtr now = into_.rulebooks.in_force();
    return rules::reaction_at(hours_of(*then, record.actor.unit), running.before, record.recorded,
                              hours_of(*now, replaced(running, record.actor.unit)), running.moved);
  }

  static rules::Hours hours_of(const Rulebook& rules, const std::string& unit) {
    const std::string& code = rules.timetables.kept_by(unit);
    return {rules.timetables.find(code), code.empty() ? Measure::natural : Measure::working};
  }

  static const std::string& replaced(const Running& running, const std::string& unit) {
    const auto found = running.replacements.find(unit);
    return found == running.replacements.end() ? unit : found->second;
  }

  // What is due by then, as a host does that ticks often.
  void tick(Instant now) {
    const auto due = into_.store.next_due();
    if (!due || *due > now) return;
    (void)engine::tick(into_.store, into_.rulebooks, into_.queue, now, {1'000'000, 512}, nullptr);
  }

  // ---- what somebody did

  void replay(const Step& step, const Event& event, Running& running) {
    if (is_other_) tick(step.at);
    read_new(running);
    if (const auto known = matching(event, running)) return compare(step.record, *known);
    if (event.version > 1 && running.there == CaseId::none) {
      return refuse(event, rules::refusal(RefusalCode::unknown_case, "case_id",
                                          "the case did not come about"));
    }
    const Submission submission = submission_of(step, event, running);
    Origin origin = origin_of(event);
    if (event.version == 1) prepare_case(event);
    Answer answer = into_.queue.submit(&submission, 1, origin).front();
    if (answer.status == Status::refused && origin == Origin::bulk) {
      Answer again = into_.queue.submit(&submission, 1, Origin::source).front();
      if (again.ok()) answer = std::move(again);
    }
    if (!answer.ok()) return refuse(event, answer.refusal.value_or(Refusal{}));
    if (event.version == 1) {
      running.there = answer.case_id;
      there_[event.case_id] = answer.case_id;
    }
    read_new(running);
    const auto done = take_unmatched(
        running, [&](const store::Record& one) { return one.sequence == answer.sequence; });
    if (done) compare(step.record, *done);
  }

  void read_new(Running& running) {
    if (running.there == CaseId::none) return;
    for (;;) {
      auto records = into_.store.history(running.there, running.version_there, page);
      for (store::Record& record : records) {
        running.version_there = record.version;
        running.unmatched.push_back(std::move(record));
      }
      if (records.size() < page) return;
    }
  }

  template <typename Is>
  static std::optional<store::Record> take_unmatched(Running& running, Is is) {
    const auto found = std::find_if(running.unmatched.begin(), running.unmatched.end(), is);
    if (found == running.unmatched.end()) return std::nullopt;
    store::Record record = std::move(*found);
    running.unmatched.erase(found);
    return record;
  }

  // What came about with another action: a contact that was settled by the report that came of it.
  std::optional<store::Record> matching(const Event& event, Running& running) {
    return take_unmatched(running, [&](const store::Record& record) {
      if (record.action != event.action.kind || record.outcome != event.outcome) return false;
      return store::decode(record).action.other_case == mapped(event.action.other_case);
    });
  }

  CaseId mapped(CaseId id) const {
    const auto found = there_.find(id);
    return found == there_.end() ? id : found->second;
  }

  Submission submission_of(const Step& step, const Event& event, Running& running) {
    Submission submission{said(event), event.actor, step.at};
    Action& action = submission.action;
    action.case_id = event.version == 1 ? CaseId::none : running.there;
    action.other_case = mapped(event.action.other_case);
    action.happened = step.at - (step.record.recorded - event.happened);
    if (is_other_) replace_units(step, event, submission, running);
    return submission;
  }

  void replace_units(const Step& step, const Event& event, Submission& submission,
                     Running& running) {
    for (Order& order : submission.action.orders) {
      find_replacement(step, event, order.unit, running);
      order.unit = replaced(running, order.unit);
    }
    submission.action.unit = replaced(running, submission.action.unit);
    const std::string unit = replaced(running, event.actor.unit);
    if (unit != event.actor.unit) submission.actor = {unit, {}, {}};
  }

  // Whoever leads by duty does what those did who led by duty.
  void find_replacement(const Step& step, const Event& event, const std::string& unit,
                        Running& running) {
    const RulebookPtr then = rulebooks_.version(event.policy_version);
    const std::string led =
        lead_by(*then, running.recorded.summary, event.actor, step.record.recorded);
    if (led != unit) return;
    const auto loaded = into_.store.read(running.there);
    if (!loaded) return;
    const std::string leads =
        lead_by(*into_.rulebooks.in_force(), loaded->snapshot.summary, event.actor, step.at);
    if (!leads.empty()) running.replacements[unit] = leads;
  }

  static std::string lead_by(const Rulebook& rules, const CaseSummary& summary, const Actor& actor,
                             Instant at) {
    return Matter(rules, summary, actor, at)
        .by_duty([&](const std::string& code) { return rules.directory.unit(code) != nullptr; })
        .lead;
  }

  // Its key, its number and its id are those that were drawn then.
  void prepare_case(const Event& event) {
    const auto loaded = recorded_.read(event.case_id);
    seeds_.key = loaded ? loaded->key : std::nullopt;
    seeds_.number = event.facts.number;
    const Date day =
        date_of(event.recorded, into_.rulebooks.in_force()->policy->organization.time_zone);
    // Ids that were drawn for what was refused are drawn again.
    std::int64_t& last = last_ids_[format_date(day)];
    const std::int64_t wanted = to_number(event.case_id);
    constexpr std::int64_t counters = 10'000'000;
    if (last == 0) last = wanted - wanted % counters;
    while (last + 1 < wanted)
      last = to_number(into_.store.reserve_case_id(day));
    last = wanted;
  }

  // ---- what the engine did

  void replay_own(const store::Record& record, const Event& event, Running& running) {
    if (is_other_) tick(record.recorded);
    read_new(running);
    auto known = take_unmatched(running, [&](const store::Record& one) {
      return one.action == record.action && one.command_id == record.command_id;
    });
    if (!known && !is_other_ && running.there != CaseId::none) {
      known = submit_own(record, event, running);
    }
    if (known) return compare(record, *known);
    ++report_.dropped;
  }

  std::optional<store::Record> submit_own(const store::Record& record, const Event& event,
                                          Running& running) {
    Submission submission;
    submission.actor = event.actor;
    submission.now = record.recorded;
    submission.action.kind = event.action.kind;
    submission.action.case_id = running.there;
    if (event.action.kind == A::fall_due) submission.action.clock = event.action.clock;
    const Answer answer = into_.queue.submit_own({submission}).front();
    if (!answer.ok()) return std::nullopt;
    read_new(running);
    return take_unmatched(
        running, [&](const store::Record& one) { return one.sequence == answer.sequence; });
  }

  // ---- the county's own line

  void take_line(const store::Record& record) {
    if (record.version == 1) return;  // its founding
    if (is_other_) {
      ++report_.left_out;
      return;
    }
    const Event event = store::decode(record);
    seeds_.key = recorded_.current_county().line_key;
    into_.queue.exclusively([&] { write_line(record, event); });
    if (into_.store.county().line_head != record.hash) ++report_.left_out;
  }

  void write_line(const store::Record& record, const Event& event) {
    const std::int64_t in_force = into_.store.county().policy_version;
    if (record.policy_version != in_force) {
      const auto stored = recorded_.policy(record.policy_version);
      Action done = event.action;
      done.attachments.pop_back();  // the digest of the document
      (void)into_.writer.adopt(read_policy(stored->document), event.actor, record.recorded, done);
    } else if (const auto place = acknowledged(event)) {
      into_.writer.note_place(event.action, *place, event.actor, record.recorded);
    } else {
      into_.writer.note(event.action, event.actor, record.recorded);
    }
  }

  // ---- the report

  void compare(const store::Record& recorded, const store::Record& there) {
    if (recorded.hash == there.hash) {
      ++report_.identical;
    } else if (is_same_but_for_texts(recorded, there) && is_erased(recorded.case_id)) {
      ++report_.erased;
    } else {
      ++report_.changed;
    }
  }

  static bool is_same_but_for_texts(const store::Record& a, const store::Record& b) {
    return a.version == b.version && a.action == b.action && a.outcome == b.outcome &&
           a.happened == b.happened && a.recorded == b.recorded && a.actor.unit == b.actor.unit &&
           a.actor.person == b.actor.person && a.before == b.before && a.after == b.after &&
           a.policy_version == b.policy_version && a.command_id == b.command_id &&
           a.parts.detail == b.parts.detail;
  }

  bool is_erased(CaseId id) {
    const auto loaded = recorded_.read(id);
    return loaded && !loaded->key;
  }

  void refuse(const Event& event, Refusal why) {
    ++report_.refused;
    if (report_.refusals.size() < most_listed)
      report_.refusals.push_back(
          {event.sequence, event.case_id, event.action.kind, std::move(why)});
  }

  // What fell due up to the end of the history.
  void finish() {
    if (!is_other_) return;
    const std::int64_t before = into_.store.current_county().last_sequence;
    tick(recorded_.current_county().last_recorded);
    for (const store::Record& record : into_.store.read_log(before, page))
      note_added(record);
  }

  store::Store& recorded_;
  Rulebooks& rulebooks_;
  const ReplayStore& into_;
  ReplaySeeds& seeds_;
  const bool is_other_;  // other rules are tried
  std::priority_queue<Step> steps_;
  std::map<CaseId, Running> running_;
  std::map<CaseId, CaseId> there_;
  std::map<std::string, std::int64_t> last_ids_;  // by day
  WhatIfReport report_;
};

}  // namespace

void ReplaySeeds::fill(std::uint8_t* out, std::size_t count) const {
  if (key && count == key->size()) {
    std::copy(key->begin(), key->end(), out);
  } else {
    base::random_bytes(out, count);  // the case was erased: nobody knows its key
  }
}

store::Founding founding_of(store::Store& recorded, const WhatIf& tried) {
  const store::Record first = recorded.history(CaseId::none, 0, 1).front();
  store::Founding founding;
  founding.county = recorded.current_county().code;
  founding.digest = recorded.current_county().digest;
  founding.now = first.recorded;
  if (!tried.policy) {
    founding.policy_document = recorded.policy(1)->document;
    founding.record = first;
    return founding;
  }
  const Rulebook rules(1, *tried.policy);
  if (rules.policy->organization.code != founding.county) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("this store is of county {}, the policy of {}", founding.county,
                            rules.policy->organization.code),
                "policy.organization.code");
  }
  founding.policy_document = write_policy(*rules.policy);
  (void)read_policy(founding.policy_document);
  base::Hasher hasher(founding.digest);
  founding.record = store::encode(
      policy_event({}, founding.policy_document, {rules.centre(), {}, {}}, founding.now),
      founding.county, founding.key, {}, hasher);
  return founding;
}

WhatIfReport replay(store::Store& recorded, Rulebooks& rulebooks, const ReplayStore& into,
                    ReplaySeeds& seeds, const WhatIf& tried) {
  return Replaying(recorded, rulebooks, into, seeds, tried).run();
}

}  // namespace gridcase::engine
