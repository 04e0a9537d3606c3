#include "store/sqlite.hpp"
#include "store/stopping.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gridcase;
using namespace gridcase::store;

namespace {

// One statement that would run for hours.
void count_for_hours(Connection& connection) {
  connection.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                     " WHERE i < 100000000000) SELECT count(*) FROM n");
}

struct Reader {
  Reader() { Connection(path, Connection::Mode::create, 0).execute("CREATE TABLE t(a)"); }

  test::TemporaryFolder folder;
  const std::string path = folder / "a.db";
};

}  // namespace

TEST_CASE("a statement that runs for long is broken off, and the connection reads on") {
  const Reader reader;
  Connection connection(reader.path, Connection::Mode::read, 0);
  int questions = 0;
  const std::function<bool()> stop = [&] { return ++questions > 3; };
  {
    const Stoppable stoppable(stop);
    try {
      count_for_hours(connection);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::stopped);
    }
  }
  CHECK(questions == 4);
  CHECK(connection.integer("SELECT count(*) FROM t") == 0);
  CHECK(questions == 4);
}

TEST_CASE("what a host's function throws comes out of SQLite as it is, once") {
  const Reader reader;
  Connection connection(reader.path, Connection::Mode::read, 0);
  const std::function<bool()> broken = []() -> bool { throw std::out_of_range("enough"); };
  {
    const Stoppable stoppable(broken);
    CHECK_THROWS_AS(count_for_hours(connection), std::out_of_range);
  }
  const std::function<bool()> stop = [] { return true; };
  const Stoppable stoppable(stop);
  CHECK_THROWS_AS(count_for_hours(connection), Error);
}

TEST_CASE("the innermost call decides while it lasts") {
  const std::function<bool()> yes = [] { return true; };
  const std::function<bool()> no = [] { return false; };
  CHECK(!wants_stop());
  const Stoppable outer(yes);
  CHECK(wants_stop());
  {
    const Stoppable inner(no);
    CHECK(!wants_stop());
    const Stoppable none({});
    CHECK_NOTHROW(stop_if_asked());
  }
  CHECK_THROWS_AS(stop_if_asked(), Error);
}
