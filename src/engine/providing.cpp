// Source: 加盟企业 (companies that joined do jobs for residents, who rate them).
#include "engine/providing.hpp"

#include "engine/matter.hpp"
#include "engine/reading.hpp"
#include "engine/roll.hpp"
#include "model/organization_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>

namespace gridcase::engine {
namespace {

constexpr std::chrono::hours rated_for(365 * 24);

// The ground a unit serves: what is named, else that of its parent.
std::vector<std::string> grounds_of(const Directory& directory, const Unit& unit) {
  const Unit* on = &unit;
  while (on->territory.empty() && !model::is_on_command_line(on->kind))
    on = directory.unit(on->parent);
  return on->territory.empty() ? std::vector<std::string>{on->code} : on->territory;
}

// The grounds of the unit's that the case lies in; empty if it lies elsewhere. What lies with a
// unit beside the command line may lie anywhere on the ground that unit serves.
std::vector<std::string> grounds_served(const Directory& directory, const Unit& unit,
                                        const std::string& place) {
  const Unit* lies_with = directory.unit(place);
  if (lies_with == nullptr) return {};
  const auto grounds = grounds_of(directory, unit);
  std::vector<std::string> served;
  for (const std::string& one : grounds_of(directory, *lies_with)) {
    const auto ground =
        std::find_if(grounds.begin(), grounds.end(), [&](const std::string& candidate) {
          return directory.is_within(one, candidate);
        });
    if (ground == grounds.end()) return {};
    if (std::find(served.begin(), served.end(), *ground) == served.end()) served.push_back(*ground);
  }
  return served;
}

// Stars as a fraction, so that equal means are equal.
struct Stars {
  std::int64_t sum = 0;
  std::int64_t ratings = 0;

  friend bool operator>(const Stars& a, const Stars& b) {
    return a.sum * b.ratings > b.sum * a.ratings;
  }
  double mean() const { return static_cast<double>(sum) / static_cast<double>(ratings); }
};

class Choice {
public:
  Choice(const Rulebook& rules, const Matter& matter, Roll& roll, std::vector<Rating> ratings)
      : directory_(rules.directory), matter_(matter), roll_(roll) {
    for (Rating& one : ratings)
      ratings_[one.unit] = std::move(one);
  }

  void consider(const Unit& unit) {
    const auto grounds = grounds_served(directory_, unit, matter_.ground());
    if (grounds.empty() || !matter_.may_be_sent(unit.code) || !roll_.on_duty(unit) ||
        !roll_.has_room(unit)) {
      return;
    }
    ProposedProvider& it = found_.emplace_back();
    it.unit = unit.code;
    it.metres = matter_.metres_from(unit);
    it.rating.unit = unit.code;
    const auto rated = ratings_.find(unit.code);
    if (rated != ratings_.end()) it.rating = rated->second;
    all_.sum += it.rating.stars;
    all_.ratings += it.rating.rated;
    it.because = fmt::format("serves {}", fmt::join(grounds, ", "));  // the rest when all are known
  }

  std::vector<ProposedProvider> best(std::size_t count) {
    std::sort(found_.begin(), found_.end(), [&](const auto& a, const auto& b) {
      const Stars of_a = stars_of(a);
      const Stars of_b = stars_of(b);
      if (of_a > of_b || of_b > of_a) return of_a > of_b;
      if (a.metres != b.metres) return a.metres && (!b.metres || *a.metres < *b.metres);
      return a.unit < b.unit;
    });
    if (found_.size() > count) found_.resize(count);
    for (ProposedProvider& it : found_)
      explain(it);
    return std::move(found_);
  }

private:
  // One that nobody rated is neither first nor last for it: it has the mean of all ratings.
  Stars stars_of(const ProposedProvider& it) const {
    return it.rating.rated > 0 ? Stars{it.rating.stars, it.rating.rated} : all_;
  }

  void explain(ProposedProvider& it) {
    const std::int64_t ratings = it.rating.rated;
    if (ratings > 0) {
      it.because += fmt::format(", {:.1f} stars of {} rating{}", stars_of(it).mean(), ratings,
                                ratings == 1 ? "" : "s");
    } else {
      it.because += ", not rated";
      if (all_.ratings > 0) it.because += fmt::format(", counts as {:.1f} stars", all_.mean());
    }
    it.because += fmt::format(
        ", {}, {}", it.metres ? distance_in_words(*it.metres) : std::string("no distance is known"),
        roll_.in_words(*directory_.unit(it.unit)));
  }

  const Directory& directory_;
  const Matter& matter_;
  Roll& roll_;
  std::map<std::string, Rating> ratings_;
  Stars all_;  // of those found
  std::vector<ProposedProvider> found_;
};

// What anybody in the county says counts, whoever asks: it shows no case.
std::vector<Rating> latest_ratings(store::Store& store, Instant now) {
  return store.ratings(now - rated_for, now, model::whole_county());
}

}  // namespace

std::vector<ProposedProvider> propose_providers(store::Store& store, const Rulebook& rules,
                                                CaseId id, const Job& job, const Actor& actor,
                                                Instant now) {
  if (job.skill.empty()) {
    throw Error(ErrorCode::invalid_argument, "name the skill, one of the capabilities of providers",
                "skill");
  }
  const auto loaded = read_visible(store, rules, id, actor);
  if (!loaded || is_end(loaded->snapshot.summary.position.state)) return {};
  const Matter matter(rules, loaded->snapshot.summary, actor, now);
  Roll roll(store, rules, now);
  Choice choice(rules, matter, roll, latest_ratings(store, now));
  for (const Unit& unit : rules.directory.organization().units) {
    if (unit.kind != UnitKind::provider || !has_capability(unit, job.skill)) continue;
    if (rules::open_assignment(loaded->snapshot, unit.code) == nullptr) choice.consider(unit);
  }
  return choice.best(job.count);
}

std::vector<Rating> ratings(store::Store& store, const Rulebook& rules, Instant from, Instant until,
                            const Actor& actor) {
  return store.ratings(from, until, scope_of(rules, actor));
}

}  // namespace gridcase::engine
