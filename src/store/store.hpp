#pragma once
// The seam between the engine and a database. Above it nobody knows SQL; below it nobody knows
// rules. One store holds one county.

#include "model/scope.hpp"
#include "model/snapshot.hpp"
#include "store/record.hpp"

#include <gridcase/engine.hpp>
#include <gridcase/error.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/query.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gridcase::store {

// SQLite took back the transaction of the host that this was a part of: what was answered in it is
// void.
class RolledBack : public Error {
public:
  explicit RolledBack(const std::string& why);
};

// What is true of the county as a whole.
struct County {
  std::string code;
  base::DigestKind digest = base::DigestKind::sha256;
  std::int64_t policy_version = 0;  // in force
  std::int64_t last_sequence = 0;
  std::int64_t last_commit = 0;
  Instant last_recorded{};
  // Its own line of history: policies, and what was done to many cases at once.
  std::int64_t line_version = 0;
  base::Digest line_head{};
  std::optional<Key> line_key;  // all zero or none as long as the line has no text
};

// A case as the engine needs it to decide and to append.
struct Loaded {
  model::Snapshot snapshot;
  base::Digest head{};     // hash of its latest event
  std::optional<Key> key;  // gone once the case was erased
};

// What a command id came to when it was first submitted.
struct FirstAnswer {
  CaseId case_id = CaseId::none;
  std::int64_t version = 0;
  std::int64_t sequence = 0;
  State state = State::none;
  ActionKind action = ActionKind::comment;
  std::string unit;  // of the actor
};

// A clock that an event changed, and when it was due before.
struct ChangedClock {
  std::int32_t number = 0;
  bool is_new = false;
  std::optional<Instant> due_before;
};

// A figure as it was recorded with an event.
struct StoredFigure {
  std::int64_t version = 0;  // of the case
  std::int32_t number = 0;   // within the event, from 1
  std::string unit;          // that recorded it
  Figure figure;
};

// Likewise a thing the case is about; its name for people stands in the history alone.
struct StoredSubject {
  std::int64_t version = 0;
  std::int32_t number = 0;
  std::string kind;
  std::string code;
};

// How far a reader of the history is: another system that is told of it.
struct Consumer {
  std::string name;
  std::int64_t sequence = 0;  // has everything up to it
};

// Where an event of a case stands.
struct LogPlace {
  std::int64_t sequence = 0;
  CaseId case_id = CaseId::none;
  std::int64_t version = 0;
};

// After the first, up to the last.
struct LogRange {
  std::int64_t after = 0;
  std::int64_t until = 0;
};

// What an event says of the texts that a case is searched by; what it does not say is as before.
struct TextChange {
  std::optional<std::string> title;
  std::optional<std::string> text;
  std::optional<std::string> address;

  bool is_empty() const noexcept { return !title && !text && !address; }
};

// One action's worth of change: all of it or nothing.
struct Delta {
  std::int64_t expected_version = 0;  // of the case before; 0 for a new one
  Record record;                      // sequence and commit are given by `commit`
  Loaded after;  // the rows as they are to be; without a key, texts and personal data go
  std::vector<ExternalId> external_ids;  // new names of the case elsewhere
  std::vector<ChangedClock> clocks;      // each once
  std::vector<Figure> figures;           // recorded with the event
  std::vector<Subject> subjects;         // named with the event
  TextChange texts;
  // Only for an event of the county's own line; kept under the event's policy version.
  std::string policy_document;
  std::optional<Consumer> consumer;  // likewise: a reader that is further
};

enum class DeltaOutcome : std::uint8_t {
  committed = 1,
  duplicate,           // the command id is known; `first` says what it came to
  conflict,            // the case is not at the expected version
  duplicate_external,  // an external id belongs to another case
  duplicate_number,    // the number belongs to another case
};

struct DeltaResult {
  DeltaOutcome outcome = DeltaOutcome::committed;
  std::int64_t sequence = 0;
  FirstAnswer first;
};

struct StoredPolicy {
  std::int64_t version = 0;
  Instant adopted{};
  std::string document;
};

// Something of a case that falls due.
struct Deadline {
  Instant at{};
  CaseId case_id = CaseId::none;
  std::int32_t clock = 0;  // whose rung it is; 0 for the end of a hold
};

struct NamedElsewhere {
  ExternalId external_id;
  CaseId case_id = CaseId::none;
};

// What is searched for. Words are searchable (base/search_terms.hpp), at least one.
struct TextSearch {
  std::vector<std::string> words;
  std::optional<Nature> nature;
  std::vector<std::string> categories;  // all if empty
  bool open_only = false;
  std::optional<Instant> reported_from;
  std::optional<Instant> reported_until;  // exclusive
};

// The searchable texts of a case.
struct SearchedTexts {
  CaseId case_id = CaseId::none;
  std::string title;
  std::string address;
  std::string body;
  bool is_article = false;  // of the knowledge base; only told when it is searched for
};

struct TextsFound {
  std::vector<SearchedTexts> found;  // newest first
  // There are more than these: only the newest were looked at.
  bool partial = false;
};

// An ordinary case, by when and where it happened.
struct Occurrence {
  CaseId case_id = CaseId::none;
  Instant occurred{};
  std::string category;
  std::optional<Point> point;
  std::string title;  // searchable
};

// What lies within a time, and a distance where both have a place.
struct OccurrenceQuery {
  Instant from{};
  Instant until{};  // inclusive
  Instant closest_to{};
  std::vector<std::string> categories;  // all if empty
  std::optional<Point> point;
  double metres = 0;
};

// How far the kept facts are: they follow from the history up to this event. Days are of this zone.
struct FactProgress {
  std::int64_t sequence = 0;
  std::string zone;

  friend bool operator==(const FactProgress& a, const FactProgress& b) {
    return a.sequence == b.sequence && a.zone == b.zone;
  }
};

// The facts of a case, by kind, moment and number.
struct CaseFacts {
  CaseId case_id = CaseId::none;
  std::vector<Fact> facts;
};

// Facts that are read together: of a kind, and of one moment or of all.
struct FactSelection {
  enum class Form : std::uint8_t {
    sums = 1,  // by key and marks
    each,      // every amount by itself
    whole,     // the facts
  };
  FactKind kind = FactKind::reported;
  std::optional<Moment> moment;
  Form form = Form::sums;

  friend bool operator==(const FactSelection& a, const FactSelection& b) {
    return a.kind == b.kind && a.moment == b.moment && a.form == b.form;
  }
};

// Which of them: of these days, and up to an instant (inclusive).
struct FactRange {
  Dimension by = Dimension::total;
  std::string key;      // of the facts that are read as such; of all if empty
  std::string channel;  // of all if empty; what is kept as sums does not know it
  Period days;
  Instant until{};
  std::int64_t sequence = 0;  // as of this event, if it is not beyond the last
};

// Facts with the same key and the same marks.
struct FactSum {
  std::string key;
  Marks marks;
  std::int64_t facts = 0;
  std::int64_t amount = 0;
};

// What is kept, as of one moment of the store.
struct FactReading {
  FactProgress progress;
  std::int64_t last_sequence = 0;          // that is asked for
  std::vector<std::vector<FactSum>> sums;  // for each selection
  std::vector<Fact> whole;                 // for all selections of that form
  // Cases with events after the progress, or after the one that is asked for, those within the
  // scope, with the facts that were kept of them: what is read above holds those still.
  std::vector<CaseFacts> changed;
};

// Cases that events are about.
struct ChangedCases {
  std::int64_t until = 0;  // the last event looked at; 0 if there is none
  std::vector<CaseId> cases;
};

// What a store has done.
struct StoreCounts {
  std::int64_t commits = 0;
  std::int64_t events = 0;  // that were committed, of cases and of the county's own line
  std::int64_t checkpoints = 0;
  std::int64_t failed_checkpoints = 0;
  std::int64_t log_pages = 0;   // of the write-ahead log after the latest commit
  std::int64_t lost_lines = 0;  // of the host's log, whose callback threw
};

class Store {
public:
  virtual ~Store() = default;

  // Of what is written now; nothing if a host's settings promise nothing.
  virtual std::optional<Durability> durability() = 0;
  // On a host's connection: whether the host has a transaction open, which may still be rolled
  // back.
  virtual bool is_provisional() = 0;
  // Likewise: what was written has been committed (true), or rolled back, at least in part. Without
  // a word of the host's `notice_rollback` finds out by itself that something was.
  virtual void settle(bool committed) = 0;
  // Since it was opened; any thread.
  virtual StoreCounts counts() const = 0;
  // Whether what is known beside the store may be of events that were rolled back. True once.
  virtual bool notice_rollback() = 0;

  // For the one writer; calls do not overlap.
  virtual County county() = 0;
  virtual std::vector<std::optional<Loaded>> load(const std::vector<CaseId>& ids) = 0;
  virtual std::optional<FirstAnswer> first_answer(const std::string& command_id) = 0;
  // A fresh id, never given before, for a case recorded on that day.
  virtual CaseId reserve_case_id(Date day) = 0;
  // In one transaction. Throws Error busy (nothing happened), io (nothing happened), or
  // needs_reopen (nobody knows: every delta's fate is open and the store takes no more).
  virtual std::vector<DeltaResult> commit(const std::vector<Delta>& deltas) = 0;
  // Puts the facts of these cases in the place of those that are kept, and the progress forward; in
  // another zone everything kept is dropped before. False, and nothing done, if the progress is no
  // longer `before`. Throws as `commit`.
  virtual bool keep_facts(const FactProgress& before, const FactProgress& after,
                          const std::vector<CaseFacts>& cases) = 0;

  // For readers, from any thread.
  virtual County current_county() = 0;
  // Without an id the county's own line: of its snapshot the two versions are set.
  virtual std::optional<Loaded> read(CaseId id) = 0;
  virtual std::optional<CaseId> case_of(const ExternalId& external_id) = 0;
  // The parts of a case, by id.
  virtual std::vector<model::Part> parts_of(CaseId id) = 0;
  // The last one by id; none if there is none.
  virtual CaseId last_case() = 0;
  // The event with this command id.
  virtual std::optional<Record> event_of(const std::string& command_id) = 0;
  // How many events have a command id in [from, until), by its bytes.
  virtual std::int64_t count_commands(const std::string& from, const std::string& until) = 0;
  // Ascending by version, after `after`, at most `limit`.
  virtual std::vector<Record> history(CaseId id, std::int64_t after, std::int32_t limit) = 0;
  // Ascending by sequence, after `after`, at most `limit`. The outbox, replicas and analytics.
  virtual std::vector<Record> read_log(std::int64_t after, std::int32_t limit) = 0;
  // Likewise the places of those of cases that have a name in the system, that go on from one that
  // has, or that the unit sees other than as its ground; and of contacts that it
  // was asked to take over, perhaps of some others.
  virtual std::vector<LogPlace> concerning(const std::string& system, const std::string& unit,
                                           LogRange range, std::int32_t limit) = 0;
  // 0 if it has acknowledged nothing.
  virtual std::int64_t acknowledged_by(const std::string& consumer) = 0;
  // By name.
  virtual std::vector<Consumer> consumers() = 0;
  virtual CasePage find(const CaseQuery& query, const std::vector<std::string>& categories,
                        const model::Scope& scope) = 0;
  // The records whose texts have all words, those within the scope. Of very many only the newest.
  virtual TextsFound search(const TextSearch& search, const model::Scope& scope) = 0;
  // The searchable texts of a case; nothing if it has none.
  virtual std::optional<SearchedTexts> searched_texts(CaseId id) = 0;
  // At most a thousand, those closest in time.
  virtual std::vector<Occurrence> occurrences(const OccurrenceQuery& query) = 0;
  virtual Board board(const BoardQuery& query, const model::Scope& scope) = 0;
  // By name, measure and unit; drills and annulled cases left out.
  virtual std::vector<FigureSum> sum_figures(Instant from, Instant until,
                                             const model::Scope& scope) = 0;
  // How many of each nature came in, drills left out.
  virtual std::vector<IntakeTotals::Line> intake_totals(Instant from, Instant until,
                                                        const model::Scope& scope) = 0;
  // By unit that leads; cases without an answer, drills and annulled cases left out.
  virtual std::vector<Rating> ratings(Instant from, Instant until, const model::Scope& scope) = 0;
  virtual FactProgress fact_progress() = 0;
  // Those of a case, and how far they were when they were read.
  virtual std::pair<FactProgress, std::vector<Fact>> kept_facts(CaseId id) = 0;
  // The cases of at most `limit` events after one, ascending.
  virtual ChangedCases changed_after(std::int64_t sequence, std::int32_t limit) = 0;
  // Cases with an event of this kind after one, ascending.
  virtual std::vector<CaseId> cases_with(ActionKind kind, std::int64_t after) = 0;
  virtual FactReading read_facts(const std::vector<FactSelection>& selections,
                                 const FactRange& range, const model::Scope& scope) = 0;
  // By version and number.
  virtual std::vector<StoredFigure> figures(CaseId id) = 0;
  virtual std::vector<StoredSubject> subjects(CaseId id) = 0;
  // Open orders of the unit, those of ended cases left out.
  virtual std::int64_t count_open_orders(const std::string& unit) = 0;
  // What is due at `until`, in the order of time, case and clock, after `after` (null: from the
  // first).
  virtual std::vector<Deadline> due(Instant until, const Deadline* after, std::int32_t limit) = 0;
  // When the first is due, whatever the time.
  virtual std::optional<Instant> next_due() = 0;
  virtual std::optional<StoredPolicy> policy(std::int64_t version) = 0;
  // The one in force.
  virtual std::int64_t policy_version() = 0;
  // Every case of the store in ascending order, a page at a time, for `verify`.
  virtual std::vector<CaseId> case_ids(CaseId after, std::int32_t limit) = 0;
  // Likewise those that have not ended.
  virtual std::vector<CaseId> open_case_ids(CaseId after, std::int32_t limit) = 0;
  // Names of cases elsewhere in a fixed order, after `after` (null for the first page).
  virtual std::vector<NamedElsewhere> external_ids(const NamedElsewhere* after,
                                                   std::int32_t limit) = 0;
  // What can be seen without knowing rules: the database's own check, the schema text, gaps in the
  // sequence, rows without history, deadlines that do not follow from their case.
  virtual std::vector<Finding> check() = 0;
};

// What a new store starts with.
struct Founding {
  std::string county;
  base::DigestKind digest = base::DigestKind::sha256;
  Record record;  // version 1 of the county's own line
  Key key{};
  std::string policy_document;
  Instant now{};
};

std::unique_ptr<Store> create_sqlite(const std::string& path, const Founding& founding,
                                     const EngineOptions& options);
std::unique_ptr<Store> open_sqlite(const std::string& path, const EngineOptions& options);
// In the database of a host's connection, which is at rest and at which nothing is set.
void found_in_sqlite(sqlite3* hosts, const Founding& founding, const EngineOptions& options);
std::unique_ptr<Store> attach_sqlite(sqlite3* hosts, const EngineOptions& options);

}  // namespace gridcase::store
