#include "engine/patrolling.hpp"

#include "base/text.hpp"
#include "rules/decide.hpp"
#include "store/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace gridcase::engine {
namespace {

[[noreturn]] void refuse(const std::string& message, const char* field) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

const PatrolList& list_of(const Policy& policy, const std::string& code) {
  const auto& lists = policy.patrol_lists;
  const auto found = std::find_if(lists.begin(), lists.end(),
                                  [&](const PatrolList& list) { return list.code == code; });
  if (found == lists.end())
    refuse(fmt::format("the policy has no patrol list {}; it is named by its code", code), "list");
  return *found;
}

class Patrolling {
public:
  Patrolling(const Policy& policy, const Patrol& patrol, const Actor& actor, Instant now)
      : patrol_(patrol), actor_(actor), now_(now), list_(list_of(policy, patrol.list)) {
    for (const std::string& passed : patrol.passed)
      add_count(passed, 1);
    for (const Patrol::Failure& failure : patrol.failed)
      add_count(failure.clause, 0);
  }

  Submission record() const {
    Action action;
    action.kind = ActionKind::enter_record;
    action.command_id = command();
    action.happened = patrol_.happened;
    action.nature = Nature::patrol;
    action.title = list_.name.empty() ? list_.code : list_.name;
    action.reason = list_.code;
    action.note = patrol_.note;
    action.counts = counts_;
    return {std::move(action), actor_, now_};
  }

  std::vector<Submission> reports(CaseId record) const {
    std::vector<Submission> all;
    for (std::size_t i = 0; i < patrol_.failed.size(); ++i) {
      Action action = report(patrol_.failed[i]);
      // A key has no colon, so that no other key begins like this.
      action.command_id = fmt::format("{}:{}", command(), i + 1);
      action.other_case = record;
      action.relation = Relation::follows;
      all.push_back({std::move(action), actor_, now_});
    }
    return all;
  }

  // What was looked at, and with what result: the number of a failure must stay that of its clause.
  bool is_same(const Action& recorded) const {
    return recorded.reason == list_.code && recorded.counts == counts_;
  }

private:
  std::string command() const { return std::string(rules::patrol_command) + patrol_.key; }

  const Clause& clause(const std::string& code) const {
    const auto found = std::find_if(list_.clauses.begin(), list_.clauses.end(),
                                    [&](const Clause& one) { return one.code == code; });
    if (found == list_.clauses.end())
      refuse(fmt::format("the patrol list {} has no clause {}", list_.code, code), "clause");
    return *found;
  }

  void add_count(const std::string& code, std::int32_t counted) {
    CheckItem item;
    item.code = clause(code).code;
    item.counted = counted;
    counts_.push_back(std::move(item));
  }

  Action report(const Patrol::Failure& failure) const {
    const Clause& failed = clause(failure.clause);
    Action action;
    action.kind = ActionKind::report;
    action.happened = patrol_.happened;
    action.title = failure.title.empty() ? failed.text : failure.title;
    action.text = failure.text;
    action.category = failed.category;
    action.channel = "patrol";
    action.point = failure.point;
    action.address = failure.address;
    action.attachments = failure.attachments;
    return action;
  }

  const Patrol& patrol_;
  const Actor& actor_;
  Instant now_;
  const PatrolList& list_;
  std::vector<CheckItem> counts_;  // passed, then failed, as they were given
};

void check_key(const std::string& key) {
  const bool fits = !key.empty() && key.size() <= 32 && base::has_code_characters_only(key);
  if (!fits) refuse("a key has 1 to 32 characters of A-Z a-z 0-9 . _ -", "key");
}

}  // namespace

std::vector<Answer> carry_out_patrol(store::Store& store, const Rulebook& rules, GroupCommit& queue,
                                     const Patrol& patrol, const Actor& actor, Instant now) {
  check_key(patrol.key);
  const Patrolling round(*rules.policy, patrol, actor, now);
  const Submission record = round.record();
  std::vector<Answer> answers = queue.submit(&record, 1, Origin::bulk);
  const Answer entered = answers.front();
  if (!entered.ok()) return answers;
  if (entered.status == Status::duplicate) {
    const auto first = store.event_of(record.action.command_id);
    if (first && !round.is_same(store::decode(*first).action))
      refuse(fmt::format("the key {} was used for another round; give each its own", patrol.key),
             "key");
  }
  const std::vector<Submission> reports = round.reports(entered.case_id);
  if (reports.empty()) return answers;
  for (Answer& answer : queue.submit(reports.data(), reports.size(), Origin::bulk))
    answers.push_back(std::move(answer));
  return answers;
}

}  // namespace gridcase::engine
