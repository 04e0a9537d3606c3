#pragma once
/// \file case.hpp
/// A case as it stands, its parts, and the lines of its history.
///
/// Every value here is a fold of the history: it can be rebuilt from the events and compared.
/// Plain values; any thread.

#include <gridcase/clock.hpp>
#include <gridcase/lifecycle.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gridcase {

/// A case. Made by the engine: county code (6 digits), day of recording (6), counter (7), read as
/// one number; ascending in the order of recording within a county.
enum class CaseId : std::int64_t { none = 0 };

/// The id as a number, for hosts that keep it in a column of theirs.
constexpr std::int64_t to_number(CaseId id) noexcept { return static_cast<std::int64_t>(id); }

/// What kind of matter it is. All go through the same engine; totals of cases count `ordinary`
/// only.
enum class Nature : std::uint8_t {
  ordinary = 1,    ///< something that came up
  directive,       ///< a task from the top down (指令)
  patrol,          ///< a round along a checklist (巡查)
  duty_check,      ///< of a unit that is on duty day and night (值班检查)
  inspection,      ///< a round of checks (督查)
  notice,          ///< published: praise or criticism (通报)
  accountability,  ///< somebody is held to account (问责)
  negative_event,  ///< counts against a unit (负面事件)
  contact,         ///< a call, a letter, a visit, a post (来电来信来访)
  alert,           ///< from a sensor, a track, another system (预警)
  article,         ///< of the knowledge base (知识库)
};

/// Entered in a register and settled there; not handled by units. All but cases and directives.
constexpr bool is_record(Nature nature) noexcept { return nature >= Nature::patrol; }

/// Comes in, and may become a case.
constexpr bool is_incoming(Nature nature) noexcept {
  return nature == Nature::contact || nature == Nature::alert;
}

/// What the requester wants; decides path and limit.
enum class RequestKind : std::uint8_t {
  unstated = 0,
  complaint,
  tip_off,
  inquiry,
  help,
  suggestion
};

/// How a case was solved: by the tier that holds it, by a lower tier that was guided, or by units
/// that were sent orders.
enum class ResolutionMode : std::uint8_t { undecided = 0, self, guided, dispatched };

enum class AssignmentRole : std::uint8_t {
  lead = 1,  ///< 牵头; exactly one once orders are out
  assist,    ///< 协办
  scene,     ///< holds the place until the lead arrives
  support,   ///< means and people
  verify,    ///< checks
  consult,   ///< takes part in a consultation (会商)
};

/// How far a unit is with its order. The machine is in src/rules/assignment_machine.cpp.
enum class AssignmentState : std::uint8_t {
  assigned = 1,  ///< ordered, not signed
  signed_for,    ///< 签收
  done,          ///< fed back, its part is done
  declined,      ///< sent back with a reason
  withdrawn,     ///< taken back by the room
  released,      ///< let go, no longer needed
  contacted,     ///< signed, and has spoken with the reporter
  arrived,       ///< on the scene
  controlled,    ///< has the situation under control; it is not resolved by that
  finished,      ///< the work is done (处置完毕, 执行完毕); that is still to be reported
};

/// What one case is to another.
enum class Relation : std::uint8_t {
  related = 1,
  part_of,   ///< a part that is handled as a case of its own (子案件)
  follows,   ///< came of it, such as a landslide of a rainstorm
  earlier,   ///< an earlier attempt at the same matter
  distinct,  ///< looked alike, and was found to be another matter
};

/// How a mediation ended (调解).
enum class Mediation : std::uint8_t { none = 0, settled, not_settled };

GRIDCASE_API std::string_view name(Nature nature) noexcept;
GRIDCASE_API std::string_view name(RequestKind kind) noexcept;
GRIDCASE_API std::string_view name(ResolutionMode mode) noexcept;
GRIDCASE_API std::string_view name(AssignmentRole role) noexcept;
GRIDCASE_API std::string_view name(AssignmentState state) noexcept;
GRIDCASE_API std::string_view name(Relation relation) noexcept;
GRIDCASE_API std::string_view name(Mediation mediation) noexcept;
GRIDCASE_API std::optional<Relation> relation_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<Nature> nature_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<RequestKind> request_kind_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<AssignmentRole>
assignment_role_from_name(std::string_view name) noexcept;

/// An item of a list that a unit goes through, such as a household to be moved or a clause of a
/// patrol.
struct CheckItem {
  std::string code;           ///< of the household, the clause …
  std::int32_t expected = 1;  ///< heads, or 1
  std::int32_t counted = 0;   ///< so far

  friend bool operator==(const CheckItem& a, const CheckItem& b) {
    return a.code == b.code && a.expected == b.expected && a.counted == b.counted;
  }
};

/// One unit's part in a case.
struct Assignment {
  std::int32_t no = 0;  ///< 1, 2, 3 … within the case
  std::string unit;
  AssignmentRole role = AssignmentRole::assist;
  AssignmentState state = AssignmentState::assigned;
  /// Number of the dispatch it came with, or was added to, from 1: each names a lead anew. 0 of a
  /// part in a consultation.
  std::int32_t dispatch = 0;
  std::int32_t round = 1;  ///< 2 and up after rework
  /// Numbers of the orders that must have ended first; one that was declined must be let go first.
  std::vector<std::int32_t> after;
  bool forced = false;      ///< by the command centre; cannot be declined
  bool conclusive = false;  ///< its feedback settles the matter
  /// Persons who signed, went there, worked and fed back for the unit; codes, ascending.
  std::vector<std::string> handlers;
  std::string task;  ///< what it is to do; only in `Case`, whose history has it
  Instant ordered{};
  std::optional<Instant> freed;  ///< nothing it waits for is left; `ordered` if nothing ever was
  std::optional<Instant> signed_at;
  std::optional<Instant> begun;  ///< work started
  std::optional<Instant> contacted;
  std::optional<Instant> arrived;
  std::optional<Instant> controlled;
  std::optional<Instant> finished;
  std::optional<Instant> ended;  ///< done, declined, withdrawn or released
  /// What must be counted in full before the work is finished.
  std::vector<CheckItem> checklist;

  /// Whether the unit is still expected to do something.
  bool is_open() const noexcept {
    return state <= AssignmentState::signed_for || state >= AssignmentState::contacted;
  }
};

/// Somebody a case is about. Name, telephone and address are personal: stored apart, masked in what
/// queries return, erasable.
///
/// Who is named again by a later action, by the same name and the same telephone where both are
/// known, has from then on the part and data given then; what is left out stays. One action may
/// give one person several parts. Where people of one name have different telephones, only the
/// telephone says who is meant. Whoever has no name is never the same as another. Who is asked to a
/// conference keeps the part they had.
struct Party {
  /// "requester" for somebody who waits for a reply, "proxy" for somebody who speaks for one and
  /// gets it; "none" ends the part of somebody named before, as of one entered by mistake; else a
  /// word of the organization's, such as "affected", "owner", "suspect".
  std::string role;
  std::string name;
  std::string telephone;
  std::string address;
  /// Administrative division code of where they live, as far as it is known; may lie outside the
  /// county.
  std::string area_code = {};
};

/// A thing a case is about, known by a code in a register elsewhere: a vehicle, a ship, a
/// company, premises. Erased with the text of the case.
struct Subject {
  std::string kind;  ///< "vehicle", "ship", "company", "premises" or a code of the host's own
  std::string code;  ///< plate, licence, address key …; compared exactly, 1 … 100 characters
  std::string name = {};  ///< for people

  friend bool operator==(const Subject& a, const Subject& b) {
    return a.kind == b.kind && a.code == b.code && a.name == b.name;
  }
};

/// A file the host keeps; the case holds what identifies it.
struct Attachment {
  std::string name;
  std::string media_type;  ///< "image/jpeg"
  std::int64_t size = 0;   ///< bytes
  std::string sha256;      ///< 64 lower-case hexadecimal digits
  std::string kind;        ///< what it shows, such as "before", "after", "agreement"
  std::string uri;         ///< where the host finds it
  std::string asset = {};  ///< code of the camera, vehicle … that showed it; may be empty
  /// Of a case: it came with an internal note and does not leave the house.
  bool internal = false;
};

/// Another case that this one has to do with.
struct Link {
  CaseId case_id = CaseId::none;
  Relation relation = Relation::related;  ///< what this case is to the other
};

/// A joint consultation (会商).
struct Consultation {
  Instant called{};
  std::optional<Instant> concluded;
  std::string reason;
  std::vector<std::string> units;  ///< that were asked to take part
  std::vector<Party> parties;      ///< companies, residents …
  bool agreed = false;
  std::string lead;     ///< of the decision
  std::string minutes;  ///< 纪要
  std::string opinion;  ///< 处置意见
};

/// The name a case has in another system.
struct ExternalId {
  std::string system;
  std::string id;
};

/// A figure of the outcome, such as 36 "persons_moved".
struct Figure {
  std::string name;
  std::int64_t value = 0;
  std::string measure;  ///< "persons", "m3", "rooms"
};

/// What lists return, and what the rules decide from: the current row of a case.
struct CaseSummary {
  CaseId id = CaseId::none;
  std::string number;        ///< for people; unique in the county
  std::int64_t version = 0;  ///< number of events so far; 1 after the report
  Position position;

  Nature nature = Nature::ordinary;
  /// Of a contact its kind ("call", "letter", "visit", "post" …), of an alert its type.
  std::string type;
  std::string about;      ///< unit that a record is about
  std::string campaign;   ///< code of the campaign it fell under when it was reported
  bool surprise = false;  ///< of a record: nobody was told before (突击检查, 不打招呼)
  std::string title;
  std::string category;
  std::string grade;
  RequestKind request = RequestKind::unstated;
  std::string channel;
  std::string number_dialled;
  std::optional<Point> point;
  bool drill = false;  ///< an exercise: in no total

  std::string grid;  ///< ground it lies on, each empty when unknown
  std::string village;
  std::string township;

  std::string holder;  ///< unit that has it now; the last one when it has ended
  std::string lead;    ///< unit that leads, if orders are out
  /// Unit asked for a check before filing or after handling; of a contact, to take it over.
  std::string checker;
  std::string reporter_unit;  ///< unit and person that recorded the report
  std::string reporter_person;
  bool has_requester = false;  ///< somebody outside waits for a reply
  bool replied = false;        ///< and has one

  Tier origin = Tier::county;     ///< tier it was reported on
  std::optional<Tier> solved_on;  ///< tier it was solved on
  ResolutionMode mode = ResolutionMode::undecided;
  std::int32_t urgency = 0;      ///< times it was expedited
  std::int32_t returns = 0;      ///< times it came back
  std::int32_t suspensions = 0;  ///< times it was put on hold
  /// The case it goes on in: it was merged, or is a contact or an alert that became that case.
  CaseId merged_into = CaseId::none;
  CaseId part_of = CaseId::none;  ///< the case it is a part of
  std::string first_receiver;     ///< unit that led first
  std::string sender;             ///< unit that can still take back what it sent here
  std::string join;               ///< code of the rule by which the orders out come to an end
  std::int32_t consultations = 0;
  std::optional<Instant> hard_since;  ///< on the list of hard cases (疑难) for the morning meeting
  std::int32_t urges = 0;             ///< reminders
  std::int32_t supervision = 0;       ///< highest level it is supervised at; 0 if it is not
  Mediation mediation = Mediation::none;
  std::int32_t satisfaction = 0;  ///< 1 … 5, the latest; 0 if not rated
  std::string solved;        ///< "yes", "no", "partly" in the requester's eyes; empty if not asked
  std::int32_t repeats = 0;  ///< of an alert: times it came again
  /// Who answered a check after handling: "unit", or "unit/person" if one was named; ascending.
  std::vector<std::string> verifiers;
  std::int64_t policy_version = 0;  ///< rules it runs under

  Instant occurred{};  ///< when it happened, or began; reported time if nobody knows
  std::optional<Instant> lasted_until;  ///< of what took time: the end of it, as far as it is known
  Instant reported{};
  std::optional<Instant> accepted;
  std::optional<Instant> check_sent;  ///< a check before filing was asked for the last time
  std::optional<Instant> checked;     ///< last check before filing that was passed
  std::optional<Instant> filed;
  std::optional<Instant> dispatched;
  std::optional<Instant> contacted;      ///< the reporter was contacted the first time
  std::optional<Instant> arrived;        ///< somebody was on the scene the first time
  std::optional<Instant> controlled;     ///< under control the first time
  std::optional<Instant> handled;        ///< last unit that counts has fed back (办结)
  std::optional<Instant> confirm_sent;   ///< a check after handling was asked for the last time
  std::optional<Instant> confirmed;      ///< last check after handling that was passed
  std::optional<Instant> ended;          ///< closed, answered, rejected, merged or annulled
  std::optional<Instant> resume_at;      ///< of a suspended case
  std::optional<Instant> due;            ///< limit set with the report, or brought forward
  std::optional<Instant> waiting_since;  ///< an answer of the reporter is waited for
  Instant last_happened{};               ///< of the latest event

  /// Of the clocks that run now, the earliest times; none if none runs. `light(summary, now)`.
  std::optional<Instant> deadline;
  std::optional<Instant> yellow;
  std::optional<Instant> red;
};

/// The worst light of the clocks that run; green if none does.
GRIDCASE_API Light light(const CaseSummary& summary, Instant now) noexcept;

/// A text that was said about a case.
struct Note {
  Instant happened{};
  std::string unit;
  std::string text;
  bool internal = false;  ///< not for the public
};

/// A case with everything that hangs on it.
struct Case : CaseSummary {
  std::string text;
  std::string address;
  std::string reply;  ///< last reply to the requester
  std::vector<Assignment> assignments;
  std::vector<Clock> clocks;
  /// The latest of each, nobody whose part was ended; what was said before stands in the history.
  /// A case that came of a contact shows parties and external ids of the contact, too.
  /// `has_requester` stays: whether somebody was to be told does not hang on names, which can be
  /// erased.
  std::vector<Party> parties;
  std::vector<Subject> subjects;
  std::vector<ExternalId> external_ids;
  std::vector<Link> links;
  /// Cases that are parts of it, and cases that go on in it, as far as the actor may see them and
  /// 1,000 at most. Stands in their histories, not in its own.
  std::vector<CaseId> parts;
  std::vector<CaseId> merged;
  std::vector<Consultation> conferences;
  std::vector<Attachment> attachments;
  std::vector<Note> notes;
  std::vector<Figure> figures;
};

}  // namespace gridcase
