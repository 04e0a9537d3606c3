#include "engine/verify_frozen.hpp"

#include "base/hash.hpp"
#include "engine/assessing.hpp"
#include "engine/assessment_line.hpp"
#include "engine/reckoning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>

namespace gridcase::engine {
namespace {

using Facts = std::vector<Fact>;

// A frozen period that is reckoned again.
struct Target {
  const FrozenPeriod& frozen;
  RulebookPtr book;
  std::string zone;
  ExemptionRange range;
  FactWindow window;
  Reckoning reckoning;
  Assessment again;
};

class FrozenCheck {
public:
  FrozenCheck(store::Store& store, Rulebooks& rulebooks, const std::vector<FrozenPeriod>& frozen)
      : store_(store), moments_(waited_for(rulebooks)) {
    for (const FrozenPeriod& one : frozen) {
      add_target(rulebooks, frozen, one);
      boundaries_.push_back(one.sequence);
    }
    std::sort(boundaries_.begin(), boundaries_.end());
    boundaries_.erase(std::unique(boundaries_.begin(), boundaries_.end()), boundaries_.end());
  }

  void run(const std::function<void(const std::string&)>& found) {
    walk_cases();
    for (Target& target : targets_)
      compare(target, found);
  }

private:
  void add_target(Rulebooks& rulebooks, const std::vector<FrozenPeriod>& all,
                  const FrozenPeriod& frozen) {
    const RulebookPtr book = rulebooks.version(frozen.policy_version);
    std::vector<FrozenPeriod> earlier;
    for (const FrozenPeriod* one = all.data(); one != &frozen; ++one) {
      if (one->rules == frozen.rules) earlier.push_back(*one);
    }
    Assessment again;
    again.until = start_of(*book, frozen.period.until) - Duration(1);
    again.sequence = frozen.sequence;
    again.marks =
        AssessmentLine(store_, nullptr, frozen.rules).marks(frozen.period, frozen.freeze.recorded);
    const std::string zone = book->policy->organization.time_zone;
    FactsAsked asked;
    asked.period = frozen.period;
    targets_.push_back(
        {frozen, book, zone, exemption_range(earlier, frozen.period),
         FactWindow(asked, again.until, zone),
         Reckoning(book, score_rules_on(*book, frozen.rules, frozen.period.from), frozen.period),
         std::move(again)});
  }

  void walk_cases() {
    constexpr std::int32_t page = 1000;
    for (CaseId after = CaseId::none;;) {
      const std::vector<CaseId> ids = store_.case_ids(after, page);
      for (const CaseId id : ids)
        take(facts_at_boundaries(id));
      if (ids.size() < page) return;
      after = ids.back();
    }
  }

  // As the case stood at each of the boundaries.
  std::vector<Facts> facts_at_boundaries(CaseId id) {
    std::vector<Facts> facts;
    rules::FactMeter meter;
    bool is_empty = true;
    const auto stand = [&] { facts.push_back(is_empty ? Facts() : meter.read(moments_)); };
    std::int64_t last = 0;
    each_record(id, [&](const store::Record& record) {
      while (facts.size() < boundaries_.size() && record.sequence > boundaries_[facts.size()]) {
        const bool is_same = !facts.empty() && last <= boundaries_[facts.size() - 1];
        if (is_same) {
          facts.push_back(facts.back());
        } else {
          stand();
        }
      }
      meter.add(store::decode(record));
      is_empty = false;
      last = record.sequence;
    });
    if (facts.size() < boundaries_.size()) stand();
    facts.resize(boundaries_.size(), facts.empty() ? Facts() : facts.back());
    return facts;
  }

  template <typename Each> void each_record(CaseId id, Each each) {
    constexpr std::int32_t page = 500;
    for (std::int64_t after = 0;;) {
      const auto records = store_.history(id, after, page);
      for (const store::Record& record : records)
        each(record);
      if (records.size() < page) return;
      after = records.back().version;
    }
  }

  const Facts& at(const std::vector<Facts>& facts, std::int64_t sequence) const {
    const auto place = std::lower_bound(boundaries_.begin(), boundaries_.end(), sequence);
    return facts[static_cast<std::size_t>(place - boundaries_.begin())];
  }

  void take(const std::vector<Facts>& facts) {
    for (Target& target : targets_) {
      const Facts& now = at(facts, target.frozen.sequence);
      for (const Fact& fact : now) {
        if (target.window.has(fact)) target.reckoning.add(fact);
      }
      if (target.range.after == 0) continue;
      for (Fact& fact : exempted_in(target.range, at(facts, target.range.after), now, target.zone))
        target.again.exemptions.push_back(std::move(fact));
    }
  }

  void compare(Target& target, const std::function<void(const std::string&)>& found) {
    const FrozenPeriod& frozen = target.frozen;
    target.reckoning.finish(target.again);
    const std::string text = AssessmentLine(store_, nullptr, frozen.rules).text_of(frozen.period);
    const std::string what =
        fmt::format("the frozen scores {} of {}", frozen.rules, format_period(frozen.period));
    if (base::sha256_hex(text) != frozen.freeze.sha256) {
      found(what + " are not those whose digest was recorded");
    } else if (write_assessment(target.again) != text) {
      found(what + " do not follow from the histories");
    }
  }

  store::Store& store_;
  const rules::WaitedFor moments_;
  std::list<Target> targets_;
  std::vector<std::int64_t> boundaries_;
};

}  // namespace

void check_frozen(store::Store& store, Rulebooks& rulebooks,
                  const std::vector<FrozenPeriod>& frozen,
                  const std::function<void(const std::string& message)>& found) {
  if (!frozen.empty()) FrozenCheck(store, rulebooks, frozen).run(found);
}

}  // namespace gridcase::engine
