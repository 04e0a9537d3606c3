#pragma once
/// \file organization.hpp
/// Who there is and what each is responsible for: units in three tiers, grids, people, categories
/// and duties; and `Directory`, which answers questions about them and says why.
///
/// The organization is data: loaded from one JSON document or built in code, validated whole, and
/// then compiled into a `Directory`. The plain structs are values. A `Directory` never changes and
/// may be used from any thread.
///
/// The shape is the character 王: three horizontal strokes, a tier with the units of its own, and
/// one vertical, the command rooms. The command line is the tree of `Unit::parent`:
///
///     command_center (county) ── departments, subcenters …
///       └─ command_room (township) ── stations …
///            └─ village
///                 └─ grid

#include <gridcase/error.hpp>
#include <gridcase/geo.hpp>
#include <gridcase/time.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// A level that holds cases. The names people see are data (`Organization::tier_names`).
enum class Tier : std::uint8_t { village = 1, township = 2, county = 3 };

/// What a unit is. Every kind but `city_center` can hold a case.
enum class UnitKind : std::uint8_t {
  city_center = 1,  ///< above the counties: reads, directs and routes, never holds a case
  command_center,  ///< the county's centre (综合指挥中心, 社会治理中心); root of the command line
  command_room,   ///< a township's room (综合信息指挥室)
  village,        ///< village or community (村, 社区)
  grid,           ///< grid (网格)
  department,     ///< county department (部门)
  station,        ///< township office of a department (站所)
  subcenter,      ///< 12345, 96345, 110, digital city management …
  provider,       ///< company or skill team that does a job (加盟企业)
  response_team,  ///< emergency or non-police response team (联动处置队)
  task_force,     ///< temporary unit (专班)
  platform,       ///< another system that hands over and takes over cases
};

GRIDCASE_API std::string_view name(Tier tier) noexcept;
GRIDCASE_API std::string_view name(UnitKind kind) noexcept;
/// The value of a stable name; empty when there is none.
GRIDCASE_API std::optional<Tier> tier_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<UnitKind> unit_kind_from_name(std::string_view name) noexcept;

/// How an area is governed at present (平战结合). Routing and limits may have rules of their own
/// for emergencies.
enum class OperatingMode : std::uint8_t { normal = 1, emergency };

GRIDCASE_API std::string_view name(OperatingMode mode) noexcept;
GRIDCASE_API std::optional<OperatingMode> operating_mode_from_name(std::string_view name) noexcept;

/// Anything that can hold or handle a case.
struct Unit {
  std::string code;  ///< unique, 1 … 32 characters of A–Z a–z 0–9 . _ -
  std::string name;  ///< as people write it
  UnitKind kind = UnitKind::department;
  /// The tier it works on. Follows from the kind for command centre (county), command room and
  /// station (township), village and grid (village), department and subcentre (county); must be
  /// given for the other kinds; none for a city centre.
  std::optional<Tier> tier;
  std::string parent;  ///< code of the unit above in the command line; empty for the root
  /// Administrative division code, 6 + 3 + 3 digits, or grid code; may be empty.
  std::string area_code;
  std::string resident_at;  ///< code of the centre whose hall it works in (常驻); may be empty
  /// When it is called in an emergency: 1 at once, 2 on request, 3 in support; 0 not at all.
  /// Independent of the tier.
  std::uint8_t response_class = 0;
  std::optional<Date> valid_from;   ///< first day; from ever if absent
  std::optional<Date> valid_until;  ///< first day it is no more; for ever if absent
  std::optional<Point> location;    ///< where it sets out from
  Area area;                        ///< its ground; empty when known by code only
  /// Codes of the units whose ground it serves; empty means the ground of its parent.
  std::vector<std::string> territory;
  std::vector<std::string> capabilities;  ///< what it can do, such as "drainage"
  std::int32_t capacity = 0;              ///< cases it takes at a time; 0 means no limit is set
  /// Of a task force: the units it is formed of. Their people may act for it.
  std::vector<std::string> members;
  std::string successor;  ///< who takes over what it holds when it is no more; may be empty
  std::string remark;     ///< for people
};

/// One job a person does at a unit.
struct Post {
  /// "grid_leader", "grid_worker" (full-time), "specialist", "information_officer", "seat",
  /// "liaison", "on_duty", "director", "deputy_director", "supervisor", "handler" or a word of the
  /// organization's own.
  std::string role;
  std::string unit;                     ///< where; the home unit if empty, else a secondment
  std::vector<std::string> categories;  ///< what it is limited to; everything if empty
  /// Units whose ground it is limited to, each with everything below it; that of its unit if empty.
  std::vector<std::string> territory = {};
};

/// What an account may see and do: the rights of a post, by the name of its role.
///
/// A person acts in the posts it has at the unit, or in the one that `Actor::post` names. Without
/// roles in the organization, persons may what their unit may.
struct Role {
  /// Which cases are seen, of the categories of the post. Cases that the unit has a part in are
  /// seen in every case of these.
  enum class Reads : std::uint8_t {
    participation = 1,  ///< those only
    territory,          ///< those that lie on the ground of the post, too
    everything,         ///< all of the county (a county's read-all account)
  };
  std::string code;  ///< the role it is about, as in `Post::role`
  std::string name;
  Reads reads = Reads::territory;
  /// Names of the actions it may take; all that its unit may take if empty. "none": it only reads.
  std::vector<std::string> actions;
  /// May open sensitive cases, which is recorded, and take a case out of the sensitive categories.
  bool sensitive = false;
  bool reveals = false;  ///< may see personal data unmasked, which is recorded
  bool erases = false;   ///< may have personal data erased
};

GRIDCASE_API std::string_view name(Role::Reads reads) noexcept;
GRIDCASE_API std::optional<Role::Reads> role_reads_from_name(std::string_view name) noexcept;

/// A member of staff: belongs to one unit and may have posts at others (secondment).
struct Person {
  std::string code;  ///< unique, same alphabet as unit codes
  std::string name;
  std::string unit;  ///< home unit
  std::vector<Post> posts;
  std::vector<std::string> substitutes;  ///< persons who act in absence, in this order
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;
};

/// A leading group (领导小组) and its members, first the head.
struct LeadingGroup {
  /// A person with its task in the group.
  struct Member {
    std::string person;
    std::string role;  ///< "head", "deputy_head", "member"
  };
  std::string code;
  std::string name;
  std::vector<std::string> topics;  ///< categories it leads; everything if empty
  std::vector<Member> members;
};

/// A desk of a subcentre that takes in calls, letters or visits.
struct IntakeDesk {
  std::string code;
  std::string name;
  std::string unit;                   ///< the subcentre or centre it belongs to
  std::vector<std::string> numbers;   ///< numbers that ring here, aliases included
  std::vector<std::string> channels;  ///< channels it takes in
  std::int32_t seats = 0;             ///< persons at a time
  std::int32_t capacity = 0;          ///< contacts waiting at a time; 0 means no limit is set
};

/// A work basket of a unit.
struct Queue {
  std::string code;
  std::string name;
  std::string unit;
  std::vector<std::string> categories;  ///< what goes here; everything if empty
  std::int32_t capacity = 0;            ///< cases waiting at a time; 0 means no limit is set
};

enum class CategoryKind : std::uint8_t {
  event = 1,  ///< something that happens (事件)
  component,  ///< a thing that is managed (部件)
};

GRIDCASE_API std::string_view name(CategoryKind kind) noexcept;
GRIDCASE_API std::optional<CategoryKind> category_kind_from_name(std::string_view name) noexcept;

/// A node of the category tree.
struct Category {
  std::string code;
  std::string name;
  std::string parent;  ///< empty for a top class
  CategoryKind kind = CategoryKind::event;
  std::string grade;       ///< the organization's own word, such as "ordinary"; inherited if empty
  bool emergency = false;  ///< true here or on any node above
  std::string business_line;                   ///< which of the four platforms; inherited if empty
  std::string filing_condition;                ///< when it is filed (立案条件), for people
  std::string closing_condition;               ///< when it is closed (结案条件), for people
  std::vector<std::string> required_evidence;  ///< kinds of attachment needed before closing
  /// Who reads a case of it leaves a line in its history; true here or on any node above.
  bool sensitive = false;
};

/// A thing with a place that people look through, drive or watch over: a camera, a vehicle, a
/// reservoir, a key site. What it showed is an attachment that names it.
struct Asset {
  std::string code;  ///< unique among assets, same alphabet as unit codes
  std::string name;
  std::string kind;  ///< the organization's own word, such as "camera"
  std::string unit;  ///< whose it is
  std::optional<Point> location;
};

/// Who leads and who assists for a category, on a tier, on some ground.
struct Duty {
  std::string category;  ///< holds for the category and everything below it
  Tier tier = Tier::county;
  std::string territory;        ///< unit whose ground it holds for; the whole organization if empty
  std::string lead;             ///< the unit that leads …
  std::string lead_capability;  ///< … or the capability by which the one unit of the tier is found
  std::vector<std::string> assists;
  /// Holds in this mode only. In an emergency the duties of that mode are searched first, then
  /// those of none; otherwise those of an emergency do not count.
  std::optional<OperatingMode> mode;
};

/// An edge beside the command line.
enum class LinkageKind : std::uint8_t {
  reports_to = 1,  ///< may send its cases there
  dispatches_to,   ///< may give orders there
  assists,         ///< may be asked for help by `from`
};

GRIDCASE_API std::string_view name(LinkageKind kind) noexcept;
GRIDCASE_API std::optional<LinkageKind> linkage_kind_from_name(std::string_view name) noexcept;

/// How units work together where one alone cannot.
struct Linkage {
  std::string from;
  std::string to;
  LinkageKind kind = LinkageKind::dispatches_to;
};

/// The whole of it.
struct Organization {
  std::string code;  ///< the county's: 6 digits, 000001 … 922336, the first part of every case id
  std::string name;
  std::string time_zone;                                                   ///< IANA name
  std::array<std::string, 3> tier_names{"village", "township", "county"};  ///< by tier, from below
  std::vector<int> grid_code_lengths{14, 15, 16, 17, 20};  ///< lengths a grid's area code may have
  bool chinese_area_codes = true;  ///< check area codes by GB/T 2260 and GB/T 10114
  /// Every grid must have one leader and one full-time worker ("1 + 1 + N").
  bool staffed_grids = false;
  std::vector<Unit> units;
  std::vector<Person> persons;
  std::vector<LeadingGroup> leading_groups;
  std::vector<IntakeDesk> desks;
  std::vector<Queue> queues;
  std::vector<Category> categories;
  std::vector<Duty> duties;
  std::vector<Linkage> linkages;
  std::vector<Asset> assets;
  std::vector<Role> roles = {};
};

/// Reads the JSON form, described in src/model/organization.schema.md. Checks form only: types,
/// unknown keys, enumerations. \throws DocumentError with all faults of form.
GRIDCASE_API Organization read_organization(std::string_view json);

/// Writes the JSON form; `read_organization` gives an equal value back. Same value, same bytes.
GRIDCASE_API std::string write_organization(const Organization& organization);

/// Every fault of meaning: no root or several, a cycle, an unknown code anywhere, codes used twice,
/// area codes against GB/T 2260 (6 digits), GB/T 10114 (townships) and their parents', a grid that
/// cannot reach the centre, a category nobody leads, a (grid, category) with no or two responsible
/// persons, grids that overlap, ground left uncovered, rings that cannot be repaired.
/// The order is that of the document. Errors forbid a `Directory`; warnings do not.
GRIDCASE_API std::vector<Fault> validate(const Organization& organization);

/// The grid at a point. Where several grids claim it, the one with the smaller code is taken and
/// the others are listed.
struct Located {
  std::string grid;                 ///< empty if the point is in no grid
  std::vector<std::string> others;  ///< further grids that contain the point
  std::string because;
};

/// A way from one unit to another.
struct Route {
  /// One unit on the way, and how it is reached.
  struct Step {
    std::string unit;  ///< the unit reached
    /// "up", "down" (command line), "reports_to", "dispatches_to", "assists" (linkage)
    std::string by;
  };
  std::vector<Step> steps;  ///< empty if there is no way, or from and to are the same
  bool found = false;
  std::string because;
};

/// Who is responsible.
struct Responsible {
  std::string lead;  ///< empty if nobody is
  std::vector<std::string> assists;
  std::string because;  ///< which duty, by which category and territory
};

/// A yes or no with its reason.
struct Verdict {
  bool yes = false;
  std::string because;

  explicit operator bool() const noexcept { return yes; }
};

/// A unit and how far it is.
struct Near {
  std::string unit;
  double metres = 0;
  std::string because;
};

/// A post in which a person acts for a unit. The pointers live as long as a copy of the directory.
struct HeldPost {
  const Post* post = nullptr;
  /// Whose post it is: the person's own, or that of somebody for whom the person is a substitute.
  const Person* holder = nullptr;
  /// Held at home, and the unit is a task force of which that home is a member: only what is with
  /// the task force is the business of such a post there.
  bool for_task_force = false;
};

/// Who is responsible for a category at a grid: among the posts that count for the grid, the
/// specialist whose categories name it or the nearest above it, one without categories last; where
/// there is none, the full-time worker. A post counts for the grid it is at and for the grids of
/// the village it is at; one with a territory for the grids of that instead.
struct ResponsiblePerson {
  std::string grid;
  std::string category;
  /// Exactly one as it should be, by their order in the document; nobody is a gap, several are an
  /// overlap.
  std::vector<std::string> persons;
  std::string because;
};

/// An organization, compiled: lookups by code, the command line and the linkages as a graph, the
/// grids in an R-tree. Immutable; any thread. Copying shares.
class GRIDCASE_API Directory {
public:
  /// \throws DocumentError if `validate` finds an error.
  explicit Directory(Organization organization);

  /// The document it was compiled from.
  const Organization& organization() const noexcept;

  /// Null when there is none.
  const Unit* unit(std::string_view code) const noexcept;
  /// Null if there is none of this code.
  const Person* person(std::string_view code) const noexcept;
  /// Null if there is none of this code.
  const Category* category(std::string_view code) const noexcept;
  /// Null if there is none of this code.
  const Asset* asset(std::string_view code) const noexcept;
  /// Null if there is none of this code.
  const Role* role(std::string_view code) const noexcept;

  /// Whether the category, or one above it, is sensitive. False for an unknown code.
  bool is_sensitive(std::string_view category) const noexcept;
  /// The category and all below it, by code; empty for an unknown code.
  std::vector<std::string> with_below(std::string_view category) const;

  /// The posts in which the person may act for the unit: its own there; at home, if the unit is a
  /// task force of which the home unit is a member; and likewise those of the persons for whom it
  /// is a substitute. Whether everybody serves at the time is asked of `may_act_for`. Empty for
  /// unknown codes.
  std::vector<HeldPost> posts_of(std::string_view person, std::string_view unit) const;
  /// The categories of a post of this organization with all below them, by code, shared; null if it
  /// is for all.
  std::shared_ptr<const std::vector<std::string>> categories_of(const Post& post) const;
  /// Who is responsible at `when` for every category, at every grid that exists then: by grid, then
  /// by category, each in the order of the document.
  std::vector<ResponsiblePerson> responsible_persons(Instant when) const;
  /// Likewise for one grid and category. \throws Error not_found.
  ResponsiblePerson responsible_person(std::string_view grid, std::string_view category,
                                       Instant when) const;

  /// Whether the unit exists on the civil date of `when` in the organization's zone.
  bool is_valid(const Unit& unit, Instant when) const;
  /// Whether the person may act for the unit at that time: home unit, post there, a home unit that
  /// is a member of it (task force), or substitute of somebody who has one.
  Verdict may_act_for(std::string_view person, std::string_view unit, Instant when) const;

  /// The tier of a unit; none for a city centre. \throws Error not_found.
  std::optional<Tier> tier_of(std::string_view unit) const;
  /// The unit and everything above it, root last. \throws Error not_found.
  std::vector<std::string> chain(std::string_view unit) const;
  /// The units below a unit in the command line that exist at `when`, of one kind or of all, by
  /// code: the addressees of a directive to a subtree. \throws Error not_found.
  std::vector<std::string> below(std::string_view unit, std::optional<UnitKind> kind,
                                 Instant when) const;
  /// The task forces that the unit is or was a member of, by code; empty for unknown codes.
  const std::vector<std::string>& task_forces_of(std::string_view unit) const noexcept;
  /// Whether `unit` is `above` or stands below it in the command line. False for unknown codes.
  bool is_within(std::string_view unit, std::string_view above) const noexcept;
  /// The unit of the command line that holds the pool of `tier` for the ground of `unit`: the grid
  /// or village itself, its command room, the command centre; empty when there is none.
  /// \throws Error not_found.
  std::string pool(std::string_view unit, Tier tier) const;
  /// `pool` of the tier above, or of the one above that where a tier has none; empty at the top.
  /// \throws Error not_found.
  std::string next_tier(std::string_view unit) const;

  /// The grid that contains the point; borders belong to both sides. Grids of every time count:
  /// ask `is_valid` where old and new ones overlap.
  /// \throws Error invalid_argument for a point that is none.
  Located locate(Point point) const;
  /// Who leads and assists for a category on a tier. `place` is a unit, mostly a grid. The most
  /// specific category decides first, then the most specific territory.
  /// \throws Error not_found.
  Responsible responsible(std::string_view category, std::string_view place, Tier tier,
                          OperatingMode mode = OperatingMode::normal) const;
  /// The shortest way over the command line and the linkages; ties go to the smaller code.
  /// \throws Error not_found.
  Route route(std::string_view from, std::string_view to) const;
  /// Whether `from` may hand a case or an order to `to`: up or down its own command line, to a
  /// neighbour under the same command room or centre if it commands them, or along a linkage.
  /// \throws Error not_found.
  Verdict may_send(std::string_view from, std::string_view to) const;
  /// The `count` units with a location nearest to the place by great circle, only those that have
  /// the capability (all if empty) and are valid at `when`; ties go to the smaller code.
  std::vector<Near> nearest(Point place, std::string_view capability, std::size_t count,
                            Instant when) const;
  /// The `count` assets of the kind (of any if empty) nearest to the place by great circle; ties go
  /// to the smaller code. `Near::unit` is the code of the asset.
  std::vector<Near> nearest_assets(Point place, std::string_view kind, std::size_t count) const;

private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace gridcase
