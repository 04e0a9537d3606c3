#include "exchange/json_elements.hpp"
#include "store/sqlite.hpp"
#include "support/county.hpp"
#include "support/environment.hpp"

#include <gridcase/event_log.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

namespace fs = std::filesystem;

// Everything as text, in an order of its own, so that two readers can be compared.
class Collector : public OcelHandler {
public:
  void event_type(const OcelType& type) override { lines.push_back("E " + text(type)); }
  void object_type(const OcelType& type) override { lines.push_back("O " + text(type)); }
  void object(const OcelObject& it) override {
    ++objects;
    relations += it.relations.size();
    std::string line = "o " + it.id + " " + it.type;
    for (const OcelValue& value : it.attributes)
      line += " " + value.name + "=" + value.value + "@" + format_instant(value.time);
    lines.push_back(line + text(it.relations));
  }
  void event(const OcelEvent& it) override {
    ++events;
    relations += it.relations.size();
    std::string line = "e " + it.id + " " + it.type + " " + format_instant(it.time);
    for (const OcelValue& value : it.attributes)
      line += " " + value.name + "=" + value.value;
    lines.push_back(line + text(it.relations));
  }

  std::vector<std::string> sorted() {
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  std::vector<std::string> lines;
  std::size_t objects = 0;
  std::size_t events = 0;
  std::size_t relations = 0;

private:
  static std::string text(const OcelType& type) {
    std::string line = type.name;
    for (const auto& attribute : type.attributes)
      line += " " + attribute.name + ":" + attribute.type;
    return line;
  }
  static std::string text(const std::vector<OcelRelation>& relations) {
    std::string line;
    for (const OcelRelation& relation : relations)
      line += " -" + relation.qualifier + "> " + relation.object;
    return line;
  }
};

Collector from_json(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  Collector log;
  read_ocel_json(in, log);
  return log;
}

Collector from_sqlite(const std::string& path) {
  Collector log;
  read_ocel_sqlite(path, log);
  return log;
}

Collector from_text(const std::string& text) {
  std::istringstream in(text);
  Collector log;
  read_ocel_json(in, log);
  return log;
}

std::string refusal(const std::string& text) {
  try {
    from_text(text);
  } catch (const DocumentError& error) {
    return error.faults().front().path + ": " + error.faults().front().code;
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string line_of(const Collector& log, const std::string& beginning) {
  for (const std::string& line : log.lines) {
    if (line.rfind(beginning, 0) == 0) return line;
  }
  return "";
}

const Actor all{centre, "", ""};

const std::string empty_rest = R"("eventTypes":[],"objectTypes":[],"objects":[])";

}  // namespace

TEST_CASE("both forms of a log say the same, and what the counts say") {
  County county;
  county.in_review();
  const CaseId other = county.dispatched();
  county.must(ActionKind::decline, other, drains, because("not_ours"));
  const TemporaryFolder folder;
  const LogCounts counts = write_ocel_sqlite(folder / "log.sqlite", county.engine(), all);
  write_ocel_json(folder / "log.json", county.engine(), all);
  Collector rows = from_sqlite(folder / "log.sqlite");
  Collector json = from_json(folder / "log.json");
  CHECK(rows.sorted() == json.sorted());
  CHECK(static_cast<std::int64_t>(rows.objects) == counts.objects);
  CHECK(static_cast<std::int64_t>(rows.events) == counts.events);
  CHECK(static_cast<std::int64_t>(rows.relations) ==
        counts.event_relations + counts.object_relations);
  CHECK(counts.cases == 2);
  CHECK_FALSE(fs::exists(folder / "log.json.scratch"));
  CHECK_FALSE(fs::exists(folder / "log.json.tmp"));
}

TEST_CASE("a case and its orders tell what they began with and what changed") {
  County county;
  const CaseId id = county.dispatched();
  county.must(ActionKind::sign, id, drains);
  const std::string number = std::to_string(to_number(id));
  const TemporaryFolder folder;
  write_ocel_sqlite(folder / "log.sqlite", county.engine(), all);
  const Collector log = from_sqlite(folder / "log.sqlite");
  const std::string the_case = line_of(log, "o case:" + number + " case");
  CHECK(the_case.find(" state=county_intake@1970-01-01T00:00:00Z") != std::string::npos);
  CHECK(the_case.find(" state=county_dispatched@2018-") != std::string::npos);
  CHECK(the_case.find(" -led_by> unit:" + drains) != std::string::npos);
  CHECK(the_case.find(" -in_grid> grid:" + grid) != std::string::npos);
  const std::string order = line_of(log, "o order:" + number + ":1 order");
  CHECK(order.find(" role=lead@") != std::string::npos);
  CHECK(order.find(" state=signed_for@2018-") != std::string::npos);
  CHECK(order.find(" -to> unit:" + drains) != std::string::npos);
  const auto history = county.engine().history(id, all);
  const std::string signing = line_of(log, "e event:" + std::to_string(history.back().sequence));
  CHECK(signing.find(" -works_on> order:" + number + ":1") != std::string::npos);
  CHECK(signing.find(":2") == signing.rfind(":2"));
}

TEST_CASE("the county's own line is in no log") {
  County county;
  const LogCounts before = [&] {
    const TemporaryFolder folder;
    return write_ocel_sqlite(folder / "log.sqlite", county.engine(), all);
  }();
  CHECK(before.events == 0);
  CHECK(before.objects == 0);
}

TEST_CASE("relations to cases outside the log are left out") {
  County county;
  const CaseId first = county.report();
  county.pass(std::chrono::hours(1));
  const Instant later = county.now();
  const CaseId second = county.report();
  county.must(ActionKind::link, second, centre, [&](Action& action) {
    action.other_case = first;
    action.relation = Relation::follows;
  });
  const TemporaryFolder folder;
  CaseQuery query;
  query.reported_from = later;
  const LogCounts part = write_ocel_sqlite(folder / "part.sqlite", county.engine(), all, query);
  CHECK(part.cases == 1);
  const Collector some = from_sqlite(folder / "part.sqlite");
  write_ocel_sqlite(folder / "all.sqlite", county.engine(), all);
  const Collector whole = from_sqlite(folder / "all.sqlite");
  const std::string tie = " -follows> case:" + std::to_string(to_number(first));
  const std::string object = "o case:" + std::to_string(to_number(second));
  CHECK(line_of(whole, object).find(tie) != std::string::npos);
  CHECK(line_of(some, object).find(tie) == std::string::npos);
}

TEST_CASE("no file is overwritten, and one that fails leaves nothing") {
  County county;
  county.report();
  const TemporaryFolder folder;
  const std::string path = folder / "log.sqlite";
  write_ocel_sqlite(path, county.engine(), all);
  const auto size = fs::file_size(path);
  CHECK_THROWS_AS(write_ocel_sqlite(path, county.engine(), all), Error);
  CHECK_THROWS_AS(write_ocel_json(path, county.engine(), all), Error);
  CHECK_THROWS_AS(write_xes(path, county.engine(), all), Error);
  CHECK(fs::file_size(path) == size);
  CHECK_THROWS_AS(write_ocel_sqlite(folder / "other", county.engine(), {"nobody", "", ""}), Error);
  CaseQuery wrong;
  wrong.after = CaseId{1};
  CHECK_THROWS_AS(write_ocel_json(folder / "other", county.engine(), all, wrong), Error);
  CHECK_THROWS_AS(write_ocel_sqlite("", county.engine(), all), Error);
  CHECK_THROWS_AS(write_ocel_json(folder / "none/log", county.engine(), all), Error);
  CHECK(std::distance(fs::directory_iterator(folder / ""), fs::directory_iterator()) == 1);
}

TEST_CASE("the example of the standard is the same in both forms") {
  const std::string example = data_folder() + "/eventlogs/ocel20_example";
  if (!fs::exists(example + ".sqlite")) {
    MESSAGE("skipped: no example at hand");
    return;
  }
  const TemporaryFolder folder;
  fs::copy_file(example + ".sqlite", folder / "example.sqlite");
  Collector rows = from_sqlite(folder / "example.sqlite");
  Collector json = from_json(example + ".jsonocel");
  CHECK(rows.events == 13);
  CHECK(rows.objects == 9);
  CHECK(json.events == 13);
  CHECK(json.objects == 9);
  CHECK(rows.relations == json.relations);
}

TEST_CASE("a document is refused with the path of what is wrong") {
  CHECK(refusal("{" + empty_rest + R"(,"events":[]})") == "");
  CHECK(refusal("{" + empty_rest + "}") == "events: ocel.member");
  CHECK(refusal("{" + empty_rest + R"(,"events":[{"id":"1","type":"a"}]})") ==
        "events[0].time: json.missing");
  CHECK(refusal("{" + empty_rest + R"(,"events":[{"id":"1","type":"a","time":"never"}]})") ==
        "events[0].time: ocel.time");
  CHECK(refusal("{" + empty_rest +
                R"(,"events":[{"id":"1","type":"a","time":"2020-01-01T00:00:00Z"},7]})")
            .find("events[1]") == 0);
  CHECK(refusal("{" + empty_rest +
                R"(,"events":[{"id":"1","type":"a","time":"2020-01-01T00:00:00Z",)"
                R"("attributes":[{"name":"x","value":3}]}]})")
            .find("events[0].attributes[0].value") == 0);
  CHECK(refusal("{" + empty_rest + R"(,"events":[],"things":[1]})") == "things: ocel.member");
}

TEST_CASE("a document that does not agree in itself is refused with the place") {
  const std::string types = R"({"objectTypes":[{"name":"case"}],"eventTypes":[{"name":"file"}],)";
  const std::string at = R"("time":"2020-01-01T00:00:00Z")";
  const std::string one =
      R"({"id":"1","type":"case","relationships":[{"objectId":"2","qualifier":"of"}]})";
  const std::string two = R"({"id":"2","type":"case"})";
  const auto log = [&](const std::string& objects, const std::string& events) {
    return types + R"("objects":[)" + objects + R"(],"events":[)" + events + "]}";
  };
  // An object may be named before it comes, and an event may have the id of an object.
  const std::string event = R"({"id":"1","type":"file",)" + at +
                            R"(,"relationships":[{"objectId":"2","qualifier":"a"},)" +
                            R"({"objectId":"1","qualifier":"b"}]})";
  CHECK(refusal(log(one + "," + two, event)) == "");
  CHECK(refusal(log(one, "")) == "objects[0].relationships[0].objectId: ocel.object_unknown");
  CHECK(refusal(log(two, event)) == "events[0].relationships[1].objectId: ocel.object_unknown");
  CHECK(refusal(log(two + "," + two, "")) == "objects[1].id: ocel.twice");
  CHECK(refusal(log(one + "," + two, event + "," + event)) == "events[1].id: ocel.twice");
  CHECK(refusal(log(R"({"id":"2","type":"cause"})", "")) == "objects[0].type: ocel.type_unknown");
  CHECK(refusal(log("", R"({"id":"1","type":"case",)" + at + "}")) ==
        "events[0].type: ocel.type_unknown");
  CHECK(
      refusal(
          R"({"objectTypes":[{"name":"a"},{"name":"a"}],"eventTypes":[],"objects":[],"events":[]})") ==
      "objectTypes[1].name: ocel.twice");
  // In another order of its members.
  CHECK(refusal(R"({"events":[)" + event + R"(],"objects":[)" + one + "," + two +
                R"(],"eventTypes":[{"name":"file"}],"objectTypes":[{"name":"case"}]})") == "");
}

TEST_CASE("all that is missing is named at once, where it is first named, but not without end") {
  std::string events;
  for (int i = 0; i < 30; ++i) {
    events += (i == 0 ? R"({"id":")" : R"(,{"id":")") + std::to_string(i) +
              R"(","type":"gone","time":"2020-01-01T00:00:00Z","relationships":[{"objectId":"o)" +
              std::to_string(i) + R"(","qualifier":""}]})";
  }
  try {
    from_text("{" + empty_rest + R"(,"events":[)" + events + "]}");
    FAIL("taken");
  } catch (const DocumentError& error) {
    REQUIRE(error.faults().size() == 21);
    CHECK(error.faults()[0].path == "events[0].type");
    CHECK(error.faults()[1].path == "events[0].relationships[0].objectId");
    CHECK(error.faults()[20].path == "events[19].relationships[0].objectId");
    CHECK(error.faults()[20].message ==
          "the object \"o19\" is not in the log, and 10 others are not");
  }
}

TEST_CASE("a document that is no log is refused with its place") {
  CHECK(refusal("[]") == "line 1, column 1: here belongs {");
  CHECK(refusal("{\n \"events\": {}}") == "line 2, column 12: \"events\" is no array");
  CHECK(refusal("{\"events\":[{\"id\":") == "line 1, column 18: the document ends too early");
  CHECK(refusal("{} x") == "line 1, column 4: the document goes on after its end");
  CHECK(refusal("{\"events\":[,]}") == "line 1, column 12: here belongs an element of \"events\"");
}

TEST_CASE("elements are handed over as they stand") {
  std::istringstream in(
      "\xEF\xBB\xBF{ \"a\" : [ {\"x\":\"]}\\\"\"} ,\n 12, \"t,\" ,[1,[2]]], \"b\":[] }");
  std::vector<std::string> found;
  const std::string members = exchange::each_json_element(
      in, [&](std::string_view member, std::size_t index, std::string_view element) {
        found.push_back(std::string(member) + std::to_string(index) + std::string(element));
      });
  CHECK(members == "a b ");
  CHECK(found == std::vector<std::string>{"a0{\"x\":\"]}\\\"\"}", "a112", "a2\"t,\"", "a3[1,[2]]"});
}

TEST_CASE("an element may not be longer than the limit") {
  std::istringstream in("{\"a\":[\"123456789\"]}");
  CHECK_THROWS_AS(exchange::each_json_element(
                      in, [](std::string_view, std::size_t, std::string_view) {}, 8),
                  Error);
}

TEST_CASE("a file that does not agree in itself is refused, and none of it handed over") {
  const std::string sound =
      "CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);"
      "CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);"
      "CREATE TABLE event (ocel_id TEXT, ocel_type TEXT);"
      "CREATE TABLE object (ocel_id TEXT, ocel_type TEXT);"
      "CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);"
      "CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);"
      "CREATE TABLE event_File (ocel_id TEXT, ocel_time TIMESTAMP);"
      "CREATE TABLE object_Case (ocel_id TEXT, ocel_time TIMESTAMP);"
      "INSERT INTO event_map_type VALUES ('file', 'File');"
      "INSERT INTO object_map_type VALUES ('case', 'Case');"
      "INSERT INTO event VALUES ('e', 'file');"
      "INSERT INTO object VALUES ('o', 'case');"
      "INSERT INTO event_object VALUES ('e', 'o', 'case');"
      "INSERT INTO object_object VALUES ('o', 'o', 'of');"
      "INSERT INTO event_File VALUES ('e', '2020-01-01 00:00:00');"
      "INSERT INTO object_Case VALUES ('o', '1970-01-01 00:00:00');";
  const TemporaryFolder folder;
  int number = 0;
  const auto trouble = [&](const std::string& more) -> std::string {
    const std::string path = folder / std::to_string(++number);
    store::Connection(path, store::Connection::Mode::create, 0).execute(sound + more);
    Collector log;
    try {
      read_ocel_sqlite(path, log);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::invalid_argument);
      CHECK(log.events == 0);
      return std::string(error.what()).substr(std::string("this is no OCEL 2.0 log: ").size());
    }
    CHECK(log.events == 1);
    CHECK(log.objects == 1);
    return "";
  };
  CHECK(trouble("") == "");
  CHECK(trouble("INSERT INTO event VALUES ('f', 'close')") ==
        "close stands in ocel_type of the table event and is not in the table event_map_type");
  CHECK(trouble("INSERT INTO object VALUES ('p', 'order')") ==
        "order stands in ocel_type of the table object and is not in the table object_map_type");
  CHECK(trouble("INSERT INTO event_object VALUES ('e', 'p', '')") ==
        "p stands in ocel_object_id of the table event_object and is not in the table object");
  CHECK(trouble("INSERT INTO event_object VALUES ('f', 'o', '')") ==
        "f stands in ocel_event_id of the table event_object and is not in the table event");
  CHECK(trouble("INSERT INTO object_object VALUES ('o', 'p', '')") ==
        "p stands in ocel_target_id of the table object_object and is not in the table object");
  CHECK(trouble("INSERT INTO object_object VALUES ('p', 'o', '')") ==
        "p stands in ocel_source_id of the table object_object and is not in the table object");
  CHECK(trouble("INSERT INTO event VALUES ('e', 'file')") == "e is in the table event twice");
  CHECK(trouble("INSERT INTO object VALUES ('o', 'case')") == "o is in the table object twice");
  CHECK(trouble("INSERT INTO event_map_type VALUES ('file', 'File')") ==
        "file is in the table event_map_type twice");
  CHECK(trouble("INSERT INTO event_File VALUES ('e', '2020-01-02 00:00:00')") ==
        "e is in the table \"event_File\" twice");
  CHECK(trouble("INSERT INTO event VALUES ('f', 'file')") ==
        "f is an event of the type file and not in the table \"event_File\"");
  CHECK(trouble("INSERT INTO event_File VALUES ('f', '2020-01-02 00:00:00')") ==
        "f is in the table \"event_File\" and no event of its type");
}

TEST_CASE("a file that is no log is refused") {
  County county;
  const TemporaryFolder folder;
  const std::string path = folder / "text";
  std::ofstream(path) << "not a database, but long enough to look at as if it were one";
  Collector log;
  CHECK_THROWS_AS(read_ocel_sqlite(path, log), Error);
  CHECK_THROWS_AS(read_ocel_sqlite(folder / "nothing", log), Error);
}
