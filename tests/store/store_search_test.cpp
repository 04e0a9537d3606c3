#include "store_fixture.hpp"

#include "store/sqlite.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::store;
using namespace gridcase::store::test;

namespace {

using Ids = std::vector<CaseId>;

model::Scope seen_by(const std::string& unit) {
  model::Scope scope;
  scope.views.emplace_back();
  scope.units = {unit};
  return scope;
}

TextSearch words(std::vector<std::string> list) {
  TextSearch search;
  search.words = std::move(list);
  return search;
}

Ids find(Store& store, const TextSearch& search,
         const model::Scope& scope = model::whole_county()) {
  Ids ids;
  for (const SearchedTexts& it : store.search(search, scope).found)
    ids.push_back(it.case_id);
  return ids;
}

Ids find(Store& store, const std::string& word) { return find(store, words({word})); }

Delta report_of(Store& store, std::int64_t n, const std::string& title) {
  Loaded it = reported(store.reserve_case_id({2018, 3, 16}), n);
  it.snapshot.summary.title = title;
  Delta delta = step(it, ActionKind::report);
  delta.texts.title = title;
  return delta;
}

// Ids of cases with these titles, committed one by one.
Ids report_all(Store& store, const std::vector<std::string>& titles, std::int64_t first = 1) {
  Ids ids;
  for (const std::string& title : titles) {
    const Delta delta = report_of(store, first++, title);
    CHECK(store.commit({delta}).at(0).outcome == DeltaOutcome::committed);
    ids.push_back(delta.record.case_id);
  }
  return ids;
}

// So many cases of the same title in one commit.
void report_many(Store& store, std::int64_t first, std::int64_t count, const std::string& title) {
  std::vector<Delta> deltas;
  for (std::int64_t n = first; n < first + count; ++n)
    deltas.push_back(report_of(store, n, title + std::to_string(n)));
  for (const DeltaResult& result : store.commit(deltas))
    CHECK(result.outcome == DeltaOutcome::committed);
}

Delta amendment(Store& store, CaseId id, const TextChange& change) {
  Loaded it = *store.read(id);
  Delta delta = step(it, ActionKind::amend);
  delta.texts = change;
  return delta;
}

void amend(Store& store, CaseId id, const TextChange& change) {
  CHECK(store.commit({amendment(store, id, change)}).at(0).outcome == DeltaOutcome::committed);
}

void erase(Store& store, CaseId id) {
  Delta delta = amendment(store, id, {});
  delta.after.key.reset();
  CHECK(store.commit({delta}).at(0).outcome == DeltaOutcome::committed);
}

// Findings about what is searched; the fixture's hashes and positions are no history.
std::size_t findings(Store& store) { return store.check().size(); }

bool is_indexed(const std::string& path, CaseId id) {
  Connection connection(path, Connection::Mode::read, 1000);
  return connection.integer("SELECT count(*) FROM search_terms WHERE doc = " +
                            std::to_string(to_number(id))) > 0;
}

}  // namespace

TEST_CASE("texts are found before and after they are in the index") {
  const Folder folder;
  const auto store = found(folder / "a");
  const Ids early = report_all(*store, {"中山路污水外溢", "路灯不亮", "苏F12345占道"});
  const auto check = [&] {
    CHECK(find(*store, "污水") == Ids{early[0]});
    CHECK(find(*store, "水") == Ids{early[0]});
    CHECK(find(*store, "污水外溢") == Ids{early[0]});
    CHECK(find(*store, "污外").empty());
    CHECK(find(*store, "路") == Ids{early[1], early[0]});
    CHECK(find(*store, "12345") == Ids{early[2]});
    CHECK(find(*store, "苏f12345") == Ids{early[2]});
    CHECK(find(*store, "1234").empty());
    CHECK(find(*store, words({"路", "污水"})) == Ids{early[0]});
    CHECK(find(*store, words({"路灯", "污水"})).empty());
    CHECK(findings(*store) == 0);
  };
  check();
  CHECK_FALSE(is_indexed(folder / "a", early[0]));
  report_many(*store, 100, 130, "其他事项");
  CHECK(is_indexed(folder / "a", early[0]));
  check();
  CHECK(find(*store, "其他").size() == 130);
  report_many(*store, 300, 10, "其他事项");
  CHECK(find(*store, "其他").size() == 140);
  check();
}

TEST_CASE("pairs that are apart are no word") {
  const Folder folder;
  const auto store = found(folder / "a");
  const Ids ids = report_all(*store, {"水管和管道和道路", "水管道路"});
  report_many(*store, 100, 130, "其他事项");
  CHECK(find(*store, "水管道路") == Ids{ids[1]});
}

TEST_CASE("a change of text changes what is found, wherever the text is") {
  const Folder folder;
  const auto store = found(folder / "a");
  Ids ids = report_all(*store, {"污水外溢"});
  report_many(*store, 100, 130, "其他事项");
  ids.push_back(report_all(*store, {"污水外溢"}, 50).front());
  for (const CaseId id : ids) {
    amend(*store, id, {std::nullopt, "井盖丢失", std::nullopt});
    amend(*store, id, {std::nullopt, std::nullopt, "中山路12号"});
  }
  const Ids newest_first{ids[1], ids[0]};
  CHECK(find(*store, words({"污水", "井盖", "中山路", "12"})) == newest_first);
  for (const CaseId id : ids)
    amend(*store, id, {"路灯不亮", std::nullopt, std::nullopt});
  CHECK(find(*store, "污水").empty());
  CHECK(find(*store, words({"路灯", "井盖"})) == newest_first);
  CHECK(findings(*store) == 0);
}

TEST_CASE("what was erased is not found, and has no texts") {
  const Folder folder;
  const auto store = found(folder / "a");
  Ids ids = report_all(*store, {"污水外溢"});
  report_many(*store, 100, 130, "其他事项");
  ids.push_back(report_all(*store, {"污水外溢"}, 50).front());
  CHECK(find(*store, "污水").size() == 2);
  for (const CaseId id : ids) {
    erase(*store, id);
    CHECK_FALSE(store->searched_texts(id));
    amend(*store, id, {});
  }
  CHECK(find(*store, "污水").empty());
  CHECK_FALSE(is_indexed(folder / "a", ids[0]));
  report_many(*store, 300, 200, "其他事项");
  CHECK(find(*store, "污水").empty());
  CHECK(findings(*store) == 0);
}

TEST_CASE("filters narrow what is found") {
  const Folder folder;
  const auto store = found(folder / "a");
  std::vector<Delta> deltas;
  for (std::int64_t n = 0; n < 200; ++n) {
    Loaded it = reported(store->reserve_case_id({2018, 3, 16}), n);
    CaseSummary& summary = it.snapshot.summary;
    summary.nature = n % 2 == 0 ? Nature::ordinary : Nature::contact;
    summary.category = n % 5 == 0 ? "water" : "road";
    summary.reported = at(1000 + n * 86400);
    if (n % 10 == 0) summary.position.state = State::closed;
    deltas.push_back(step(it, ActionKind::report));
    deltas.back().texts.title = "污水";
    CHECK(store->commit({deltas.back()}).at(0).outcome == DeltaOutcome::committed);
  }
  TextSearch search = words({"污水"});
  CHECK(find(*store, search).size() == 200);
  search.nature = Nature::contact;
  CHECK(find(*store, search).size() == 100);
  search.categories = {"water", "unheard-of"};
  CHECK(find(*store, search).size() == 20);
  search.nature = Nature::ordinary;
  search.open_only = true;
  CHECK(find(*store, search).empty());
  search.open_only = false;
  search.reported_from = at(1000 + 50 * 86400);
  CHECK(find(*store, search).size() == 15);
  search.reported_until = at(1000 + 100 * 86400);
  CHECK(find(*store, search).size() == 5);
  CHECK(findings(*store) == 0);
}

TEST_CASE("of a very common word the newest are found, of one's own all") {
  const Folder folder;
  const auto store = found(folder / "a");
  Ids own;
  for (int part = 0; part < 5; ++part) {
    Delta mine = report_of(*store, 10000 + part, "污水外溢");
    mine.after.snapshot.summary.holder = "quiet";
    CHECK(store->commit({mine}).at(0).outcome == DeltaOutcome::committed);
    own.insert(own.begin(), mine.record.case_id);
    report_many(*store, part * 1000 + 1, 1000, "污水外溢");
  }
  const TextsFound all = store->search(words({"污水"}), model::whole_county());
  CHECK(all.partial);
  CHECK(all.found.size() == 1000);
  CHECK(all.found.front().title == "污水外溢5000");
  const TextsFound mine = store->search(words({"污水"}), seen_by("quiet"));
  CHECK_FALSE(mine.partial);
  Ids found_ids;
  for (const SearchedTexts& it : mine.found)
    found_ids.push_back(it.case_id);
  CHECK(found_ids == own);
  CHECK(find(*store, words({"污水"}), seen_by("nobody")).empty());
  CHECK_FALSE(store->search(words({"污水"}), seen_by("nobody")).partial);
  CHECK(find(*store, words({"4321", "污水"})).size() == 1);
}

TEST_CASE("of a word that some hundred records have, one's own are found, newest first") {
  const Folder folder;
  const auto store = found(folder / "a");
  Ids own;
  for (int part = 0; part < 3; ++part) {
    Delta mine = report_of(*store, 10000 + part, "井盖丢失");
    mine.after.snapshot.summary.holder = "quiet";
    CHECK(store->commit({mine}).at(0).outcome == DeltaOutcome::committed);
    own.insert(own.begin(), mine.record.case_id);
    report_many(*store, part * 1000 + 1, 100, "井盖丢失");
    Delta other = report_of(*store, 20000 + part, "路灯不亮");
    other.after.snapshot.summary.holder = "quiet";
    CHECK(store->commit({other}).at(0).outcome == DeltaOutcome::committed);
  }
  CHECK(find(*store, words({"井盖"})).size() == 303);
  const TextsFound mine = store->search(words({"井"}), seen_by("quiet"));
  CHECK_FALSE(mine.partial);
  Ids found_ids;
  for (const SearchedTexts& it : mine.found)
    found_ids.push_back(it.case_id);
  CHECK(found_ids == own);
  CHECK(find(*store, words({"井盖"}), seen_by("nobody")).empty());
}

TEST_CASE("whoever has or had to do with a case sees it") {
  const Folder folder;
  const auto store = found(folder / "a");
  const CaseId id = report_all(*store, {"污水外溢"}).front();
  const auto sees = [&](const std::string& unit) {
    Connection connection(folder / "a", Connection::Mode::read, 1000);
    return connection.integer("SELECT count(*) FROM seen_by s JOIN codes c ON c.code = s.unit "
                              "WHERE c.text = '" +
                              unit + "'") == 1;
  };
  CHECK(sees("village-1"));
  CHECK_FALSE(sees("grid-1"));  // its ground, which has an index
  Loaded it = *store->read(id);
  CaseSummary& summary = it.snapshot.summary;
  const auto commit = [&] {
    CHECK(store->commit({step(it, ActionKind::dispatch)}).at(0).outcome == DeltaOutcome::committed);
    CHECK(findings(*store) == 0);
  };
  it.snapshot.assignments = {order(1, "water", AssignmentRole::lead, at(2000))};
  summary.holder = "county";
  summary.checker = "checker";
  commit();
  CHECK(sees("water"));
  CHECK(sees("county"));
  CHECK(sees("checker"));
  summary.holder = "water";
  summary.checker = "";
  commit();
  CHECK(sees("water"));
  CHECK_FALSE(sees("county"));
  CHECK_FALSE(sees("checker"));
  summary.grid = "grid-2";
  summary.township = "township-2";
  commit();
  CHECK(sees("grid-1"));  // it reported it
  CHECK_FALSE(sees("township-1"));
}

TEST_CASE("what was forged or is missing is found") {
  const Folder folder;
  const auto store = found(folder / "a");
  const Ids ids = report_all(*store, {"污水外溢", "路灯不亮"});
  report_many(*store, 100, 130, "其他事项");
  const Ids late = report_all(*store, {"噪音扰民"}, 50);
  REQUIRE(findings(*store) == 0);
  const auto id = [](CaseId it) { return std::to_string(to_number(it)); };
  const std::string forgeries[] = {
      "INSERT INTO search_index(rowid, terms) VALUES(" + id(ids[0]) + ", '路灯')",
      "INSERT INTO search_index(rowid, terms) VALUES(77, '路灯')",
      "INSERT INTO search_index(rowid, terms) VALUES(" + id(late[0]) + ", '噪音')",
      "INSERT INTO search_index(search_index, rowid, terms) VALUES('delete', " + id(ids[0]) +
          ", '污水')",
      "INSERT INTO search_index(search_index) VALUES('delete-all')",
      "UPDATE search_texts SET title = '路灯' WHERE case_id = " + id(ids[0]),
      "DELETE FROM search_texts WHERE case_id = " + id(late[0]),
      "INSERT INTO search_texts VALUES(330881, 77, 'a', '', '', '')",
      "UPDATE search_texts SET marks = '' WHERE case_id = " + id(late[0]),
      "UPDATE search_progress SET case_id = " + id(late[0]),
      "DELETE FROM seen_by",
      "INSERT INTO seen_by VALUES(330881, 1, " + id(ids[0]) + ")",
      "DELETE FROM occurrences WHERE case_id = " + id(ids[0]),
      "UPDATE occurrences SET longitude = 1, latitude = 1 WHERE case_id = " + id(ids[0]),
  };
  for (const std::string& forgery : forgeries) {
    CAPTURE(forgery);
    Connection connection(folder / "a", Connection::Mode::write, 1000);
    connection.execute("VACUUM INTO '" + (folder / "copy") + "'");
    {
      Connection copy(folder / "copy", Connection::Mode::write, 1000);
      copy.execute(forgery);
    }
    EngineOptions options;
    options.read_only = true;
    CHECK(findings(*open_sqlite(folder / "copy", options)) > 0);
    std::filesystem::remove(folder / "copy");
  }
}

TEST_CASE("occurrences are those of the time, near the place, of the categories") {
  const Folder folder;
  const auto store = found(folder / "a");
  for (std::int64_t n = 0; n < 50; ++n) {
    Delta delta = report_of(*store, n, "污水");
    CaseSummary& summary = delta.after.snapshot.summary;
    summary.occurred = at(n * 60);
    summary.category = n % 2 == 0 ? "water" : "road";
    if (n % 5 != 0) summary.point = Point{118.6 + static_cast<double>(n) * 0.001, 28.7};
    CHECK(store->commit({delta}).at(0).outcome == DeltaOutcome::committed);
  }
  OccurrenceQuery query;
  query.from = at(600);
  query.until = at(1200);
  query.closest_to = at(900);
  CHECK(store->occurrences(query).size() == 11);
  CHECK(store->occurrences(query).front().occurred == at(900));
  CHECK(store->occurrences(query).front().title == "污水");
  query.categories = {"water"};
  CHECK(store->occurrences(query).size() == 6);
  query.categories.clear();
  query.point = Point{118.612, 28.7};
  query.metres = 150;  // a step is 98 metres
  std::size_t without_place = 0;
  std::size_t near = 0;
  for (const Occurrence& it : store->occurrences(query))
    ++(it.point ? near : without_place);
  CHECK(without_place == 3);
  CHECK(near >= 3);
  CHECK(near <= 4);
  CHECK(findings(*store) == 0);
}
