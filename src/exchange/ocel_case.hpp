#pragma once
// A case as objects and events of OCEL 2.0: the same rows as the views of store/schema_ocel.cpp
// have over the live tables.

#include "exchange/case_log.hpp"

#include <gridcase/event_log.hpp>

#include <string>
#include <vector>

namespace gridcase::exchange {

// The case and its orders. Units, persons and the like stand as targets of relations only; a
// relation to another case may lead out of the log.
std::vector<OcelObject> ocel_objects(const CaseLog& log);
std::vector<OcelEvent> ocel_events(const CaseLog& log);

// RFC 3339 in UTC, always with six digits, so that texts sort as times do.
std::string ocel_time(Instant time);

}  // namespace gridcase::exchange
