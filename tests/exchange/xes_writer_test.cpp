#include "exchange/xes_writer.hpp"

#include "support/county.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

std::vector<XesTrace> traces_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<XesTrace> traces;
  read_xes(in, [&](XesTrace&& trace) { traces.push_back(std::move(trace)); });
  return traces;
}

std::string value(const std::vector<XesAttribute>& attributes, const char* key) {
  const XesAttribute* found = find_attribute(attributes, key);
  return found == nullptr ? "" : found->value;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a trace is a case, an event one of its transitions") {
  County county;
  const CaseId id = county.in_review();
  county.report();
  const TemporaryFolder folder;
  const LogCounts counts =
      write_xes(folder / "log.xes", county.engine(), {centre, "", ""}, {}, "Asia/Shanghai");
  const auto history = county.engine().history(id, {centre, "", ""});
  CHECK(counts.cases == 2);

  const auto traces = traces_of(folder / "log.xes");
  REQUIRE(traces.size() == 2);
  CHECK(value(traces[0].attributes, "concept:name") == county.whole(id).number);
  REQUIRE(traces[0].events.size() == history.size());
  CHECK(counts.events == static_cast<std::int64_t>(history.size() + traces[1].events.size()));
  for (std::size_t i = 0; i < history.size(); ++i) {
    const auto& attributes = traces[0].events[i].attributes;
    CHECK(value(attributes, "concept:name") == name(history[i].action.kind));
    CHECK(value(attributes, "lifecycle:transition") == xes_transition(history[i].action.kind));
    CHECK(value(attributes, "org:group") == history[i].actor.unit);
    CHECK(find_attribute(attributes, "time:timestamp")->time == history[i].happened);
  }
  CHECK(text_of(folder / "log.xes").find("+08:00") != std::string::npos);
}

TEST_CASE("units that get orders are a list") {
  County county;
  county.dispatched();
  const TemporaryFolder folder;
  write_xes(folder / "log.xes", county.engine(), {centre, "", ""});
  std::vector<std::string> units;
  const auto traces = traces_of(folder / "log.xes");
  for (const XesEvent& event : traces.at(0).events) {
    const XesAttribute* orders = find_attribute(event.attributes, "gridcase:orders");
    if (orders == nullptr) continue;
    for (const XesAttribute& order : orders->items)
      units.push_back(order.key + " " + order.value);
  }
  CHECK(units == std::vector<std::string>{"lead " + drains, "assist " + traffic});
}

TEST_CASE("a log has what its actor may see, and of the period that was asked for") {
  County county;
  county.report();
  const Instant between = county.now() + std::chrono::minutes(10);
  county.pass(std::chrono::hours(1));
  county.report(other_grid);
  const TemporaryFolder folder;
  CHECK(write_xes(folder / "all.xes", county.engine(), {centre, "", ""}).cases == 2);
  CHECK(write_xes(folder / "room.xes", county.engine(), {room, "", ""}).cases == 1);
  CaseQuery early;
  early.reported_until = between;
  CHECK(write_xes(folder / "early.xes", county.engine(), {centre, "", ""}, early).cases == 1);
}

TEST_CASE("no free text and nothing personal is in a log") {
  County county;
  county.report(grid, [](Action& action) {
    action.title = "secret title";
    action.text = "secret text";
    action.address = "secret address";
    action.note = "";
    action.parties = {{"requester", "secret name", "13812345678", "secret home"}};
  });
  const TemporaryFolder folder;
  write_xes(folder / "log.xes", county.engine(), {centre, "", ""});
  write_ocel_json(folder / "log.json", county.engine(), {centre, "", ""});
  write_ocel_sqlite(folder / "log.sqlite", county.engine(), {centre, "", ""});
  for (const char* file : {"log.xes", "log.json", "log.sqlite"}) {
    CAPTURE(file);
    const std::string text = text_of(folder / file);
    CHECK(text.size() > 1000);
    CHECK(text.find("secret") == std::string::npos);
    CHECK(text.find("138") == std::string::npos);
    CHECK(text.find("s**") == std::string::npos);
  }
}

TEST_CASE("what is read is written again with nothing lost but spelling") {
  XesAttribute inner;
  inner.kind = XesAttribute::Kind::integer;
  inner.key = "n";
  inner.integer = -7;
  XesAttribute list;
  list.kind = XesAttribute::Kind::list;
  list.key = "list";
  list.items = {inner, inner};
  list.meta = {inner};
  XesAttribute box = list;
  box.kind = XesAttribute::Kind::container;
  box.key = "box";
  box.meta = {};
  XesAttribute word;
  word.key = "a \"b\" & <c>";
  word.value = "line\nbreak\t中文";
  word.meta = {box};
  XesHeader header;
  header.version = "1849-2016";
  header.classifiers = {{"one", "'a b' c", "event"}};
  header.attributes = {word};
  const auto written = [&](const XesHeader& head, const std::vector<XesTrace>& traces) {
    std::ostringstream out;
    exchange::XesWriter writer(out, head, "UTC");
    for (const XesTrace& trace : traces)
      writer.add(trace);
    writer.finish();
    return out.str();
  };
  const std::string first = written(header, {{{word, list}, {{{list}}, {{box}}}}});
  std::istringstream in(first);
  std::vector<XesTrace> traces;
  const XesHeader again = read_xes(in, [&](XesTrace&& trace) { traces.push_back(trace); });
  CHECK(written(again, traces) == first);
  REQUIRE(traces.size() == 1);
  CHECK(traces[0].attributes[0].value == word.value);
  CHECK(traces[0].attributes[1].items.size() == 2);
  CHECK(traces[0].attributes[1].meta.size() == 1);
}

TEST_CASE("every action stands for a step of the standard model") {
  const std::set<std::string_view> standard{"schedule",  "assign",   "reassign", "start",
                                            "suspend",   "resume",   "withdraw", "manualskip",
                                            "ate_abort", "pi_abort", "complete"};
  std::set<std::string_view> used;
  for (const ActionKind action : all_actions())
    used.insert(xes_transition(action));
  CHECK(used == standard);
}

TEST_CASE("an unknown zone is refused before anything is written") {
  County county;
  const TemporaryFolder folder;
  CHECK_THROWS_AS(
      write_xes(folder / "log.xes", county.engine(), {centre, "", ""}, {}, "Asia/Nowhere"), Error);
  CHECK(text_of(folder / "log.xes").empty());
}
