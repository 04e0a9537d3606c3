// Lists of requests in JSON and XML, services, definitions and forms; what was read is written and
// read again.
#include "fuzz/target.hpp"

#include <gridcase/open311.hpp>

#include <sstream>

namespace {

using namespace gridcase;

std::vector<Open311Request> requests_of(const std::string& text, Open311Format format) {
  std::istringstream in(text);
  std::vector<Open311Request> requests;
  read_open311_requests(in, format,
                        [&](const Open311Request& request) { requests.push_back(request); });
  return requests;
}

void requests(const std::string& text, Open311Format format) {
  const auto read = requests_of(text, format);
  std::ostringstream out;
  Open311Writer writer(out, format);
  for (const Open311Request& request : read)
    writer.write(request);
  writer.finish();
  const auto again = requests_of(out.str(), format);
  fuzz::must(again.size() == read.size(), "all requests come back");
  for (std::size_t i = 0; i < read.size(); ++i) {
    fuzz::must(again[i].closed == read[i].closed && again[i].requested == read[i].requested &&
                   again[i].point == read[i].point,
               "requests come back as they were");
    if (format == Open311Format::json)
      fuzz::must(again[i].service_request_id == read[i].service_request_id, "ids come back");
  }
}

template <typename Try> void each(Try attempt) {
  try {
    attempt();
  } catch (const Error&) {
    // It is something else; the other readers are tried all the same.
  }
}

void read(std::string_view input) {
  const std::string text(input);
  for (const Open311Format format : {Open311Format::json, Open311Format::xml}) {
    each([&] { requests(text, format); });
    each([&] {
      std::istringstream in(text);
      read_open311_services(in, format);
    });
    each([&] {
      std::istringstream in(text);
      read_open311_definition(in, format);
    });
  }
  each([&] { read_open311_mapping(text); });
  read_open311_form(text);
}

const fuzz::Target target(
    "open311", read,
    {R"([{"service_request_id":"1","status":"open","service_code":"a","requested_datetime":"2018-03-16T08:30:00+08:00","lat":28.7,"long":"118.6","description":"x"}])",
     R"(<?xml version="1.0" encoding="utf-8"?><service_requests><request><service_request_id>1</service_request_id><status>closed</status><service_code>a</service_code><requested_datetime>2018-03-16T08:30:00Z</requested_datetime><lat>1</lat><long>2</long></request></service_requests>)",
     R"([{"service_code":"a","service_name":"b","metadata":true,"type":"realtime","keywords":"c,d","group":"e"}])",
     R"(<services><service><service_code>a</service_code><service_name>b</service_name></service></services>)",
     R"({"service_code":"a","attributes":[{"code":"b","datatype":"singlevaluelist","order":1,"values":[{"key":"c","name":"d"}]}]})",
     R"(<service_definition><service_code>a</service_code><attributes><attribute><code>b</code><values><value><key>c</key><name>d</name></value></values></attribute></attributes></service_definition>)",
     "service_code=a&lat=1&long=2&description=%E6%B1%A1+x&attribute[A][]=1&first_name=b",
     R"({"system":"a","categories":{"b":"c"},"same_codes":true})"});

}  // namespace
