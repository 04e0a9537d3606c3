// Random records, actors and queries: what is found is what somebody finds who reads every record
// that the actor may see.

#include "base/search_terms.hpp"
#include "support/county.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// Few characters, so that words meet by chance.
std::string random_text(Dice& dice, std::size_t longest) {
  static const std::vector<std::string> parts{"污", "水", "路", "井", "盖", "Ａ",
                                              "b",  "ab", "1",  "12", "　", " ",
                                              "，", "灯", "é",  "Ä",  "村", "污水"};
  std::string text;
  for (std::size_t i = dice.between(std::size_t{1}, longest); i > 0; --i)
    text += dice.pick(parts);
  return text;
}

std::string random_title(Dice& dice) { return "事" + random_text(dice, 8); }

const std::vector<std::string> categories{"04", "0401", "0404", "040401"};
const std::vector<std::string> units{centre, room,       other_room, village,
                                     grid,   other_grid, drains,     traffic};

void random_record(Dice& dice, County& county) {
  const std::string unit =
      dice.pick(std::vector<std::string>{centre, room, other_room, grid, other_grid, drains});
  const bool is_article = (unit == centre || unit == drains) && dice.chance(20);
  const Answer answer =
      county.act(is_article ? A::enter_record : A::report, CaseId::none, unit, [&](Action& action) {
        action.title = random_title(dice);
        if (is_article) {
          action.nature = Nature::article;
          action.text = "答" + random_text(dice, 12);
        }
        action.category = dice.pick(categories);
        if (dice.chance(50)) action.text = "文" + random_text(dice, 12);
        if (dice.chance(30) && !is_article) action.address = "址" + random_text(dice, 6);
      });
  if (!answer.ok()) return;
  if (dice.chance(30)) {
    county.act(A::amend, answer.case_id, unit, [&](Action& action) {
      if (dice.chance(50)) action.title = random_title(dice);
      if (dice.chance(50)) action.text = "改" + random_text(dice, 12);
      if (dice.chance(30)) action.category = dice.pick(categories);
      action.note = "n";
    });
  }
  if (dice.chance(30)) {
    county.act(A::file, answer.case_id, county.whole(answer.case_id).holder);
    county.act(A::dispatch, answer.case_id, county.whole(answer.case_id).holder,
               with_orders({{drains, AssignmentRole::lead, ""}}));
  }
  if (dice.chance(10)) county.act(A::annul, answer.case_id, centre, because("mistake"));
}

struct Known {
  Case whole;
  std::string title;
  std::string body;
  std::string address;
};

bool is_below(const std::string& category, const std::string& above) {
  return category.compare(0, above.size(), above) == 0;
}

// Row by row, nothing looked up.
bool fits(const Known& it, const SearchQuery& query) {
  for (const std::string& word : base::query_words(query.text)) {
    if (base::count_word(it.title, word) + base::count_word(it.body, word) +
            base::count_word(it.address, word) ==
        0)
      return false;
  }
  const bool is_withdrawn = it.whole.nature == Nature::article && is_end(it.whole.position.state);
  return !is_withdrawn && (!query.nature || it.whole.nature == *query.nature) &&
         (query.category.empty() || is_below(it.whole.category, query.category)) &&
         (!query.open_only || !is_end(it.whole.position.state)) &&
         (!query.reported_from || it.whole.reported >= *query.reported_from) &&
         (!query.reported_until || it.whole.reported < *query.reported_until);
}

SearchQuery random_query(Dice& dice, Instant start, Instant end) {
  SearchQuery query;
  query.text = random_text(dice, dice.chance(70) ? 2 : 5);
  if (dice.chance(10)) query.text = "\"" + query.text + "\"";
  if (dice.chance(30)) query.nature.reset();
  if (dice.chance(20)) query.nature = Nature::article;
  if (dice.chance(30)) query.category = dice.pick(categories);
  query.open_only = dice.chance(20);
  const auto moment = [&] {
    return start + Duration{static_cast<std::int64_t>(dice.unit() *
                                                      static_cast<double>((end - start).count()))};
  };
  if (dice.chance(20)) query.reported_from = moment();
  if (dice.chance(20)) query.reported_until = moment();
  query.limit = 200;
  return query;
}

std::set<CaseId> found_by(County& county, SearchQuery query, const Actor& actor) {
  std::set<CaseId> ids;
  for (double last = 1e9;; query.skip += query.limit) {
    const SearchPage page = county.engine().search(query, actor);
    CHECK_FALSE(page.partial);
    for (const SearchHit& hit : page.hits) {
      CHECK(hit.score <= last);
      last = hit.score;
      CHECK(ids.insert(hit.summary.id).second);
    }
    if (!page.more) return ids;
  }
}

}  // namespace

TEST_CASE("a search finds what a reader of every visible record finds") {
  constexpr std::size_t queries_each = 1000;
  std::int64_t left = number_from("GRIDCASE_RANDOM_SEARCHES", 10'000);
  std::size_t hits = 0;
  for (std::uint64_t seed = 1; left > 0; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    County county;
    const Instant start = county.now();
    for (int i = 0; i < 160; ++i)
      random_record(dice, county);
    REQUIRE(county.engine().verify().findings.empty());
    std::vector<Known> records;
    for (const std::string& unit : {centre}) {
      CaseQuery all;
      all.limit = 1000;
      for (const std::optional<Nature> nature : {std::optional<Nature>(), {Nature::article}}) {
        all.nature = nature;
        for (const CaseSummary& it : county.engine().find(all, {unit, "", ""}).cases) {
          Case whole = county.whole(it.id);
          records.push_back({whole, base::searchable(whole.title), base::searchable(whole.text),
                             base::searchable(whole.address)});
        }
      }
    }
    std::map<std::string, std::set<CaseId>> visible;
    for (const std::string& unit : units) {
      for (const Known& it : records) {
        if (county.engine().get(it.whole.id, {unit, "", ""})) visible[unit].insert(it.whole.id);
      }
    }
    for (std::size_t i = 0; i < queries_each && left > 0; ++i, --left) {
      const SearchQuery query = random_query(dice, start, county.now());
      if (base::query_words(query.text).empty()) continue;
      const std::string unit = dice.pick(units);
      CAPTURE(query.text);
      CAPTURE(unit);
      std::set<CaseId> expected;
      for (const Known& it : records) {
        if (visible[unit].count(it.whole.id) != 0 && fits(it, query)) expected.insert(it.whole.id);
      }
      hits += expected.size();
      REQUIRE(found_by(county, query, {unit, "", ""}) == expected);
    }
  }
  CHECK(hits > 0);
}
