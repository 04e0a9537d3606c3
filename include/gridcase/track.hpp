#pragma once
/// \file track.hpp
/// Rules over the tracks of vehicles and ships, such as those that carry dangerous chemicals: who
/// stays where it should not, drives at night, leaves its road.
///
/// Pure: positions in, findings out. What becomes of a finding is the host's business; gridcase
/// keeps no register of persons, and this is not meant for their tracks.

#include <gridcase/action.hpp>
#include <gridcase/error.hpp>
#include <gridcase/export.hpp>
#include <gridcase/geo.hpp>
#include <gridcase/time.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gridcase {

/// Where a vehicle or ship was.
struct TrackPosition {
  std::string subject;  ///< its code
  Point place;
  Instant at{};
  std::optional<double> speed;  ///< metres a second, if reported; told in findings only

  friend bool operator==(const TrackPosition& a, const TrackPosition& b) {
    return a.subject == b.subject && a.place == b.place && a.at == b.at && a.speed == b.speed;
  }
};

/// A place that is known: a depot, a service area, a plant. A circle.
struct TrackSite {
  std::string code;
  std::string name;
  Point place;
  double radius = 0;  ///< metres, more than 0
};

/// What the rules need to know of a vehicle or ship. Those that are not listed may operate, and
/// have a licence without an end.
struct TrackSubject {
  std::string code;
  std::string kind;                 ///< such as "truck", for rules that are for some kinds only
  bool operates = true;             ///< licensed to operate
  std::optional<Date> valid_until;  ///< last day of its licence
};

/// A line on the ground; straight in degrees between its points. It may not cross the date line.
using TrackLine = std::vector<Point>;

/// Stays within `radius` of one of its positions for `at_least`. A position in a permitted site
/// belongs to no stay, and ends one. Of the positions from which such a stay can be counted the
/// earliest counts, and the next stay begins after its end.
struct DwellRule {
  double radius = 200;  ///< metres
  Duration at_least = std::chrono::minutes(30);
  std::vector<std::string> permitted;  ///< codes of sites
};

/// Moves more than `distance` in one night, from `from` to `until` (the next day, if that is
/// earlier) by the clocks of the zone. What it moved is counted between positions of that night.
struct NightRule {
  std::int32_t from = 22 * 60;  ///< minutes from midnight, 0 … 1439
  std::int32_t until = 6 * 60;  ///< minutes from midnight, 0 … 1439, another than `from`
  double distance = 1000;       ///< metres
};

/// Is farther than `width` from every line for `at_least`.
struct RouteRule {
  std::vector<TrackLine> lines;
  double width = 500;  ///< metres, at most 100,000
  Duration at_least = std::chrono::minutes(10);
};

/// Is in the area, its border included.
struct AreaRule {
  Area area;
};

/// Is not licensed to operate, and moves more than `distance` on one day of the zone.
struct OperationRule {
  double distance = 1000;  ///< metres
};

/// Moves more than `distance` on a day of the zone after its licence has ended.
struct LicenceRule {
  double distance = 1000;  ///< metres
};

/// Which of them, in the order of `TrackRule::what`.
enum class TrackRuleType : std::uint8_t {
  dwell = 1,
  night_driving,
  off_route,
  area_entered,
  outside_operation,
  expired_licence,
};

/// "dwell", "night_driving" …
GRIDCASE_API std::string_view name(TrackRuleType type) noexcept;

/// One rule.
struct TrackRule {
  std::string code;
  std::vector<std::string> kinds;  ///< of subjects it is for; all if empty
  std::variant<DwellRule, NightRule, RouteRule, AreaRule, OperationRule, LicenceRule> what;

  /// Which kind of rule it is.
  TrackRuleType type() const noexcept { return static_cast<TrackRuleType>(what.index() + 1); }
};

/// All that is asked of tracks.
struct TrackRules {
  std::string zone = "Asia/Shanghai";  ///< of nights and days
  /// Metres. A subject that is no farther from where it was last seen to be has not moved: what
  /// satellites tell of a parked vehicle wanders.
  double accuracy = 50;
  /// Between two positions farther apart in time nothing is known: a stay, a way off the route or
  /// in an area ends with the first of them. Distances moved are counted all the same.
  Duration longest_gap = std::chrono::minutes(30);
  std::vector<TrackSite> sites;
  std::vector<TrackSubject> subjects;
  std::vector<TrackRule> rules;
};

/// Reads the JSON form, described in src/model/track_rules.schema.md. \throws DocumentError: all
/// faults of form.
GRIDCASE_API TrackRules read_track_rules(std::string_view json);
/// `read_track_rules` gives an equal value back. Same value, same bytes. \throws Error
/// invalid_argument for a number that is not finite.
GRIDCASE_API std::string write_track_rules(const TrackRules& rules);
/// All faults of meaning: codes that are none or used twice, unknown sites, places that are none,
/// figures out of range, an unknown zone.
GRIDCASE_API std::vector<Fault> validate(const TrackRules& rules);

/// Something a rule has found.
struct TrackFinding {
  std::string rule;
  TrackRuleType type = TrackRuleType::dwell;
  std::string subject;
  Point place;          ///< where it began
  std::string site;     ///< the nearest known site that `place` lies in; empty if none
  Instant from{};       ///< with rule and subject what the finding is known by
  Instant until{};      ///< the latest position that belongs to it
  bool open = false;    ///< it may still go on: the finding comes again when it is over
  std::string because;  ///< one sentence with the figures

  friend bool operator==(const TrackFinding& a, const TrackFinding& b) {
    return a.rule == b.rule && a.type == b.type && a.subject == b.subject && a.place == b.place &&
           a.site == b.site && a.from == b.from && a.until == b.until && a.open == b.open &&
           a.because == b.because;
  }
};

/// Follows any number of subjects, each in the order of time. What it keeps of a subject does not
/// grow with its track, except for the positions of the last `DwellRule::at_least`. Not for use by
/// several threads at once.
class GRIDCASE_API TrackWatcher {
public:
  /// \throws DocumentError when the rules have errors.
  explicit TrackWatcher(const TrackRules& rules);
  ~TrackWatcher();
  /// What was moved from may only be destroyed or assigned to.
  TrackWatcher(TrackWatcher&&) noexcept;
  TrackWatcher& operator=(TrackWatcher&&) noexcept;

  /// What the position begins (`open`) and ends, in the order of the rules. The latest position of
  /// a subject given once more changes nothing.
  /// \throws Error invalid_argument, and nothing is changed, for a position without subject, off
  /// the earth or with a speed that is none (field "subject", "place", "speed"), and for one that
  /// is not later than the latest of its subject (field "at").
  std::vector<TrackFinding> take(const TrackPosition& position);

  /// What has begun and is not over, as it stands; by subject, then in the order of the rules.
  std::vector<TrackFinding> open() const;

private:
  class State;
  std::unique_ptr<State> state_;
};

/// All findings in positions of any order, those that are not over at the end with `open`; ordered
/// by beginning, subject and rule. \throws as `TrackWatcher` does.
GRIDCASE_API std::vector<TrackFinding> find_in_tracks(const TrackRules& rules,
                                                      std::vector<TrackPosition> positions);

/// The alert that a finding is, to be given to `Engine::raise_alert`: its type is the code
/// of the rule, its subject of that kind ("vehicle", "ship"), its window that of the finding. Given
/// again with a longer window it is the same alert.
GRIDCASE_API Action to_alert(const TrackFinding& finding, const std::string& subject_kind,
                             const std::string& title);

}  // namespace gridcase
