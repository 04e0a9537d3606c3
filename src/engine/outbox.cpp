#include "engine/outbox.hpp"

#include "engine/inbox.hpp"
#include "engine/masking.hpp"
#include "engine/queries.hpp"
#include "engine/reading.hpp"
#include "rules/fold.hpp"
#include "rules/telling.hpp"

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
  const bool is_its_unit = actor.unit == platform.unit;
  if (is_its_unit && rules::speaks_for_unit(rules.directory, actor)) return;
  if (rules::governs(rules.directory, actor)) return;
  refuse_actor(actor, is_its_unit || rules::is_command_centre(rules.directory, actor.unit),
               fmt::format("the outbox of {} is for its unit {} and the command centre",
                           platform.system, platform.unit));
}

bool is_among(const std::vector<ActionKind>& kinds, ActionKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// What the register lets go to a system, whatever case it is.
class Filter {
public:
  // `opens`: the reader may see everything that goes there.
  Filter(const Rulebook& rules, const Platform& platform, bool opens)
      : rules_(rules), platform_(platform), own_(command_prefix(platform.system)), opens_(opens) {}

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
    return rules::may_be_told(platform_, rules_.directory, category);
  }
  std::string code_of(const std::string& category) const {
    for (const Platform::Code& code : platform_.category_codes) {
      if (code.ours == category) return code.theirs;
    }
    return {};
  }
  // What goes there, as the reader may see it.
  void cover(OutMessage& message, const std::string& category) const {
    const bool shows_personal = platform_.personal && opens_;
    const bool is_hidden = !opens_ && rules_.directory.is_sensitive(category);
    if (message.event.action.internal_note) {
      message.event.action.note.clear();
      message.event.action.attachments.clear();
    }
    if (is_hidden) hide(message.event);
    if (!shows_personal) mask(message.event.action.parties);
    if (!message.opening) return;
    if (is_hidden) hide(*message.opening);
    if (!shows_personal) mask(message.opening->parties);
  }
  const Platform& platform() const { return platform_; }
  const Directory& directory() const { return rules_.directory; }

private:
  const Rulebook& rules_;
  const Platform& platform_;
  std::string own_;
  bool opens_;
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
  std::copy_if(it.attachments.begin(), it.attachments.end(), std::back_inserter(action.attachments),
               [](const Attachment& one) { return !one.internal; });
  action.occurred = it.occurred;
  action.due = it.due;
  action.drill = it.drill;
  for (const ExternalId& known : it.external_ids) {
    if (known.system != its_system) action.external_ids.push_back(known);
  }
  return action;
}

// Since when the entry of a system in the register is what it is now.
class Register {
public:
  Register(store::Store& store, Rulebooks& rulebooks, const Rulebook& in_force,
           const Platform& platform)
      : store_(store), rulebooks_(rulebooks), platform_(platform), oldest_(in_force.version) {}

  // Whether it was the same at that time. Goes back no further than it is asked.
  bool was_same(Instant when) {
    if (!since_) since_ = adopted(oldest_);
    while (*since_ > when && is_looking_) {
      is_looking_ = oldest_ > 1 && is_same(rulebooks_.version(oldest_ - 1)->policy->platforms);
      if (is_looking_) since_ = adopted(--oldest_);
    }
    return *since_ <= when;
  }

private:
  Instant adopted(std::int64_t version) const {
    const auto policy = store_.policy(version);
    return policy ? policy->adopted : Instant::max();
  }
  // What decides whether a system is told of a case.
  bool is_same(const std::vector<Platform>& platforms) const {
    return std::any_of(platforms.begin(), platforms.end(), [&](const Platform& one) {
      return one.system == platform_.system && one.unit == platform_.unit &&
             one.means == platform_.means && one.categories == platform_.categories &&
             one.receives == platform_.receives && one.personal == platform_.personal;
    });
  }

  store::Store& store_;
  Rulebooks& rulebooks_;
  const Platform& platform_;
  std::int64_t oldest_;
  std::optional<Instant> since_;  // when the oldest of those that are the same was adopted
  bool is_looking_ = true;
};

// A case of theirs that goes on in this one, from an event of the county on.
struct Source {
  std::string external_id;
  std::int64_t from = 0;
};

// The names a system has for what goes on in the case: a contact it took, a case that was merged.
void add_sources(store::Store& store, CaseId id, const std::string& system, std::int64_t from,
                 std::vector<Source>& sources) {
  CaseQuery query;
  query.merged_into = id;
  query.limit = 1000;
  for (const CaseSummary& origin : store.find(query, {}, model::whole_county()).cases) {
    std::vector<std::string> names;
    std::int64_t joined = 0;
    each_event(store, origin.id, [&](const Event& event) {
      for (const ExternalId& given : event.action.external_ids) {
        if (given.system == system) names.push_back(given.id);
      }
      if (is_end(event.after.state)) joined = event.sequence;
    });
    const std::int64_t since = std::max(from, joined);
    for (std::string& name : names)
      sources.push_back({std::move(name), since});
    add_sources(store, origin.id, system, since, sources);
  }
}

// One case, event by event, as the system is to hear of it.
class CaseFile {
public:
  // Events up to `after` are not asked for any more.
  CaseFile(store::Store& store, CaseId id, std::int64_t after, const Filter& filter,
           Register& platforms)
      : store_(store), filter_(filter), platforms_(platforms), after_(after) {
    add_sources(store, id, filter.platform().system, 0, sources_);
    Case whole;
    each_event(store, id, [&](Event&& event) { add(whole, std::move(event)); });
    number_ = whole.number;
    if (!filter.takes(whole.category)) telling_.clear();  // now, if not then
  }

  // None if the system is not to be told; several if it has several names for it.
  std::vector<OutMessage> messages(std::int64_t version) const {
    const auto found = telling_.find(version);
    if (found == telling_.end()) return {};
    std::vector<OutMessage> all;
    const OutMessage& message = found->second;
    if (is_named_or_unknown(message)) all.push_back(message);
    for (const Source& name : earlier_names_) {
      if (name.from >= message.sequence || name.external_id == message.external_id) continue;
      all.push_back(message);
      all.back().external_id = name.external_id;
      all.back().opening.reset();
    }
    // Once where it knows the case by a name of its own.
    for (const Source& source : sources_) {
      if (source.from >= message.sequence || !message.external_id.empty()) continue;
      all.push_back(message);
      all.back().external_id = source.external_id;
      all.back().opening.reset();
    }
    for (OutMessage& one : all)
      one.number = number_;
    return all;
  }

private:
  // Not under a name of its own where the system knows it by that of a source.
  bool is_named_or_unknown(const OutMessage& message) const {
    return !message.external_id.empty() || !goes_on_from_there(message.sequence);
  }
  bool goes_on_from_there(std::int64_t sequence) const {
    return std::any_of(sources_.begin(), sources_.end(),
                       [&](const Source& source) { return source.from < sequence; });
  }

  void add(Case& whole, Event&& event) {
    const bool was_theirs = has(whole);
    rules::apply(whole, event);
    note_concern(whole, event, was_theirs);
    // Not to be told for the time being: whether it was told of it before, nobody knows for sure.
    if (!filter_.takes(whole.category)) {
      is_opened_ = false;
      return;
    }
    const bool concerns = concerns_ || goes_on_from_there(event.sequence);
    if (!concerns || filter_.is_echo(event) || !filter_.tells(event.action.kind)) return;
    if (event.sequence <= after_) {
      is_opened_ = is_opened_ || platforms_.was_same(event.recorded);
      return;
    }
    OutMessage& message = telling_[event.version];
    message.sequence = event.sequence;
    message.external_id = external_id_;
    message.category = filter_.code_of(whole.category);
    const bool is_first = !std::exchange(is_opened_, true) && !is_from_there_;
    if (is_first) message.opening = opening(whole);
    message.event = std::move(event);
    filter_.cover(message, whole.category);
  }

  Action opening(const Case& whole) const {
    Case with_contacts = whole;
    add_contacts(store_, filter_.directory(), with_contacts);
    return opening_of(with_contacts, filter_.platform().system);
  }

  // Whether the unit has it, or was asked to take it.
  bool has(const Case& whole) const {
    const std::string& unit = filter_.platform().unit;
    return whole.holder == unit || whole.checker == unit;
  }

  // From the event on that gives the case its name there, or hands it or an order to the unit. A
  // contact that it was only asked to take over: up to the event that says what became of that.
  void note_concern(const Case& whole, const Event& event, bool was_theirs) {
    // What came from there is there already.
    if (event.version == 1 && filter_.is_echo(event)) is_from_there_ = true;
    for (const ExternalId& given : event.action.external_ids) {
      if (given.system != filter_.platform().system || given.id == external_id_) continue;
      keep_name(event.sequence);
      external_id_ = given.id;
    }
    const std::string& unit = filter_.platform().unit;
    const auto& orders = whole.assignments;
    const bool is_over = whole.nature == Nature::contact && external_id_.empty();
    concerns_ = (concerns_ && !is_over) || was_theirs || has(whole) || !external_id_.empty() ||
                std::any_of(orders.begin(), orders.end(),
                            [&](const Assignment& one) { return one.unit == unit; });
  }

  // There is a later one from this event on.
  void keep_name(std::int64_t sequence) {
    const bool is_kept =
        std::any_of(earlier_names_.begin(), earlier_names_.end(),
                    [&](const Source& name) { return name.external_id == external_id_; });
    if (!external_id_.empty() && !is_kept) earlier_names_.push_back({external_id_, sequence - 1});
  }

  store::Store& store_;
  const Filter& filter_;
  Register& platforms_;
  std::int64_t after_;
  std::vector<Source> sources_;
  std::string number_;
  std::string external_id_;            // the latest
  std::vector<Source> earlier_names_;  // since when there is a later one
  bool concerns_ = false;
  bool is_from_there_ = false;
  bool is_opened_ = false;
  std::map<std::int64_t, OutMessage> telling_;  // by version
};

class Reading {
public:
  Reading(store::Store& store, const Filter& filter, Register& platforms, std::int32_t limit)
      : store_(store), filter_(filter), platforms_(platforms),
        limit_(static_cast<std::size_t>(limit)) {}

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
        if (result_.messages.size() >= limit_) {
          result_.last = result_.messages.back().sequence;
          result_.more = true;
          return false;
        }
        at = place.sequence;
        for (OutMessage& message : file_of(place.case_id).messages(place.version))
          result_.messages.push_back(std::move(message));
      }
      if (places.size() < static_cast<std::size_t>(page)) return true;
    }
    return true;
  }

  CaseFile& file_of(CaseId id) {
    const auto known = files_.find(id);
    if (known != files_.end()) return known->second;
    CaseFile file(store_, id, result_.acknowledged, filter_, platforms_);
    return files_.emplace(id, std::move(file)).first->second;
  }

  store::Store& store_;
  const Filter& filter_;
  Register& platforms_;
  std::size_t limit_;
  std::map<CaseId, CaseFile> files_;
  Outbox result_;
};

}  // namespace

const Platform* find_platform(const Rulebook& rules, const std::string& system) {
  const auto& all = rules.policy->platforms;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Platform& one) { return one.system == system; });
  return found == all.end() ? nullptr : &*found;
}

const Platform& platform_of(const Rulebook& rules, const std::string& system) {
  if (const Platform* found = find_platform(rules, system)) return *found;
  throw Error(ErrorCode::not_found,
              fmt::format("the policy has no system {}; add it to platforms", system), "system");
}

Outbox outbox(store::Store& store, Rulebooks& rulebooks, const std::string& system,
              std::int32_t limit, const Actor& actor) {
  const RulebookPtr rules = rulebooks.current();
  const Platform& platform = platform_of(*rules, system);
  check_reader(*rules, platform, actor);
  if (limit < 1 || limit > 1000) refuse("limit must be 1 to 1000", "limit");
  const bool is_its_unit = actor.unit == platform.unit;
  const Filter filter(*rules, platform, is_its_unit || rules::opens_all(rules->directory, actor));
  Register platforms(store, rulebooks, *rules, platform);
  return Reading(store, filter, platforms, limit).read();
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
