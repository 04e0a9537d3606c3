#include "rules/track_watch.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gridcase {

namespace {

bool is_wanted(const TrackRule& rule, const TrackSubject& subject) {
  return rule.kinds.empty() ||
         std::find(rule.kinds.begin(), rule.kinds.end(), subject.kind) != rule.kinds.end();
}

void check(const TrackPosition& position) {
  const auto refuse = [](const char* field, const std::string& message) {
    throw Error(ErrorCode::invalid_argument, message, field);
  };
  if (position.subject.empty()) refuse("subject", "a position names no subject");
  if (!is_valid(position.place)) {
    refuse("place", "a position of " + position.subject +
                        " is off the earth: give degrees of WGS 84, longitude -180 … 180, "
                        "latitude -90 … 90");
  }
  if (position.speed && !(std::isfinite(*position.speed) && *position.speed >= 0)) {
    refuse("speed", "a position of " + position.subject +
                        " has no speed that is one: give metres a second, 0 or more");
  }
}

std::vector<Fault> errors_in(const TrackRules& rules) {
  std::vector<Fault> faults = validate(rules);
  faults.erase(std::remove_if(faults.begin(), faults.end(),
                              [](const Fault& f) { return f.severity != Severity::error; }),
               faults.end());
  return faults;
}

const TrackRules& checked(const TrackRules& rules) {
  std::vector<Fault> faults = errors_in(rules);
  if (!faults.empty()) throw DocumentError("track rules", std::move(faults));
  return rules;
}

}  // namespace

class TrackWatcher::State {
public:
  explicit State(const TrackRules& rules)
      : rules_(checked(rules)), surroundings_{rules_, rules::TrackSites(rules_.sites),
                                              rules::TrackClock(rules_.zone)} {
    for (const TrackSubject& subject : rules_.subjects)
      known_.emplace(subject.code, &subject);
    for (const TrackRule& rule : rules_.rules)
      machines_.push_back(rules::machine_of(rule, surroundings_));
  }

  std::vector<TrackFinding> take(const TrackPosition& position) {
    check(position);
    const auto local = surroundings_.clock.local(position.at);
    if (!local) {
      throw Error(ErrorCode::invalid_argument,
                  "a position of " + position.subject + " is not between 1900 and 2499", "at");
    }
    std::vector<TrackFinding> findings;
    const auto found = tracks_.find(position.subject);
    if (found == tracks_.end()) {
      Track& track = tracks_.emplace(position.subject, begin(position)).first->second;
      step(track, {position, true, *local}, findings);
      return findings;
    }
    Track& track = found->second;
    if (position == track.latest) return findings;
    if (position.at <= track.latest.at) {
      throw Error(ErrorCode::invalid_argument,
                  "a position of " + position.subject + " is of " +
                      format_instant(position.at, rules_.zone) + ", not later than its latest of " +
                      format_instant(track.latest.at, rules_.zone) +
                      ": give them in the order of time, or leave it out",
                  "at");
    }
    const bool gap = position.at - track.latest.at > rules_.longest_gap;
    step(track, {position, gap, *local}, findings);
    return findings;
  }

  std::vector<TrackFinding> open() const {
    std::vector<std::pair<std::string, const Track*>> tracks;
    for (const auto& [subject, track] : tracks_)
      tracks.emplace_back(subject, &track);
    std::sort(tracks.begin(), tracks.end());
    std::vector<TrackFinding> findings;
    for (const auto& entry : tracks) {
      for (const auto& watch : entry.second->watches) {
        if (auto finding = watch->open()) findings.push_back(std::move(*finding));
      }
    }
    return findings;
  }

private:
  struct Track {
    TrackPosition latest;
    std::vector<std::unique_ptr<rules::TrackWatch>> watches;  // in the order of the rules
  };

  Track begin(const TrackPosition& position) const {
    Track track;
    TrackSubject unlisted;
    unlisted.code = position.subject;
    const auto found = known_.find(position.subject);
    const TrackSubject& subject = found == known_.end() ? unlisted : *found->second;
    for (std::size_t i = 0; i < machines_.size(); ++i) {
      if (!is_wanted(rules_.rules[i], subject)) continue;
      if (auto watch = machines_[i]->watch(subject)) track.watches.push_back(std::move(watch));
    }
    return track;
  }

  static void step(Track& track, const rules::TrackStep& step,
                   std::vector<TrackFinding>& findings) {
    for (const auto& watch : track.watches)
      watch->take(step, findings);
    track.latest = step.position;
  }

  const TrackRules rules_;
  const rules::TrackSurroundings surroundings_;
  std::unordered_map<std::string, const TrackSubject*> known_;
  std::vector<std::unique_ptr<rules::TrackRuleMachine>> machines_;
  std::unordered_map<std::string, Track> tracks_;
};

TrackWatcher::TrackWatcher(const TrackRules& rules) : state_(std::make_unique<State>(rules)) {}
TrackWatcher::~TrackWatcher() = default;
TrackWatcher::TrackWatcher(TrackWatcher&&) noexcept = default;
TrackWatcher& TrackWatcher::operator=(TrackWatcher&&) noexcept = default;

std::vector<TrackFinding> TrackWatcher::take(const TrackPosition& position) {
  return state_->take(position);
}

std::vector<TrackFinding> TrackWatcher::open() const { return state_->open(); }

std::vector<TrackFinding> find_in_tracks(const TrackRules& rules,
                                         std::vector<TrackPosition> positions) {
  std::stable_sort(positions.begin(), positions.end(),
                   [](const TrackPosition& a, const TrackPosition& b) { return a.at < b.at; });
  TrackWatcher watcher(rules);
  std::vector<TrackFinding> findings;
  for (const TrackPosition& position : positions) {
    for (TrackFinding& finding : watcher.take(position)) {
      if (!finding.open) findings.push_back(std::move(finding));
    }
  }
  for (TrackFinding& finding : watcher.open())
    findings.push_back(std::move(finding));
  std::sort(findings.begin(), findings.end(), [](const TrackFinding& a, const TrackFinding& b) {
    return std::tie(a.from, a.subject, a.rule) < std::tie(b.from, b.subject, b.rule);
  });
  return findings;
}

}  // namespace gridcase
