#include "c_api/request.hpp"

#include "base/json_writer.hpp"
#include "model/action_json.hpp"
#include "model/date_json.hpp"
#include "model/instant_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <charconv>

namespace gridcase::c_api {
namespace {

namespace json = boost::json;
using base::JsonWriter;

void put(JsonWriter& out, const json::value& value);

void put_object(JsonWriter& out, const json::object& object) {
  out.begin_object();
  for (const auto& member : object) {
    out.key(std::string_view(member.key().data(), member.key().size()));
    put(out, member.value());
  }
  out.end_object();
}

// What is written is read back as the same value: numbers in their shortest form.
void put(JsonWriter& out, const json::value& value) {
  switch (value.kind()) {
  case json::kind::null: out.null(); break;
  case json::kind::bool_: out.value(value.get_bool()); break;
  case json::kind::int64: out.value(value.get_int64()); break;
  case json::kind::uint64: out.raw(std::to_string(value.get_uint64())); break;
  case json::kind::double_: out.value(value.get_double()); break;
  case json::kind::string:
    out.value(std::string_view(value.get_string().data(), value.get_string().size()));
    break;
  case json::kind::array:
    out.begin_array();
    for (const json::value& element : value.get_array())
      put(out, element);
    out.end_array();
    break;
  case json::kind::object: put_object(out, value.get_object()); break;
  }
}

}  // namespace

std::string Request::required_text(std::string_view key) {
  in_->require(key);
  return text(key);
}

std::string Request::text(std::string_view key) {
  std::string text;
  in_->read(key, text);
  return text;
}

std::vector<std::string> Request::texts(std::string_view key) {
  std::vector<std::string> texts;
  in_->read(key, texts);
  return texts;
}

bool Request::flag(std::string_view key) {
  bool flag = false;
  in_->read(key, flag);
  return flag;
}

std::int32_t Request::number(std::string_view key, std::int32_t otherwise) {
  in_->read(key, otherwise);
  return otherwise;
}

std::int64_t Request::required_number(std::string_view key) {
  std::int64_t number = 0;
  in_->require(key);
  in_->read(key, number);
  return number;
}

std::size_t Request::count(std::string_view key, std::size_t otherwise) {
  std::int64_t count = static_cast<std::int64_t>(otherwise);
  in_->read(key, count);
  if (count < 0) {
    in_->fault(key, "json.range", "the number is below 0", "use 0 or more");
    return 0;
  }
  return static_cast<std::size_t>(count);
}

Actor Request::actor() {
  Actor actor;
  in_->require("actor");
  in_->with_object("actor", [&](base::ObjectReader& in) {
    in.require("unit");
    in.read("unit", actor.unit);
    in.read("person", actor.person);
    in.read("post", actor.post);
  });
  return actor;
}

Instant Request::time(std::string_view key) {
  in_->require(key);
  return optional_time(key).value_or(Instant{});
}

std::optional<Instant> Request::optional_time(std::string_view key) {
  std::optional<Instant> time;
  model::read_instant(*in_, key, time);
  return time;
}

Date Request::date(std::string_view key) {
  Date date;
  model::read_required_date(*in_, key, date);
  return date;
}

CaseId Request::case_id() {
  in_->require("case_id");
  return optional_case_id();
}

CaseId Request::optional_case_id(std::string_view key) {
  const std::string digits = text(key);
  if (digits.empty()) return CaseId::none;
  std::int64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [last, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc{} || last != end || number <= 0) {
    in_->fault(key, "action.case_id", "this is no number of a case",
               "write its digits as a text, such as \"3308811803160000001\"");
  }
  return static_cast<CaseId>(number);
}

Point Request::point(std::string_view key) {
  in_->require(key);
  return optional_point(key).value_or(Point{});
}

std::optional<Point> Request::optional_point(std::string_view key) {
  const json::array* pair = in_->array(key);
  if (pair == nullptr) return std::nullopt;
  if (pair->size() == 2 && (*pair)[0].is_number() && (*pair)[1].is_number()) {
    const Point point{(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()};
    if (is_valid(point)) return point;
  }
  in_->fault(key, "json.point", "this is no point", "write [longitude, latitude] in degrees");
  return std::nullopt;
}

Action Request::action(std::string_view key) {
  Action action;
  in_->require(key);
  in_->with_object(key, [&](base::ObjectReader& in) { action = model::read_action(in); });
  return action;
}

Period Request::period(std::string_view key) {
  const std::string text = required_text(key);
  try {
    if (!text.empty()) return parse_period(text);
  } catch (const Error& error) {
    in_->fault(key, "request.period", error.what(), "write it like 2018-03, 2018-H1 or 2018");
  }
  return {};
}

void Request::with(std::string_view key, const std::function<void(Request&)>& read) {
  const json::object* object = in_->object(key);
  if (object == nullptr) return;
  in_->with_object(key, [&](base::ObjectReader& in) {
    Request inner(*object, in, *faults_);
    read(inner);
  });
}

void Request::each(std::string_view key, const std::function<void(Request&)>& read) {
  const json::array* elements = in_->array(key);
  if (elements == nullptr) return;
  for (std::size_t i = 0; i < elements->size(); ++i) {
    const std::string path = in_->path_of(key) + "[" + std::to_string(i) + "]";
    const json::object* object = (*elements)[i].if_object();
    if (object == nullptr) {
      faults_->push_back(
          {Severity::error, "json.type", path, "an object is expected here", "write { … }"});
      continue;
    }
    base::ObjectReader in(*object, path, *faults_);
    Request inner(*object, in, *faults_);
    read(inner);
    in.finish();
  }
}

std::string Request::json(std::string_view key) {
  const json::value* value = object_->if_contains({key.data(), key.size()});
  JsonWriter out;
  if (value == nullptr) return "null";
  put(out, *value);
  return out.take();
}

void Request::take_faults(std::string_view key, const std::vector<Fault>& faults) {
  for (Fault fault : faults) {
    const std::string above = in_->path_of(key);
    const bool is_element = !fault.path.empty() && fault.path.front() == '[';
    fault.path = fault.path.empty() ? above : above + (is_element ? "" : ".") + fault.path;
    faults_->push_back(std::move(fault));
  }
}

std::vector<Fault> faults_below(std::vector<Fault> faults, std::string_view above) {
  for (Fault& fault : faults) {
    if (fault.path.compare(0, above.size(), above) != 0) continue;
    fault.path.erase(0, above.size());
    if (!fault.path.empty() && fault.path.front() == '.') fault.path.erase(0, 1);
  }
  return faults;
}

}  // namespace gridcase::c_api
