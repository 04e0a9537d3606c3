#include "model/instant_json.hpp"

#include <gridcase/error.hpp>

#include <string>

namespace gridcase::model {

void read_instant(base::ObjectReader& in, std::string_view key, std::optional<Instant>& out) {
  std::string text;
  in.read(key, text);
  if (text.empty()) return;
  try {
    out = parse_instant(text);
  } catch (const Error& error) {
    in.fault(key, "action.time", error.what(), "write it like 2018-03-16T08:30:00+08:00");
  }
}

void write_instant(base::JsonWriter& out, std::string_view key, Instant instant) {
  out.field(key, format_instant(instant));
}

void write_instant(base::JsonWriter& out, std::string_view key,
                   const std::optional<Instant>& instant) {
  if (instant) write_instant(out, key, *instant);
}

}  // namespace gridcase::model
