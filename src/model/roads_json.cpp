// The JSON form of a road network; roads.schema.md describes it for people.
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/response.hpp>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace gridcase {

namespace {

namespace json = boost::json;
using base::JsonWriter;
using base::ObjectReader;

void read_place(ObjectReader& reader, Point& out) {
  if (!reader.has("place")) {
    reader.require("place");
    return;
  }
  const json::array* pair = reader.array("place");
  if (pair == nullptr) return;
  if (pair->size() == 2 && (*pair)[0].is_number() && (*pair)[1].is_number()) {
    out = {(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()};
  } else {
    reader.fault("place", "json.point", "this is no point", "write [longitude, latitude]");
  }
}

void read_crossing(ObjectReader& reader, Roads::Crossing& crossing) {
  reader.require("code");
  reader.read("code", crossing.code);
  read_place(reader, crossing.place);
}

void read_road(ObjectReader& reader, Roads::Road& road) {
  reader.require("from");
  reader.read("from", road.from);
  reader.require("to");
  reader.read("to", road.to);
  reader.require("seconds");
  reader.read("seconds", road.seconds);
  reader.read("one_way", road.one_way);
}

// A line each: networks have many thousands of both.
std::string line_of(const Roads::Crossing& crossing) {
  JsonWriter writer;
  writer.begin_object().field("code", crossing.code).key("place").begin_array();
  writer.value(crossing.place.longitude).value(crossing.place.latitude);
  return writer.end_array().end_object().take();
}

std::string line_of(const Roads::Road& road) {
  JsonWriter writer;
  writer.begin_object().field("from", road.from).field("to", road.to);
  writer.field("seconds", road.seconds).field_if("one_way", road.one_way);
  return writer.end_object().take();
}

}  // namespace

Roads read_roads(std::string_view json) {
  Roads roads;
  base::read_document(json, "roads", [&](ObjectReader& reader) {
    reader.each_object("crossings", [&](ObjectReader& item) {
      read_crossing(item, roads.crossings.emplace_back());
    });
    reader.each_object("roads",
                       [&](ObjectReader& item) { read_road(item, roads.roads.emplace_back()); });
    reader.read("off_road", roads.off_road);
  });
  return roads;
}

std::string write_roads(const Roads& roads) {
  JsonWriter writer(2);
  writer.begin_object().key("crossings").begin_array();
  for (const Roads::Crossing& crossing : roads.crossings)
    writer.raw(line_of(crossing));
  writer.end_array().key("roads").begin_array();
  for (const Roads::Road& road : roads.roads)
    writer.raw(line_of(road));
  writer.end_array().field("off_road", roads.off_road).end_object();
  return writer.take() + "\n";
}

}  // namespace gridcase
