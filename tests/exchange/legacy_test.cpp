#include "support/time_rules.hpp"

#include <gridcase/legacy.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

namespace {

const char* const mapping_text = R"({
  "system": "old",
  "times": ["YYYY/M/D h:mm", "YYYYMMDDhhmmss"],
  "contacts": {"system": "old.call", "fields": {"id": "call", "happened": "time", "title": "what",
    "requester": "name", "by": {"value": "12345"}, "channel": {"value": "hotline"}}},
  "cases": {"fields": {"id": "no", "contact": "call", "happened": "time", "title": "what",
    "category": {"column": "kind", "codes": {"排水": "0404"}},
    "grid": {"value": "330881001001001"}}},
  "steps": {"fields": {"case": "no", "happened": "time", "performer": "who",
      "by": {"column": "office", "codes": {"市政处": "sz", "交警": "jj"}, "default": ""}},
    "step": "step",
    "kinds": {"立案": {"action": "file"}, "签收": {"action": "sign"},
      "派遣": {"action": "dispatch", "fields": {
        "lead": {"column": "to", "codes": {"市政处": "sz", "交警": "jj"}}}},
      "办结": {"action": "feedback", "fields": {"note": "to"}}, "结案": {"action": "close", "fields": {"reply": "to"}},
      "打印": {"ignore": true}}}
})";

const char* const calls = "call,time,what,name\n"
                          "1,2016/5/9 8:05,污水,吴女士\n"
                          "2,20160510083000,路灯,\n";
const char* const cases = "no,call,time,what,kind\n"
                          "A1,1,2016/5/9 8:10,污水倒灌,排水\n"
                          "A2,,2016/5/9 9:00,井盖,排水\n";
// The steps of a case stand in no order.
const char* const steps = "no,time,step,office,who,to\n"
                          "A1,2016/5/9 17:00,结案,,老周,已回复\n"
                          "A1,2016/5/9 8:20,立案,,老周,\n"
                          "A2,2016/5/9 9:05,立案,,,\n"
                          "A1,2016/5/9 8:30,派遣,,老周,市政处\n"
                          "A1,2016/5/9 9:30,签收,市政处,小李,\n"
                          "A1,2016/5/9 9:31,打印,市政处,小李,\n"
                          "A1,2016/5/9 16:00,办结,市政处,小李,已疏通\n";

struct Import {
  County county;
  LegacyMapping mapping = read_legacy_mapping(mapping_text);
  std::vector<LegacyRefusal> refused;
  std::string importer = centre;

  Import() { county.wait_until("2018-03-16 08:30"); }
  explicit Import(const Policy& policy) : county(policy) { county.wait_until("2018-03-16 08:30"); }

  LegacyReport take(LegacyTable which, const std::string& table,
                    const LegacyOptions& options = {}) {
    std::istringstream in(table);
    refused.clear();
    return import_legacy(
        in, which, mapping, county.engine(), {importer, "", ""}, county.now(),
        [&](const LegacyRefusal& one) { refused.push_back(one); }, options);
  }
  LegacyReport take_all() {
    take(LegacyTable::contacts, calls);
    take(LegacyTable::cases, cases);
    return take(LegacyTable::steps, steps);
  }
  CaseSummary find(const std::string& system, const std::string& id) {
    CaseQuery query;
    query.external_id = ExternalId{system, id};
    const auto found = county.engine().find(query, {centre, "", ""}).cases;
    REQUIRE(found.size() == 1);
    return found.front();
  }
  std::vector<Event> history(const std::string& id) {
    return county.engine().history(find("old", id).id, {centre, "", ""});
  }
};

Instant local(const std::string& text) { return parse_local(text, "Asia/Shanghai"); }

std::vector<std::string> fault_codes(const std::string& json) {
  std::vector<std::string> codes;
  try {
    read_legacy_mapping(json);
  } catch (const DocumentError& error) {
    for (const Fault& fault : error.faults())
      codes.push_back(fault.code + " " + fault.path);
  }
  return codes;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("a history comes in dated as it happened and recorded as imported") {
  Import it;
  CHECK(it.take(LegacyTable::contacts, calls).done == 2);
  CHECK(it.take(LegacyTable::cases, cases).done == 2);
  const LegacyReport report = it.take(LegacyTable::steps, steps);
  for (const LegacyRefusal& one : it.refused)
    MESSAGE(one.line << " " << one.code << " " << one.reason);
  CHECK(report.rows == 7);
  CHECK(report.done == 6);
  CHECK(report.ignored == 1);
  CHECK(report.refused == 0);
  CHECK_FALSE(report.more);

  const CaseSummary one = it.find("old", "A1");
  CHECK(one.position.state == State::closed);
  CHECK(one.reported == local("2016-05-09 08:10"));
  CHECK(one.ended == local("2016-05-09 17:00"));
  const auto history = it.history("A1");
  REQUIRE(history.size() == 6);
  for (const Event& event : history)
    CHECK(event.recorded == it.county.now());
  CHECK(history[3].action.kind == ActionKind::sign);
  CHECK(history[3].happened == local("2016-05-09 09:30"));
  CHECK(history[3].actor.unit == "sz");
  CHECK(history[3].action.performer == "小李");
  CHECK(history[2].actor.unit == centre);  // where the table names no office
  CHECK(it.find("old.call", "1").merged_into == one.id);
  CHECK(it.find("old", "A2").position.state != State::closed);
  CHECK(it.county.engine().verify().ok());
}

TEST_CASE("doing it again does what is left, whatever the size of its pieces") {
  Import it;
  it.take(LegacyTable::contacts, calls);
  it.take(LegacyTable::cases, cases);
  LegacyOptions options;
  options.batch = 2;
  options.budget = 2;
  std::vector<std::int64_t> done;
  LegacyReport report;
  do {
    report = it.take(LegacyTable::steps, steps, options);
    CHECK(report.rows ==
          report.done + report.already + report.changed + report.ignored + report.refused);
    CHECK(report.changed == 0);
    done.push_back(report.done);
  } while (report.more && done.size() < 9);
  CHECK(done == std::vector<std::int64_t>{2, 2, 2, 0});
  CHECK(it.take(LegacyTable::steps, steps).already == 6);
  CHECK(it.take(LegacyTable::cases, cases).already == 2);
  CHECK(it.take(LegacyTable::contacts, calls).already == 2);
  CHECK(it.history("A1").size() == 6);
}

TEST_CASE("a row that has changed since is named by its line, and changes nothing") {
  Import it;
  it.take_all();
  const std::string before = it.history("A1").front().action.title;
  const auto events = [&] { return it.county.engine().read_log(0, 1000, {centre, "", ""}).size(); };
  const std::size_t count = events();
  const auto with = [](std::string table, const std::string& old, const std::string& now) {
    const std::size_t at = table.find(old);
    REQUIRE(at != std::string::npos);
    return table.replace(at, old.size(), now);
  };
  const struct {
    const char* old;
    const char* now;
  } edits[] = {{"污水倒灌", "污水外溢"}, {"2016/5/9 8:10", "2016/5/9 8:11"}, {"A1,1,", "A1,2,"}};
  for (const auto& edit : edits) {
    CAPTURE(edit.now);
    const LegacyReport report = it.take(LegacyTable::cases, with(cases, edit.old, edit.now));
    CHECK(report.changed == 1);
    CHECK(report.changed_lines == std::vector<std::size_t>{2});
    CHECK(report.already == 1);
    CHECK(report.done == 0);
    CHECK(report.refused == 0);
  }
  CHECK(events() == count);
  CHECK(it.history("A1").front().action.title == before);
  CHECK(it.take(LegacyTable::cases, cases).changed == 0);
}

TEST_CASE("of who called, what readers see is compared") {
  Import it;
  it.take_all();
  const auto changed = [&](const std::string& row) {
    return it.take(LegacyTable::contacts, "call,time,what,name\n" + row + "\n").changed;
  };
  CHECK(changed("1,2016/5/9 8:05,污水,吴女士") == 0);
  CHECK(changed("1,2016/5/9 8:05,污水,吴先生") == 0);  // 吴**
  CHECK(changed("1,2016/5/9 8:05,污水,李女士") == 1);
  CHECK(changed("1,2016/5/9 8:05,污水,") == 1);
}

TEST_CASE("what a mapping means differently now is a change, too") {
  Import it;
  it.take_all();
  it.mapping.kinds["立案"].fields["note"] = {"", {}, "批量"};
  const LegacyReport report = it.take(LegacyTable::steps, steps);
  CHECK(report.changed == 2);
  CHECK(report.changed_lines == std::vector<std::size_t>{3, 4});
  CHECK(report.already == 4);
}

TEST_CASE("of a sensitive case, what is hidden cannot be compared, and the rest is") {
  Policy policy;
  policy.organization = small_organization();
  for (Category& category : policy.organization.categories)
    category.sensitive = true;
  Import it(policy);
  it.take_all();
  std::string table = cases;
  table.replace(table.find("污水倒灌"), std::string("污水倒灌").size(), "污水外溢");
  CHECK(it.take(LegacyTable::cases, table).changed == 0);
  table.replace(table.find("2016/5/9 8:10"), 13, "2016/5/9 8:11");
  CHECK(it.take(LegacyTable::cases, table).changed == 1);
}

TEST_CASE("a refused row comes back with its place, and stops no other") {
  Import it;
  it.take(LegacyTable::contacts, calls);
  const std::string header = "no,call,time,what,kind\n";
  const LegacyReport report = it.take(LegacyTable::cases, header + "B1,,2016/5/9 8:10,a,电梯\n"
                                                                   "B2,9,2016/5/9 8:10,a,排水\n"
                                                                   "B3,,09.05.2016,a,排水\n"
                                                                   ",,2016/5/9 8:10,a,排水\n"
                                                                   "B5,,2016/5/9 8:10,a\n"
                                                                   "B6,,2016/5/9 8:10,a,排水\n"
                                                                   "B6,,2016/5/9 8:10,b,排水\n"
                                                                   "B8,,2016/5/9 8:10,,排水\n");
  CHECK(report.rows == 8);
  CHECK(report.done == 1);
  REQUIRE(it.refused.size() == 7);
  std::sort(it.refused.begin(), it.refused.end(),
            [](const auto& a, const auto& b) { return a.line < b.line; });
  CHECK(it.refused[0].line == 2);
  CHECK(it.refused[0].code == "legacy.code");
  CHECK(it.refused[0].column == "kind");
  CHECK(it.refused[0].value == "电梯");
  CHECK(it.refused[0].reason.find("cases.fields.category.codes") != std::string::npos);
  CHECK(it.refused[0].cells[4] == std::pair<std::string, std::string>{"kind", "电梯"});
  CHECK(it.refused[1].code == "legacy.unknown_contact");
  CHECK(it.refused[2].code == "legacy.time");
  CHECK(it.refused[3].code == "legacy.missing");
  CHECK(it.refused[4].code == "legacy.row");
  CHECK(it.refused[5].code == "legacy.id_twice");
  CHECK(it.refused[6].code == "missing_field");
  CHECK(it.refused[6].column == "what");
  // Mended, with the columns of a report added.
  const LegacyReport mended = it.take(
      LegacyTable::cases, "no,call,time,what,kind,refused_line\nB1,,2016/5/9 8:10,a,排水,2\n");
  CHECK(mended.done == 1);
}

TEST_CASE("a refused row has the cells it had; one without cells its text") {
  Import it;
  it.take(LegacyTable::cases, "no,call,time,what,kind\n"
                              "C1,,2016/5/9 8:10\n"
                              "C2,,2016/5/9 8:10,a,排水,b,c\n"
                              "C3,,2016/5/9 8:10,\"井盖,排水\n"
                              "C4,,2016/5/9 8:10,b,排水\n"
                              "C5,,2016/5/9 8:10,\"c\"d,排水\n"
                              "C6,,2016/5/9 8:10,d,\"排水\n");
  REQUIRE(it.refused.size() == 4);
  using Cells = std::vector<std::pair<std::string, std::string>>;
  CHECK(it.refused[0].cells == Cells{{"no", "C1"}, {"call", ""}, {"time", "2016/5/9 8:10"}});
  CHECK(it.refused[0].columns.size() == 5);
  CHECK(it.refused[0].text.empty());
  CHECK(it.refused[1].cells.size() == 7);
  CHECK(it.refused[1].cells.back() == std::pair<std::string, std::string>{"", "c"});
  // The quote is closed two lines below, where text follows.
  CHECK(it.refused[2].cells.empty());
  CHECK(it.refused[2].text == "C3,,2016/5/9 8:10,\"井盖,排水\nC4,,2016/5/9 8:10,b,排水\n"
                              "C5,,2016/5/9 8:10,\"c\"d,排水");
  CHECK(it.refused[3].text == "C6,,2016/5/9 8:10,d,\"排水");
  CHECK(it.refused[3].reason.rfind("line 7, column 21: a quote is opened", 0) == 0);
}

TEST_CASE("a step of no case, out of order or not possible is refused by name") {
  Import it;
  it.take_all();
  it.take(LegacyTable::steps, "no,time,step,office,who,to\n"
                              "A9,2016/5/9 17:00,立案,,,\n"
                              "A1,2016/5/9 17:00,销毁,,,\n"
                              "A2,2016/5/9 8:00,立案,,,\n"
                              "A1,2016/5/9 18:00,派遣,,,交警\n");
  REQUIRE(it.refused.size() == 4);
  std::vector<std::string> codes;
  for (const LegacyRefusal& one : it.refused)
    codes.push_back(one.code);
  for (const char* code : {"legacy.unknown_case", "legacy.code", "not_possible"})
    CHECK(has(codes, code));
}

TEST_CASE("steps without an id are known by their row, but for what a report of refusals adds") {
  Import it;
  it.take_all();
  const std::string row = "A2,2016/5/9 9:05,立案,,,";
  CHECK(it.take(LegacyTable::steps, "no,time,step,office,who,to,refused_reason\n" + row + ",x\n")
            .already == 1);
  CHECK(it.take(LegacyTable::steps, "no,time,step,office,who,to\n" + row + "\n" + row + "\n")
            .already == 2);
}

TEST_CASE("closed cases fire nothing; open ones fire what is past once, in order") {
  Import it(county_with_closing());
  it.take_all();
  CHECK(it.history("A1").size() == 6);
  for (const ClockView& view :
       it.county.engine().clocks(it.find("old", "A1").id, {centre, "", ""}, it.county.now()))
    CHECK(view.clock.state != ClockState::running);
  CHECK(it.county.engine().tick(it.county.now()).fired > 0);
  CHECK(it.county.engine().tick(it.county.now()).fired == 0);
  CHECK(it.history("A1").size() == 6);
  const auto open = it.history("A2");
  REQUIRE(open.size() == 5);  // reported, filed, and the three rungs
  for (std::size_t i = 2; i < open.size(); ++i)
    CHECK(open[i].action.kind == ActionKind::fall_due);
  // A step may still come, at its own time; what has fired stays.
  const std::string late = "A2,2016/5/9 9:30,派遣,,,市政处\n";
  CHECK(it.take(LegacyTable::steps, "no,time,step,office,who,to\n" + late).done == 1);
  it.take_all();  // nothing fires, nothing is done a second time
  CHECK(it.county.engine().tick(it.county.now()).fired == 0);
  CHECK(it.county.engine().verify().ok());
}

TEST_CASE("a table in GB18030 is read as the mapping says") {
  Import it;
  std::ostringstream out;
  CsvOutput output;
  output.encoding = TextEncoding::gb18030;
  CsvWriter writer(out, output);
  writer.write({"call", "time", "what", "name"});
  writer.write({"7", "2016/5/9 8:05", "污水倒灌", "吴女士"});
  it.mapping.contacts.encoding = TextEncoding::gb18030;
  CHECK(it.take(LegacyTable::contacts, out.str()).done == 1);
  CHECK(it.find("old.call", "7").title == "污水倒灌");
}

TEST_CASE("a damaged byte spoils its own row, where the encoding is known") {
  const std::string table = "call,time,what,name\n7,2016/5/9 8:05,a,\n8,2016/5/9 8:06,b\xFF,\n"
                            "9,2016/5/9 8:07,c,\n";
  Import it;
  it.mapping.contacts.encoding = TextEncoding::utf8;
  CHECK(it.take(LegacyTable::contacts, table).done == 2);
  REQUIRE(it.refused.size() == 1);
  CHECK(it.refused[0].line == 3);
  CHECK(it.refused[0].reason.find("line 3, column 18") != std::string::npos);
  CHECK(it.refused[0].id == "8");
  CHECK(it.refused[0].cells[2].second == "b\uFFFD");
}

TEST_CASE("nothing is entered from a table whose encoding was guessed wrong") {
  Import it;
  it.mapping.contacts.encoding = TextEncoding::detect;
  CHECK_THROWS_AS(it.take(LegacyTable::contacts, "call,time,what,name\n7,2016/5/9 8:05,a,\n"
                                                 "8,2016/5/9 8:06,b\xFF,\n"),
                  DocumentError);
  CHECK(it.county.engine().read_log(0, 100, {centre, "", ""}).size() == 1);
}

TEST_CASE("degrees out of range name their own column") {
  Import it;
  it.mapping.contacts.fields["longitude"].column = "x";
  it.mapping.contacts.fields["latitude"].column = "y";
  it.take(LegacyTable::contacts, "call,time,what,name,y,x\n7,2016/5/9 8:05,a,,28.7,190\n"
                                 "8,2016/5/9 8:05,a,,-90.5,118\n9,2016/5/9 8:05,a,,90,-180\n"
                                 "10,2016/5/9 8:05,a,,28.70500000000001,118.60500000000002\n");
  REQUIRE(it.refused.size() == 2);
  CHECK(it.refused[0].column == "x");
  CHECK(it.refused[0].value == "190");
  CHECK(it.refused[1].column == "y");
}

TEST_CASE("a row that another unit has imported says so") {
  Import it;
  it.take(LegacyTable::cases, "no,call,time,what,kind\nA9,,2016/5/9 8:10,污水倒灌,排水\n");
  it.importer = "330881001001001";
  it.take(LegacyTable::cases, "no,call,time,what,kind\nA9,,2016/5/9 8:10,污水倒灌,排水\n");
  REQUIRE(it.refused.size() == 1);
  CHECK(it.refused[0].reason.find("another unit") != std::string::npos);
}

TEST_CASE("a mapping says all its faults at once, and is written as it is read") {
  const auto faults = fault_codes(R"({"system": "no good", "time_zone": "Mars", "times": ["YY-M"],
    "cases": {"fields": {"id": "a", "titel": "b", "happened": {"codes": {}}, "reply": "c",
      "category": "d", "title": "e"}},
    "steps": {"fields": {"case": "a", "happened": "b"}, "step": "s",
      "kinds": {"x": {"action": "sign", "fields": {"lead": "c"}}, "y": {"action": "report"}}}})");
  CHECK(has(faults, "legacy.source cases.fields.happened.column"));
  const auto deep = fault_codes(R"({"system": "no good", "time_zone": "Mars", "times": ["YY-M"],
    "cases": {"fields": {"id": "a", "happened": "t", "reply": "c", "category": "d"}},
    "steps": {"fields": {"case": "a", "happened": "b"}, "step": "s",
      "kinds": {"x": {"action": "sign", "fields": {"lead": "c"}}, "y": {"action": "report"}}}})");
  CHECK(has(deep, "legacy.system system"));
  CHECK(has(deep, "legacy.time_zone time_zone"));
  CHECK(has(deep, "legacy.times times[0]"));
  CHECK(has(deep, "legacy.field cases.fields.reply"));
  CHECK(has(deep, "legacy.missing cases.fields.title"));
  CHECK(has(deep, "legacy.field steps.kinds.x.fields.lead"));
  CHECK(has(deep, "legacy.action steps.kinds.y.action"));
  const std::string written = write_legacy_mapping(read_legacy_mapping(mapping_text));
  CHECK(write_legacy_mapping(read_legacy_mapping(written)) == written);
}

TEST_CASE("a table whose columns the mapping does not find is not begun") {
  Import it;
  CHECK_THROWS_AS(it.take(LegacyTable::contacts, "call,time\n1,2016/5/9 8:05\n"), DocumentError);
  CHECK_THROWS_AS(it.take(LegacyTable::contacts, ""), DocumentError);
  it.mapping.contacts.fields.clear();
  CHECK_THROWS_AS(it.take(LegacyTable::contacts, calls), Error);
}
