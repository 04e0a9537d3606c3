#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

#include <gridcase/open311.hpp>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace gridcase {

Open311Mapping read_open311_mapping(std::string_view json) {
  Open311Mapping mapping;
  base::read_document(json, "Open311 mapping", [&](base::ObjectReader& in) {
    in.require("system");
    in.read("system", mapping.system);
    in.read("same_codes", mapping.same_codes);
    in.read("channel", mapping.channel);
    in.with_object("categories", [&](base::ObjectReader& categories) {
      const boost::json::object* object = in.object("categories");
      for (const auto& [key, value] : *object) {
        const std::string code(key.data(), key.size());
        categories.require(code);
        categories.read(code, mapping.categories[code]);
      }
    });
  });
  return mapping;
}

std::string write_open311_mapping(const Open311Mapping& mapping) {
  base::JsonWriter out(2);
  out.begin_object().field("system", mapping.system);
  out.key("categories").begin_object();
  for (const auto& [code, category] : mapping.categories)
    out.field(code, category);
  out.end_object();
  out.field_if("same_codes", mapping.same_codes);
  out.field("channel", mapping.channel).end_object();
  return out.take();
}

}  // namespace gridcase
