#include "rules/assignment_machine.hpp"

#include <gridcase/error.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>

#include <boost/mpl/for_each.hpp>
#include <boost/mpl/list.hpp>
#include <boost/statechart/custom_reaction.hpp>
#include <boost/statechart/event.hpp>
#include <boost/statechart/in_state_reaction.hpp>
#include <boost/statechart/simple_state.hpp>
#include <boost/statechart/state.hpp>
#include <boost/statechart/state_machine.hpp>
#include <boost/statechart/transition.hpp>

// The one transition table of orders: the reaction lists below, written as those of the lifecycle
// are (lifecycle_machine.cpp), and read out of them in the same way. States have no actions, so
// that putting the machine into a stored state has no effects. Statechart's types stay in this
// file.

namespace gridcase::rules::order_machine {

namespace sc = boost::statechart;
namespace mpl = boost::mpl;

using S = OrderStep;
using State = AssignmentState;

template <S step> struct On : sc::event<On<step>> {};
struct Restore : sc::event<Restore> {};

struct Restoring;

struct Machine : sc::state_machine<Machine, Restoring> {
  State now = State::assigned;  // written by every state as it is entered
  bool refused = false;

  void unconsumed_event(const sc::event_base&) { refused = true; }
};

template <S step, class Target> struct go : sc::transition<On<step>, Target> {};
template <S step> struct stay : sc::in_state_reaction<On<step>> {};
template <class... Lines> using Table = mpl::list<Lines...>;

struct Assigned;
struct AtWork;
struct SignedFor;
struct Contacted;
struct Arrived;
struct Controlled;
struct Finished;
struct Done;
struct Declined;
struct Withdrawn;
struct Released;

template <class Self, class Outer, State self_id> struct Leaf : sc::state<Self, Outer> {
  static constexpr State id = self_id;
  using outer = Outer;
  using reactions = void;  // a misspelt list must not compile

  explicit Leaf(typename sc::state<Self, Outer>::my_context context)
      : sc::state<Self, Outer>(context) {
    this->outermost_context().now = self_id;
  }
};

// Where a machine starts; goes to the state its order is in.
struct Restoring : sc::state<Restoring, Machine> {
  using reactions = sc::custom_reaction<Restore>;
  using sc::state<Restoring, Machine>::state;
  sc::result react(const Restore&);
};

// A line of the table is kept on a line of its own.
// clang-format off

// Expected to do something.
struct Open : sc::simple_state<Open, Machine, mpl::list<Assigned>> {
  using outer = Machine;
  using reactions = Table<
      go<S::decline, Declined>,
      go<S::withdraw, Withdrawn>,
      go<S::release, Released>>;
};

struct Assigned : Leaf<Assigned, Open, State::assigned> {
  using Leaf::Leaf;
  using reactions = Table<go<S::sign, SignedFor>>;
};

// What can be reached while at work; a step may be left out, and a later one is not undone by an
// earlier one that comes after it.
struct AtWork : sc::simple_state<AtWork, Open, mpl::list<SignedFor>> {
  using outer = Open;
  using reactions = Table<
      go<S::contact, Contacted>,
      go<S::arrive, Arrived>,
      go<S::control, Controlled>,
      go<S::finish, Finished>,
      go<S::feed_back, Done>>;
};

struct SignedFor : Leaf<SignedFor, AtWork, State::signed_for> {
  using Leaf::Leaf;
  using reactions = Table<>;
};

struct Contacted : Leaf<Contacted, AtWork, State::contacted> {
  using Leaf::Leaf;
  using reactions = Table<stay<S::contact>>;
};

struct Arrived : Leaf<Arrived, AtWork, State::arrived> {
  using Leaf::Leaf;
  using reactions = Table<stay<S::contact>, stay<S::arrive>>;
};

struct Controlled : Leaf<Controlled, AtWork, State::controlled> {
  using Leaf::Leaf;
  using reactions = Table<stay<S::contact>, stay<S::arrive>, stay<S::control>>;
};

struct Finished : Leaf<Finished, AtWork, State::finished> {
  using Leaf::Leaf;
  using reactions = Table<
      stay<S::contact>, stay<S::arrive>, stay<S::control>, stay<S::finish>,
      go<S::rework, SignedFor>>; // another's work came to it
};

struct Done : Leaf<Done, Machine, State::done> {
  using Leaf::Leaf;
  using reactions = Table<go<S::rework, SignedFor>>;
};

struct Declined : Leaf<Declined, Machine, State::declined> {
  using Leaf::Leaf;
  using reactions = Table<go<S::release, Released>>;
};

struct Withdrawn : Leaf<Withdrawn, Machine, State::withdrawn> {
  using Leaf::Leaf;
  using reactions = Table<>;
};

struct Released : Leaf<Released, Machine, State::released> {
  using Leaf::Leaf;
  using reactions = Table<go<S::rework, Assigned>>;
};

// clang-format on

using Leaves = mpl::list<Assigned, SignedFor, Contacted, Arrived, Controlled, Finished, Done,
                         Declined, Withdrawn, Released>;

template <class States> sc::result jump(Restoring& from, State target) {
  if constexpr (mpl::empty<States>::value) {
    throw Error(ErrorCode::internal, "an order has no such state");
  } else {
    using First = typename mpl::front<States>::type;
    if (First::id == target) return from.transit<First>();
    return jump<typename mpl::pop_front<States>::type>(from, target);
  }
}

sc::result Restoring::react(const Restore&) { return jump<Leaves>(*this, outermost_context().now); }

// --- The reader --------------------------------------------------------------------------------

using Send = void (*)(Machine&);

template <S step> void send(Machine& machine) { machine.process_event(On<step>()); }

struct Reading {
  std::vector<OrderEdge> edges;
  std::array<Send, static_cast<std::size_t>(last_order_step) + 1> sends{};
};

// Called with each line of a leaf and then of the states around it: the innermost line counts.
class LineReader {
public:
  LineReader(State leaf, Reading& reading) : leaf_(leaf), reading_(reading) {}

  template <S step, class Target> void operator()(mpl::identity<go<step, Target>>) const {
    add<step>(Target::id);
  }
  template <S step> void operator()(mpl::identity<stay<step>>) const { add<step>(leaf_); }

private:
  template <S step> void add(State to) const {
    reading_.sends[static_cast<std::size_t>(step)] = &send<step>;
    for (const OrderEdge& edge : reading_.edges) {
      if (edge.from == leaf_ && edge.step == step) return;
    }
    reading_.edges.push_back({leaf_, step, to});
  }

  State leaf_;
  Reading& reading_;
};

template <class State> void read_lines(const LineReader& reader) {
  if constexpr (!std::is_same_v<State, Machine>) {
    mpl::for_each<typename State::reactions, mpl::make_identity<>>(reader);
    read_lines<typename State::outer>(reader);
  }
}

class StateReader {
public:
  explicit StateReader(Reading& reading) : reading_(reading) {}
  template <class Leaf> void operator()(mpl::identity<Leaf>) const {
    read_lines<Leaf>(LineReader(Leaf::id, reading_));
  }

private:
  Reading& reading_;
};

const Reading& reading() {
  static const Reading read = [] {
    Reading result;
    mpl::for_each<Leaves, mpl::make_identity<>>(StateReader(result));
    std::sort(result.edges.begin(), result.edges.end(), [](const OrderEdge& a, const OrderEdge& b) {
      return std::tie(a.from, a.step) < std::tie(b.from, b.step);
    });
    return result;
  }();
  return read;
}

}  // namespace gridcase::rules::order_machine

namespace gridcase::rules {

std::optional<AssignmentState> advance(AssignmentState from, OrderStep step) {
  const auto send = order_machine::reading().sends[static_cast<std::size_t>(step)];
  order_machine::Machine machine;
  machine.now = from;
  machine.initiate();
  machine.process_event(order_machine::Restore());
  send(machine);
  if (machine.refused) return std::nullopt;
  return machine.now;
}

const std::vector<OrderEdge>& order_edges() { return order_machine::reading().edges; }

}  // namespace gridcase::rules
