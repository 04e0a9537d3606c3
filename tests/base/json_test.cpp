#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "support/organizations.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace gridcase;
using namespace gridcase::base;

namespace {

std::vector<Fault> faults_of(
    std::string_view text, const std::function<void(ObjectReader&)>& read = [](ObjectReader&) {}) {
  try {
    read_document(text, "sample", read);
  } catch (const DocumentError& error) {
    return error.faults();
  }
  return {};
}

double read_number(const std::string& digits) {
  double number = 0;
  read_document("{\"n\":" + digits + "}", "sample", [&](ObjectReader& r) { r.read("n", number); });
  return number;
}

}  // namespace

TEST_CASE("a text that is no JSON is refused with its line and column") {
  const auto faults = faults_of("{\n  \"a\": 1,\n  \"b\": ?\n}");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == "json.syntax");
  CHECK(faults[0].path == "line 3, column 8");
  CHECK(faults_of("{\"市\": ?}")[0].path == "line 1, column 7");
  CHECK(faults_of("{} x")[0].path == "line 1, column 4");
  CHECK(faults_of("")[0].code == "json.syntax");
  CHECK(faults_of("[1]")[0].code == "json.type");
  CHECK(faults_of("{\"a\": \"\xFF\"}")[0].code == "json.syntax");
}

TEST_CASE("a key that stands twice is refused") {
  const auto faults = faults_of("{\"a\": {\"x\": 1},\n \"b\": {\"x\": 1, \"y\": 2, \"x\": 3}}");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].code == "json.key_twice");
  CHECK(faults[0].message.find("\"x\"") != std::string::npos);
  CHECK(faults[0].path.find("line 2") == 0);
}

TEST_CASE("nesting is limited to 32 levels") {
  const auto nested = [](std::size_t levels) {
    return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
  };
  CHECK(faults_of(nested(33))[0].code == "json.too_deep");
  CHECK(faults_of(nested(32))[0].code == "json.unknown_key");
  CHECK(faults_of("{\"a\":" + std::string(1000000, '['))[0].code == "json.too_deep");
}

TEST_CASE("every fault of a document is found, each with its path") {
  const auto faults = faults_of(
      R"({"name": 5, "size": "x", "tags": ["a", 1], "items": [{"n": 1.5}, 7], "sice": 1})",
      [](ObjectReader& reader) {
        std::string name;
        std::int32_t size = 0;
        std::vector<std::string> tags;
        reader.read("name", name);
        reader.read("size", size);
        reader.read("tags", tags);
        reader.require("missing");
        reader.each_object("items", [](ObjectReader& item) {
          std::int64_t n = 0;
          item.read("n", n);
        });
      });
  std::vector<std::string> paths;
  for (const Fault& fault : faults)
    paths.push_back(fault.path);
  CHECK(paths == std::vector<std::string>{"name", "size", "tags[1]", "missing", "items[0].n",
                                          "items[1]", "sice"});
  CHECK(faults.back().fix == "did you mean \"size\"?");
}

TEST_CASE("null means that a key is not there") {
  std::optional<bool> truth = true;
  std::optional<std::int64_t> number;
  std::string text = "as it was";
  read_document(R"({"truth": null, "number": 7, "text": null})", "sample",
                [&](ObjectReader& reader) {
                  CHECK_FALSE(reader.has("truth"));
                  reader.read("truth", truth);
                  reader.read("number", number);
                  reader.read("text", text);
                });
  CHECK(truth == true);
  CHECK(number == 7);
  CHECK(text == "as it was");
}

TEST_CASE("whole numbers keep to their range") {
  const auto read = [](ObjectReader& reader) {
    std::int32_t number = 0;
    reader.read("n", number);
  };
  CHECK(faults_of("{\"n\": 2147483647}", read).empty());
  CHECK(faults_of("{\"n\": 1.0}", read).empty());
  CHECK(faults_of("{\"n\": 2147483648}", read)[0].code == "json.range");
  CHECK(faults_of("{\"n\": 18446744073709551615}", read)[0].code == "json.type");
  CHECK(faults_of("{\"n\": 1e400}", [](ObjectReader& reader) {
          double number = 0;
          reader.read("n", number);
        }).size() == 1);
}

TEST_CASE("texts are written so that any reader understands them") {
  CHECK(JsonWriter().value("a\"b\\c\n\t\x01").take() == R"("a\"b\\c\n\t\u0001")");
  CHECK(JsonWriter().value("江山").take() == "\"江山\"");
  CHECK(JsonWriter().value("a\xFF").take() == "\"a\xEF\xBF\xBD\"");
}

TEST_CASE("an object is written in the order it is given, with or without indentation") {
  const auto write = [](int indent) {
    JsonWriter writer(indent);
    writer.begin_object()
        .field("b", 1)
        .field_if("empty", std::string_view())
        .key("a")
        .begin_array();
    writer.value(true).null().begin_object().end_object().end_array();
    writer.field("words", std::vector<std::string>{"x", "y"}).end_object();
    return writer.take();
  };
  CHECK(write(0) == R"({"b":1,"a":[true,null,{}],"words":["x","y"]})");
  CHECK(write(2) == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    {}\n  ],\n"
                    "  \"words\": [\"x\",\"y\"]\n}");
}

TEST_CASE("numbers are written in the shortest form that reads back to the same number") {
  CHECK(JsonWriter().value(120.7).take() == "120.7");
  CHECK(JsonWriter().value(-0.1).take() == "-0.1");
  CHECK(JsonWriter().value(std::numeric_limits<std::int64_t>::min()).take() ==
        "-9223372036854775808");
  CHECK_THROWS_AS(JsonWriter().value(std::numeric_limits<double>::infinity()), Error);
  test::Dice dice(3);
  for (int i = 0; i < 20000; ++i) {
    const double number = dice.between(-180.0, 180.0) * (dice.chance(10) ? 1e-9 : 1);
    REQUIRE(read_number(JsonWriter().value(number).take()) == number);
  }
}
