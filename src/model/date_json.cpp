#include "model/date_json.hpp"

#include <gridcase/error.hpp>

#include <string>

namespace gridcase::model {

void read_date(base::ObjectReader& in, std::string_view key, std::optional<Date>& out) {
  std::string text;
  in.read(key, text);
  if (text.empty()) return;
  try {
    out = parse_date(text);
  } catch (const Error&) {
    in.fault(key, "json.date", "this is no date", "write year-month-day, such as 2018-03-16");
  }
}

void read_required_date(base::ObjectReader& in, std::string_view key, Date& out) {
  std::optional<Date> date;
  in.require(key);
  read_date(in, key, date);
  out = date.value_or(Date{});
}

}  // namespace gridcase::model
