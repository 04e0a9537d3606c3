// Random organizations with roles, random rule sets, actors and queries: every list, total, sum,
// rating, search, list of duplicates, single case and permission is compared with a look at every
// case, by a slow reading of what the documentation says of roles
// (include/gridcase/organization.hpp); and what is permitted with what is carried out.

#include "support/county.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace gridcase;
using namespace gridcase::test;
using A = ActionKind;

namespace {

// ---- worlds ------------------------------------------------------------------------------------

const std::vector<std::string> role_codes{"grid_leader", "grid_worker", "specialist",
                                          "seat",        "reader",      "handler"};
const std::vector<std::string> category_codes{"04", "0401", "0404", "040401", "05", "0501"};
const std::vector<std::string> words{"污水", "井盖", "路灯", "占道", "噪声", "积水"};

std::vector<std::string> some_of(Dice& dice, const std::vector<std::string>& all,
                                 std::size_t most) {
  std::vector<std::string> picked;
  for (std::size_t i = dice.between(std::size_t{1}, most); i > 0; --i)
    picked.push_back(dice.pick(all));
  return picked;
}

Organization ground() {
  Organization organization = small_organization();
  Category fifth;
  fifth.code = "05";
  fifth.name = "矛盾纠纷";
  Category below = fifth;
  below.code = "0501";
  below.parent = "05";
  organization.categories.push_back(fifth);
  organization.categories.push_back(below);
  Duty duty;
  duty.category = "05";
  duty.tier = Tier::county;
  duty.lead = "jj";
  organization.duties.push_back(duty);
  Unit force;
  force.code = "force";
  force.kind = UnitKind::task_force;
  force.tier = Tier::county;
  force.parent = "330881";
  force.members = {"sz", "330881001001"};
  organization.units.push_back(force);
  return organization;
}

// Other roles and other people on the same ground.
Organization with_people(Dice& dice, Organization organization) {
  organization.roles.clear();
  organization.persons.clear();
  organization.leading_groups.clear();
  std::vector<std::string> units;
  std::vector<std::string> line;
  for (const Unit& unit : organization.units) {
    units.push_back(unit.code);
    if (unit.code.rfind("330881", 0) == 0) line.push_back(unit.code);
  }
  for (Category& category : organization.categories)
    category.sensitive = dice.chance(20);
  if (!dice.chance(8)) {
    for (const std::string& code : role_codes) {
      Role role;
      role.code = code;
      role.reads = Role::Reads(dice.between(std::size_t{1}, std::size_t{3}));
      if (dice.chance(20)) role.reads = Role::Reads::territory;
      if (dice.chance(20)) role.actions = {"none"};
      if (dice.chance(40)) {
        const std::vector<std::string> actions{"report", "comment", "file",    "dispatch",
                                               "sign",   "annul",   "feedback"};
        std::set<std::string> named;
        for (const std::string& action : some_of(dice, actions, 5))
          named.insert(action);
        role.actions.assign(named.begin(), named.end());
      }
      role.sensitive = dice.chance(30);
      role.reveals = dice.chance(30);
      role.erases = dice.chance(20);
      organization.roles.push_back(role);
    }
  }
  for (int i = 0; i < 12; ++i) {
    Person person;
    person.code = "p" + std::to_string(i);
    person.name = person.code;
    person.unit = dice.pick(units);
    while (person.unit == "force")
      person.unit = dice.pick(units);
    for (std::size_t posts = dice.below(4); posts > 0; --posts) {
      Post& post = person.posts.emplace_back();
      post.role = dice.pick(role_codes);
      if (dice.chance(40)) post.unit = dice.pick(units);
      if (dice.chance(50)) post.categories = some_of(dice, category_codes, 3);
      if (dice.chance(30)) post.territory = some_of(dice, line, 3);
    }
    if (i > 0 && dice.chance(30)) {
      const std::string absent = "p" + std::to_string(dice.below(static_cast<std::size_t>(i)));
      person.substitutes = {absent};
    }
    organization.persons.push_back(person);
  }
  return organization;
}

// ---- the oracle --------------------------------------------------------------------------------

class Oracle {
public:
  explicit Oracle(const Organization& organization) : organization_(organization) {}

  bool goes_by_roles(const Actor& actor) const {
    return !organization_.roles.empty() && !actor.person.empty();
  }

  bool holds_post(const Actor& actor) const { return !posts(actor).empty(); }

  bool sees(const Actor& actor, const Case& it) const {
    if (!goes_by_roles(actor)) return lies_at(it, actor.unit) || has_part(it, actor.unit);
    for (const Held& held : posts(actor)) {
      if (covers(held, actor, it)) return true;
    }
    return false;
  }

  // By role alone; for a new case any post will do.
  bool role_lets(const Actor& actor, A kind, const Case* it) const {
    if (!goes_by_roles(actor)) return true;
    for (const Held& held : posts(actor)) {
      if (it != nullptr && !covers(held, actor, *it)) continue;
      const auto& actions = role(held)->actions;
      if (actions.empty()) return true;
      if (std::count(actions.begin(), actions.end(), name(kind)) > 0) return true;
    }
    return false;
  }

  bool is_below(std::string category, const std::string& top) const {
    while (!category.empty()) {
      if (category == top) return true;
      category = parent_of(category);
    }
    return false;
  }

  bool is_sensitive(const std::string& category) const {
    for (const Category& one : organization_.categories) {
      if (one.sensitive && is_below(category, one.code)) return true;
    }
    return false;
  }

  // Whether the actor comes upon the case by its words, or by what is like it.
  bool finds(const Actor& actor, const Case& it) const {
    if (!is_sensitive(it.category)) return sees(actor, it);
    if (goes_by_roles(actor)) return has_right(actor, it, &Role::sensitive);
    return organization_.roles.empty() && actor.unit == centre;
  }

  // Whether `reveal` shows the actor what is written in a sensitive case.
  bool opens_text(const Actor& actor, const Case& it) const {
    if (goes_by_roles(actor)) return has_right(actor, it, &Role::sensitive);
    if (!organization_.roles.empty()) return false;
    return shows_names(actor, it) || it.checker == actor.unit ||
           std::any_of(it.assignments.begin(), it.assignments.end(), [&](const Assignment& order) {
             return order.unit == actor.unit && order.is_open();
           });
  }

  // Whether `reveal` shows names and telephones.
  bool shows_names(const Actor& actor, const Case& it) const {
    if (goes_by_roles(actor)) return has_right(actor, it, &Role::reveals);
    return organization_.roles.empty() && (it.holder == actor.unit || actor.unit == centre);
  }

  bool may_erase(const Actor& actor, const Case& it) const {
    if (goes_by_roles(actor)) return has_right(actor, it, &Role::erases);
    return organization_.roles.empty() && actor.unit == centre;
  }

  // Whether a post with such a right has the case for its business.
  bool has_right(const Actor& actor, const Case& it, bool Role::*right) const {
    for (const Held& held : posts(actor)) {
      if (role(held)->*right && covers(held, actor, it)) return true;
    }
    return false;
  }

private:
  struct Held {
    Post post;
    bool as_member = false;
  };

  std::string parent_of(const std::string& category) const {
    for (const Category& one : organization_.categories) {
      if (one.code == category) return one.parent;
    }
    return {};
  }

  const Unit* unit(const std::string& code) const {
    for (const Unit& one : organization_.units) {
      if (one.code == code) return &one;
    }
    return nullptr;
  }

  const Role* role(const Held& held) const {
    for (const Role& one : organization_.roles) {
      if (one.code == held.post.role) return &one;
    }
    return nullptr;
  }

  // Own posts and those of whom the person is a substitute.
  std::vector<Held> posts(const Actor& actor) const {
    std::vector<Held> all;
    for (const Person& person : organization_.persons) {
      const bool is_substitute =
          std::count(person.substitutes.begin(), person.substitutes.end(), actor.person) > 0;
      if (person.code != actor.person && !is_substitute) continue;
      const Unit* at = unit(actor.unit);
      const bool is_member = std::count(at->members.begin(), at->members.end(), person.unit) > 0;
      for (const Post& post : person.posts) {
        const std::string where = post.unit.empty() ? person.unit : post.unit;
        if (!actor.post.empty() && post.role != actor.post) continue;
        if (where == actor.unit) {
          all.push_back({post, false});
        } else if (is_member && where == person.unit) {
          all.push_back({post, true});
        }
      }
    }
    return all;
  }

  bool covers(const Held& held, const Actor& actor, const Case& it) const {
    const auto& limits = held.post.categories;
    const bool is_business =
        limits.empty() || std::any_of(limits.begin(), limits.end(), [&](const std::string& top) {
          return is_below(it.category, top);
        });
    if (!is_business) return false;
    if (has_part(it, actor.unit)) return true;
    if (held.as_member) return false;
    switch (role(held)->reads) {
    case Role::Reads::participation: return false;
    case Role::Reads::everything: return true;
    case Role::Reads::territory: break;
    }
    if (held.post.territory.empty()) return lies_at(it, actor.unit);
    return std::any_of(held.post.territory.begin(), held.post.territory.end(),
                       [&](const std::string& code) { return lies_at(it, code); });
  }

  bool lies_at(const Case& it, const std::string& code) const {
    switch (unit(code)->kind) {
    case UnitKind::command_center: return true;
    case UnitKind::command_room: return it.township == code;
    case UnitKind::village: return it.village == code;
    case UnitKind::grid: return it.grid == code;
    default: return false;
    }
  }

  // The unit itself, or a task force that it is a member of.
  bool has_part(const Case& it, const std::string& code) const {
    for (const Unit& one : organization_.units) {
      const bool is_meant =
          one.code == code || std::count(one.members.begin(), one.members.end(), code) > 0;
      if (!is_meant) continue;
      if (it.holder == one.code || it.reporter_unit == one.code || it.checker == one.code ||
          it.about == one.code) {
        return true;
      }
      for (const Assignment& order : it.assignments) {
        if (order.unit == one.code) return true;
      }
    }
    return false;
  }

  const Organization& organization_;
};

// ---- a county full of cases --------------------------------------------------------------------

class World {
public:
  explicit World(std::uint64_t seed)
      : dice_(seed), county_(CaseRules{}, ground()), ground_(ground()) {
    for (const Unit& unit : ground_.units)
      units_.push_back(unit.code);
    // So many that most words are found by the index, every now and then.
    const int cases = seed % 5 == 0 ? 160 : 45;
    for (int i = 0; i < cases; ++i)
      add_case();
    const Actor all{centre, "", ""};
    for (const CaseId id : ids_) {
      cases_.push_back(*engine().get(id, all));
      for (const DuplicateCandidate& it : engine().duplicates(id, 100, all, county_.now()))
        alike_[id].insert(it.case_id);
    }
  }

  // One rule set, and so many actors with a query each.
  void look(int actors) {
    Policy policy = *county_.engine().policy();
    policy.organization = with_people(dice_, ground_);
    county_.pass(std::chrono::minutes(1));
    county_.engine().adopt(policy, {centre, "", ""}, county_.now());
    const Oracle oracle(policy.organization);
    for (int i = 0; i < actors; ++i)
      look(oracle, actor(policy.organization));
  }

private:
  Engine& engine() { return county_.engine(); }

  bool act(A kind, CaseId id, const std::string& unit, const Edit& edit = {}) {
    return county_.act(kind, id, unit, edit).ok();
  }

  // Each a little further on its way.
  void add_case() {
    static const std::vector<std::string> reporters{centre, room,  village, grid,  other_grid,
                                                    drains, "pcs", "12345", "team"};
    if (dice_.chance(12)) {
      const Answer answer =
          county_.act(A::enter_record, CaseId::none, dice_.pick(reporters), [&](Action& action) {
            action.nature = Nature::inspection;
            action.title = "检查" + dice_.pick(words);
            action.unit = dice_.pick(units_);
            if (dice_.chance(50)) action.category = dice_.pick(category_codes);
          });
      if (answer.ok()) ids_.push_back(answer.case_id);
      return;
    }
    const Answer answer =
        county_.act(A::report, CaseId::none, dice_.pick(reporters), [&](Action& action) {
          action.title = dice_.pick(words) + dice_.pick(words);
          action.text = dice_.chance(50) ? dice_.pick(words) : "门口";
          action.category = dice_.pick(category_codes);
          static const std::vector<std::string> grids{"330881001001001", "330881001001002",
                                                      "330881101201001"};
          if (dice_.chance(80)) action.grid = dice_.pick(grids);
          action.drill = dice_.chance(10);
          action.parties = {{"reporter", "李四", "13900001234", "某路1号"}};
        });
    if (!answer.ok()) return;
    ids_.push_back(answer.case_id);
    go_on(answer.case_id);
  }

  void go_on(CaseId id) {
    static const std::vector<std::string> workers{drains,     traffic, "pcs",
                                                  "dredgers", "force", "team"};
    if (dice_.chance(10)) act(A::annul, id, centre, because("duplicate"));
    if (dice_.chance(20)) {
      act(A::check, id, centre, [&](Action& action) { action.unit = dice_.pick(units_); });
    }
    if (dice_.chance(30)) return;
    if (dice_.chance(70)) act(A::escalate, id, county_.whole(id).holder, because("needs_county"));
    act(A::file, id, centre);
    std::vector<std::string> units = some_of(dice_, workers, 3);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    act(A::dispatch, id, centre, [&](Action& action) {
      for (const std::string& unit : units) {
        action.orders.push_back(
            {unit, action.orders.empty() ? AssignmentRole::lead : AssignmentRole::assist,
             "去看看"});
      }
    });
    for (const std::string& unit : units) {
      if (dice_.chance(80)) act(A::sign, id, unit);
    }
    for (const std::string& unit : units) {
      if (!dice_.chance(80)) continue;
      act(A::feedback, id, unit, [&](Action& action) {
        action.figures = {{"trucks", static_cast<std::int64_t>(dice_.below(9)), "trips"}};
      });
    }
    if (dice_.chance(60)) act(A::close, id, centre, [](Action& a) { a.reply = "已修好"; });
    if (dice_.chance(60)) {
      act(A::rate, id, centre, [&](Action& action) {
        action.satisfaction = static_cast<std::int32_t>(dice_.between(std::size_t{1}, 5U));
        action.solved = dice_.chance(50) ? "yes" : "partly";
      });
    }
  }

  Actor actor(const Organization& organization) {
    Actor actor;
    actor.unit = dice_.pick(units_);
    if (dice_.chance(10)) return actor;
    const Person& person = dice_.pick(organization.persons);
    actor.person = person.code;
    if (dice_.chance(85)) {
      actor.unit = person.unit;
      if (!person.posts.empty() && dice_.chance(60)) {
        const Post& post = dice_.pick(person.posts);
        if (!post.unit.empty()) actor.unit = post.unit;
        if (dice_.chance(30)) actor.post = post.role;
      }
    }
    if (dice_.chance(5)) actor.unit = "force";
    return actor;
  }

  void look(const Oracle& oracle, const Actor& actor) {
    CAPTURE(actor.unit);
    CAPTURE(actor.person);
    CAPTURE(actor.post);
    if (oracle.goes_by_roles(actor) && !actor.post.empty() && !oracle.holds_post(actor)) {
      CHECK_THROWS_AS((void)engine().find({}, actor), Error);
      return;
    }
    std::vector<const Case*> seen;
    for (const Case& it : cases_) {
      if (oracle.sees(actor, it)) seen.push_back(&it);
    }
    look_at_list(oracle, actor, seen);
    switch (dice_.below(7)) {
    case 0: look_at_board(actor, seen); break;
    case 1: look_at_sums(actor, seen); break;
    case 2: look_at_ratings(actor, seen); break;
    case 3: look_at_search(oracle, actor); break;
    case 4: look_at_duplicates(oracle, actor); break;
    default: look_at_one(oracle, actor); break;
    }
  }

  struct Wanted {
    CaseQuery query;
    std::function<bool(const Case&)> keeps;
  };

  Wanted wanted(const Oracle& oracle) {
    Wanted it;
    const std::string code = dice_.pick(units_);
    switch (dice_.below(6)) {
    case 0:
      it.query.township = dice_.chance(50) ? room : other_room;
      it.keeps = [want = it.query.township](const Case& c) { return c.township == want; };
      break;
    case 1:
      it.query.grid = dice_.chance(50) ? grid : other_grid;
      it.keeps = [want = it.query.grid](const Case& c) { return c.grid == want; };
      break;
    case 2:
      it.query.holder = code;
      it.keeps = [code](const Case& c) { return c.holder == code && is_open(c); };
      break;
    case 3:
      it.query.assigned = code;
      it.keeps = [code](const Case& c) { return is_open(c) && has_open_order(c, code); };
      break;
    case 4:
      it.query.concerns = code;
      it.keeps = [code](const Case& c) {
        return is_open(c) && (c.holder == code || c.checker == code || has_open_order(c, code));
      };
      break;
    default: it.keeps = [](const Case&) { return true; }; break;
    }
    if (dice_.chance(30)) {
      it.query.category = dice_.pick(category_codes);
      it.keeps = [&oracle, before = it.keeps, top = it.query.category](const Case& c) {
        return before(c) && oracle.is_below(c.category, top);
      };
    }
    if (dice_.chance(30)) {
      it.query.open_only = true;
      it.keeps = [before = it.keeps](const Case& c) { return before(c) && is_open(c); };
    }
    it.query.limit = static_cast<std::int32_t>(dice_.between(std::size_t{5}, std::size_t{60}));
    return it;
  }

  static bool is_open(const Case& it) { return !is_end(it.position.state); }
  static bool has_open_order(const Case& it, const std::string& unit) {
    return std::any_of(it.assignments.begin(), it.assignments.end(), [&](const Assignment& order) {
      return order.unit == unit && order.is_open();
    });
  }

  void look_at_list(const Oracle& oracle, const Actor& actor,
                    const std::vector<const Case*>& seen) {
    Wanted it = wanted(oracle);
    std::set<CaseId> expected;
    for (const Case* one : seen) {
      if (it.keeps(*one)) expected.insert(one->id);
    }
    std::set<CaseId> found;
    for (std::optional<CaseId> after = CaseId::none; after;) {
      it.query.after = *after;
      const CasePage page = engine().find(it.query, actor);
      for (const CaseSummary& summary : page.cases) {
        found.insert(summary.id);
        if (oracle.is_sensitive(summary.category)) CHECK(summary.title == "***");
      }
      after = page.next;
    }
    CHECK(found == expected);
  }

  static bool says(const Case& it, const std::string& word) {
    return it.title.find(word) != std::string::npos || it.text.find(word) != std::string::npos;
  }

  void look_at_search(const Oracle& oracle, const Actor& actor) {
    const std::vector<std::string> asked = some_of(dice_, words, 2);
    SearchQuery query;
    query.text = asked.front() + " " + asked.back();
    query.limit = 200;
    if (dice_.chance(50)) query.nature.reset();
    if (dice_.chance(30)) query.category = dice_.pick(category_codes);
    query.open_only = dice_.chance(30);
    std::set<CaseId> expected;
    for (const Case& it : cases_) {
      const bool fits = says(it, asked.front()) && says(it, asked.back()) &&
                        (!query.nature || it.nature == *query.nature) &&
                        (query.category.empty() || oracle.is_below(it.category, query.category)) &&
                        (!query.open_only || is_open(it));
      if (fits && oracle.finds(actor, it)) expected.insert(it.id);
    }
    std::set<CaseId> found;
    const SearchPage page = engine().search(query, actor);
    for (const SearchHit& hit : page.hits) {
      found.insert(hit.summary.id);
      if (oracle.is_sensitive(hit.summary.category)) CHECK(hit.summary.title == "***");
    }
    CHECK_FALSE(page.more);
    CAPTURE(query.text);
    CHECK(found == expected);
  }

  // Of those that are found to be alike by who sees everything.
  void look_at_duplicates(const Oracle& oracle, const Actor& actor) {
    const Case& it = dice_.pick(cases_);
    if (cases_.size() > 100 || is_erased(it)) return;
    CAPTURE(it.number);
    std::set<CaseId> expected;
    for (const Case& other : cases_) {
      const bool stands = !is_erased(other) && other.position.state != State::annulled &&
                          alike_[it.id].count(other.id) > 0;
      if (stands && oracle.finds(actor, it) && oracle.finds(actor, other))
        expected.insert(other.id);
    }
    std::set<CaseId> found;
    for (const DuplicateCandidate& one : engine().duplicates(it.id, 100, actor, county_.now())) {
      if (erased_.count(one.case_id) == 0) found.insert(one.case_id);
    }
    CHECK(found == expected);
  }

  bool is_erased(const Case& it) const { return erased_.count(it.id) > 0; }

  void look_at_board(const Actor& actor, const std::vector<const Case*>& seen) {
    const BoardQuery query{BoardKey::category, dice_.chance(50)};
    std::map<std::string, std::int64_t> expected;
    for (const Case* one : seen) {
      if (one->drill || one->nature != Nature::ordinary) continue;
      if (!query.open_only || is_open(*one)) ++expected[one->category];
    }
    std::map<std::string, std::int64_t> found;
    for (const BoardLine& line : engine().board(query, actor).lines)
      found[line.key] = line.open + line.closed + line.other_ends;
    CHECK(found == expected);
  }

  static bool counts(const Case& it) { return !it.drill && it.position.state != State::annulled; }

  void look_at_sums(const Actor& actor, const std::vector<const Case*>& seen) {
    std::int64_t sum = 0;
    for (const Case* one : seen) {
      if (!counts(*one)) continue;
      for (const Figure& figure : one->figures)
        sum += figure.value;
    }
    std::int64_t found = 0;
    for (const FigureSum& it : engine().sum_figures(county_.now() - std::chrono::hours(9999),
                                                    county_.now() + std::chrono::hours(1), actor))
      found += it.value;
    CHECK(found == sum);
  }

  void look_at_ratings(const Actor& actor, const std::vector<const Case*>& seen) {
    std::map<std::string, std::int64_t> expected;
    for (const Case* one : seen) {
      if (counts(*one) && !one->lead.empty() && one->satisfaction > 0) ++expected[one->lead];
    }
    std::map<std::string, std::int64_t> found;
    for (const Rating& it : engine().ratings(county_.now() - std::chrono::hours(9999),
                                             county_.now() + std::chrono::hours(1), actor))
      if (it.rated > 0) found[it.unit] = it.rated;
    CHECK(found == expected);
  }

  void look_at_one(const Oracle& oracle, const Actor& actor) {
    Case& it = dice_.pick(cases_);
    CAPTURE(it.number);
    const auto whole = engine().get(it.id, actor);
    const bool sees = oracle.sees(actor, it);
    REQUIRE(whole.has_value() == sees);
    CHECK(engine().history(it.id, actor).empty() != sees);
    if (whole && oracle.is_sensitive(it.category)) {
      CHECK(whole->title == "***");
      CHECK(whole->text.empty());
      CHECK(whole->parties.empty());
    } else if (whole) {
      CHECK(whole->text == it.text);
    }
    look_at_rights(oracle, actor, it, sees);
    do_one(oracle, actor, it, sees);
  }

  bool may_come(const Actor& actor) {
    return actor.person.empty() ||
           engine().directory().may_act_for(actor.person, actor.unit, county_.now()).yes;
  }

  // What the unit may by itself, cut by what the person sees and what its role lets.
  void look_at_rights(const Oracle& oracle, const Actor& actor, const Case& it, bool sees) {
    const bool comes = may_come(actor);
    std::set<A> listed;
    for (const Allowed& allowed : engine().allowed(it.id, actor, county_.now()))
      listed.insert(allowed.action);
    for (const A kind : {A::comment, A::file, A::dispatch, A::sign, A::annul, A::feedback}) {
      CAPTURE(name(kind));
      const bool by_unit = engine().may(kind, it.id, {actor.unit, "", ""}, county_.now()).yes;
      const bool expected = comes && sees && oracle.role_lets(actor, kind, &it) &&
                            (by_unit || !oracle.sees({actor.unit, "", ""}, it));
      const bool found = engine().may(kind, it.id, actor, county_.now()).yes;
      if (oracle.sees({actor.unit, "", ""}, it)) CHECK(found == expected);
      if (found) CHECK(expected);
      CHECK((listed.count(kind) == 1) == found);
    }
    const bool may_report = engine().may(A::report, CaseId::none, actor, county_.now()).yes;
    CHECK(may_report == (comes && oracle.role_lets(actor, A::report, nullptr)));
    const bool may_reveal = engine().may(A::reveal, it.id, actor, county_.now()).yes;
    const bool opens = oracle.is_sensitive(it.category) ? oracle.opens_text(actor, it)
                                                        : oracle.shows_names(actor, it);
    CHECK(may_reveal == (comes && sees && opens));
    const bool may_erase = engine().may(A::erase, it.id, actor, county_.now()).yes;
    CHECK(may_erase == (comes && sees && !is_open(it) && oracle.may_erase(actor, it)));
  }

  // With all it needs; what is asked of others it does not have.
  static Action filled(A kind, CaseId id) {
    Action action;
    action.kind = kind;
    action.case_id = id;
    switch (kind) {
    case A::report:
      action.case_id = CaseId::none;
      action.title = "路灯";
      action.category = "0404";
      break;
    case A::comment: action.note = "看过"; break;
    case A::dispatch: action.orders = {{drains, AssignmentRole::lead, ""}}; break;
    case A::rate: action.satisfaction = 3; break;
    case A::annul:
    case A::supervise:
    case A::escalate:
    case A::reopen:
    case A::erase:
    case A::reveal: action.reason = "mistake"; break;
    default: break;
    }
    return action;
  }

  static bool is_for_others(const Answer& answer) {
    if (!answer.refusal) return false;
    switch (answer.refusal->code) {
    case RefusalCode::unknown_case:
    case RefusalCode::unknown_person:
    case RefusalCode::unknown_unit:
    case RefusalCode::not_assigned:
    case RefusalCode::not_permitted: return true;
    default: return false;
    }
  }

  // An action is carried out if it is permitted, else never. One that is dated far ahead passes all
  // questions of permission, and is refused only then.
  void do_one(const Oracle& oracle, const Actor& actor, Case& it, bool sees) {
    static const std::vector<A> kinds{A::report, A::comment,   A::file,     A::dispatch, A::sign,
                                      A::annul,  A::feedback,  A::reveal,   A::erase,    A::urge,
                                      A::rate,   A::supervise, A::escalate, A::reopen};
    const A kind = dice_.pick(kinds);
    CAPTURE(name(kind));
    Action action = filled(kind, it.id);
    const Verdict verdict = engine().may(kind, action.case_id, actor, county_.now());
    CAPTURE(verdict.because);
    if (verdict.yes && oracle.goes_by_roles(actor)) {
      CHECK(verdict.because.find(" may by role ") != std::string::npos);
      CHECK(verdict.because.back() != ' ');
    }
    action.happened = county_.now() + std::chrono::hours(24 * 365);
    const Answer ahead = engine().submit(action, actor, county_.now());
    REQUIRE(ahead.refusal);
    const bool passes = ahead.refusal->code == RefusalCode::too_far_ahead;
    if (verdict.yes) CHECK(passes);
    CHECK(is_for_others(ahead) ==
          (!verdict.yes && !passes && ahead.refusal->code != RefusalCode::not_possible));
    if (!sees && kind != A::report) CHECK(is_for_others(ahead));
    if (kind == A::report || dice_.chance(50)) return;
    action.happened.reset();
    if (kind == A::reveal) return reveal(oracle, actor, it, verdict.yes);
    const Answer answer = engine().submit(action, actor, county_.now());
    if (!verdict.yes) CHECK(answer.status == Status::refused);
    if (verdict.yes) CHECK_FALSE(is_for_others(answer));
    if (!answer.ok()) return;
    if (kind == A::erase) erased_.insert(it.id);
    look_again(it);
  }

  void reveal(const Oracle& oracle, const Actor& actor, Case& it, bool permitted) {
    const auto revealed = engine().reveal(it.id, "callback", actor, county_.now());
    CHECK(revealed.answer.ok() == permitted);
    REQUIRE(revealed.found.has_value() == permitted);
    if (!permitted) return;
    const bool hidden = oracle.is_sensitive(it.category) && !oracle.opens_text(actor, it);
    CHECK(revealed.found->text == (hidden ? "" : it.text));
    for (const Party& party : revealed.found->parties) {
      if (is_erased(it)) continue;
      CHECK((party.telephone == "13900001234") == oracle.shows_names(actor, it));
    }
    look_again(it);
  }

  // What is written in it is known from before: the rules of now may hide it.
  void look_again(Case& it) {
    Case now = *engine().get(it.id, {centre, "", ""});
    now.title = is_erased(it) ? "" : it.title;
    now.text = is_erased(it) ? "" : it.text;
    it = std::move(now);
  }

  Dice dice_;
  County county_;
  Organization ground_;
  std::vector<std::string> units_;
  std::vector<CaseId> ids_;
  std::vector<Case> cases_;
  std::map<CaseId, std::set<CaseId>> alike_;
  std::set<CaseId> erased_;
};

}  // namespace

TEST_CASE("nobody sees, counts or does more or less than the roles say") {
  constexpr int rule_sets = 12;
  constexpr int actors = 60;
  // A rule set, an actor, a query.
  const std::int64_t wanted = number_from("GRIDCASE_PERMISSION_TRIPLES", 10'000);
  auto seed = static_cast<std::uint64_t>(number_from("GRIDCASE_SEED", 1));
  for (int done = 0; done < wanted; ++seed) {
    CAPTURE(seed);
    World world(seed);
    for (int i = 0; i < rule_sets && done < wanted; ++i, done += actors)
      world.look(actors);
  }
}
