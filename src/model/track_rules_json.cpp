// The JSON form of rules over tracks; track_rules.schema.md describes it for people.
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "model/date_json.hpp"

#include <gridcase/track.hpp>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <cmath>

namespace gridcase {

namespace {

namespace json = boost::json;
using base::JsonWriter;
using base::ObjectReader;

constexpr double longest_seconds = 1.0e9;  // thirty years: far from what a Duration can hold

// --- reading ------------------------------------------------------------------------------------

bool point_from(const json::value& value, Point& out) {
  const json::array* pair = value.if_array();
  if (pair == nullptr || pair->size() != 2) return false;
  if (!(*pair)[0].is_number() || !(*pair)[1].is_number()) return false;
  out = {(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()};
  return true;
}

bool points_from(const json::value& value, std::vector<Point>& out) {
  const json::array* points = value.if_array();
  if (points == nullptr) return false;
  out.resize(points->size());
  for (std::size_t i = 0; i < points->size(); ++i) {
    if (!point_from((*points)[i], out[i])) return false;
  }
  return true;
}

bool polygon_from(const json::value& value, Polygon& out) {
  const json::array* rings = value.if_array();
  if (rings == nullptr || rings->empty() || !points_from((*rings)[0], out.outer)) return false;
  out.holes.resize(rings->size() - 1);
  for (std::size_t i = 1; i < rings->size(); ++i) {
    if (!points_from((*rings)[i], out.holes[i - 1])) return false;
  }
  return true;
}

// A list of things that `from` reads; `form` is what each has to be.
template <typename Thing, typename From>
void read_list(ObjectReader& reader, const char* key, std::vector<Thing>& out, From from,
               const char* code, const char* form) {
  reader.require(key);
  const json::array* list = reader.array(key);
  if (list == nullptr) return;
  out.resize(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (from((*list)[i], out[i])) continue;
    reader.fault(std::string(key) + "[" + std::to_string(i) + "]", code, "it has another form",
                 form);
  }
}

void read_place(ObjectReader& reader, Point& out) {
  reader.require("place");
  if (!reader.has("place")) return;
  const json::array* pair = reader.array("place");
  if (pair == nullptr || point_from(*pair, out)) return;
  reader.fault("place", "json.point", "this is no point", "write [longitude, latitude]");
}

void read_seconds(ObjectReader& reader, const char* key, Duration& out) {
  double seconds = static_cast<double>(out.count()) / 1e6;
  reader.read(key, seconds);
  if (std::abs(seconds) <= longest_seconds) {
    out = Duration(std::llround(seconds * 1e6));
  } else {
    reader.fault(key, "json.seconds", "no time is that long", "write seconds");
  }
}

void read_time(ObjectReader& reader, const char* key, std::int32_t& out) {
  std::string text;
  reader.read(key, text);
  if (text.empty()) return;
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() == 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4)) {
    const auto number = [&](std::size_t at) {
      return (text[at] - '0') * 10 + (text[at + 1] - '0');
    };
    out = number(0) * 60 + number(3);
    if (number(0) < 24 && number(3) < 60) return;
  }
  reader.fault(key, "json.time", "this is no time of day", R"(write one such as "22:00")");
}

void read_what(ObjectReader& reader, DwellRule& rule) {
  reader.read("radius", rule.radius);
  read_seconds(reader, "at_least", rule.at_least);
  reader.read("permitted", rule.permitted);
}

void read_what(ObjectReader& reader, NightRule& rule) {
  read_time(reader, "from", rule.from);
  read_time(reader, "until", rule.until);
  reader.read("distance", rule.distance);
}

void read_what(ObjectReader& reader, RouteRule& rule) {
  read_list(reader, "lines", rule.lines, points_from, "json.line",
            "write a list of points, each [longitude, latitude]");
  reader.read("width", rule.width);
  read_seconds(reader, "at_least", rule.at_least);
}

void read_what(ObjectReader& reader, AreaRule& rule) {
  read_list(reader, "area", rule.area, polygon_from, "json.polygon",
            "write the coordinates of a GeoJSON MultiPolygon: a list of polygons, each a list of "
            "rings, each a list of [longitude, latitude]");
}

void read_what(ObjectReader& reader, OperationRule& rule) {
  reader.read("distance", rule.distance);
}
void read_what(ObjectReader& reader, LicenceRule& rule) { reader.read("distance", rule.distance); }

template <typename What> void read_as(ObjectReader& reader, TrackRule& rule) {
  read_what(reader, rule.what.emplace<What>());
}

void read_rule(ObjectReader& reader, TrackRule& rule) {
  reader.require("code");
  reader.read("code", rule.code);
  reader.read("kinds", rule.kinds);
  reader.require("type");
  TrackRuleType type{};
  reader.read_word(
      "type", type,
      [](std::string_view word) -> std::optional<TrackRuleType> {
        for (int i = 1; i <= 6; ++i) {
          if (name(static_cast<TrackRuleType>(i)) == word) return static_cast<TrackRuleType>(i);
        }
        return std::nullopt;
      },
      "dwell, night_driving, off_route, area_entered, outside_operation, expired_licence");
  switch (type) {
  case TrackRuleType::dwell: return read_as<DwellRule>(reader, rule);
  case TrackRuleType::night_driving: return read_as<NightRule>(reader, rule);
  case TrackRuleType::off_route: return read_as<RouteRule>(reader, rule);
  case TrackRuleType::area_entered: return read_as<AreaRule>(reader, rule);
  case TrackRuleType::outside_operation: return read_as<OperationRule>(reader, rule);
  case TrackRuleType::expired_licence: return read_as<LicenceRule>(reader, rule);
  }
}

void read_site(ObjectReader& reader, TrackSite& site) {
  reader.require("code");
  reader.read("code", site.code);
  reader.read("name", site.name);
  read_place(reader, site.place);
  reader.require("radius");
  reader.read("radius", site.radius);
}

void read_subject(ObjectReader& reader, TrackSubject& subject) {
  reader.require("code");
  reader.read("code", subject.code);
  reader.read("kind", subject.kind);
  reader.read("operates", subject.operates);
  model::read_date(reader, "valid_until", subject.valid_until);
}

// --- writing ------------------------------------------------------------------------------------

std::string text_of(Point point) {
  return JsonWriter().begin_array().value(point.longitude).value(point.latitude).end_array().take();
}

std::string text_of(const std::vector<Point>& points) {
  JsonWriter writer;
  writer.begin_array();
  for (const Point point : points)
    writer.raw(text_of(point));
  return writer.end_array().take();
}

double seconds_of(Duration duration) { return static_cast<double>(duration.count()) / 1e6; }

std::string time_text(std::int32_t minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

void write_what(JsonWriter& writer, const DwellRule& rule) {
  writer.field("radius", rule.radius).field("at_least", seconds_of(rule.at_least));
  writer.field_if("permitted", rule.permitted);
}

void write_what(JsonWriter& writer, const NightRule& rule) {
  writer.field("from", time_text(rule.from)).field("until", time_text(rule.until));
  writer.field("distance", rule.distance);
}

void write_what(JsonWriter& writer, const RouteRule& rule) {
  writer.key("lines").begin_array();
  for (const TrackLine& line : rule.lines)
    writer.raw(text_of(line));
  writer.end_array().field("width", rule.width).field("at_least", seconds_of(rule.at_least));
}

void write_what(JsonWriter& writer, const AreaRule& rule) {
  writer.key("area").begin_array();
  for (const Polygon& polygon : rule.area) {
    writer.begin_array().raw(text_of(polygon.outer));
    for (const Ring& hole : polygon.holes)
      writer.raw(text_of(hole));
    writer.end_array();
  }
  writer.end_array();
}

void write_what(JsonWriter& writer, const OperationRule& rule) {
  writer.field("distance", rule.distance);
}
void write_what(JsonWriter& writer, const LicenceRule& rule) {
  writer.field("distance", rule.distance);
}

void write_rule(JsonWriter& writer, const TrackRule& rule) {
  writer.begin_object().field("code", rule.code).field("type", name(rule.type()));
  writer.field_if("kinds", rule.kinds);
  std::visit([&](const auto& what) { write_what(writer, what); }, rule.what);
  writer.end_object();
}

// A line each: there may be thousands.
std::string line_of(const TrackSite& site) {
  JsonWriter writer;
  writer.begin_object().field("code", site.code).field_if("name", site.name);
  writer.key("place").raw(text_of(site.place)).field("radius", site.radius);
  return writer.end_object().take();
}

std::string line_of(const TrackSubject& subject) {
  JsonWriter writer;
  writer.begin_object().field("code", subject.code).field_if("kind", subject.kind);
  if (!subject.operates) writer.field("operates", false);
  if (subject.valid_until) writer.field("valid_until", format_date(*subject.valid_until));
  return writer.end_object().take();
}

}  // namespace

TrackRules read_track_rules(std::string_view json) {
  TrackRules rules;
  base::read_document(json, "track rules", [&](ObjectReader& reader) {
    reader.read("zone", rules.zone);
    reader.read("accuracy", rules.accuracy);
    read_seconds(reader, "longest_gap", rules.longest_gap);
    reader.each_object("sites",
                       [&](ObjectReader& item) { read_site(item, rules.sites.emplace_back()); });
    reader.each_object(
        "subjects", [&](ObjectReader& item) { read_subject(item, rules.subjects.emplace_back()); });
    reader.each_object("rules",
                       [&](ObjectReader& item) { read_rule(item, rules.rules.emplace_back()); });
  });
  return rules;
}

std::string write_track_rules(const TrackRules& rules) {
  JsonWriter writer(2);
  writer.begin_object().field("zone", rules.zone).field("accuracy", rules.accuracy);
  writer.field("longest_gap", seconds_of(rules.longest_gap));
  writer.key("sites").begin_array();
  for (const TrackSite& site : rules.sites)
    writer.raw(line_of(site));
  writer.end_array().key("subjects").begin_array();
  for (const TrackSubject& subject : rules.subjects)
    writer.raw(line_of(subject));
  writer.end_array().key("rules").begin_array();
  for (const TrackRule& rule : rules.rules)
    write_rule(writer, rule);
  writer.end_array().end_object();
  return writer.take() + "\n";
}

}  // namespace gridcase
