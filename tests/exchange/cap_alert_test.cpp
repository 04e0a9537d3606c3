#include <gridcase/cap.hpp>

#include <doctest/doctest.h>

#include <sstream>

using namespace gridcase;

namespace {

Policy county() {
  Policy policy;
  policy.organization.code = "320685";
  policy.organization.name = "Hai'an";
  policy.organization.time_zone = "Asia/Shanghai";
  Unit grid;
  grid.code = "grid";
  grid.name = "First grid";
  grid.kind = UnitKind::grid;
  grid.area_code = "320685001001";
  grid.area = {{{{120, 32}, {121, 32}, {121, 33}, {120, 32}}, {}}};
  policy.organization.units.push_back(grid);
  AlertType type;
  type.code = "dwell";
  type.name = "Vehicle stays";
  type.same_metres = 50;
  policy.alert_types.push_back(type);
  return policy;
}

CapMapping mapping() {
  CapMapping it;
  it.system = "warnings";
  it.sender = "haian.example";
  it.types.push_back({"dwell", {"Stay", "STAY-1"}, {CapCategory::safety}});
  return it;
}

Case alert() {
  Case it;
  it.nature = Nature::alert;
  it.number = "A-1";
  it.type = "dwell";
  it.version = 1;
  it.title = "secret";
  it.text = "secret";
  it.address = "secret";
  it.grid = "grid";
  it.point = Point{120.5, 32.5};
  it.subjects = {{"vehicle", "secret", "secret"}, {"vehicle", "secret too", {}}};
  it.reported = parse_instant("2020-07-01T08:00:00+08:00");
  it.last_happened = it.reported;
  it.occurred = parse_instant("2020-07-01T06:00:00+08:00");
  return it;
}

std::string document(const CapAlert& message) {
  std::ostringstream out;
  write_cap(out, message);
  return out.str();
}

// The code of the first fault.
std::string fault_of(const CapAlert& message, const CapMapping& by) {
  try {
    (void)from_cap(message, county(), by);
  } catch (const DocumentError& error) {
    return error.faults().front().code;
  }
  return {};
}

}  // namespace

TEST_CASE("an alert is a message without anything personal") {
  const CapAlert message = to_cap(alert(), county(), mapping());
  CHECK(validate(message).empty());
  CHECK(message.identifier == "A-1");
  CHECK(message.type == CapMessageType::alert);
  CHECK(message.scope == CapScope::open);
  const CapInfo& info = message.infos.at(0);
  CHECK(info.event == "Vehicle stays");
  CHECK(info.categories == std::vector<CapCategory>{CapCategory::safety});
  CHECK(info.parameters == std::vector<CapValue>{{"gridcase:subject-kind", "vehicle"}});
  CHECK(info.areas.at(0).description == "First grid");
  CHECK(info.areas.at(0).geocodes.at(0) == CapValue{"GB/T 10114", "320685001001"});
  CHECK(info.areas.at(0).circles.at(0) == CapCircle{{120.5, 32.5}, 0.05});
  CHECK(document(message).find("secret") == std::string::npos);
}

TEST_CASE("an alert without a point lies on its ground") {
  Case placeless = alert();
  placeless.point.reset();
  const CapArea area = to_cap(placeless, county(), mapping()).infos.at(0).areas.at(0);
  CHECK(area.circles.empty());
  CHECK(area.polygons == std::vector<Ring>{{{120, 32}, {121, 32}, {121, 33}}});
}

TEST_CASE("one that came again refers to the first message, one that was annulled takes it back") {
  const CapAlert first = to_cap(alert(), county(), mapping());
  Case again = alert();
  again.repeats = 2;
  again.version = 3;
  again.last_happened = again.reported + std::chrono::hours(1);
  const CapAlert update = to_cap(again, county(), mapping());
  CHECK(update.type == CapMessageType::update);
  CHECK(update.identifier == "A-1.3");
  CHECK(update.references == std::vector<CapReference>{reference_to(first)});
  again.position.state = State::annulled;
  CHECK(to_cap(again, county(), mapping()).type == CapMessageType::cancel);
}

TEST_CASE("messages for some say for whom") {
  CapMapping to_some = mapping();
  to_some.restriction = "fire brigade";
  Case drill = alert();
  drill.drill = true;
  const CapAlert message = to_cap(drill, county(), to_some);
  CHECK(message.scope == CapScope::restricted);
  CHECK(message.status == CapStatus::exercise);
  CHECK(validate(message).empty());
}

TEST_CASE("only alerts become messages, and somebody must send them") {
  Case call = alert();
  call.nature = Nature::contact;
  CHECK_THROWS_AS(to_cap(call, county(), mapping()), Error);
  CapMapping nobody = mapping();
  nobody.sender.clear();
  CHECK_THROWS_AS(to_cap(alert(), county(), nobody), Error);
}

TEST_CASE("a message enters the alert it came from") {
  Case lasting = alert();
  lasting.lasted_until = lasting.occurred + std::chrono::minutes(45);
  lasting.drill = true;
  const Action action = from_cap(to_cap(lasting, county(), mapping()), county(), mapping());
  CHECK(action.kind == ActionKind::enter_record);
  CHECK(action.nature == Nature::alert);
  CHECK(action.type == "dwell");
  CHECK(action.title == "Vehicle stays");
  CHECK(action.occurred == lasting.occurred);
  CHECK(action.lasted_until == lasting.lasted_until);
  CHECK(action.point == lasting.point);
  CHECK(action.drill);
  CHECK(action.external_ids.at(0).system == "warnings");
  CHECK(action.external_ids.at(0).id == "haian.example,A-1");
}

TEST_CASE("what was over when it was recorded has not expired, and comes back as it was") {
  Case over = alert();
  for (const int minutes : {45, 120}) {  // recorded two hours after it began
    over.lasted_until = over.occurred + std::chrono::minutes(minutes);
    const CapAlert message = to_cap(over, county(), mapping());
    CHECK(validate(message).empty());
    CHECK_FALSE(message.infos.at(0).expires);
    const CapReading reading = read_cap(document(message));
    CHECK(reading.faults.empty());
    CHECK(from_cap(reading.alert, county(), mapping()).lasted_until == over.lasted_until);
  }
  CHECK(to_cap(over, county(), mapping()).infos.at(0).parameters.back() ==
        CapValue{"gridcase:lasted-until", "2020-07-01T08:00:00+08:00"});

  over.lasted_until = over.reported + std::chrono::seconds(1);
  const CapAlert running = to_cap(over, county(), mapping());
  CHECK(running.infos.at(0).expires->instant == over.lasted_until);
  CHECK(running.infos.at(0).parameters.size() == 1);
  CHECK(from_cap(running, county(), mapping()).lasted_until == over.lasted_until);

  // An update is sent later, and the alert may be over by then.
  over.repeats = 1;
  over.last_happened = over.reported + std::chrono::hours(1);
  const CapAlert update = to_cap(over, county(), mapping());
  CHECK_FALSE(update.infos.at(0).expires);
  CHECK(from_cap(update, county(), mapping()).lasted_until == over.lasted_until);
}

TEST_CASE("an alert of a sensitive category goes to nobody before the mapping says to whom") {
  Policy policy = county();
  Category above;
  above.code = "09";
  above.sensitive = true;
  Category category;
  category.code = "0901";
  category.parent = "09";
  policy.organization.categories = {above, category};
  Case secret = alert();
  secret.category = "0901";
  try {
    to_cap(secret, policy, mapping());
    FAIL("it was written");
  } catch (const Error& error) {
    CHECK(error.field() == "restriction");
  }
  CapMapping restricted = mapping();
  restricted.restriction = "fire brigade";
  CHECK(to_cap(secret, policy, restricted).scope == CapScope::restricted);
  secret.category.clear();  // before it became a case it has that of its type only
  policy.alert_types[0].category = "0901";
  CHECK_THROWS_AS(to_cap(secret, policy, mapping()), Error);
  policy.organization.categories[0].sensitive = false;
  CHECK(to_cap(secret, policy, mapping()).scope == CapScope::open);
}

TEST_CASE("a message that is not for the public becomes an alert that is not, or none") {
  Policy policy = county();
  for (const char* code : {"9", "1"}) {
    Category category;
    category.code = code;
    category.sensitive = category.code == "9";
    policy.organization.categories.push_back(category);
  }
  CapMapping by = mapping();
  CapAlert message = to_cap(alert(), policy, by);
  message.scope = CapScope::restricted;
  message.restriction = "fire brigade";
  for (const char* category : {"", "1", "none"}) {
    by.closed_category = category;
    try {
      (void)from_cap(message, policy, by);
      FAIL("an alert for everybody was made of it");
    } catch (const DocumentError& error) {
      CHECK(error.faults().front().code == "cap.not_public");
      CHECK(error.faults().front().path == "scope");
    }
  }
  by.closed_category = "9";
  CHECK(from_cap(message, policy, by).category == "9");
  message.scope = CapScope::closed;
  CHECK(from_cap(message, policy, by).category == "9");
  message.scope = CapScope::open;
  CHECK(from_cap(message, policy, by).category.empty());
  CHECK(read_cap_mapping(write_cap_mapping(by)).closed_category == "9");
}

TEST_CASE("without a shape the code of a division says where it is") {
  Policy policy = county();
  Unit village;
  village.code = "village";
  village.kind = UnitKind::village;
  village.area_code = "320685001002";
  policy.organization.units.push_back(village);
  CapAlert message = to_cap(alert(), policy, mapping());
  CapArea& area = message.infos.at(0).areas.at(0);
  area.geocodes = {{"SAME", "320685001001"}, division_geocode("320685001002")};
  CHECK(from_cap(message, policy, mapping()).grid.empty());  // it has a point
  area.circles.clear();
  CHECK(from_cap(message, policy, mapping()).grid == "village");
}

TEST_CASE("what lies in a polygon has a place, too, inside of it") {
  CapAlert message = to_cap(alert(), county(), mapping());
  CapArea& area = message.infos.at(0).areas.at(0);
  area.circles.clear();
  area.polygons = {{{120, 30}, {121, 30}, {121, 31}, {120, 31}}};
  CHECK(from_cap(message, county(), mapping()).point == Point{120.5, 30.5});
  area.polygons = {{{120, 30}, {124, 30}, {124, 34}, {123, 34}, {123, 31}, {120, 31}}};
  const Point corner = *from_cap(message, county(), mapping()).point;
  CHECK(corner == Point{120, 30});  // the middle lies in its notch
}

TEST_CASE("a warning of what is still to come is there when it is sent") {
  CapAlert message = to_cap(alert(), county(), mapping());
  CapInfo& info = message.infos.at(0);
  info.onset = CapTime{message.sent.instant + std::chrono::hours(9), 8 * 60};
  info.expires = CapTime{message.sent.instant + std::chrono::hours(20), 8 * 60};
  const Action entered = from_cap(message, county(), mapping());
  CHECK(entered.occurred == message.sent.instant);
  CHECK(entered.lasted_until == info.expires->instant);
  CHECK(entered.text.find("onset: 2020-07-01T17:00:00+08:00") != std::string::npos);
}

TEST_CASE("a parameter of ours that is no time is refused") {
  CapAlert message = to_cap(alert(), county(), mapping());
  message.infos[0].parameters.push_back({std::string(cap_lasted_until), "yesterday"});
  CHECK(fault_of(message, mapping()) == "cap.time");
}

TEST_CASE("events of others are mapped, codes before words") {
  CapAlert message = to_cap(alert(), county(), mapping());
  CapInfo& info = message.infos.at(0);
  info.event_codes = {{"SAME", "STAY-1"}};
  info.event = "anything";
  CHECK(from_cap(message, county(), mapping()).type == "dwell");
  info.event_codes.clear();
  CHECK(fault_of(message, mapping()) == "cap.event_unmapped");
  info.event = "Stay";
  info.expires = CapTime{info.onset->instant - std::chrono::hours(1), 0};
  CHECK(from_cap(message, county(), mapping()).type == "dwell");
  CHECK_FALSE(from_cap(message, county(), mapping()).lasted_until.has_value());
}

TEST_CASE("the info in the language of the mapping counts") {
  CapAlert message = to_cap(alert(), county(), mapping());
  message.infos.insert(message.infos.begin(), message.infos.front());
  message.infos.front().language = "en-US";
  message.infos.front().headline = "In English";
  CHECK(from_cap(message, county(), mapping()).title == "Vehicle stays");
  message.infos.back().language = "fr-FR";
  CHECK(from_cap(message, county(), mapping()).title == "In English");
}

TEST_CASE("a message that alerts nobody is refused") {
  CapAlert message = to_cap(alert(), county(), mapping());
  message.type = CapMessageType::cancel;
  CHECK(fault_of(message, mapping()) == "cap.no_alert");
  message.type = CapMessageType::alert;
  message.infos.clear();
  CHECK(fault_of(message, mapping()) == "cap.no_info");
  CHECK(fault_of(message, CapMapping()) == "cap.system_missing");
}

TEST_CASE("a mapping is read as it was written") {
  const std::string text = write_cap_mapping(mapping());
  const CapMapping back = read_cap_mapping(text);
  CHECK(write_cap_mapping(back) == text);
  CHECK(back.types.at(0).categories == mapping().types.at(0).categories);
  CHECK_THROWS_AS(read_cap_mapping(R"({"sender": "s"})"), DocumentError);
  CHECK_THROWS_AS(read_cap_mapping(R"({"system": "s", "types": [{"code": "c",
      "categories": ["Weather"]}]})"),
                  DocumentError);
}
