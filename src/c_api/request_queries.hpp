#pragma once
// What is asked for, in requests: the keys are the members of the structs in query.hpp,
// measure.hpp, search.hpp and response.hpp.

#include "c_api/request.hpp"

#include <gridcase/assessment.hpp>
#include <gridcase/query.hpp>
#include <gridcase/response.hpp>
#include <gridcase/search.hpp>

namespace gridcase::c_api {

// Under "query"; all cases if it is missing.
CaseQuery read_case_query(Request& request);
BoardQuery read_board_query(Request& request);
SearchQuery read_search_query(Request& request);
MeasureQuery read_measure_query(Request& request);
AssessmentQuery read_assessment_query(Request& request);
// Under "search".
ResponseSearch read_response_search(Request& request);
// Under "patrol", "bulk".
Patrol read_patrol(Request& request);
Bulk read_bulk(Request& request);
// Under "events", required.
std::vector<RatingEvent> read_events(Request& request);

extern const char* const tier_words;

}  // namespace gridcase::c_api
