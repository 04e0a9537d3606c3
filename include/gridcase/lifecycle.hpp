#pragma once
/// \file lifecycle.hpp
/// The lifecycle of a case: states, actions, and the one machine that joins them.
///
/// There is one transition table, the reaction lists of the state machine in
/// src/rules/lifecycle_machine.cpp. `edges` is read out of it; what a person may do next, the
/// diagrams, the documentation and the proof that every case can be closed come from the edges.
///
/// An edge is (state, action, outcome, target). The outcome tells apart what one action can come
/// to: the tier a case is sent to, whether all or only some units have answered, whether a check
/// was passed. The rules choose the outcome from the data of the case; a caller never names it.
///
/// All functions are pure and thread-safe.

#include <gridcase/export.hpp>
#include <gridcase/organization.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// Where a case is. Values are tier << 8 | phase, stable for ever, and stored.
enum class State : std::uint16_t {
  none = 0x000,       ///< before the report
  suspended = 0x001,  ///< on hold with a dated resumption; remembers where it was
  closed = 0x002,     ///< 结案; remembers where it was closed from
  answered = 0x003,   ///< answered without handling
  rejected = 0x004,   ///< not taken up (不予受理)
  merged = 0x005,     ///< goes on in another case; remembers where it was
  annulled = 0x006,   ///< struck out (作废)
  settled = 0x007,    ///< of a record: decided, published, carried out
  noted = 0x008,      ///< of a record: entered, and still to be settled

  village_intake = 0x101,  ///< reported, in the pool of the tier
  village_checking,        ///< check before filing: is it true?
  village_triage,          ///< filed; the tier's room decides
  village_consulting,      ///< joint consultation; ends with exactly one lead
  village_dispatched,      ///< sent to units; the lead has not signed
  village_returned,        ///< came back; may be corrected, sent out again or further back
  village_handling,        ///< at least the lead is at work
  village_review,          ///< fed back; the room reviews
  village_confirming,      ///< check after handling: is it done?

  township_intake = 0x201,
  township_checking,
  township_triage,
  township_consulting,
  township_dispatched,
  township_returned,
  township_handling,
  township_review,
  township_confirming,

  county_intake = 0x301,
  county_checking,
  county_triage,
  county_consulting,
  county_dispatched,
  county_returned,
  county_handling,
  county_review,
  county_confirming,
};

/// The low byte of a state that stands on a tier.
enum class Phase : std::uint8_t {
  intake = 1,
  checking,
  triage,
  consulting,
  dispatched,
  returned,
  handling,
  review,
  confirming
};

/// The six steps shown to the public; they follow from the state.
enum class Stage : std::uint8_t { report = 1, file, dispatch, handle, feedback, close };

/// What can be done. The numbers are stable for ever, and stored.
enum class ActionKind : std::uint8_t {
  report = 1,         ///< a case comes up (上报)
  accept,             ///< taken out of the pool (受理)
  reject,             ///< not taken up, with a reply (不予受理)
  answer,             ///< answered without handling, with a reply
  check,              ///< check before filing: asked for, passed, failed
  file,               ///< filed (立案)
  handle,             ///< the holder handles it itself (自办)
  guide,              ///< a room guides a lower tier that handles it (指导)
  escalate,           ///< to a higher tier (上报, 提级)
  hand_down,          ///< to a lower tier (下派)
  transfer,           ///< to another unit of the same tier (移交)
  transfer_out,       ///< to another system, which takes part (转出)
  transfer_in,        ///< from another system (转入)
  consult,            ///< joint consultation called (会商)
  conclude,           ///< consultation ends: with one lead, or without result
  dispatch,           ///< orders to units (派遣, 派单, 交办)
  withdraw,           ///< orders, or the offer of a contact, taken back (撤回)
  sign,               ///< a unit signs for its order (签收)
  decline,            ///< a unit sends its order, or a contact offered to it, back (退单)
  start,              ///< a unit starts work
  contact,            ///< the reporter was contacted (联系)
  arrive,             ///< on the scene (到场)
  control,            ///< the situation is under control (控制)
  progress,           ///< news from a unit at work
  reinforce,          ///< further units for support
  release,            ///< a unit is let go (解除)
  feedback,           ///< a unit reports that its part is done (反馈, 办结)
  send_back,          ///< to a lower tier, or to the units for rework (退回, 返工)
  confirm,            ///< check after handling: asked for, passed, failed
  close,              ///< closed (结案)
  force_close,        ///< closed by a superior without the usual steps (强制结案)
  follow_up,          ///< call-back to the reporter (回访)
  reopen,             ///< a closed case goes on where it was closed
  suspend,            ///< on hold with a dated resumption (挂账)
  resume,             ///< goes on where it was
  request_info,       ///< a question to the reporter
  supply_info,        ///< the reporter's answer
  request_extension,  ///< more time is asked for (申请延期)
  decide_extension,   ///< and granted or denied
  expedite,           ///< urgency raised (加急)
  urge,               ///< reminder (催办)
  supervise,          ///< supervision order (督办)
  merge,              ///< goes on in another case (并案)
  unmerge,            ///< does not, after all
  split,              ///< a part becomes a case of its own
  link,               ///< related to another case
  annul,              ///< struck out (作废)
  reclassify,         ///< another category
  amend,              ///< facts of the case corrected
  rebase,             ///< goes on under newer rules
  comment,            ///< a note
  attach,             ///< evidence
  record_outcome,     ///< figures of the outcome
  rate,               ///< the reporter's rating
  appeal,             ///< a unit objects to an assessment (申诉)
  decide_appeal,      ///< and is heard or not
  fall_due,           ///< a rung of a clock's ladder; done by `Engine::tick` only
  recalculate,        ///< deadlines moved by a new calendar; done by `Engine::import_holidays` only
  mediate,            ///< a mediation was held: settled or not (调解)
  take_over,          ///< a unit takes the place of another that is no more
  finish,             ///< a unit has done the work, and has still to report (处置完毕)
  broadcast,          ///< something is made known to the public (发布)
  mark_hard,          ///< on the list of hard cases, or off it (疑难)
  enter_record,       ///< a contact, an alert, a check, a notice … is entered (登记)
  settle,             ///< and settled
  repeat,             ///< an alert came again; done by the engine when one is entered twice
  reveal,             ///< personal or sensitive data was shown to somebody (查看登记)
  erase,              ///< free text and personal data are erased; the record stays verifiable
};

/// What an action came to.
enum class Outcome : std::uint8_t {
  only = 0,        ///< there is one way only
  to_village = 1,  ///< sent to that tier
  to_township = 2,
  to_county = 3,
  partly = 4,     ///< some units; others are still expected
  whole = 5,      ///< the unit, or the last unit, that counts
  requested = 6,  ///< a check was asked for
  passed = 7,     ///< of a check, a consultation; of a follow-up call: nothing has to be done again
  failed = 8,
  granted = 9,
  denied = 10,
};

/// Stable lower-case names, such as "township_triage", "hand_down", "to_county".
GRIDCASE_API std::string_view name(State state) noexcept;
GRIDCASE_API std::string_view name(Phase phase) noexcept;
GRIDCASE_API std::string_view name(Stage stage) noexcept;
GRIDCASE_API std::string_view name(ActionKind action) noexcept;
GRIDCASE_API std::string_view name(Outcome outcome) noexcept;
GRIDCASE_API std::optional<State> state_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<Stage> stage_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<ActionKind> action_from_name(std::string_view name) noexcept;
GRIDCASE_API std::optional<Outcome> outcome_from_name(std::string_view name) noexcept;

/// Every value, in the order of declaration.
GRIDCASE_API const std::vector<State>& all_states();
/// Every kind of action, in the order of the enumeration.
GRIDCASE_API const std::vector<ActionKind>& all_actions();

/// The tier a state stands on; none for the others.
constexpr std::optional<Tier> tier_of(State state) noexcept {
  const auto tier = static_cast<std::uint16_t>(state) >> 8;
  return tier == 0 ? std::nullopt : std::optional<Tier>(static_cast<Tier>(tier));
}
/// The phase of a state that stands on a tier; none for the others.
constexpr std::optional<Phase> phase_of(State state) noexcept {
  return tier_of(state)
             ? std::optional<Phase>(static_cast<Phase>(static_cast<std::uint16_t>(state) & 0xFFu))
             : std::nullopt;
}
/// The state of a phase on a tier.
constexpr State state_at(Tier tier, Phase phase) noexcept {
  return static_cast<State>(static_cast<unsigned>(tier) << 8 | static_cast<unsigned>(phase));
}
/// Closed, answered, rejected, merged, annulled or settled.
constexpr bool is_end(State state) noexcept {
  return state >= State::closed && state <= State::settled;
}
/// What the public sees. A suspended case shows `handle`; every end shows `close`.
GRIDCASE_API Stage stage_of(State state) noexcept;

/// A state and what it remembers: a suspended, merged or closed case knows where it came from, and
/// one that was merged while suspended knows both.
struct Position {
  State state = State::none;
  State back = State::none;   ///< where `resume`, `unmerge` or `reopen` leads
  State back2 = State::none;  ///< and where the state `back` leads in its turn

  friend constexpr bool operator==(const Position& a, const Position& b) {
    return a.state == b.state && a.back == b.back && a.back2 == b.back2;
  }
  friend constexpr bool operator!=(const Position& a, const Position& b) { return !(a == b); }
};

enum class EdgeKind : std::uint8_t {
  go = 1,  ///< leads to `Edge::to`
  stay,    ///< allowed, and the state stays; `Edge::to` is `Edge::from`
  back,    ///< leads to what is remembered; `Edge::to` is `State::none`
  cut,  ///< a right of the surrounding state that is taken away here; `Edge::to` is `State::none`
};

/// One line of the transition table, inherited lines included.
struct Edge {
  State from = State::none;
  ActionKind action = ActionKind::comment;
  Outcome outcome = Outcome::only;
  State to = State::none;
  EdgeKind kind = EdgeKind::stay;
};

/// The transition table, sorted by from, action, outcome.
GRIDCASE_API const std::vector<Edge>& edges();

/// The position after an action, or nothing if the machine refuses it. Costs well under a
/// microsecond and allocates nothing that outlives the call.
/// \throws Error invalid_argument for an id that does not exist and for a position that no case can
/// be in, such as suspended without a memory.
GRIDCASE_API std::optional<Position> advance(const Position& from, ActionKind action,
                                             Outcome outcome);

/// The outcomes that an action can have in a state, in ascending order; empty if it is refused.
/// \throws Error invalid_argument for an id that does not exist.
GRIDCASE_API std::vector<Outcome> outcomes(State state, ActionKind action);

/// Every action that is allowed here with some outcome, in ascending order. What a given person may
/// do is `Engine::allowed`.
/// \throws Error invalid_argument for an id that does not exist.
GRIDCASE_API std::vector<ActionKind> possible_actions(State state);

/// Whether every position that a case can come to has a way out.
struct Closability {
  std::size_t positions = 0;    ///< positions looked at
  std::vector<Position> stuck;  ///< those from which no end can be reached
};

/// Decides for every position that can be reached from the report whether a proper end (closed,
/// answered, rejected; of a record settled) can be reached from there. Decided on the graph
/// unfolded over what is remembered. `merge`, `annul` and `force_close` never count as ways out,
/// since they stand open nearly everywhere; `without` takes further edges away, as a policy that
/// forbids them does (known by from, action and outcome). A case at an end, merged and annulled
/// included, is not stuck. \throws Error invalid_argument for an edge in `without` that is not in
/// the table.
GRIDCASE_API Closability prove_closable(const std::vector<Edge>& without = {});

/// How to draw the lifecycle.
enum class DiagramFormat : std::uint8_t {
  dot = 1,   ///< Graphviz, laid out as 王
  mermaid,   ///< Mermaid state diagram
  scxml,     ///< W3C SCXML, one element `state` a state, inherited lines on the outer states
  markdown,  ///< the table of the documentation
};

/// The lifecycle as text. Same bytes at every call.
GRIDCASE_API std::string draw_lifecycle(DiagramFormat format);

}  // namespace gridcase
