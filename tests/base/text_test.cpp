#include "base/text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gridcase::base;

TEST_CASE("well-formed UTF-8 is told from what is not") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("plain"));
  CHECK(is_valid_utf8("江山市 é 😀"));
  CHECK(is_valid_utf8("\xF4\x8F\xBF\xBF"));
  CHECK_FALSE(is_valid_utf8("\x80"));
  CHECK_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
  CHECK_FALSE(is_valid_utf8("\xE0\x9F\xBF"));      // overlong
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
  CHECK_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  CHECK_FALSE(is_valid_utf8("\xF0\x8F\xBF\xBF"));  // overlong
  CHECK_FALSE(is_valid_utf8("\xE6\xB1"));          // cut off
  CHECK_FALSE(is_valid_utf8("\xFF"));
}

TEST_CASE("length counts characters, not bytes") {
  CHECK(length_in_characters("") == 0);
  CHECK(length_in_characters("abc") == 3);
  CHECK(length_in_characters("江山a") == 3);
  CHECK(length_in_characters("😀") == 1);
}

TEST_CASE("each invalid byte becomes one replacement character") {
  CHECK(repaired_utf8("江山") == "江山");
  CHECK(repaired_utf8("a\xFF"
                      "b") == "a\xEF\xBF\xBD"
                              "b");
  CHECK(repaired_utf8("\xE6\xB1") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(is_valid_utf8(repaired_utf8("\xED\xA0\x80\xC0\xAF")));
}

TEST_CASE("the edit distance counts typing errors") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("units", "unit") == 1);
  CHECK(edit_distance("persons", "person") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}
