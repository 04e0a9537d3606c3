#include "rules/duplicates.hpp"

#include "support/organizations.hpp"

#include <doctest/doctest.h>

using namespace gridcase;
using namespace gridcase::rules;

namespace {

Organization with_categories() {
  Organization organization = test::small_organization();
  const auto add = [&](const char* code, const char* parent) {
    Category category;
    category.code = code;
    category.parent = parent;
    organization.categories.push_back(category);
  };
  add("x", "");
  add("x1", "x");
  add("x11", "x1");
  add("y", "");
  return organization;
}

const Instant noon = parse_instant("2022-06-01T04:00:00Z");

Matter matter(const char* category, std::optional<Point> point = Point{118.6, 28.7},
              const char* title = "污水外溢") {
  return {category, noon, point, title};
}

}  // namespace

TEST_CASE("near, soon after and of the same category are alike") {
  const Directory directory(with_categories());
  Matter other = matter("x1");
  other.occurred += std::chrono::minutes(30);
  other.point->latitude += 0.0001;  // eleven metres
  const auto it = compare(directory, {}, matter("x1"), other);
  REQUIRE(it);
  CHECK(it->same_category);
  CHECK(*it->metres == doctest::Approx(11.1).epsilon(0.01));
  CHECK(it->apart == std::chrono::minutes(30));
  CHECK(it->alike_percent == 100);
  CHECK(it->score > 0.9);
  CHECK(it->score < 1);
  CHECK(it->because == "11 m and 30 min apart, of the same category, titles 100 percent alike");
  const auto same = compare(directory, {}, matter("x1"), matter("x1"));
  CHECK(same->score == doctest::Approx(1));
}

TEST_CASE("categories may be one above the other, and may be missing") {
  const Directory directory(with_categories());
  CHECK(compare(directory, {}, matter("x"), matter("x11")));
  CHECK(compare(directory, {}, matter("x11"), matter("x")));
  CHECK_FALSE(compare(directory, {}, matter("x"), matter("x11"))->same_category);
  CHECK(compare(directory, {}, matter(""), matter("x11")));
  CHECK_FALSE(compare(directory, {}, matter("y"), matter("x11")));
  DuplicateRules any;
  any.same_category = false;
  CHECK(compare(directory, any, matter("y"), matter("x11"))->score <
        compare(directory, any, matter("x1"), matter("x11"))->score);
  CHECK(same_categories(directory, {}, "x1") == std::vector<std::string>{"x1", "x11", "x", ""});
  CHECK(same_categories(directory, any, "x1").empty());
  CHECK(same_categories(directory, {}, "").empty());
}

TEST_CASE("what is too far or too long ago is another matter") {
  const Directory directory(with_categories());
  Matter far = matter("x");
  far.point->latitude += 0.0005;
  CHECK_FALSE(compare(directory, {}, matter("x"), far));
  Matter late = matter("x");
  late.occurred += std::chrono::hours(24);
  CHECK(compare(directory, {}, matter("x"), late));
  late.occurred += std::chrono::microseconds(1);
  CHECK_FALSE(compare(directory, {}, late, matter("x")));
}

TEST_CASE("texts count as titles do where they are more alike, unless they are short") {
  const Directory directory(with_categories());
  const auto with_text = [](const char* title, const char* text) {
    return Matter{"x1", noon, std::nullopt, title, text};
  };
  const char* const text = "中山路十二号门前污水流到街上行人无法通过请尽快处理";
  const auto it = compare(directory, {}, with_text("污水外溢", text), with_text("路面积水", text));
  REQUIRE(it);
  CHECK(it->alike_percent == 100);
  CHECK(it->because == "0 min apart, of the same category, texts 100 percent alike");
  CHECK_FALSE(compare(directory, {}, with_text("污水外溢", text), with_text("路面积水", "")));
  const char* const brief = "请尽快处理";
  CHECK_FALSE(compare(directory, {}, with_text("污水外溢", brief), with_text("路面积水", text)));
  const auto titles = compare(directory, {}, with_text("污水", text), with_text("污水", text));
  REQUIRE(titles);
  CHECK(titles->because == "0 min apart, of the same category, titles 100 percent alike");
}

TEST_CASE("without a place the titles decide") {
  const Directory directory(with_categories());
  const auto it = compare(directory, {}, matter("x"), matter("x", std::nullopt));
  REQUIRE(it);
  CHECK_FALSE(it->metres);
  CHECK_FALSE(compare(directory, {}, matter("x"), matter("x", std::nullopt, "路灯不亮")));
  CHECK_FALSE(compare(directory, {}, matter("x"), matter("x", std::nullopt, "污水满地")));
  DuplicateRules lenient;
  lenient.alike_percent = 33;
  CHECK(compare(directory, lenient, matter("x"), matter("x", std::nullopt, "污水满地")));
}
