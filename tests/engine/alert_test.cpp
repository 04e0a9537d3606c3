// Alerts: taken once however often they come, and what becomes of them.

#include "support/county.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Point tank{118.60, 28.70};

Policy with_types() {
  Policy policy;
  policy.organization = small_organization();
  AlertType dwell;
  dwell.code = "dwell";
  dwell.same_within = hours(2);
  dwell.same_metres = 200;
  dwell.category = "0401";
  dwell.site_list = "small-chemicals";
  AlertType licence;
  licence.code = "licence";
  policy.alert_types = {dwell, licence};
  policy.site_lists = {{"small-chemicals",
                        "小化工",
                        {{"s1", "", tank, 300, drains}, {"s2", "", {118.7, 28.7}, 300, ""}}}};
  return policy;
}

Action dwell_of(const std::string& plate, Point point, Instant from, Duration length) {
  Action action;
  action.kind = A::enter_record;
  action.nature = Nature::alert;
  action.title = "危化品车辆异常驻留";
  action.type = "dwell";
  if (!plate.empty()) action.subjects = {{"vehicle", plate, ""}};
  action.point = point;
  action.occurred = from;
  action.lasted_until = from + length;
  return action;
}

Answer enter(County& county, const Action& action, const std::string& unit = centre) {
  county.pass(minutes(1));
  return county.engine().submit(action, {unit, "", ""}, county.now());
}

std::vector<Answer> raise(County& county, const Action& action) {
  county.pass(minutes(1));
  return county.engine().raise_alert(action, {centre, "", ""}, county.now());
}

std::size_t count_alerts(County& county) {
  CaseQuery query;
  query.nature = Nature::alert;
  return county.engine().find(query, {centre, "", ""}).cases.size();
}

}  // namespace

TEST_CASE("an alert that comes again is the same alert, with a longer window") {
  County county(with_types());
  const Instant from = county.now() - hours(10);
  const Answer first = enter(county, dwell_of("苏F1", tank, from, hours(1)));
  REQUIRE(first.ok());
  const Answer again = enter(county, dwell_of("苏F1", tank, from + hours(3), hours(1)), drains);
  REQUIRE(again.ok());
  CHECK(again.case_id == first.case_id);
  const Case alert = county.whole(first.case_id);
  CHECK(alert.repeats == 1);
  CHECK(alert.occurred == from);
  CHECK(alert.lasted_until == from + hours(4));
  CHECK(count_alerts(county) == 1);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("an alert that becomes a sensitive case is as sensitive from the beginning") {
  Policy policy = with_types();
  for (Category& category : policy.organization.categories)
    category.sensitive = category.sensitive || category.code == "0401";
  County county(policy);
  Action alert;
  alert.kind = A::enter_record;
  alert.nature = Nature::alert;
  alert.title = "滞留";
  alert.type = "dwell";
  alert.subjects = {{"vehicle", "苏F12345", ""}};
  const Answer answer = enter(county, alert);
  REQUIRE(answer.ok());
  CHECK(county.whole(answer.case_id).category == "0401");
  CHECK(county.whole(answer.case_id).title == "***");
  CHECK(county.whole(answer.case_id).subjects.empty());
}

TEST_CASE("after its case was closed the same thing is an alert of its own") {
  County county(with_types());
  Action first = dwell_of("苏F12345", tank, county.now(), minutes(1));
  first.occurred.reset();
  first.lasted_until.reset();
  const auto raised = raise(county, first);
  REQUIRE(raised.size() >= 2);
  const CaseId made = raised[1].case_id;
  county.must(A::force_close, made, centre, because("driven_off"));
  const auto again = raise(county, first);
  REQUIRE(again.size() >= 2);
  CHECK(again[0].case_id != raised[0].case_id);
  CHECK(again[1].case_id != made);
  // What happened before it was closed is told late, and was that.
  Action late = first;
  late.occurred = county.whole(made).reported;
  CHECK(raise(county, late)[0].case_id == raised[0].case_id);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a repeat is as long as it is told, by whomever, with or without its time") {
  County county(with_types());
  Action alert = dwell_of("苏F12345", tank, county.now(), minutes(1));
  alert.occurred.reset();
  alert.lasted_until.reset();
  const CaseId id = raise(county, alert)[0].case_id;
  for (int i = 0; i < 3; ++i) {  // an hour and a half apart, and two hours are the same
    county.pass(minutes(90));
    const auto told = county.engine().raise_alert(alert, {room, "", ""}, county.now());
    CHECK(told.front().case_id == id);
    for (const Answer& answer : told)
      CHECK(answer.ok());
  }
  CHECK(count_alerts(county) == 1);
  CHECK(county.whole(id).repeats == 3);
}

TEST_CASE("another type, subject, place or window is another alert") {
  County county(with_types());
  const Instant from = county.now() - hours(20);
  REQUIRE(enter(county, dwell_of("苏F1", tank, from, hours(1))).ok());
  Action licence = dwell_of("苏F1", tank, from, hours(1));
  licence.type = "licence";
  Action drill = dwell_of("苏F1", tank, from, hours(1));
  drill.drill = true;
  for (const Action& other :
       {dwell_of("苏F2", tank, from, hours(1)), dwell_of("苏F1", {118.61, 28.7}, from, hours(1)),
        dwell_of("苏F1", tank, from + hours(4), hours(1)), licence, drill}) {
    const std::size_t before = count_alerts(county);
    REQUIRE(enter(county, other).ok());
    CHECK(count_alerts(county) == before + 1);
  }
}

TEST_CASE("the borders of same within belong to it") {
  County county(with_types());
  const Instant from = county.now() - hours(20);
  const Answer first = enter(county, dwell_of("苏F1", tank, from, hours(1)));
  CHECK(enter(county, dwell_of("苏F1", tank, from + hours(3), hours(0))).case_id == first.case_id);
  CHECK(enter(county,
              dwell_of("苏F1", tank, from + hours(5) + std::chrono::microseconds(1), hours(0)))
            .case_id != first.case_id);
}

TEST_CASE("alerts of one batch know each other") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  county.pass(minutes(1));
  std::vector<Submission> batch;
  for (int i = 0; i < 3; ++i)
    batch.push_back(
        {dwell_of("苏F1", tank, from + minutes(i), minutes(5)), {centre, "", ""}, county.now()});
  const auto answers = county.engine().batch(batch);
  CHECK(answers[1].case_id == answers[0].case_id);
  CHECK(answers[2].case_id == answers[0].case_id);
  CHECK(county.whole(answers[0].case_id).repeats == 2);
}

TEST_CASE("a command id protects an alert that came again as it protects the first") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  Action alert = dwell_of("苏F1", tank, from, hours(1));
  alert.command_id = "gps-1";
  const Answer first = enter(county, alert);
  CHECK(enter(county, alert).status == Status::duplicate);
  alert.command_id = "gps-2";
  CHECK(enter(county, alert).status == Status::committed);
  CHECK(enter(county, alert).status == Status::duplicate);
  CHECK(county.whole(first.case_id).repeats == 1);
}

TEST_CASE("an alert told again by its name becomes the case that its host did not live to make") {
  County county(with_types());
  Action alert = dwell_of("苏F1", tank, county.now() - hours(5), hours(1));
  alert.external_ids = {{"gps", "7"}};
  const Answer entered = enter(county, alert);
  REQUIRE(entered.ok());
  for (int times = 0; times < 2; ++times) {
    const auto answers = raise(county, alert);
    REQUIRE(answers.size() == 4);
    REQUIRE(answers[0].refusal);
    CHECK(answers[0].refusal->code == RefusalCode::duplicate_external);
    CHECK(answers[3].status == (times == 0 ? Status::committed : Status::duplicate));
    CHECK(county.whole(answers[3].case_id).lead == drains);
  }
  CHECK(county.whole(entered.case_id).repeats == 0);
  Action other = dwell_of("苏F2", tank, county.now() - hours(5), hours(1));
  other.external_ids = {{"gps", "7"}, {"gps", "8"}};
  CHECK(raise(county, other).size() == 4);
  CHECK(count_alerts(county) == 1);
}

TEST_CASE("an alert without a subject is known by its place") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  const Answer first = enter(county, dwell_of("", tank, from, hours(1)));
  CHECK(enter(county, dwell_of("", tank, from, hours(2))).case_id == first.case_id);
  CHECK(enter(county, dwell_of("苏F1", tank, from, hours(2))).case_id != first.case_id);
}

TEST_CASE("an alert with neither point nor subject is known by the words for its place") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  const auto at = [&](const std::string& ground, const std::string& address) {
    Action action = dwell_of("", tank, from, hours(1));
    action.point.reset();
    action.grid = ground;
    action.address = address;
    return enter(county, action).case_id;
  };
  const CaseId first = at(grid, "江滨路");
  CHECK(at(grid, "江滨路") == first);
  CHECK(at(grid, "中山路") != first);
  CHECK(at(room, "江滨路") != first);
  CHECK(at("", "江滨路") != first);
  // Also within one batch.
  std::vector<Submission> batch;
  for (const char* address : {"东街", "西街", "东街"}) {
    Action action = dwell_of("", tank, from, hours(1));
    action.point.reset();
    action.address = address;
    batch.push_back({action, {centre, "", ""}, county.now()});
  }
  const auto answers = county.engine().batch(batch);
  CHECK(answers[0].case_id != answers[1].case_id);
  CHECK(answers[0].case_id == answers[2].case_id);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("what is told in confidence is no repeat of what everybody may read, nor the other way") {
  Policy policy = with_types();
  Category closed;
  closed.code = "90";
  closed.name = "90";
  closed.sensitive = true;
  policy.organization.categories.push_back(closed);
  County county(policy);
  const Instant from = county.now() - hours(5);
  const auto told = [&](const std::string& category) {
    Action action = dwell_of("苏F1", {118.9, 28.9}, from, hours(1));
    action.type = "licence";
    action.category = category;
    return enter(county, action).case_id;
  };
  const CaseId open = told("");
  const CaseId secret = told("90");
  CHECK(secret != open);
  CHECK(told("") == open);
  CHECK(told("90") == secret);
}

TEST_CASE("what an alert without a point said is in the case it becomes") {
  Policy policy = with_types();
  policy.alert_types.front().site_list.clear();
  County county(policy);
  Action action = dwell_of("", tank, county.now() - hours(5), hours(1));
  action.point.reset();
  action.grid = grid;
  action.text = "槽罐车停在路边";
  action.attachments = {{"a.jpg", "image/jpeg", 1, std::string(64, 'a'), "", ""}};
  const auto answers = raise(county, action);
  REQUIRE(answers.size() >= 2);
  const Case made = county.whole(answers[1].case_id);
  CHECK(made.grid == grid);
  CHECK(made.text == "槽罐车停在路边");
  CHECK(made.attachments.size() == 1);
}

TEST_CASE("the same alert is about the same things, in any order") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  const Subject vehicle{"vehicle", "苏F1", ""};
  const Subject premises{"premises", "s1", ""};
  const auto about = [&](std::vector<Subject> subjects) {
    Action alert = dwell_of("", tank, from, hours(1));
    alert.point.reset();
    alert.subjects = std::move(subjects);
    return enter(county, alert).case_id;
  };
  const CaseId both = about({vehicle, premises});
  const CaseId one = about({premises});
  CHECK(one != both);
  CHECK(about({vehicle}) != both);
  CHECK(about({premises, vehicle, premises}) == both);
  CHECK(about({premises}) == one);
  CHECK(about({}) != one);
  CHECK(count_alerts(county) == 4);

  county.pass(minutes(1));
  Action alert = dwell_of("苏F9", tank, from, hours(1));
  std::vector<Submission> batch(2, {alert, {centre, "", ""}, county.now()});
  batch[0].action.subjects.push_back(premises);
  const auto answers = county.engine().batch(batch);
  CHECK(answers[1].case_id != answers[0].case_id);
}

TEST_CASE("an alert about several things covers each site that is one of them") {
  County county(with_types());
  Action alert = dwell_of("苏F1", tank, county.now() - hours(5), hours(1));
  alert.point.reset();
  const auto matched = [&] {
    return county.engine()
        .coverage("small-chemicals", "", county.now() - hours(9), county.now(), {centre, "", ""})
        .share.matched;
  };
  alert.subjects.push_back({"premises", "s1", ""});
  REQUIRE(enter(county, alert).ok());
  CHECK(matched() == 1);
  alert.subjects.push_back({"premises", "s2", ""});
  REQUIRE(enter(county, alert).ok());
  CHECK(matched() == 2);
}

TEST_CASE("what is said to be no alert is not raised as one") {
  County county(with_types());
  const auto field_of = [&](const Action& action) -> std::string {
    try {
      raise(county, action);
    } catch (const Error& error) {
      return error.field();
    }
    return {};
  };
  Action alert = dwell_of("苏F1", tank, county.now() - hours(5), hours(1));
  alert.nature = Nature::contact;
  CHECK(field_of(alert) == "nature");
  alert.nature = Nature::alert;
  alert.kind = A::report;
  CHECK(field_of(alert) == "kind");
  CHECK(count_alerts(county) == 0);
  alert.kind = Action().kind;
  alert.nature = Action().nature;
  CHECK(field_of(alert).empty());
  CHECK(count_alerts(county) == 1);
}

TEST_CASE("a span of totals that ends before it begins is refused") {
  County county;
  const auto totals = [&](Instant from, Instant until) {
    return county.engine().intake_totals(from, until, {centre, "", ""}).lines.size();
  };
  CHECK(totals(county.now(), county.now()) == 0);
  CHECK_THROWS_AS(totals(county.now(), county.now() - hours(1)), Error);
}

TEST_CASE("an alert needs a type of the policy") {
  County county(with_types());
  Action alert = dwell_of("苏F1", tank, county.now(), hours(0));
  alert.type = "dwel";
  const Answer answer = enter(county, alert);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->field == "type");
  alert.type.clear();
  CHECK(enter(county, alert).refusal->code == RefusalCode::missing_field);
}

TEST_CASE("an alert at a site of the list becomes a case for who is responsible for the site") {
  County county(with_types());
  const Instant from = county.now() - hours(5);
  const auto answers = raise(county, dwell_of("苏F1", tank, from, hours(1)));
  REQUIRE(answers.size() == 4);
  for (const Answer& answer : answers)
    CHECK(answer.ok());
  const Case made = county.whole(answers[1].case_id);
  CHECK(made.nature == Nature::ordinary);
  CHECK(made.lead == drains);
  CHECK(made.category == "0401");
  CHECK(made.subjects.front().code == "苏F1");
  CHECK(county.whole(answers[0].case_id).merged_into == made.id);
  CHECK(made.merged == std::vector<CaseId>{answers[0].case_id});

  // It comes again: the same alert, and no second case.
  const auto again = raise(county, dwell_of("苏F1", tank, from + hours(2), hours(1)));
  CHECK(again.front().case_id == answers[0].case_id);
  for (std::size_t i = 1; i < again.size(); ++i)
    CHECK(again[i].status == Status::duplicate);
  CHECK(county.whole(answers[0].case_id).repeats == 1);
  CHECK(county.engine().find({}, {centre, "", ""}).cases.size() == 1);
  CHECK(county.engine().verify().ok());
}

TEST_CASE("a site that nobody is responsible for gives a case without orders") {
  County county(with_types());
  const auto answers = raise(county, dwell_of("苏F1", {118.7, 28.7}, county.now(), hours(0)));
  REQUIRE(answers.size() == 2);
  CHECK(county.state(answers[1].case_id) == State::county_intake);
}

TEST_CASE("elsewhere, and of another type, an alert stays an alert") {
  County county(with_types());
  CHECK(raise(county, dwell_of("苏F1", {118.5, 28.5}, county.now(), hours(0))).size() == 1);
  Action licence = dwell_of("苏F1", tank, county.now(), hours(0));
  licence.type = "licence";
  const auto answers = raise(county, licence);
  REQUIRE(answers.size() == 1);
  CHECK(county.state(answers[0].case_id) == State::noted);
}

TEST_CASE("a truck that stays at a site raises one alert, however often its stay is told") {
  County county(with_types());
  TrackRules rules;
  rules.rules = {{"dwell", {}, DwellRule{200, minutes(30), {}}}};
  TrackWatcher watcher(rules);
  const Instant start = county.now() - hours(3);
  std::size_t told = 0;
  for (int minute = 0; minute <= 120; minute += 10) {
    const Instant at = start + minutes(minute);
    const Point place = minute < 100 ? tank : Point{118.7, 28.8};
    for (const TrackFinding& finding : watcher.take({"苏F1", place, at, {}})) {
      ++told;
      for (const Answer& answer : raise(county, to_alert(finding, "vehicle", "异常驻留")))
        CHECK(answer.ok());
    }
  }
  CHECK(told == 2);  // when it is known, and when it is over
  CHECK(count_alerts(county) == 1);
  const auto cases = county.engine().find({}, {centre, "", ""}).cases;
  REQUIRE(cases.size() == 1);
  CHECK(cases.front().lead == drains);
  const Case alert = county.whole(county.whole(cases.front().id).merged.front());
  CHECK(*alert.lasted_until - alert.occurred == minutes(90));
}

TEST_CASE("nobody repeats an alert by hand, and its own command ids are the engine's") {
  County county(with_types());
  const Answer first = enter(county, dwell_of("苏F1", tank, county.now(), hours(0)));
  CHECK_FALSE(county.act(A::repeat, first.case_id, centre).ok());
  const Answer reserved = county.act(A::comment, first.case_id, centre, [](Action& action) {
    action.note = "x";
    action.command_id = "alert.1:1";
  });
  REQUIRE(reserved.refusal);
  CHECK(reserved.refusal->field == "command_id");
}

TEST_CASE("at which site a sensitive alert was is only for who has the right to read it") {
  for (const bool is_sensitive : {false, true}) {
    Policy policy = with_types();
    for (Category& category : policy.organization.categories)
      category.sensitive = is_sensitive && category.code == "0404";
    County county(policy);
    Action alert = dwell_of("苏F1", tank, county.now(), hours(1));
    alert.category = "0404";
    alert.grid = grid;
    REQUIRE(enter(county, alert).ok());
    const auto matched = [&](const std::string& unit) {
      const Instant until = county.now() + hours(1);
      return county.engine()
          .coverage("small-chemicals", "dwell", until - hours(9), until, {unit, "", ""})
          .share.matched;
    };
    CHECK(matched(centre) == 1);
    CHECK(matched(room) == (is_sensitive ? 0 : 1));
  }
}
