// The way from older schemas, on stores that the programs of their times made.

#include "store_fixture.hpp"

#include "store/schema.hpp"

#include <gridcase/calendar.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

constexpr CaseId worked{3308812006290000001};
constexpr CaseId held{3308812006290000002};  // for the second time
constexpr CaseId asked{3308812006300000001};
constexpr CaseId closed{3308812006300000002};
constexpr CaseId limited{3308812006300000003};
constexpr CaseId merged{3308812006300000004};  // while on hold
constexpr CaseId reopened{3308812006300000005};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void make_store(const std::string& path, const std::string& dump_file) {
  const std::string dump = bytes_of(GRIDCASE_TESTS_DIR "/data/store/" + dump_file);
  REQUIRE_FALSE(dump.empty());
  Connection connection(path, Connection::Mode::create, 1000);
  connection.execute("PRAGMA journal_mode = WAL");
  connection.execute(dump);
}

void make_schema_1(const std::string& path) { make_store(path, "schema_1.sql"); }
void make_schema_2(const std::string& path) { make_store(path, "schema_2.sql"); }
void make_schema_3(const std::string& path) { make_store(path, "schema_3.sql"); }
void make_schema_4(const std::string& path) { make_store(path, "schema_4.sql"); }

Instant time(const char* local) { return parse_local(local, "Asia/Shanghai"); }

EngineOptions reading() {
  EngineOptions options;
  options.read_only = true;
  return options;
}

std::string all_of(Connection& connection, const std::string& question) {
  std::string lines;
  Cursor rows = connection.prepare_built(question);
  while (rows.step())
    lines += std::string(rows.text(0)) + "\n";
  return lines;
}

CaseSummary summary_of(Store& store, CaseId id) {
  const auto loaded = store.read(id);
  REQUIRE(loaded);
  CHECK(loaded->snapshot.clocks.empty());
  return loaded->snapshot.summary;
}

}  // namespace

namespace {

// As a new store has them: the schema, the words and what the planner is told.
void check_as_new(const Folder& folder, const std::string& path) {
  found(folder / "new");
  Connection old(path, Connection::Mode::read, 1000);
  Connection fresh(folder / "new", Connection::Mode::read, 1000);
  CHECK(old.integer("PRAGMA user_version") == schema_version);
  CHECK(old.integer("PRAGMA application_id") == application_id);
  CHECK(read_schema(old) == expected_schema());
  for (const char* question :
       {"SELECT domain || value || word FROM words ORDER BY domain, value",
        "SELECT tbl || ' ' || idx || ' ' || stat FROM sqlite_stat1 ORDER BY tbl, idx"}) {
    CHECK(all_of(old, question) == all_of(fresh, question));
    CHECK_FALSE(all_of(old, question).empty());
  }
}

// Every row is as its history has it.
void check_migrated(const std::string& path, std::int64_t events, std::int64_t cases) {
  const Verification verification = Engine::open(path).verify();
  for (const Finding& finding : verification.findings)
    MESSAGE(finding.code, " ", to_number(finding.case_id), " ", finding.message);
  CHECK(verification.ok());
  CHECK(verification.events == events);
  CHECK(verification.cases == cases);
}

}  // namespace

TEST_CASE("a store of schema 1 is brought to that of today when it is opened for writing") {
  const Folder folder;
  make_schema_1(folder / "a");
  check_migrated(folder / "a", 46, 7);
  check_as_new(folder, folder / "a");
}

TEST_CASE("what schema 1 did not keep of a case is taken from its history") {
  const Folder folder;
  make_schema_1(folder / "a");
  const auto store = open_sqlite(folder / "a", {});
  const CaseSummary work = summary_of(*store, worked);
  CHECK(work.contacted == time("2020-06-29 10:40"));
  CHECK(work.arrived == time("2020-06-29 11:00"));
  CHECK(work.controlled == time("2020-06-29 11:20"));
  CHECK(work.suspensions == 0);
  CHECK(summary_of(*store, held).suspensions == 2);
  CHECK_FALSE(summary_of(*store, held).contacted);
  CHECK(summary_of(*store, merged).suspensions == 1);
  CHECK(summary_of(*store, closed).arrived == time("2020-06-30 12:00"));
  CHECK(summary_of(*store, asked).waiting_since == time("2020-06-30 10:40"));
  for (const CaseId id : {worked, held, closed, limited, merged, reopened}) {
    CHECK_FALSE(summary_of(*store, id).waiting_since);
  }
  CHECK(summary_of(*store, limited).due == time("2020-07-02 18:00"));
  CHECK_FALSE(summary_of(*store, limited).deadline);
  CHECK(store->case_of({"12345", "A-17"}) == worked);
  CHECK(store->check().empty());
}

TEST_CASE("a case that schema 1 put on hold goes on at its time, and nothing else falls due") {
  const Folder folder;
  make_schema_1(folder / "a");
  {
    const auto store = open_sqlite(folder / "a", {});
    const auto due = store->due(time("2030-01-01 00:00"), nullptr, 10);
    REQUIRE(due.size() == 1);
    CHECK(due[0].case_id == held);
    CHECK(due[0].at == time("2020-07-03 09:00"));
    CHECK(due[0].clock == 0);
  }
  {
    Engine engine = Engine::open(folder / "a");
    CHECK(engine.tick(time("2020-07-03 08:59")).resumed == 0);
    const TickReport report = engine.tick(time("2020-07-05 09:00"));
    CHECK(report.resumed == 1);
    CHECK(report.fired == 0);
    CHECK_FALSE(report.next);
    CHECK(engine.verify().ok());
  }
  const auto store = open_sqlite(folder / "a", {});
  CHECK(summary_of(*store, held).position.state == State::township_intake);
  CHECK(summary_of(*store, held).last_happened == time("2020-07-03 09:00"));
}

TEST_CASE("a store of schema 1 that is only read is refused with the way out, and left alone") {
  const Folder folder;
  make_schema_1(folder / "a");
  const std::string before = bytes_of(folder / "a");
  std::string message;
  try {
    Engine::open(folder / "a", reading());
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unsupported);
    message = error.what();
  }
  CHECK(message.find("older schema 1") != std::string::npos);
  CHECK(message.find("open it for writing once") != std::string::npos);
  CHECK(bytes_of(folder / "a") == before);
  Engine::open(folder / "a");
  CHECK(Engine::open(folder / "a", reading()).verify().ok());
}

TEST_CASE("a migration that fails leaves the store of schema 1 as it was") {
  const Folder folder;
  make_schema_1(folder / "a");
  const std::string before = bytes_of(folder / "a");
  const auto fail = [](Connection& connection) { connection.execute("no SQL"); };
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    std::vector<Migration> steps = migrations();
    steps.push_back({schema_version, fail});
    CHECK_THROWS_AS(migrate(connection, schema_version + 1, steps), Error);
    CHECK(connection.integer("PRAGMA user_version") == 1);
  }
  CHECK(bytes_of(folder / "a") == before);
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    connection.execute("CREATE TABLE clocks(x)");  // in the way
  }
  CHECK_THROWS_AS(Engine::open(folder / "a"), Error);
  {
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    CHECK(connection.integer("PRAGMA user_version") == 1);
    CHECK(connection.integer("SELECT count(*) FROM deadline_view WHERE kind = 'resume'") == 1);
    connection.execute("DROP TABLE clocks");
  }
  CHECK(Engine::open(folder / "a").verify().ok());
}

// ---- from schema 2 -----------------------------------------------------------------------------

namespace {

constexpr CaseId at_work{3308812006290000001};
constexpr CaseId checked{3308812006290000002};    // failed by one person, passed by another
constexpr CaseId reworked{3308812006290000003};   // twice
constexpr CaseId failed{3308812006290000004};     // its check
constexpr CaseId consulted{3308812006290000005};  // twice
constexpr CaseId withdrawn{3308812006290000007};  // a lead, and another declined
constexpr CaseId twice{3308812006290000008};      // one unit in one minute
constexpr CaseId own_order{3308812006290000009};  // of the holder, that acts on the side as well
constexpr CaseId joined_other{3308812006300000001};
constexpr CaseId resting{3308812006300000002};
constexpr CaseId outside{3308812006300000007};

// "unit state round by persons; …"
std::string orders_of(Store& store, CaseId id) {
  const auto loaded = store.read(id);
  REQUIRE(loaded);
  std::string text;
  for (const Assignment& order : loaded->snapshot.assignments) {
    text += order.unit + " " + std::string(name(order.state)) + " " + std::to_string(order.round);
    for (const std::string& person : order.handlers)
      text += " " + person;
    text += "; ";
  }
  return text;
}

CaseSummary row_of(Store& store, CaseId id) {
  const auto loaded = store.read(id);
  REQUIRE(loaded);
  return loaded->snapshot.summary;
}

Answer act(Engine& engine, ActionKind kind, CaseId id, const Actor& actor, const char* local) {
  Action action;
  action.kind = kind;
  action.case_id = id;
  Answer answer = engine.submit(action, actor, time(local));
  INFO("refused: ", answer.refusal ? answer.refusal->reason : "");
  REQUIRE(answer.status == Status::committed);
  return answer;
}

}  // namespace

TEST_CASE("a store of schema 2 is brought to that of today when it is opened for writing") {
  const Folder folder;
  make_schema_2(folder / "a");
  check_migrated(folder / "a", 192, 19);
  check_as_new(folder, folder / "a");
}

TEST_CASE("how far units are, and who had a hand in it, is taken from the history of schema 2") {
  const Folder folder;
  make_schema_2(folder / "a");
  const auto store = open_sqlite(folder / "a", {});
  CHECK(
      orders_of(*store, at_work) ==
      "station controlled 1 bai han; grid2 contacted 1; village arrived 1 cun; grid assigned 1; ");
  CHECK(orders_of(*store, reworked) ==
        "station signed_for 3 bai han; village contacted 3 cun; grid2 released 1; "
        "grid2 controlled 1; ");
  CHECK(orders_of(*store, failed) == "station signed_for 2 han; ");
  CHECK(orders_of(*store, withdrawn) ==
        "village withdrawn 1 cun; grid2 withdrawn 1; station declined 1; grid2 withdrawn 1; "
        "village contacted 1; grid assigned 1; ");
  CHECK(orders_of(*store, twice) == "station withdrawn 1 han; station signed_for 1 bai; ");
  CHECK(orders_of(*store, own_order) == "station signed_for 2 han; room signed_for 2 lin; ");
  CHECK(orders_of(*store, outside) ==
        "p110 arrived 1; roads controlled 1 lu; water signed_for 1 shui; ");
  const auto orders = store->read(at_work)->snapshot.assignments;
  CHECK(orders[0].begun == time("2020-06-29 09:10"));
  CHECK(orders[0].freed == orders[0].ordered);
  CHECK_FALSE(orders[1].begun);
}

TEST_CASE("what was done around the orders is taken from the history of schema 2") {
  const Folder folder;
  make_schema_2(folder / "a");
  const auto store = open_sqlite(folder / "a", {});
  CHECK(row_of(*store, at_work).urges == 2);
  CHECK(row_of(*store, at_work).supervision == 1);
  CHECK(row_of(*store, checked).urges == 0);
  CHECK(row_of(*store, checked).supervision == 0);
  CHECK(row_of(*store, checked).verifiers == std::vector<std::string>{"grid/gao", "village/cun"});
  CHECK(row_of(*store, failed).verifiers == std::vector<std::string>{"village"});
  CHECK(row_of(*store, consulted).consultations == 2);
  CHECK(row_of(*store, withdrawn).first_receiver == "village");
  CHECK(row_of(*store, outside).first_receiver == "p110");
  CHECK(row_of(*store, joined_other).first_receiver == "station");
  CHECK(row_of(*store, at_work).sender.empty());
  CHECK(store->check().empty());
}

TEST_CASE("figures of schema 2 can be summed, drills and what was struck out left out") {
  const Folder folder;
  make_schema_2(folder / "a");
  const Engine engine = Engine::open(folder / "a");
  std::string text;
  for (const FigureSum& sum :
       engine.sum_figures(time("2020-06-01 00:00"), time("2020-08-01 00:00"), {"center", "", ""})) {
    text += sum.name + " " + std::to_string(sum.value) + " " + sum.measure + " of " + sum.unit +
            " in " + std::to_string(sum.cases) + "; ";
  }
  CHECK(text == "moved 2 persons of room in 1; moved 39 persons of station in 2; "
                "satisfied 1  of room in 1; tons 1 t of room in 1; tons 7 t of station in 1; "
                "vehicles 2  of station in 1; ");
}

TEST_CASE("cases of schema 2 go on") {
  const Folder folder;
  make_schema_2(folder / "a");
  Engine engine = Engine::open(folder / "a");
  const TickReport report = engine.tick(time("2020-07-10 09:00"));
  CHECK(report.resumed == 1);
  CHECK(report.fired > 10);
  CHECK(engine.get(resting, {"center", "", ""})->position.state == State::township_handling);
  const char* later = "2020-07-10 09:05";
  act(engine, ActionKind::arrive, at_work, {"grid2", "", ""}, later);
  act(engine, ActionKind::control, reworked, {"village", "cun", ""}, later);
  act(engine, ActionKind::feedback, failed, {"station", "bai", ""}, later);
  act(engine, ActionKind::close, failed, {"room", "lin", ""}, later);
  act(engine, ActionKind::start, twice, {"station", "bai", ""}, later);
  act(engine, ActionKind::feedback, own_order, {"station", "han", ""}, later);
  act(engine, ActionKind::feedback, own_order, {"room", "lin", ""}, later);
  const Verification verification = engine.verify();
  CHECK(verification.ok());
  for (const Finding& finding : verification.findings)
    MESSAGE(finding.message);
}

TEST_CASE("a store of schema 3 is brought to that of today, and knows the numbers dialled") {
  const Folder folder;
  make_schema_3(folder / "a");
  Engine engine = Engine::open(folder / "a");
  CHECK(engine.verify().ok());
  const Actor centre{"320685", "", ""};
  std::vector<std::string> numbers;
  for (const CaseSummary& it : engine.find({}, centre).cases) {
    CHECK(it.type.empty());
    CHECK(it.repeats == 0);
    if (!it.number_dialled.empty()) numbers.push_back(it.number_dialled);
  }
  CHECK(numbers == std::vector<std::string>{"12345", "110", "12345"});
  Action action;
  action.kind = ActionKind::enter_record;
  action.nature = Nature::contact;
  action.title = "路灯";
  CHECK(engine.submit(action, centre, parse_local("2022-01-01 08:00", "Asia/Shanghai")).ok());
  CHECK(engine.verify().ok());
}

TEST_CASE("a store of schema 4 is brought to that of today, and its figures follow") {
  const Folder folder;
  make_schema_4(folder / "a");
  check_migrated(folder / "a", 54, 19);
  check_as_new(folder, folder / "a");
  Engine engine = Engine::open(folder / "a");
  const Actor centre{"331126", "", ""};
  MeasureQuery query;
  query.measures = {"contacts", "first_answer_rate", "reply_in_time_rate", "closings"};
  query.period = parse_period("2019-05");
  const auto told = [&] {
    std::string text;
    for (const Measurement& it : engine.measure(query, centre, time("2019-06-01 00:00")))
      text += it.measure + " " + two_decimals(it.value) + "; ";
    return text;
  };
  const std::string before = told();
  CHECK(before == "contacts 14.00; reply_in_time_rate 100.00; closings 2.00; "
                  "first_answer_rate 64.29; ");
  const TickReport report = engine.tick(time("2019-06-01 00:00"));
  CHECK(report.followed > 50);
  CHECK(report.behind == 0);
  CHECK(told() == before);
  CHECK(engine.verify().ok());
}

TEST_CASE("a store of schema 5 is brought to that of today, and knows when checks were asked for") {
  const Folder folder;
  make_store(folder / "a", "schema_5.sql");
  check_migrated(folder / "a", 68, 8);
  check_as_new(folder, folder / "a");
  const auto store = open_sqlite(folder / "a", {});
  const auto asked = [&](int number) {
    const CaseSummary it = summary_of(*store, CaseId(3206852006290000000 + number));
    const auto text = [](const std::optional<Instant>& at) {
      return at ? format_local(*at, "Asia/Shanghai").substr(11, 5) : "-";
    };
    return text(it.check_sent) + " " + text(it.confirm_sent);
  };
  CHECK(asked(1) == "- -");      // taken back
  CHECK(asked(2) == "09:03 -");  // asked again, and failed
  CHECK(asked(3) == "09:52 -");  // taken back, asked again, and passed
  CHECK(asked(4) == "- -");      // taken back
  CHECK(asked(5) == "- -");      // asked twice, failed: the work is done again
  CHECK(asked(6) == "- 13:08");  // passed, and closed
  CHECK(asked(7) == "- -");      // … and opened again
  CHECK(asked(8) == "- 15:35");  // on hold
}
