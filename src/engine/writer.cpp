#include "engine/writer.hpp"

#include "base/text.hpp"
#include "engine/intake.hpp"
#include "engine/judging.hpp"
#include "engine/searching.hpp"
#include "rules/fold.hpp"
#include "rules/intake.hpp"
#include "rules/permission.hpp"
#include "rules/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace gridcase::engine {
namespace {

using rules::refusal;

// A host's function may make any number that people can read.
std::string checked_number(std::string number) {
  const bool has_controls = std::any_of(
      number.begin(), number.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  if (!number.empty() && number.size() <= 64 && !has_controls && base::is_valid_utf8(number)) {
    return number;
  }
  throw Error(ErrorCode::invalid_argument,
              "the number function must give 1 to 64 bytes of UTF-8 without control characters",
              "number");
}

// "330881-20180316-0000001", the parts of the id apart.
std::string ordinary_number(CaseId id, const std::string& county) {
  const std::int64_t number = to_number(id);
  constexpr std::int64_t counters = 10'000'000;
  constexpr std::int64_t days = 1'000'000;
  return fmt::format("{}-20{:06}-{:07}", county, number / counters % days, number % counters);
}

// Other processes moved the case on more often than it was tried again.
Answer overtaken(const Submission& submission) {
  Answer answer;
  answer.status = Status::conflict;
  answer.case_id = submission.action.case_id;
  answer.refusal = refusal(RefusalCode::stale_version, "case_id",
                           "other processes keep changing the case; load it again");
  return answer;
}

Refusal used_for_another() {
  return refusal(RefusalCode::bad_value, "command_id",
                 "command_id was used for another action; give each action its own");
}

bool makes_case(const Action& action) {
  return action.case_id == CaseId::none &&
         (action.kind == ActionKind::report || action.kind == ActionKind::transfer_in ||
          action.kind == ActionKind::enter_record);
}

// Whether the submission is the one that was carried out under its command id.
bool is_same(const Submission& submission, ActionKind kind, const std::string& unit, CaseId id,
             std::int64_t version) {
  const Action& action = submission.action;
  const bool same_case = makes_case(action) ? version == 1 : action.case_id == id;
  const bool came_again = action.kind == ActionKind::enter_record && kind == ActionKind::repeat;
  return (came_again || (action.kind == kind && same_case)) && submission.actor.unit == unit;
}

Answer first_answer(const Submission& submission, const store::FirstAnswer& first) {
  Answer answer;
  if (!is_same(submission, first.action, first.unit, first.case_id, first.version)) {
    answer.case_id = submission.action.case_id;
    answer.refusal = used_for_another();
    return answer;
  }
  return {Status::duplicate, first.case_id, first.version,
          first.sequence,    first.state,   std::nullopt};
}

}  // namespace

store::Key fresh_key(const EngineOptions& options) {
  store::Key key{};
  if (options.entropy) {
    options.entropy(key.data(), key.size());
  } else {
    base::random_bytes(key.data(), key.size());
  }
  return key;
}

namespace {

// The next event of the county's own line; nothing is decided about it.
Event line_event(const store::County& before, Action action, const Actor& actor, Instant now) {
  Event event;
  event.version = before.line_version + 1;
  event.happened = std::max(now, before.last_recorded);
  event.recorded = event.happened;
  event.actor = actor;
  event.policy_version = before.policy_version;
  event.action = std::move(action);
  return event;
}

// The line is given a key with its first text: a commitment under no key could be guessed at.
bool has_key(const store::County& county) {
  return county.line_key && *county.line_key != store::Key{};
}

}  // namespace

Event policy_event(const store::County& before, const std::string& document, const Actor& actor,
                   Instant now, const Action& done) {
  Event event = line_event(before, done, actor, now);
  ++event.policy_version;
  event.action.kind = ActionKind::amend;
  Attachment attachment;
  attachment.kind = "policy";
  attachment.size = static_cast<std::int64_t>(document.size());
  attachment.sha256 = base::sha256_hex(document);
  event.action.attachments.push_back(std::move(attachment));
  return event;
}

// One group while it is decided. Cases are kept as they will be once the accepted actions before
// are committed, so that later submissions of the group see earlier ones.
class Writer::Group : private Cases {
public:
  // `stuck` keeps the cases whose hold cannot be ended, from one try to the next.
  Group(Writer& writer, const std::vector<Work>& works, std::set<CaseId>& stuck)
      : Cases(writer.store_), writer_(writer), works_(works), stuck_(stuck),
        county_(writer.store_.county()), latest_(county_.last_recorded) {
    writer_.rulebooks_.switch_to(county_.policy_version);
    // Each may have to end a hold first.
    deltas_.reserve(2 * works.size());
    accepted_.reserve(2 * works.size());
    load_cases();
  }

  // Returns those works whose case another process has moved on; they want another try.
  std::vector<Work> carry_out() {
    for (const Work& work : works_)
      try_to_decide(work);
    return commit();
  }

private:
  void load_cases() {
    std::vector<CaseId> ids;
    for (const Work& work : works_) {
      for (const CaseId id :
           {work.submission->action.case_id, work.submission->action.other_case}) {
        if (id != CaseId::none) ids.push_back(id);
      }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    try {
      load_cases(ids);
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      for (const CaseId id : ids)
        load_alone(id);
    }
  }

  void load_cases(const std::vector<CaseId>& ids) {
    auto loaded = writer_.store_.load(ids);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (loaded[i]) cases_.emplace(ids[i], std::move(*loaded[i]));
    }
  }

  // A damaged case stops the submissions that are about it, not the others.
  void load_alone(CaseId id) {
    try {
      load_cases({id});
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      unreadable_.emplace(id, std::current_exception());
    }
  }

  const store::Loaded* find(CaseId id) override {
    const auto damaged = unreadable_.find(id);
    if (damaged != unreadable_.end()) std::rethrow_exception(damaged->second);
    const auto found = cases_.find(id);
    return found == cases_.end() ? nullptr : &found->second;
  }

  void try_to_decide(const Work& work) {
    try {
      decide(work);
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      fail(work);
    } catch (...) {  // whatever a function of the host's throws
      fail(work);
    }
  }

  void fail(const Work& work) {
    writer_.monitor_.log(LogLevel::error, "submission.failed", "a submission could not be decided",
                         {{"case_id", std::to_string(to_number(work.submission->action.case_id))}});
    failed_.insert(work.answer);
    if (!*work.failure) *work.failure = std::current_exception();
  }

  void decide(const Work& work) {
    const Submission& submission = *work.submission;
    if (answer_again(work)) return;
    // Recorded times never go back, whatever the host's clock does.
    const Instant now = std::max(latest_, submission.now);
    look_at_clock(submission.now);
    if (is_after_hold(work, now)) end_hold(submission.action.case_id, now);
    const store::Loaded* subject = find(submission.action.case_id);
    rules::Decision decision = judge(writer_.rulebooks_, *this, submission, work.origin, now);
    if (!decision.refusal) {
      if (const auto same = same_alert(submission.action, now)) {
        subject = find(*same);
        decision = judge(writer_.rulebooks_, *this, again(submission, *same), Origin::repeat, now);
      }
    }
    if (!decision.refusal) decision.refusal = join_case(decision.event, submission.actor, now);
    if (!decision.refusal) decision.refusal = accept(work, decision.event, subject);
    if (decision.refusal) return refuse(work, std::move(*decision.refusal), subject);
    settle_origin(decision.event, submission.actor, now);
  }

  void look_at_clock(Instant now) {
    const bool is_behind = latest_ - now > std::chrono::minutes(1);
    if (is_behind && !writer_.is_clock_behind_) {
      const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(latest_ - now);
      writer_.monitor_.log(LogLevel::warning, "clock.behind",
                           "now lies before the latest recorded time, which is taken instead",
                           {{"seconds", std::to_string(seconds.count())}});
    }
    writer_.is_clock_behind_ = is_behind;
  }

  // The alert that came before, loaded.
  std::optional<CaseId> same_alert(const Action& action, Instant now) {
    if (action.kind != ActionKind::enter_record || action.nature != Nature::alert) {
      return std::nullopt;
    }
    std::vector<PendingAlert> pending;
    for (const std::size_t index : alerts_) {
      const store::Delta& entered = deltas_[index];
      pending.push_back({&cases_[entered.record.case_id].snapshot.summary, &entered.subjects,
                         store::decode(entered.record).action.address});
    }
    const RulebookPtr rules = writer_.rulebooks_.in_force();
    const auto same = find_same_alert(writer_.store_, *rules, action, now, pending);
    if (same && cases_.count(*same) == 0) load_cases({*same});
    return same;
  }

  // Only what is new about it; when it was told is no matter of its window.
  static Submission again(const Submission& submission, CaseId known) {
    const Action& said = submission.action;
    Submission repeated;
    repeated.actor = submission.actor;
    repeated.now = submission.now;
    Action& action = repeated.action;
    action.kind = ActionKind::repeat;
    action.case_id = known;
    action.command_id = said.command_id;
    action.occurred = said.occurred   ? said.occurred
                      : said.happened ? said.happened
                                      : std::optional(submission.now);
    action.lasted_until = said.lasted_until;
    action.text = said.text;
    action.note = said.note;
    action.internal_note = said.internal_note;
    action.performer = said.performer;
    action.attachments = said.attachments;
    action.figures = said.figures;
    action.external_ids = said.external_ids;
    return repeated;
  }

  // What came in has become the case that was reported.
  void settle_origin(const Event& report, const Actor& actor, Instant now) {
    const Action& action = report.action;
    if (report.version != 1 || action.relation != Relation::follows) return;
    const store::Loaded* origin = find(action.other_case);
    if (origin == nullptr || !is_incoming(origin->snapshot.summary.nature)) return;
    const CaseSummary& summary = origin->snapshot.summary;
    const bool is_next = summary.merged_into != CaseId::none;
    if (is_end(summary.position.state) && !is_next) return;
    // The first case settles it; of the next ones it knows.
    Submission settling;
    settling.action.kind = is_next ? ActionKind::link : ActionKind::settle;
    settling.action.case_id = action.other_case;
    settling.action.other_case = report.case_id;
    // Whenever that is recorded; what was done to it meanwhile came before.
    settling.action.happened = std::max(report.happened, summary.last_happened);
    settling.actor = actor;
    settling.now = *settling.action.happened;
    (void)decide_own(std::move(settling), now);
    if (is_next) hide_origin(report, actor, now);
  }

  // A case that is hidden hides what it came of.
  void hide_origin(const Event& report, const Actor& actor, Instant now) {
    const RulebookPtr rules = writer_.rulebooks_.in_force();
    const Directory& directory = rules->directory;
    const CaseId id = report.action.other_case;
    const CaseSummary& origin = find(id)->snapshot.summary;
    if (!directory.is_sensitive(report.action.category) || directory.is_sensitive(origin.category))
      return;
    Submission hiding;
    hiding.action.kind = ActionKind::reclassify;
    hiding.action.case_id = id;
    hiding.action.category = report.action.category;
    hiding.action.happened = std::max(report.happened, origin.last_happened);
    hiding.actor = actor;
    hiding.now = *hiding.action.happened;
    (void)decide_own(std::move(hiding), now);
  }

  // A contact goes on in a case that runs: what its requester was promised holds for that one.
  std::optional<Refusal> join_case(const Event& settling, const Actor& actor, Instant now) {
    const Action& action = settling.action;
    if (action.kind != ActionKind::settle || action.other_case == CaseId::none) return std::nullopt;
    const store::Loaded* contact = find(settling.case_id);
    const store::Loaded* joined = find(action.other_case);
    if (contact == nullptr || joined == nullptr) return std::nullopt;
    const CaseSummary& summary = joined->snapshot.summary;
    const bool is_contact = contact->snapshot.summary.nature == Nature::contact;
    if (!is_contact || is_end(summary.position.state)) return std::nullopt;
    Submission link;
    link.action.kind = ActionKind::link;
    link.action.case_id = action.other_case;
    link.action.other_case = settling.case_id;
    link.action.relation = Relation::follows;
    link.action.happened = std::max(settling.happened, summary.last_happened);
    const RulebookPtr rules = writer_.rulebooks_.in_force();
    note_what_was_told(*this, rules->directory, contact->snapshot.summary, summary, link.action);
    link.actor = actor;
    link.now = now;
    return decide_own(std::move(link), now);
  }

  bool is_after_hold(const Work& work, Instant now) {
    const CaseId id = work.submission->action.case_id;
    const store::Loaded* subject = stuck_.count(id) == 0 ? find(id) : nullptr;
    return subject != nullptr &&
           engine::is_after_hold(subject->snapshot, *work.submission, work.origin, now);
  }

  // As a tick would have done. When it cannot be done, the case is still on hold for those who want
  // something of it.
  void end_hold(CaseId id, Instant now) {
    (void)decide_own(end_of_hold(id, *writer_.rulebooks_.in_force(), now), now);
  }

  std::optional<Refusal> decide_own(Submission submission, Instant now) {
    Own& own = own_.emplace_back();
    own.submission = std::move(submission);
    const Work work{&own.submission, &own.answer, &own.failure, Origin::engine};
    const store::Loaded* subject = find(own.submission.action.case_id);
    try {
      rules::Decision decision = judge(writer_.rulebooks_, *this, own.submission, work.origin, now);
      if (!decision.refusal) decision.refusal = accept(work, decision.event, subject);
      return decision.refusal;
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      return refusal(RefusalCode::not_possible, "", error.what());
    }
  }

  // A command id that was done before, in this group or ever.
  bool answer_again(const Work& work) {
    const std::string& id = work.submission->action.command_id;
    if (id.empty()) return false;
    if (const auto twin = commands_.find(id); twin != commands_.end()) {
      repeats_.emplace_back(work, twin->second);
      return true;
    }
    const auto first = writer_.store_.first_answer(id);
    if (first) *work.answer = first_answer(*work.submission, *first);
    return first.has_value();
  }

  // As the store has them, and as the group leaves them.
  std::vector<model::Part> parts_of(CaseId whole) override {
    std::map<CaseId, bool> open;
    for (const model::Part& part : Cases::parts_of(whole))
      open[part.case_id] = part.is_open;
    for (const auto& [id, index] : touched_) {
      const CaseSummary& it = deltas_[index].after.snapshot.summary;
      open.erase(id);
      if (it.part_of == whole) open[id] = !is_end(it.position.state);
    }
    std::vector<model::Part> parts;
    for (const auto& [id, is_open] : open)
      parts.push_back({id, is_open});
    return parts;
  }

  void each_event_of(CaseId id, const std::function<void(const Event&)>& each) override {
    Cases::each_event_of(id, each);
    for (const store::Delta& delta : deltas_) {
      if (delta.record.case_id == id) each(store::decode(delta.record));
    }
  }

  std::optional<CaseId> owner_of(const ExternalId& name) override {
    const auto pending = external_ids_.find({name.system, name.id});
    return pending == external_ids_.end() ? Cases::owner_of(name)
                                          : std::optional<CaseId>(pending->second);
  }

  // A refusal only when the case can no longer hold what the event has.
  std::optional<Refusal> accept(const Work& work, Event& event, const store::Loaded* subject) {
    store::Loaded after = subject != nullptr ? *subject : store::Loaded{};
    const std::int64_t expected = after.snapshot.summary.version;
    if (event.case_id == CaseId::none) found_case(event, after);
    rules::apply(after.snapshot, event);

    store::Delta delta;
    delta.expected_version = expected;
    delta.record = store::encode(event, county_.code, after.key.value_or(store::Key{}), after.head,
                                 writer_.hasher_);
    if (auto refused = check_erased(after, event.action.kind, delta.record.parts)) return refused;
    // The store takes texts, personal data and subjects with the key.
    if (event.action.kind == ActionKind::erase) after.key.reset();
    after.head = delta.record.hash;
    delta.external_ids = event.action.external_ids;
    delta.clocks = changed_clocks(event, subject);
    delta.figures = event.action.figures;
    delta.subjects = event.action.subjects;
    delta.texts = text_change(event, title_before(subject), after.snapshot.summary.title);
    delta.after = after;
    // There is room for both: nothing can come between a delta and its work.
    deltas_.push_back(std::move(delta));
    accepted_.push_back(work);
    remember(event, std::move(after));
    return std::nullopt;
  }

  static std::string title_before(const store::Loaded* subject) {
    return subject == nullptr ? std::string() : subject->snapshot.summary.title;
  }

  static std::vector<store::ChangedClock> changed_clocks(const Event& event,
                                                         const store::Loaded* subject) {
    std::vector<store::ChangedClock> changed;
    for (const ClockEntry& entry : event.facts.clocks) {
      const auto known =
          std::find_if(changed.begin(), changed.end(), [&](const store::ChangedClock& other) {
            return other.number == entry.clock;
          });
      if (known != changed.end()) continue;
      const bool is_new = entry.step == ClockStep::start;
      changed.push_back({entry.clock, is_new, std::nullopt});
      if (is_new) continue;
      const auto index = static_cast<std::size_t>(entry.clock) - 1;
      changed.back().due_before = subject->snapshot.clocks[index].times.next;
    }
    return changed;
  }

  // What later submissions of the group are to see.
  void remember(const Event& event, store::Loaded after) {
    const std::size_t index = deltas_.size() - 1;
    latest_ = event.recorded;
    touched_[event.case_id] = index;
    if (event.version == 1 && event.action.nature == Nature::alert) alerts_.push_back(index);
    cases_[event.case_id] = std::move(after);
    for (const ExternalId& external : event.action.external_ids) {
      external_ids_[{external.system, external.id}] = event.case_id;
    }
    if (!event.action.command_id.empty()) commands_[event.action.command_id] = index;
  }

  void found_case(Event& event, store::Loaded& after) {
    const RulebookPtr in_force = writer_.rulebooks_.in_force();
    event.case_id = writer_.store_.reserve_case_id(
        date_of(event.recorded, in_force->policy->organization.time_zone));
    event.action.case_id = event.case_id;
    event.facts.number =
        writer_.options_.number
            ? checked_number(writer_.options_.number(event.action, event.case_id, event.recorded))
            : ordinary_number(event.case_id, county_.code);
    after.key = fresh_key(writer_.options_);
  }

  model::Scope scope_of(const Actor& actor) const {
    return rules::scope_of(writer_.rulebooks_.in_force()->directory, actor);
  }

  void refuse(const Work& work, Refusal why, const store::Loaded* subject) {
    const Submission& submission = *work.submission;
    Answer answer;
    answer.status = why.code == RefusalCode::stale_version ? Status::conflict : Status::refused;
    answer.case_id = submission.action.case_id;
    answer.state = why.state;
    if (subject != nullptr && is_within(scope_of(submission.actor), submission.action.case_id)) {
      answer.version = subject->snapshot.summary.version;
    }
    answer.refusal = std::move(why);
    note_basis(work);
    *work.answer = std::move(answer);
  }

  // A refusal may rest on what earlier submissions of the group did, which is not certain yet.
  void note_basis(const Work& work) {
    const Action& action = work.submission->action;
    const auto rests_on = [&](CaseId id) {
      const auto found = touched_.find(id);
      if (found != touched_.end()) bases_.emplace_back(work, found->second);
    };
    rests_on(action.case_id);
    rests_on(action.other_case);
    for (const ExternalId& external : action.external_ids) {
      const auto owner = external_ids_.find({external.system, external.id});
      if (owner != external_ids_.end()) rests_on(owner->second);
    }
  }

  std::vector<Work> commit() {
    if (!deltas_.empty()) commit_deltas();
    settle_bases();
    settle_repeats();
    note_stuck_holds();
    std::vector<Work> again;
    for (const Work& work : works_) {
      if (!*work.answer && failed_.count(work.answer) == 0) again.push_back(work);
    }
    return again;
  }

  // What was refused because of something that did not come about is decided anew.
  void settle_bases() const {
    for (const auto& [work, index] : bases_) {
      const std::optional<Answer>& basis = *accepted_[index].answer;
      if (basis && basis->status == Status::committed) continue;
      work.answer->reset();
      if (!basis || basis->status == Status::refused || basis->status == Status::duplicate)
        continue;
      Answer& answer = work.answer->emplace();  // busy or unknown, as its basis
      answer.status = basis->status;
      answer.case_id = work.submission->action.case_id;
    }
  }

  // A command id that came twice in the group ends as its first submission did.
  void settle_repeats() const {
    for (const auto& [work, index] : repeats_) {
      const std::optional<Answer>& first = *accepted_[index].answer;
      if (!first) continue;  // tried again, and this one after it
      const store::Record& record = deltas_[index].record;
      const Submission& submission = *work.submission;
      if (is_same(submission, record.action, record.actor.unit, record.case_id, record.version)) {
        *work.answer = first;
        if (first->status == Status::committed) (*work.answer)->status = Status::duplicate;
      } else if (first->status != Status::refused) {
        Answer& answer = work.answer->emplace();
        answer.case_id = submission.action.case_id;
        answer.status = first->ok() ? Status::refused : first->status;
        if (first->ok()) answer.refusal = used_for_another();
      }
    }
  }

  // Nobody has to wait until such a case is repaired: the next try leaves its hold as it is.
  void note_stuck_holds() {
    for (const Own& own : own_) {
      if (own.failure) stuck_.insert(own.submission.action.case_id);
    }
  }

  void commit_deltas() {
    try {
      const auto results = writer_.store_.commit(deltas_);
      for (std::size_t i = 0; i < results.size(); ++i)
        settle(accepted_[i], deltas_[i], results[i]);
    } catch (const Error& error) {
      if (concerns_store(error)) {
        answer_from(0, error);
      } else {
        commit_one_by_one();
      }
    }
  }

  // One of them cannot be written; that must not keep back the others.
  void commit_one_by_one() {
    std::set<CaseId> left;  // what comes later of these builds on what is not there
    for (std::size_t i = 0; i < deltas_.size(); ++i) {
      try {
        const CaseId id = deltas_[i].record.case_id;
        if (left.count(id) != 0 || !commit_alone(i)) left.insert(id);
      } catch (const Error& error) {
        answer_from(i, error);
        return;
      }
    }
  }

  bool commit_alone(std::size_t i) {
    try {
      const store::DeltaResult result = writer_.store_.commit({deltas_[i]}).front();
      settle(accepted_[i], deltas_[i], result);
      return result.outcome == store::DeltaOutcome::committed;
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      fail(accepted_[i]);
      return false;
    }
  }

  // Busy and unknown are answers, not failures: the caller may submit again. In a handler.
  void answer_from(std::size_t first, const Error& error) const {
    if (error.code() != ErrorCode::busy && error.code() != ErrorCode::needs_reopen) throw;
    const Status status = error.code() == ErrorCode::busy ? Status::busy : Status::unknown;
    log_unwritten(error.code(), accepted_.size() - first);
    for (std::size_t i = first; i < accepted_.size(); ++i) {
      Answer& answer = accepted_[i].answer->emplace();
      answer.status = status;
      answer.case_id = accepted_[i].submission->action.case_id;
    }
  }

  void log_unwritten(ErrorCode code, std::size_t count) const {
    const std::vector<LogField> fields{{"submissions", std::to_string(count)}};
    if (code == ErrorCode::busy) {
      writer_.monitor_.log(LogLevel::warning, "write.busy",
                           "another writer was in the way for longer than the wait", fields);
    } else {
      writer_.monitor_.log(LogLevel::error, "store.stopped",
                           "a write failed and its fate is open; open the store again", fields);
    }
  }

  // Leaves a conflict without an answer: it wants another try.
  static void settle(const Work& work, const store::Delta& delta,
                     const store::DeltaResult& result) {
    if (result.outcome == store::DeltaOutcome::conflict) return;
    Answer& answer = work.answer->emplace();
    answer.case_id = work.submission->action.case_id;
    switch (result.outcome) {
    case store::DeltaOutcome::committed:
      answer.status = Status::committed;
      answer.case_id = delta.record.case_id;
      answer.version = delta.record.version;
      answer.sequence = result.sequence;
      answer.state = delta.record.after.state;
      break;
    case store::DeltaOutcome::duplicate:
      answer = first_answer(*work.submission, result.first);
      break;
    case store::DeltaOutcome::duplicate_external:
      answer.status = Status::refused;
      answer.refusal = refusal(RefusalCode::duplicate_external, "external_ids",
                               "an external id belongs to another case");
      break;
    case store::DeltaOutcome::duplicate_number:
      answer.status = Status::refused;
      answer.refusal = refusal(RefusalCode::bad_value, "number",
                               "the number generator gave a number that exists");
      break;
    case store::DeltaOutcome::conflict: break;
    }
  }

  // What the engine has to do before it can decide what it was asked to.
  struct Own {
    Submission submission;
    std::optional<Answer> answer;
    std::exception_ptr failure;
  };

  Writer& writer_;
  const std::vector<Work>& works_;
  std::set<CaseId>& stuck_;
  std::deque<Own> own_;  // stays where it is: works point into it
  store::County county_;
  Instant latest_;
  std::map<CaseId, store::Loaded> cases_;
  std::map<CaseId, std::exception_ptr> unreadable_;
  std::map<CaseId, std::size_t> touched_;  // to the index of the latest delta
  std::vector<std::size_t> alerts_;        // entered by the group: indexes of deltas
  std::map<std::pair<std::string, std::string>, CaseId> external_ids_;
  std::map<std::string, std::size_t> commands_;  // to the index of the delta
  std::vector<std::pair<Work, std::size_t>> repeats_;
  std::vector<std::pair<Work, std::size_t>> bases_;  // refused, and a delta it was refused after
  std::set<const void*> failed_;                     // by the place of their answer
  std::vector<store::Delta> deltas_;
  std::vector<Work> accepted_;  // one a delta
};

Writer::Writer(store::Store& store, Rulebooks& rulebooks, const EngineOptions& options,
               Monitor& monitor)
    : store_(store), rulebooks_(rulebooks), options_(options), monitor_(monitor),
      hasher_(store.county().digest) {}

void Writer::carry_out(const std::vector<Work>& group) {
  const Monitor::Timed timed(monitor_, Time::group);
  monitor_.count(Count::groups);
  try {
    try_to_carry_out(group);
  } catch (...) {
    count(group);
    throw;
  }
  count(group);
}

void Writer::count(const std::vector<Work>& group) {
  std::int64_t failed = 0;
  for (const Work& work : group) {
    if (*work.answer) {
      monitor_.count((*work.answer)->status);
    } else {
      ++failed;
    }
  }
  if (failed == 0) return;
  monitor_.count(Count::failed, failed);
  monitor_.log(LogLevel::error, "write.failed", "submissions were not carried out",
               {{"submissions", std::to_string(failed)}});
}

void Writer::try_to_carry_out(const std::vector<Work>& group) {
  constexpr int tries = 4;
  std::vector<Work> left = group;
  std::set<CaseId> stuck;
  for (int i = 0; i < tries && !left.empty(); ++i) {
    if (i > 0) monitor_.count(Count::tries_again);
    left = Group(*this, left, stuck).carry_out();
  }
  for (const CaseId id : stuck) {
    monitor_.log(LogLevel::warning, "hold.stuck", "a hold that is over could not be ended",
                 {{"case_id", std::to_string(to_number(id))}});
  }
  for (const Work& work : left) {
    *work.answer = overtaken(*work.submission);
  }
  if (!left.empty()) {
    monitor_.log(LogLevel::warning, "write.overtaken", "other processes keep changing a case",
                 {{"submissions", std::to_string(left.size())}});
  }
  if (!store_.is_provisional()) return;
  for (const Work& work : group) {
    if (*work.answer) (*work.answer)->provisional = true;
  }
}

std::int64_t Writer::adopt(const Policy& policy, const Actor& actor, Instant now,
                           const Action& done) {
  const store::County county = store_.county();
  const std::int64_t version = county.policy_version + 1;
  const RulebookPtr donor = rulebooks_.in_force();
  auto rulebook = std::make_shared<const Rulebook>(version, policy, donor.get());
  if (rulebook->policy->organization.code != county.code) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("this store is of county {}, the policy of {}", county.code,
                            rulebook->policy->organization.code),
                "organization.code");
  }
  const std::string document = write_policy(*rulebook->policy);
  (void)read_policy(document);  // none is adopted that could not be read again
  const Event event = policy_event(county, document, actor, now, done);
  if (append(county, event, document) != store::DeltaOutcome::committed) {
    throw Error(ErrorCode::busy, "another process adopted a policy at the same time; try again");
  }
  rulebooks_.adopt(std::move(rulebook));
  monitor_.count(Count::policies);
  monitor_.log(LogLevel::info, "policy.adopted", "a new version of the policy is in force",
               {{"version", std::to_string(version)}});
  return version;
}

namespace {

constexpr int tries_to_note = 4;

[[noreturn]] void give_up_noting() {
  throw Error(ErrorCode::busy,
              "other processes keep writing to the county's own history; try again");
}

}  // namespace

void Writer::note(const Action& action, const Actor& actor, Instant now) {
  note(std::vector<Action>{action}, actor, now);
}

void Writer::note(const std::vector<Action>& actions, const Actor& actor, Instant now) {
  for (int i = 0; i < tries_to_note; ++i) {
    store::County county = store_.county();
    std::vector<store::Delta> deltas;
    for (const Action& action : actions)
      deltas.push_back(delta_of(county, line_event(county, action, actor, now)));
    const auto results = store_.commit(deltas);
    const bool is_overtaken = std::any_of(results.begin(), results.end(), [](const auto& result) {
      return result.outcome == store::DeltaOutcome::conflict;
    });
    if (!is_overtaken) return;
  }
  give_up_noting();
}

void Writer::note_place(const Action& action, const store::Consumer& place, const Actor& actor,
                        Instant now) {
  for (int i = 0; i < tries_to_note; ++i) {
    // In this order: who gets further in between has moved the line on.
    const store::County county = store_.county();
    if (store_.acknowledged_by(place.name) >= place.sequence) return;
    const Event event = line_event(county, action, actor, now);
    if (append(county, event, {}, place) != store::DeltaOutcome::conflict) return;
  }
  give_up_noting();
}

store::Delta Writer::delta_of(store::County& county, const Event& event) {
  const model::ActionParts parts = model::split(event.action, event.facts);
  const bool needs_key = !parts.text.empty() || !parts.personal.empty();
  store::Delta delta;
  delta.expected_version = county.line_version;
  delta.after.key =
      needs_key && !has_key(county) ? std::optional(fresh_key(options_)) : county.line_key;
  delta.record = store::encode(event, county.code, delta.after.key.value_or(store::Key{}),
                               county.line_head, hasher_);
  delta.after.head = delta.record.hash;
  county.line_version = event.version;
  county.line_head = delta.record.hash;
  county.line_key = delta.after.key;
  county.last_recorded = event.recorded;
  return delta;
}

store::DeltaOutcome Writer::append(store::County county, const Event& event,
                                   const std::string& policy_document,
                                   const std::optional<store::Consumer>& place) {
  store::Delta delta = delta_of(county, event);
  delta.policy_document = policy_document;
  delta.consumer = place;
  return store_.commit({delta}).front().outcome;
}

}  // namespace gridcase::engine
