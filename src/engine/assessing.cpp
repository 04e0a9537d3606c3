#include "engine/assessing.hpp"

#include "base/hash.hpp"
#include "engine/assessment_line.hpp"
#include "engine/measuring.hpp"
#include "engine/reading.hpp"
#include "engine/reckoning.hpp"
#include "rules/assessing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace gridcase::engine {
namespace {

constexpr int tries_to_read = 20;

bool is_same(const Period& a, const Period& b) { return a.from == b.from && a.until == b.until; }

const FrozenPeriod* find(const std::vector<FrozenPeriod>& list, const Period& period) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const FrozenPeriod& one) {
    return is_same(one.period, period);
  });
  return found == list.end() ? nullptr : &*found;
}

// Those that were frozen before this one was; all if it is not frozen.
std::vector<FrozenPeriod> frozen_before(std::vector<FrozenPeriod> list, const Period& period) {
  if (const FrozenPeriod* const own = find(list, period))
    list.resize(static_cast<std::size_t>(own - list.data()));
  return list;
}

// The last moment that belongs to it.
Instant last_moment(const Rulebook& book, const Period& period) {
  return start_of(book, period.until) - Duration(1);
}

void check_begun(const Rulebook& book, const Period& period, Instant now) {
  check_period(period);
  if (start_of(book, period.from) <= now) return;
  throw Error(ErrorCode::invalid_argument,
              fmt::format("the period from {} has not begun", format_date(period.from)), "period");
}

void check_governs(const Rulebook& book, const Actor& actor) {
  (void)scope_of(book, actor);
  engine::check_governs(book, actor, "units and persons are scored by the command centre");
}

// The unit the subject's lines are open to, with those above it.
std::string unit_of(const Directory& directory, const std::string& subject) {
  const Person* const person = directory.person(subject);
  return person == nullptr ? subject : person->unit;
}

// Everybody reads of their own unit and those below it.
void keep_own(Assessment& assessment, const Rulebook& book, const Actor& actor) {
  (void)scope_of(book, actor);
  if (rules::governs(book.directory, actor)) return;
  const auto is_hidden = [&](const std::string& subject) {
    return !book.directory.is_within(unit_of(book.directory, subject), actor.unit);
  };
  auto& scores = assessment.scores.scores;
  scores.erase(std::remove_if(scores.begin(), scores.end(),
                              [&](const Score& score) { return is_hidden(score.subject.code); }),
               scores.end());
  auto& marks = assessment.marks;
  marks.erase(std::remove_if(marks.begin(), marks.end(),
                             [&](const ScoreMark& mark) { return is_hidden(mark.subject); }),
              marks.end());
  auto& exemptions = assessment.exemptions;
  exemptions.erase(std::remove_if(exemptions.begin(), exemptions.end(),
                                  [&](const Fact& fact) { return is_hidden(fact.unit); }),
                   exemptions.end());
}

}  // namespace

ExemptionRange exemption_range(const std::vector<FrozenPeriod>& earlier, const Period& period) {
  ExemptionRange range;
  for (const FrozenPeriod& one : earlier) {
    if (!rules::is_as_long(one.period, period)) continue;
    range.after = std::max(range.after, one.sequence);
    if (!(period.from < one.period.until)) range.days.push_back(one.period);
  }
  if (range.days.empty()) range.after = 0;
  return range;
}

std::vector<Fact> exempted_in(const ExemptionRange& range, const std::vector<Fact>& before,
                              const std::vector<Fact>& now, const std::string& zone) {
  std::vector<Fact> list = rules::newly_exempted(before, now);
  const auto is_outside = [&](const Fact& fact) {
    const Date day = date_of(fact.at, zone);
    return std::none_of(range.days.begin(), range.days.end(), [&](const Period& period) {
      return !(day < period.from) && day < period.until;
    });
  };
  list.erase(std::remove_if(list.begin(), list.end(), is_outside), list.end());
  return list;
}

Assessment Assessing::assess(const AssessmentQuery& query, const Actor& actor, Instant now) {
  const RulebookPtr book = rulebooks_.current();
  check_period(query.period);
  (void)scope_of(*book, actor);
  const bool governs = rules::governs(book->directory, actor);
  if (!query.afresh && !query.as_of) {
    const auto list = AssessmentLine(store_, nullptr, query.rules).frozen();
    if (const FrozenPeriod* const known = find(list, query.period)) return frozen(*known, actor);
    if (!governs && rules_on(book->policy->scoring, query.rules, query.period.from) != nullptr) {
      throw Error(ErrorCode::not_found,
                  fmt::format("{} is not frozen by {}; until then its scores are the command "
                              "centre's",
                              format_period(query.period), query.rules),
                  "period");
    }
  }
  (void)score_rules_on(*book, query.rules, query.period.from);
  check_governs(*book, actor);
  return reckon(query, now);
}

Assessment Assessing::frozen(const FrozenPeriod& frozen, const Actor& actor) {
  Assessment assessment =
      read_assessment(AssessmentLine(store_, nullptr, frozen.rules).text_of(frozen.period));
  assessment.frozen = frozen.freeze;
  keep_own(assessment, *rulebooks_.current(), actor);
  return assessment;
}

// Each channel is read by itself: that all of it is of one state of the record is seen by the last
// event that each took in.
Assessment Assessing::reckon(const AssessmentQuery& query, Instant now) {
  const RulebookPtr book = rulebooks_.current();
  check_begun(*book, query.period, now);
  Assessment assessment;
  const Instant until = std::min(query.as_of.value_or(now), now);
  for (int i = 0; i < tries_to_read; ++i) {
    assessment = {};
    assessment.until = std::min(until, last_moment(*book, query.period));
    if (fill(query, book, until, assessment)) return assessment;
  }
  throw Error(
      ErrorCode::busy,
      "others kept writing while the scores were reckoned; try again, or freeze the period");
}

// Asked up to `until`, not to the end of the period: sums that are kept are of months that are over.
bool Assessing::fill(const AssessmentQuery& query, const RulebookPtr& book, Instant until,
                     Assessment& assessment) {
  const ScoreRules& rules = score_rules_on(*book, query.rules, query.period.from);
  assessment.sequence = store_.current_county().last_sequence;
  assessment.marks = AssessmentLine(store_, nullptr, query.rules).marks(query.period, query.as_of);
  assessment.exemptions = exemptions(query);
  Reckoning reckoning(book, rules, query.period);
  for (auto& [channel, tables] : reckoning.tables()) {
    const Until recorded{Until{}.sequence, query.as_of};
    FactSource source(store_, rulebooks_, {reckoning.by(), {}, channel, query.period, recorded},
                      model::whole_county(), until);
    FactTables& taken = tables;
    const std::int64_t sequence = source.read(
        taken.selections(), [&](const store::FactReading& reading) { taken.take(reading); },
        [&](const Fact& fact, std::int64_t count) { taken.correct(fact, count); });
    if (sequence != assessment.sequence) return false;
  }
  reckoning.finish(assessment);
  return store_.current_county().last_sequence == assessment.sequence;
}

std::vector<Fact> Assessing::exemptions(const AssessmentQuery& query) {
  const auto earlier =
      frozen_before(AssessmentLine(store_, nullptr, query.rules).frozen(), query.period);
  const ExemptionRange range = exemption_range(earlier, query.period);
  std::vector<Fact> all;
  if (range.after == 0) return all;
  const rules::WaitedFor moments = waited_for(rulebooks_);
  const std::string zone = rulebooks_.current()->policy->organization.time_zone;
  for (const CaseId id : store_.cases_with(ActionKind::decide_appeal, range.after)) {
    const auto before = meter_of(store_, id, {range.after, {}}).read(moments);
    const auto now = meter_of(store_, id, {Until{}.sequence, query.as_of}).read(moments);
    for (Fact& fact : exempted_in(range, before, now, zone))
      all.push_back(std::move(fact));
  }
  return all;
}

MeasureFacts Assessing::facts_behind(const FigureKey& figure, const AssessmentQuery& query,
                                     const Actor& actor, Instant now) {
  const RulebookPtr book = rulebooks_.current();
  const Assessment whole = assess(query, actor, now);
  const auto& scores = whole.scores.scores;
  const bool is_scored = std::any_of(scores.begin(), scores.end(), [&](const Score& score) {
    return score.subject.code == figure.subject;
  });
  if (!is_scored) {
    throw Error(ErrorCode::not_found, fmt::format("{} is not scored", figure.subject), "subject");
  }
  const MeasureDefinition& definition = definition_of(figure.measure);
  const RulebookPtr counted_by = rulebooks_.version(whole.policy_version);
  const bool is_person =
      scores_persons(score_rules_on(*counted_by, query.rules, query.period.from));
  const Until until{whole.sequence, query.as_of};
  FactSource source(store_, rulebooks_, {Dimension::total, {}, figure.channel, query.period, until},
                    model::whole_county(), whole.until);
  std::vector<Fact> facts = source.read_all(whole_facts_of(definition));
  const auto is_others = [&](const Fact& fact) {
    if (!figure.channel.empty() && fact.channel != figure.channel) return true;
    return is_person ? fact.person != figure.subject
                     : !counted_by->directory.is_within(fact.unit, figure.subject);
  };
  facts.erase(std::remove_if(facts.begin(), facts.end(), is_others), facts.end());
  MeasureFacts behind = sorted_behind(definition, std::move(facts), source.window());
  for (const Fact& fact : whole.exemptions) {
    if (is_others(fact)) continue;
    if (definition.numerator.takes(fact)) behind.numerator.push_back(fact);
    if (definition.form == MeasureForm::rate && definition.denominator.takes(fact))
      behind.denominator.push_back(fact);
  }
  return behind;
}

void Assessing::give_marks(const std::string& rules, const Period& period,
                           const std::vector<ScoreMark>& marks, const Actor& actor, Instant now) {
  const RulebookPtr book = rulebooks_.current();
  check_begun(*book, period, now);
  const ScoreRules& in_force = score_rules_on(*book, rules, period.from);
  (void)scope_of(*book, actor);
  for (const ScoreMark& mark : marks) {
    if (!actor.person.empty() && mark.by == actor.person) continue;
    check_governs(*book, actor);
  }
  if (marks.empty()) throw Error(ErrorCode::invalid_argument, "there is no mark", "marks");
  const auto subjects = subjects_of(in_force, book->policy->organization, period.from);
  auto faults = validate(in_force, subjects, marks);
  if (!faults.empty()) throw DocumentError("score marks", std::move(faults));
  AssessmentLine line(store_, writer_, rules);
  if (line.is_frozen(period)) {
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("{} is frozen; give the marks to the next period", format_period(period)),
        "period");
  }
  line.give(period, marks, actor, now);
}

Assessment Assessing::freeze(const std::string& rules, const Period& period, const Actor& actor,
                             Instant now) {
  const RulebookPtr book = rulebooks_.current();
  check_period(period);
  check_governs(*book, actor);
  AssessmentLine line(store_, writer_, rules);
  if (const auto list = line.frozen(); const FrozenPeriod* const known = find(list, period))
    return frozen(*known, actor);
  if (now < start_of(*book, period.until)) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} is not over; its last day must have passed", format_period(period)),
                "period");
  }
  const Assessment whole = reckon({rules, period, true, {}}, now);
  const std::string text = write_assessment(whole);
  FrozenPeriod frozen{rules, period, whole.policy_version, whole.sequence, {}};
  frozen.freeze.sha256 = base::sha256_hex(text);
  line.freeze(frozen, text, actor, now);
  const auto list = line.frozen();
  return this->frozen(*find(list, period), actor);
}

std::vector<FrozenPeriod> Assessing::frozen_periods(const std::string& rules, const Actor& actor) {
  const RulebookPtr book = rulebooks_.current();
  (void)scope_of(*book, actor);
  if (!rules.empty()) return AssessmentLine(store_, nullptr, rules).frozen();
  std::set<std::string> codes;
  for (const ScoreRules& one : book->policy->scoring)
    codes.insert(one.code);
  std::vector<FrozenPeriod> all;
  for (const std::string& code : codes) {
    const auto list = AssessmentLine(store_, nullptr, code).frozen();
    all.insert(all.end(), list.begin(), list.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const FrozenPeriod& a, const FrozenPeriod& b) {
    return a.sequence < b.sequence;
  });
  return all;
}

}  // namespace gridcase::engine
