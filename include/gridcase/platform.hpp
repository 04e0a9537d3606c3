#pragma once
/// \file platform.hpp
/// Other systems: what they may send and receive, and the messages that go between.
///
/// What is to be sent is not stored twice: the outbox of a system is the history after the place it
/// has acknowledged. What it sends is taken once, whatever it repeats.
/// Plain values; any thread.

#include <gridcase/action.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {

/// An external system in the register.
struct Platform {
  /// How it is connected (应整尽整).
  enum class Means : std::uint8_t {
    both = 1,   ///< sends and is sent to
    push_only,  ///< sends to us, takes nothing
    pull_only,  ///< takes from us, sends nothing
    manual,     ///< people carry it; neither outbox nor inbox
  };
  /// A code of theirs and what it is here.
  struct Code {
    std::string theirs;
    std::string ours;
  };
  /// A state of theirs and the action it means here. One that means several, such as `accept` of a
  /// contact and `sign` of an order, stands there once for each: the first that is possible counts.
  struct Step {
    std::string theirs;
    ActionKind action = ActionKind::progress;
  };
  std::string system;  ///< code, as in `ExternalId::system`
  std::string name;
  std::string unit;  ///< unit that acts for it, mostly of kind platform
  Means means = Means::both;
  std::vector<std::string> categories;  ///< that may be sent there, each with what is below; all
  std::vector<ActionKind> sends;        ///< that it may do here; all that its unit may if empty
  std::vector<ActionKind> receives;     ///< that it is told of; all if empty
  bool personal = false;                ///< whether names and telephones are sent unmasked
  /// Also what a case is here that they give no category: with an empty `theirs`.
  std::vector<Code> category_codes;
  std::vector<Step> steps;
};

GRIDCASE_API std::string_view name(Platform::Means means) noexcept;
GRIDCASE_API std::optional<Platform::Means>
platform_means_from_name(std::string_view name) noexcept;

/// Something that a system is to be told: one event of a case that concerns it.
struct OutMessage {
  std::int64_t sequence = 0;  ///< of the event; what is acknowledged
  std::string number;         ///< of the case here
  std::string external_id;    ///< the name the case has there; empty if it has none yet
  std::string category;       ///< their code if one is mapped
  Event event;
  /// With the first message about a case that did not come from there: what is needed to enter it,
  /// as a `transfer_in` of a new case, in codes of here. Personal data as in the event.
  std::optional<Action> opening;
};

/// What waits for a system.
struct Outbox {
  std::vector<OutMessage> messages;  ///< in the order of the history
  std::int64_t acknowledged = 0;     ///< after which it begins
  /// If it is more than `acknowledged`: acknowledge this, and nothing of it comes again; also what
  /// did not concern the system is behind it then.
  std::int64_t last = 0;
  bool more = false;
};

/// Something that a system says about a case.
struct InMessage {
  std::string message_id;   ///< theirs, unique for the case; the same one is taken once
  std::string external_id;  ///< their name of the case, kept with it
  /// Our number of the case, needed where it came from here and `external_id` is new to us.
  std::string number;
  std::string step;      ///< their state, mapped by `Platform::steps`; or empty
  std::string category;  ///< their code, mapped by `Platform::category_codes`
  /// What is said; kind, category, case and external id are filled in from the above where they are
  /// left out. Without a step, a kind that is left out (`comment`) makes or tells of a case:
  /// `transfer_in`.
  Action action;
};

/// Reads messages, a JSON array or {"messages": […]}; writes an outbox
/// (src/model/platform.schema.md). \throws DocumentError with all faults of form.
GRIDCASE_API std::vector<InMessage> read_messages(std::string_view json);
/// The JSON form of `platform.schema.md`.
GRIDCASE_API std::string write_outbox(const Outbox& outbox);

}  // namespace gridcase
