// The facts of a case as it stands, out of its snapshot and what is remembered of its events.
#include "rules/facts.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gridcase::rules {
namespace {

std::int64_t microseconds_between(Instant from, Instant until) { return (until - from).count(); }

bool is_case(const CaseSummary& it) { return it.nature == Nature::ordinary; }

// The tier it was solved on, or is on; that of an end which remembers nothing is where it came up.
Tier tier_of_case(const CaseSummary& it) {
  if (it.solved_on) return *it.solved_on;
  for (const State state : {it.position.state, it.position.back, it.position.back2}) {
    if (const auto tier = tier_of(state)) return *tier;
  }
  return it.origin;
}

void add_tier(Marks& marks, const CaseSummary& it) {
  if (is_record(it.nature)) return;
  const Tier tier = tier_of_case(it);
  marks.add(Mark::village, tier == Tier::village)
      .add(Mark::township, tier == Tier::township)
      .add(Mark::county, tier == Tier::county);
}

void add_nature(Marks& marks, const CaseSummary& it) {
  marks.add(Mark::contact, it.nature == Nature::contact)
      .add(Mark::alert, it.nature == Nature::alert)
      .add(Mark::record, !is_case(it) && !is_incoming(it.nature));
}

bool is_lead(const Assignment& order) { return order.role == AssignmentRole::lead; }

bool was_done_again(const Assignment& order) { return order.round > 1; }

}  // namespace

class FactMeter::Writing {
public:
  Writing(const FactMeter& meter, const WaitedFor& waited_for)
      : meter_(meter), it_(meter.snapshot().summary), orders_(meter.snapshot().assignments),
        waited_for_(waited_for) {}

  std::vector<Fact> run() {
    if (it_.drill || it_.version == 0) return {};
    const bool is_annulled = it_.position.state == State::annulled;
    add_report();
    if (is_case(it_)) add_filing();
    if (is_annulled) return sorted();
    add_limits();
    add_inspection();
    if (is_case(it_) || it_.nature == Nature::contact) add_follow_up();
    if (is_case(it_)) add_course();
    return sorted();
  }

private:
  void add_course() {
    if (meter_.accepted_) {
      add(FactKind::accepted, meter_.accepted_->at, meter_.accepted_->unit,
          meter_.accepted_->person);
    }
    add_orders();
    add_dispatches();
    add_work();
    add_deeds(FactKind::returned, meter_.returns_);
    add_deeds(FactKind::checked, meter_.checks_);
    add_deeds(FactKind::confirmed, meter_.confirmations_);
    add_deeds(FactKind::consulted, meter_.consultations_);
    add_closing();
    add_time_spent();
  }

  Fact& add(FactKind kind, Instant at, std::string unit, std::string person = {}) {
    Fact& fact = facts_.emplace_back();
    fact.kind = kind;
    fact.at = at;
    fact.unit = std::move(unit);
    fact.person = std::move(person);
    fact.case_id = it_.id;
    fact.grid = it_.grid;
    fact.category = it_.category;
    const bool by_number = it_.nature == Nature::contact && !it_.number_dialled.empty();
    fact.channel = by_number ? it_.number_dialled : it_.channel;
    add_tier(fact.marks, it_);
    return fact;
  }

  void add_report() {
    Marks& marks =
        add(FactKind::reported, it_.reported, it_.reporter_unit, it_.reporter_person).marks;
    const bool goes_on = is_incoming(it_.nature) && it_.merged_into != CaseId::none;
    add_nature(marks, it_);
    marks.add(Mark::filed, it_.filed.has_value())
        .add(Mark::annulled, it_.position.state == State::annulled)
        .add(Mark::requested, it_.has_requester)
        .add(Mark::answered, it_.position.state == State::answered)
        .add(Mark::converted, goes_on)
        .add(Mark::transferred, meter_.transferred_);
  }

  void add_filing() {
    if (!meter_.filed_) return;
    const Deed& filed = *meter_.filed_;
    add(FactKind::filed, filed.at, filed.unit, filed.person)
        .marks.add(Mark::annulled, it_.position.state == State::annulled)
        .add(Mark::requested, it_.has_requester)
        .add(Mark::passed, meter_.checked_before_filing_);
  }

  // One that runs still is missed by the time it counts; for the others it does not matter when
  // that is asked.
  static bool is_missed(const Clock& clock) {
    return clock.state == ClockState::running || clock.is_late(Instant{});
  }

  void add_limits() {
    const bool was_reworked = std::any_of(orders_.begin(), orders_.end(), was_done_again);
    for (const Clock& clock : meter_.snapshot().clocks) {
      const bool is_met = clock.state == ClockState::met;
      const bool is_late = is_missed(clock);
      const auto moment = waited_for_(clock);
      if (!moment || (!is_met && !is_late)) continue;
      const auto by = meter_.met_by_.find(clock.no);
      for (const FactKind kind : {FactKind::limit, FactKind::limit_or_done}) {
        const bool when_met = kind == FactKind::limit_or_done && is_met;
        Fact& fact = add(kind, when_met ? *clock.stopped : clock.times.deadline, clock.unit);
        fact.moment = *moment;
        fact.number = clock.no;
        if (is_met && by != meter_.met_by_.end()) fact.person = by->second;
        add_nature(fact.marks, it_);
        fact.marks.add(Mark::done, is_met)
            .add(Mark::in_time, clock.exempt || (is_met && !is_late))
            .add(Mark::late, is_late)
            .add(Mark::exempt, clock.exempt)
            .add(Mark::extended, clock.extensions > 0)
            .add(Mark::filed, it_.filed.has_value())
            .add(Mark::rework, was_reworked);
      }
    }
  }

  void add_inspection() {
    if (!is_record(it_.nature) || it_.about.empty()) return;
    Marks& marks = add(FactKind::inspected, it_.reported, it_.about).marks;
    marks.add(Mark::passed, meter_.settled_ == true)
        .add(Mark::failed, meter_.settled_ == false)
        .add(Mark::surprise, it_.surprise);
  }

  void add_follow_up() {
    if (!meter_.followed_up_) return;
    Marks& marks =
        add(FactKind::followed_up, *meter_.followed_up_, it_.lead.empty() ? it_.holder : it_.lead)
            .marks;
    add_nature(marks, it_);
    marks.add(Mark::solved, it_.solved == "yes")
        .add(Mark::part_solved, it_.solved == "partly")
        .add(Mark::unsolved, it_.solved == "no")
        .add(Mark::rated, it_.satisfaction > 0)
        .add(Mark::satisfied, it_.satisfaction >= 4)
        .add(Mark::dissatisfied, it_.satisfaction == 1 || it_.satisfaction == 2);
  }

  bool was_given(const Assignment& order) const { return meter_.given_.count(order.no) != 0; }

  // Another unit had the lead before, by an order.
  bool is_redirected(const Assignment& order) const {
    return is_lead(order) &&
           std::any_of(orders_.begin(), orders_.end(), [&](const Assignment& other) {
             return other.no < order.no && is_lead(other) && was_given(other) &&
                    other.unit != order.unit;
           });
  }

  void add_orders() {
    for (const Assignment& order : orders_) {
      if (!was_given(order)) continue;
      Fact& fact = add(FactKind::ordered, order.ordered, order.unit);
      fact.number = order.no;
      fact.marks.add(Mark::done, order.state == AssignmentState::done)
          .add(Mark::declined, meter_.declined_.count(order.no) != 0)
          .add(Mark::rework, was_done_again(order))
          .add(Mark::redirected, is_redirected(order))
          .add(Mark::lead, is_lead(order));
    }
  }

  void add_dispatches() {
    for (const auto& [number, sent] : meter_.dispatches_) {
      Fact& fact = add(FactKind::dispatched, sent.at, sent.unit, sent.person);
      fact.number = number;
      for (const Assignment& order : orders_) {
        if (order.dispatch != number || !is_lead(order)) continue;
        fact.marks.add(Mark::rework, was_done_again(order))
            .add(Mark::redirected, meter_.declined_.count(order.no) != 0);
      }
    }
  }

  void add_work() {
    for (const Assignment& order : orders_) {
      if (!is_lead(order) || order.state != AssignmentState::done) continue;
      const auto by = meter_.fed_back_by_.find(order.no);
      Fact& fact = add(FactKind::handled, *order.ended, order.unit);
      fact.number = order.no;
      if (by != meter_.fed_back_by_.end()) fact.person = by->second;
      fact.amount = microseconds_between(order.ordered, *order.ended);
      fact.marks.add(Mark::rework, was_done_again(order))
          .add(Mark::closed, it_.position.state == State::closed);
    }
  }

  void add_deeds(FactKind kind, const std::vector<Deed>& deeds) {
    std::int32_t number = 0;
    for (const Deed& deed : deeds) {
      Fact& fact = add(kind, deed.at, deed.unit, deed.person);
      fact.number = ++number;
      if (kind == FactKind::consulted) fact.marks.add(Mark::agreed, deed.passed);
      if (kind == FactKind::checked || kind == FactKind::confirmed)
        fact.marks.add(deed.passed ? Mark::passed : Mark::failed);
    }
  }

  void add_closing() {
    if (it_.position.state != State::closed || !meter_.closed_) return;
    const Deed& closed = *meter_.closed_;
    Fact& fact = add(FactKind::closed, closed.at, closed.unit, closed.person);
    fact.amount = microseconds_between(it_.reported, closed.at);
    fact.marks.add(Mark::requested, it_.has_requester)
        .add(Mark::self, it_.mode == ResolutionMode::self)
        .add(Mark::guided, it_.mode == ResolutionMode::guided)
        .add(Mark::by_orders, it_.mode == ResolutionMode::dispatched)
        .add(Mark::reopened, meter_.reopened_)
        .add(Mark::escalated, it_.solved_on && *it_.solved_on > it_.origin);
  }

  void add_time_spent() {
    if (!is_end(it_.position.state) || !it_.ended) return;
    std::int32_t number = 0;
    std::map<std::string, Duration> spent;
    for (const ShareTime& share : meter_.meter_.read(*it_.ended).shares) {
      if (share.share.kind == Share::Kind::unit) spent[share.share.unit] += share.time;
    }
    for (const auto& [unit, time] : spent) {
      if (time == Duration::zero()) continue;
      Fact& fact = add(FactKind::spent, *it_.ended, unit);
      fact.number = ++number;
      fact.amount = time.count();
    }
  }

  std::vector<Fact> sorted() {
    std::sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) {
      return std::tie(a.kind, a.moment, a.number) < std::tie(b.kind, b.moment, b.number);
    });
    return std::move(facts_);
  }

  const FactMeter& meter_;
  const CaseSummary& it_;
  const std::vector<Assignment>& orders_;
  const WaitedFor& waited_for_;
  std::vector<Fact> facts_;
};

std::vector<Fact> FactMeter::read(const WaitedFor& waited_for) const {
  return Writing(*this, waited_for).run();
}

}  // namespace gridcase::rules
