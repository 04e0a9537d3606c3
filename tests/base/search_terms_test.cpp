#include "base/search_terms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gridcase::base;

using Texts = std::vector<std::string>;

TEST_CASE("a text is searched without case, width and punctuation") {
  CHECK(searchable("") == "");
  CHECK(searchable("　，。 ") == "");
  CHECK(searchable("ＡＢＣ１２３") == "abc123");
  CHECK(searchable("污水，外溢！") == "污水 外溢");
  CHECK(searchable("  a\tb\n\nc ") == "a b c");
  CHECK(searchable("苏F12345") == "苏f12345");
  CHECK(searchable("GB/T 34300—2017") == "gb t 34300 2017");
  CHECK(searchable("Straße ÉCOLE ЖЁЛТЫЙ ΑΒΓ Łódź Žižkov") == "straße école жёлтый αβγ łódź žižkov");
  CHECK(searchable("😀漏水😀") == "漏水");
  CHECK(searchable("\xEE\x80\x80n1") == "n1");  // a private character is nothing
  CHECK(searchable("𠀀𠀁") == "𠀀𠀁");
}

TEST_CASE("terms are characters, pairs of characters and words") {
  CHECK(terms_of("").empty());
  CHECK(terms_of("水") == Texts{"水"});
  CHECK(terms_of("污水外") == Texts{"外", "水", "水外", "污", "污水"});
  CHECK(terms_of("污水 外") == Texts{"外", "水", "污", "污水"});
  CHECK(terms_of("苏f12345") == Texts{"12345", "f", "苏"});
  CHECK(terms_of("a4 a4") == Texts{"4", "a"});
  CHECK(terms_of("ひらがな한국").size() == 6 + 5);
  const std::string long_word(100, 'a');
  CHECK(terms_of(long_word) == Texts{std::string(64, 'a')});
  CHECK(terms_asked_for(long_word) == Texts{std::string(64, 'a')});
  std::string umlauts;
  for (int i = 0; i < 40; ++i)
    umlauts += i == 0 ? "aä" : "ä";
  CHECK(terms_of(umlauts).front().size() == 63);  // no character is cut
}

TEST_CASE("a word asks for its pairs, or for its one character") {
  CHECK(terms_asked_for("水") == Texts{"水"});
  CHECK(terms_asked_for("污水") == Texts{"污水"});
  CHECK(terms_asked_for("污水外溢") == Texts{"外溢", "水外", "污水"});
  CHECK(terms_asked_for("污水 溢") == Texts{"污水", "溢"});
  CHECK(terms_asked_for("苏f12345") == Texts{"12345", "f", "苏"});
}

TEST_CASE("a word is counted where it stands whole") {
  CHECK(count_word("污水外溢 污水", "污水") == 2);
  CHECK(count_word("污水外溢", "水外") == 1);
  CHECK(count_word("污水 外溢", "水外") == 0);
  CHECK(count_word("污水 外溢", "污水 外溢") == 1);
  CHECK(count_word("水水水", "水水") == 1);
  CHECK(count_word("苏f12345", "12345") == 1);
  CHECK(count_word("苏f12345", "1234") == 0);
  CHECK(count_word("苏f12345", "2345") == 0);
  CHECK(count_word("苏f12345", "苏f12345") == 1);
  CHECK(count_word("苏f12345", "f12345") == 1);
  CHECK(count_word("苏af12345", "f12345") == 0);
  CHECK(count_word("电话12345热线", "电话12345热线") == 1);
  CHECK(count_word("11 1", "1") == 1);
  CHECK(count_word("école", "cole") == 0);
  CHECK(count_word("水", "") == 0);
}

TEST_CASE("a query is words and quoted words") {
  CHECK(query_words("").empty());
  CHECK(query_words(" 　!? ").empty());
  CHECK(query_words("污水　外溢 污水") == Texts{"污水", "外溢"});
  CHECK(query_words("\"中山路 12号\" 井盖") == Texts{"中山路 12号", "井盖"});
  CHECK(query_words("“中山路 12号”井盖") == Texts{"中山路 12号", "井盖"});
  CHECK(query_words("「中山路 12号」") == Texts{"中山路 12号"});
  CHECK(query_words("井盖\"中山 路") == Texts{"井盖", "中山 路"});
  CHECK(query_words("\"\"井盖") == Texts{"井盖"});
  CHECK(query_words("污水，外溢") == Texts{"污水", "外溢"});
  CHECK(query_words("污,水") == Texts{"污", "水"});
  CHECK(query_words("ＡＢ，１２") == Texts{"ab", "12"});
  CHECK(query_words("\"污水，外溢\"") == Texts{"污水 外溢"});
}

TEST_CASE("texts are alike by the pairs of the shorter one") {
  CHECK(alike_percent("污水外溢", "污水外溢") == 100);
  CHECK(alike_percent("污水外溢", "中山路污水外溢了") == 100);
  CHECK(alike_percent("污水外溢", "污水满地") == 33);
  CHECK(alike_percent("污水外溢", "路灯不亮") == 0);
  CHECK(alike_percent("12号污水", "12号路灯") == 33);
  CHECK(alike_percent("", "污水") == 0);
  CHECK(alike_percent("水", "水") == 100);
}

TEST_CASE("whatever contains a word has the terms that the word asks for") {
  const Texts texts{"苏f12345 停在中山路12号", "污水外溢", "a1b2 c3", "ひらがな 한국 水"};
  for (const std::string& text : texts) {
    const Texts terms = terms_of(text);
    for (std::size_t from = 0; from < text.size(); ++from) {
      for (std::size_t size = 1; from + size <= text.size(); ++size) {
        const std::string word = text.substr(from, size);
        // Only whole characters, searchable as they are.
        const auto is_start = [&](std::size_t at) {
          return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        };
        if (!is_start(from) || !is_start(from + size) || searchable(word) != word) continue;
        if (count_word(text, word) == 0) continue;
        CAPTURE(word);
        for (const std::string& term : terms_asked_for(word))
          CHECK(std::find(terms.begin(), terms.end(), term) != terms.end());
      }
    }
  }
}
