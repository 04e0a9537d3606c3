#include "support/hands.hpp"

#include "support/time_rules.hpp"

#include <algorithm>

namespace gridcase::test {
namespace {

using A = ActionKind;

// Two people who have posts at two units each, so that one can meet a case in two capacities.
void add_people(Organization& organization) {
  const auto add = [&](std::string code, std::string home, std::string other) {
    Person person;
    person.code = code;
    person.name = code;
    person.unit = std::move(home);
    Post post;
    post.role = "handler";
    post.unit = std::move(other);
    person.posts = {post};
    organization.persons.push_back(person);
  };
  add("both", drains, traffic);
  add("two", traffic, village);
}

// They end or stop a case, and would leave the others no chance.
bool is_rare(A kind) {
  return kind == A::annul || kind == A::reject || kind == A::merge || kind == A::force_close ||
         kind == A::suspend || kind == A::withdraw || kind == A::escalate || kind == A::hand_down ||
         kind == A::transfer || kind == A::take_over || kind == A::decline || kind == A::consult ||
         kind == A::answer || kind == A::send_back;
}

// They move nothing.
bool is_talk(A kind) {
  return kind == A::comment || kind == A::attach || kind == A::link || kind == A::urge ||
         kind == A::supervise || kind == A::request_info || kind == A::supply_info ||
         kind == A::amend || kind == A::rebase || kind == A::expedite || kind == A::split ||
         kind == A::reclassify || kind == A::record_outcome || kind == A::rate ||
         kind == A::mediate || kind == A::mark_hard || kind == A::broadcast ||
         kind == A::progress || kind == A::request_extension || kind == A::follow_up ||
         kind == A::check;
}

}  // namespace

Policy policy_of_run(Dice& dice) {
  TimeRules time = chinese_time();
  Milestone sign = milestone("sign", Moment::dispatched, Moment::signed_for);
  Milestone turn = milestone("turn", Moment::freed, Moment::handled);
  sign.each_order = turn.each_order = true;
  turn.restart_on_rework = dice.chance(50);
  time.milestones = {sign, turn, milestone("close", Moment::reported, Moment::closed)};
  time.limits = {limit("sign", 2, LimitUnit::urgent_hour), limit("turn", 1, LimitUnit::working_day),
                 limit("close", 3, LimitUnit::end_of_working_day)};
  time.deviations.suspensions = 0;
  Policy policy = county_with(std::move(time));
  add_people(policy.organization);
  for (Unit& unit : policy.organization.units)
    unit.valid_until = Date{2100, 1, 1};  // so that others may take over
  policy.rules.separate_duties = dice.chance(50);
  policy.rules.release_scene = dice.chance(50);
  policy.rules.parts_first = dice.chance(50);
  policy.rules.first_receiver = dice.chance(20);
  policy.rules.rework_dissatisfied = dice.chance(70);
  policy.rules.return_limit = static_cast<std::int32_t>(dice.below(3));
  if (dice.chance(60)) {
    JoinRule rule;
    rule.code = "joined";
    rule.category = "04";
    rule.result = JoinRule::Result(dice.between(std::size_t{1}, std::size_t{3}));
    rule.others = JoinRule::Others(dice.between(std::size_t{1}, std::size_t{3}));
    policy.rules.joins = {rule};
  }
  return policy;
}

Hand::Hand(County& county, Dice& dice) : county_(county), dice_(dice) {
  for (const Unit& unit : county.engine().policy()->organization.units)
    units_.push_back(unit.code);
  for (const Person& person : county.engine().policy()->organization.persons)
    persons_.push_back(person.code);
  favourite_ = dice.chance(50) ? "both" : "two";
}

// An actor and an action that the lifecycle and the rights allow; nothing if this unit has none.
std::optional<std::pair<Actor, Action>> Hand::next(CaseId id, const std::vector<CaseId>& all) {
  Actor actor{unit_for(id), "", ""};
  const auto choices = county_.engine().allowed(id, actor, county_.now());
  if (choices.empty()) return std::nullopt;
  const Allowed& choice = weighted(choices);
  if (dice_.chance(70)) actor.person = person_of(actor.unit);
  Action action;
  action.kind = choice.action;
  action.case_id = id;
  for (const std::string& field : choice.required)
    fill(action, field, all);
  for (const std::string& field : choice.optional) {
    if (dice_.chance(30)) fill(action, field, all);
  }
  if (action.kind == A::check || action.kind == A::confirm) {
    if (dice_.chance(50)) action.passed.reset();
    if (!action.passed && dice_.chance(70)) action.unit = dice_.chance(50) ? traffic : village;
    if (action.passed) action.unit.clear();
  }
  if (action.kind == A::conclude && action.passed == true) fill(action, "orders", all);
  return std::pair(actor, action);
}

// Mostly what brings the case on.
const Allowed& Hand::weighted(const std::vector<Allowed>& choices) {
  std::vector<const Allowed*> urn;
  for (const Allowed& choice : choices) {
    const int weight = is_rare(choice.action) || is_talk(choice.action) ? 1 : 12;
    urn.insert(urn.end(), static_cast<std::size_t>(weight), &choice);
  }
  return *dice_.pick(urn);
}

// Mostly one that has a part in the case.
std::string Hand::unit_for(CaseId id) {
  const Case whole = county_.whole(id);
  std::vector<std::string> involved{whole.holder};
  if (!whole.checker.empty()) involved.push_back(whole.checker);
  for (const Assignment& order : whole.assignments) {
    if (order.is_open()) involved.push_back(order.unit);
  }
  return dice_.chance(85) ? dice_.pick(involved) : dice_.pick(units_);
}

std::string Hand::person_of(const std::string& unit) {
  std::vector<std::string> fitting;
  const Directory directory = county_.engine().directory();
  for (const std::string& person : persons_) {
    if (directory.may_act_for(person, unit, county_.now())) fitting.push_back(person);
  }
  // Somebody who meets the case again and again, now for one unit and now for another.
  const bool is_there = std::find(fitting.begin(), fitting.end(), favourite_) != fitting.end();
  if (is_there && dice_.chance(80)) return favourite_;
  return fitting.empty() ? std::string() : dice_.pick(fitting);
}

void Hand::fill(Action& action, const std::string& field, const std::vector<CaseId>& all) {
  if (field == "reason") action.reason = "some_reason";
  if (field == "note") action.note = "有话要说";
  if (field == "reply") action.reply = "已处理";
  if (field == "unit") action.unit = dice_.pick(units_);
  if (field == "units") action.units = {dice_.pick(units_)};
  if (field == "passed") action.passed = dice_.chance(60);
  if (field == "orders") fill_orders(action);
  if (field == "conclusive") action.conclusive = true;
  if (field == "until") action.until = county_.now() + std::chrono::hours(5);
  if (field == "other_case") action.other_case = dice_.pick(all);
  if (field == "relation" && action.other_case != CaseId::none)
    action.relation = Relation(dice_.between(std::size_t{1}, std::size_t{4}));
  if (field == "satisfaction") action.satisfaction = static_cast<std::int32_t>(1 + dice_.below(5));
  if (field == "solved") action.solved = dice_.chance(30) ? "no" : "yes";
  if (field == "figures") action.figures = {{"persons_moved", 3, "persons"}};
  if (field == "category") action.category = "0404";
  if (field == "attachments") {
    action.attachments = {{"a.pdf", "application/pdf", 1, std::string(64, 'a'), "agreement", ""}};
  }
}

void Hand::fill_orders(Action& action) {
  action.orders.clear();
  const bool has_lead = dice_.chance(75);
  const std::size_t count = dice_.between(std::size_t{1}, std::size_t{3});
  for (std::size_t i = 0; i < count; ++i) {
    const auto role = has_lead && i == 0
                          ? AssignmentRole::lead
                          : AssignmentRole(dice_.between(std::size_t{2}, std::size_t{5}));
    const std::string& unit = dice_.chance(60) ? (i == 0 ? drains : traffic) : dice_.pick(units_);
    action.orders.push_back({unit, role, "task"});
    if (i > 0 && dice_.chance(30)) action.orders.back().after = {action.orders.front().unit};
  }
}

}  // namespace gridcase::test
