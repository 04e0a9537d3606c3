// A process that is killed while it erases cases erases each once; of what was erased no byte is
// left in the file, in its log or in the index over texts.

#include "store/child_process.hpp"
#include "support/county.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using store::test::Child;

namespace {

const Actor chief{centre, "", ""};

// Letters that stand nowhere else: what is personal of a case, a word for each place it stands in.
std::string secret(std::uint64_t number, int place) {
  std::mt19937_64 random(number * 64 + static_cast<std::uint64_t>(place));
  std::string word;
  for (int i = 0; i < 14; ++i)
    word += static_cast<char>('a' + random() % 26);
  return word;
}

constexpr int places = 9;

CaseId told(County& county, std::uint64_t number) {
  return county.report(grid, [&](Action& action) {
    action.title = "事 " + secret(number, 0);
    action.text = "内容 " + secret(number, 1) + " " + std::string(number % 3 == 0 ? 9000 : 40, 'x');
    action.address = secret(number, 2);
    action.parties = {{"reporter", secret(number, 3), secret(number, 4), secret(number, 5)}};
    action.subjects = {{"vehicle", secret(number, 6), ""}};
  });
}

void tell_more(County& county, CaseId id, std::uint64_t number) {
  county.must(A::comment, id, grid, [&](Action& action) { action.note = secret(number, 7); });
  county.must(A::amend, id, grid, [&](Action& action) {
    action.text = "更正 " + secret(number, 8);
    action.note = "n";
  });
  county.must(A::annul, id, centre, because("duplicate"));
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The index cuts off what neighbours begin with alike: the rest of a word gives it away.
bool holds(const std::string& bytes, std::uint64_t number, int place) {
  return bytes.find(secret(number, place).substr(4)) != std::string::npos;
}

std::vector<std::string> left_of(const std::string& path, const std::vector<std::uint64_t>& gone) {
  std::vector<std::string> left;
  for (const char* suffix : {"", "-wal"}) {
    const std::string bytes = bytes_of(path + suffix);
    for (const std::uint64_t number : gone) {
      for (int place = 0; place < places; ++place) {
        if (!holds(bytes, number, place)) continue;
        left.push_back(suffix + std::to_string(number) + "/" + std::to_string(place));
      }
    }
  }
  return left;
}

std::size_t erasures(Engine& engine, CaseId id) {
  const auto events = engine.history(id, chief);
  return static_cast<std::size_t>(
      std::count_if(events.begin(), events.end(),
                    [](const Event& event) { return event.action.kind == A::erase; }));
}

Submission erasure(CaseId id, Instant now) {
  Submission submission{{}, chief, now};
  submission.action.kind = A::erase;
  submission.action.case_id = id;
  submission.action.reason = "term_over";
  submission.action.command_id = "erase-" + std::to_string(to_number(id));
  return submission;
}

// More than the index takes in at once, so that it holds most of them.
struct Told {
  explicit Told(County& county) {
    for (std::uint64_t number = 1; number <= 300; ++number)
      ids.push_back(told(county, number));
    for (std::uint64_t number = 1; number <= 300; ++number) {
      if (is_gone(number)) tell_more(county, ids[number - 1], number);
      (is_gone(number) ? gone : kept).push_back(number);
    }
  }
  static bool is_gone(std::uint64_t number) { return number % 5 != 0; }
  CaseId id(std::uint64_t number) const { return ids[number - 1]; }

  std::vector<CaseId> ids;
  std::vector<std::uint64_t> gone;
  std::vector<std::uint64_t> kept;
};

}  // namespace

TEST_CASE("killed while it erases, a host that goes on has erased each once and nothing is left") {
  County county;
  const Told told(county);
  county.close();
  const std::string bytes = bytes_of(county.path());
  for (const std::uint64_t number : {told.gone.front(), told.kept.front()}) {
    for (int place = 0; place < 7; ++place)
      CHECK(holds(bytes, number, place));  // else it would prove nothing
  }

  const auto erase = [&](int pipe) {
    Engine engine = Engine::open(county.path(), county.options());
    for (std::size_t i = 0; i < told.gone.size(); i += 4) {
      std::vector<Submission> some;
      for (std::size_t j = i; j < std::min(i + 4, told.gone.size()); ++j)
        some.push_back(erasure(told.id(told.gone[j]), county.now()));
      for (const Answer& answer : engine.batch(some)) {
        if (!answer.ok()) return 1;
      }
      Child::send(pipe, static_cast<std::int64_t>(i + 4));
    }
    return 0;
  };
  std::mt19937 random(20180316);
  int kills = 0;
  for (std::int64_t done = 0; done < static_cast<std::int64_t>(told.gone.size()); ++kills) {
    Child child(erase);
    const std::int64_t until = done + static_cast<std::int64_t>(1 + random() % 10);
    while (done < until && child.receive(done)) {
    }
    usleep(static_cast<useconds_t>(random() % 3000));
    child.end();
    std::int64_t more = 0;
    while (child.receive(more))
      done = std::max(done, more);
    if (kills % 8 == 0) REQUIRE(Engine::open(county.path(), county.options()).verify().ok());
  }
  MESSAGE(kills, " kills");
  CHECK(kills > 8);

  {
    Engine engine = Engine::open(county.path(), county.options());
    for (const std::uint64_t number : told.gone) {
      CHECK(engine.submit(erasure(told.id(number), county.now()).action, chief, county.now())
                .status == Status::duplicate);
      CHECK(erasures(engine, told.id(number)) == 1);
    }
    for (const std::uint64_t number : told.kept) {
      CHECK(erasures(engine, told.id(number)) == 0);
      SearchQuery query;
      query.text = secret(number, 0);
      CHECK(engine.search(query, chief).hits.size() == 1);
    }
    CHECK(engine.verify().ok());
  }
  CHECK(left_of(county.path(), told.gone).empty());
  const std::string after = bytes_of(county.path());
  for (const std::uint64_t number : told.kept)
    CHECK(holds(after, number, 1));
}

TEST_CASE("what is erased leaves the file and its log while the store stays open") {
  County county;
  const Told told(county);
  const std::vector<std::uint64_t> few{told.gone[3], told.gone[120], told.gone.back()};
  for (const std::uint64_t number : few)
    county.must(A::erase, told.id(number), centre, because("term_over"));
  CHECK(left_of(county.path(), few).empty());
  CHECK(county.engine().verify().ok());
}
