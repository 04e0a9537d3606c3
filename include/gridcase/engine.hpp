#pragma once
/// \file engine.hpp
/// The engine: opens a store, takes actions, answers questions.
///
///     auto engine = gridcase::Engine::create("jiangshan.gridcase", policy, options, now);
///     gridcase::Action report;
///     report.kind = gridcase::ActionKind::report;
///     report.title = "污水倒灌";
///     report.category = "04-04";
///     gridcase::Answer answer = engine.submit(report, {"330881001002001", "heweiqi", ""}, now);
///
/// The host is in charge: the engine starts no thread, opens no socket, reads no clock and prints
/// nothing. Time is an argument.
///
/// Threads: every member function may be called from any thread at any time, except the
/// destructor and moves; an attached engine goes with its connection (`attach`). After a fork the
/// child opens the store again: in it every call on the parent's engine throws `forked`. Callers of
/// `submit` and `batch` queue; the first becomes the leader and commits for all that wait (group
/// commit). Queries read on connections of their own and never wait for a writer. Results are
/// copies.
///
/// The host knows who the actor is; the engine takes its word and decides by unit and person what
/// the actor may do, and by unit what the actor may see.
///
/// Errors: a refused action is an `Answer`. `Error` is thrown when a call could not be carried out:
/// `io`, `corrupt`, `needs_reopen`, `forked`, `unsupported`, `invalid_argument`, and `stopped`
/// where the host ends a call. What an option's function throws reaches the caller whose submission
/// it was called for, and no other.
///
/// Every `now` lies in 2000-01-01 … 2099-12-31 UTC, since case ids carry a year of two digits; else
/// Error invalid_argument, field "now", and nothing is done.

#include <gridcase/action.hpp>
#include <gridcase/assessment.hpp>
#include <gridcase/coverage.hpp>
#include <gridcase/measure.hpp>
#include <gridcase/monitor.hpp>
#include <gridcase/observer.hpp>
#include <gridcase/policy.hpp>
#include <gridcase/query.hpp>
#include <gridcase/response.hpp>
#include <gridcase/what_if.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct sqlite3;

namespace gridcase {

/// What a commit promises.
enum class Durability : std::uint8_t {
  strict = 1,  ///< what was answered `committed` survives power loss (one sync for each commit)
  relaxed,     ///< survives a crash of the process; power loss may cut a suffix, never a middle
};

enum class HashAlgorithm : std::uint8_t { sha256 = 1, sm3 = 2 };

/// How a store is opened. The defaults are safe.
struct EngineOptions {
  Durability durability = Durability::strict;
  /// Of the history's chain. Chosen when the store is created, kept for ever.
  HashAlgorithm hash = HashAlgorithm::sha256;
  /// Only queries; any number of processes.
  bool read_only = false;
  /// Longest wait for another process that writes, in milliseconds, 0 … 600,000.
  std::int32_t busy_wait_ms = 5000;
  /// Allow a store on a network drive, where locks may not hold. Only with read_only.
  bool allow_network_drive = false;
  /// Bytes for the keys of erasable text; the system's random source if empty. Give a seeded one
  /// to make whole histories repeatable. Called by the leader only, one call at a time. Neither it
  /// nor `number` can submit by the engine that calls it: Error invalid_argument.
  std::function<void(std::uint8_t* out, std::size_t count)> entropy;
  /// Makes the number of a new case; "330881-20180316-0000001" if empty. Must be pure. A number
  /// that exists is refused by the store.
  std::function<std::string(const Action& report, CaseId id, Instant recorded)> number;
  /// A monotonic time of the host's, for latency figures only; they are left out without it. Called
  /// from all threads that call the engine, several at once.
  std::function<std::chrono::nanoseconds()> stopwatch;
  /// What happens that an operator should know; silent if empty.
  LogSink log;
  /// Whether a call is to end before it is done: true, and it throws Error `stopped`; what this
  /// throws goes through the call as it is. Asked by calls that only read, in their thread, from a
  /// few times to many thousand times a second: look at a flag or a clock. Calls that write are not
  /// asked: they are done or not at all, and long ones have a budget. On an attached engine it is
  /// not asked within a statement, since the connection's progress handler is the host's.
  std::function<bool()> stop;
};

/// One thing an actor may do now.
struct Allowed {
  ActionKind action = ActionKind::comment;
  std::vector<std::string> required;  ///< fields it needs
  std::vector<std::string> optional;  ///< fields it takes
};

/// Every kind of action with the fields it needs and takes, in the order of `ActionKind`.
GRIDCASE_API std::vector<Allowed> action_catalogue();

/// A case-workflow engine over one store. Movable, not copyable; closes on destruction.
class GRIDCASE_API Engine {
public:
  /// Makes a new store with this policy as version 1. The file appears whole or not at all.
  /// \throws DocumentError (the policy), Error io / invalid_argument (exists already).
  static Engine create(const std::string& location, const Policy& policy,
                       const EngineOptions& options, Instant now);
  /// Opens a store. \throws Error not_found, unsupported, busy (another writer, where SQLite
  /// allows one only), corrupt, io.
  static Engine open(const std::string& location, const EngineOptions& options = {});

  /// Works on the host's own SQLite connection, whose database holds a store (`create_in`; a file
  /// of `create`, too) beside the host's tables. In a transaction that the host has open, what is
  /// done is a part of that one (a savepoint): a row of the host's and an action come about
  /// together or not at all. Without one each call commits by itself, as elsewhere.
  ///
  ///     run(db, "BEGIN IMMEDIATE");
  ///     run(db, "INSERT INTO permits(about) VALUES('dig')");
  ///     gridcase::Answer answer = engine.submit(report, actor, now);
  ///     run(db, answer.ok() ? "COMMIT" : "ROLLBACK");
  ///     if (answer.ok()) engine.host_committed();  // until then it is `answer.provisional`
  ///
  /// where `run` is sqlite3_exec that throws.
  ///
  /// The engine is used as its connection is: by one thread at a time, the host's statements
  /// included. All calls see what the transaction has done; who wants to read beside it opens the
  /// file with read_only. The host lets the engine go before it closes the connection, waits as its
  /// own busy handler says, checkpoints, and makes backups. No other engine may write meanwhile
  /// (`busy`), and one connection has one engine. Kept figures are brought forward by ticks outside
  /// of transactions.
  ///
  /// Checked, and refused with the PRAGMA that mends it: encoding UTF-8, journal_mode WAL,
  /// synchronous FULL for `Durability::strict`, NORMAL for relaxed, secure_delete ON, without which
  /// what is erased would stay in unused pages. Nothing is set at the connection.
  /// A host that uses DEFERRED transactions may get `busy` answers where somebody else wrote since
  /// it began: use BEGIN IMMEDIATE. After an error of the disk SQLite may roll the whole
  /// transaction back; the Error (io) says so.
  /// \throws Error not_found (no store), invalid_argument (the field is the PRAGMA or the option
  /// that does not fit, "connection" for one in a transaction), unsupported (gridcase was built
  /// with an SQLite of its own), busy, corrupt, io.
  static Engine attach(sqlite3* connection, const EngineOptions& options = {});
  /// Makes a store with this policy in the database of the host's connection, in a transaction of
  /// its own, and attaches. application_id and user_version stay the host's.
  /// \throws DocumentError (the policy); Error as `attach`, and invalid_argument where a table of
  /// the host's has a name that the store needs: the field names it.
  static Engine create_in(sqlite3* connection, const Policy& policy, const EngineOptions& options,
                          Instant now);
  /// What is promised for a commit: that of the options; of an attached engine that of the settings
  /// its connection has now, nothing if they promise nothing. Nothing for one that only reads.
  std::optional<Durability> durability() const;
  /// The host has committed: what was answered provisionally holds, but for what the host took
  /// back to a savepoint. Does nothing to an engine that is not attached. \throws Error
  /// invalid_argument: a transaction is open.
  void host_committed();
  /// The host has rolled back, wholly or to a savepoint: what is remembered of it is forgotten. An
  /// engine that is not told finds out at its next call.
  void host_rolled_back();

  /// What was moved from may only be destroyed or assigned to.
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Carries out one action. `now` is when it is recorded; a `now` before the latest recorded time
  /// of the store is recorded as that time, but happened, and finds the actor in office, at `now`
  /// (the host's clock was set back: `clock.behind` in the log). Where a hold should have ended by
  /// then and nobody ticked, it ends first, at the time it was to end; an action dated before that
  /// is decided in the hold.
  Answer submit(const Action& action, const Actor& actor, Instant now);
  /// Carries out many, in this order, in as few commits as the limit of 512 a commit allows. Each
  /// is all-or-nothing by itself; later ones see earlier ones. One answer each. An error is thrown
  /// only when none has an answer, or when SQLite took back the transaction of the host's that they
  /// were a part of; else those it kept from being carried out are answered `busy`.
  std::vector<Answer> batch(const std::vector<Submission>& submissions);

  /// A new version of the policy, in force for what is submitted from now on. Running cases keep
  /// the version they were reported under until they are re-based. An event of the county's own
  /// history. Returns the version. Other engines over the store follow at their next call.
  /// Calendars are those of the version in force, for running cases, too: a deadline that runs
  /// follows when something next happens to its clock, or all of them at once with
  /// `import_holidays`. \throws DocumentError.
  std::int64_t adopt(const Policy& policy, const Actor& actor, Instant now);
  /// The policy in force and its compiled organization.
  std::shared_ptr<const Policy> policy() const;
  /// Compiled once for each version; copying shares.
  Directory directory() const;

  /// Does what is due: ends holds, fires rungs of ladders, oldest first. At most `budget` of them,
  /// `slice` in a commit; submissions of others come in between two slices. Each is an event of its
  /// case that says when it was due and when it was done, and happens exactly once, however many
  /// engines tick and whatever crashes. After a standstill every rung fires, in order, and a hold
  /// ends at the time it was to end. \throws Error invalid_argument: budget or slice below 1, slice
  /// over 512.
  /// What the budget leaves goes to the figures that are kept for `measure`: so many events are
  /// taken into them, `slice` in a commit.
  TickReport tick(Instant now, std::int32_t budget = 10'000, std::int32_t slice = 100);

  /// What a holiday table would do to the open deadlines, if it took the place of the one of the
  /// same code (or were added). Only for the command centre. \throws DocumentError (the table).
  DeadlineMoves preview_holidays(const HolidayTable& table, const Actor& actor, Instant now) const;
  /// Puts it in force as a new version of the policy and moves the deadlines, each by an event of
  /// its case, in commits of 500. Doing it again does what is left, after a crash for instance, and
  /// nothing more. What is done meanwhile by others counts by the new table already.
  DeadlineMoves import_holidays(const HolidayTable& table, const Actor& actor, Instant now);

  /// The clocks of a case, by number; empty if the actor may not see it.
  std::vector<ClockView> clocks(CaseId id, const Actor& actor, Instant now) const;
  /// Why a deadline is when it is; nothing if there is no such clock, or the actor may not see it.
  std::optional<Explanation> explain(CaseId id, std::int32_t clock, const Actor& actor,
                                     Instant now) const;
  /// Where the time of a case went, up to its end or `until`; nothing if the actor may not see it.
  std::optional<Responsibility> responsibility(CaseId id, const Actor& actor, Instant until) const;
  /// The same summed over the cases reported in [from, until), each up to its end or `now`, drills
  /// left out. Reads the history of all of them. Only cases the actor may see.
  std::vector<ShareTime> responsibility_by_unit(Instant from, Instant until, const Actor& actor,
                                                Instant now) const;

  /// What a bulk would do, case by case, and nothing is done. Each is judged as the list stands;
  /// that one changes what is possible for the next is not foreseen.
  BulkReport preview_bulk(const Bulk& bulk, const Actor& actor, Instant now) const;
  /// Does it, at most `budget` cases in this call, `slice` in a commit; others come in between two
  /// slices. The set is that of the first call: cases recorded later are not in it. Each case gets
  /// the action once, whatever crashes and however often it is called. Beginning and end, with the
  /// receipt, are events of the county's own history.
  /// \throws Error invalid_argument: budget or slice below 1, slice over 512, a key that was used
  /// for something else, an action that is not for a running case.
  BulkReport bulk(const Bulk& bulk, const Actor& actor, Instant now, std::int32_t budget = 10'000,
                  std::int32_t slice = 100);
  /// The receipt of a bulk that has ended, for the unit that did it and the command centre; nothing
  /// if there is none.
  std::optional<BulkReport> bulk_receipt(const std::string& key, const Actor& actor) const;

  /// Another mode for an area: a new version of the policy that says so, an event of the county's
  /// own history with its reason, a code of 1 … 64 characters. New cases follow it; running ones
  /// keep their rules until re-based. Returns the version. \throws Error not_found (the unit),
  /// invalid_argument: it has that mode already, no reason, or an actor who does not command the
  /// area.
  std::int64_t switch_mode(const std::string& unit, OperatingMode mode, const std::string& reason,
                           const Actor& actor, Instant now);
  /// A temporary unit (专班), part of the organization until it is dissolved: a new version of the
  /// policy. Cases it had stay readable. \throws DocumentError; Error invalid_argument: no task
  /// force, no members, or an actor that is not above all members.
  std::int64_t form_task_force(const Unit& task_force, const Actor& actor, Instant now);
  /// It exists to the end of its last day, takes no new orders from now on, and its parent becomes
  /// its successor if it has none. \throws Error not_found, invalid_argument; busy while it holds
  /// cases or has orders: hand them over first.
  std::int64_t dissolve_task_force(const std::string& unit, const Actor& actor, Instant now);

  /// Who can be at a case first: `search.place` is the case's own if it has one.
  /// Loads are those of the store, duty is that of the calendars a unit keeps.
  std::vector<Responder> nearest_responders(CaseId id, ResponseSearch search, const Actor& actor,
                                            Instant now) const;
  /// A proposal of orders for an emergency, each with its reason, to be dispatched or changed by
  /// the actor: who leads and assists by duty in the mode of the area, the units of the response
  /// classes up to `response_class` that have the capability, and the `scene` nearest others to
  /// hold the place, if it is known where that is. Who leads by duty is named also when it is full
  /// or off duty (the reason says so), from the county if nobody on the tier can be sent; where
  /// nobody leads by duty, the first unit of class 1. Empty if the actor may not see the case.
  std::vector<ProposedOrder> propose_orders(CaseId id, std::uint8_t response_class,
                                            std::size_t scene, const Actor& actor,
                                            Instant now) const;
  /// Providers (加盟企业, skill teams) that have the skill, one of `Unit::capabilities`, serve the
  /// ground of the case, are on duty, have room, and may be sent by the actor: better rated first
  /// (mean of their stars; one that nobody rated counts as the mean of them all), then nearer, then
  /// by code. At most `count`. Empty if the actor may not see the case.
  /// \throws Error invalid_argument: no skill.
  std::vector<ProposedProvider> propose_providers(CaseId id, const std::string& skill,
                                                  std::size_t count, const Actor& actor,
                                                  Instant now) const;
  /// A proposal for many cases at once, at the least total cost (`allocate`): of the running cases
  /// that the query finds and that wait for orders, each to one unit that has the capability (that
  /// of the duties for its category if empty), is on duty, has room, and may be sent by the actor.
  /// \throws Error invalid_argument as `find`, and when more than 10,000 cases wait.
  CaseAllocation allocate_cases(const CaseQuery& query, const std::string& capability,
                                const Actor& actor, Instant now) const;
  /// By unit, over the cases reported in [from, until), drills and annulled cases left out. Only
  /// cases the actor may see.
  std::vector<Rating> ratings(Instant from, Instant until, const Actor& actor) const;
  /// From now on distances are travel times on these roads, until others are given, or none.
  void use_roads(std::optional<RoadNetwork> roads);
  /// Likewise by a metric of the host's; an empty one takes it away.
  void use_metric(Metric metric);

  /// Enters a round along a checklist, and reports a case for every clause that failed, with the
  /// clause's category, `follows` the patrol. Doing it again with the same key does what is left.
  /// The answers: the record's first, then one a failure. Stops after a record that was refused.
  /// \throws Error invalid_argument: no such list or clause, no key, or one that was used for
  /// another round.
  std::vector<Answer> patrol(const Patrol& patrol, const Actor& actor, Instant now);

  /// Which way a contact is to go, by the first rule of `Policy::intake` that fits; without one an
  /// inquiry is answered, and all else becomes a case. The action is one that enters a contact or
  /// reports a case. \throws Error invalid_argument: an unknown category.
  PathProposal propose_path(const Action& contact, const Actor& actor, Instant now) const;
  /// Enters an alert and does what its type says: if it becomes a case, the report, its filing and
  /// the order to who leads follow, each as the actor's own action. One that came before is the
  /// same alert again and makes nothing new. The answers: the alert's first; stops at the first
  /// that is refused. Doing it again, with the same command id or external id, does what is left:
  /// the first answer then is `duplicate`, or refused as `duplicate_external`. What is wrong with
  /// the alert is in the first answer. \throws Error unsupported: opened for reading.
  std::vector<Answer> raise_alert(const Action& alert, const Actor& actor, Instant now);
  /// How many contacts, alerts and cases came in, in [from, until), drills left out, each counted
  /// by itself. Only those the actor may see. \throws Error invalid_argument: `until` before
  /// `from`, an unknown unit, person or post.
  IntakeTotals intake_totals(Instant from, Instant until, const Actor& actor) const;
  /// At which sites of a list of the policy there were alerts of a type (of any if empty) in
  /// [from, until), drills and annulled ones left out. Only alerts the actor may see. One about
  /// several things counts at each site that is one of them.
  /// \throws Error not_found: no such list.
  Coverage coverage(const std::string& site_list, const std::string& type, Instant from,
                    Instant until, const Actor& actor) const;
  /// The code that opens the public view of a case, eight digits, to be given to who reported it;
  /// empty if the actor may not see the case or it was erased.
  std::string public_code(CaseId id, const Actor& actor) const;
  /// What anybody may see of a case. Nothing if number and code do not belong together; who asks
  /// too often is the host's to stop. The reply to a sensitive case is not in it.
  std::optional<PublicView> public_view(const std::string& number, const std::string& code) const;

  /// Records by their texts, best first; only those the actor may see, and what the knowledge base
  /// has in force.
  /// \throws Error invalid_argument: no text, a limit out of range, an unknown category.
  SearchPage search(const SearchQuery& query, const Actor& actor) const;
  /// Cases that may be about the same matter as a report, before it is made, or as a case; at most
  /// `limit`, most likely first. Those that were found to be distinct are left out.
  std::vector<DuplicateCandidate> duplicates(const Action& report, std::int32_t limit,
                                             const Actor& actor, Instant now) const;
  /// Likewise for a case that was reported.
  std::vector<DuplicateCandidate> duplicates(CaseId id, std::int32_t limit, const Actor& actor,
                                             Instant now) const;

  /// What a system of the register is to be told of the cases that concern it: those it knows by an
  /// external id, what such cases go on in (a contact that became a case, a case that was merged),
  /// and those that its unit was asked to take over, holds, or has or had an order in, from that
  /// event on. At most about `limit` (1 … 1000) messages after what it has acknowledged, those of
  /// one event together, and of a bounded number of events: go on while there is `more`. What it
  /// said itself does not come back to it, and internal notes stay here. Of what its unit no longer
  /// sees it hears no more. Sensitive cases, and personal data unmasked, only if the register says
  /// so. For its unit and the command centre; with roles, of its persons those with a post for all
  /// categories and ground. \throws Error not_found (the system), invalid_argument: it takes
  /// nothing, or not this actor.
  Outbox outbox(const std::string& system, std::int32_t limit, const Actor& actor) const;
  /// It has everything up to `last`; never goes back: less than before changes nothing. An event of
  /// the county's own history. \throws Error as above; invalid_argument: `last` lies ahead.
  void acknowledge(const std::string& system, std::int64_t last, const Actor& actor, Instant now);
  /// Takes what a system says, in this order, as its unit; each message once, however often it is
  /// sent. One answer each; a message that is refused does not stop the others, and may be sent
  /// again. What they did before the latest event of the case is recorded as happening now, with
  /// their time in `occurred`. \throws Error not_found (the system), invalid_argument: it sends
  /// nothing.
  std::vector<Answer> receive(const std::string& system, const std::vector<InMessage>& messages,
                              Instant now);

  /// Whether the actor may do that with the case now, and why, or why not: for whom it is, and by
  /// which role; as `submit` would judge it before it looks at the fields. A case the actor may not
  /// see is "no such case".
  Verdict may(ActionKind kind, CaseId id, const Actor& actor, Instant now) const;
  /// The whole case with personal data unmasked, and what is written in a sensitive one. Recorded
  /// in its history as `reveal`, with actor and reason (a code), before it is shown;
  /// `facts.because` says what could be read: "personal", "sensitive". Each reading is a line of
  /// its own: `get` never shows more. With roles only a person reveals, by the rights of the roles
  /// of its posts that cover the case; one without `reveals` sees the parties masked. Without roles
  /// the unit that holds the case and the command centre may; who has an open order or check in a
  /// sensitive case reads what is written in it. The answer says why not, if it is refused.
  struct Revealed {
    Answer answer;
    std::optional<Case> found;
  };
  /// See `Revealed`.
  Revealed reveal(CaseId id, const std::string& reason, const Actor& actor, Instant now);

  /// How far units are with their orders, summed up the command line; empty if the actor may not
  /// see the case.
  RollUp roll_up(CaseId id, const Actor& actor) const;

  /// Figures that were recorded on cases, summed by name, measure and unit that recorded them,
  /// drills and annulled cases left out. Only cases the actor may see, reported in [from, until).
  std::vector<FigureSum> sum_figures(Instant from, Instant until, const Actor& actor) const;

  /// Figures of the catalogue, in its order and by key: what counts by its day in the county's time
  /// zone, up to `now`. Only cases the actor may see. Every key that has anything in one of the
  /// measures; of the total, and of keys asked for, also those that have nothing.
  /// Sums are kept by month, so that a month costs the same however many cases there are; the days
  /// of months in part, times in the middle (medians) and what an actor with a narrower view sees
  /// are read fact by fact. What was recorded since the last tick is reckoned and added, so that no
  /// figure is behind. `as_of` is reckoned from the histories of all cases.
  /// \throws Error invalid_argument: an unknown measure, an empty period, keys of a total, an
  /// unknown unit, person or post.
  std::vector<Measurement> measure(const MeasureQuery& query, const Actor& actor,
                                   Instant now) const;
  /// The facts behind one figure, by day and case. `query` says the dimension, the period and
  /// `as_of`; it takes no measures and no keys. \throws Error as above.
  MeasureFacts facts_behind(const std::string& measure, const std::string& key,
                            const MeasureQuery& query, const Actor& actor, Instant now) const;

  /// Scores by rules of the policy, of all they are for, in one state of the record. A frozen
  /// period is given as it was frozen. Only for the command centre; others read what is frozen,
  /// with the lines of units that are theirs or below, and of persons there. \throws Error
  /// not_found (no such rules, or none that had begun; for others, a period that is not frozen),
  /// invalid_argument (an empty period, one that has not begun), busy (others write without a
  /// pause).
  Assessment assess(const AssessmentQuery& query, const Actor& actor, Instant now) const;
  /// The facts behind a figure of an assessment: of one subject, and one channel if the key has
  /// one. Exemptions of earlier periods come last. \throws Error as above, not_found (a subject
  /// that is not scored); and as `facts_behind`.
  MeasureFacts facts_behind(const FigureKey& figure, const AssessmentQuery& query,
                            const Actor& actor, Instant now) const;
  /// Enters what assessors gave for a period that is not frozen; a mark for the same subject and
  /// node takes the place of the earlier one, which stays in the history. The command centre enters
  /// all, a person its own (`ScoreMark::by`). \throws DocumentError (marks the rules do not take:
  /// none is entered); Error not_found (the rules), invalid_argument (a frozen period, not this
  /// actor).
  void give_marks(const std::string& rules, const Period& period,
                  const std::vector<ScoreMark>& marks, const Actor& actor, Instant now);
  /// Freezes a period that is over. One that is frozen stays as it is, and is the answer. Only for
  /// the command centre. \throws as `assess`; Error invalid_argument: the period is not over.
  Assessment freeze(const std::string& rules, const Period& period, const Actor& actor,
                    Instant now);
  /// The frozen periods of the rules, of all if empty, as they were frozen one after the other.
  std::vector<FrozenPeriod> frozen_periods(const std::string& rules, const Actor& actor) const;

  /// Enters assessments and vetoes of a scheme of the policy, all or none. Only for the command
  /// centre. \throws DocumentError (events the scheme does not take, with those entered before);
  /// Error not_found (the scheme, a unit), invalid_argument (not this actor, no events).
  void give_stars(const std::string& scheme, const std::vector<RatingEvent>& events,
                  const Actor& actor, Instant now);
  /// What was entered, for everybody: stars are public. \throws Error not_found.
  StarRecord stars(const std::string& scheme, const Actor& actor) const;

  /// Replays the history under other rules, or under its own, in a new store at `location`, which
  /// is a store like any other: measure, assess, verify it. Only reads this one. Only for the
  /// command centre; takes about as long as the history took to be recorded. Where it is cut short,
  /// or throws, an unfinished store is left. \throws DocumentError (the policy); Error
  /// invalid_argument (exists already, another county, not this actor), io.
  WhatIfReport what_if(const std::string& location, const WhatIf& tried, const Actor& actor) const;

  /// The whole case, personal data masked; nothing if there is none or the actor may not see it.
  /// An article of the knowledge base may be read by everybody, but for sensitive categories.
  std::optional<Case> get(CaseId id, const Actor& actor) const;
  /// Its history, oldest first, personal data masked; empty if the actor may not see it.
  std::vector<Event> history(CaseId id, const Actor& actor) const;
  /// \throws Error invalid_argument: two selectors, a limit out of range, an unknown unit.
  CasePage find(const CaseQuery& query, const Actor& actor) const;
  /// Counts of open and ended cases by what the query says. \throws Error as `find`.
  Board board(const BoardQuery& query, const Actor& actor) const;
  /// What the actor may do with a case now; without a case, what may be done without one.
  std::vector<Allowed> allowed(CaseId id, const Actor& actor, Instant now) const;

  /// The history of the county in commit order, `limit` events after a sequence number: the feed of
  /// exports, replicas and analytics. Personal data masked. Only for the command centre.
  std::vector<Event> read_log(std::int64_t after, std::int32_t limit, const Actor& actor) const;

  /// Calls the observer with what is committed from now on, or after a sequence number: with every
  /// event once, in order, those of other engines included, at the end of every call of this engine
  /// that writes, of an attached one once the host has committed. So a call that writes may wait
  /// for observers. Costs one reading of the history for each such call, however many subscribe.
  /// Only for the command centre; personal data masked. \throws Error invalid_argument: another
  /// actor, no observer, a sequence that lies ahead.
  Subscription subscribe(Observer observer, const Actor& actor,
                         std::optional<std::int64_t> after = {});
  /// Delivers what was committed by others, or was in the store when somebody subscribed: for
  /// engines that write seldom, or only read. Returns at once where another thread delivers.
  void deliver();

  /// What was done since this engine was opened, and what stands now, in a fixed order. Exact where
  /// no call is under way.
  std::vector<Counter> counters() const;
  /// How long calls took; empty without `EngineOptions::stopwatch`.
  std::vector<Histogram> latencies() const;

  /// Rebuilds everything from the history and compares: chains, rows, counters, figures, frozen
  /// periods, schema.
  Verification verify() const;

private:
  class Impl;
  explicit Engine(std::unique_ptr<Impl> impl) noexcept;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gridcase
