#pragma once
// Which cases, as people type it: holder=UNIT,open=yes.

#include "session.hpp"

#include <gridcase/query.hpp>

#include <string>
#include <vector>

namespace gridcase::cli {

// Throws Failure about "--where". `now` is for what is overdue.
CaseQuery parse_case_query(const std::vector<std::string>& where, const Session& session,
                           Instant now);

}  // namespace gridcase::cli
