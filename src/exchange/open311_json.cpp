#include "exchange/open311_fields.hpp"

#include "base/json_stream.hpp"
#include "base/json_writer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <ostream>

namespace gridcase::exchange {

namespace {

namespace json = boost::json;

class JsonSink : public Open311Sink {
public:
  explicit JsonSink(base::JsonWriter& out) : out_(out) {}
  void text(std::string_view name, std::string_view text) override { out_.field(name, text); }
  void number(std::string_view name, double number) override { out_.field(name, number); }
  void truth(std::string_view name, bool truth) override { out_.field(name, truth); }

private:
  base::JsonWriter& out_;
};

// A value that is no list and no object as a text; null says nothing.
std::optional<std::string> scalar_text(const json::value& value) {
  switch (value.kind()) {
  case json::kind::null: return std::string();
  case json::kind::bool_: return std::string(value.get_bool() ? "true" : "false");
  case json::kind::int64: return std::to_string(value.get_int64());
  case json::kind::uint64: return std::to_string(value.get_uint64());
  case json::kind::double_: return fmt::format("{}", value.get_double());
  case json::kind::string: {
    const json::string& text = value.get_string();
    return std::string(text.data(), text.size());
  }
  default: return std::nullopt;
  }
}

// Gives every field of an object that is a scalar to the reader. Lists and objects are others' own.
template <typename Value>
void read_fields(const json::value& object, Open311Reader& reader, Value& out) {
  if (!object.is_object()) {
    reader.fault("", "is no object", "write it with braces");
    return;
  }
  for (const auto& [key, value] : object.get_object()) {
    const std::string_view name(key.data(), key.size());
    if (value.is_double() && name == "service_request_id") {
      reader.fault(name, "is a number that is not whole, or larger than 64 bits hold",
                   "write ids as texts, in quotes");
      continue;
    }
    if (const auto text = scalar_text(value)) {
      reader.set(out, name, *text);
    } else if (!value.is_null()) {
      reader.skip(out, name);
    }
  }
}

void read_values(const json::value& attribute, const std::string& path,
                 std::vector<Open311Attribute::Value>& out, std::vector<Fault>& faults) {
  const json::object* object = attribute.if_object();
  const json::value* values = object == nullptr ? nullptr : object->if_contains("values");
  if (values == nullptr || values->is_null()) return;
  const json::array* list = values->if_array();
  if (list == nullptr) {
    Open311Reader(path, faults).fault("values", "is no list", "write it with brackets");
    return;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    Open311Reader reader(fmt::format("{}.values[{}]", path, i), faults);
    const json::object* pair = (*list)[i].if_object();
    const auto text_of = [&](const char* key) {
      const json::value* value = pair == nullptr ? nullptr : pair->if_contains(key);
      return value == nullptr ? std::string() : scalar_text(*value).value_or("");
    };
    out.push_back({text_of("key"), text_of("name")});
    reader.require("key", !out.back().key.empty());
  }
}

template <typename Value, typename Finish>
void read_list(std::istream& in, const char* what, const Finish& finish) {
  base::JsonStream stream(in, open311_document);
  json::value element;
  for (std::size_t i = 0; stream.next(element); ++i) {
    std::vector<Fault> faults;
    Open311Reader reader(fmt::format("{}[{}]", what, i), faults);
    Value value;
    read_fields(element, reader, value);
    finish(value, reader, faults);
  }
}

}  // namespace

void write_json(std::ostream& out, const std::vector<Open311Service>& services) {
  base::JsonWriter writer(2);
  JsonSink sink(writer);
  writer.begin_array();
  for (const Open311Service& service : services) {
    writer.begin_object();
    write_fields(service, sink);
    writer.end_object();
  }
  writer.end_array();
  out << writer.text() << '\n';
}

void write_json(std::ostream& out, const Open311ServiceDefinition& definition) {
  base::JsonWriter writer(2);
  JsonSink sink(writer);
  writer.begin_object().field("service_code", definition.service_code);
  writer.key("attributes").begin_array();
  for (const Open311Attribute& attribute : definition.attributes) {
    writer.begin_object();
    write_fields(attribute, sink);
    if (!attribute.values.empty()) {
      writer.key("values").begin_array();
      for (const Open311Attribute::Value& value : attribute.values)
        writer.begin_object().field("key", value.key).field("name", value.name).end_object();
      writer.end_array();
    }
    writer.end_object();
  }
  writer.end_array().end_object();
  out << writer.text() << '\n';
}

std::string json_of(const Open311Request& request, const std::string& zone) {
  check_listed(request);
  base::JsonWriter writer;
  JsonSink sink(writer);
  writer.begin_object();
  write_fields(request, zone, sink);
  writer.end_object();
  return writer.take();
}

void read_json(std::istream& in, const EachService& each) {
  read_list<Open311Service>(
      in, "services", [&](Open311Service& service, Open311Reader& reader, const auto& faults) {
        reader.finish(service);
        throw_if_any(faults);
        each(std::move(service));
      });
}

void read_json(std::istream& in, const EachRequest& each) {
  read_list<Open311Request>(
      in, "service_requests",
      [&](Open311Request& request, Open311Reader& reader, const auto& faults) {
        reader.finish(request, true);
        each.take(request, faults);
      });
}

void read_json(std::istream& in, Open311ServiceDefinition& definition) {
  base::JsonStream stream(in, open311_document, "attributes");
  std::vector<Fault> faults;
  json::value element;
  for (std::size_t i = 0; stream.next(element); ++i) {
    const std::string path = fmt::format("attributes[{}]", i);
    Open311Reader reader(path, faults);
    Open311Attribute& attribute = definition.attributes.emplace_back();
    read_fields(element, reader, attribute);
    read_values(element, path, attribute.values, faults);
    reader.finish(attribute);
  }
  if (const json::value* code = stream.others().if_contains("service_code"))
    definition.service_code = scalar_text(*code).value_or("");
  Open311Reader("", faults).require("service_code", !definition.service_code.empty());
  throw_if_any(faults);
}

}  // namespace gridcase::exchange
