#include "c_api/put.hpp"

#include <gridcase/measure.hpp>

#include <fmt/format.h>

#include <cstdlib>

namespace gridcase::c_api {

std::string id_text(CaseId id) { return std::to_string(to_number(id)); }

std::string duration_text(Duration duration) {
  const std::int64_t total = std::abs(duration.count());
  const std::int64_t seconds = total / 1'000'000;
  std::string out = duration < Duration::zero() ? "-PT" : "PT";
  if (seconds >= 3600) out += fmt::format("{}H", seconds / 3600);
  if (seconds / 60 % 60 != 0) out += fmt::format("{}M", seconds / 60 % 60);
  if (total % 60'000'000 != 0 || total == 0)
    out += fmt::format("{}S", static_cast<double>(total % 60'000'000) / 1e6);
  return out;
}

void put_text(JsonWriter& out, std::string_view key, std::string_view text) {
  out.key(key);
  text.empty() ? out.null() : out.value(text);
}

void put_id(JsonWriter& out, std::string_view key, CaseId id) {
  put_text(out, key, id == CaseId::none ? std::string() : id_text(id));
}

void put_ids(JsonWriter& out, std::string_view key, const std::vector<CaseId>& ids) {
  out.key(key);
  put_list(out, ids, [&](CaseId id) { out.value(id_text(id)); });
}

void put_time(JsonWriter& out, std::string_view key, const std::optional<Instant>& time,
              const std::string& zone) {
  put_text(out, key, time ? format_instant(*time, zone) : std::string());
}

void put_number(JsonWriter& out, std::string_view key, const std::optional<double>& number) {
  out.key(key);
  number ? out.value(*number) : out.null();
}

void put_numbers(JsonWriter& out, std::string_view key, const std::vector<std::int32_t>& numbers) {
  out.key(key);
  put_list(out, numbers, [&](std::int32_t number) { out.value(number); });
}

void put_hundredths(JsonWriter& out, std::string_view key, std::optional<std::int64_t> hundredths) {
  out.key(key);
  hundredths ? out.raw(two_decimals(hundredths)) : out.null();
}

void put_faults(JsonWriter& out, const std::vector<Fault>& faults) {
  put_list(out, faults, [&](const Fault& fault) {
    out.begin_object()
        .field("severity", fault.severity == Severity::error ? "error" : "warning")
        .field("code", fault.code)
        .field("path", fault.path)
        .field("message", fault.message)
        .field("fix", fault.fix)
        .end_object();
  });
}

void put_actor(JsonWriter& out, const Actor& actor) {
  out.begin_object().field("unit", actor.unit);
  out.field("person", actor.person).field("post", actor.post).end_object();
}

}  // namespace gridcase::c_api
