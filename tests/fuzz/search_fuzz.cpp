// Words and the text they are looked for in, divided by the first line end. A text that contains a
// word has every term that is asked of the index for it: nothing that matches is missed.
#include "base/search_terms.hpp"
#include "base/text.hpp"
#include "fuzz/target.hpp"

#include <algorithm>

namespace {

using namespace gridcase;

void read(std::string_view input) {
  const std::string whole = base::repaired_utf8(input);
  const std::size_t end = std::min(whole.find('\n'), whole.size());
  const std::string text = base::searchable(std::string_view(whole).substr(end));
  fuzz::must(base::is_valid_utf8(text), "what is searched is valid");
  fuzz::must(base::searchable(text) == text, "what is searchable stays as it is");
  const std::vector<std::string> terms = base::terms_of(text);
  for (const std::string& word : base::query_words(std::string_view(whole).substr(0, end))) {
    if (base::count_word(text, word) == 0) continue;
    for (const std::string& term : base::terms_asked_for(word)) {
      fuzz::must(std::binary_search(terms.begin(), terms.end(), term),
                 "a text that has the word has its terms");
    }
  }
  const int alike = base::alike_percent(text, text);
  fuzz::must(alike == 0 || alike == 100, "a text is like itself, if it can be compared");
}

const fuzz::Target target("search", read,
                          {"污水 \"井盖 塌陷\"\n市民路污水倒灌，井盖塌陷",
                           "苏F12345\n车牌苏Ｆ１２３４５的货车", "a “b c” 「d」\nÄB C a-b c d",
                           "ひらがな 가나\nひらがな、가나다"});

}  // namespace
