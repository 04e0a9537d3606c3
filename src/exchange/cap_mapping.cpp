#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "exchange/cap_words.hpp"

#include <gridcase/cap.hpp>

namespace gridcase {

namespace {

void read_type(base::ObjectReader& in, CapMapping& mapping) {
  CapMapping::Type type;
  in.require("code");
  in.read("code", type.code);
  in.read("events", type.events);
  std::vector<std::string> categories;
  in.read("categories", categories);
  for (const std::string& word : categories) {
    if (const auto category = base::value_in(exchange::cap_categories, word)) {
      type.categories.push_back(*category);
    } else {
      in.fault("categories", "json.unknown_word", "\"" + word + "\" is no category of CAP",
               "use one of: " + exchange::all_words(exchange::cap_categories));
    }
  }
  mapping.types.push_back(std::move(type));
}

}  // namespace

CapMapping read_cap_mapping(std::string_view json) {
  CapMapping mapping;
  base::read_document(json, "CAP mapping", [&](base::ObjectReader& in) {
    in.require("system");
    in.read("system", mapping.system);
    in.read("sender", mapping.sender);
    in.read("restriction", mapping.restriction);
    in.read("closed_category", mapping.closed_category);
    in.read("language", mapping.language);
    in.read("channel", mapping.channel);
    in.each_object("types", [&](base::ObjectReader& type) { read_type(type, mapping); });
  });
  return mapping;
}

std::string write_cap_mapping(const CapMapping& mapping) {
  base::JsonWriter out(2);
  out.begin_object().field("system", mapping.system).field_if("sender", mapping.sender);
  out.field_if("restriction", mapping.restriction);
  out.field_if("closed_category", mapping.closed_category).field("language", mapping.language);
  out.field("channel", mapping.channel).key("types").begin_array();
  for (const CapMapping::Type& type : mapping.types) {
    out.begin_object().field("code", type.code).key("events").begin_array();
    for (const std::string& event : type.events)
      out.value(event);
    out.end_array().key("categories").begin_array();
    for (const CapCategory category : type.categories)
      out.value(name(category));
    out.end_array().end_object();
  }
  out.end_array().end_object();
  return out.take();
}

}  // namespace gridcase
