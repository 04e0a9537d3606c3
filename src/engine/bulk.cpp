#include "engine/bulk.hpp"

#include "engine/bulk_line.hpp"
#include "engine/queries.hpp"
#include "engine/reading.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

class Bulking {
public:
  Bulking(BulkTools tools, const Bulk& bulk, const Actor& actor, Instant now)
      : tools_(tools), bulk_(bulk), actor_(actor), now_(now),
        line_(tools.store, &tools.writer, bulk.key) {}

  BulkReport run(BulkBudget budget) {
    alone([&] { bound_ = BulkLine::bound(line_.begin(bulk_, actor_, now_)); });
    if (auto receipt = line_.receipt()) return *std::move(receipt);
    const BulkProgress before = line_.progress();
    tally_ = before.tally;
    const bool is_through = walk(budget);
    if (auto receipt = line_.receipt()) return *std::move(receipt);  // somebody was quicker
    if (is_through) {
      drop_done();
      alone([&] { line_.end(tally_, actor_, now_); });
      return line_.receipt().value();
    }
    if (tally_.position != before.tally.position)
      alone([&] { line_.advance(before, tally_, actor_, now_); });
    return line_.report(tally_, line_.count_done());
  }

private:
  template <typename Do> void alone(Do what) { tools_.queue.exclusively(what); }

  // Whether no case is left.
  bool walk(BulkBudget budget) {
    CaseQuery query = bulk_.query;
    for (std::int32_t left = budget.total; left > 0;) {
      if (is_behind(bound_)) return true;
      query.after = tally_.position;
      query.limit = std::min(left, budget.slice);
      CasePage page = find(tools_.store, *tools_.rulebooks.current(), query, actor_);
      const bool is_last = !page.next;
      drop_later(page.cases);
      if (line_.has_ended() || !carry_out(page.cases)) return false;
      left -= static_cast<std::int32_t>(page.cases.size());
      if (is_last) return true;
      tally_.position = *page.next;
    }
    return is_behind(bound_);
  }

  bool is_behind(CaseId id) const { return to_number(tally_.position) >= to_number(id); }

  // Cases that were recorded after it was begun are not in it.
  void drop_later(std::vector<CaseSummary>& cases) const {
    const auto is_later = [&](const CaseSummary& it) {
      return to_number(it.id) > to_number(bound_);
    };
    cases.erase(std::find_if(cases.begin(), cases.end(), is_later), cases.end());
  }

  Submission submission_for(CaseId id) const {
    Submission submission{bulk_.action, actor_, now_};
    submission.action.case_id = id;
    submission.action.command_id = line_.command_of(id);
    return submission;
  }

  // One slice. False when another writer was in the way: the rest is for the next call.
  bool carry_out(const std::vector<CaseSummary>& cases) {
    if (cases.empty()) return true;
    std::vector<Submission> submissions;
    submissions.reserve(cases.size());
    for (const CaseSummary& it : cases)
      submissions.push_back(submission_for(it.id));
    const auto answers = tools_.queue.submit_own(submissions, Origin::bulk);
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (!settle(cases[i], submissions[i], answers[i])) return false;
      tally_.position = cases[i].id;
    }
    return true;
  }

  bool settle(const CaseSummary& it, const Submission& submission, const Answer& answer) {
    if (answer.ok()) return true;
    if (answer.status == Status::refused) {
      note_refusal(it, answer);
      return true;
    }
    return settle_alone(it, submission);
  }

  // Submitted alone, a damaged case throws what is wrong with it.
  bool settle_alone(const CaseSummary& it, const Submission& submission) {
    try {
      const Answer answer = tools_.queue.submit(&submission, 1, Origin::bulk).front();
      if (answer.status == Status::refused) note_refusal(it, answer);
      return answer.ok() || answer.status == Status::refused;
    } catch (const Error& error) {
      if (concerns_store(error)) throw;
      ++tally_.failed;
      return true;
    }
  }

  void note_refusal(const CaseSummary& it, const Answer& answer) {
    ++tally_.refused;
    ++tally_.refusals[answer.refusal->code];
    if (tally_.listed.size() >= most_listed_verdicts) return;
    BulkVerdict& verdict = tally_.listed.emplace_back();
    verdict.case_id = it.id;
    verdict.number = it.number;
    verdict.before = answer.state == State::none ? it.position.state : answer.state;
    verdict.after = verdict.before;
    verdict.refusal = answer.refusal;
    verdict.deadline = it.deadline;
  }

  // What was refused here may have been done by another who does the same bulk, later.
  void drop_done() {
    auto& listed = tally_.listed;
    const auto is_done = [&](const BulkVerdict& verdict) {
      if (!line_.is_done(verdict.case_id)) return false;
      --tally_.refused;
      --tally_.refusals[verdict.refusal->code];
      return true;
    };
    listed.erase(std::remove_if(listed.begin(), listed.end(), is_done), listed.end());
  }

  BulkTools tools_;
  const Bulk& bulk_;
  const Actor& actor_;
  Instant now_;
  BulkLine line_;
  CaseId bound_ = CaseId::none;
  model::BulkTally tally_;
};

}  // namespace

BulkReport carry_out_bulk(BulkTools tools, const Bulk& bulk, const Actor& actor, Instant now,
                          BulkBudget budget) {
  check_bulk(bulk, true);
  const RulebookPtr in_force = tools.rulebooks.current();
  check_bulk_actor(*in_force, actor, now);
  check_case_query(*in_force, bulk.query);  // before anything is begun
  return Bulking(tools, bulk, actor, now).run(budget);
}

std::optional<BulkReport> bulk_receipt(store::Store& store, const Rulebook& rules,
                                       const std::string& key, const Actor& actor) {
  (void)scope_of(rules, actor);  // there must be such an actor
  const BulkLine line(store, nullptr, key);
  const auto begun = line.begun();
  if (!begun) return std::nullopt;
  const bool is_own = begun->actor.unit == actor.unit &&
                      (rules.policy->organization.roles.empty() || actor.person.empty() ||
                       begun->actor.person == actor.person);
  const bool may_see = is_own || rules::governs(rules.directory, actor);
  return may_see ? line.receipt() : std::nullopt;
}

}  // namespace gridcase::engine
