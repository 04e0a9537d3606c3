// Between alerts of a store and messages of CAP.
#include "base/text.hpp"
#include "exchange/cap_text.hpp"

#include <gridcase/cap.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gridcase {

namespace {

constexpr std::size_t longest_title = 200;  // characters; as the field of a record takes
constexpr double metres_in_kilometre = 1000;

// ---- alerts as messages ------------------------------------------------------------------------

const AlertType* type_of(const Policy& policy, const std::string& code) {
  const auto found = std::find_if(policy.alert_types.begin(), policy.alert_types.end(),
                                  [&](const AlertType& type) { return type.code == code; });
  return found == policy.alert_types.end() ? nullptr : &*found;
}

const Unit* unit_of(const Policy& policy, const std::string& code) {
  const auto& units = policy.organization.units;
  const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
    return !code.empty() && unit.code == code;
  });
  return found == units.end() ? nullptr : &*found;
}

// The category, or one above it.
bool is_sensitive(const Policy& policy, std::string code) {
  const auto& categories = policy.organization.categories;
  for (std::size_t step = 0; step < categories.size(); ++step) {  // a circle ends, too
    const auto found = std::find_if(categories.begin(), categories.end(),
                                    [&](const Category& one) { return one.code == code; });
    if (found == categories.end()) return false;
    if (found->sensitive) return true;
    code = found->parent;
  }
  return false;
}

void add_geocode(CapArea& area, const std::string& code) {
  const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
  if (digits && (code.size() == 6 || code.size() == 9 || code.size() == 12)) {
    area.geocodes.push_back(division_geocode(code));
  }
}

std::vector<Ring> outlines(const Area& ground) {
  std::vector<Ring> rings;
  for (const Polygon& polygon : ground) {
    Ring ring = polygon.outer;
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() >= 3) rings.push_back(std::move(ring));
  }
  return rings;
}

// From the smallest ground to the whole county: the first unit that is known names the area.
CapArea area_of(const Case& alert, const Policy& policy, double metres) {
  CapArea area;
  area.description = policy.organization.name;
  std::vector<Ring> ground;
  for (const std::string& code : {alert.grid, alert.village, alert.township}) {
    const Unit* unit = unit_of(policy, code);
    if (unit == nullptr) continue;
    area.description = unit->name;
    ground = outlines(unit->area);
    add_geocode(area, unit->area_code);
    break;
  }
  if (area.geocodes.empty()) add_geocode(area, policy.organization.code);
  if (alert.point) {
    area.circles.push_back({*alert.point, metres / metres_in_kilometre});
  } else {
    area.polygons = std::move(ground);
  }
  return area;
}

std::vector<CapValue> parameters_of(const Case& alert) {
  std::vector<CapValue> parameters;
  std::set<std::string> kinds;
  for (const Subject& subject : alert.subjects)
    kinds.insert(subject.kind);
  for (const std::string& kind : kinds)
    parameters.push_back({"gridcase:subject-kind", kind});
  if (alert.repeats > 0) {
    parameters.push_back({"gridcase:repeats", std::to_string(alert.repeats)});
  }
  return parameters;
}

// What is over when it is sent would be dropped as expired by those who are to know of it.
void add_end(const Case& alert, const std::string& zone, const CapTime& sent, CapInfo& info) {
  if (!alert.lasted_until) return;
  const CapTime end = cap_time(*alert.lasted_until, zone);
  if (sent.instant < end.instant) {
    info.expires = end;
  } else {
    info.parameters.push_back({std::string(cap_lasted_until), exchange::written(end)});
  }
}

CapInfo info_of(const Case& alert, const Policy& policy, const CapMapping& mapping,
                const CapTime& sent) {
  const std::string& zone = policy.organization.time_zone;
  const AlertType* type = type_of(policy, alert.type);
  CapInfo info;
  info.language = mapping.language;
  for (const CapMapping::Type& named : mapping.types) {
    if (named.code == alert.type) info.categories = named.categories;
  }
  if (info.categories.empty()) info.categories = {CapCategory::other};
  info.event = type == nullptr || type->name.empty() ? alert.type : type->name;
  info.headline = info.event;
  info.event_codes.push_back({std::string(cap_type_code), alert.type});
  info.onset = cap_time(alert.occurred, zone);
  info.sender_name = policy.organization.name;
  info.parameters = parameters_of(alert);
  add_end(alert, zone, sent, info);
  info.areas.push_back(
      area_of(alert, policy, type == nullptr ? AlertType().same_metres : type->same_metres));
  return info;
}

// ---- messages as alerts ------------------------------------------------------------------------

[[noreturn]] void refuse(std::string code, std::string path, std::string message, std::string fix) {
  throw DocumentError("CAP", {{Severity::error, std::move(code), std::move(path),
                               std::move(message), std::move(fix)}});
}

void check_message(const CapAlert& message, const CapMapping& mapping) {
  if (mapping.system.empty()) {
    refuse("cap.system_missing", "system", "the mapping does not say whose messages these are",
           "give the system a name");
  }
  if (message.type != CapMessageType::alert && message.type != CapMessageType::update) {
    refuse("cap.no_alert", "msgType", fmt::format("a message {} alerts nobody", name(message.type)),
           "settle or annul the alert it refers to by hand");
  }
  if (message.infos.empty()) {
    refuse("cap.no_info", "info", "the message says nothing", "ask its sender for one with info");
  }
}

std::size_t chosen_info(const CapAlert& message, const CapMapping& mapping) {
  for (std::size_t i = 0; i < message.infos.size(); ++i) {
    if (message.infos[i].language == mapping.language) return i;
  }
  return 0;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string mapped(const std::string& word, const Policy& policy, const CapMapping& mapping) {
  for (const CapMapping::Type& type : mapping.types) {
    if (contains(type.events, word)) return type.code;
  }
  for (const AlertType& type : policy.alert_types) {
    if (type.code == word || type.name == word) return type.code;
  }
  return {};
}

// Event codes say it for programs, so they come before the event.
std::string type_of(const CapInfo& info, std::size_t index, const Policy& policy,
                    const CapMapping& mapping) {
  std::vector<std::string> words;
  for (const CapValue& code : info.event_codes)
    words.push_back(code.value);
  words.push_back(info.event);
  for (const std::string& word : words) {
    const std::string type = mapped(word, policy, mapping);
    if (!type.empty()) return type;
  }
  refuse("cap.event_unmapped", fmt::format("info[{}].event", index),
         fmt::format("no alert type is mapped to the event \"{}\"", info.event),
         "add it to the events of a type of the mapping");
}

// By the crossings of a ray to the east.
bool is_inside(const Ring& ring, const Point& point) {
  bool inside = false;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    const Point& a = ring[i];
    const Point& b = ring[before];
    if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) continue;
    const double share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    if (point.longitude < a.longitude + share * (b.longitude - a.longitude)) inside = !inside;
  }
  return inside;
}

// The middle of its corners, or the first of them where that lies outside.
Point point_of(const Ring& ring) {
  Point middle{0, 0};
  for (const Point& corner : ring) {
    middle.longitude += corner.longitude / static_cast<double>(ring.size());
    middle.latitude += corner.latitude / static_cast<double>(ring.size());
  }
  return is_inside(ring, middle) ? middle : ring.front();
}

// The ground that has the code of a division.
std::string ground_of(const CapInfo& info, const Policy& policy) {
  const auto& units = policy.organization.units;
  for (const CapArea& area : info.areas) {
    for (const std::string& code : division_codes(area)) {
      const auto found = std::find_if(units.begin(), units.end(), [&](const Unit& unit) {
        return unit.area_code == code &&
               (unit.kind == UnitKind::village || unit.kind == UnitKind::command_room);
      });
      if (found != units.end()) return found->code;
    }
  }
  return {};
}

// What is not for the public stays among those who may read sensitive cases.
void add_secrecy(const CapAlert& message, const Policy& policy, const CapMapping& mapping,
                 Action& alert) {
  if (message.scope == CapScope::open) return;
  if (!is_sensitive(policy, mapping.closed_category)) {
    refuse("cap.not_public", "scope",
           fmt::format("the message is not for the public ({}) and the alert would be",
                       name(message.scope)),
           "name a sensitive category of the policy as closed_category of the mapping");
  }
  alert.category = mapping.closed_category;
}

void add_place(const CapInfo& info, Action& alert) {
  for (const CapArea& area : info.areas) {
    if (!alert.address.empty()) alert.address += "、";
    alert.address += area.description;
    if (alert.point) continue;
    if (!area.circles.empty()) {
      alert.point = area.circles.front().centre;
    } else if (!area.polygons.empty() && !area.polygons.front().empty()) {
      alert.point = point_of(area.polygons.front());
    }
  }
  alert.address = base::first_characters(alert.address, longest_title);
}

std::optional<CapTime> end_of(const CapInfo& info, std::size_t index) {
  if (info.expires) return info.expires;
  for (std::size_t i = 0; i < info.parameters.size(); ++i) {
    if (info.parameters[i].name != cap_lasted_until) continue;
    const auto end = exchange::read_cap_time(info.parameters[i].value);
    if (end) return end;
    refuse("cap.time", fmt::format("info[{}].parameter[{}].value", index, i),
           fmt::format("{} is no time", cap_lasted_until),
           "write it as 2018-03-16T08:30:00+08:00, or leave the parameter out");
  }
  return std::nullopt;
}

void add_times(const CapAlert& message, std::size_t index, Action& alert) {
  const CapInfo& info = message.infos[index];
  // A warning of what is still to come is there when it is sent.
  const CapTime begin = info.onset && info.onset->instant <= message.sent.instant ? *info.onset
                        : info.effective && info.effective->instant <= message.sent.instant
                            ? *info.effective
                            : message.sent;
  if (info.onset && info.onset->instant > message.sent.instant) {
    alert.text +=
        (alert.text.empty() ? "" : "\n") + fmt::format("onset: {}", exchange::written(*info.onset));
  }
  alert.occurred = begin.instant;
  const auto end = end_of(info, index);
  if (end && end->instant >= begin.instant) alert.lasted_until = end->instant;
}

}  // namespace

CapAlert to_cap(const Case& alert, const Policy& policy, const CapMapping& mapping) {
  if (alert.nature != Nature::alert) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} is no alert; only alerts become messages of CAP", alert.number),
                "case");
  }
  if (mapping.sender.empty()) {
    throw Error(ErrorCode::invalid_argument,
                "the mapping names no sender; give one, such as a domain name", "sender");
  }
  const AlertType* const type = type_of(policy, alert.type);
  const bool is_secret = is_sensitive(policy, alert.category) ||
                         (type != nullptr && is_sensitive(policy, type->category));
  if (mapping.restriction.empty() && is_secret) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("{} is of a sensitive category and the message for the public; say "
                            "whom it is for",
                            alert.number),
                "restriction");
  }
  const std::string& zone = policy.organization.time_zone;
  CapAlert message;
  message.identifier = alert.number;
  message.sender = mapping.sender;
  message.sent = cap_time(alert.reported, zone);
  message.status = cap_status(alert.drill);
  if (alert.drill) message.note = policy.organization.name;
  message.scope = mapping.restriction.empty() ? CapScope::open : CapScope::restricted;
  message.restriction = mapping.restriction;
  const bool annulled = alert.position.state == State::annulled;
  if (annulled || alert.repeats > 0) {
    message.references.push_back(reference_to(message));
    message.type = annulled ? CapMessageType::cancel : CapMessageType::update;
    // Each event of the case is another message.
    message.identifier += fmt::format(".{}", alert.version);
    message.sent = cap_time(alert.last_happened, zone);
  }
  message.infos.push_back(info_of(alert, policy, mapping, message.sent));
  return message;
}

Action from_cap(const CapAlert& message, const Policy& policy, const CapMapping& mapping) {
  check_message(message, mapping);
  const std::size_t index = chosen_info(message, mapping);
  const CapInfo& info = message.infos[index];
  Action alert;
  alert.kind = ActionKind::enter_record;
  alert.nature = Nature::alert;
  alert.type = type_of(info, index, policy, mapping);
  alert.title =
      base::first_characters(info.headline.empty() ? info.event : info.headline, longest_title);
  alert.text = info.description;
  if (!info.instruction.empty()) alert.text += (alert.text.empty() ? "" : "\n") + info.instruction;
  alert.channel = mapping.channel;
  // An identifier is its sender's own; together they are written as in references.
  alert.external_ids.push_back({mapping.system, message.sender + "," + message.identifier});
  alert.drill = is_drill(message.status);
  add_times(message, index, alert);
  add_place(info, alert);
  if (!alert.point) alert.grid = ground_of(info, policy);
  add_secrecy(message, policy, mapping, alert);
  return alert;
}

}  // namespace gridcase
