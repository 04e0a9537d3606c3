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

constexpr std::int64_t to_number(CaseId id) noexcept { return static_cast<std::int64_t>(id); }

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
};

enum class AssignmentState : std::uint8_t {
  assigned = 1,  ///< ordered, not signed
  signed_for,    ///< 签收
  done,          ///< fed back, its part is done
  declined,      ///< sent back with a reason
  withdrawn,     ///< taken back by the room
  released,      ///< let go, no longer needed
};

GRIDCASE_API std::string_view name(RequestKind kind) noexcept;
GRIDCASE_API std::string_view name(ResolutionMode mode) noexcept;
GRIDCASE_API std::string_view name(AssignmentRole role) noexcept;
GRIDCASE_API std::string_view name(AssignmentState state) noexcept;
GRIDCASE_API std::optional<RequestKind> request_kind_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<AssignmentRole>
assignment_role_from_name(std::string_view name) noexcept;

/// One unit's part in a case.
struct Assignment {
  std::int32_t no = 0;  ///< 1, 2, 3 … within the case
  std::string unit;
  AssignmentRole role = AssignmentRole::assist;
  AssignmentState state = AssignmentState::assigned;
  std::int32_t round = 1;  ///< 2 and up after rework
  Instant ordered{};
  std::optional<Instant> signed_at;
  std::optional<Instant> contacted;
  std::optional<Instant> arrived;
  std::optional<Instant> controlled;
  std::optional<Instant> ended;  ///< done, declined, withdrawn or released

  /// Whether the unit is still expected to do something.
  bool is_open() const noexcept {
    return state == AssignmentState::assigned || state == AssignmentState::signed_for;
  }
};

/// Somebody a case is about. Name, telephone and address are personal: stored apart, masked in what
/// queries return, erasable.
struct Party {
  /// "requester" for somebody who waits for a reply; else a word of the organization's, such as
  /// "affected", "owner", "suspect".
  std::string role;
  std::string name;
  std::string telephone;
  std::string address;
};

/// A file the host keeps; the case holds what identifies it.
struct Attachment {
  std::string name;
  std::string media_type;  ///< "image/jpeg"
  std::int64_t size = 0;   ///< bytes
  std::string sha256;      ///< 64 lower-case hexadecimal digits
  std::string kind;        ///< what it shows, such as "before", "after", "agreement"
  std::string uri;         ///< where the host finds it
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

  std::string title;
  std::string category;
  std::string grade;
  RequestKind request = RequestKind::unstated;
  std::string channel;
  std::optional<Point> point;
  bool drill = false;  ///< an exercise: in no total

  std::string grid;  ///< ground it lies on, each empty when unknown
  std::string village;
  std::string township;

  std::string holder;         ///< unit that has it now; the last one when it has ended
  std::string lead;           ///< unit that leads, if orders are out
  std::string checker;        ///< unit asked for a check before filing or after handling
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
  CaseId merged_into = CaseId::none;
  std::int64_t policy_version = 0;  ///< rules it runs under

  Instant occurred{};  ///< when it happened; reported time if nobody knows
  Instant reported{};
  std::optional<Instant> accepted;
  std::optional<Instant> checked;  ///< last check before filing that was passed
  std::optional<Instant> filed;
  std::optional<Instant> dispatched;
  std::optional<Instant> contacted;      ///< the reporter was contacted the first time
  std::optional<Instant> arrived;        ///< somebody was on the scene the first time
  std::optional<Instant> controlled;     ///< under control the first time
  std::optional<Instant> handled;        ///< last unit that counts has fed back (办结)
  std::optional<Instant> confirmed;      ///< last check after handling that was passed
  std::optional<Instant> ended;          ///< closed, answered, rejected, merged or annulled
  std::optional<Instant> resume_at;      ///< of a suspended case
  std::optional<Instant> due;            ///< limit set with the report
  std::optional<Instant> waiting_since;  ///< an answer of the reporter is waited for
  Instant last_happened{};               ///< of the latest event

  /// Of the clocks that run now, the earliest times; none if none runs. `light(summary, now)`.
  std::optional<Instant> deadline;
  std::optional<Instant> yellow;
  std::optional<Instant> red;
};

/// The worst light of the clocks that run; green if none does.
GRIDCASE_API Light light(const CaseSummary& summary, Instant now) noexcept;

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
  std::string number_dialled;
  std::string reply;  ///< last reply to the requester
  std::vector<Assignment> assignments;
  std::vector<Clock> clocks;
  std::vector<Party> parties;
  std::vector<ExternalId> external_ids;
  std::vector<CaseId> links;
  std::vector<Attachment> attachments;
  std::vector<Note> notes;
  std::vector<Figure> figures;
  std::int32_t satisfaction = 0;  ///< 1 … 5, 0 if not rated
  std::string solved;  ///< "yes", "no", "partly" in the requester's eyes; empty if not asked
};

}  // namespace gridcase
