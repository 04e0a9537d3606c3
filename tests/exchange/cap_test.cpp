#include "support/cap_messages.hpp"

#include <gridcase/cap.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::string document(const CapAlert& alert) {
  std::ostringstream out;
  write_cap(out, alert);
  return out.str();
}

std::string minimal() {
  return R"(<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>1</identifier>
  <sender>s</sender>
  <sent>2018-03-16T08:30:00+08:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <category>Met</category>
    <event>e</event>
    <urgency>Past</urgency>
    <severity>Minor</severity>
    <certainty>Likely</certainty>
    <area>
      <areaDesc>a</areaDesc>
      <polygon>1,2 3,4 5,6 1,2</polygon>
    </area>
  </info>
</alert>)";
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const auto at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), by);
}

// "code path message;" of each fault of severity error; "read" when there is none.
std::string errors(const std::string& text) {
  try {
    read_cap(text);
  } catch (const DocumentError& error) {
    std::string told;
    for (const Fault& fault : error.faults())
      told += fault.code + " " + fault.path + " " + fault.message + ";";
    return told;
  }
  return "read";
}

std::string errors_with(const std::string& old, const std::string& by) {
  return errors(replaced(minimal(), old, by));
}

std::string warnings_with(const std::string& old, const std::string& by) {
  std::string told;
  for (const Fault& fault : read_cap(replaced(minimal(), old, by)).faults) {
    CHECK(fault.severity == Severity::warning);
    told += fault.code + " " + fault.path + " " + fault.message.substr(0, fault.message.find(',')) +
            ";";
  }
  return told;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string codes(const CapAlert& alert) {
  std::string told;
  for (const Fault& fault : validate(alert))
    told += fault.code + " " + fault.path + ";";
  return told;
}

}  // namespace

TEST_CASE("a warning is written in the order of the standard and read back the same") {
  const CapAlert alert = typhoon_warning();
  const std::string text = document(alert);
  CHECK(has(text, "<sent>2018-07-11T09:30:00+08:00</sent>"));
  CHECK(has(text, "<severity>Severe</severity>"));
  CHECK(has(text, "<valueName>ColorCode</valueName>\n      <value>Orange</value>"));
  CHECK(has(text, "<polygon>28.5,118.5 28.5,118.7 28.8,118.7 28.5,118.5</polygon>"));
  CHECK(has(text, "<circle>28.7,118.6 2.5</circle>"));
  CHECK(has(text, "<valueName>GB/T 2260</valueName>"));
  const CapReading reading = read_cap(text);
  CHECK(reading.alert == alert);
  CHECK(reading.faults.empty());
}

TEST_CASE("times are written with an offset and never with Z; UTC is -00:00") {
  CapAlert alert = typhoon_warning();
  alert.sent = cap_time(parse_instant("2018-07-11T01:30:00.75Z"), "UTC");
  CHECK(has(document(alert), "<sent>2018-07-11T01:30:00-00:00</sent>"));
  alert.sent = cap_time(parse_instant("2018-07-11T01:30:00Z"), "Asia/Shanghai");
  CHECK(has(document(alert), "<sent>2018-07-11T09:30:00+08:00</sent>"));
  alert.sent = cap_time(parse_instant("2018-07-11T01:30:00Z"), "America/St_Johns");
  CHECK(has(document(alert), "<sent>2018-07-10T23:00:00-02:30</sent>"));
  CHECK(read_cap(document(alert)).alert == alert);
  CHECK_THROWS_AS(cap_time(alert.sent.instant, "Asia/Nowhere"), Error);
}

TEST_CASE("a time of another form is refused with its line and what to write") {
  for (const std::string time :
       {"2018-03-16T08:30:00Z", "2018-03-16T08:30:00", "2018-03-16T08:30+08:00",
        "2018-03-16T08:30:00.5+08:00", "2018-02-30T08:30:00+08:00", "2018-03-16T08:30:00+15:00",
        "2018-03-16T08:30:00+08:60", "2018-03-16T08:30:00,08:00", "", "now"}) {
    const std::string told = errors_with("2018-03-16T08:30:00+08:00", time);
    CHECK(told.substr(0, 34) == "cap.time sent line 4, column 3: th");
  }
  CHECK(errors_with("2018-03-16T08:30:00+08:00", "\n 2018-03-16T08:30:00-00:00 ") == "read");
}

TEST_CASE("words of the standard are checked with line and field") {
  CHECK(has(errors_with("Actual", "actual"), "cap.unknown_word status line 5, column 3"));
  CHECK(has(errors_with("Met<", "Weather<"), "cap.unknown_word info[0].category line 9, column 5"));
  CHECK(has(errors_with("Past", ""), "info[0].urgency"));
  CHECK(errors_with("Met<", "\n      Met\n    <") == "read");
}

TEST_CASE("all faults are told at once, missing and repeated elements among them") {
  std::string text = replaced(minimal(), "<sender>s</sender>", "");
  text = replaced(text, "<event>e</event>", "<event>e</event><event>f</event>");
  text = replaced(text, "<severity>Minor</severity>", "");
  const std::string told = errors(text);
  CHECK(has(told, "cap.repeated info[0].event line 10, column 21"));
  CHECK(has(told, "cap.required info[0].severity line 8"));
  CHECK(has(errors_with("<sender>s</sender>", ""), "cap.required sender"));
  CHECK(has(errors_with("<event>e</event>", ""), "cap.required info[0].event line 8"));
}

TEST_CASE("polygons are closed and have at least four points, latitude first") {
  CHECK(has(errors_with("1,2 3,4 5,6 1,2", "1,2 3,4 5,6"), "cap.polygon_open"));
  CHECK(has(errors_with("1,2 3,4 5,6 1,2", "1,2 3,4 1,2"), "cap.polygon_open"));
  CHECK(has(errors_with("1,2 3,4 5,6 1,2", "1,2 91,4 5,6 1,2"), "cap.form"));
  CHECK(has(errors_with("1,2 3,4 5,6 1,2", "1,2 3;4 5,6 1,2"), "area[0].polygon[0] line 16"));
  CHECK(has(errors_with("1,2 3,4 5,6 1,2", ""), "cap.polygon_open"));
  for (const std::string number : {"nan", "inf", "1e1", "0x1", "1.", "1..2", "--1", ""}) {
    const bool fine =
        errors_with("1,2 3,4 5,6 1,2", "1," + number + " 3,4 5,6 1," + number) == "read";
    CHECK(fine == (number == "1."));
  }
  const auto reading = read_cap(replaced(minimal(), "1,2 3,4 5,6 1,2", "\n 1,2\n3,-4 +5,6  1,2 "));
  CHECK(reading.alert.infos[0].areas[0].polygons[0] == Ring{{2, 1}, {-4, 3}, {6, 5}});
}

TEST_CASE("circles have a centre and a radius in kilometres that is not below 0") {
  const auto with = [](const std::string& circle) {
    return errors_with("</area>", "<circle>" + circle + "</circle></area>");
  };
  CHECK(with("32.9525,-115.5527 0") == "read");
  for (const std::string circle : {"1,2", "1,2 -1", "1,2 3 4", "1 2 3", "91,2 3", "1,2 x"})
    CHECK(has(with(circle), "info[0].area[0].circle[0] line 17"));
}

TEST_CASE("addresses and incidents with blanks stand in quotation marks") {
  CapAlert alert = typhoon_warning();
  alert.addresses = {"one", "two three", "four"};
  alert.incidents = {"a  b"};
  CHECK(has(document(alert), "<addresses>one \"two three\" four</addresses>"));
  CHECK(read_cap(document(alert)).alert == alert);
  CHECK(has(errors_with("<info>", "<incidents>\"a b</incidents><info>"), "cap.form incidents"));
}

TEST_CASE("references name sender, identifier and time") {
  CapAlert alert = typhoon_warning();
  alert.references = {reference_to(alert), {"s", "2", alert.sent}};
  alert.type = CapMessageType::update;
  CHECK(has(document(alert), "<references>command@jiangshan.example,330881.2018.0711.1,"
                             "2018-07-11T09:30:00+08:00 s,2,2018-07-11T09:30:00+08:00<"));
  CHECK(read_cap(document(alert)).alert == alert);
  for (const std::string bad : {"a", "a,b", "a,b,c", "a,b,2018-03-16T08:30:00Z"})
    CHECK(has(errors_with("<info>", "<references>" + bad + "</references><info>"), "cap.form"));
}

TEST_CASE("what is not known is reported with its line, not lost in silence") {
  CHECK(warnings_with("<event>", "<weather>x</weather><event>") ==
        "cap.unknown_element info[0].weather line 10;");
  CHECK(
      warnings_with("</info>", "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/></info>") ==
      "cap.unknown_element info[0].http://www.w3.org/2000/09/xmldsig#|Signature line 18;");
  CHECK(warnings_with("<info>", "<info id='7'>") == "cap.unknown_attribute info[0] line 8;");
  CHECK(warnings_with("<event>", "<event x='1'>") == "cap.unknown_element info[0].event line 10;");
  CHECK(warnings_with("<event>", "stray<event>") == "cap.stray_text info[0] line 8;");
}

TEST_CASE("another order than that of the standard is read with a warning") {
  const std::string text = replaced(minimal(), "<category>Met</category>\n    <event>e</event>",
                                    "<event>e</event>\n    <category>Met</category>");
  const CapReading reading = read_cap(text);
  CHECK(reading.alert == read_cap(minimal()).alert);
  REQUIRE(reading.faults.size() == 1);
  CHECK(reading.faults[0].code == "cap.order");
}

TEST_CASE("prefixes are no matter, but another namespace, version or format is refused") {
  std::string text = minimal();
  CHECK(errors_with("xmlns", "xmlns:x='urn:x' xmlns") == "read");
  std::string prefixed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    prefixed += text[i];
    if (text[i] == '<') prefixed += text[i + 1] == '/' ? (++i, "/c:") : "c:";
  }
  CHECK(read_cap(replaced(prefixed, "xmlns=", "xmlns:c=")).alert == read_cap(text).alert);
  CHECK_THROWS_AS(read_cap(replaced(text, "cap:1.2", "cap:1.1")), Error);
  CHECK_THROWS_AS(read_cap(replaced(text, "<alert ", "<alarm ")), Error);
  CHECK_THROWS_AS(read_cap("<!DOCTYPE alert>" + text), Error);
  CHECK_THROWS_AS(read_cap("{}"), Error);
}

TEST_CASE("what breaks the standard is not written") {
  const auto with = [](auto change) {
    CapAlert alert = typhoon_warning();
    change(alert);
    std::ostringstream out;
    const auto told = codes(alert);
    CHECK_THROWS_AS(write_cap(out, alert), DocumentError);
    CHECK(out.str().empty());
    return told;
  };
  CHECK(with([](CapAlert& a) { a.identifier = ""; }) == "cap.required identifier;");
  CHECK(with([](CapAlert& a) { a.sender = "a b"; }) == "cap.token sender;");
  CHECK(with([](CapAlert& a) { a.sent.instant += Duration(1); }) == "cap.fraction sent;");
  CHECK(with([](CapAlert& a) { a.sent.offset_in_minutes = 841; }) == "cap.offset sent;");
  CHECK(with([](CapAlert& a) {
          a.infos[0].onset = CapTime{Instant::max(), 0};
        }) == "cap.fraction info[0].onset;");
  CHECK(with([](CapAlert& a) { a.status = static_cast<CapStatus>(9); }) ==
        "cap.unknown_word status;");
  CHECK(with([](CapAlert& a) { a.scope = CapScope::closed; }) ==
        "cap.addresses_missing addresses;");
  CHECK(with([](CapAlert& a) { a.scope = CapScope::restricted; }) ==
        "cap.restriction_missing restriction;");
  CHECK(with([](CapAlert& a) { a.addresses = {"a\"b"}; }) == "cap.list addresses;");
  CHECK(with([](CapAlert& a) {
          a.references = {{"a,b", "1", a.sent}};
        }) == "cap.token references[0];");
  CHECK(with([](CapAlert& a) { a.infos[1].categories.clear(); }) ==
        "cap.required info[1].category;");
  CHECK(with([](CapAlert& a) { a.infos[1].language = "chinesisch"; }) ==
        "cap.language info[1].language;");
  CHECK(with([](CapAlert& a) { a.infos[0].areas[0].polygons[0].resize(2); }) ==
        "cap.polygon_short info[0].area[0].polygon[0];");
  CHECK(with([](CapAlert& a) { a.infos[0].areas[0].polygons[0][1].latitude = 91; }) ==
        "cap.point info[0].area[0].polygon[0];");
  CHECK(with([](CapAlert& a) { a.infos[0].areas[0].circles[0].radius_in_kilometres = -1; }) ==
        "cap.radius info[0].area[0].circle[0];");
  CHECK(with([](CapAlert& a) { a.infos[0].areas[0].ceiling_in_feet = 1; }) ==
        "cap.ceiling_alone info[0].area[0].ceiling;");
  CHECK(with([](CapAlert& a) { a.infos[0].areas[0].altitude_in_feet = 1.0 / 3e9; }) ==
        "cap.height info[0].area[0].altitude;");
  CHECK(with([](CapAlert& a) { a.infos[0].resources.push_back({}); }) ==
        "cap.required info[0].resource[0].resourceDesc;"
        "cap.required info[0].resource[0].mimeType;");
  CHECK(with([](CapAlert& a) { a.infos[0].web = "a b"; }) == "cap.uri info[0].web;");
}

TEST_CASE("what will be misunderstood is a warning and is written") {
  CapAlert alert = typhoon_warning();
  alert.status = CapStatus::exercise;
  alert.type = CapMessageType::cancel;
  alert.infos[0].expires = CapTime{parse_instant("2018-07-01T00:00:00Z"), 0};
  CHECK(codes(alert) == "cap.note_missing note;cap.references_missing references;"
                        "cap.expires_early info[0].expires;");
  const CapReading reading = read_cap(document(alert));
  CHECK(reading.alert == alert);
  CHECK(reading.faults.size() == 3);
}

TEST_CASE("a control character in a text does not stop the warning") {
  CapAlert alert = typhoon_warning();
  alert.note = std::string("a\0b\x01", 4);
  CHECK(read_cap(document(alert)).alert.note == "a\xEF\xBF\xBD"
                                                "b\xEF\xBF\xBD");
}

TEST_CASE("a polygon that repeats its first point is written as one that does not") {
  CapAlert alert = typhoon_warning();
  const std::string text = document(alert);
  Ring& ring = alert.infos[0].areas[0].polygons[0];
  ring.push_back(ring.front());
  CHECK(document(alert) == text);
}

TEST_CASE("levels of warnings have a severity and a color, both ways") {
  const std::pair<WarningLevel, CapSeverity> pairs[] = {
      {WarningLevel::red, CapSeverity::extreme},
      {WarningLevel::orange, CapSeverity::severe},
      {WarningLevel::yellow, CapSeverity::moderate},
      {WarningLevel::blue, CapSeverity::minor}};
  for (const auto& [level, severity] : pairs) {
    CapInfo info;
    set_warning_level(info, level);
    CHECK(info.severity == severity);
    CHECK(warning_level(info) == level);
    CHECK(warning_level_of(severity) == level);
    info.severity = CapSeverity::unknown;
    CHECK(warning_level(info) == level);
  }
  CapInfo info;
  CHECK(warning_level(info) == std::nullopt);
  info.severity = CapSeverity::minor;
  CHECK(warning_level(info) == WarningLevel::blue);
  for (const std::string color : {"red", "RED", "Red", "红", "红色"}) {
    info.parameters = {{"other", "blue"}, {"ColorCode", color}};
    CHECK(warning_level(info) == WarningLevel::red);
  }
  info.parameters.push_back({"ColorCode", "Blue"});
  set_warning_level(info, WarningLevel::yellow);
  CHECK(info.parameters == std::vector<CapValue>{{"other", "blue"}, {"ColorCode", "Yellow"}});
  CHECK(name(WarningLevel::orange) == "orange");
}

TEST_CASE("drills are exercises; codes of divisions name their system") {
  CHECK(cap_status(true) == CapStatus::exercise);
  CHECK(cap_status(false) == CapStatus::actual);
  CHECK(is_drill(CapStatus::test));
  CHECK_FALSE(is_drill(CapStatus::actual));
  CHECK(division_geocode("330881").name == "GB/T 2260");
  CHECK(division_geocode("330881101").name == "GB/T 10114");
  CHECK(division_geocode("330881101203").name == "GB/T 10114");
  for (const char* bad : {"", "33088", "33088a", "3308811012034"})
    CHECK_THROWS_AS(division_geocode(bad), Error);
  CapArea area;
  area.geocodes = {division_geocode("330881"), {"SAME", "1"}, division_geocode("330881101")};
  CHECK(division_codes(area) == std::vector<std::string>{"330881", "330881101"});
}
