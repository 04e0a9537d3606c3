#include "rules/track_watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <unordered_set>
#include <utility>

namespace gridcase::rules {

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t day = 1440 * minute;

std::string in_words(Duration duration) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} h {} min", seconds / 3600, seconds / 60 % 60);
}

std::string in_words(double metres) {
  if (metres < 10000) return fmt::format("{:.0f} m", metres);
  return fmt::format("{:.1f} km", metres / 1000);
}

// What rule, subject and place say of a finding.
class Reporter {
public:
  Reporter(const TrackRule& rule, const TrackSubject& subject,
           const TrackSurroundings& surroundings)
      : rule_(rule), subject_(subject.code), surroundings_(surroundings) {}

  TrackFinding finding(Point place, Instant from, Instant until, bool open,
                       std::string because) const {
    TrackFinding found;
    found.rule = rule_.code;
    found.type = rule_.type();
    found.subject = subject_;
    found.place = place;
    const auto sites = surroundings_.sites.at(place);
    if (!sites.empty()) found.site = surroundings_.sites[sites.front()].code;
    found.from = from;
    found.until = until;
    found.open = open;
    found.because = std::move(because);
    return found;
  }

private:
  const TrackRule& rule_;
  std::string subject_;
  const TrackSurroundings& surroundings_;
};

// --- staying ------------------------------------------------------------------------------------

// A stay is counted from every position that all later ones are still near to: the candidates. When
// the first of them has lasted long enough it is the stay, and the others are forgotten.
class DwellWatch : public TrackWatch {
public:
  DwellWatch(const DwellRule& rule, const std::unordered_set<std::uint32_t>& permitted,
             const TrackSites& sites, Reporter reporter)
      : rule_(rule), permitted_(permitted), sites_(sites), reporter_(std::move(reporter)) {}

  void take(const TrackStep& step, std::vector<TrackFinding>& findings) override {
    const TrackPosition& now = step.position;
    const bool permitted = is_permitted(now.place);
    if (begun_ && (step.gap || permitted || is_far(candidates_.front(), now))) {
      findings.push_back(finding(false));
      forget();
    }
    if (step.gap || permitted) forget();
    if (permitted) return;
    until_ = now.at;
    if (begun_) return;
    candidates_.erase(std::remove_if(candidates_.begin(), candidates_.end(),
                                     [&](const Candidate& c) { return is_far(c, now); }),
                      candidates_.end());
    candidates_.push_back({now.place, now.at});
    if (now.at - candidates_.front().at < rule_.at_least) return;
    candidates_.erase(candidates_.begin() + 1, candidates_.end());
    begun_ = true;
    findings.push_back(finding(true));
  }

  std::optional<TrackFinding> open() const override {
    if (!begun_) return std::nullopt;
    return finding(true);
  }

private:
  struct Candidate {
    Point place;
    Instant at;
  };

  bool is_far(const Candidate& candidate, const TrackPosition& now) const {
    return distance_in_metres(candidate.place, now.place) > rule_.radius;
  }

  bool is_permitted(Point place) const {
    if (permitted_.empty()) return false;
    const auto sites = sites_.at(place);
    return std::any_of(sites.begin(), sites.end(),
                       [&](std::uint32_t site) { return permitted_.count(site) > 0; });
  }

  void forget() {
    candidates_.clear();
    begun_ = false;
  }

  TrackFinding finding(bool open) const {
    const Candidate& first = candidates_.front();
    return reporter_.finding(
        first.place, first.at, until_, open,
        fmt::format("stayed within {} for {}, outside of permitted sites; {} are too long",
                    in_words(rule_.radius), in_words(until_ - first.at), in_words(rule_.at_least)));
  }

  const DwellRule& rule_;
  const std::unordered_set<std::uint32_t>& permitted_;
  const TrackSites& sites_;
  Reporter reporter_;
  std::vector<Candidate> candidates_;  // oldest first
  Instant until_{};
  bool begun_ = false;
};

class DwellMachine : public TrackRuleMachine {
public:
  DwellMachine(const TrackRule& rule, const TrackSurroundings& surroundings)
      : rule_(rule), surroundings_(surroundings) {
    for (const auto& code : std::get<DwellRule>(rule.what).permitted)
      permitted_.insert(surroundings.sites.find(code));
  }

  std::unique_ptr<TrackWatch> watch(const TrackSubject& subject) const override {
    return std::make_unique<DwellWatch>(std::get<DwellRule>(rule_.what), permitted_,
                                        surroundings_.sites,
                                        Reporter(rule_, subject, surroundings_));
  }

private:
  const TrackRule& rule_;
  const TrackSurroundings& surroundings_;
  std::unordered_set<std::uint32_t> permitted_;
};

// --- being where it should not ------------------------------------------------------------------

struct Presence {
  std::function<bool(Point)> is_wrong;
  Duration at_least{};
  std::function<std::string(Duration)> because;
};

// One position after the other in the wrong place.
class PresenceWatch : public TrackWatch {
public:
  PresenceWatch(const Presence& presence, Reporter reporter)
      : presence_(presence), reporter_(std::move(reporter)) {}

  void take(const TrackStep& step, std::vector<TrackFinding>& findings) override {
    const bool wrong = presence_.is_wrong(step.position.place);
    if (step.gap || !wrong) {
      if (begun_) findings.push_back(finding(false));
      begun_ = false;
      since_.reset();
    }
    if (!wrong) return;
    if (!since_) {
      since_ = step.position.at;
      place_ = step.position.place;
    }
    until_ = step.position.at;
    if (begun_ || until_ - *since_ < presence_.at_least) return;
    begun_ = true;
    findings.push_back(finding(true));
  }

  std::optional<TrackFinding> open() const override {
    if (!begun_) return std::nullopt;
    return finding(true);
  }

private:
  TrackFinding finding(bool open) const {
    return reporter_.finding(place_, *since_, until_, open, presence_.because(until_ - *since_));
  }

  const Presence& presence_;
  Reporter reporter_;
  std::optional<Instant> since_;
  Point place_;
  Instant until_{};
  bool begun_ = false;
};

class PresenceMachine : public TrackRuleMachine {
public:
  PresenceMachine(const TrackRule& rule, const TrackSurroundings& surroundings, Presence presence)
      : rule_(rule), surroundings_(surroundings), presence_(std::move(presence)) {}

  std::unique_ptr<TrackWatch> watch(const TrackSubject& subject) const override {
    return std::make_unique<PresenceWatch>(presence_, Reporter(rule_, subject, surroundings_));
  }

private:
  const TrackRule& rule_;
  const TrackSurroundings& surroundings_;
  Presence presence_;
};

Presence off_route(const RouteRule& rule) {
  const auto lines = std::make_shared<const TrackLines>(rule);
  return {[lines](Point point) { return !lines->reach(point); }, rule.at_least,
          [&rule](Duration duration) {
            return fmt::format("was farther than {} from every permitted line for {}; {} are too "
                               "long",
                               in_words(rule.width), in_words(duration), in_words(rule.at_least));
          }};
}

Presence in_area(const AreaRule& rule) {
  const auto area = std::make_shared<const TrackArea>(rule.area);
  return {
      [area](Point point) { return area->holds(point); }, Duration(0),
      [](Duration duration) { return fmt::format("was in the area for {}", in_words(duration)); }};
}

// --- moving when it should not ------------------------------------------------------------------

struct Movement {
  // A number for the night or day the time belongs to; nothing when moving is in order.
  std::function<std::optional<std::int64_t>(std::int64_t local)> window;
  double distance = 0;
  std::string fault;  // "at night"
};

// Adds up the way within a window, from one place where it was seen to be to the next that is
// farther away than what may be an error.
class MovementWatch : public TrackWatch {
public:
  MovementWatch(Movement movement, double accuracy, Reporter reporter)
      : movement_(std::move(movement)), accuracy_(accuracy), reporter_(std::move(reporter)) {}

  void take(const TrackStep& step, std::vector<TrackFinding>& findings) override {
    const TrackPosition& now = step.position;
    const auto window = movement_.window(step.local);
    if (window != window_) {
      if (begun_) findings.push_back(finding(false));
      window_ = window;
      begun_ = false;
      distance_ = 0;
      fastest_ = 0;
      reference_ = now.place;
    }
    if (window) move(now, findings);
    latest_ = now.at;
  }

  std::optional<TrackFinding> open() const override {
    if (!begun_) return std::nullopt;
    return finding(true);
  }

private:
  void move(const TrackPosition& now, std::vector<TrackFinding>& findings) {
    fastest_ = std::max(fastest_, now.speed.value_or(0));
    const double moved = distance_in_metres(reference_, now.place);
    if (moved <= accuracy_) return;
    if (distance_ == 0) {
      since_ = latest_;
      place_ = reference_;
    }
    distance_ += moved;
    reference_ = now.place;
    until_ = now.at;
    if (begun_ || distance_ <= movement_.distance) return;
    begun_ = true;
    findings.push_back(finding(true));
  }

  TrackFinding finding(bool open) const {
    std::string because = fmt::format("moved {} {}; {} are allowed", in_words(distance_),
                                      movement_.fault, in_words(movement_.distance));
    if (fastest_ > 0) because += fmt::format("; at up to {:.0f} km/h", fastest_ * 3.6);
    return reporter_.finding(place_, since_, until_, open, std::move(because));
  }

  const Movement movement_;
  const double accuracy_;
  Reporter reporter_;
  std::optional<std::int64_t> window_;
  bool begun_ = false;
  double distance_ = 0;
  double fastest_ = 0;
  Point reference_;
  Instant latest_{};
  Point place_;
  Instant since_{};
  Instant until_{};
};

std::int64_t day_of(std::int64_t local) { return local / day - (local % day < 0 ? 1 : 0); }

Movement at_night(const NightRule& rule) {
  const auto window = [&rule](std::int64_t local) -> std::optional<std::int64_t> {
    const std::int64_t today = day_of(local);
    const std::int64_t time = local - today * day;
    const bool begun = time >= rule.from * minute;
    const bool over = time >= rule.until * minute;
    if (rule.from < rule.until) {
      if (begun && !over) return today;
    } else {
      if (begun) return today;
      if (!over) return today - 1;
    }
    return std::nullopt;
  };
  return {window, rule.distance,
          fmt::format("between {:02}:{:02} and {:02}:{:02}", rule.from / 60, rule.from % 60,
                      rule.until / 60, rule.until % 60)};
}

Movement any_day(const OperationRule& rule) {
  return {[](std::int64_t local) { return std::optional<std::int64_t>(day_of(local)); },
          rule.distance, "in a day without being licensed to operate"};
}

Movement after(const LicenceRule& rule, Date valid_until) {
  const auto last = day_of(to_microseconds(parse_instant(format_date(valid_until) + "T00:00Z")));
  return {[last](std::int64_t local) {
            const std::int64_t today = day_of(local);
            return today > last ? std::optional<std::int64_t>(today) : std::nullopt;
          },
          rule.distance, "in a day after its licence had ended on " + format_date(valid_until)};
}

class MovementMachine : public TrackRuleMachine {
public:
  MovementMachine(const TrackRule& rule, const TrackSurroundings& surroundings)
      : rule_(rule), surroundings_(surroundings) {}

  std::unique_ptr<TrackWatch> watch(const TrackSubject& subject) const override {
    std::optional<Movement> movement;
    if (const auto* night = std::get_if<NightRule>(&rule_.what)) {
      movement = at_night(*night);
    } else if (const auto* operation = std::get_if<OperationRule>(&rule_.what)) {
      if (!subject.operates) movement = any_day(*operation);
    } else if (const auto* licence = std::get_if<LicenceRule>(&rule_.what)) {
      if (subject.valid_until) movement = after(*licence, *subject.valid_until);
    }
    if (!movement) return nullptr;
    return std::make_unique<MovementWatch>(std::move(*movement), surroundings_.rules.accuracy,
                                           Reporter(rule_, subject, surroundings_));
  }

private:
  const TrackRule& rule_;
  const TrackSurroundings& surroundings_;
};

}  // namespace

TrackWatch::~TrackWatch() = default;
TrackRuleMachine::~TrackRuleMachine() = default;

TrackClock::TrackClock(const std::string& zone)
    : ranges_(offset_ranges(zone, parse_instant("1900-01-01T00:00:00Z"),
                            parse_instant("2500-01-01T00:00:00Z"))) {}

std::optional<std::int64_t> TrackClock::local(Instant at) const {
  const std::int64_t time = to_microseconds(at);
  const auto after = std::upper_bound(
      ranges_.begin(), ranges_.end(), time,
      [](std::int64_t value, const OffsetRange& range) { return value < range.begin; });
  if (after == ranges_.begin() || time >= std::prev(after)->end) return std::nullopt;
  return time + std::prev(after)->offset;
}

std::unique_ptr<TrackRuleMachine> machine_of(const TrackRule& rule,
                                             const TrackSurroundings& surroundings) {
  switch (rule.type()) {
  case TrackRuleType::dwell: return std::make_unique<DwellMachine>(rule, surroundings);
  case TrackRuleType::off_route:
    return std::make_unique<PresenceMachine>(rule, surroundings,
                                             off_route(std::get<RouteRule>(rule.what)));
  case TrackRuleType::area_entered:
    return std::make_unique<PresenceMachine>(rule, surroundings,
                                             in_area(std::get<AreaRule>(rule.what)));
  default: return std::make_unique<MovementMachine>(rule, surroundings);
  }
}

}  // namespace gridcase::rules
