#include "exchange/cap_words.hpp"

#include <tuple>

namespace gridcase {

using base::name_in;

std::string_view name(CapStatus status) noexcept { return name_in(exchange::cap_statuses, status); }
std::string_view name(CapMessageType type) noexcept { return name_in(exchange::cap_types, type); }
std::string_view name(CapScope scope) noexcept { return name_in(exchange::cap_scopes, scope); }
std::string_view name(CapCategory category) noexcept {
  return name_in(exchange::cap_categories, category);
}
std::string_view name(CapResponse response) noexcept {
  return name_in(exchange::cap_responses, response);
}
std::string_view name(CapUrgency urgency) noexcept {
  return name_in(exchange::cap_urgencies, urgency);
}
std::string_view name(CapSeverity severity) noexcept {
  return name_in(exchange::cap_severities, severity);
}
std::string_view name(CapCertainty certainty) noexcept {
  return name_in(exchange::cap_certainties, certainty);
}

bool operator==(const CapArea& a, const CapArea& b) {
  const auto all = [](const CapArea& c) {
    return std::tie(c.description, c.polygons, c.circles, c.geocodes, c.altitude_in_feet,
                    c.ceiling_in_feet);
  };
  return all(a) == all(b);
}

bool operator==(const CapResource& a, const CapResource& b) {
  const auto all = [](const CapResource& c) {
    return std::tie(c.description, c.mime_type, c.size_in_bytes, c.uri, c.content, c.digest);
  };
  return all(a) == all(b);
}

bool operator==(const CapInfo& a, const CapInfo& b) {
  const auto all = [](const CapInfo& c) {
    return std::tie(c.language, c.categories, c.event, c.responses, c.urgency, c.severity,
                    c.certainty, c.audience, c.event_codes, c.effective, c.onset, c.expires,
                    c.sender_name, c.headline, c.description, c.instruction, c.web, c.contact,
                    c.parameters, c.resources, c.areas);
  };
  return all(a) == all(b);
}

bool operator==(const CapAlert& a, const CapAlert& b) {
  const auto all = [](const CapAlert& c) {
    return std::tie(c.identifier, c.sender, c.sent, c.status, c.type, c.source, c.scope,
                    c.restriction, c.addresses, c.codes, c.note, c.references, c.incidents,
                    c.infos);
  };
  return all(a) == all(b);
}

}  // namespace gridcase
