#include "exchange/cap_text.hpp"
#include "exchange/cap_words.hpp"
#include "exchange/xml.hpp"

#include <algorithm>

namespace gridcase {

namespace {

using exchange::written;
using exchange::XmlWriter;

void leaf_if(XmlWriter& xml, const char* element, const std::optional<CapTime>& time) {
  if (time) xml.leaf(element, written(*time));
}

void leaf_if(XmlWriter& xml, const char* element, const std::optional<double>& number) {
  if (number) xml.leaf(element, written(*number));
}

void write_values(XmlWriter& xml, const char* element, const std::vector<CapValue>& values) {
  for (const auto& value : values)
    xml.begin(element).leaf("valueName", value.name).leaf("value", value.value).end();
}

void write_resource(XmlWriter& xml, const CapResource& resource) {
  xml.begin("resource").leaf("resourceDesc", resource.description);
  xml.leaf("mimeType", resource.mime_type);
  if (resource.size_in_bytes) xml.leaf("size", std::to_string(*resource.size_in_bytes));
  xml.leaf_if("uri", resource.uri).leaf_if("derefUri", resource.content);
  xml.leaf_if("digest", resource.digest).end();
}

void write_area(XmlWriter& xml, const CapArea& area) {
  xml.begin("area").leaf("areaDesc", area.description);
  for (const auto& polygon : area.polygons)
    xml.leaf("polygon", written(polygon));
  for (const auto& circle : area.circles)
    xml.leaf("circle", written(circle));
  write_values(xml, "geocode", area.geocodes);
  leaf_if(xml, "altitude", area.altitude_in_feet);
  leaf_if(xml, "ceiling", area.ceiling_in_feet);
  xml.end();
}

void write_info(XmlWriter& xml, const CapInfo& info) {
  xml.begin("info").leaf_if("language", info.language);
  for (const auto category : info.categories)
    xml.leaf("category", name(category));
  xml.leaf("event", info.event);
  for (const auto response : info.responses)
    xml.leaf("responseType", name(response));
  xml.leaf("urgency", name(info.urgency)).leaf("severity", name(info.severity));
  xml.leaf("certainty", name(info.certainty)).leaf_if("audience", info.audience);
  write_values(xml, "eventCode", info.event_codes);
  leaf_if(xml, "effective", info.effective);
  leaf_if(xml, "onset", info.onset);
  leaf_if(xml, "expires", info.expires);
  xml.leaf_if("senderName", info.sender_name).leaf_if("headline", info.headline);
  xml.leaf_if("description", info.description).leaf_if("instruction", info.instruction);
  xml.leaf_if("web", info.web).leaf_if("contact", info.contact);
  write_values(xml, "parameter", info.parameters);
  for (const auto& resource : info.resources)
    write_resource(xml, resource);
  for (const auto& area : info.areas)
    write_area(xml, area);
  xml.end();
}

}  // namespace

void write_cap(std::ostream& out, const CapAlert& alert) {
  std::vector<Fault> faults = validate(alert);
  const auto is_error = [](const Fault& fault) { return fault.severity == Severity::error; };
  if (std::any_of(faults.begin(), faults.end(), is_error)) {
    throw DocumentError("CAP message", std::move(faults));
  }
  XmlWriter xml(out);
  xml.declaration().begin("alert").attribute("xmlns", exchange::cap_namespace);
  xml.leaf("identifier", alert.identifier).leaf("sender", alert.sender);
  xml.leaf("sent", written(alert.sent)).leaf("status", name(alert.status));
  xml.leaf("msgType", name(alert.type)).leaf_if("source", alert.source);
  xml.leaf("scope", name(alert.scope)).leaf_if("restriction", alert.restriction);
  xml.leaf_if("addresses", written(alert.addresses));
  for (const auto& code : alert.codes)
    xml.leaf("code", code);
  xml.leaf_if("note", alert.note).leaf_if("references", written(alert.references));
  xml.leaf_if("incidents", written(alert.incidents));
  for (const auto& info : alert.infos)
    write_info(xml, info);
  xml.end().finish();
}

}  // namespace gridcase
