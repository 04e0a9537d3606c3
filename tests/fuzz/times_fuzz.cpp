// Instants, civil times and dates; what was read is written and read again.
#include "fuzz/target.hpp"

#include <gridcase/time.hpp>

namespace {

using namespace gridcase;

template <typename Attempt> void each(Attempt attempt) {
  try {
    attempt();
  } catch (const Error&) {
    // It is a time of another form.
  }
}

void read(std::string_view input) {
  each([&] {
    const Instant instant = parse_instant(input);
    for (const char* zone : {"UTC", "Asia/Shanghai", "America/New_York"})
      fuzz::must(parse_instant(format_instant(instant, zone)) == instant, "an instant comes back");
  });
  each([&] {
    const Instant instant = parse_local(input, "America/New_York");
    fuzz::must(parse_instant(format_instant(instant)) == instant, "a civil time is an instant");
  });
  each([&] { parse_local("2018-03-16 08:30", input); });
  const Date date = parse_date(input);
  fuzz::must(parse_date(format_date(date)) == date, "a date comes back");
}

const fuzz::Target target("times", read,
                          {"2018-03-16T08:30:00+08:00", "2018-03-16T00:30:00.25Z",
                           "2018-03-11 02:30", "0001-01-01T00:00:00Z",
                           "9999-12-31T23:59:59.999999Z", "2016-02-29", "Asia/Shanghai"});

}  // namespace
