#include "exchange/open311_fields.hpp"

#include "base/text.hpp"
#include "base/words.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <utility>

namespace gridcase {

namespace {

constexpr std::array<base::Word<Open311ServiceType>, 3> types{{
    {Open311ServiceType::realtime, "realtime"},
    {Open311ServiceType::batch, "batch"},
    {Open311ServiceType::blackbox, "blackbox"},
}};

constexpr std::array<base::Word<Open311Datatype>, 6> datatypes{{
    {Open311Datatype::string, "string"},
    {Open311Datatype::number, "number"},
    {Open311Datatype::datetime, "datetime"},
    {Open311Datatype::text, "text"},
    {Open311Datatype::singlevaluelist, "singlevaluelist"},
    {Open311Datatype::multivaluelist, "multivaluelist"},
}};

}  // namespace

std::string_view name(Open311ServiceType type) noexcept { return base::name_in(types, type); }
std::string_view name(Open311Datatype type) noexcept { return base::name_in(datatypes, type); }

}  // namespace gridcase

namespace gridcase::exchange {

namespace {

constexpr std::size_t longest_description = 4000;  // characters; of the JSON schema

using TextField = std::pair<std::string_view, std::string Open311Request::*>;

constexpr std::array<TextField, 17> request_texts{{
    {"service_request_id", &Open311Request::service_request_id},
    {"status_notes", &Open311Request::status_notes},
    {"service_name", &Open311Request::service_name},
    {"service_code", &Open311Request::service_code},
    {"description", &Open311Request::description},
    {"agency_responsible", &Open311Request::agency_responsible},
    {"service_notice", &Open311Request::service_notice},
    {"address", &Open311Request::address},
    {"address_id", &Open311Request::address_id},
    {"zipcode", &Open311Request::zipcode},
    {"media_url", &Open311Request::media_url},
    {"email", &Open311Request::email},
    {"device_id", &Open311Request::device_id},
    {"account_id", &Open311Request::account_id},
    {"first_name", &Open311Request::first_name},
    {"last_name", &Open311Request::last_name},
    {"phone", &Open311Request::phone},
}};

// "a, b,c" as a list.
std::vector<std::string> split_keywords(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view word = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    while (!word.empty() && word.front() == ' ')
      word.remove_prefix(1);
    while (!word.empty() && word.back() == ' ')
      word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

template <typename Enum, std::size_t N>
std::string listed(const std::array<base::Word<Enum>, N>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : ", ") + std::string(word.name);
  return text;
}

[[noreturn]] void refuse(const char* field, const char* message) {
  throw Error(ErrorCode::invalid_argument, message, field);
}

}  // namespace

// ---- reading -----------------------------------------------------------------------------------

Open311Reader::Open311Reader(std::string path, std::vector<Fault>& faults)
    : path_(std::move(path)), faults_(faults) {}

void Open311Reader::fault(std::string_view name, std::string message, std::string fix) {
  std::string path = path_;
  if (!name.empty()) path += (path.empty() ? "" : ".") + std::string(name);
  faults_.push_back({Severity::error, "open311." + std::string(name.empty() ? "form" : name),
                     std::move(path), std::move(message), std::move(fix)});
}

void Open311Reader::require(std::string_view name, bool is_there) {
  if (!is_there) fault(name, "is missing", "every value of this kind has it; add it");
}

void Open311Reader::set_time(std::string_view name, const std::string& text,
                             std::optional<Instant>& out) {
  try {
    out = parse_instant(text);
  } catch (const Error& error) {
    fault(name, error.what(), "write a date and time with the offset of its zone");
  }
}

void Open311Reader::set_number(std::string_view name, const std::string& text,
                               std::optional<double>& out) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  if (problem == std::errc() && stop == end) {
    out = number;
  } else {
    fault(name, "is no number", "write degrees with a decimal point");
  }
}

void Open311Reader::set_truth(std::string_view name, const std::string& text, bool& out) {
  if (text == "true" || text == "false") {
    out = text == "true";
  } else {
    fault(name, "is neither true nor false", "write true or false");
  }
}

void Open311Reader::set(Open311Request& request, std::string_view name, const std::string& text) {
  if (text.empty()) return;
  for (const auto& [field, member] : request_texts) {
    if (field != name) continue;
    request.*member = text;
    return;
  }
  if (name == "status") {
    has_status_ = true;
    request.closed = text == "closed";
    if (text != "open" && text != "closed")
      fault(name, "is another word than the format knows", "use one of: open, closed");
  } else if (name == "requested_datetime") {
    set_time(name, text, request.requested);
  } else if (name == "updated_datetime") {
    set_time(name, text, request.updated);
  } else if (name == "expected_datetime") {
    set_time(name, text, request.expected);
  } else if (name == "lat") {
    set_number(name, text, latitude_);
  } else if (name == "long") {
    set_number(name, text, longitude_);
  } else {
    skip(request, name);
  }
}

void Open311Reader::skip(Open311Request& request, std::string_view name) {
  request.skipped.emplace_back(name);
}

void Open311Reader::set(Open311Service& service, std::string_view name, const std::string& text) {
  if (text.empty()) return;
  if (name == "service_code") service.service_code = text;
  if (name == "service_name") service.service_name = text;
  if (name == "description") service.description = text;
  if (name == "metadata") set_truth(name, text, service.metadata);
  if (name == "keywords") service.keywords = split_keywords(text);
  if (name == "group") service.group = text;
  if (name == "type") {
    if (const auto type = base::value_in(types, text)) {
      service.type = *type;
    } else {
      fault(name, "is another word than the format knows", "use one of: " + listed(types));
    }
  }
}

void Open311Reader::set(Open311Attribute& attribute, std::string_view name,
                        const std::string& text) {
  if (text.empty()) return;
  if (name == "variable") set_truth(name, text, attribute.variable);
  if (name == "code") attribute.code = text;
  if (name == "required") set_truth(name, text, attribute.required);
  if (name == "datatype_description") attribute.datatype_description = text;
  if (name == "description") attribute.description = text;
  if (name == "datatype") {
    if (const auto type = base::value_in(datatypes, text)) {
      attribute.datatype = *type;
    } else {
      fault(name, "is another word than the format knows", "use one of: " + listed(datatypes));
    }
  }
  if (name == "order") {
    const char* end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, attribute.order);
    if (problem != std::errc() || stop != end)
      fault(name, "is no whole number", "write digits, 1 for what is shown first");
  }
}

void Open311Reader::finish(Open311Request& request, bool is_listed) {
  if (latitude_ && longitude_) {
    const Point point{*longitude_, *latitude_};
    if (point == Point{0, 0}) {
      skip(request, "lat");
      skip(request, "long");
    } else if (is_valid(point)) {
      request.point = point;
    } else {
      fault("lat", "lat and long are no place on the ground",
            "lat is -90 … 90, long is -180 … 180, degrees of WGS 84");
    }
  } else if (latitude_ || longitude_) {
    fault(latitude_ ? "long" : "lat", "is missing, and its partner is there",
          "give both coordinates, or none");
  }
  require("service_code", !request.service_code.empty());
  if (!is_listed) return;
  require("service_request_id", !request.service_request_id.empty());
  require("status", has_status_);
  // One that cannot be read has a fault already.
  bool has_fault = false;
  for (const Fault& fault : faults_)
    has_fault = has_fault || fault.code == "open311.requested_datetime";
  require("requested_datetime", request.requested.has_value() || has_fault);
}

void Open311Reader::finish(const Open311Service& service) {
  require("service_code", !service.service_code.empty());
  require("service_name", !service.service_name.empty());
}

void Open311Reader::finish(const Open311Attribute& attribute) {
  require("code", !attribute.code.empty());
}

void throw_if_any(const std::vector<Fault>& faults) {
  if (!faults.empty()) throw DocumentError(open311_document, faults);
}

void EachRequest::take(const Open311Request& request, const std::vector<Fault>& faults) const {
  if (faults.empty()) return each(request);
  if (!refused) throw_if_any(faults);
  refused(DocumentError(open311_document, faults));
}

// ---- writing -----------------------------------------------------------------------------------

Open311Sink::~Open311Sink() = default;

void Open311Sink::text_if(std::string_view name, std::string_view content) {
  if (!content.empty()) text(name, content);
}

void check_listed(const Open311Request& request) {
  if (request.service_request_id.empty()) refuse("service_request_id", "the request has no id");
  if (request.service_code.empty()) refuse("service_code", "the request has no service code");
  if (!request.requested) refuse("requested", "the request has no time at which it was made");
  if (request.point && !is_valid(*request.point)) refuse("point", "the point is no place");
  for (const auto& instant : {request.requested, request.updated, request.expected}) {
    if (instant) format_instant(*instant);  // throws for one that cannot be written
  }
}

void write_fields(const Open311Request& request, const std::string& zone, Open311Sink& out) {
  const auto time = [&](std::string_view name, const std::optional<Instant>& instant) {
    if (instant) out.text(name, format_instant(*instant, zone));
  };
  out.text("service_request_id", request.service_request_id);
  out.text("status", request.closed ? "closed" : "open");
  out.text_if("status_notes", request.status_notes);
  out.text_if("service_name", request.service_name);
  out.text("service_code", request.service_code);
  const std::string description = base::repaired_utf8(request.description);
  out.text_if("description", base::first_characters(description, longest_description));
  out.text_if("agency_responsible", request.agency_responsible);
  out.text_if("service_notice", request.service_notice);
  time("requested_datetime", request.requested);
  time("updated_datetime", request.updated);
  time("expected_datetime", request.expected);
  out.text_if("address", request.address);
  out.text_if("address_id", request.address_id);
  out.text_if("zipcode", request.zipcode);
  if (request.point) {
    out.number("lat", request.point->latitude);
    out.number("long", request.point->longitude);
  }
  out.text_if("media_url", request.media_url);
}

void write_fields(const Open311Service& service, Open311Sink& out) {
  if (service.service_code.empty()) refuse("service_code", "the service has no code");
  std::string keywords;
  for (const std::string& word : service.keywords)
    keywords += (keywords.empty() ? "" : ",") + word;
  out.text("service_code", service.service_code);
  out.text("service_name", service.service_name);
  out.text_if("description", service.description);
  out.truth("metadata", service.metadata);
  out.text("type", name(service.type));
  out.text_if("keywords", keywords);
  out.text_if("group", service.group);
}

void write_fields(const Open311Attribute& attribute, Open311Sink& out) {
  if (attribute.code.empty()) refuse("code", "the attribute has no code");
  out.truth("variable", attribute.variable);
  out.text("code", attribute.code);
  out.text("datatype", name(attribute.datatype));
  out.truth("required", attribute.required);
  out.text_if("datatype_description", attribute.datatype_description);
  if (attribute.order != 0) out.number("order", attribute.order);
  out.text_if("description", attribute.description);
}

}  // namespace gridcase::exchange
