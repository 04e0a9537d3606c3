#include "engine/bulk_line.hpp"

#include "rules/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gridcase::engine {
namespace {

// The plain word by which the events of a bulk are known on the line.
constexpr const char* begin_word = "bulk.begin";
constexpr const char* part_word = "bulk.part";
constexpr const char* end_word = "bulk.end";

Action said(const std::string& command_id, const char* word, std::string text) {
  Action action;
  action.kind = ActionKind::comment;
  action.command_id = command_id;
  action.tool = word;
  action.note = std::move(text);
  return action;
}

}  // namespace

BulkLine::BulkLine(store::Store& store, Writer* writer, std::string key)
    : store_(store), writer_(writer), key_(std::move(key)),
      begin_(std::string(rules::bulk_command) + key_), prefix_(begin_ + ":"),
      end_(prefix_ + "end") {}

std::string BulkLine::command_of(CaseId id) const {
  return prefix_ + std::to_string(to_number(id));
}

std::string BulkLine::command_of_part(std::int64_t number) const {
  return fmt::format("{}at.{}", prefix_, number);
}

std::optional<Event> BulkLine::read(const std::string& command_id) const {
  const auto record = store_.event_of(command_id);
  if (!record) return std::nullopt;
  return store::decode(*record);
}

std::optional<Event> BulkLine::begun() const { return read(begin_); }

// Text and parties are compared as they are stored. What was erased can be no proof of sameness.
Event BulkLine::begin(const Bulk& bulk, const Actor& actor, Instant now) {
  Action action = said(begin_, begin_word, model::write_bulk(bulk));
  action.parties = bulk.action.parties;
  action.other_case = store_.last_case();
  auto first = begun();
  if (!first) {
    writer_->note(action, actor, now);
    first = begun();
  }
  const auto personal = [](const Action& of) { return model::split(of, {}).personal; };
  if (first && first->action.tool == begin_word && first->action.note == action.note &&
      personal(first->action) == personal(action) && first->actor.unit == actor.unit) {
    return *std::move(first);
  }
  throw Error(ErrorCode::invalid_argument,
              fmt::format("the key {} was used for another bulk; give each its own, and do the "
                          "same one again with the same query, action and unit",
                          key_),
              "key");
}

BulkProgress BulkLine::progress() const {
  BulkProgress whole;
  for (; const auto event = read(command_of_part(whole.parts + 1)); ++whole.parts) {
    // Each part lists what is new, and counts everything.
    std::vector<BulkVerdict> listed = std::move(whole.tally.listed);
    whole.tally = model::read_tally(event->action.note).tally;
    listed.insert(listed.end(), whole.tally.listed.begin(), whole.tally.listed.end());
    whole.tally.listed = std::move(listed);
  }
  return whole;
}

void BulkLine::advance(const BulkProgress& before, const model::BulkTally& tally,
                       const Actor& actor, Instant now) {
  model::BulkTally part = tally;
  const auto known = static_cast<std::ptrdiff_t>(before.tally.listed.size());
  part.listed.erase(part.listed.begin(), part.listed.begin() + known);
  writer_->note(
      said(command_of_part(before.parts + 1), part_word, model::write_tally(part, count_done())),
      actor, now);
}

// Ids begin with a digit, and the colon is the character after the digits.
std::int64_t BulkLine::count_done() const {
  return store_.count_commands(prefix_ + "0", prefix_ + ":");
}

void BulkLine::end(const model::BulkTally& tally, const Actor& actor, Instant now) {
  writer_->note(said(end_, end_word, model::write_tally(tally, count_done())), actor, now);
}

BulkReport BulkLine::report(const model::BulkTally& tally, std::int64_t done) const {
  BulkReport report;
  report.key = key_;
  report.done = done;
  report.refused = tally.refused;
  report.failed = tally.failed;
  report.cases = report.done + report.refused + report.failed;
  report.refusals = tally.refusals;
  report.verdicts = tally.listed;
  if (const auto first = begun()) report.from_sequence = first->sequence;
  return report;
}

std::optional<BulkReport> BulkLine::receipt() const {
  const auto last = read(end_);
  if (!last) return std::nullopt;
  const model::WrittenTally written = model::read_tally(last->action.note);
  BulkReport whole = report(written.tally, written.done);
  whole.finished = true;
  whole.until_sequence = last->sequence;
  return whole;
}

}  // namespace gridcase::engine
