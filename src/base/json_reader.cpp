#include "base/json_reader.hpp"

#include "base/json_parse.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gridcase::base {

namespace {

namespace json = boost::json;

std::string_view view(json::string_view text) { return {text.data(), text.size()}; }

std::string element_path(const std::string& array, std::size_t index) {
  return array + "[" + std::to_string(index) + "]";
}

// The known key that was probably meant: at most two typing errors away, and not a different word.
std::string nearest_key(std::string_view key, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = std::min<std::size_t>(3, key.size() / 2 + 1);
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(key, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool has_error(const std::vector<Fault>& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Fault& fault) { return fault.severity == Severity::error; });
}

}  // namespace

ObjectReader::ObjectReader(const json::object& object, std::string path, std::vector<Fault>& faults)
    : object_(&object), path_(std::move(path)), faults_(&faults) {}

bool ObjectReader::has(std::string_view key) const {
  const json::value* value = object_->if_contains({key.data(), key.size()});
  return value != nullptr && !value->is_null();
}

const json::value* ObjectReader::find(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const json::value* value = object_->if_contains({key.data(), key.size()});
  return value == nullptr || value->is_null() ? nullptr : value;
}

bool ObjectReader::is_text(std::string_view key) const {
  const json::value* value = object_->if_contains({key.data(), key.size()});
  return value != nullptr && value->is_string();
}

void ObjectReader::read(std::string_view key, std::string& out) {
  const json::value* value = find(key);
  if (value == nullptr) return;
  if (const json::string* text = value->if_string()) {
    out.assign(text->data(), text->size());
  } else {
    fault(key, "json.type", "a text is expected here", "write it in quotation marks");
  }
}

void ObjectReader::read(std::string_view key, bool& out) {
  const json::value* value = find(key);
  if (value == nullptr) return;
  if (const bool* truth = value->if_bool()) {
    out = *truth;
  } else {
    fault(key, "json.type", "true or false is expected here", "write true or false");
  }
}

void ObjectReader::read(std::string_view key, std::int64_t& out) {
  const json::value* value = find(key);
  if (value == nullptr) return;
  json::error_code inexact;
  const auto number = value->is_number() ? value->to_number<std::int64_t>(inexact) : 0;
  if (value->is_number() && !inexact) {
    out = number;
  } else {
    fault(key, "json.type", "a whole number is expected here", "write digits without a fraction");
  }
}

void ObjectReader::read(std::string_view key, std::int32_t& out) {
  std::int64_t number = out;
  read(key, number);
  if (number < std::numeric_limits<std::int32_t>::min() ||
      number > std::numeric_limits<std::int32_t>::max()) {
    fault(key, "json.range", "the number is too large", "use at most 2147483647");
  } else {
    out = static_cast<std::int32_t>(number);
  }
}

void ObjectReader::read(std::string_view key, double& out) {
  const json::value* value = find(key);
  if (value == nullptr) return;
  const double number = value->is_number() ? value->to_number<double>() : 0;
  if (!value->is_number()) {
    fault(key, "json.type", "a number is expected here", "write it without quotation marks");
  } else if (!(std::abs(number) <= std::numeric_limits<double>::max())) {
    fault(key, "json.range", "the number is too large", "use a number below 1e308");
  } else {
    out = number;
  }
}

void ObjectReader::read(std::string_view key, std::optional<bool>& out) {
  if (find(key) == nullptr) return;
  bool value = out.value_or(false);
  read(key, value);
  out = value;
}

void ObjectReader::read(std::string_view key, std::optional<std::int64_t>& out) {
  if (find(key) == nullptr) return;
  std::int64_t value = out.value_or(0);
  read(key, value);
  out = value;
}

void ObjectReader::read(std::string_view key, std::vector<std::string>& out) {
  const json::array* values = array(key);
  if (values == nullptr) return;
  out.clear();
  out.reserve(values->size());
  for (std::size_t i = 0; i < values->size(); ++i) {
    if (const json::string* text = (*values)[i].if_string()) {
      out.emplace_back(text->data(), text->size());
    } else {
      faults_->push_back({Severity::error, "json.type", element_path(path_of(key), i),
                          "a text is expected here", "write it in quotation marks"});
    }
  }
}

void ObjectReader::read(std::string_view key, Decimal& out) {
  const json::value* value = find(key);
  if (value == nullptr) return;
  std::string text;
  if (const json::string* written = value->if_string()) {
    text.assign(written->data(), written->size());
  } else if (const std::int64_t* whole = value->if_int64()) {
    text = std::to_string(*whole);
  }
  try {
    out = parse_decimal(text);
  } catch (const Error&) {
    fault(key, "json.decimal", "this is no decimal number",
          "write a whole number, or a text such as \"0.5\" with at most six decimals, up to "
          "1000000000");
  }
}

void ObjectReader::read(std::string_view key, std::optional<Decimal>& out) {
  if (find(key) == nullptr) return;
  Decimal value = out.value_or(Decimal{});
  read(key, value);
  out = value;
}

const json::object* ObjectReader::object(std::string_view key) {
  const json::value* value = find(key);
  if (value == nullptr) return nullptr;
  if (value->is_object()) return &value->get_object();
  fault(key, "json.type", "an object is expected here", "write { … }");
  return nullptr;
}

const json::array* ObjectReader::array(std::string_view key) {
  const json::value* value = find(key);
  if (value == nullptr) return nullptr;
  if (value->is_array()) return &value->get_array();
  fault(key, "json.type", "a list is expected here", "write [ … ]");
  return nullptr;
}

void ObjectReader::each_object(std::string_view key,
                               const std::function<void(ObjectReader&)>& each) {
  const json::array* values = array(key);
  if (values == nullptr) return;
  for (std::size_t i = 0; i < values->size(); ++i) {
    std::string path = element_path(path_of(key), i);
    if (const json::object* object = (*values)[i].if_object()) {
      ObjectReader reader(*object, std::move(path), *faults_);
      each(reader);
      reader.finish();
    } else {
      faults_->push_back({Severity::error, "json.type", std::move(path),
                          "an object is expected here", "write { … }"});
    }
  }
}

void ObjectReader::with_object(std::string_view key,
                               const std::function<void(ObjectReader&)>& each) {
  const json::object* found = object(key);
  if (found == nullptr) return;
  ObjectReader reader(*found, path_of(key), *faults_);
  each(reader);
  reader.finish();
}

void ObjectReader::require(std::string_view key) {
  const json::value* value = find(key);
  if (value == nullptr) {
    fault(key, "json.missing", "\"" + std::string(key) + "\" is missing", "add it");
  } else if (value->is_string() && value->get_string().empty()) {
    fault(key, "json.missing", "\"" + std::string(key) + "\" is empty", "fill it in");
  }
}

void ObjectReader::fault(std::string_view key, std::string code, std::string message,
                         std::string fix) {
  faults_->push_back(
      {Severity::error, std::move(code), path_of(key), std::move(message), std::move(fix)});
}

std::string ObjectReader::path_of(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  if (key.empty()) return path_;
  return path_ + "." + std::string(key);
}

void ObjectReader::finish() {
  for (const json::key_value_pair& entry : *object_) {
    const std::string_view key = view(entry.key());
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    const std::string meant = nearest_key(key, asked_);
    fault(key, "json.unknown_key", "\"" + std::string(key) + "\" is not known here",
          meant.empty() ? "remove it, or use one of: " + joined(asked_)
                        : "did you mean \"" + meant + "\"?");
  }
}

void read_document(std::string_view text, const std::string& document,
                   const std::function<void(ObjectReader&)>& read) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // UTF-8 may begin with it
  if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
  const json::value value = parse_json(text, document);
  if (!value.is_object()) {
    throw DocumentError(document, {{Severity::error, "json.type", "", "an object is expected here",
                                    "write { … }"}});
  }
  std::vector<Fault> faults;
  ObjectReader reader(value.get_object(), "", faults);
  read(reader);
  reader.finish();
  if (has_error(faults)) throw DocumentError(document, std::move(faults));
}

}  // namespace gridcase::base
