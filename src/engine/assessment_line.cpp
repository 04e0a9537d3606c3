#include "engine/assessment_line.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/date_json.hpp"
#include "rules/decide.hpp"

#include <fmt/format.h>

namespace gridcase::engine {
namespace {

// The plain words by which the events are known on the line.
constexpr const char* marks_word = "score.marks";
constexpr const char* freeze_word = "score.freeze";
constexpr const char* text_word = "score.frozen";
constexpr const char* stars_word = "stars.given";

Action said(std::string command_id, const char* word, std::string text) {
  Action action;
  action.kind = ActionKind::comment;
  action.command_id = std::move(command_id);
  action.tool = word;
  action.note = std::move(text);
  return action;
}

std::optional<Event> event_of(store::Store& store, const std::string& command_id) {
  const auto record = store.event_of(command_id);
  if (!record) return std::nullopt;
  return store::decode(*record);
}

// The events that are numbered from 1 after a prefix.
template <typename Each>
void each_numbered(store::Store& store, const std::string& prefix, Each each) {
  for (std::int64_t number = 1;; ++number) {
    const auto event = event_of(store, prefix + std::to_string(number));
    if (!event) return;
    each(*event);
  }
}

// Writes under the next number. Another process may be first: then under the one after it.
void note_numbered(store::Store& store, Writer& writer, const std::string& prefix, Action action,
                   const Actor& actor, Instant now) {
  for (std::int64_t number = 1;; ++number) {
    action.command_id = prefix + std::to_string(number);
    if (store.event_of(action.command_id)) continue;
    writer.note(action, actor, now);
    const auto written = event_of(store, action.command_id);
    if (written && written->action.tool == action.tool && written->action.note == action.note)
      return;
  }
}

std::string write_frozen(const FrozenPeriod& frozen) {
  base::JsonWriter out;
  out.begin_object().field("rules", frozen.rules);
  out.field("from", format_date(frozen.period.from));
  out.field("until", format_date(frozen.period.until));
  out.field("policy_version", frozen.policy_version).field("sequence", frozen.sequence);
  out.field("sha256", frozen.freeze.sha256);
  return out.end_object().take();
}

FrozenPeriod read_frozen(const std::string& text) {
  FrozenPeriod frozen;
  base::read_document(text, "frozen period", [&](base::ObjectReader& in) {
    in.read("rules", frozen.rules);
    model::read_required_date(in, "from", frozen.period.from);
    model::read_required_date(in, "until", frozen.period.until);
    in.read("policy_version", frozen.policy_version);
    in.read("sequence", frozen.sequence);
    in.read("sha256", frozen.freeze.sha256);
  });
  return frozen;
}

}  // namespace

std::optional<FrozenPeriod> frozen_period_in(const Event& event) {
  if (event.action.tool != freeze_word) return std::nullopt;
  FrozenPeriod frozen = read_frozen(event.action.note);
  frozen.freeze.recorded = event.recorded;
  frozen.freeze.actor = event.actor;
  return frozen;
}

// ---- scores

AssessmentLine::AssessmentLine(store::Store& store, Writer* writer, std::string rules)
    : store_(store), writer_(writer), rules_(std::move(rules)) {}

// Codes have no colon.
std::string AssessmentLine::prefix_of(const Period& period) const {
  return fmt::format("{}{}:{}:{}", rules::score_command, rules_, format_date(period.from),
                     format_date(period.until));
}

std::string AssessmentLine::freeze_command(std::int64_t number) const {
  return fmt::format("{}{}:freeze.{}", rules::score_command, rules_, number);
}

std::vector<ScoreMark> AssessmentLine::marks(const Period& period,
                                             const std::optional<Instant>& as_of) const {
  std::vector<ScoreMark> all;
  each_numbered(store_, prefix_of(period) + ":marks.", [&](const Event& event) {
    if (as_of && event.recorded > *as_of) return;
    for (ScoreMark& mark : read_score_marks(event.action.note))
      all.push_back(std::move(mark));
  });
  return all;
}

void AssessmentLine::give(const Period& period, const std::vector<ScoreMark>& marks,
                          const Actor& actor, Instant now) {
  note_numbered(store_, *writer_, prefix_of(period) + ":marks.",
                said({}, marks_word, write_score_marks(marks)), actor, now);
}

std::optional<FrozenPeriod> AssessmentLine::frozen(std::int64_t number) const {
  const auto event = event_of(store_, freeze_command(number));
  return event ? frozen_period_in(*event) : std::nullopt;
}

std::vector<FrozenPeriod> AssessmentLine::frozen() const {
  std::vector<FrozenPeriod> list;
  while (auto next = frozen(static_cast<std::int64_t>(list.size()) + 1))
    list.push_back(*std::move(next));
  return list;
}

bool AssessmentLine::is_frozen(const Period& period) const {
  return store_.event_of(prefix_of(period)).has_value();
}

std::string AssessmentLine::text_of(const Period& period) const {
  const auto event = event_of(store_, prefix_of(period));
  if (event) return event->action.note;
  throw Error(ErrorCode::corrupt, fmt::format("the frozen scores {} of {} are not in the history",
                                              rules_, format_period(period)));
}

// The scores and the line that says so come in one commit. Another process may take the number, or
// freeze the same period: then the period is frozen, once.
void AssessmentLine::freeze(const FrozenPeriod& frozen, const std::string& text, const Actor& actor,
                            Instant now) {
  const Action scores = said(prefix_of(frozen.period), text_word, text);
  const std::string line = write_frozen(frozen);
  for (std::int64_t number = 1;; ++number) {
    const std::string command = freeze_command(number);
    if (!store_.event_of(command))
      writer_->note({scores, said(command, freeze_word, line)}, actor, now);
    const auto written = this->frozen(number);
    if (written && written->period.from == frozen.period.from &&
        written->period.until == frozen.period.until) {
      return;
    }
  }
}

// ---- stars

StarLine::StarLine(store::Store& store, Writer* writer, std::string scheme)
    : store_(store), writer_(writer), prefix_(fmt::format("{}{}:", rules::stars_command, scheme)) {}

std::vector<RatingEvent> StarLine::events() const {
  std::vector<RatingEvent> all;
  each_numbered(store_, prefix_, [&](const Event& event) {
    for (RatingEvent& one : read_rating_events(event.action.note))
      all.push_back(std::move(one));
  });
  return all;
}

void StarLine::give(const std::vector<RatingEvent>& events, const Actor& actor, Instant now) {
  note_numbered(store_, *writer_, prefix_, said({}, stars_word, write_rating_events(events)), actor,
                now);
}

}  // namespace gridcase::engine
