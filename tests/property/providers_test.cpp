// Providers and what is said of them, in random counties: the engine chooses and counts as
// somebody would who looks at everything.

#include "support/county.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;
using Part = AssignmentRole;

namespace {

const Actor commander{centre, "", ""};
const std::vector<std::string> grounds{centre,         room, other_room,        village,
                                       "330881101201", grid, "330881001001002", other_grid};

Point random_point(Dice& dice) {
  // Few places, so that some are equally far.
  return {118.6 + static_cast<double>(dice.below(4)) / 100, 28.7};
}

Unit random_provider(Dice& dice, std::size_t number) {
  Unit unit;
  unit.code = "p" + std::to_string(number);
  unit.name = unit.code;
  unit.kind = dice.chance(90) ? UnitKind::provider : UnitKind::response_team;
  unit.tier = Tier::township;
  unit.parent =
      dice.pick(std::vector<std::string>{centre, centre, room, other_room, drains, "pcs"});
  if (dice.chance(40)) unit.territory.push_back(dice.pick(grounds));
  if (dice.chance(10)) unit.territory.push_back(dice.pick(grounds));
  if (dice.chance(80)) unit.capabilities.emplace_back("plumbing");
  if (dice.chance(70)) unit.location = random_point(dice);
  if (dice.chance(30)) unit.capacity = 1;
  if (dice.chance(10)) unit.valid_until = Date{2018, 6, 1};
  return unit;
}

Organization random_county(Dice& dice) {
  Organization organization = small_organization();
  const std::size_t count = 1 + dice.below(8);
  for (std::size_t i = 0; i < count; ++i)
    organization.units.push_back(random_provider(dice, i));
  return organization;
}

std::string some_provider(Dice& dice, County& county) {
  const Organization& organization = county.engine().policy()->organization;
  std::vector<std::string> codes{"dredgers"};
  for (const Unit& unit : organization.units) {
    const bool is_there = county.engine().directory().is_valid(unit, county.now());
    if (unit.code[0] == 'p' && unit.code != "pcs" && is_there) codes.push_back(unit.code);
  }
  return dice.pick(codes);
}

CaseId filed(Dice& dice, County& county) {
  const std::string by = dice.chance(70) ? centre : dice.pick(grounds);
  const CaseId id = county.report(by, [&](Action& action) {
    action.drill = dice.chance(15);
    if (by == centre && dice.chance(80)) action.grid = dice.chance(70) ? grid : other_grid;
    if (dice.chance(70)) action.point = random_point(dice);
  });
  county.must(A::file, id, county.whole(id).holder);
  return id;
}

// Goes as far as it goes, and is judged by whoever waited, sometimes several times.
void live(Dice& dice, County& county) {
  const CaseId id = filed(dice, county);
  const std::string provider = some_provider(dice, county);
  county.must(A::dispatch, id, centre, with_orders({{provider, Part::lead, ""}}));
  if (dice.chance(20)) return;
  county.must(A::sign, id, provider);
  county.must(A::feedback, id, provider);
  if (dice.chance(10)) {
    county.must(A::annul, id, centre, because("a_test"));
    return;
  }
  county.must(A::close, id, centre);
  for (std::size_t i = dice.below(3); i > 0; --i) {
    const A kind = dice.chance(50) ? A::rate : A::follow_up;
    county.must(kind, id, centre, [&](Action& action) {
      if (kind == A::rate || dice.chance(30))
        action.satisfaction = static_cast<std::int32_t>(1 + dice.below(5));
      if (dice.chance(50))
        action.solved = dice.pick(std::vector<std::string>{"yes", "no", "partly"});
      if (kind == A::follow_up && action.solved == "no") action.solved = "partly";
    });
  }
}

std::vector<Case> all_cases(County& county, const Actor& actor) {
  std::vector<Case> cases;
  CaseQuery query;
  query.limit = 1000;
  for (const CaseSummary& summary : county.engine().find(query, actor).cases)
    cases.push_back(*county.engine().get(summary.id, actor));
  return cases;
}

// By looking at every case.
std::map<std::string, Rating> recount(County& county, Instant from, Instant until,
                                      const Actor& actor) {
  std::map<std::string, Rating> ratings;
  for (const Case& it : all_cases(county, actor)) {
    const bool counts = !it.drill && it.position.state != State::annulled && it.reported >= from &&
                        it.reported < until && !it.lead.empty();
    if (!counts || (it.satisfaction == 0 && it.solved.empty())) continue;
    Rating& rating = ratings[it.lead];
    rating.unit = it.lead;
    ++rating.cases;
    rating.rated += it.satisfaction > 0 ? 1 : 0;
    rating.stars += it.satisfaction;
    rating.solved += it.solved == "yes" ? 1 : 0;
    rating.partly += it.solved == "partly" ? 1 : 0;
    rating.unsolved += it.solved == "no" ? 1 : 0;
  }
  return ratings;
}

std::string in_words(const Rating& it) {
  std::string text = it.unit;
  for (const std::int64_t figure :
       {it.cases, it.rated, it.stars, it.solved, it.partly, it.unsolved}) {
    text += " " + std::to_string(figure);
  }
  return text;
}

// What it serves, or the unit it stands under, and so on.
std::set<std::string> ground_of(const Directory& directory, const std::string& code) {
  const Unit& unit = *directory.unit(code);
  if (!unit.territory.empty()) return {unit.territory.begin(), unit.territory.end()};
  if (std::count(grounds.begin(), grounds.end(), code) > 0) return {code};
  return ground_of(directory, unit.parent);
}

bool serves(const Directory& directory, const Unit& unit, const Case& it) {
  const std::string place = !it.grid.empty()       ? it.grid
                            : !it.village.empty()  ? it.village
                            : !it.township.empty() ? it.township
                                                   : it.holder;
  const std::set<std::string> ground = ground_of(directory, unit.code);
  for (const std::string& above : directory.chain(place)) {
    if (ground.count(above) > 0) return true;
  }
  return false;
}

bool can_come(County& county, const Unit& unit, const Case& it) {
  const Directory directory = county.engine().directory();
  const auto& all = unit.capabilities;
  if (unit.kind != UnitKind::provider || !directory.is_valid(unit, county.now())) return false;
  if (std::count(all.begin(), all.end(), "plumbing") == 0) return false;
  if (!directory.may_send(it.holder, unit.code) && !directory.may_send(centre, unit.code))
    return false;
  CaseQuery query;
  query.assigned = unit.code;
  query.limit = 1000;
  std::int32_t open = 0;
  for (const CaseSummary& other : county.engine().find(query, commander).cases)
    open += other.drill ? 0 : 1;
  return (unit.capacity == 0 || open < unit.capacity) && serves(directory, unit, it);
}

struct Candidate {
  double stars = 0;
  double metres = 0;
  std::string unit;

  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tuple(-a.stars, a.metres, a.unit) < std::tuple(-b.stars, b.metres, b.unit);
  }
};

// Where the case is, else the place of its ground; no ground of this county has one.
std::vector<Candidate> slow_choice(County& county, const Case& it) {
  const Instant now = county.now();
  auto ratings = recount(county, now - std::chrono::hours(365 * 24), now, commander);
  std::vector<Candidate> candidates;
  double stars = 0;
  double rated = 0;
  for (const Unit& unit : county.engine().policy()->organization.units) {
    if (!can_come(county, unit, it)) continue;
    const bool is_known = it.point && unit.location;
    candidates.push_back(
        {0, is_known ? distance_in_metres(*it.point, *unit.location) : 1e9, unit.code});
    stars += static_cast<double>(ratings[unit.code].stars);
    rated += static_cast<double>(ratings[unit.code].rated);
  }
  for (Candidate& one : candidates) {
    const Rating& rating = ratings[one.unit];
    one.stars = rating.rated > 0
                    ? static_cast<double>(rating.stars) / static_cast<double>(rating.rated)
                : rated > 0 ? stars / rated
                            : 0;
  }
  std::sort(candidates.begin(), candidates.end());
  return candidates;
}

std::string listed(const std::vector<Candidate>& candidates) {
  std::string text;
  for (const Candidate& one : candidates)
    text += one.unit + " ";
  return text;
}

}  // namespace

TEST_CASE("providers are chosen as by somebody who looks at all of them") {
  std::size_t found = 0;
  std::size_t rated = 0;
  for (std::uint64_t seed = 0; seed < rounds(40); ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    County county({}, random_county(dice));
    for (std::size_t i = dice.below(12); i > 0; --i)
      live(dice, county);
    if (dice.chance(30)) county.pass(std::chrono::hours(24 * dice.below(400)));
    for (std::size_t i = dice.below(4); i > 0; --i)
      live(dice, county);
    for (int i = 0; i < 4; ++i) {
      const CaseId id = filed(dice, county);
      std::string chosen;
      for (const auto& one :
           county.engine().propose_providers(id, "plumbing", 99, commander, county.now())) {
        chosen += one.unit + " ";
        ++found;
        rated += one.rating.rated > 0 ? 1 : 0;
        CHECK_FALSE(one.because.empty());
      }
      CHECK(chosen == listed(slow_choice(county, county.whole(id))));
    }
  }
  CHECK(found > rounds(150) / 2);
  CHECK(rated > rounds(50) / 2);
}

TEST_CASE("ratings are what a look at every case gives, whoever asks") {
  std::size_t lines = 0;
  for (std::uint64_t seed = 0; seed < rounds(20); ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    County county({}, random_county(dice));
    std::vector<Instant> times{county.now()};
    for (std::size_t i = 0; i < 15; ++i) {
      live(dice, county);
      times.push_back(county.now());
    }
    for (const std::string& unit : {centre, room, other_room, grid, drains, std::string("p0")}) {
      const Instant from = dice.pick(times);
      const Instant until = dice.chance(50) ? county.now() : dice.pick(times);
      const Actor actor{unit, "", ""};
      std::string counted;
      for (const Rating& one : county.engine().ratings(from, until, actor))
        counted += in_words(one) + "\n";
      std::string expected;
      for (const auto& [code, one] : recount(county, from, until, actor)) {
        expected += in_words(one) + "\n";
        ++lines;
      }
      CHECK(counted == expected);
    }
    CHECK(county.engine().verify().ok());
  }
  CHECK(lines > rounds(60) / 2);
}
