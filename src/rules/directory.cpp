#include <gridcase/organization.hpp>

#include "model/grid_staff.hpp"
#include "model/organization_index.hpp"
#include "rules/directory_duties.hpp"
#include "rules/directory_graph.hpp"
#include "rules/directory_ground.hpp"
#include "rules/directory_nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace gridcase {

namespace {

using model::nothing;
using Edges = std::vector<rules::WayGraph::Edge>;

// The kinds of a step, in the order in which they are preferred between the same two units.
enum Way : std::uint32_t { up, down, reports_to, dispatches_to, assists };
constexpr std::string_view way_names[] = {"up", "down", "reports_to", "dispatches_to", "assists"};

Way way_of(LinkageKind kind) {
  switch (kind) {
  case LinkageKind::reports_to: return reports_to;
  case LinkageKind::dispatches_to: return dispatches_to;
  case LinkageKind::assists: break;
  }
  return assists;
}

Organization checked(Organization organization) {
  std::vector<Fault> faults = validate(organization);
  const bool has_error = std::any_of(faults.begin(), faults.end(), [](const Fault& fault) {
    return fault.severity == Severity::error;
  });
  if (has_error) throw DocumentError("organization", std::move(faults));
  return organization;
}

// The place of each unit in the order of the codes.
std::vector<std::uint32_t> code_ranks(const std::vector<Unit>& units) {
  std::vector<std::uint32_t> order(units.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return units[a].code < units[b].code; });
  std::vector<std::uint32_t> ranks(units.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    ranks[order[i]] = i;
  return ranks;
}

Edges command_edges(const Organization& organization, const model::OrganizationIndex& index) {
  Edges edges;
  for (std::uint32_t i = 0; i < organization.units.size(); ++i) {
    const std::uint32_t above = index.command_line.parent(i);
    if (above == nothing) continue;
    edges.push_back({i, above, up});
    edges.push_back({above, i, down});
  }
  return edges;
}

Edges linkage_edges(const Organization& organization, const model::OrganizationIndex& index) {
  Edges edges;
  for (const Linkage& linkage : organization.linkages) {
    edges.push_back(
        {index.units.find(linkage.from), index.units.find(linkage.to), way_of(linkage.kind)});
  }
  return edges;
}

Edges joined(Edges first, const Edges& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// Of units or assets.
template <typename Element>
std::vector<rules::PlaceIndex::Entry> places_of(const std::vector<Element>& elements) {
  std::vector<rules::PlaceIndex::Entry> places;
  for (std::uint32_t i = 0; i < elements.size(); ++i) {
    if (elements[i].location) places.emplace_back(*elements[i].location, i);
  }
  return places;
}

// In the order of distance, then of code; at most so many.
std::vector<Near> sorted(std::vector<Near> near, std::size_t count) {
  std::sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return std::tie(a.metres, a.unit) < std::tie(b.metres, b.unit);
  });
  if (near.size() > count) near.resize(count);
  return near;
}

void check_place(Point place) {
  if (is_valid(place)) return;
  throw Error(ErrorCode::invalid_argument,
              "the place is no place on the ground; use degrees of WGS 84, the longitude first",
              "place");
}

// For each person those in whose absence they act.
std::vector<std::vector<std::uint32_t>> absentees_of(const Organization& organization,
                                                     const model::OrganizationIndex& index) {
  std::vector<std::vector<std::uint32_t>> absentees(organization.persons.size());
  for (std::uint32_t i = 0; i < organization.persons.size(); ++i) {
    for (const std::string& substitute : organization.persons[i].substitutes) {
      absentees[index.persons.find(substitute)].push_back(i);
    }
  }
  return absentees;
}

bool is_between(Date day, const std::optional<Date>& from, const std::optional<Date>& until) {
  return (!from || *from <= day) && (!until || day < *until);
}

bool can(const Unit& unit, std::string_view capability) {
  return capability.empty() || std::find(unit.capabilities.begin(), unit.capabilities.end(),
                                         capability) != unit.capabilities.end();
}

// Why a person has a place at a unit of their own; empty if not.
std::string place_at(const Person& person, const Unit& unit) {
  if (person.unit == unit.code) return fmt::format("{} belongs to {}", person.code, unit.code);
  for (const Post& post : person.posts) {
    if (post.unit != unit.code) continue;
    return fmt::format("{} is {} at {}", person.code, post.role, unit.code);
  }
  const auto& members = unit.members;
  if (std::find(members.begin(), members.end(), person.unit) == members.end()) return {};
  return fmt::format("{} belongs to {}, a member of {}", person.code, person.unit, unit.code);
}

std::vector<bool> sensitive_categories(const Organization& organization,
                                       const model::OrganizationIndex& index) {
  std::vector<bool> sensitive(organization.categories.size());
  for (std::uint32_t i = 0; i < sensitive.size(); ++i) {
    for (std::uint32_t on = i; on != nothing; on = index.category_tree.parent(on))
      sensitive[i] = sensitive[i] || organization.categories[on].sensitive;
  }
  return sensitive;
}

std::vector<std::string> with_all_below(const Organization& organization,
                                        const model::OrganizationIndex& index,
                                        const std::vector<std::string>& tops) {
  std::vector<std::string> codes;
  for (const std::string& top : tops) {
    std::vector<std::uint32_t> left{index.categories.find(top)};
    while (!left.empty()) {
      const std::uint32_t on = left.back();
      left.pop_back();
      if (on == nothing) continue;
      codes.push_back(organization.categories[on].code);
      const auto children = index.category_tree.children(on);
      left.insert(left.end(), children.begin(), children.end());
    }
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

using SharedCodes = std::shared_ptr<const std::vector<std::string>>;

// Thousands of posts have a few dozen lists of categories between them.
std::map<std::vector<std::string>, SharedCodes>
categories_of_posts(const Organization& organization, const model::OrganizationIndex& index) {
  std::map<std::vector<std::string>, SharedCodes> all;
  for (const Person& person : organization.persons) {
    for (const Post& post : person.posts) {
      if (post.categories.empty()) continue;
      const auto [at, is_new] = all.emplace(post.categories, nullptr);
      if (!is_new) continue;
      at->second = std::make_shared<const std::vector<std::string>>(
          with_all_below(organization, index, post.categories));
    }
  }
  return all;
}

std::vector<std::vector<std::string>> task_forces_by_member(const Organization& organization,
                                                            const model::OrganizationIndex& index) {
  std::vector<std::vector<std::string>> by_member(organization.units.size());
  for (const Unit& unit : organization.units) {
    if (unit.kind != UnitKind::task_force) continue;
    for (const std::string& member : unit.members)
      by_member[index.units.find(member)].push_back(unit.code);
  }
  for (std::vector<std::string>& codes : by_member)
    std::sort(codes.begin(), codes.end());
  return by_member;
}

}  // namespace

struct Directory::Compiled {
  explicit Compiled(Organization unchecked)
      : organization(checked(std::move(unchecked))), index(organization),
        ranks(code_ranks(organization.units)),
        ways(joined(command_edges(organization, index), linkage_edges(organization, index)), ranks),
        linkages(linkage_edges(organization, index), ranks), ground(organization),
        places(places_of(organization.units)), asset_places(places_of(organization.assets)),
        duties(organization, index), absentees(absentees_of(organization, index)),
        task_forces(task_forces_by_member(organization, index)),
        sensitive(sensitive_categories(organization, index)),
        post_categories(categories_of_posts(organization, index)), staff(organization, index) {}

  const Unit& unit(std::uint32_t position) const { return organization.units[position]; }

  std::uint32_t find_unit(std::string_view code, const char* field) const {
    const std::uint32_t found = index.units.find(code);
    if (found != nothing) return found;
    throw Error(ErrorCode::not_found, fmt::format("there is no unit with the code \"{}\"", code),
                field);
  }

  // The unit itself or the nearest above it that holds the pool of the tier; else `nothing`.
  std::uint32_t pool_above(std::uint32_t unit, Tier tier) const;
  std::uint32_t pool(std::uint32_t unit, Tier tier) const;

  Organization organization;
  model::OrganizationIndex index;
  std::vector<std::uint32_t> ranks;
  rules::WayGraph ways;      // the command line and the linkages
  rules::WayGraph linkages;  // those alone
  rules::GridGround ground;
  rules::PlaceIndex places;  // of units
  rules::PlaceIndex asset_places;
  rules::DutyBook duties;
  std::vector<std::vector<std::uint32_t>> absentees;
  std::vector<std::vector<std::string>> task_forces;  // by member
  std::vector<bool> sensitive;                        // categories
  std::map<std::vector<std::string>, SharedCodes> post_categories;
  model::GridStaff staff;

  ResponsiblePerson responsible_person(std::uint32_t grid, std::uint32_t category, Date day) const;
};

std::uint32_t Directory::Compiled::pool_above(std::uint32_t unit_at, Tier tier) const {
  const auto holds = [tier](UnitKind kind) {
    switch (tier) {
    case Tier::village: return kind == UnitKind::grid || kind == UnitKind::village;
    case Tier::township: return kind == UnitKind::command_room;
    case Tier::county: break;
    }
    return kind == UnitKind::command_center;
  };
  while (unit_at != nothing && !holds(unit(unit_at).kind)) {
    unit_at = index.command_line.parent(unit_at);
  }
  return unit_at;
}

std::uint32_t Directory::Compiled::pool(std::uint32_t unit_at, Tier tier) const {
  const std::uint32_t above = pool_above(unit_at, tier);
  if (above != nothing) return above;
  // A unit of a department may serve a township without standing under its command room.
  std::uint32_t common = nothing;
  for (const std::uint32_t served : model::territory_of(organization, index, unit_at)) {
    const std::uint32_t found = pool_above(served, tier);
    if (found == nothing || (common != nothing && found != common)) return nothing;
    common = found;
  }
  return common;
}

Directory::Directory(Organization organization)
    : compiled_(std::make_shared<const Compiled>(std::move(organization))) {}

const Organization& Directory::organization() const noexcept { return compiled_->organization; }

const Unit* Directory::unit(std::string_view code) const noexcept {
  const std::uint32_t found = compiled_->index.units.find(code);
  return found == nothing ? nullptr : &compiled_->organization.units[found];
}

const Person* Directory::person(std::string_view code) const noexcept {
  const std::uint32_t found = compiled_->index.persons.find(code);
  return found == nothing ? nullptr : &compiled_->organization.persons[found];
}

const Category* Directory::category(std::string_view code) const noexcept {
  const std::uint32_t found = compiled_->index.categories.find(code);
  return found == nothing ? nullptr : &compiled_->organization.categories[found];
}

const Asset* Directory::asset(std::string_view code) const noexcept {
  const std::uint32_t found = compiled_->index.assets.find(code);
  return found == nothing ? nullptr : &compiled_->organization.assets[found];
}

const Role* Directory::role(std::string_view code) const noexcept {
  const std::uint32_t found = compiled_->index.roles.find(code);
  return found == nothing ? nullptr : &compiled_->organization.roles[found];
}

bool Directory::is_sensitive(std::string_view category) const noexcept {
  const std::uint32_t found = compiled_->index.categories.find(category);
  return found != nothing && compiled_->sensitive[found];
}

std::vector<std::string> Directory::with_below(std::string_view category) const {
  return with_all_below(organization(), compiled_->index, {std::string(category)});
}

std::vector<HeldPost> Directory::posts_of(std::string_view person_code,
                                          std::string_view unit_code) const {
  std::vector<HeldPost> held;
  const std::uint32_t found = compiled_->index.persons.find(person_code);
  const Unit* at = unit(unit_code);
  if (found == nothing || at == nullptr) return held;
  const auto add = [&](const Person& person) {
    const bool is_member =
        std::find(at->members.begin(), at->members.end(), person.unit) != at->members.end();
    for (const Post& post : person.posts) {
      const std::string& where = model::unit_of(person, post);
      if (where == at->code) {
        held.push_back({&post, &person, false});
      } else if (is_member && where == person.unit) {
        held.push_back({&post, &person, true});
      }
    }
  };
  add(organization().persons[found]);
  for (const std::uint32_t absentee : compiled_->absentees[found])
    add(organization().persons[absentee]);
  return held;
}

std::shared_ptr<const std::vector<std::string>> Directory::categories_of(const Post& post) const {
  const auto found = compiled_->post_categories.find(post.categories);
  return found == compiled_->post_categories.end() ? nullptr : found->second;
}

ResponsiblePerson Directory::Compiled::responsible_person(std::uint32_t grid,
                                                          std::uint32_t category, Date day) const {
  const auto found = staff.responsible(grid, category, day);
  ResponsiblePerson it;
  it.grid = unit(grid).code;
  it.category = organization.categories[category].code;
  for (const std::uint32_t person : found.persons)
    it.persons.push_back(organization.persons[person].code);
  if (found.persons.empty()) {
    it.because = staff.has_any(grid) ? fmt::format("{} has no specialist for {} and no grid_worker",
                                                   it.grid, it.category)
                                     : fmt::format("nobody has a post that counts for {}", it.grid);
    return it;
  }
  const std::string limit =
      found.limit == nothing ? "everything" : organization.categories[found.limit].code;
  it.because = fmt::format("{} {} {} for {}", fmt::join(it.persons, " and "),
                           it.persons.size() > 1 ? "are each" : "is", found.post->role, limit);
  return it;
}

std::vector<ResponsiblePerson> Directory::responsible_persons(Instant when) const {
  const Date day = date_of(when, organization().time_zone);
  const auto& units = organization().units;
  std::vector<ResponsiblePerson> all;
  for (std::uint32_t grid = 0; grid < units.size(); ++grid) {
    if (units[grid].kind != UnitKind::grid) continue;
    if (!is_between(day, units[grid].valid_from, units[grid].valid_until)) continue;
    for (std::uint32_t i = 0; i < organization().categories.size(); ++i)
      all.push_back(compiled_->responsible_person(grid, i, day));
  }
  return all;
}

ResponsiblePerson Directory::responsible_person(std::string_view grid, std::string_view category,
                                                Instant when) const {
  const std::uint32_t found = compiled_->index.categories.find(category);
  if (found == nothing) {
    throw Error(ErrorCode::not_found,
                fmt::format("there is no category with the code \"{}\"", category), "category");
  }
  return compiled_->responsible_person(compiled_->find_unit(grid, "grid"), found,
                                       date_of(when, organization().time_zone));
}

bool Directory::is_valid(const Unit& unit, Instant when) const {
  if (!unit.valid_from && !unit.valid_until) return true;
  return is_between(date_of(when, organization().time_zone), unit.valid_from, unit.valid_until);
}

Verdict Directory::may_act_for(std::string_view person_code, std::string_view unit_code,
                               Instant when) const {
  const std::uint32_t found = compiled_->index.persons.find(person_code);
  if (found == nothing) return {false, fmt::format("there is no person {}", person_code)};
  const Unit* at = unit(unit_code);
  if (at == nullptr) return {false, fmt::format("there is no unit {}", unit_code)};
  const Date day = date_of(when, organization().time_zone);
  const auto serves = [day](const Person& person) {
    return is_between(day, person.valid_from, person.valid_until);
  };
  const Person& person = organization().persons[found];
  if (!is_between(day, at->valid_from, at->valid_until)) {
    return {false, fmt::format("{} does not exist on {}", unit_code, format_date(day))};
  }
  if (!serves(person)) {
    return {false, fmt::format("{} does not serve on {}", person_code, format_date(day))};
  }
  if (std::string own = place_at(person, *at); !own.empty()) return {true, std::move(own)};
  for (const std::uint32_t absentee : compiled_->absentees[found]) {
    const Person& absent = organization().persons[absentee];
    const std::string theirs = place_at(absent, *at);
    if (theirs.empty() || !serves(absent)) continue;
    return {true,
            fmt::format("{} is a substitute of {}, and {}", person_code, absent.code, theirs)};
  }
  return {false,
          fmt::format("{} neither belongs to {} or a member of it, nor has a post there, nor "
                      "is a substitute of somebody who does",
                      person_code, unit_code)};
}

std::optional<Tier> Directory::tier_of(std::string_view unit) const {
  return model::tier_of(compiled_->unit(compiled_->find_unit(unit, "unit")));
}

std::vector<std::string> Directory::chain(std::string_view unit) const {
  std::vector<std::string> codes;
  std::uint32_t on = compiled_->find_unit(unit, "unit");
  for (; on != nothing; on = compiled_->index.command_line.parent(on)) {
    codes.push_back(compiled_->unit(on).code);
  }
  return codes;
}

std::vector<std::string> Directory::below(std::string_view unit, std::optional<UnitKind> kind,
                                          Instant when) const {
  const std::uint32_t above = compiled_->find_unit(unit, "unit");
  const Date day = date_of(when, organization().time_zone);
  std::vector<std::string> codes;
  for (std::uint32_t i = 0; i < organization().units.size(); ++i) {
    const Unit& one = compiled_->unit(i);
    const bool is_below = i != above && compiled_->index.command_line.is_within(i, above);
    const bool is_wanted = !kind || one.kind == *kind;
    if (is_below && is_wanted && is_between(day, one.valid_from, one.valid_until))
      codes.push_back(one.code);
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

const std::vector<std::string>& Directory::task_forces_of(std::string_view code) const noexcept {
  static const std::vector<std::string> none;
  const std::uint32_t found = compiled_->index.units.find(code);
  return found == nothing ? none : compiled_->task_forces[found];
}

bool Directory::is_within(std::string_view unit, std::string_view above) const noexcept {
  const std::uint32_t lower = compiled_->index.units.find(unit);
  const std::uint32_t upper = compiled_->index.units.find(above);
  return lower != nothing && upper != nothing &&
         compiled_->index.command_line.is_within(lower, upper);
}

std::string Directory::pool(std::string_view unit, Tier tier) const {
  const std::uint32_t found = compiled_->pool(compiled_->find_unit(unit, "unit"), tier);
  return found == nothing ? std::string() : compiled_->unit(found).code;
}

std::string Directory::next_tier(std::string_view unit) const {
  const std::uint32_t from = compiled_->find_unit(unit, "unit");
  const auto tier = model::tier_of(compiled_->unit(from));
  for (const Tier above : {Tier::township, Tier::county}) {
    if (!tier || above <= *tier) continue;
    const std::uint32_t found = compiled_->pool(from, above);
    if (found != nothing) return compiled_->unit(found).code;
  }
  return {};
}

Located Directory::locate(Point point) const {
  if (!gridcase::is_valid(point)) {
    throw Error(ErrorCode::invalid_argument,
                "the point is no place on the ground; use degrees of WGS 84, the longitude first",
                "point");
  }
  Located located;
  for (const std::uint32_t grid : compiled_->ground.at(point)) {
    located.others.push_back(compiled_->unit(grid).code);
  }
  if (located.others.empty()) {
    located.because = "no grid contains the point";
    return located;
  }
  std::sort(located.others.begin(), located.others.end());
  located.grid = located.others.front();
  located.others.erase(located.others.begin());
  located.because = located.others.empty()
                        ? fmt::format("the point lies in {}", located.grid)
                        : fmt::format("the point lies in {} and in {}; the smaller code is taken",
                                      located.grid, fmt::join(located.others, ", "));
  return located;
}

Responsible Directory::responsible(std::string_view category, std::string_view place, Tier tier,
                                   OperatingMode mode) const {
  const std::uint32_t found = compiled_->index.categories.find(category);
  if (found == nothing) {
    throw Error(ErrorCode::not_found,
                fmt::format("there is no category with the code \"{}\"", category), "category");
  }
  return compiled_->duties.responsible(found, compiled_->find_unit(place, "place"), tier, mode);
}

Route Directory::route(std::string_view from, std::string_view to) const {
  const std::uint32_t start = compiled_->find_unit(from, "from");
  const std::uint32_t end = compiled_->find_unit(to, "to");
  Route route;
  if (start == end) {
    route.found = true;
    route.because = fmt::format("{} is the same unit", from);
    return route;
  }
  const auto steps = compiled_->ways.shortest(start, end);
  route.found = !steps.empty();
  route.because =
      route.found ? std::string(from) : fmt::format("no way leads from {} to {}", from, to);
  for (const auto& step : steps) {
    route.steps.push_back({compiled_->unit(step.to).code, std::string(way_names[step.label])});
    route.because += fmt::format(" {} {}", way_names[step.label], compiled_->unit(step.to).code);
  }
  return route;
}

Verdict Directory::may_send(std::string_view from, std::string_view to) const {
  const std::uint32_t start = compiled_->find_unit(from, "from");
  const std::uint32_t end = compiled_->find_unit(to, "to");
  const auto& line = compiled_->index.command_line;
  const Unit& target = compiled_->unit(end);
  if (target.kind == UnitKind::city_center) {
    return {false, fmt::format("{} is a city centre and holds no case", to)};
  }
  if (start == end) return {true, fmt::format("{} is the same unit", from)};
  if (line.is_within(start, end)) return {true, fmt::format("{} is above {}", to, from)};
  if (line.is_within(end, start)) return {true, fmt::format("{} is under {}", to, from)};
  const std::uint32_t linkage = compiled_->linkages.label_between(start, end);
  if (linkage != nothing) return {true, fmt::format("{} {} {}", from, way_names[linkage], to)};
  const std::uint32_t above = line.parent(start);
  if (above != nothing && above == line.parent(end)) {
    const Unit& commander = compiled_->unit(above);
    if (commander.kind == UnitKind::command_room || commander.kind == UnitKind::command_center) {
      return {true, fmt::format("{} commands both", commander.code)};
    }
  }
  return {false, fmt::format("{} is neither on the command line of {}, nor its neighbour under a "
                             "command room or centre, nor linked to it",
                             to, from)};
}

std::vector<Near> Directory::nearest(Point place, std::string_view capability, std::size_t count,
                                     Instant when) const {
  check_place(place);
  const Date day = date_of(when, organization().time_zone);
  const auto wanted = [&](std::uint32_t position) {
    const Unit& unit = compiled_->unit(position);
    return can(unit, capability) && is_between(day, unit.valid_from, unit.valid_until);
  };
  std::vector<Near> near;
  for (const std::uint32_t position : compiled_->places.candidates(place, count, wanted)) {
    const Unit& unit = compiled_->unit(position);
    const double metres = distance_in_metres(place, *unit.location);
    near.push_back(
        {unit.code, metres,
         fmt::format("{} is {:.0f} m away{}", unit.code, metres,
                     capability.empty() ? std::string() : fmt::format(" and has {}", capability))});
  }
  return sorted(std::move(near), count);
}

std::vector<Near> Directory::nearest_assets(Point place, std::string_view kind,
                                            std::size_t count) const {
  check_place(place);
  const auto& assets = organization().assets;
  const auto wanted = [&](std::uint32_t position) {
    return kind.empty() || assets[position].kind == kind;
  };
  std::vector<Near> near;
  for (const std::uint32_t position : compiled_->asset_places.candidates(place, count, wanted)) {
    const Asset& asset = assets[position];
    const double metres = distance_in_metres(place, *asset.location);
    near.push_back({asset.code, metres,
                    fmt::format("{} of {} is {:.0f} m away", asset.code, asset.unit, metres)});
  }
  return sorted(std::move(near), count);
}

}  // namespace gridcase
