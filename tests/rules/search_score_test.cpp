#include "rules/search_score.hpp"

#include <doctest/doctest.h>

using gridcase::rules::search_score;

TEST_CASE("a title counts for more than an address, and that for more than a text") {
  const double title = search_score({"污水"}, "污水外溢", "中山路", "很臭");
  const double address = search_score({"污水"}, "很臭", "污水处理厂", "很臭");
  const double body = search_score({"污水"}, "很臭", "中山路", "有污水");
  CHECK(title > address);
  CHECK(address > body);
  CHECK(body > 0);
  CHECK(search_score({"路灯"}, "污水外溢", "中山路", "很臭") == 0);
}

TEST_CASE("more often counts for more, a longer title for less, every word counts") {
  CHECK(search_score({"污水"}, "污水外溢", "", "污水污水") >
        search_score({"污水"}, "污水外溢", "", "污水"));
  CHECK(search_score({"污水"}, "污水", "", "") >
        search_score({"污水"}, "中山路百货大楼门口的污水井", "", ""));
  CHECK(search_score({"污水", "井盖"}, "污水井盖", "", "") >
        search_score({"污水"}, "污水井盖", "", ""));
}
