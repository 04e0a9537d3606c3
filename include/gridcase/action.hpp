#pragma once
/// \file action.hpp
/// The narrow waist: everybody who changes anything submits an `Action` as an `Actor`, and gets an
/// `Answer`.
///
/// An action that is accepted becomes one event of the history. A refused action changes nothing:
/// its `Refusal` says why, in which state, and what is allowed instead.
/// Plain values; any thread.

#include <gridcase/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Who acts, for which unit, in which post.
struct Actor {
  std::string unit;    ///< required
  std::string person;  ///< empty for the unit's own system, such as an import
  std::string post;    ///< "grid_worker", "seat" …; may be empty

  friend bool operator==(const Actor& a, const Actor& b) {
    return a.unit == b.unit && a.person == b.person && a.post == b.post;
  }
};

/// An order to one unit.
struct Order {
  std::string unit;
  AssignmentRole role = AssignmentRole::assist;
  std::string task;  ///< what it is to do
  /// Units of this case whose orders must have ended before it.
  std::vector<std::string> after = {};
  std::vector<CheckItem> checklist = {};  ///< what it is to count in full; `counted` is 0
};

/// What somebody does. One flat value for every kind; which fields a kind needs and takes is the
/// table in src/rules/action_fields.cpp (`gridcase actions` prints it). A field that is not taken
/// is refused, not ignored.
struct Action {
  ActionKind kind = ActionKind::comment;
  CaseId case_id = CaseId::none;  ///< none for `report`, and for `transfer_in` of a new case

  /// Chosen by the caller, at most 64 characters. Submitting the same id again gives the first
  /// answer again and changes nothing; with another kind, unit or case it is refused. Empty: no
  /// such protection. Those that begin with "tick.", "bulk.", "patrol.", "alert.", "in.",
  /// "score." or "stars." are the engine's own.
  std::string command_id;
  std::optional<std::int64_t> expected_version;  ///< refuse if the case has moved on
  std::optional<Instant> happened;               ///< when it was done; now if absent
  bool approximate = false;                      ///< `happened` is "about"

  std::string reason;  ///< code, 1 … 64 of A–Z a–z 0–9 . _ -; required on every way back
  std::string note;    ///< free text
  bool internal_note = false;  ///< `note` is not for the public
  std::string reply;           ///< to the requester

  Nature nature = Nature::ordinary;
  /// Of a contact its kind, "call" if empty; of an alert its type, a code of the policy's.
  std::string type;
  /// Who did it in another system that reports it: name, post. Erasable text.
  std::string performer;
  std::string title;
  std::string text;
  std::string category;
  std::string grade;
  RequestKind request = RequestKind::unstated;
  std::string channel;  ///< "patrol", "hotline", "camera", "platform" …
  std::string number_dialled;
  std::string tool;  ///< means it came by, such as the name of an app
  std::optional<Point> point;
  std::string address;
  std::string grid;          ///< where the reporter says it is; else found from `point`
  std::optional<Tier> tier;  ///< tier whose pool it goes to, or that it is sent to
  std::vector<Party> parties;
  std::vector<Subject> subjects;
  std::vector<ExternalId> external_ids;
  std::optional<Instant> occurred;
  std::optional<Instant> lasted_until;  ///< not before `occurred`
  std::optional<Instant> due;
  bool drill = false;
  bool surprise = false;  ///< of a record: nobody was told before

  std::string unit;  ///< the one unit this is about: addressee, checker, unit withdrawn …
  /// Units asked to a consultation; of `take_over` the one that is no more.
  std::vector<std::string> units;
  std::vector<Order> orders;
  std::string join;         ///< code of a rule of the policy: when the orders have done their work
  bool forced = false;      ///< the orders cannot be declined; for the command centre
  bool conclusive = false;  ///< the feedback settles the matter
  /// Counted now, by code of the item on the unit's list; `expected` is not taken.
  std::vector<CheckItem> counts;
  /// Of a check, a consultation, a decision; absent asks for the check.
  std::optional<bool> passed;
  std::optional<Instant> until;
  CaseId other_case = CaseId::none;
  std::optional<Relation> relation;  ///< what the case is to `other_case`
  std::int32_t level = 0;            ///< of supervision, 1 … 3, 3 the most urgent
  std::vector<Attachment> attachments;
  std::vector<Figure> figures;
  std::int32_t satisfaction = 0;
  std::string solved;
  /// Number of the clock this is about; absent: every clock it can be about.
  std::optional<std::int32_t> clock;
  bool keep_deadlines = false;  ///< another grade or category, or newer rules, move no deadline
};

/// Reads and writes the one JSON form of an action (src/model/action.schema.md): field names as
/// above, left out when empty; times in RFC 3339; enumerations by name; `case_id` as a string of
/// digits. \throws DocumentError with all faults of form.
GRIDCASE_API Action read_action(std::string_view json);
/// The JSON form that `read_action` takes; keys in a fixed order, what is not set left out.
GRIDCASE_API std::string write_action(const Action& action);

/// Why an action was refused. Stable for ever.
enum class RefusalCode : std::int32_t {
  unknown_case = 1,    ///< no such case, or one the actor may not see
  unknown_unit = 2,    ///< no such unit, or not valid at that time
  unknown_person = 3,  ///< no such person, or not of that unit at that time
  unknown_category = 4,
  not_possible = 5,   ///< the lifecycle has no such step from here
  not_permitted = 6,  ///< somebody else's step
  missing_field = 7,
  unexpected_field = 8,  ///< this kind of action does not take the field
  bad_value = 9,
  stale_version = 10,       ///< the case has moved on since `expected_version`
  out_of_order = 11,        ///< happened before the latest event of the case
  too_far_ahead = 12,       ///< happens later than now allows
  not_assigned = 13,        ///< the unit has no open order in this case
  wrong_step = 14,          ///< the order is not so far, such as feedback before signing
  one_lead = 15,            ///< orders need exactly one lead
  no_way = 16,              ///< the sender may not send there
  needs_reply = 17,         ///< a requester waits and has no reply
  needs_evidence = 18,      ///< the category asks for evidence that is not attached
  needs_check = 19,         ///< the policy asks for a check first
  needs_consultation = 20,  ///< returned as often as the policy allows: consult
  separate_duties = 21,     ///< the finder may not handle, the handler may not verify
  duplicate_external = 22,  ///< another case has that external id
  limit = 23,               ///< larger or more than the limit of the field
  drill_only = 24,          ///< drills and real cases do not mix
  overdue = 25,             ///< too late to ask for more time
  not_late = 26,            ///< nothing to appeal against
  no_clock = 27,            ///< no clock that this could be about
  second_person = 28,       ///< somebody else must agree
  waits = 29,               ///< another order, or a part of the case, must end first
  cannot_decline = 30,      ///< the order has no way back, or its time is over
};

GRIDCASE_API std::string_view name(RefusalCode code) noexcept;

/// The answer "no". Nothing was changed.
struct Refusal {
  RefusalCode code = RefusalCode::not_possible;
  std::string field;                ///< the field it is about, empty if none
  std::string reason;               ///< one sentence: what is wrong and what to do
  State state = State::none;        ///< of the case
  std::vector<ActionKind> allowed;  ///< what the actor may do now
};

/// How a submission ended.
enum class Status : std::uint8_t {
  committed = 1,  ///< done, and on disk as the durability promises
  refused,        ///< see `Answer::refusal`; nothing was changed
  duplicate,      ///< this command id was done before; the answer is the first one's
  conflict,       ///< the case has moved on; load it again and decide anew
  /// Not carried out; submit again. Another writer was in the way for longer than the bounded wait,
  /// or an error stopped the batch (submitted alone, what failed throws its error).
  busy,
  unknown,  ///< the disk failed in the middle: submit again with the same command id
};

GRIDCASE_API std::string_view name(Status status) noexcept;

/// What became of a submission.
struct Answer {
  Status status = Status::refused;
  CaseId case_id = CaseId::none;
  std::int64_t version = 0;   ///< of the case after the action; 0 if the actor may not see it
  std::int64_t sequence = 0;  ///< place of the event in the history of the county, from 1, no gaps
  State state = State::none;  ///< after the action, or the unchanged one
  std::optional<Refusal> refusal;  ///< present if refused or in conflict
  /// Given in a transaction of the host's (`Engine::attach`): it holds if that one is committed.
  bool provisional = false;

  /// Whether the action is done, now or before.
  bool ok() const noexcept { return status == Status::committed || status == Status::duplicate; }
};

/// An action with its actor and its time, for `Engine::batch`.
struct Submission {
  Action action;
  Actor actor;
  Instant now{};
};

/// One line of the history.
struct Event {
  std::int64_t sequence = 0;      ///< in the county, from 1, no gaps, in commit order
  std::int64_t commit = 0;        ///< number of the commit it was part of
  CaseId case_id = CaseId::none;  ///< none for the county's own line (policy)
  std::int64_t version = 0;       ///< in the case, from 1, no gaps
  Outcome outcome = Outcome::only;
  Instant happened{};
  Instant recorded{};
  Actor actor;
  Position before;
  Position after;
  std::int64_t policy_version = 0;
  Action action;  ///< as accepted, completed by what the rules decided

  /// What the rules decided, so that the fold needs no organization.
  struct Facts {
    std::string number;  ///< of a new case
    std::string grid;
    std::string village;
    std::string township;
    std::string holder;    ///< after the event, if it changed
    std::string campaign;  ///< of a new case
    std::string sender;    ///< who can take back what was sent with the event, if anybody can
    std::string because;   ///< why somebody was chosen whom the action did not name
    /// Of a case that came of a contact: the contact's requester waits for its reply.
    bool for_requester = false;
    std::vector<std::int32_t> let_go;  ///< numbers of the orders that end with the event
    /// Numbers of the orders that go on although the event ends the others: who holds the scene.
    std::vector<std::int32_t> kept;
    std::vector<ClockEntry> clocks;
  } facts;

  bool erased = false;                  ///< free text or personal data was erased later
  std::array<std::uint8_t, 32> hash{};  ///< chained per case; layout in src/store/README.md
};

}  // namespace gridcase
