// An office with permits in a database of its own: a permit and its case in one transaction.
#include <gridcase/gridcase.hpp>

#include <sqlite3.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace {

class Database {
public:
  explicit Database(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error("cannot open");
    // What an attached engine asks for.
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  }
  ~Database() { sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  sqlite3* handle() const noexcept { return handle_; }
  void run(const std::string& statements) {
    if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    throw std::runtime_error(sqlite3_errmsg(handle_));
  }
  int permits() {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle_, "SELECT count(*) FROM permits", -1, &statement, nullptr);
    const int count = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
    sqlite3_finalize(statement);
    return count;
  }

private:
  sqlite3* handle_ = nullptr;
};

class Office {
public:
  Office(Database& database, const gridcase::Policy& policy, gridcase::Instant now)
      : database_(database), engine_(engine_in(database, policy, now)), now_(now) {
    category_ = policy.organization.categories.front().code;
    for (const gridcase::Unit& unit : policy.organization.units)
      if (unit.kind == gridcase::UnitKind::command_center) centre_ = {unit.code, "", ""};
    database_.run(
        "CREATE TABLE IF NOT EXISTS permits(id INTEGER PRIMARY KEY, about TEXT, case_id INTEGER)");
  }

  // The permit and its case, or neither.
  void enter(const std::string& about, bool is_withdrawn) {
    database_.run("BEGIN IMMEDIATE");
    try {
      gridcase::Action report;
      report.kind = gridcase::ActionKind::report;
      report.title = about;
      report.category = category_;
      const gridcase::Answer answer = engine_.submit(report, centre_, now_);
      if (!answer.ok()) throw std::runtime_error("refused: " + answer.refusal->reason);
      database_.run("INSERT INTO permits(about, case_id) VALUES('" + about + "', " +
                    std::to_string(gridcase::to_number(answer.case_id)) + ")");
      if (is_withdrawn) throw std::runtime_error("withdrawn at the desk");
      database_.run("COMMIT");
      engine_.host_committed();
    } catch (const std::exception& error) {
      database_.run("ROLLBACK");
      engine_.host_rolled_back();
      std::cout << about << ": " << error.what() << "\n";
    }
  }

  void show() {
    std::cout << "permits: " << database_.permits()
              << ", cases: " << engine_.board({}, centre_).total.open << "\n"
              << (engine_.verify().ok() ? "the record is sound\n" : "the record is damaged\n");
  }

private:
  // The first time the store is made beside the office's tables; from then on it is there.
  static gridcase::Engine engine_in(Database& database, const gridcase::Policy& policy,
                                    gridcase::Instant now) {
    try {
      return gridcase::Engine::attach(database.handle());
    } catch (const gridcase::Error& error) {
      if (error.code() != gridcase::ErrorCode::not_found) throw;
      return gridcase::Engine::create_in(database.handle(), policy, {}, now);
    }
  }

  Database& database_;
  gridcase::Engine engine_;  // goes before the connection does
  gridcase::Instant now_;    // a real host asks its clock
  gridcase::Actor centre_;
  std::string category_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: sqlite_host ORGANIZATION DATABASE\n";
    return 2;
  }
  try {
    std::ifstream file(arguments[1]);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Database database(arguments[2]);
    Office office(database, gridcase::read_policy(text),
                  gridcase::parse_instant("2018-03-16T08:30:00+08:00"));
    office.enter("Dig at the school gate", false);
    office.enter("Dig at the bridge", true);
    office.show();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "sqlite_host: " << error.what() << "\n";
    return 1;
  }
}
