#pragma once
// A bulk as the county's own line of history tells it: that it was begun, and with what; how far it
// is; how it ended. And the command ids that make each of it happen once.

#include "engine/writer.hpp"
#include "model/bulk_json.hpp"
#include "store/store.hpp"

#include <gridcase/query.hpp>

#include <optional>
#include <string>

namespace gridcase::engine {

// Refused verdicts in a report.
constexpr std::size_t most_listed_verdicts = 1000;

// How far a bulk is, and in how many parts that was written down.
struct BulkProgress {
  model::BulkTally tally;
  std::int64_t parts = 0;
};

class BulkLine {
public:
  // `writer` is null for those who only ask.
  BulkLine(store::Store& store, Writer* writer, std::string key);

  // "bulk.KEY:" and the id of the case. A key has no colon.
  std::string command_of(CaseId id) const;

  // The event that began it.
  std::optional<Event> begun() const;
  // The last case that existed then.
  static CaseId bound(const Event& begun) { return begun.action.other_case; }
  // Writes that it begins, unless it was begun. Throws Error invalid_argument when the key was used
  // for anything else.
  Event begin(const Bulk& bulk, const Actor& actor, Instant now);

  // How far it was when a call came to its end last.
  BulkProgress progress() const;
  // Writes how far it is since `before`, unless somebody else who began from there did.
  void advance(const BulkProgress& before, const model::BulkTally& tally, const Actor& actor,
               Instant now);

  bool is_done(CaseId id) const { return store_.event_of(command_of(id)).has_value(); }
  std::int64_t count_done() const;

  // Writes that it ended, with the receipt, unless somebody else did.
  void end(const model::BulkTally& tally, const Actor& actor, Instant now);
  bool has_ended() const { return store_.event_of(end_).has_value(); }
  // The receipt; nothing before the end.
  std::optional<BulkReport> receipt() const;
  // As far as it is.
  BulkReport report(const model::BulkTally& tally, std::int64_t done) const;

private:
  std::optional<Event> read(const std::string& command_id) const;
  std::string command_of_part(std::int64_t number) const;

  store::Store& store_;
  Writer* writer_;
  std::string key_;
  std::string begin_;  // command ids
  std::string prefix_;
  std::string end_;
};

}  // namespace gridcase::engine
