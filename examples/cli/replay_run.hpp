#pragma once
// Takes the requests through the engine in the order of time.

#include "replay_organization.hpp"

#include <gridcase/engine.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace gridcase::cli::replay {

// Where the points lie, against the grid the city wrote down.
struct Places {
  std::int64_t in_recorded = 0;  // the point lies in the recorded grid
  std::int64_t in_another = 0;
  std::int64_t in_none = 0;
  std::int64_t no_point = 0;
  std::int64_t no_recorded = 0;  // no grid was recorded, or none that exists
};

// One run. Resubmitting is harmless: every action has an id of its own that follows from the row,
// so a run that was killed is finished by the same command again.
class Run {
public:
  Run(Engine& engine, const Mapping& mapping, const Codes& codes, Source& source,
      Troubles& troubles);

  // `window` requests or closings at a time: their reports in one batch, what follows in another.
  void all(std::size_t window, const std::function<void(std::int64_t)>& progress);

  const Places& places() const noexcept { return places_; }
  std::int64_t actions() const noexcept { return actions_; }

private:
  // What the rows say, looked up.
  struct Plan {
    Request request;
    std::string category, grid, township, department;
    std::string ground;  // the grid, recorded or found by the point
    Entry entry;         // as far as the ground is known
    std::string stands;  // the township of the recorded grid, where the row names another
    std::string reporter, holder, handler;
  };
  // An opening or a closing.
  struct Item {
    std::size_t row;
    bool closing;
  };

  Plan plan(const Row& row);
  void note_unknown(const Row& row, const Plan& plan);
  void count_place(const Plan& plan);
  std::vector<Item> next_window(std::size_t window);
  void open(const std::vector<Item>& items);
  void add_report(std::size_t row, const Plan& plan);
  void report_without_due();
  void follow(const std::vector<Item>& items);
  void add_opening(std::size_t row, const Plan& plan);
  void add_closing(std::size_t row, const Plan& plan, Instant when);
  Action& add(std::size_t row, ActionKind kind, const std::string& unit, Instant when, Instant now);
  void submit();
  void take(const Submission& submission, const Answer& answer, std::size_t row);

  Engine& engine_;
  Directory directory_;
  const Mapping& mapping_;
  const Codes& codes_;
  Source& source_;
  Troubles& troubles_;
  std::vector<Submission> submissions_;
  std::vector<std::size_t> rows_of_;      // the row of each submission
  std::vector<std::size_t> without_due_;  // rows whose limit was refused, to be reported again
  std::vector<std::uint32_t> closings_;   // rows in the order of closing
  std::size_t next_opening_ = 0, next_closing_ = 0;
  std::uint32_t system_hash_;
  Places places_;
  std::int64_t actions_ = 0;
};

}  // namespace gridcase::cli::replay
