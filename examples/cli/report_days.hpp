#pragma once
// Days of a report: which of them are off, and where they stand in the period.

#include <gridcase/measure.hpp>
#include <gridcase/policy.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace gridcase::cli {

struct ReportDay {
  Date date;
  bool off = false;  // nobody works by the calendar of the organization; without one, weekends
  std::string name;  // of a holiday or a make-up working day
};

std::vector<ReportDay> days_of(const Period& period, const TimeRules& rules,
                               const std::string& zone);
// Days since 1970-01-01.
std::int64_t day_number(Date day);
Date day_of_number(std::int64_t number);

}  // namespace gridcase::cli
