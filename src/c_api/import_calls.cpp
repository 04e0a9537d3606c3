// Calls that read files: what they hold, as actions and documents, and the history of a legacy
// system.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request_queries.hpp"

#include <gridcase/cap.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/legacy.hpp>
#include <gridcase/open311.hpp>

namespace gridcase::c_api {
namespace {

// The alert of a message, for `raise_alert`.
Work read_cap(Request& in) {
  return [mapping = in.document<CapMapping>("mapping", read_cap_mapping)](Context& c,
                                                                          JsonWriter& out) {
    const CapReading reading = gridcase::read_cap(*c.in);
    out.begin_object().key("alert");
    out.raw(write_action(from_cap(reading.alert, *c.engine->policy(), mapping))).key("faults");
    put_faults(out, reading.faults);
    out.end_object();
  };
}

std::optional<Open311Format> format_from_name(std::string_view text) {
  if (text == "json") return Open311Format::json;
  if (text == "xml") return Open311Format::xml;
  return std::nullopt;
}

// The reports of requests, for `submit`; and what of each is lost.
Work read_open311_requests(Request& in) {
  const auto format = in.word("format", format_from_name, Open311Format::json, "json, xml");
  return [format, mapping = in.document<Open311Mapping>("mapping", read_open311_mapping)](
             Context& c, JsonWriter& out) {
    JsonWriter refused;
    refused.begin_array();
    out.begin_object().key("reports").begin_array();
    const auto take = [&](const Open311Request& request) {
      const std::string report = write_action(to_report(request, mapping));
      out.begin_object().field("service_request_id", request.service_request_id);
      out.field("closed", request.closed).key("report").raw(report).key("left_out");
      put_list(out, open311_left_out(request), [&](std::string_view field) { out.value(field); });
      out.end_object();
    };
    const auto refuse = [&](const DocumentError& error) { put_faults(refused, error.faults()); };
    const auto take_or_refuse = [&](const Open311Request& request) {
      try {
        take(request);
      } catch (const DocumentError& error) {  // a service that nothing is mapped to
        refuse(error);
      }
    };
    gridcase::read_open311_requests(*c.in, format, take_or_refuse, refuse);
    out.end_array().key("refused").raw(refused.end_array().text()).end_object();
  };
}

// The body of a POST.
Work read_open311_form(Request& in) {
  return [body = in.required_text("body"),
          mapping = in.document<Open311Mapping>("mapping", read_open311_mapping)](Context&,
                                                                                  JsonWriter& out) {
    const Open311Request request = gridcase::read_open311_form(body);
    out.begin_object().key("report").raw(write_action(to_report(request, mapping)));
    out.key("left_out");
    put_list(out, open311_left_out(request), [&](std::string_view field) { out.value(field); });
    out.end_object();
  };
}

Work read_units_geojson(Request& in) {
  GeoJsonUnits units;
  units.above = in.text("above");
  in.in().read("code", units.code);
  in.in().read("name", units.name);
  in.in().read("parent", units.parent);
  in.in().read("kind_property", units.kind_property);
  in.in().read("tier", units.tier);
  in.in().read("area_code", units.area_code);
  units.kind = in.word("kind", unit_kind_from_name, units.kind, words_from(UnitKind::city_center));
  return [units](Context& c, JsonWriter& out) {
    Organization read;
    const std::int64_t count = gridcase::read_units_geojson(
        *c.in, units, [&](const Unit& unit) { read.units.push_back(unit); });
    out.begin_object().field("count", count);
    out.key("organization").raw(write_organization(read)).end_object();
  };
}

Work read_holidays_icalendar(Request& in) {
  ICalendarRules rules;
  rules.code = in.text("code");
  if (in.has("until")) rules.until = in.date("until");
  return [rules](Context& c, JsonWriter& out) {
    out.raw(write_holidays(gridcase::read_holidays_icalendar(*c.in, rules)));
  };
}

void put_refusal(JsonWriter& out, const LegacyRefusal& refusal) {
  out.begin_object().field("table", name(refusal.table));
  out.field("line", static_cast<std::int64_t>(refusal.line));
  put_text(out, "id", refusal.id);
  put_text(out, "column", refusal.column);
  put_text(out, "value", refusal.value);
  out.field("code", refusal.code).field("reason", refusal.reason).key("cells");
  put_list(out, refusal.cells, [&](const std::pair<std::string, std::string>& cell) {
    out.begin_array().value(cell.first).value(cell.second).end_array();
  });
  put_text(out, "text", refusal.text);
  out.end_object();
}

void put_report(JsonWriter& out, const LegacyReport& report) {
  out.field("rows", report.rows).field("done", report.done).field("already", report.already);
  out.field("changed", report.changed).field("ignored", report.ignored);
  out.field("refused", report.refused).field("more", report.more).key("changed_lines");
  put_list(out, report.changed_lines,
           [&](std::size_t line) { out.value(static_cast<std::int64_t>(line)); });
}

Work import_legacy(Request& in) {
  LegacyOptions options;
  options.batch = in.count("batch", options.batch);
  in.in().read("budget", options.budget);
  const auto table = in.required_word("table", legacy_table_from_name, LegacyTable::contacts,
                                      "contacts, cases, steps");
  return [=, mapping = in.document<LegacyMapping>("mapping", read_legacy_mapping),
          actor = in.actor(), now = in.now()](Context& c, JsonWriter& out) {
    out.begin_object().key("refusals").begin_array();
    const LegacyReport report = gridcase::import_legacy(
        *c.in, table, mapping, *c.engine, actor, now,
        [&](const LegacyRefusal& refusal) { put_refusal(out, refusal); }, options);
    out.end_array();
    put_report(out, report);
    out.end_object();
  };
}

}  // namespace

Calls import_calls() {
  return {{"read_cap", Needs::engine, read_cap, File::read},
          {"read_open311_requests", Needs::nothing, read_open311_requests, File::read},
          {"read_open311_form", Needs::nothing, read_open311_form},
          {"read_units_geojson", Needs::nothing, read_units_geojson, File::read},
          {"read_holidays_icalendar", Needs::nothing, read_holidays_icalendar, File::read},
          {"import_legacy", Needs::engine, import_legacy, File::read}};
}

}  // namespace gridcase::c_api
