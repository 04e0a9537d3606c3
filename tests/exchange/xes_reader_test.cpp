#include "support/county.hpp"
#include "support/environment.hpp"

#include <gridcase/event_log.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace gridcase;

namespace {

namespace fs = std::filesystem;
using Kind = XesAttribute::Kind;

struct Read {
  XesHeader header;
  std::vector<XesTrace> traces;
  std::size_t events = 0;
};

Read read(std::istream& in, const std::string& zone = "UTC") {
  Read log;
  log.header = read_xes(
      in,
      [&](XesTrace&& trace) {
        log.events += trace.events.size();
        log.traces.push_back(std::move(trace));
      },
      zone);
  return log;
}

Read read_text(const std::string& text, const std::string& zone = "UTC") {
  std::istringstream in(text);
  return read(in, zone);
}

std::string refusal(const std::string& text) {
  try {
    read_text(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

const char* const small = R"(<?xml version="1.0"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="none"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="source" value="test"><int key="depth" value="2"/></string>
  <trace>
    <string key="concept:name" value="1 &lt; 2"/>
    <event>
      <date key="time:timestamp" value="2018-03-16T08:30:00.250+08:00"/>
      <float key="cost" value="-1.5E2"/>
      <boolean key="paid" value="true"/>
      <id key="key" value="f81d4fae-7dec-11d0-a765-00a0c91e6bf6"/>
      <list key="steps"><values><string key="a" value="1"/><string key="a" value="2"/></values></list>
      <container key="box"><int key="x" value="7"/></container>
    </event>
  </trace>
  <event><date key="time:timestamp" value="2018-03-16T00:00:00Z"/></event>
</log>)";

}  // namespace

TEST_CASE("a log is read with attributes of every kind") {
  const Read log = read_text(small);
  CHECK(log.header.version == "1849-2016");
  REQUIRE(log.header.extensions.size() == 1);
  CHECK(log.header.extensions[0].prefix == "concept");
  CHECK(log.header.event_globals.size() == 1);
  CHECK(log.header.classifiers[0].keys == "concept:name");
  CHECK(log.header.attributes[0].meta[0].integer == 2);
  REQUIRE(log.traces.size() == 2);
  CHECK(log.traces[0].attributes[0].value == "1 < 2");
  const auto& attributes = log.traces[0].events[0].attributes;
  CHECK(find_attribute(attributes, "time:timestamp")->time ==
        parse_instant("2018-03-16T00:30:00.25Z"));
  CHECK(find_attribute(attributes, "cost")->real == -150);
  CHECK(find_attribute(attributes, "paid")->truth);
  CHECK(find_attribute(attributes, "key")->kind == Kind::id);
  const XesAttribute& list = *find_attribute(attributes, "steps");
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1].value == "2");
  CHECK(find_attribute(attributes, "box")->items[0].integer == 7);
  CHECK(find_attribute(attributes, "none") == nullptr);
}

TEST_CASE("events that stand in no trace come last, in a trace without attributes") {
  const Read log = read_text(small);
  CHECK(log.traces[1].attributes.empty());
  CHECK(log.traces[1].events.size() == 1);
}

TEST_CASE("a date without offset is a civil time of the zone") {
  const std::string text = "<log><trace><event><date key=\"t\" value=\"2018-03-16T08:30:00\"/>"
                           "</event></trace></log>";
  CHECK(read_text(text, "Asia/Shanghai").traces[0].events[0].attributes[0].time ==
        parse_instant("2018-03-16T00:30:00Z"));
  CHECK_THROWS_AS(read_text(text, "Asia/Nowhere"), Error);
}

TEST_CASE("what is no log is refused with its place") {
  CHECK(refusal("<lag/>") == "line 1, column 1: this is no event log: the first element of XES is "
                             "log");
  CHECK(refusal("<log>\n <trace><case/></trace></log>") ==
        "line 2, column 9: an element case does not belong here");
  CHECK(refusal("<log><int key=\"a\" value=\"12x\"/></log>").find("\"a\" is no such number") !=
        std::string::npos);
  CHECK(refusal("<log><int key=\"a\" value=\"99999999999999999999\"/></log>").find("too large") !=
        std::string::npos);
  CHECK(refusal("<log><date key=\"a\" value=\"yesterday\"/></log>").find("\"a\" is no time") !=
        std::string::npos);
  CHECK(refusal("<log><boolean key=\"a\" value=\"maybe\"/></log>").find("neither true") !=
        std::string::npos);
  CHECK(refusal("<log><string value=\"b\"/></log>").find("has no key") != std::string::npos);
  CHECK(refusal("<log><string key=\"b\"/></log>").find("has no value") != std::string::npos);
  CHECK(refusal("<log>words</log>").find("no text belongs here") != std::string::npos);
  CHECK(refusal("<log><global scope=\"all\"/></log>").find("scope") != std::string::npos);
  CHECK(refusal("<log><trace>").find("line 1") == 0);
}

TEST_CASE("what the caller throws ends the reading") {
  std::istringstream in(small);
  CHECK_THROWS_AS(read_xes(in, [](XesTrace&&) { throw std::runtime_error("enough"); }),
                  std::runtime_error);
}

TEST_CASE("logs of others are read with all their traces and events") {
  const std::string folder = test::data_folder() + "/eventlogs";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: no real logs at hand");
    return;
  }
  const test::TemporaryFolder unpacked;
  const std::string receipt = unpacked / "receipt.xes";
  REQUIRE(std::system(
              ("gzip -dc \"" + folder + "/receipt.xes.gz\" > \"" + receipt + "\"").c_str()) == 0);
  const auto counts = [](const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const Read log = read(in);
    return std::pair(log.traces.size(), log.events);
  };
  CHECK(counts(receipt) == std::pair<std::size_t, std::size_t>(1434, 8577));
  CHECK(counts(folder + "/roadtraffic100traces.xes") ==
        std::pair<std::size_t, std::size_t>(100, 390));
  CHECK(counts(folder + "/running-example.xes") == std::pair<std::size_t, std::size_t>(6, 42));
}
