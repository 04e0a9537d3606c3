#pragma once
// Writes deltas inside a transaction that the caller began.

#include "store/rows.hpp"
#include "store/search_index.hpp"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace gridcase::store {

struct CountyRow {
  County county;
  std::int64_t number = 0;  // the code as a number, first in every key
};

// Throws Error corrupt when there is none.
CountyRow read_county(Connection& connection);

std::optional<FirstAnswer> find_first_answer(Connection& connection, std::int64_t county,
                                             const std::string& command_id);

// Everything that may be refused is looked up before anything is written, so that a refused delta
// leaves nothing behind without a savepoint.
class Committer {
public:
  Committer(Connection& connection, NewCodes& codes);

  // After a duplicate, later deltas of the case are in conflict: somebody else has written what
  // they build on, so that the version is the same and the history is not.
  DeltaResult apply(const Delta& delta);
  bool wrote() const noexcept { return wrote_; }
  std::int64_t last_sequence() const noexcept { return row_.county.last_sequence; }
  std::int64_t events() const noexcept { return row_.county.last_sequence - sequence_before_; }
  // Whether the texts of a case were erased.
  bool erased() const noexcept { return erased_; }
  // Once, after the last delta.
  void finish();

private:
  // What is needed of a row before it is replaced.
  struct Before {
    std::int64_t version = 0;
    State state = State::none;
    bool is_open = false;
    std::int64_t grid = 0;
    std::int64_t township = 0;
    std::int64_t holder = 0;
    std::optional<Instant> resume_at;
    bool erased = false;
    std::int64_t village = 0;
    std::int64_t reporter_unit = 0;
    std::int64_t checker = 0;
    std::int64_t about = 0;
    std::int64_t category = 0;
    Nature nature = Nature::ordinary;
    Instant occurred{};
    Instant reported{};
    std::optional<Point> point;
  };

  DeltaResult apply_or_leave(const Delta& delta);
  std::optional<Before> read_before(CaseId id);
  DeltaOutcome look_up(const Delta& delta, const std::optional<Before>& before, FirstAnswer& first);
  std::optional<CaseId> holder_of(const ExternalId& external_id);
  void write(const Delta& delta, const std::optional<Before>& before);
  void write_history(const Record& record);
  void write_line(const Delta& delta);
  void write_consumer(const Consumer& consumer);
  void write_case(const Delta& delta, const std::optional<Before>& before);
  void write_assignments(CaseId id, const std::vector<Assignment>& assignments, bool new_case);
  void write_clocks(const Delta& delta);
  void move_deadline(CaseId id, std::int32_t clock, std::optional<Instant> before,
                     std::optional<Instant> after);
  void write_external_ids(const Delta& delta);
  void write_figures(const Delta& delta);
  void write_subjects(const Delta& delta);
  void write_texts(const Delta& delta, const std::optional<Before>& before);
  void write_sights(const Delta& delta, const std::optional<Before>& before);
  void write_occurrence(const Delta& delta, const std::optional<Before>& before);
  void erase(CaseId id);
  using Units = std::vector<std::int64_t>;

  Connection& connection_;
  NewCodes& codes_;
  CountyRow row_;
  const std::int64_t sequence_before_;
  SearchIndex search_;
  Units assigned_before_;  // of the delta that is being written
  Units assigned_;
  std::set<CaseId> left_;  // cases with a duplicate
  bool wrote_ = false;
  bool erased_ = false;
};

}  // namespace gridcase::store
