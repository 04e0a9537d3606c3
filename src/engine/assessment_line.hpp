#pragma once
// What the county's own line of history tells of scores and stars: marks, frozen periods,
// assessments and vetoes. Each has a command id that says where it belongs, so that it can be found
// and happens once.

#include "engine/writer.hpp"
#include "store/store.hpp"

#include <gridcase/assessment.hpp>

#include <optional>
#include <string>
#include <vector>

namespace gridcase::engine {

class AssessmentLine {
public:
  // `writer` is null for those who only ask.
  AssessmentLine(store::Store& store, Writer* writer, std::string rules);

  // In the order in which they were given; those recorded by then, if a time is given.
  std::vector<ScoreMark> marks(const Period& period, const std::optional<Instant>& as_of) const;
  void give(const Period& period, const std::vector<ScoreMark>& marks, const Actor& actor,
            Instant now);

  // One after the other.
  std::vector<FrozenPeriod> frozen() const;
  bool is_frozen(const Period& period) const;
  // The text of one; throws Error corrupt when there is none.
  std::string text_of(const Period& period) const;
  void freeze(const FrozenPeriod& frozen, const std::string& text, const Actor& actor, Instant now);

private:
  std::string prefix_of(const Period& period) const;
  std::string freeze_command(std::int64_t number) const;
  std::optional<FrozenPeriod> frozen(std::int64_t number) const;

  store::Store& store_;
  Writer* writer_;
  std::string rules_;
};

// What an event of the line says of a frozen period; nothing for other events.
std::optional<FrozenPeriod> frozen_period_in(const Event& event);

class StarLine {
public:
  StarLine(store::Store& store, Writer* writer, std::string scheme);

  std::vector<RatingEvent> events() const;
  void give(const std::vector<RatingEvent>& events, const Actor& actor, Instant now);

private:
  store::Store& store_;
  Writer* writer_;
  std::string prefix_;
};

}  // namespace gridcase::engine
