// Chinese text lines up: cells of characters, tables, and what is kept from a terminal.

#include "text.hpp"

#include <doctest/doctest.h>

using namespace gridcase::cli;

TEST_CASE("cells of text") {
  CHECK(width("") == 0);
  CHECK(width("abc") == 3);
  CHECK(width("污水倒灌") == 8);
  CHECK(width("ＡＢ１２") == 8);
  CHECK(width("，。（）") == 8);
  CHECK(width("é") == 1);
  CHECK(width("e\u0301") == 1);
  CHECK(width("a\u200Bb") == 2);
  CHECK(width("ｶﾅ") == 2);
  CHECK(width("한국") == 4);
  CHECK(width("\U00020000") == 2);
  CHECK(width("🚒") == 2);
  CHECK(width("a…→") == 3);
  CHECK(width("\xFF") == 1);
}

TEST_CASE("text that is not UTF-8 is found where it begins") {
  CHECK(find_invalid_utf8("水abc") == std::string_view::npos);
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("\xE6\xB0") == 0);
  CHECK(find_invalid_utf8("a\xC0\x80") == 1);
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);
}

TEST_CASE("filling and cutting count cells") {
  CHECK(pad_right("水", 4) == "水  ");
  CHECK(pad_left("水", 4) == "  水");
  CHECK(pad_right("abcdef", 4) == "abcdef");
  CHECK(clip("abc", 3) == "abc");
  CHECK(clip("abcd", 3) == "ab…");
  CHECK(clip("污水倒灌", 8) == "污水倒灌");
  CHECK(clip("污水倒灌", 6) == "污水…");
  CHECK(clip("污水倒灌", 7) == "污水倒…");
}

TEST_CASE("nothing in a text steers the terminal") {
  CHECK(printable("a\x1b[31mb\nc\td") == "a [31mb c d");
  CHECK(printable("a\u202Eb\u2066c") == "abc");
  CHECK(printable("a\u0085b\u2028c") == "a b c");
  CHECK(printable("水\xFF") == "水\uFFFD");
}

TEST_CASE("tables line up and end without spaces") {
  Table table({{"单位"}, {"n", true}, {"空"}, {"note", false, 5}});
  table.add({"水利局", "7", "", "abcdef"});
  table.add({"a", "123", "", "水"});
  table.note(1, "below");
  CHECK(table.text(false) == "单位      n  note\n"
                             "水利局    7  abcd…\n"
                             "a       123  水\n"
                             "        below\n");
}

TEST_CASE("colour is written only where asked") {
  CHECK(paint(false, Style::red, "x") == "x");
  CHECK(paint(true, Style::red, "x") == "\x1b[31mx\x1b[0m");
  CHECK(paint(true, Style::plain, "x") == "x");
}

TEST_CASE("fields as options") { CHECK(option_name("other_case") == "--other-case"); }

TEST_CASE("Chinese is told from other scripts") {
  CHECK(has_chinese("a乡"));
  CHECK_FALSE(has_chinese("township ·"));
}
