#pragma once
// A small county to act in: an engine over a store that disappears, and a clock that moves only
// when it is told.

#include "support/organizations.hpp"

#include <gridcase/gridcase.hpp>

#include <functional>
#include <optional>
#include <string>

namespace gridcase::test {

// Units of small_organization().
inline const std::string centre = "330881";
inline const std::string room = "330881001";
inline const std::string other_room = "330881101";
inline const std::string village = "330881001001";
inline const std::string grid = "330881001001001";
inline const std::string other_grid = "330881101201001";
inline const std::string drains = "sz";
inline const std::string traffic = "jj";

// A folder that is removed with everything in it.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

private:
  std::string path_;
};

// Bytes that look random and are the same in every run.
std::function<void(std::uint8_t*, std::size_t)> seeded_entropy(std::uint64_t seed);

using Edit = std::function<void(Action&)>;

class County {
public:
  explicit County(CaseRules rules = {}, Organization organization = small_organization());
  explicit County(const Policy& policy);

  Engine& engine() { return *engine_; }
  const std::string& path() const { return path_; }
  const EngineOptions& options() const { return options_; }
  // Closes the engine and opens the store again.
  void reopen();
  // Closes it, so that another process may open the store.
  void close() { engine_.reset(); }

  Instant now() const { return now_; }
  void pass(Duration time) { now_ += time; }
  // Civil time of the county, as in parse_local.
  void wait_until(const std::string& time) { now_ = parse_local(time, "Asia/Shanghai"); }

  // A minute passes with each action.
  Answer act(ActionKind kind, CaseId id, const std::string& unit, const Edit& edit = {});
  // A report by the grid worker, or whoever is named; the case it made.
  CaseId report(const std::string& unit = grid, const Edit& edit = {});
  // Fails the test unless the action is committed.
  Answer must(ActionKind kind, CaseId id, const std::string& unit, const Edit& edit = {});

  // The same at a civil time of the county.
  Answer must_at(const std::string& time, ActionKind kind, CaseId id, const std::string& unit,
                 const Edit& edit = {});
  CaseId report_at(const std::string& time, const std::string& unit = grid, const Edit& edit = {});

  // The clock of a milestone that started last; fails the test if there is none.
  Clock clock(CaseId id, const std::string& milestone);
  std::vector<ClockView> clocks(CaseId id);
  TickReport tick_at(const std::string& time);

  Case whole(CaseId id) { return *engine_->get(id, {centre, "", ""}); }
  State state(CaseId id) { return whole(id).position.state; }

  // Brings a new case to where units have their orders: drains lead, traffic assists.
  CaseId dispatched();
  // … and to where both are at work.
  CaseId handling();
  // … and to where both have finished.
  CaseId in_review();

private:
  TemporaryFolder folder_;
  std::string path_;
  EngineOptions options_;
  Instant now_;
  std::optional<Engine> engine_;
};

// Shorthands for edits.
Edit because(std::string reason);
Edit with_orders(std::vector<Order> orders);
Edit passed(bool yes);

}  // namespace gridcase::test
