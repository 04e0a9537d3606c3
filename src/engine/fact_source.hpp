#pragma once
// Where the facts that figures are reckoned from come from: those that are kept, put right by what
// was recorded since; or the histories themselves, as far as they were recorded by then.

#include "engine/following.hpp"
#include "engine/reckoned.hpp"
#include "engine/rulebooks.hpp"
#include "store/store.hpp"

#include <gridcase/measure.hpp>

#include <functional>
#include <string>
#include <vector>

namespace gridcase::engine {

// Which facts are asked for.
struct FactsAsked {
  Dimension by = Dimension::total;
  std::string key;      // of facts that are read as such; of all if empty
  std::string channel;  // of all if empty
  Period period;
  // Up to there; with a time from the histories of all cases.
  Until until;
};

// Which facts count: by their day in the zone of the county, up to an instant, of a channel.
class FactWindow {
public:
  FactWindow(const FactsAsked& asked, Instant until, std::string zone)
      : days_(asked.period), channel_(asked.channel), until_(until), zone_(std::move(zone)) {}

  bool has(const Fact& fact) const;
  Date day_of(const Fact& fact) const { return date_of(fact.at, zone_); }
  Instant until() const noexcept { return until_; }
  const std::string& zone() const noexcept { return zone_; }

private:
  Period days_;
  std::string channel_;
  Instant until_;
  std::string zone_;
};

class FactSource {
public:
  // Facts up to `now`, of cases within the scope. `reckoned`: where other questions left theirs.
  FactSource(store::Store& store, Rulebooks& rulebooks, FactsAsked asked, model::Scope scope,
             Instant now, Reckoned* reckoned = nullptr);

  // Takes what is read as it is kept.
  using Kept = std::function<void(const store::FactReading& reading)>;
  // Takes facts that are to be added, or with -1 taken out of that again.
  using Correct = std::function<void(const Fact& fact, std::int64_t count)>;
  // Returns the last event of the history that was taken in.
  std::int64_t read(const std::vector<store::FactSelection>& selections, const Kept& kept,
                    const Correct& correct);

  // All facts that the selections are about.
  std::vector<Fact> read_all(const std::vector<store::FactSelection>& selections);

  const FactWindow& window() const noexcept { return window_; }

private:
  void correct_by(const store::FactReading& reading, const Correct& correct);
  std::int64_t recount(const Correct& correct);
  void each(const std::vector<Fact>& facts, std::int64_t count, const Correct& correct) const;
  bool is_visible(CaseId id);
  std::vector<Fact> facts_of(CaseId id, const Until& until);
  Reckoned::Facts facts_at(std::int64_t last_sequence, CaseId id);

  store::Store& store_;
  const rules::WaitedFor moments_;
  const FactsAsked asked_;
  const model::Scope scope_;
  const FactWindow window_;
  Reckoned* const reckoned_;
};

}  // namespace gridcase::engine
