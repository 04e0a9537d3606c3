// Calls that write files: cases, units, requests, warnings, holidays, event logs.

#include "c_api/call.hpp"
#include "c_api/put.hpp"
#include "c_api/request_queries.hpp"

#include <gridcase/cap.hpp>
#include <gridcase/csv.hpp>
#include <gridcase/event_log.hpp>
#include <gridcase/geojson.hpp>
#include <gridcase/icalendar.hpp>
#include <gridcase/open311.hpp>

namespace gridcase::c_api {
namespace {

void put_count(JsonWriter& out, std::int64_t count) {
  out.begin_object().field("count", count).end_object();
}

char read_separator(Request& in) {
  const std::string separator = in.text("separator");
  if (separator.size() > 1) {
    in.in().fault("separator", "request.separator", "a separator is one character",
                  "write \",\", \";\" or \"\\t\"");
  }
  return separator.empty() ? ',' : separator.front();
}

CsvOutput read_csv_output(Request& in) {
  CsvOutput output;
  output.encoding = in.word("encoding", text_encoding_from_name, output.encoding, "utf8, gb18030");
  output.byte_order_mark = in.flag("byte_order_mark");
  output.separator = read_separator(in);
  output.spreadsheet_safe = in.flag("spreadsheet_safe");
  return output;
}

Work write_cases_csv(Request& in) {
  return [query = read_case_query(in), output = read_csv_output(in),
          actor = in.actor()](Context& c, JsonWriter& out) {
    put_count(out, gridcase::write_cases_csv(*c.out, *c.engine, query, actor, output));
  };
}

Work write_cases_geojson(Request& in) {
  return [query = read_case_query(in), actor = in.actor()](Context& c, JsonWriter& out) {
    put_count(out, gridcase::write_cases_geojson(*c.out, *c.engine, query, actor));
  };
}

// "any" asks for units of all kinds; grids if it is left out.
Work write_units_geojson(Request& in) {
  const bool all = in.text("kind") == "any";
  const UnitKind kind = all ? UnitKind::grid
                            : in.word("kind", unit_kind_from_name, UnitKind::grid,
                                      "any, " + words_from(UnitKind::city_center));
  return [all, kind](Context& c, JsonWriter& out) {
    const std::optional<UnitKind> only = all ? std::nullopt : std::optional(kind);
    put_count(out,
              gridcase::write_units_geojson(*c.out, c.engine->directory().organization(), only));
  };
}

std::optional<Open311Format> format_from_name(std::string_view text) {
  if (text == "json") return Open311Format::json;
  if (text == "xml") return Open311Format::xml;
  return std::nullopt;
}

Open311Format read_format(Request& in) {
  return in.word("format", format_from_name, Open311Format::json, "json, xml");
}

Work write_open311_services(Request& in) {
  return [format = read_format(in)](Context& c, JsonWriter& out) {
    const auto services = open311_services(c.engine->directory());
    gridcase::write_open311_services(*c.out, services, format);
    put_count(out, static_cast<std::int64_t>(services.size()));
  };
}

Work write_open311_cases(Request& in) {
  return [format = read_format(in), query = read_case_query(in),
          actor = in.actor()](Context& c, JsonWriter& out) {
    put_count(out, gridcase::write_open311_cases(*c.out, format, *c.engine, query, actor));
  };
}

Open311Query read_open311_query(Request& request) {
  Open311Query query;
  request.with("query", [&](Request& in) {
    query.service_request_ids = in.texts("service_request_ids");
    query.service_codes = in.texts("service_codes");
    query.start = in.optional_time("start");
    query.end = in.optional_time("end");
    in.in().read("closed", query.closed);
  });
  return query;
}

// What GET requests answers.
Work find_open311(Request& in) {
  return [format = read_format(in), query = read_open311_query(in), actor = in.actor(),
          now = in.now()](Context& c, JsonWriter& out) {
    Open311Writer writer(*c.out, format, c.zone);
    std::int64_t count = 0;
    for (const Open311Request& one : gridcase::find_open311(*c.engine, query, actor, now)) {
      writer.write(one);
      ++count;
    }
    writer.finish();
    put_count(out, count);
  };
}

Work write_cap(Request& in) {
  return [id = in.case_id(), actor = in.actor(),
          mapping = in.document<CapMapping>("mapping", read_cap_mapping)](Context& c,
                                                                          JsonWriter& out) {
    const auto alert = c.engine->get(id, actor);
    if (!alert) {
      throw Error(ErrorCode::not_found,
                  "there is no such alert, or the actor may not see it; ask as a unit that does",
                  "case_id");
    }
    gridcase::write_cap(*c.out, to_cap(*alert, *c.engine->policy(), mapping));
    put_count(out, 1);
  };
}

Work write_holidays_icalendar(Request& in) {
  return [table = in.document<HolidayTable>("table", read_holidays),
          now = in.now()](Context& c, JsonWriter& out) {
    gridcase::write_holidays_icalendar(*c.out, table, now);
    put_count(out, static_cast<std::int64_t>(table.days.size()));
  };
}

void put_log_counts(JsonWriter& out, const LogCounts& counts) {
  out.begin_object().field("cases", counts.cases).field("events", counts.events);
  out.field("objects", counts.objects).field("event_relations", counts.event_relations);
  out.field("object_relations", counts.object_relations).end_object();
}

Work write_ocel_sqlite(Request& in) {
  return [path = in.required_text("path"), query = read_case_query(in),
          actor = in.actor()](Context& c, JsonWriter& out) {
    put_log_counts(out, gridcase::write_ocel_sqlite(path, *c.engine, actor, query));
  };
}

Work write_ocel_json(Request& in) {
  return [path = in.required_text("path"), query = read_case_query(in),
          actor = in.actor()](Context& c, JsonWriter& out) {
    put_log_counts(out, gridcase::write_ocel_json(path, *c.engine, actor, query));
  };
}

Work write_xes(Request& in) {
  return [path = in.required_text("path"), query = read_case_query(in),
          actor = in.actor()](Context& c, JsonWriter& out) {
    put_log_counts(out, gridcase::write_xes(path, *c.engine, actor, query, c.zone));
  };
}

}  // namespace

Calls export_calls() {
  return {{"write_cases_csv", Needs::engine, write_cases_csv, File::written},
          {"write_cases_geojson", Needs::engine, write_cases_geojson, File::written},
          {"write_units_geojson", Needs::engine, write_units_geojson, File::written},
          {"write_open311_services", Needs::engine, write_open311_services, File::written},
          {"write_open311_cases", Needs::engine, write_open311_cases, File::written},
          {"find_open311", Needs::engine, find_open311, File::written},
          {"write_cap", Needs::engine, write_cap, File::written},
          {"write_holidays_icalendar", Needs::nothing, write_holidays_icalendar, File::written},
          {"write_ocel_sqlite", Needs::engine, write_ocel_sqlite},
          {"write_ocel_json", Needs::engine, write_ocel_json},
          {"write_xes", Needs::engine, write_xes}};
}

}  // namespace gridcase::c_api
