#include <gridcase/event_log.hpp>

namespace gridcase {

// The standard model tells what becomes of a piece of work; here the work is the case.
std::string_view xes_transition(ActionKind action) noexcept {
  using A = ActionKind;
  switch (action) {
  case A::report:
  case A::enter_record:
  case A::transfer_in:
  case A::split: return "schedule";
  case A::dispatch:
  case A::reinforce:
  case A::conclude:
  case A::transfer_out: return "assign";
  case A::escalate:
  case A::hand_down:
  case A::transfer:
  case A::send_back:
  case A::decline:
  case A::take_over: return "reassign";
  case A::sign:
  case A::start:
  case A::handle:
  case A::guide: return "start";
  case A::suspend: return "suspend";
  case A::resume:
  case A::reopen:
  case A::unmerge: return "resume";
  case A::withdraw:
  case A::release: return "withdraw";
  case A::reject:
  case A::merge: return "manualskip";
  case A::force_close: return "ate_abort";
  case A::annul: return "pi_abort";
  default: return "complete";
  }
}

}  // namespace gridcase
