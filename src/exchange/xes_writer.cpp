#include "exchange/xes_writer.hpp"

#include "exchange/aside.hpp"
#include "exchange/case_log.hpp"

#include <fmt/format.h>

#include <fstream>
#include <utility>

namespace gridcase {
namespace exchange {

namespace {

const char* element_of(XesAttribute::Kind kind) {
  using Kind = XesAttribute::Kind;
  switch (kind) {
  case Kind::text: return "string";
  case Kind::time: return "date";
  case Kind::integer: return "int";
  case Kind::real: return "float";
  case Kind::truth: return "boolean";
  case Kind::id: return "id";
  case Kind::list: return "list";
  case Kind::container: return "container";
  }
  throw Error(ErrorCode::invalid_argument, "there is no such kind of attribute", "kind");
}

std::string value_of(const XesAttribute& attribute, const std::string& zone) {
  using Kind = XesAttribute::Kind;
  switch (attribute.kind) {
  case Kind::time: return format_instant(attribute.time, zone);
  case Kind::integer: return std::to_string(attribute.integer);
  case Kind::real: return fmt::format("{}", attribute.real);
  case Kind::truth: return attribute.truth ? "true" : "false";
  default: return attribute.value;
  }
}

}  // namespace

XesWriter::XesWriter(std::ostream& out, const XesHeader& header, std::string zone)
    : xml_(out), zone_(std::move(zone)) {
  xml_.declaration().begin("log").attribute("xes.version", header.version);
  xml_.attribute("xes.features", header.features);
  xml_.attribute("xmlns", "http://www.xes-standard.org/");
  for (const XesExtension& extension : header.extensions) {
    xml_.begin("extension").attribute("name", extension.name);
    xml_.attribute("prefix", extension.prefix).attribute("uri", extension.uri).end();
  }
  write_globals("trace", header.trace_globals);
  write_globals("event", header.event_globals);
  for (const XesClassifier& classifier : header.classifiers) {
    xml_.begin("classifier").attribute("name", classifier.name);
    if (!classifier.scope.empty()) xml_.attribute("scope", classifier.scope);
    xml_.attribute("keys", classifier.keys).end();
  }
  write(header.attributes);
}

void XesWriter::write_globals(const char* scope, const std::vector<XesAttribute>& globals) {
  if (globals.empty()) return;
  xml_.begin("global").attribute("scope", scope);
  write(globals);
  xml_.end();
}

void XesWriter::write(const XesAttribute& attribute) {
  using Kind = XesAttribute::Kind;
  xml_.begin(element_of(attribute.kind)).attribute("key", attribute.key);
  if (attribute.kind == Kind::list) {
    xml_.begin("values");
    write(attribute.items);
    xml_.end();
  } else if (attribute.kind == Kind::container) {
    write(attribute.items);
  } else {
    xml_.attribute("value", value_of(attribute, zone_));
  }
  write(attribute.meta);
  xml_.end();
}

void XesWriter::write(const std::vector<XesAttribute>& attributes) {
  for (const XesAttribute& attribute : attributes)
    write(attribute);
}

void XesWriter::add(const XesTrace& trace) {
  xml_.begin("trace");
  write(trace.attributes);
  for (const XesEvent& event : trace.events) {
    xml_.begin("event");
    write(event.attributes);
    xml_.end();
  }
  xml_.end();
}

void XesWriter::finish() {
  xml_.end();
  xml_.finish();
}

}  // namespace exchange

LogCounts write_xes(const std::string& path, const Engine& engine, const Actor& actor,
                    const CaseQuery& query, const std::string& zone) {
  if (!zone_exists(zone)) {
    throw Error(ErrorCode::invalid_argument, "there is no time zone " + zone, "zone");
  }
  exchange::Aside aside(path);
  LogCounts counts;
  {
    std::ofstream out(aside.path(), std::ios::binary);
    if (!out) throw Error(ErrorCode::io, "cannot write to " + aside.path(), "path");
    exchange::XesWriter writer(out, exchange::xes_header(), zone);
    exchange::each_case_log(engine, actor, query, [&](const exchange::CaseLog& log) {
      writer.add(exchange::xes_trace(log.whole, log.events));
      ++counts.cases;
      counts.events += static_cast<std::int64_t>(log.events.size());
    });
    writer.finish();
  }
  aside.publish();
  return counts;
}

}  // namespace gridcase
