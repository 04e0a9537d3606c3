#include "rules/lifecycle_machine.hpp"

#include "rules/returns.hpp"

#include <gridcase/error.hpp>

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <boost/mpl/for_each.hpp>
#include <boost/mpl/list.hpp>
#include <boost/mpl/push_front.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/in_state_reaction.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

// The one transition table of the lifecycle: the reaction lists below. Nothing else in the library
// repeats them; edges() reads them.
//
// The states have no entry or exit actions and the lines no transition actions, so putting the
// machine into a stored state has no effects. Statechart's types differ with NDEBUG and must not
// leave this file. The namespace has a name because clang refuses events in one that has none.

namespace gridcase::rules::machine {

namespace sc = boost::statechart;
namespace mpl = boost::mpl;

using A = ActionKind;
using O = Outcome;

// Nobody's action: brings a new machine into a stored state.
constexpr A restore = A{0};

template <A action, O outcome = O::only> struct On : sc::event<On<action, outcome>> {};

// --- The machine -------------------------------------------------------------------------------

struct Restoring;

struct Machine : sc::state_machine<Machine, Restoring> {
  State now = State::none;     // written by every state as it is entered
  State memory = State::none;  // where the next `back` leads
  bool went_back = false;
  bool refused = false;

  template <class Event> void refuse(const Event&) { refused = true; }
  // Hides the library's: what no state answers is refused, not ignored.
  void unconsumed_event(const sc::event_base&) { refused = true; }
};

// --- Vocabulary of the table -------------------------------------------------------------------

template <Tier... tiers> struct Tiers {};
template <Tier tier> struct Around;
template <> struct Around<Tier::village> {
  using Above = Tiers<Tier::township, Tier::county>;
  using Below = Tiers<>;
  using Others = Above;
};
template <> struct Around<Tier::township> {
  using Above = Tiers<Tier::county>;
  using Below = Tiers<Tier::village>;
  using Others = Tiers<Tier::village, Tier::county>;
};
template <> struct Around<Tier::county> {
  using Above = Tiers<>;
  using Below = Tiers<Tier::village, Tier::township>;
  using Others = Below;
};
template <Tier tier> using Above = typename Around<tier>::Above;
template <Tier tier> using Below = typename Around<tier>::Below;
using EveryTier = Tiers<Tier::village, Tier::township, Tier::county>;

constexpr O to(Tier tier) { return static_cast<O>(tier); }
static_assert(to(Tier::village) == O::to_village && to(Tier::county) == O::to_county);

// Several lines in the place of one.
template <class... Entries> struct Group {};

// mpl::list ends at twenty entries.
template <class... Entries> struct MakeTable { using type = mpl::list<>; };
template <class First, class... Rest> struct MakeTable<First, Rest...> {
  using type = typename mpl::push_front<typename MakeTable<Rest...>::type, First>::type;
};
template <class... Inner, class... Rest> struct MakeTable<Group<Inner...>, Rest...> {
  using type = typename MakeTable<Inner..., Rest...>::type;
};
template <class... Entries> using Table = typename MakeTable<Entries...>::type;

// Leads to another state.
template <A action, class Target, O outcome = O::only>
struct go : sc::transition<On<action, outcome>, Target> {};

// Is allowed, and the state stays.
template <A action, O outcome = O::only>
struct stay : sc::in_state_reaction<On<action, outcome>> {};

// Leads to what is remembered.
template <A action, O outcome = O::only> struct back : sc::custom_reaction<On<action, outcome>> {};

// Takes a right of the surrounding state away. A line of its own, because without one the
// surrounding state would answer, and discarding the event would count as accepting it.
template <A action, O outcome = O::only>
struct cut
    : sc::in_state_reaction<On<action, outcome>, Machine, &Machine::refuse<On<action, outcome>>> {};

template <A action, template <Tier> class Target, class Where> struct GoEach;
template <A action, template <Tier> class Target, Tier... tiers>
struct GoEach<action, Target, Tiers<tiers...>> {
  using type = Group<go<action, Target<tiers>, to(tiers)>...>;
};
template <A action, class Where> struct CutEach;
template <A action, Tier... tiers> struct CutEach<action, Tiers<tiers...>> {
  using type = Group<cut<action, to(tiers)>...>;
};

// One line a tier, to the state on that tier; the outcome names the tier.
template <A action, template <Tier> class Target, class Where>
using go_each = typename GoEach<action, Target, Where>::type;

// The case leaves the tier: all of it is cut where the case must first be settled on this one.
template <Tier T>
using cut_leaving = Group<typename CutEach<A::escalate, Above<T>>::type,
                          typename CutEach<A::hand_down, Below<T>>::type, cut<A::transfer>>;

// A declared way back, from a state on the tier; one line a tier where the outcome names it.
template <Tier T, Phase phase> struct StateAt;
template <const Return& way, Tier T>
using comes_back = go<way.action, typename StateAt<T, *way.landing>::type, way.outcome>;
template <const Return& way, class Where> struct ComesBackEach;
template <const Return& way, Tier... tiers> struct ComesBackEach<way, Tiers<tiers...>> {
  using type = Group<go<way.action, typename StateAt<tiers, *way.landing>::type, to(tiers)>...>;
};
template <const Return& way, class Where>
using comes_back_each = typename ComesBackEach<way, Where>::type;
// Before it is taken up, to the same phase of the tier it came from.
template <template <Tier> class Here, Tier T, class Others> struct Recall;
template <template <Tier> class Here, Tier T, Tier... others>
struct Recall<Here, T, Tiers<others...>> {
  using type = Group<stay<returns::recalled.action, to(T)>,
                     go<returns::recalled.action, Here<others>, to(others)>...>;
};

// The rights that are cut where such a way leads to.
constexpr bool keeps_tier(Phase landing) {
  for (const Return* way : returns::all) {
    if (way->landing == landing && way->keeps_tier) return true;
  }
  return false;
}
template <Tier T, Phase landing>
using rights_cut = std::conditional_t<keeps_tier(landing), cut_leaving<T>, Group<>>;

// --- The states --------------------------------------------------------------------------------

struct Open;
struct Ended;
struct Suspended;
struct Closed;
struct Merged;
struct Answered;
struct Rejected;
struct Annulled;
struct Noted;
struct Settled;
template <Tier T> struct AtTier;
template <Tier T> struct Intake;
template <Tier T> struct Checking;
template <Tier T> struct Triage;
template <Tier T> struct Consulting;
template <Tier T> struct Dispatched;
template <Tier T> struct Returned;
template <Tier T> struct Handling;
template <Tier T> struct Review;
template <Tier T> struct Confirming;

template <Tier T>
using recall_to_intake = typename Recall<Intake, T, typename Around<T>::Others>::type;
template <Tier T>
using recall_to_triage = typename Recall<Triage, T, typename Around<T>::Others>::type;
template <Tier T> struct StateAt<T, Phase::triage> { using type = Triage<T>; };
template <Tier T> struct StateAt<T, Phase::returned> { using type = Returned<T>; };
template <Tier T> struct StateAt<T, Phase::handling> { using type = Handling<T>; };

template <Tier T>
using TierStates = Group<AtTier<T>, Intake<T>, Checking<T>, Triage<T>, Consulting<T>, Dispatched<T>,
                         Returned<T>, Handling<T>, Review<T>, Confirming<T>>;
using AllStates = Table<Restoring, Open, Suspended, TierStates<Tier::village>,
                        TierStates<Tier::township>, TierStates<Tier::county>, Ended, Closed,
                        Answered, Rejected, Merged, Annulled, Noted, Settled>;

// Goes to the state of that id. The caller has made sure that it exists.
template <class From> sc::result go_to(From& from, State target);

// A state around others. It has lines, and a case is never in it but in one of the inner ones. The
// initial state is wrapped because Statechart would otherwise look into it before it can be
// complete.
template <class Self, class OuterState, class Initial>
struct Outer : sc::simple_state<Self, OuterState, mpl::list<Initial>> {
  using outer = OuterState;
  using reactions = void;  // a misspelt list must not compile; the library's would be empty
  static constexpr bool is_outer = true;
};

// A state a case can be in.
template <class Self, class OuterState, State self_id> struct Leaf : sc::state<Self, OuterState> {
  using outer = OuterState;
  using reactions = void;
  static constexpr bool is_outer = false;
  static constexpr State id = self_id;

  explicit Leaf(typename sc::state<Self, OuterState>::my_context context)
      : sc::state<Self, OuterState>(context) {
    this->outermost_context().now = self_id;
  }
  // The one reaction of every `back` line.
  template <class Event> sc::result react(const Event&) {
    Machine& machine = this->outermost_context();
    machine.went_back = true;
    return go_to(static_cast<Self&>(*this), machine.memory);
  }
};

// A line of the table is kept on a line of its own, or with its kin.
// clang-format off

struct Restoring : Leaf<Restoring, Machine, State::none> {
  using Leaf::Leaf;
  using reactions = Table<
      back<restore>,
      go_each<A::report, Intake, EveryTier>,
      go_each<A::transfer_in, Intake, EveryTier>,
      go<A::enter_record, Noted>>;
};

// Holds what is possible until the end.
struct Open : Outer<Open, Machine, Suspended> {
  static std::string title() { return "open"; }
  using reactions = Table<
      stay<A::comment>, stay<A::attach>, stay<A::link>,
      stay<A::amend>, stay<A::reclassify>, stay<A::rebase>,
      stay<A::urge>, stay<A::supervise>, stay<A::expedite>,
      stay<A::request_info>, stay<A::supply_info>,
      stay<A::split>, stay<A::record_outcome>,
      stay<A::fall_due>, stay<A::recalculate>, stay<A::take_over, O::partly>,
      stay<A::broadcast>, stay<A::mark_hard>, stay<A::reveal>,
      go<A::annul, Annulled>,
      go<A::merge, Merged>>;
};

struct Suspended : Leaf<Suspended, Open, State::suspended> {
  using Leaf::Leaf;
  using reactions = Table<back<A::resume>>;
};

// Holds what is possible on a tier. `suspend` is here, not in Open: Suspended stands inside Open
// and would inherit it. Who holds the scene goes on with it whatever becomes of the other orders;
// and who has the case may reach the reporter, or have matters under control, before orders are out.
template <Tier T> struct AtTier : Outer<AtTier<T>, Open, Intake<T>> {
  static std::string title() { return "at_" + std::string(name(T)); }
  using reactions = Table<
      go<A::suspend, Suspended>,
      go_each<A::escalate, Triage, Above<T>>,
      go_each<A::hand_down, Triage, Below<T>>,
      go<A::transfer, Triage<T>>,
      stay<A::sign, O::partly>, stay<A::decline, O::partly>, stay<A::release, O::partly>,
      stay<A::contact>, stay<A::arrive>, stay<A::control>, stay<A::progress>,
      stay<A::feedback, O::partly>,
      stay<A::mediate>, stay<A::request_extension>,
      stay<A::decide_extension, O::granted>, stay<A::decide_extension, O::denied>>;
};

// What is not filed yet stays so on another tier or at another unit; hence the lines that AtTier
// has, too.
template <Tier T> struct Intake : Leaf<Intake<T>, AtTier<T>, state_at(T, Phase::intake)> {
  using Intake::Leaf::Leaf;
  using reactions = Table<
      stay<A::accept>,
      go<A::check, Checking<T>, O::requested>,
      go<A::file, Triage<T>>,
      go<A::reject, Rejected>,
      go<A::answer, Answered>,
      go_each<A::escalate, Intake, Above<T>>,
      go_each<A::hand_down, Intake, Below<T>>,
      go<A::transfer, Intake<T>>,
      recall_to_intake<T>,
      comes_back_each<returns::sent_down, Below<T>>>;
};

template <Tier T> struct Checking : Leaf<Checking<T>, AtTier<T>, state_at(T, Phase::checking)> {
  using Checking::Leaf::Leaf;
  using reactions = Table<
      stay<A::check, O::requested>, // somebody else is asked
      go<A::check, Intake<T>, O::passed>,
      go<A::check, Intake<T>, O::failed>,
      go<A::withdraw, Intake<T>, O::whole>,
      cut_leaving<T>>;
};

template <Tier T> struct Triage : Leaf<Triage<T>, AtTier<T>, state_at(T, Phase::triage)> {
  using Triage::Leaf::Leaf;
  using reactions = Table<
      go<A::consult, Consulting<T>>,
      go<A::dispatch, Dispatched<T>>,
      go<A::transfer_out, Dispatched<T>>,
      go<A::handle, Handling<T>>,
      go_each<A::guide, Handling, Below<T>>,
      go<A::answer, Answered>,
      recall_to_triage<T>,
      comes_back_each<returns::sent_down, Below<T>>>;
};

template <Tier T>
struct Consulting : Leaf<Consulting<T>, AtTier<T>, state_at(T, Phase::consulting)> {
  using Consulting::Leaf::Leaf;
  using reactions = Table<
      stay<A::consult>, // further units
      go<A::conclude, Dispatched<T>, O::passed>,
      go<A::conclude, Triage<T>, O::failed>,
      cut_leaving<T>>;
};

template <Tier T>
struct Dispatched : Leaf<Dispatched<T>, AtTier<T>, state_at(T, Phase::dispatched)> {
  using Dispatched::Leaf::Leaf;
  using reactions = Table<
      stay<A::dispatch>, stay<A::reinforce>,
      stay<A::start>, stay<A::finish>,
      stay<A::transfer_out>, stay<A::transfer_in, to(T)>,
      go<A::sign, Handling<T>, O::whole>,
      comes_back<returns::declined, T>,
      stay<A::withdraw, O::partly>, comes_back<returns::withdrawn, T>,
      go<A::feedback, Review<T>, O::whole>,
      go<A::release, Review<T>, O::whole>,
      go<A::take_over, Handling<T>, O::whole>, // who leads now has signed already
      go<A::force_close, Closed>>;
};

// The rights that a return takes away are lines here, so that the graph and the diagrams show them.
template <Tier T> struct Returned : Leaf<Returned<T>, AtTier<T>, state_at(T, Phase::returned)> {
  using Returned::Leaf::Leaf;
  using reactions = Table<
      stay<A::accept>,
      go<A::dispatch, Dispatched<T>>,
      go<A::handle, Handling<T>>,
      go_each<A::guide, Handling, Below<T>>,
      go<A::consult, Consulting<T>>,
      comes_back_each<returns::sent_down, Below<T>>,
      go<A::reject, Rejected>,
      go<A::answer, Answered>,
      go<A::check, Checking<T>, O::requested>,
      go<A::force_close, Closed>,
      rights_cut<T, Phase::returned>>;
};

template <Tier T> struct Handling : Leaf<Handling<T>, AtTier<T>, state_at(T, Phase::handling)> {
  using Handling::Leaf::Leaf;
  using reactions = Table<
      stay<A::dispatch>, stay<A::reinforce>,
      go<A::release, Review<T>, O::whole>, // of the last at work
      stay<A::start>, stay<A::finish>,
      stay<A::guide, to(T)>, // by the room above
      stay<A::transfer_out>, stay<A::transfer_in, to(T)>,
      go<A::sign, Review<T>, O::whole>, // the lead is done, and waited for signatures only
      comes_back<returns::declined, T>,
      stay<A::withdraw, O::partly>, comes_back<returns::withdrawn, T>,
      go<A::feedback, Review<T>, O::whole>,
      go<A::consult, Consulting<T>>,
      go<A::force_close, Closed>>;
};

template <Tier T> struct Review : Leaf<Review<T>, AtTier<T>, state_at(T, Phase::review)> {
  using Review::Leaf::Leaf;
  using reactions = Table<
      stay<A::follow_up, O::passed>, comes_back<returns::dissatisfied, T>,
      go<A::confirm, Confirming<T>, O::requested>,
      comes_back_each<returns::rework, Tiers<T>>,
      go<A::dispatch, Dispatched<T>>,
      go<A::consult, Consulting<T>>,
      go<A::close, Closed>,
      cut_leaving<T>>;
};

template <Tier T>
struct Confirming : Leaf<Confirming<T>, AtTier<T>, state_at(T, Phase::confirming)> {
  using Confirming::Leaf::Leaf;
  using reactions = Table<
      stay<A::follow_up, O::passed>, comes_back<returns::dissatisfied, T>,
      stay<A::confirm, O::requested>, // somebody else is asked
      go<A::confirm, Review<T>, O::passed>,
      comes_back<returns::check_failed, T>,
      go<A::withdraw, Review<T>, O::whole>,
      cut_leaving<T>>;
};

// Holds what is possible after the end.
struct Ended : Outer<Ended, Machine, Closed> {
  static std::string title() { return "ended"; }
  using reactions = Table<
      stay<A::comment>, stay<A::attach>, stay<A::link>,
      stay<A::rate>, stay<A::follow_up, O::passed>, stay<A::record_outcome>,
      stay<A::appeal>, stay<A::decide_appeal, O::granted>, stay<A::decide_appeal, O::denied>,
      stay<A::reveal>, stay<A::erase>>;
};

struct Closed : Leaf<Closed, Ended, State::closed> {
  using Leaf::Leaf;
  using reactions = Table<
      back<A::reopen>,
      back<A::follow_up, O::failed>>; // the reporter says that nothing is solved
};

struct Answered : Leaf<Answered, Ended, State::answered> {
  using Leaf::Leaf;
  using reactions = Table<>;
};

struct Rejected : Leaf<Rejected, Ended, State::rejected> {
  using Leaf::Leaf;
  using reactions = Table<>;
};

struct Merged : Leaf<Merged, Ended, State::merged> {
  using Leaf::Leaf;
  using reactions = Table<back<A::unmerge>>;
};

struct Annulled : Leaf<Annulled, Ended, State::annulled> {
  using Leaf::Leaf;
  using reactions = Table<>;
};

// Records stand beside the tiers: entered, and settled. A contact may be answered, and passed from
// desk to desk; an alert may come again, also when it has ended.
struct Noted : Leaf<Noted, Machine, State::noted> {
  using Leaf::Leaf;
  using reactions = Table<
      stay<A::comment>, stay<A::attach>, stay<A::link>, stay<A::amend>, stay<A::reclassify>,
      stay<A::record_outcome>, stay<A::progress>, stay<A::reveal>,
      stay<A::contact>, stay<A::transfer>, stay<A::accept>, stay<A::decline, O::partly>,
      stay<A::withdraw, O::partly>,
      stay<A::repeat>,
      stay<A::fall_due>, stay<A::recalculate>,
      go<A::answer, Answered>,
      go<A::settle, Settled>,
      go<A::annul, Annulled>>;
};

struct Settled : Leaf<Settled, Ended, State::settled> {
  using Leaf::Leaf;
  // It may turn out later that it was sensitive.
  // A contact or an alert that joined the wrong case comes back.
  using reactions = Table<cut<A::rate>, cut<A::follow_up, O::passed>, stay<A::repeat>,
                          stay<A::reclassify>, stay<A::amend>,
                          go<A::reopen, Noted>>;
};

// clang-format on

template <class States, class From> sc::result jump(From& from, State target) {
  if constexpr (mpl::empty<States>::value) {
    throw Error(ErrorCode::internal, "the machine has no such state");
  } else {
    using First = typename mpl::front<States>::type;
    if constexpr (!First::is_outer) {
      if (First::id == target) {
        return from.template transit<First>();
      }
    }
    return jump<typename mpl::pop_front<States>::type>(from, target);
  }
}

template <class From> sc::result go_to(From& from, State target) {
  return jump<AllStates>(from, target);
}

// --- The reader --------------------------------------------------------------------------------

using Send = void (*)(Machine&);

template <class Event> void send(Machine& machine) { machine.process_event(Event()); }

constexpr std::size_t outcome_count = static_cast<std::size_t>(O::denied) + 1;
constexpr std::size_t pair_count = (static_cast<std::size_t>(last_action) + 1) * outcome_count;

constexpr std::size_t index_of(A action, O outcome) {
  return static_cast<std::size_t>(action) * outcome_count + static_cast<std::size_t>(outcome);
}

// What the reaction lists say, and how to send each event they name.
struct Reading {
  std::vector<MachineState> states;
  std::array<Send, pair_count> sends{};
};

// Called with each line of one list. Another kind of reaction than these four does not compile.
class LineReader {
public:
  LineReader(MachineState& state, Reading& reading) : state_(state), reading_(reading) {}

  template <A action, class Target, O outcome>
  void operator()(mpl::identity<go<action, Target, outcome>>) const {
    add<action, outcome>(EdgeKind::go, Target::id);
  }
  template <A action, O outcome> void operator()(mpl::identity<stay<action, outcome>>) const {
    add<action, outcome>(EdgeKind::stay, State::none);
  }
  template <A action, O outcome> void operator()(mpl::identity<cut<action, outcome>>) const {
    add<action, outcome>(EdgeKind::cut, State::none);
  }
  template <A action, O outcome> void operator()(mpl::identity<back<action, outcome>>) const {
    add<action, outcome>(EdgeKind::back, State::none);
  }
  // The machine's own business.
  void operator()(mpl::identity<back<restore>>) const {}

private:
  template <A action, O outcome> void add(EdgeKind kind, State target) const {
    reading_.sends[index_of(action, outcome)] = &send<On<action, outcome>>;
    state_.lines.push_back({action, outcome, target, kind});
  }

  MachineState& state_;
  Reading& reading_;
};

template <class S> std::string title_of() {
  if constexpr (std::is_same_v<S, Machine>) {
    return {};
  } else if constexpr (S::is_outer) {
    return S::title();
  } else {
    return std::string(name(S::id));
  }
}

class StateReader {
public:
  explicit StateReader(Reading& reading) : reading_(reading) {}

  template <class S> void operator()(mpl::identity<S>) const {
    MachineState state;
    state.name = title_of<S>();
    state.outer = title_of<typename S::outer>();
    state.is_outer = S::is_outer;
    if constexpr (!S::is_outer) {
      state.id = S::id;
    }
    mpl::for_each<typename S::reactions, mpl::make_identity<>>(LineReader(state, reading_));
    reading_.states.push_back(std::move(state));
  }

private:
  Reading& reading_;
};

const Reading& reading() {
  static const Reading read = [] {
    Reading result;
    mpl::for_each<AllStates, mpl::make_identity<>>(StateReader(result));
    return result;
  }();
  return read;
}

// The state after the event, and whether the machine went back to it; nothing if it refused.
struct Answer {
  State state;
  bool went_back;
};
std::optional<Answer> ask(const Position& from, Send send_event) {
  Machine machine;
  machine.initiate();
  if (from.state != State::none) {
    machine.memory = from.state;
    send<On<restore>>(machine);
  }
  machine.memory = from.back;
  machine.went_back = false;
  send_event(machine);
  if (machine.refused) {
    return std::nullopt;
  }
  return Answer{machine.now, machine.went_back};
}

}  // namespace gridcase::rules::machine

namespace gridcase::rules {

const std::vector<MachineState>& machine_states() { return machine::reading().states; }

}  // namespace gridcase::rules

namespace gridcase {
namespace {

// The machine itself would not notice: it has no event for an unknown id and no check of memories.
void require_sound(const Position& from, ActionKind action, Outcome outcome) {
  if (name(action).empty()) {
    throw Error(ErrorCode::invalid_argument, "there is no such action", "action");
  }
  if (name(outcome).empty()) {
    throw Error(ErrorCode::invalid_argument, "there is no such outcome", "outcome");
  }
  if (!rules::is_possible(from)) {
    throw Error(ErrorCode::invalid_argument,
                "no case can be there: an unknown state, or a memory that does not fit it", "from");
  }
}

}  // namespace

std::optional<Position> advance(const Position& from, ActionKind action, Outcome outcome) {
  require_sound(from, action, outcome);
  const auto send_event =
      rules::machine::reading().sends[rules::machine::index_of(action, outcome)];
  if (send_event == nullptr) {
    return std::nullopt;
  }
  const auto answer = rules::machine::ask(from, send_event);
  if (!answer) {
    return std::nullopt;
  }
  if (answer->state == from.state) {
    return from;
  }
  const auto kind = answer->went_back ? EdgeKind::back : EdgeKind::go;
  auto position = rules::follow(from, {from.state, action, outcome, answer->state, kind});
  position.state = answer->state;  // where the machine is, not where the memory says it should be
  return position;
}

}  // namespace gridcase
