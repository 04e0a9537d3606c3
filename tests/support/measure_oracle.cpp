#include "support/measure_oracle.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace gridcase::test {
namespace {

using A = ActionKind;

constexpr const char* zone = "Asia/Shanghai";

// One case, read from its first event to its last.
class Reading {
public:
  Reading(const Engine& engine, CaseId id, const Actor& actor)
      : whole_(*engine.get(id, actor)), events_(engine.history(id, actor)),
        policy_(engine.policy()) {
    const Actor whole_county{policy_->organization.code, "", ""};
    time_ = engine.responsibility(id, whole_county, whole_.ended.value_or(whole_.reported));
  }

  std::vector<Fact> facts() {
    if (whole_.drill) return {};
    const bool ordinary = whole_.nature == Nature::ordinary;
    report();
    if (ordinary) filing();
    if (whole_.position.state == State::annulled) return facts_;
    limits();
    if (is_record(whole_.nature) && !whole_.about.empty()) inspection();
    if (ordinary || whole_.nature == Nature::contact) follow_up();
    if (!ordinary) return facts_;
    acceptance();
    number_orders();
    orders();
    dispatches();
    work();
    deeds();
    consultations();
    closing();
    spent();
    return facts_;
  }

private:
  Fact& add(FactKind kind, Instant at, const std::string& unit, const std::string& person = "") {
    Fact fact;
    fact.kind = kind;
    fact.at = at;
    fact.unit = unit;
    fact.person = person;
    fact.case_id = whole_.id;
    fact.grid = whole_.grid;
    fact.category = whole_.category;
    fact.channel = whole_.channel;
    if (whole_.nature == Nature::contact && !whole_.number_dialled.empty())
      fact.channel = whole_.number_dialled;
    if (!is_record(whole_.nature)) {
      auto tier = whole_.solved_on;
      if (!tier) tier = tier_of(whole_.position.state);
      if (!tier) tier = tier_of(whole_.position.back);
      if (!tier) tier = tier_of(whole_.position.back2);
      if (!tier) tier = whole_.origin;
      if (tier == Tier::village) fact.marks.add(Mark::village);
      if (tier == Tier::township) fact.marks.add(Mark::township);
      if (tier == Tier::county) fact.marks.add(Mark::county);
    }
    facts_.push_back(fact);
    return facts_.back();
  }

  void nature(Fact& fact) const {
    if (whole_.nature == Nature::ordinary) return;
    if (whole_.nature == Nature::contact) {
      fact.marks.add(Mark::contact);
    } else if (whole_.nature == Nature::alert) {
      fact.marks.add(Mark::alert);
    } else {
      fact.marks.add(Mark::record);
    }
  }

  bool was(A kind) const {
    return std::any_of(events_.begin(), events_.end(),
                       [&](const Event& event) { return event.action.kind == kind; });
  }

  void report() {
    const Event& first = events_.front();
    Fact& fact = add(FactKind::reported, first.happened, first.actor.unit, first.actor.person);
    nature(fact);
    fact.marks.add(Mark::filed, whole_.filed.has_value());
    fact.marks.add(Mark::annulled, whole_.position.state == State::annulled);
    fact.marks.add(Mark::requested, whole_.has_requester);
    fact.marks.add(Mark::answered, whole_.position.state == State::answered);
    const bool is_contact = whole_.nature == Nature::contact;
    fact.marks.add(Mark::transferred, was(is_contact ? A::accept : A::transfer_out));
    const bool comes_in = whole_.nature == Nature::contact || whole_.nature == Nature::alert;
    fact.marks.add(Mark::converted, comes_in && whole_.merged_into != CaseId::none);
  }

  void filing() {
    bool is_checked = false;
    for (const Event& event : events_) {
      if (event.action.kind == A::check && event.outcome == Outcome::passed) is_checked = true;
      if (event.action.kind == A::check && event.outcome == Outcome::failed) is_checked = false;
      const auto phase = phase_of(event.after.state);
      const bool files =
          event.action.kind == A::file || phase == Phase::dispatched || phase == Phase::handling;
      if (!files) continue;
      Fact& fact = add(FactKind::filed, event.happened, event.actor.unit, event.actor.person);
      fact.marks.add(Mark::annulled, whole_.position.state == State::annulled);
      fact.marks.add(Mark::requested, whole_.has_requester);
      fact.marks.add(Mark::passed, is_checked);
      return;
    }
  }

  void acceptance() {
    for (const Event& event : events_) {
      if (event.action.kind != A::accept) continue;
      add(FactKind::accepted, event.happened, event.actor.unit, event.actor.person);
      return;
    }
  }

  Moment waited_for(const Clock& clock) const {
    for (const Milestone& milestone : policy_->time.milestones) {
      if (milestone.code == clock.milestone) return milestone.until;
    }
    return Moment::closed;  // the limit given with a report
  }

  std::string met_by(std::int32_t clock) const {
    std::string person;
    for (const Event& event : events_) {
      for (const ClockEntry& entry : event.facts.clocks) {
        if (entry.clock == clock && entry.step == ClockStep::stop) person = event.actor.person;
      }
    }
    return person;
  }

  void limits() {
    for (const Clock& clock : whole_.clocks) {
      const Instant deadline = clock.times.deadline;
      const bool met = clock.state == ClockState::met;
      bool late = true;
      if (clock.state == ClockState::held) late = deadline < clock.holds.back().from;
      if (clock.stopped) late = deadline < *clock.stopped;
      if (!met && !late) continue;
      for (const FactKind kind : {FactKind::limit, FactKind::limit_or_done}) {
        const bool counts_when_met = met && kind == FactKind::limit_or_done;
        Fact& fact = add(kind, counts_when_met ? *clock.stopped : deadline, clock.unit);
        fact.moment = waited_for(clock);
        fact.number = clock.no;
        if (met) fact.person = met_by(clock.no);
        nature(fact);
        fact.marks.add(Mark::done, met);
        fact.marks.add(Mark::late, late);
        fact.marks.add(Mark::in_time, (met && !late) || clock.exempt);
        fact.marks.add(Mark::exempt, clock.exempt);
        fact.marks.add(Mark::extended, clock.extensions != 0);
        fact.marks.add(Mark::filed, whole_.filed.has_value());
        for (const Assignment& order : whole_.assignments)
          fact.marks.add(Mark::rework, order.round != 1);
      }
    }
  }

  void inspection() {
    Fact& fact = add(FactKind::inspected, events_.front().happened, whole_.about);
    fact.marks.add(Mark::surprise, whole_.surprise);
    for (const Event& event : events_) {
      if (event.action.kind != A::settle || !event.action.passed) continue;
      fact.marks.add(*event.action.passed ? Mark::passed : Mark::failed);
    }
  }

  void follow_up() {
    std::optional<Instant> last;
    for (const Event& event : events_) {
      if (event.action.kind == A::follow_up || event.action.kind == A::rate) last = event.happened;
    }
    if (!last) return;
    Fact& fact =
        add(FactKind::followed_up, *last, whole_.lead.empty() ? whole_.holder : whole_.lead);
    nature(fact);
    if (whole_.solved == "yes") fact.marks.add(Mark::solved);
    if (whole_.solved == "partly") fact.marks.add(Mark::part_solved);
    if (whole_.solved == "no") fact.marks.add(Mark::unsolved);
    if (whole_.satisfaction != 0) fact.marks.add(Mark::rated);
    if (whole_.satisfaction > 3) fact.marks.add(Mark::satisfied);
    if (whole_.satisfaction == 1 || whole_.satisfaction == 2) fact.marks.add(Mark::dissatisfied);
  }

  // Which event brought each order, by number: orders come in the order of the events.
  void number_orders() {
    for (const Event& event : events_) {
      const A kind = event.action.kind;
      std::size_t count = 0;
      if (kind == A::dispatch || kind == A::reinforce || kind == A::conclude ||
          kind == A::transfer_out) {
        count = event.action.orders.size();
      } else if (kind == A::consult) {
        count = event.action.units.size();
      } else if (kind == A::handle ||
                 (kind == A::guide && event.before.state != event.after.state)) {
        count = 1;
      }
      for (std::size_t i = 0; i < count; ++i)
        brought_by_.push_back(&event);
    }
  }

  bool was_given(std::size_t place) const {
    const A kind = brought_by_.at(place)->action.kind;
    return kind == A::dispatch || kind == A::reinforce || kind == A::conclude ||
           kind == A::transfer_out;
  }

  // Whether the unit that has it sent it back.
  bool was_declined(std::size_t place) const {
    const Assignment& order = whole_.assignments[place];
    if (order.state == AssignmentState::declined) return true;
    // One that was let go after that: at the time it was declined, the unit had no other.
    for (const Event& event : events_) {
      if (event.action.kind != A::decline) continue;
      if (event.actor.unit == order.unit && declined_at(event) == place) return true;
    }
    return false;
  }

  // The order the unit of the event had before it, found by going through all that ended orders.
  std::size_t declined_at(const Event& decline) const {
    std::size_t found = whole_.assignments.size();
    for (std::size_t place = 0; place < whole_.assignments.size(); ++place) {
      const Assignment& order = whole_.assignments[place];
      const bool was_there = brought_by_[place]->version < decline.version;
      const bool was_open = !order.ended || *order.ended >= decline.happened;
      if (was_there && was_open && order.unit == decline.actor.unit) return place;
    }
    return found;
  }

  void orders() {
    for (std::size_t i = 0; i < whole_.assignments.size(); ++i) {
      const Assignment& order = whole_.assignments[i];
      if (!was_given(i)) continue;
      Fact& fact = add(FactKind::ordered, order.ordered, order.unit);
      fact.number = order.no;
      const bool leads = order.role == AssignmentRole::lead;
      fact.marks.add(Mark::lead, leads);
      fact.marks.add(Mark::done, order.state == AssignmentState::done);
      fact.marks.add(Mark::rework, order.round != 1);
      fact.marks.add(Mark::declined, was_declined(i));
      for (std::size_t j = 0; j < i; ++j) {
        const Assignment& earlier = whole_.assignments[j];
        const bool led = earlier.role == AssignmentRole::lead && was_given(j);
        fact.marks.add(Mark::redirected, leads && led && earlier.unit != order.unit);
      }
    }
  }

  void dispatches() {
    std::map<std::int64_t, std::vector<std::size_t>> by_event;
    for (std::size_t i = 0; i < whole_.assignments.size(); ++i) {
      if (was_given(i)) by_event[brought_by_[i]->version].push_back(i);
    }
    std::map<std::int32_t, const Event*> first;
    for (const auto& [version, places] : by_event) {
      const Event& event = *brought_by_[places.front()];
      const bool names_lead =
          std::any_of(event.action.orders.begin(), event.action.orders.end(),
                      [](const Order& order) { return order.role == AssignmentRole::lead; });
      if (!names_lead) continue;
      // What it is numbered by does not change figures; its lead may have passed to another order.
      std::int32_t number = 1;
      for (std::size_t i = 0; i < whole_.assignments.size(); ++i) {
        const Event& other = *brought_by_[i];
        const bool begins = other.version < version && begins_dispatch(i);
        if (begins) ++number;
      }
      Fact& fact = add(FactKind::dispatched, event.happened, event.actor.unit, event.actor.person);
      fact.number = number;
      for (std::size_t i = 0; i < whole_.assignments.size(); ++i) {
        const Assignment& order = whole_.assignments[i];
        if (order.dispatch != number || order.role != AssignmentRole::lead) continue;
        fact.marks.add(Mark::rework, order.round != 1);
        fact.marks.add(Mark::redirected, was_declined(i));
      }
    }
  }

  // The first order of an event that names a lead, or work that was taken on.
  bool begins_dispatch(std::size_t place) const {
    const Event& event = *brought_by_[place];
    if (place > 0 && brought_by_[place - 1]->version == event.version) return false;
    if (event.action.kind == A::handle || event.action.kind == A::guide) return true;
    if (event.action.kind == A::consult) return false;
    return std::any_of(event.action.orders.begin(), event.action.orders.end(),
                       [](const Order& order) { return order.role == AssignmentRole::lead; });
  }

  void work() {
    for (const Assignment& order : whole_.assignments) {
      if (order.role != AssignmentRole::lead || order.state != AssignmentState::done) continue;
      std::string person;
      for (const Event& event : events_) {
        if (event.action.kind == A::feedback && event.happened == *order.ended &&
            event.actor.unit == order.unit) {
          person = event.actor.person;
        }
      }
      Fact& fact = add(FactKind::handled, *order.ended, order.unit, person);
      fact.number = order.no;
      fact.amount = (*order.ended - order.ordered).count();
      fact.marks.add(Mark::rework, order.round != 1);
      fact.marks.add(Mark::closed, whole_.position.state == State::closed);
    }
  }

  void deeds() {
    for (const Event& event : events_) {
      const A kind = event.action.kind;
      if (kind == A::decline || kind == A::send_back)
        add(FactKind::returned, event.happened, event.actor.unit, event.actor.person);
      if ((kind != A::check && kind != A::confirm) || !event.action.passed) continue;
      Fact& fact = add(kind == A::check ? FactKind::checked : FactKind::confirmed, event.happened,
                       event.actor.unit, event.actor.person);
      fact.marks.add(*event.action.passed ? Mark::passed : Mark::failed);
    }
  }

  void consultations() {
    std::size_t place = facts_.size();
    for (const Event& event : events_) {
      if (event.action.kind == A::consult && phase_of(event.before.state) != Phase::consulting) {
        place = facts_.size();
        add(FactKind::consulted, event.happened, event.actor.unit, event.actor.person);
      }
      if (event.action.kind == A::conclude && *event.action.passed)
        facts_.at(place).marks.add(Mark::agreed);
    }
  }

  void closing() {
    if (whole_.position.state != State::closed) return;
    const Event* last = nullptr;
    bool reopened = false;
    for (const Event& event : events_) {
      if (event.after.state == State::closed && event.before.state != State::closed) last = &event;
      if (event.after.state != State::closed && event.before.state == State::closed)
        reopened = true;
    }
    Fact& fact = add(FactKind::closed, *whole_.ended, last->actor.unit, last->actor.person);
    fact.amount = (*whole_.ended - whole_.reported).count();
    fact.marks.add(Mark::requested, whole_.has_requester);
    fact.marks.add(Mark::self, whole_.mode == ResolutionMode::self);
    fact.marks.add(Mark::guided, whole_.mode == ResolutionMode::guided);
    fact.marks.add(Mark::by_orders, whole_.mode == ResolutionMode::dispatched);
    fact.marks.add(Mark::reopened, reopened);
    fact.marks.add(Mark::escalated, whole_.solved_on > whole_.origin);
  }

  void spent() {
    if (!is_end(whole_.position.state)) return;
    std::map<std::string, std::int64_t> sums;
    for (const Responsibility::Span& span : time_->spans) {
      if (span.share.kind == Share::Kind::unit)
        sums[span.share.unit] += (span.until - span.from).count();
    }
    for (const auto& [unit, amount] : sums)
      add(FactKind::spent, *whole_.ended, unit).amount = amount;
  }

  const Case whole_;
  const std::vector<Event> events_;
  const std::shared_ptr<const Policy> policy_;
  std::optional<Responsibility> time_;
  std::vector<const Event*> brought_by_;
  std::vector<Fact> facts_;
};

std::string key_of(const Fact& fact, Dimension by) {
  switch (by) {
  case Dimension::total: return "";
  case Dimension::unit: return fact.unit;
  case Dimension::person: return fact.person;
  case Dimension::grid: return fact.grid;
  case Dimension::category: return fact.category;
  case Dimension::channel: return fact.channel;
  case Dimension::tier:
    return fact.marks.has(Mark::village)    ? "village"
           : fact.marks.has(Mark::township) ? "township"
           : fact.marks.has(Mark::county)   ? "county"
                                            : "";
  }
  return "";
}

// The amounts of what is counted.
std::vector<std::int64_t> amounts_of(const std::vector<const Fact*>& facts,
                                     const FactFilter& filter) {
  std::vector<std::int64_t> amounts;
  for (const Fact* fact : facts) {
    if (filter.takes(*fact)) amounts.push_back(fact->amount);
  }
  std::sort(amounts.begin(), amounts.end());
  return amounts;
}

constexpr std::int64_t hour = 3'600'000'000;

Measurement figure(const MeasureDefinition& it, const std::string& key,
                   const std::vector<const Fact*>& facts) {
  Measurement figure;
  figure.measure = it.code;
  figure.key = key;
  const auto amounts = amounts_of(facts, it.numerator);
  const auto count = static_cast<std::int64_t>(amounts.size());
  const std::int64_t sum = std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
  switch (it.form) {
  case MeasureForm::count:
    figure.ratio = {count, 1};
    figure.value = count * 100;
    return figure;
  case MeasureForm::rate:
    figure.ratio = {count, static_cast<std::int64_t>(amounts_of(facts, it.denominator).size())};
    figure.value = hundredths(figure.ratio);
    return figure;
  case MeasureForm::mean: figure.ratio = {sum, count}; break;
  case MeasureForm::sum: figure.ratio = {sum, 1}; break;
  case MeasureForm::median:
    if (count % 2 == 1) figure.ratio = {amounts[amounts.size() / 2], 1};
    if (count > 0 && count % 2 == 0)
      figure.ratio = {amounts[amounts.size() / 2 - 1] + amounts[amounts.size() / 2], 2};
    break;
  case MeasureForm::percentile90:
    for (std::int64_t i = 0; i < count && figure.ratio.denominator == 0; ++i) {
      if ((i + 1) * 10 >= count * 9) figure.ratio = {amounts[static_cast<std::size_t>(i)], 1};
    }
    break;
  }
  figure.value = hundredths({figure.ratio.numerator, figure.ratio.denominator * hour}, false);
  return figure;
}

}  // namespace

std::vector<Fact> recounted_facts(const Engine& engine, const Actor& actor) {
  std::vector<Fact> all;
  std::set<CaseId> seen;
  const Actor whole_county{engine.policy()->organization.code, "", ""};
  for (const Event& event : engine.read_log(0, 10'000, whole_county)) {
    if (event.case_id == CaseId::none || !seen.insert(event.case_id).second) continue;
    if (!engine.get(event.case_id, actor)) continue;
    for (const Fact& fact : Reading(engine, event.case_id, actor).facts())
      all.push_back(fact);
  }
  return all;
}

std::vector<Measurement> recounted(const std::vector<Fact>& facts, const MeasureQuery& query,
                                   Instant now) {
  std::map<std::string, std::vector<const Fact*>> by_key;
  if (query.by == Dimension::total) by_key[""];
  for (const Fact& fact : facts) {
    if (fact.at > now) continue;
    const std::string day = format_local(fact.at, zone).substr(0, 10);
    if (day < format_date(query.period.from) || day >= format_date(query.period.until)) continue;
    const bool is_counted = std::any_of(
        measure_catalogue().begin(), measure_catalogue().end(), [&](const MeasureDefinition& it) {
          return it.numerator.takes(fact) ||
                 (it.form == MeasureForm::rate && it.denominator.takes(fact));
        });
    if (is_counted) by_key[key_of(fact, query.by)].push_back(&fact);
  }
  std::vector<Measurement> figures;
  for (const MeasureDefinition& it : measure_catalogue()) {
    for (const auto& [key, under] : by_key)
      figures.push_back(figure(it, key, under));
  }
  return figures;
}

std::string listed(const std::vector<Measurement>& figures) {
  std::string text;
  for (const Measurement& it : figures) {
    text += it.measure + " " + it.key + " " + std::to_string(it.ratio.numerator) + "/" +
            std::to_string(it.ratio.denominator) + " " + two_decimals(it.value) + "\n";
  }
  return text;
}

}  // namespace gridcase::test
