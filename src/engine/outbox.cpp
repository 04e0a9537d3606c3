#include "engine/outbox.hpp"

#include "engine/inbox.hpp"
#include "engine/masking.hpp"
#include "engine/reading.hpp"
#include "rules/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

namespace gridcase::engine {
namespace {

// Events looked at in one call, most of which concern others.
constexpr std::int64_t most_looked_at = 20'000;
constexpr std::int32_t page = 500;

// The plain word by which an acknowledgement is known on the county's own line.
constexpr const char* acknowledge_word = "outbox.acknowledge";

[[noreturn]] void refuse(const std::string& message, const char* field) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

void check_reader(const Rulebook& rules, const Platform& platform, const Actor& actor) {
  if (platform.means == Platform::Means::push_only || platform.means == Platform::Means::manual) {
    refuse(fmt::format("{} is {}: it is sent nothing", platform.system, name(platform.means)),
           "system");
  }
  (void)scope_of(rules, actor);  // there must be such an actor
  const bool is_its_own =
      actor.unit == platform.unit && rules::speaks_for_unit(rules.directory, actor);
  if (is_its_own || rules::governs(rules.directory, actor)) return;
  refuse(fmt::format("the outbox of {} is for its unit {} and the command centre", platform.system,
                     platform.unit),
         "actor.unit");
}

bool is_among(const std::vector<ActionKind>& kinds, ActionKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// What the register lets go to a system, whatever case it is.
class Filter {
public:
  Filter(const Rulebook& rules, const Platform& platform)
      : rules_(rules), platform_(platform), own_(command_prefix(platform.system)) {}

  // What came from there.
  bool is_echo(const Event& event) const {
    return event.actor.unit == platform_.unit && event.action.command_id.rfind(own_, 0) == 0;
  }
  // Who looked at personal data is told only to those who are to hear of it.
  bool tells(ActionKind kind) const {
    if (platform_.receives.empty()) return kind != ActionKind::reveal;
    return is_among(platform_.receives, kind);
  }
  bool takes(const std::string& category) const {
    bool is_listed = platform_.categories.empty();
    for (const Category* it = rules_.directory.category(category); it != nullptr;
         it = it->parent.empty() ? nullptr : rules_.directory.category(it->parent)) {
      if (it->sensitive && !platform_.personal) return false;
      const auto& listed = platform_.categories;
      is_listed = is_listed || std::find(listed.begin(), listed.end(), it->code) != listed.end();
    }
    return is_listed;
  }
  std::string code_of(const std::string& category) const {
    for (const Platform::Code& code : platform_.category_codes) {
      if (code.ours == category) return code.theirs;
    }
    return {};
  }
  const Platform& platform() const { return platform_; }

private:
  const Rulebook& rules_;
  const Platform& platform_;
  std::string own_;
};

// What enters the case there, as it stands with the event.
Action opening_of(const Case& it, std::string_view its_system) {
  Action action;
  action.kind = ActionKind::transfer_in;
  action.title = it.title;
  action.text = it.text;
  action.category = it.category;
  action.grade = it.grade;
  action.request = it.request;
  action.channel = it.channel;
  action.number_dialled = it.number_dialled;
  action.point = it.point;
  action.address = it.address;
  action.parties = it.parties;
  action.subjects = it.subjects;
  action.attachments = it.attachments;
  action.occurred = it.occurred;
  action.due = it.due;
  action.drill = it.drill;
  for (const ExternalId& known : it.external_ids) {
    if (known.system != its_system) action.external_ids.push_back(known);
  }
  return action;
}

// One case, event by event, as the system is to hear of it.
class CaseFile {
public:
  // Events up to `after` are not asked for any more.
  CaseFile(store::Store& store, CaseId id, std::int64_t after, const Filter& filter)
      : filter_(filter), after_(after) {
    Case whole;
    each_event(store, id, [&](Event&& event) { add(whole, std::move(event)); });
    number_ = whole.number;
    if (!filter.takes(whole.category)) telling_.clear();  // now, if not then
  }

  // Nothing if the system is not to be told.
  std::optional<OutMessage> message(std::int64_t version) {
    const auto found = telling_.find(version);
    if (found == telling_.end()) return std::nullopt;
    OutMessage message = found->second;
    message.number = number_;
    return message;
  }

private:
  void add(Case& whole, Event&& event) {
    rules::apply(whole, event);
    note_concern(whole, event);
    if (!concerns_ || filter_.is_echo(event) || !filter_.tells(event.action.kind) ||
        !filter_.takes(whole.category)) {
      return;
    }
    const bool is_first = !std::exchange(is_opened_, true);
    if (event.sequence <= after_) return;
    OutMessage& message = telling_[event.version];
    message.sequence = event.sequence;
    message.external_id = external_id_;
    message.category = filter_.code_of(whole.category);
    if (is_first) message.opening = opening_of(whole, filter_.platform().system);
    message.event = std::move(event);
    if (filter_.platform().personal) return;
    mask(message.event.action.parties);
    if (message.opening) mask(message.opening->parties);
  }

  // From the event on that gives the case its name there, or an order to the unit.
  void note_concern(const Case& whole, const Event& event) {
    for (const ExternalId& given : event.action.external_ids) {
      if (given.system != filter_.platform().system) continue;
      external_id_ = given.id;
      concerns_ = true;
    }
    concerns_ = concerns_ || std::any_of(whole.assignments.begin(), whole.assignments.end(),
                                         [&](const Assignment& one) {
                                           return one.unit == filter_.platform().unit;
                                         });
    // What came from there is there already.
    if (concerns_ && filter_.is_echo(event)) is_opened_ = true;
  }

  const Filter& filter_;
  std::int64_t after_;
  std::string number_;
  std::string external_id_;
  bool concerns_ = false;
  bool is_opened_ = false;
  std::map<std::int64_t, OutMessage> telling_;  // by version
};

class Reading {
public:
  Reading(store::Store& store, const Filter& filter, std::int32_t limit)
      : store_(store), filter_(filter), limit_(static_cast<std::size_t>(limit)) {}

  Outbox read() {
    const std::int64_t end = store_.current_county().last_sequence;
    result_.acknowledged = store_.acknowledged_by(filter_.platform().system);
    result_.last = result_.acknowledged;
    const std::int64_t until = std::min(end, result_.acknowledged + most_looked_at);
    if (!read_until(until)) return std::move(result_);
    result_.more = until < end;
    // An acknowledgement is an event, too: without news there is nothing to acknowledge.
    if (result_.more || !result_.messages.empty()) result_.last = until;
    return std::move(result_);
  }

private:
  // False when it was cut short by the limit.
  bool read_until(std::int64_t until) {
    const Platform& platform = filter_.platform();
    for (std::int64_t at = result_.acknowledged; at < until;) {
      const auto places = store_.concerning(platform.system, platform.unit, {at, until}, page);
      for (const store::LogPlace& place : places) {
        if (result_.messages.size() == limit_) {
          result_.last = result_.messages.back().sequence;
          result_.more = true;
          return false;
        }
        at = place.sequence;
        if (auto message = file_of(place.case_id).message(place.version))
          result_.messages.push_back(*std::move(message));
      }
      if (places.size() < static_cast<std::size_t>(page)) return true;
    }
    return true;
  }

  CaseFile& file_of(CaseId id) {
    const auto known = files_.find(id);
    if (known != files_.end()) return known->second;
    return files_.emplace(id, CaseFile(store_, id, result_.acknowledged, filter_)).first->second;
  }

  store::Store& store_;
  const Filter& filter_;
  std::size_t limit_;
  std::map<CaseId, CaseFile> files_;
  Outbox result_;
};

}  // namespace

const Platform& platform_of(const Rulebook& rules, const std::string& system) {
  const auto& all = rules.policy->platforms;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Platform& one) { return one.system == system; });
  if (found != all.end()) return *found;
  throw Error(ErrorCode::not_found,
              fmt::format("the policy has no system {}; add it to platforms", system), "system");
}

Outbox outbox(store::Store& store, const Rulebook& rules, const std::string& system,
              std::int32_t limit, const Actor& actor) {
  const Platform& platform = platform_of(rules, system);
  check_reader(rules, platform, actor);
  if (limit < 1 || limit > 1000) refuse("limit must be 1 to 1000", "limit");
  const Filter filter(rules, platform);
  return Reading(store, filter, limit).read();
}

void acknowledge(store::Store& store, Writer& writer, const Rulebook& rules,
                 const store::Consumer& place, const Actor& actor, Instant now) {
  check_reader(rules, platform_of(rules, place.name), actor);
  if (place.sequence < 0) refuse("last is the sequence of an event, from 1", "last");
  const std::int64_t end = store.current_county().last_sequence;
  if (place.sequence > end) {
    refuse(fmt::format("the history ends at {}; acknowledge what an outbox gave as last", end),
           "last");
  }
  Action action;
  action.kind = ActionKind::comment;
  action.tool = acknowledge_word;
  action.external_ids = {{place.name, std::to_string(place.sequence)}};
  writer.note_place(action, place, actor, now);
}

std::optional<store::Consumer> acknowledged(const Event& event) {
  const Action& action = event.action;
  if (event.case_id != CaseId::none || action.tool != acknowledge_word ||
      action.external_ids.size() != 1) {
    return std::nullopt;
  }
  store::Consumer place{action.external_ids.front().system, 0};
  const std::string& digits = action.external_ids.front().id;
  std::from_chars(digits.data(), digits.data() + digits.size(), place.sequence);
  return place;
}

}  // namespace gridcase::engine
