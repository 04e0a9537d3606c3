// Requests to the C interface, without an engine. Each has an answer that is JSON, or an error that
// says why and is no defect of the library.
#include "base/json_parse.hpp"
#include "fuzz/target.hpp"

#include <gridcase/gridcase.h>

#include <boost/json/value.hpp>

namespace {

using namespace gridcase;

void read(std::string_view input) {
  char* answer = nullptr;
  gridcase_error* error = nullptr;
  const int32_t code = gridcase_call(nullptr, input.data(), input.size(), &answer, &error);
  fuzz::must((code == GRIDCASE_OK) == (answer != nullptr), "an answer comes with success only");
  fuzz::must((code == GRIDCASE_OK) == (error == nullptr), "an error comes with failure only");
  fuzz::must(code != GRIDCASE_INTERNAL, "no request is a defect");
  (void)base::parse_json(answer != nullptr ? answer : gridcase_error_detail(error), "answer");
  gridcase_string_free(answer);
  gridcase_error_free(error);
}

const fuzz::Target target(
    "request", read,
    {R"({"call": "get", "case_id": "3308811803160000001", "actor": {"unit": "a"}})",
     R"({"call": "find", "actor": {"unit": "a"}, "query": {"state": "closed", "limit": 3}})",
     R"({"call": "submit", "now": "2018-03-16T08:30:00+08:00", "actor": {"unit": "a"},
         "action": {"kind": "report", "title": "t", "category": "c", "point": [118.6, 28.7]}})",
     R"({"call": "validate_policy", "policy": {"organization": {"code": "1", "units": []}}})",
     R"({"call": "score", "rules": {"code": "r", "english": "R", "valid_from": "2018-01-01",
         "who": {"units": ["a"]}, "sheet": {"code": "t", "english": "T", "points": 10,
         "scale": {"kind": "linear", "measure": "closing_rate"}}}, "subjects": [{"code": "a"}],
         "figures": [{"measure": "closing_rate", "subject": "a", "numerator": 1,
         "denominator": 2}]})",
     R"({"call": "find_in_tracks", "rules": {"rules": [{"code": "s", "type": "dwell"}]},
         "positions": [{"subject": "v", "place": [118.6, 28.7], "at": "2018-03-16T08:00:00Z"}]})",
     R"({"call": "read_holidays_icalendar", "code": "cn", "data": "BEGIN:VCALENDAR\r\nEND"})",
     R"({"call": "read_open311_form", "mapping": {"system": "s", "same_codes": true},
         "body": "service_code=a&lat=1&long=2"})",
     R"({"call": "bulk", "actor": {"unit": "a"}, "now": "2018-03-16T08:30:00Z",
         "bulk": {"key": "k", "query": {}, "action": {"kind": "urge"}}})"});

}  // namespace
