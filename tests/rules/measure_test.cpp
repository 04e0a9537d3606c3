// Figures: how they are reckoned and written, and that every measure says what it is.
#include <gridcase/measure.hpp>

#include <gridcase/error.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <numeric>
#include <set>

using namespace gridcase;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::string percent_of(std::int64_t part, std::int64_t whole) {
  return two_decimals(hundredths({part, whole}));
}

std::string shares(const std::vector<std::int64_t>& parts) {
  std::string text;
  for (const auto& share : shares_of(parts))
    text += (text.empty() ? "" : " ") + two_decimals(share);
  return text;
}

// Whether all that the first takes is taken by the second: by definition, whatever the facts are.
bool is_part(const FactFilter& part, const FactFilter& whole) {
  const bool any = whole.any == Marks() || part.all.has_any(whole.any) ||
                   (part.any != Marks() && whole.any.has_all(part.any));
  return part.kind == whole.kind && (!whole.moment || part.moment == whole.moment) &&
         part.all.has_all(whole.all) && part.none.has_all(whole.none) && any;
}

}  // namespace

TEST_CASE("rates have two decimals, half up, and none of nothing") {
  CHECK(percent_of(11267, 11294) == "99.76");
  CHECK(percent_of(5912, 6026) == "98.11");
  CHECK(percent_of(64, 91) == "70.33");
  CHECK(percent_of(25, 177) == "14.12");
  CHECK(percent_of(666, 666) == "100.00");
  CHECK(percent_of(0, 0) == "n/a");
  CHECK(percent_of(0, 7) == "0.00");
  CHECK(percent_of(1, 20000) == "0.01");  // 0.005 is rounded up
  CHECK(percent_of(1, 20001) == "0.00");
  const Ratio calls = growth(246534, 246534 - 92311);
  CHECK(two_decimals(hundredths(calls)) == "59.86");
  CHECK(two_decimals(hundredths(growth(1, 3))) == "-66.67");
  CHECK(two_decimals(hundredths(growth(1, 0))) == "n/a");
}

TEST_CASE("figures are exact however large they are, or refused") {
  CHECK(hundredths({900'000'000'000'000'000, 900'000'000'000'000'000}) == 10000);
  CHECK(hundredths({-900'000'000'000'000'000, 900'000'000'000'000'000}) == -10000);
  CHECK(hundredths({largest, 800'000'000'000'000'000}) == 115292);
  CHECK(hundredths({7, 2}, false) == 350);
  CHECK_THROWS_AS(hundredths({1, -1}), Error);
  CHECK_THROWS_AS(hundredths({1, largest}), Error);
  CHECK_THROWS_AS(hundredths({largest, 1}), Error);
}

TEST_CASE("shares add up to a hundred by the largest remainder") {
  CHECK(shares({700, 200, 100}) == "70.00 20.00 10.00");
  CHECK(shares({1, 1, 1}) == "33.34 33.33 33.33");
  CHECK(shares({2, 1}) == "66.67 33.33");
  CHECK(shares({0, 0}) == "n/a n/a");
  CHECK(shares({}).empty());
  for (std::int64_t seed = 1; seed < 2000; ++seed) {
    std::vector<std::int64_t> parts;
    for (std::int64_t i = 0; i < 1 + seed % 9; ++i)
      parts.push_back(seed * seed * (i + 7) % 1009);
    if (std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == 0) continue;
    std::int64_t sum = 0;
    for (const auto& share : shares_of(parts))
      sum += share.value();
    CHECK(sum == 10000);
  }
  CHECK_THROWS_AS(shares_of({1, -1}), Error);
  CHECK_THROWS_AS(shares_of({largest, largest}), Error);
}

TEST_CASE("every measure has a name, says what it is, and no rate can exceed a hundred") {
  std::set<std::string> codes;
  for (const MeasureDefinition& one : measure_catalogue()) {
    CAPTURE(one.code);
    CHECK(codes.insert(one.code).second);
    CHECK(measure(one.code) == &one);
    CHECK_FALSE(one.english.empty());
    CHECK_FALSE(one.chinese.empty());
    CHECK_FALSE(one.definition.empty());
    if (one.form == MeasureForm::rate) CHECK(is_part(one.numerator, one.denominator));
  }
  CHECK(codes.size() > 45);
  CHECK(measure("none") == nullptr);
}

TEST_CASE("a filter takes facts by kind, moment and marks") {
  Fact fact;
  fact.kind = FactKind::limit;
  fact.moment = Moment::closed;
  fact.marks.add(Mark::done).add(Mark::late);
  CHECK(measure("closing_rate")->numerator.takes(fact));
  CHECK_FALSE(measure("closing_in_time_rate")->numerator.takes(fact));
  CHECK(measure("closing_in_time_rate")->denominator.takes(fact));
  CHECK_FALSE(measure("handling_rate")->denominator.takes(fact));
  fact.marks.add(Mark::extended);
  CHECK_FALSE(measure("closing_rate_deferred")->denominator.takes(fact));
}
