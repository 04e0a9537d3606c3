#pragma once
// The ways back, each declared once. From a declaration come the edges of the machine, whether a
// reason is needed, what becomes of the orders that are out, whether the work is undone (clocks
// that had stopped begin anew or go on, as their milestone says), whether it counts towards the
// limit on returns, and the rights that are cut where the case lands. Nothing is ever lost by a
// return: the record keeps what was done, and who had an order keeps it with its times.
//
// Source: return rules of digital city management (退回不丢数据、必填原因、退回后不得前行).

#include <gridcase/action.hpp>

#include <array>
#include <optional>
#include <string_view>

namespace gridcase::rules {

// What becomes of the orders that are out, or that were done.
enum class Siblings : std::uint8_t {
  keep = 1,
  withdraw,  // the open ones are taken back; facts of the event may keep who holds the scene
  rework,    // those done in this round are at work again
};

struct Return {
  std::string_view name;
  ActionKind action;
  Outcome outcome;               // `only` stands for the outcome that names the tier
  std::optional<Phase> landing;  // none: the phase it is in, on the tier it came from
  bool needs_reason;
  bool counts;  // towards CaseRules::return_limit
  Siblings siblings;
  bool undoes_work;  // what was handled and confirmed is not, any more
  bool keeps_tier;   // rights cut: the case must be put in order before it leaves the tier
};

namespace returns {

// A unit that was to lead sends its order back (退单).
inline constexpr Return declined{"declined",
                                 ActionKind::decline,
                                 Outcome::whole,
                                 Phase::returned,
                                 true,
                                 true,
                                 Siblings::withdraw,
                                 false,
                                 true};
// A room sends the case back to a lower tier (退回).
inline constexpr Return sent_down{"sent_down",
                                  ActionKind::send_back,
                                  Outcome::only,
                                  Phase::returned,
                                  true,
                                  true,
                                  Siblings::keep,
                                  false,
                                  true};
// The room takes its orders back (撤回).
inline constexpr Return withdrawn{
    "withdrawn", ActionKind::withdraw, Outcome::whole, Phase::triage, false,
    false,       Siblings::withdraw,   false,          false};
// Who sent the case takes it back before it is taken up.
inline constexpr Return recalled{
    "recalled", ActionKind::withdraw, Outcome::only, std::nullopt, false,
    false,      Siblings::keep,       false,         false};
// The room is not content with what was fed back (返工).
inline constexpr Return rework{"rework",
                               ActionKind::send_back,
                               Outcome::only,
                               Phase::handling,
                               true,
                               true,
                               Siblings::rework,
                               true,
                               false};
// The check after handling was failed (返工).
inline constexpr Return check_failed{"check_failed",
                                     ActionKind::confirm,
                                     Outcome::failed,
                                     Phase::handling,
                                     true,
                                     true,
                                     Siblings::rework,
                                     true,
                                     false};
// The reporter says that nothing is solved.
inline constexpr Return dissatisfied{"dissatisfied",
                                     ActionKind::follow_up,
                                     Outcome::failed,
                                     Phase::handling,
                                     false,
                                     true,
                                     Siblings::rework,
                                     true,
                                     false};

inline constexpr std::array<const Return*, 7> all{&declined, &sent_down,    &withdrawn,   &recalled,
                                                  &rework,   &check_failed, &dissatisfied};

}  // namespace returns

// The declaration a step goes back by; null for a step that is none.
const Return* return_of(State from, ActionKind action, Outcome outcome, State to);
const Return* return_of(const Event& event);

std::string_view name(Siblings siblings) noexcept;

}  // namespace gridcase::rules
