#include <gridcase/coverage.hpp>

#include <doctest/doctest.h>

using namespace gridcase;

namespace {

const Point middle{120.9, 32.0};

Point north(double metres) { return {middle.longitude, middle.latitude + metres / 111195.08}; }

CoverageAlert alert_at(Point place) {
  CoverageAlert alert;
  alert.place = place;
  return alert;
}

std::string field_of(const CoverageRequest& request) {
  try {
    coverage(request);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::invalid_argument);
    return error.field();
  }
  return "";
}

}  // namespace

TEST_CASE("64 of 91 are 70.33 percent") {
  CHECK(percent({64, 91}) == "70.33");
  CoverageRequest request;
  for (int i = 0; i < 91; ++i)
    request.sites.push_back({"works" + std::to_string(i), {}, {}, {}});
  for (int i = 0; i < 296; ++i) {
    CoverageAlert alert;
    alert.site = i < 64 ? "works" + std::to_string(i) : i < 100 ? "works0" : "elsewhere";
    request.alerts.push_back(alert);
  }
  const Coverage answer = coverage(request);
  CHECK(answer.share == CoverageShare{64, 91});
  CHECK(answer.sites[0].matches.size() == 37);
  CHECK(answer.elsewhere.size() == 196);
}

TEST_CASE("percent rounds half a hundredth up and says nothing of nothing") {
  CHECK(percent({1, 3}) == "33.33");
  CHECK(percent({2, 3}) == "66.67");
  CHECK(percent({1, 20000}) == "0.01");
  CHECK(percent({1, 20001}) == "0.00");
  CHECK(percent({0, 5}) == "0.00");
  CHECK(percent({5, 5}) == "100.00");
  CHECK(percent({6, 5}) == "120.00");
  CHECK(percent({0, 0}) == "");
  CHECK_THROWS_AS(percent({-1, 5}), Error);
  CHECK_THROWS_AS(percent({1, std::int64_t{1} << 46U}), Error);
}

TEST_CASE("by code first, then by place") {
  CoverageRequest request;
  request.sites = {{"near", north(0), {}, {}}, {"far", north(5000), {}, {}}};
  request.alerts = {
      alert_at(north(10)), alert_at(north(10)), alert_at(north(10)), alert_at(north(10)), {}};
  request.alerts[1].site = "far";
  request.alerts[2].subject = "far";
  request.alerts[3].site = "unknown";
  const Coverage answer = coverage(request);
  REQUIRE(answer.sites[0].matches.size() == 2);
  CHECK(answer.sites[0].matches[0].by == CoverageBy::distance);
  CHECK(answer.sites[0].matches[0].metres == doctest::Approx(10));
  CHECK(answer.sites[0].matches[1].alert == 3);
  CHECK(answer.sites[1].matches ==
        std::vector<CoverageMatch>{{1, CoverageBy::site, 0}, {2, CoverageBy::subject, 0}});
  CHECK(answer.elsewhere == std::vector<std::size_t>{4});
  CHECK(name(CoverageBy::subject) == "subject");
}

TEST_CASE("a distance is that of the site, else that of the request; an area counts by itself") {
  CoverageRequest request;
  request.distance = 100;
  Polygon square{{{120, 30}, {121, 30}, {121, 31}, {120, 31}}, {}};
  request.sites = {{"a", north(0), {}, {}}, {"b", north(0), 300, {}}, {"c", {}, {}, {square}}};
  request.alerts = {alert_at(north(99)), alert_at(north(101)), alert_at(north(301)),
                    alert_at({121, 30.5}), alert_at({121.1, 30.5})};
  const Coverage answer = coverage(request);
  CHECK(answer.sites[0].matches.size() == 1);
  CHECK(answer.sites[1].matches.size() == 2);
  CHECK(answer.sites[2].matches == std::vector<CoverageMatch>{{3, CoverageBy::area, 0}});
  CHECK(answer.elsewhere == std::vector<std::size_t>{2, 4});
}

TEST_CASE("only alerts of the time that is asked for count") {
  CoverageRequest request;
  request.sites = {{"a", {}, {}, {}}};
  CoverageAlert alert;
  alert.site = "a";
  alert.from = parse_instant("2020-06-15T00:00:00Z");
  alert.until = parse_instant("2020-06-16T00:00:00Z");
  request.alerts = {alert};
  request.from = alert.until;
  CHECK(coverage(request).share.matched == 1);
  request.from = alert.until + Duration(1);
  CHECK(coverage(request).share.matched == 0);
  CHECK(coverage(request).elsewhere.empty());
  request.from.reset();
  request.until = alert.from;
  CHECK(coverage(request).share.matched == 0);
}

TEST_CASE("what can never work is refused by name") {
  CoverageRequest request;
  request.sites = {{"a", {}, {}, {}}, {"a", {}, {}, {}}};
  CHECK(field_of(request) == "sites[1].code");
  request.sites[1].code = "";
  CHECK(field_of(request) == "sites[1].code");
  request.sites[1] = {"b", Point{181, 0}, {}, {}};
  CHECK(field_of(request) == "sites[1].place");
  request.sites[1] = {"b", Point{}, -1, {}};
  CHECK(field_of(request) == "sites[1].distance");
  request.sites[1].distance.reset();
  request.distance = -1;
  CHECK(field_of(request) == "distance");
  request.distance = 1;
  request.alerts = {alert_at({0, 91})};
  CHECK(field_of(request) == "alerts[0].place");
  request.alerts = {{}};
  request.alerts[0].from = Instant(Duration(1));
  CHECK(field_of(request) == "alerts[0].until");
}
