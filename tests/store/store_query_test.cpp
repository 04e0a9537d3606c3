#include "store_fixture.hpp"

#include "store/sqlite.hpp"
#include "store/sqlite_query.hpp"
#include "store/statements.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;
using model::Scope;

namespace {

const Scope everything = model::whole_county();

// A store and the same cases in memory.
class World {
public:
  explicit World(unsigned seed) : random_(seed), store_(found(folder_ / "a")) {}

  void grow(int cases, int steps) {
    std::vector<Delta> batch;
    for (int i = 0; i < cases; ++i) {
      Loaded it = reported(store_->reserve_case_id({2018, 3, 16}), ++number_);
      change(it);
      Delta delta = step(it, ActionKind::report);
      delta.external_ids = {{pick({"12345", "110"}), std::to_string(number_)}};
      names_.push_back({delta.external_ids[0], it.snapshot.summary.id});
      batch.push_back(delta);
      cases_[it.snapshot.summary.id] = it;
    }
    for (int i = 0; i < steps; ++i) {
      auto place = cases_.begin();
      std::advance(place, static_cast<std::ptrdiff_t>(below(cases_.size())));
      change(place->second);
      batch.push_back(step(place->second, ActionKind::amend));
    }
    for (const auto& result : store_->commit(batch)) {
      REQUIRE(result.outcome == DeltaOutcome::committed);
    }
  }

  CaseQuery query() {
    CaseQuery query;
    switch (below(9)) {
    case 0: query.number = "N-" + std::to_string(number_ + 1 - upto(number_)); break;
    case 1: query.external_id = names_[below(names_.size())].first; break;
    case 2: query.holder = unit(); break;
    case 3: query.assigned = unit(); break;
    case 4: query.township = ground("township-"); break;
    case 5: query.grid = ground("grid-"); break;
    case 6: query.concerns = unit(); break;
    default: break;
    }
    query.open_only = below(2) == 0;
    if (below(4) == 0) query.stage = Stage(1 + below(6));
    if (below(6) == 0) query.state = state();
    if (below(4) == 0) query.category = "water";
    if (below(4) == 0) query.reported_from = at(1000 + upto(number_));
    if (below(4) == 0) query.reported_until = at(1000 + upto(number_));
    query.limit = static_cast<std::int32_t>(1 + below(7));
    return query;
  }

  // Of one to three views, each by ground and category or one of these; seldom of none.
  Scope scope() {
    Scope scope;
    if (below(40) == 0) return scope;
    for (std::size_t i = 1 + below(3) * below(2); i > 0; --i) {
      Scope::View& view = scope.views.emplace_back();
      view.everything = below(5) == 0;
      for (std::size_t j = below(3); j > 0; --j)
        view.townships.push_back(ground("township-"));
      for (std::size_t j = below(3) * below(2); j > 0; --j)
        view.villages.push_back(ground("village-"));
      for (std::size_t j = below(4) * below(2); j > 0; --j)
        view.grids.push_back(ground("grid-"));
      if (below(3) == 0) view.categories = categories();
      if (below(4) == 0) view.without = categories();
    }
    for (std::size_t i = below(4); i > 0; --i)
      scope.units.push_back(below(10) == 0 ? "nobody" : unit());
    return scope;
  }

  // What the query means, by looking at every case.
  std::vector<CaseId> expected(const CaseQuery& query, const Scope& scope) const {
    std::vector<CaseId> ids;
    for (const auto& [id, it] : cases_) {
      if (scope.covers(it.snapshot) && selected(query, it) && kept(query, it.snapshot.summary)) {
        ids.push_back(id);
      }
    }
    return ids;
  }

  Store& store() { return *store_; }
  const std::map<CaseId, Loaded>& cases() const { return cases_; }

private:
  std::size_t below(std::size_t count) { return random_() % count; }
  std::int64_t upto(std::int64_t most) {
    return static_cast<std::int64_t>(below(static_cast<std::size_t>(most) + 1));
  }
  std::string pick(const std::vector<std::string>& words) { return words[below(words.size())]; }
  std::string ground(const std::string& kind) {
    return below(10) == 0 ? "" : kind + std::to_string(1 + below(3));
  }
  std::string unit() {
    return pick({"grid-1", "grid-2", "village-1", "township-1", "centre", "water", "fire"});
  }
  std::shared_ptr<const Scope::Codes> categories() {
    Scope::Codes codes;
    for (const char* code : {"", "fire", "nothing", "water", "water.sewage"}) {
      if (below(2) == 0) codes.emplace_back(code);
    }
    return std::make_shared<const Scope::Codes>(codes);
  }
  State state() {
    const auto& states = all_states();
    State it = State::none;
    while (it == State::none)
      it = states[below(states.size())];
    return it;
  }

  void change(Loaded& it) {
    CaseSummary& s = it.snapshot.summary;
    s.position = {state(), below(2) == 0 ? state() : State::none, State::none};
    s.grid = ground("grid-");
    s.village = ground("village-");
    s.township = ground("township-");
    s.holder = unit();
    s.lead = below(2) == 0 ? unit() : "";
    s.checker = below(3) == 0 ? unit() : "";
    s.reporter_unit = unit();
    s.category = pick({"water", "water.sewage", "fire", ""});
    s.channel = pick({"patrol", "hotline"});
    s.drill = below(8) == 0;
    s.due = below(2) == 0 ? std::optional<Instant>(at(static_cast<std::int64_t>(below(100))))
                          : std::nullopt;
    s.resume_at = below(4) == 0 ? std::optional<Instant>(at(static_cast<std::int64_t>(below(100))))
                                : std::nullopt;
    auto& orders = it.snapshot.assignments;
    if (orders.size() < 4 && below(2) == 0) {
      orders.push_back(order(static_cast<std::int32_t>(orders.size() + 1), unit(),
                             AssignmentRole(1 + below(5)), at(1)));
    }
    for (Assignment& order : orders) {
      if (below(2) == 0) order.state = AssignmentState(1 + below(9));
      order.ended = order.is_open() ? std::nullopt : std::optional<Instant>(at(2));
      if (below(3) == 0) order.arrived = at(static_cast<std::int64_t>(below(1000)));
    }
  }

  bool selected(const CaseQuery& query, const Loaded& it) const {
    const CaseSummary& s = it.snapshot.summary;
    if (!query.number.empty()) return s.number == query.number;
    if (query.external_id) {
      return std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
        return name.second == s.id && name.first.system == query.external_id->system &&
               name.first.id == query.external_id->id;
      });
    }
    if (!query.holder.empty()) return s.holder == query.holder && !is_end(s.position.state);
    const auto has_order = [&](const std::string& unit) {
      const auto& orders = it.snapshot.assignments;
      return std::any_of(orders.begin(), orders.end(), [&](const Assignment& order) {
        return order.unit == unit && order.is_open();
      });
    };
    if (!query.assigned.empty()) return !is_end(s.position.state) && has_order(query.assigned);
    if (!query.concerns.empty()) {
      return !is_end(s.position.state) &&
             (s.holder == query.concerns || s.checker == query.concerns ||
              has_order(query.concerns));
    }
    if (!query.township.empty()) return s.township == query.township;
    if (!query.grid.empty()) return s.grid == query.grid;
    return true;
  }

  static bool kept(const CaseQuery& query, const CaseSummary& s) {
    return (!query.stage || stage_of(s.position.state) == *query.stage) &&
           (!query.state || s.position.state == *query.state) &&
           (query.category.empty() || s.category == "water" || s.category == "water.sewage") &&
           (!query.reported_from || s.reported >= *query.reported_from) &&
           (!query.reported_until || s.reported < *query.reported_until) &&
           (!query.open_only || !is_end(s.position.state));
  }

  Folder folder_;
  std::mt19937 random_;
  std::unique_ptr<Store> store_;
  std::map<CaseId, Loaded> cases_;
  std::vector<std::pair<ExternalId, CaseId>> names_;
  std::int64_t number_ = 0;
};

std::vector<CaseId> all_pages(Store& store, CaseQuery query, const Scope& scope) {
  std::vector<CaseId> ids;
  for (;;) {
    const CasePage page = store.find(query, {"water", "water.sewage"}, scope);
    REQUIRE(page.cases.size() <= static_cast<std::size_t>(query.limit));
    for (const CaseSummary& it : page.cases)
      ids.push_back(it.id);
    if (!page.next) return ids;
    REQUIRE(to_number(*page.next) > to_number(query.after));
    query.after = *page.next;
  }
}

std::vector<std::string> plan(Connection& connection, const std::string& text) {
  std::vector<std::string> lines;
  Cursor rows = connection.prepare_built("EXPLAIN QUERY PLAN " + text);
  while (rows.step())
    lines.emplace_back(rows.text(3));
  return lines;
}

bool contains(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

// A scope of each shape that matters to a plan.
std::vector<Scope> shapes() {
  const auto codes = [](int count) {
    Scope::Codes list;
    for (int i = 0; i < count; ++i)
      list.push_back("code-" + std::to_string(i));
    return list;
  };
  std::vector<Scope> all{everything, Scope{}};
  for (int count = 1; count <= 8; count *= 2) {
    for (int kind = 0; kind < 5; ++kind) {
      for (const bool limited : {false, true}) {
        Scope scope;
        Scope::View& view = scope.views.emplace_back();
        if (kind == 0) view.townships = codes(count);
        if (kind == 1) view.villages = codes(count);
        if (kind == 2) view.grids = codes(count);
        if (kind == 3) view.everything = limited;
        if (limited) view.categories = std::make_shared<const Scope::Codes>(codes(count));
        if (count == 4) view.without = std::make_shared<const Scope::Codes>(codes(3));
        if (count == 8) scope.views.push_back(view);
        scope.units = codes(count);
        all.push_back(scope);
      }
    }
  }
  return all;
}

}  // namespace

TEST_CASE("pages of every list give what a look at every case gives") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    World world(seed);
    for (int round = 0; round < 3; ++round) {
      world.grow(40, 60);
      for (int i = 0; i < 150; ++i) {
        const CaseQuery query = world.query();
        const Scope scope = world.scope();
        CHECK(all_pages(world.store(), query, scope) == world.expected(query, scope));
      }
    }
    for (const auto& [id, it] : world.cases())
      CHECK(equal(*world.store().read(id), it));
    CHECK(world.store().check().empty());
  }
}

TEST_CASE("the scope in SQL is the scope in C++, row by row") {
  World world(11);
  world.grow(300, 300);
  CaseQuery query;
  query.limit = 1000;
  for (int i = 0; i < 200; ++i) {
    const Scope scope = world.scope();
    const CasePage page = world.store().find(query, {}, scope);
    std::set<CaseId> seen;
    for (const CaseSummary& it : page.cases)
      seen.insert(it.id);
    for (const auto& [id, it] : world.cases()) {
      CHECK((seen.count(id) == 1) == scope.covers(it.snapshot));
    }
  }
}

TEST_CASE("a board counts what a look at every case counts") {
  World world(12);
  world.grow(300, 300);
  for (int i = 0; i < 60; ++i) {
    const Scope scope = world.scope();
    const BoardQuery query{BoardKey(1 + i % 6), i % 4 < 2};
    const Board board = world.store().board(query, scope);
    BoardLine total;
    std::map<std::string, std::int64_t> lines;
    for (const auto& [id, it] : world.cases()) {
      const CaseSummary& s = it.snapshot.summary;
      const bool end = is_end(s.position.state);
      if (s.drill || !scope.covers(it.snapshot) || (query.open_only && end)) continue;
      total.open += end ? 0 : 1;
      total.closed += s.position.state == State::closed ? 1 : 0;
      total.other_ends += end && s.position.state != State::closed ? 1 : 0;
      total.suspended += s.position.state == State::suspended ? 1 : 0;
      if (!end) total.by_stage[static_cast<std::size_t>(stage_of(s.position.state)) - 1] += 1;
      if (query.by == BoardKey::holder) lines[s.holder] += 1;
      if (query.by == BoardKey::lead) lines[s.lead] += 1;
      if (query.by == BoardKey::township) lines[s.township] += 1;
      if (query.by == BoardKey::category) lines[s.category] += 1;
      if (query.by == BoardKey::channel) lines[s.channel] += 1;
    }
    CHECK(board.total.open == total.open);
    CHECK(board.total.closed == total.closed);
    CHECK(board.total.other_ends == total.other_ends);
    CHECK(board.total.suspended == total.suspended);
    CHECK(board.total.by_stage == total.by_stage);
    CHECK(std::is_sorted(board.lines.begin(), board.lines.end(),
                         [](const auto& a, const auto& b) { return a.key < b.key; }));
    std::int64_t sum = 0;
    for (const BoardLine& line : board.lines) {
      const std::int64_t cases = line.open + line.closed + line.other_ends;
      sum += cases;
      if (query.by != BoardKey::tier) CHECK(lines[line.key] == cases);
    }
    CHECK(sum == total.open + total.closed + total.other_ends);
  }
}

TEST_CASE("the tier of an ended case is the one it ended on") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded it = report(*store, 1);
  it.snapshot.summary.position = {State::closed, State::suspended, State::township_handling};
  store->commit({step(it, ActionKind::close)});
  it = report(*store, 2);
  it.snapshot.summary.position = {State::rejected, State::none, State::none};
  it.snapshot.summary.origin = Tier::county;
  store->commit({step(it, ActionKind::reject)});
  const Board board = store->board({BoardKey::tier, false}, everything);
  REQUIRE(board.lines.size() == 2);
  CHECK(board.lines[0].key == "county");
  CHECK(board.lines[0].other_ends == 1);
  CHECK(board.lines[1].key == "township");
  CHECK(board.lines[1].closed == 1);
}

TEST_CASE("a page looks at a bounded number of rows and says where to go on") {
  const Folder folder;
  const auto store = found(folder / "a");
  std::vector<Delta> batch;
  for (int i = 1; i <= 1500; ++i) {
    Loaded it = reported(store->reserve_case_id({2018, 3, 16}), i);
    if (i == 1400) it.snapshot.summary.category = "rare";
    batch.push_back(step(it, ActionKind::report));
  }
  store->commit(batch);
  CaseQuery query;
  query.category = "rare";
  query.limit = 10;
  const CasePage first = store->find(query, {"rare"}, everything);
  CHECK(first.cases.empty());
  REQUIRE(first.next);
  query.after = *first.next;
  const CasePage second = store->find(query, {"rare"}, everything);
  CHECK(second.cases.size() == 1);
  CHECK_FALSE(second.next);
  CaseQuery exact;
  exact.limit = 1000;
  const CasePage page = store->find(exact, {}, everything);
  CHECK(page.cases.size() == 1000);
  exact.after = *page.next;
  CHECK(store->find(exact, {}, everything).cases.size() == 500);
  CHECK_FALSE(store->find(exact, {}, everything).next);
}

TEST_CASE("every list is served by an index and sorts nothing") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  for (int selector = 0; selector <= static_cast<int>(Selector::concerns); ++selector) {
    for (const Scope& scope : shapes()) {
      const std::string text = list_text(static_cast<Selector>(selector), ScopeSql(scope));
      for (const std::string& line : plan(connection, text)) {
        CAPTURE(text);
        CAPTURE(line);
        CHECK_FALSE(contains(line, "SCAN"));
        CHECK_FALSE(contains(line, "TEMP B-TREE"));
        CHECK_FALSE(contains(line, "AUTOMATIC"));
      }
    }
  }
}

TEST_CASE("each selector uses the index that was made for it") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  const std::map<Selector, std::string> expected{
      {Selector::all, "USING PRIMARY KEY (county=? AND case_id>?)"},
      {Selector::open, "USING INDEX cases_open (county=? AND case_id>?)"},
      {Selector::number, "USING INDEX cases_number (county=? AND number=?"},
      {Selector::external_id, "USING PRIMARY KEY (county=? AND system=? AND external_id=?)"},
      {Selector::holder, "USING INDEX cases_holder (county=? AND holder=? AND case_id>?)"},
      {Selector::assigned, "INDEX assignments_open (county=? AND unit=? AND case_id>?)"},
      {Selector::township, "USING INDEX cases_township (county=? AND township=? AND case_id>?)"},
      {Selector::grid, "USING INDEX cases_grid (county=? AND grid=? AND case_id>?)"}};
  for (const auto& entry : expected) {
    const auto lines = plan(connection, list_text(entry.first, ScopeSql(everything)));
    CAPTURE(entry.second);
    CAPTURE(lines.at(0));
    CHECK(contains(lines.at(0), entry.second.c_str()));
  }
}

TEST_CASE("what concerns a unit is merged from three indexes") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  const auto lines = plan(connection, list_text(Selector::concerns, ScopeSql(everything)));
  for (const char* index : {"cases_holder", "assignments_open", "cases_checker"}) {
    CAPTURE(index);
    CHECK(std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
      return contains(line, index) && contains(line, "case_id>?");
    }));
  }
}

TEST_CASE("boards read cases by an index and read them once") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  for (int key = 1; key <= static_cast<int>(BoardKey::channel); ++key) {
    for (const bool open_only : {false, true}) {
      for (const Scope& scope : shapes()) {
        int looks = 0;
        for (const std::string& line :
             plan(connection,
                  board_text(BoardKey(key), open_only, Nature::ordinary, ScopeSql(scope)))) {
          CHECK_FALSE(contains(line, "SCAN"));
          if (contains(line, "SEARCH t ")) ++looks;
        }
        CHECK(looks == 1);
      }
    }
  }
}

TEST_CASE("every constant statement is served by an index and sorts nothing") {
  const Folder folder;
  const auto store = found(folder / "a");
  Connection connection(folder / "a", Connection::Mode::read, 1000);
  for (const char* text : {sql::find_code,
                           sql::code_text,
                           sql::last_code,
                           sql::select_case,
                           sql::select_before,
                           sql::update_case,
                           sql::update_case_handed_over,
                           sql::update_case_ended,
                           sql::update_case_relocated,
                           sql::case_with_number,
                           sql::last_case_between,
                           sql::case_ids,
                           sql::open_case_ids,
                           sql::select_assignments,
                           sql::update_assignment,
                           sql::update_assignment_course,
                           sql::delete_assignments_after,
                           sql::first_answer,
                           sql::history_of_case,
                           sql::read_log,
                           sql::erase_text,
                           sql::erase_personal,
                           sql::case_with_external_id,
                           sql::delete_deadline,
                           sql::due,
                           sql::next_due,
                           sql::select_clocks,
                           sql::update_clock,
                           sql::select_policy,
                           sql::update_county}) {
    for (const std::string& line : plan(connection, text)) {
      CAPTURE(text);
      CAPTURE(line);
      CHECK_FALSE(contains(line, "SCAN"));
      CHECK_FALSE(contains(line, "TEMP B-TREE"));
    }
  }
}

TEST_CASE("history and log come in order, after a place, up to a limit") {
  const Folder folder;
  const auto store = found(folder / "a");
  Loaded one = report(*store, 1);
  Loaded two = report(*store, 2);
  for (int i = 0; i < 5; ++i) {
    store->commit({step(one, ActionKind::comment), step(two, ActionKind::comment)});
  }
  const auto part = store->history(one.snapshot.summary.id, 2, 3);
  REQUIRE(part.size() == 3);
  CHECK(part.front().version == 3);
  CHECK(part.back().version == 5);
  const auto log = store->read_log(3, 4);
  REQUIRE(log.size() == 4);
  for (std::size_t i = 0; i < log.size(); ++i) {
    CHECK(log[i].sequence == static_cast<std::int64_t>(4 + i));
    CHECK(log[i].commit == static_cast<std::int64_t>(4 + i / 2));
  }
  CHECK(store->case_ids(CaseId::none, 1).at(0) == one.snapshot.summary.id);
  CHECK(store->case_ids(one.snapshot.summary.id, 9).at(0) == two.snapshot.summary.id);
}
