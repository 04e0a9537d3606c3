// An engine in the transactions of a host that commits, rolls back and takes savepoints back as it
// likes, and does not always say so, against a table of the host's that lives through the same.

#include "support/host_database.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

#ifndef GRIDCASE_OWN_SQLITE

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

const Actor chief{centre, "", ""};

class Host {
public:
  explicit Host(unsigned seed) : random_(seed) {
    database_.run("CREATE TABLE mirror(sequence INTEGER PRIMARY KEY, case_id INTEGER, post TEXT);"
                  "CREATE TABLE policies_seen(version INTEGER PRIMARY KEY, name TEXT)");
    options_.entropy = seeded_entropy(seed);
    options_.durability = Durability::relaxed;
    engine_ = Engine::create_in(database_.connection(), policy(), options_, now_);
    database_.run("INSERT INTO policies_seen VALUES(1, '" + name_ + "')");
  }

  void step() {
    now_ += std::chrono::seconds(1 + static_cast<int>(random_() % 4000));
    switch (random_() % 12) {
    case 0:
    case 1: return begin();
    case 2: return end("COMMIT", true);
    case 3: return end("ROLLBACK", false);
    case 4: return save();
    case 5: return take_back();
    case 6: return adopt();
    case 7: engine_->tick(now_); return;
    case 8: return look();
    case 9:
      if (!database_.in_transaction() && random_() % 4 == 0) reopen();
      return;
    default: return act();
    }
  }

  void check_end() {
    if (database_.in_transaction()) end("COMMIT", true);
    look();
    const Verification verification = engine_->verify();
    INFO((verification.findings.empty() ? "" : verification.findings.front().message));
    CHECK(verification.ok());
    engine_->tick(now_);
    reopen();
    look();
    CHECK(engine_->verify().ok());
  }

  std::int64_t events() { return database_.number("SELECT count(*) FROM mirror"); }
  int undone = 0;

private:
  Policy policy() {
    name_ = "policy " + std::to_string(random_());
    return {name_, {}, small_organization()};
  }

  void begin() {
    if (database_.in_transaction()) return;
    database_.run(random_() % 2 == 0 ? "BEGIN" : "BEGIN IMMEDIATE");
    saved_ = 0;
  }

  void end(const char* statement, bool is_commit) {
    if (!database_.in_transaction()) return;
    database_.run(statement);
    undone += is_commit ? 0 : 1;
    if (random_() % 2 == 0) return;  // says nothing
    if (is_commit) {
      engine_->host_committed();
    } else {
      engine_->host_rolled_back();
    }
  }

  void save() {
    if (database_.in_transaction()) database_.run("SAVEPOINT s" + std::to_string(++saved_));
  }

  void take_back() {
    if (!database_.in_transaction() || saved_ == 0) return;
    saved_ = 1 + static_cast<int>(random_() % static_cast<unsigned>(saved_));
    database_.run("ROLLBACK TO s" + std::to_string(saved_));
    ++undone;
    if (random_() % 2 == 0) engine_->host_rolled_back();
  }

  void adopt() {
    const std::int64_t version = engine_->adopt(policy(), chief, now_);
    // Without a transaction of the host's they are two commits.
    database_.run("INSERT INTO policies_seen VALUES(" + std::to_string(version) + ", '" + name_ +
                  "')");
  }

  void act() {
    const std::string post = "p" + std::to_string(random_() % 100'000);
    Action action;
    const std::int64_t known = database_.number("SELECT count(*) FROM mirror");
    action.kind = known > 0 && random_() % 2 == 0 ? A::comment : A::report;
    if (action.kind == A::report) {
      action.title = "case of " + post;
      action.category = "0404";
      action.grid = grid;
    } else {
      action.note = "seen by " + post;
      action.case_id = static_cast<CaseId>(
          database_.number("SELECT case_id FROM mirror ORDER BY sequence LIMIT 1 OFFSET " +
                           std::to_string(random_() % static_cast<unsigned>(known))));
    }
    const bool is_provisional = database_.in_transaction();
    const Answer answer = engine_->submit(action, {centre, "", post}, now_);
    INFO((answer.refusal ? answer.refusal->reason : ""));
    REQUIRE(answer.status == Status::committed);
    REQUIRE(answer.provisional == is_provisional);
    database_.run("INSERT INTO mirror VALUES(" + std::to_string(answer.sequence) + ", " +
                  std::to_string(to_number(answer.case_id)) + ", '" + post + "')");
  }

  // The engine knows what the mirror knows: no more, no less, and in the same posts.
  void look() {
    std::int64_t after = 0;
    std::int64_t found = 0;
    std::int64_t changes_of_policy = 0;
    for (auto log = engine_->read_log(after, 500, chief); !log.empty();
         log = engine_->read_log(after, 500, chief)) {
      for (const Event& event : log) {
        after = event.sequence;
        if (event.case_id == CaseId::none) {
          ++changes_of_policy;
          continue;
        }
        ++found;
        const std::string at = " FROM mirror WHERE sequence = " + std::to_string(event.sequence);
        REQUIRE(database_.number("SELECT case_id" + at) == to_number(event.case_id));
        REQUIRE(database_.text("SELECT post" + at) == event.actor.post);
      }
    }
    REQUIRE(found == events());
    REQUIRE(changes_of_policy == database_.number("SELECT count(*) FROM policies_seen"));
    REQUIRE(engine_->policy()->name ==
            database_.text("SELECT name FROM policies_seen ORDER BY version DESC"));
    MeasureQuery query;
    query.measures = {"reports"};
    query.period = parse_period("2018");
    REQUIRE(engine_->measure(query, chief, now_).front().ratio.numerator ==
            database_.number("SELECT count(DISTINCT case_id) FROM mirror"));
  }

  void reopen() {
    engine_.reset();
    engine_ = Engine::attach(database_.connection(), options_);
  }

  TemporaryFolder folder_;
  HostDatabase database_{folder_ / "host.db"};
  std::mt19937 random_;
  EngineOptions options_;
  Instant now_ = parse_instant("2018-03-16T08:30:00+08:00");
  std::string name_;
  std::optional<Engine> engine_;
  int saved_ = 0;
};

}  // namespace

TEST_CASE("whatever a host takes back, an attached engine knows what the host's tables know") {
  std::int64_t events = 0;
  int undone = 0;
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    Host host(seed);
    for (int i = 0; i < 150; ++i)
      host.step();
    host.check_end();
    events += host.events();
    undone += host.undone;
  }
  MESSAGE(events, " events, ", undone, " times undone");
  CHECK(events > 100);
  CHECK(undone > 50);
}

#endif
