#pragma once
/// \file policy.hpp
/// The rules of a county that are data: versioned, with an effective date, validated whole.
///
/// Plain values; any thread.

#include <gridcase/case.hpp>
#include <gridcase/intake.hpp>
#include <gridcase/organization.hpp>
#include <gridcase/platform.hpp>
#include <gridcase/rating.hpp>
#include <gridcase/scoring.hpp>
#include <gridcase/search.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// When orders have brought a case to its end: what must have come back, and from whom. Orders to
/// hold the scene and to verify never stand in the way of it.
struct JoinRule {
  /// Which result is waited for.
  enum class Result : std::uint8_t {
    lead = 1,    ///< the lead has fed back
    conclusive,  ///< any one unit has fed back something that settles the matter; or all have
    every,       ///< every unit has fed back; whoever was let go does not count
  };
  /// What the units beside it must have done.
  enum class Others : std::uint8_t {
    finished = 1,  ///< fed back, or let go
    signed_for,    ///< at least signed; what is open still is let go
    any,           ///< nothing; what is open still is let go
  };
  std::string code;      ///< named by a dispatch; "ordinary" is the rule of those that name none
  std::string category;  ///< it is for those that name none, for this category and below
  Result result = Result::lead;
  Others others = Others::finished;
};

GRIDCASE_API std::string_view name(JoinRule::Result result) noexcept;
GRIDCASE_API std::string_view name(JoinRule::Others others) noexcept;

/// Who is asked for a check when nobody is named.
enum class Checker : std::uint8_t {
  finder = 1,  ///< before filing the grid it lies in, after handling the unit that reported it
  nearest,     ///< the nearest unit with the capability "verify" that has not handled the matter
};

GRIDCASE_API std::string_view name(Checker checker) noexcept;

/// A kind of figure that may be recorded, so that sums are sums of the same thing.
struct FigureType {
  std::string name;       ///< code, such as "persons_moved"
  std::string measure;    ///< "persons", "t"
  bool resource = false;  ///< what was used (vehicles, people, material), not what came of it
};

/// Rules for cases. Defaults are the widest: what a county does not ask for is not asked.
struct CaseRules {
  /// Tiers that hold cases. A county that uses fewer leaves some out; county must be among them.
  std::vector<Tier> tiers{Tier::village, Tier::township, Tier::county};
  /// Channels whose cases must pass a check before they are filed (the public's own reports in
  /// many places; an inspector's report needs none).
  std::vector<std::string> check_before_filing;
  bool check_after_handling = false;  ///< a passed check is needed before closing
  bool reply_before_end = true;       ///< where a requester waits, no end without a reply
  /// Patrol and handling are separate (巡办分离): who reported may verify but not handle, and who
  /// handled may not verify.
  bool separate_duties = false;
  /// How often a case may come back before it can no longer be sent out or down, only be decided in
  /// a consultation (conclude), handled by its holder, escalated, or ordered by the command centre
  /// without a way back (forced); 0 means no limit.
  std::int32_t return_limit = 0;
  std::vector<std::string> decline_reasons;  ///< codes; any if empty
  std::optional<Amount> decline_within;      ///< after the order; at any time if absent
  /// Who was the first to lead may not send the case back; it stays and coordinates (首接负责制).
  bool first_receiver = false;
  std::vector<JoinRule> joins;  ///< empty: the lead has fed back, the others finished
  bool release_scene = false;   ///< who holds the scene is let go when the lead arrives
  bool parts_first = false;     ///< no end of a case before that of its parts
  Checker checker = Checker::finder;
  /// What a follow-up call that finds the matter unsolved, or a satisfaction of at most
  /// `dissatisfied_at`, does: the case goes back to work (or is opened again).
  bool rework_dissatisfied = false;
  std::int32_t dissatisfied_at = 2;  ///< 1 … 5
  std::vector<FigureType> figures;   ///< those that may be recorded; any if empty
  /// How far `happened` may lie ahead of now, for clocks that differ; whole seconds, at most a day.
  Duration clock_tolerance = std::chrono::minutes(5);
};

/// A rung of a ladder: what is done when so much of the budget is used.
struct Rung {
  RungKind kind = RungKind::remind;
  std::int32_t share = 100;  ///< percent of the budget, 0 … 1000 …
  std::int32_t offset = 0;   ///< … and so many units of the limit more, or less if negative
};

/// Something that has to come about in time. One case may have several, each with an anchor of its
/// own: that one is late moves no other.
struct Milestone {
  std::string code;         ///< "sign"; "due" is that of the limit given with a report
  std::string name;         ///< for people
  bool each_order = false;  ///< one clock for each order instead of one for the case
  /// Of `each_order`: roles it is for; all but `consult` if empty.
  std::vector<AssignmentRole> roles;
  Moment from = Moment::reported;  ///< the anchor
  Moment until = Moment::closed;   ///< what is waited for
  std::vector<Rung> ladder;        ///< ascending by time; each rung fires once, in order
  std::int32_t extensions = 2;     ///< how often it may be extended; 0: not at all
  /// Another holder begins with the whole limit; else the clock goes on. Of a case's clock.
  bool restart_on_transfer = false;
  /// What it waited for was undone (rework, reopening): a new clock with the whole limit, anchored
  /// at that time; else the old one goes on with what was left, and the time between does not
  /// count.
  bool restart_on_rework = true;
  bool hold_for_reporter = false;  ///< held while an answer of the reporter is waited for
};

/// How long a milestone may take, for some cases. What is empty holds for all. A clock whose limit
/// comes to fit later only, on another tier for instance, starts then, anchored back at its moment.
/// Of several that fit, the one with the deepest category counts, then the one that names a grade,
/// a request, a channel, a tier, a mode, in this order of weight.
struct Limit {
  std::string milestone;  ///< code
  std::string category;   ///< this one and below
  std::string grade;      ///< the case's own, else its category's
  RequestKind request = RequestKind::unstated;
  std::string channel;
  std::optional<Tier> tier;  ///< tier the case is on when the clock starts
  /// Mode of the area when the clock starts.
  std::optional<OperatingMode> mode;
  Amount within;
  /// Of units in working time. If empty: the calendar of the unit whose order it is, else the first
  /// calendar of the policy.
  std::string calendar;
};

/// Ways to depart from a limit. The defaults are those found in practice: an extension of the
/// original limit, twice at most, approved in two steps; one hold of a year at most; one appeal,
/// heard by two.
struct DeviationRules {
  std::int32_t suspensions = 1;                ///< holds of a case; 0 means no limit is set
  std::int32_t longest_suspension_days = 366;  ///< 1 … 3660
  std::int32_t extension_share = 100;  ///< what one extension adds, percent of the limit, 1 … 1000
  std::int32_t extension_steps =
      2;  ///< 1: the holder decides; 2: the unit that asks, then the holder
  std::int32_t appeal_reviewers = 2;  ///< persons, or units, that must agree: 1 or 2
};

/// Everything about time that is data. Empty: no clocks.
struct TimeRules {
  std::vector<HolidayTable> holidays;
  std::vector<Calendar> calendars;  ///< the first is the organization's
  std::vector<Milestone> milestones;
  std::vector<Limit> limits;
  std::int32_t yellow_share = 80;  ///< the light is yellow after so many percent of the budget …
  std::int32_t red_share = 100;    ///< … and red after so many; up to it, it is not
  DeviationRules deviations;
};

/// An area that is not governed as usual.
struct AreaMode {
  std::string unit;  ///< it and everything below it; the smallest area decides
  OperatingMode mode = OperatingMode::emergency;
};

/// A campaign (专项行动), or the assurance of an event (赛事保障): a period and an area.
struct Campaign {
  std::string code;
  std::string name;
  Date from;                            ///< first day
  Date until;                           ///< last day
  std::vector<std::string> units;       ///< areas, each with everything below it; all if empty
  std::vector<std::string> categories;  ///< each with everything below it; all if empty
};

/// A clause of a patrol checklist.
struct Clause {
  std::string code;  ///< unique in the list
  std::string item;  ///< what it belongs to, for people
  std::string text;
  std::string category;  ///< of the case that a failed clause becomes
};

/// What is looked at on patrol (巡查责任清单).
struct PatrolList {
  std::string code;
  std::string name;
  std::vector<Clause> clauses;
};

/// One version of everything that is data.
struct Policy {
  std::string name;
  CaseRules rules;
  Organization organization;
  TimeRules time = {};
  std::vector<AreaMode> modes = {};
  std::vector<Campaign> campaigns = {};
  std::vector<PatrolList> patrol_lists = {};
  std::vector<IntakeRule> intake = {};
  std::vector<AlertType> alert_types = {};
  std::vector<SiteList> site_lists = {};
  DuplicateRules duplicates = {};
  std::vector<Platform> platforms = {};
  /// Rules for scores, each version with the day it begins; keep the old ones, for earlier periods.
  std::vector<ScoreRules> scoring = {};
  std::vector<RatingScheme> ratings = {};  ///< stars
};

/// The mode in force on the ground of a unit; normal where nothing is said, and for unknown codes.
GRIDCASE_API OperatingMode mode_at(const Policy& policy, const Directory& directory,
                                   std::string_view unit);

/// Reads and writes the JSON form, {"name", "rules", "time", "organization"};
/// src/model/policy.schema.md. A document that is an organization only is read as a policy with
/// default rules. \throws DocumentError with all faults of form.
GRIDCASE_API Policy read_policy(std::string_view json);
/// The JSON form that `read_policy` takes; the same bytes for the same policy.
GRIDCASE_API std::string write_policy(const Policy& policy);

/// Reads and writes a holiday table by itself, the form it has in a policy.
/// \throws DocumentError with all faults of form.
GRIDCASE_API HolidayTable read_holidays(std::string_view json);
/// The JSON form that `read_holidays` takes.
GRIDCASE_API std::string write_holidays(const HolidayTable& table);

/// Every fault of meaning in the rules, in the calendars and limits, and in the organization.
GRIDCASE_API std::vector<Fault> validate(const Policy& policy);

}  // namespace gridcase
