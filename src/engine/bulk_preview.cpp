#include "engine/bulk.hpp"
#include "engine/bulk_line.hpp"
#include "engine/one_case.hpp"
#include "engine/queries.hpp"

#include <algorithm>
#include <utility>

namespace gridcase::engine {
namespace {

class Previewing {
public:
  Previewing(store::Store& store, Rulebooks& rulebooks, const Bulk& bulk, const Actor& actor,
             Instant now)
      : store_(store), rulebooks_(rulebooks), bulk_(bulk), actor_(actor), stated_now_(now),
        now_(std::max(now, store.current_county().last_recorded)) {}

  BulkReport run(const Rulebook& in_force) {
    constexpr std::int32_t page_size = 500;
    CaseQuery query = bulk_.query;
    query.limit = page_size;
    for (;;) {
      const CasePage page = find(store_, in_force, query, actor_);
      for (const CaseSummary& summary : page.cases)
        look_at(summary.id);
      if (!page.next) break;
      query.after = *page.next;
    }
    return finish();
  }

private:
  // One that cannot be looked at is counted.
  void look_at(CaseId id) {
    try {
      auto loaded = store_.read(id);
      if (!loaded) return;
      add(verdict_on(id, *std::move(loaded)));
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      ++report_.failed;
    }
  }

  BulkVerdict verdict_on(CaseId id, store::Loaded loaded) {
    OneCase subject(store_, id, std::move(loaded));
    BulkVerdict verdict;
    verdict.case_id = id;
    verdict.number = subject.snapshot().summary.number;
    Submission submission{bulk_.action, actor_, stated_now_};
    submission.action.case_id = id;
    verdict.before = subject.snapshot().summary.position.state;
    subject.end_hold_before(rulebooks_, submission, Origin::bulk, now_);
    verdict.refusal = subject.carry_out(rulebooks_, submission, Origin::bulk, now_);
    verdict.after = subject.snapshot().summary.position.state;
    verdict.deadline = subject.snapshot().summary.deadline;
    return verdict;
  }

  void add(BulkVerdict verdict) {
    std::vector<BulkVerdict>& list = verdict.refusal ? report_.verdicts : done_;
    if (verdict.refusal) {
      ++report_.refused;
      ++report_.refusals[verdict.refusal->code];
    } else {
      ++report_.done;
    }
    if (list.size() < most_listed_verdicts) list.push_back(std::move(verdict));
  }

  BulkReport finish() {
    report_.key = bulk_.key;
    report_.cases = report_.done + report_.refused + report_.failed;
    const std::size_t room = most_listed_verdicts - report_.verdicts.size();
    done_.resize(std::min(done_.size(), room));
    std::move(done_.begin(), done_.end(), std::back_inserter(report_.verdicts));
    return std::move(report_);
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  const Bulk& bulk_;
  const Actor& actor_;
  Instant stated_now_;
  Instant now_;
  BulkReport report_;
  std::vector<BulkVerdict> done_;
};

}  // namespace

BulkReport preview_bulk(store::Store& store, Rulebooks& rulebooks, const Bulk& bulk,
                        const Actor& actor, Instant now) {
  check_bulk(bulk, false);
  const RulebookPtr in_force = rulebooks.current();
  check_bulk_actor(*in_force, actor, now);
  return Previewing(store, rulebooks, bulk, actor, now).run(*in_force);
}

}  // namespace gridcase::engine
