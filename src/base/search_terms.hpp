#pragma once
// Text as it is searched: what a writer of Chinese, or of anything, typed in one way or the other
// becomes the same characters, and is cut into terms that an index can hold.
//
// A text is a row of pieces. A run of Chinese, Japanese or Korean characters is a piece; so are a
// run of letters and a run of digits, each of which is a word that is found as a whole only. The
// plate "苏F12345" has the pieces 苏, f and 12345, and is found by "苏F12345", "f12345" and "12345",
// not by "1234". What stands between pieces, blanks and punctuation, is one blank.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::base {

// Full-width forms as half-width ones, letters in lower case (Latin, Greek, Cyrillic), whatever is
// neither letter nor digit as one blank, none at the ends. Simplified and traditional characters
// stay apart. The text must be valid UTF-8.
std::string searchable(std::string_view text);

// What an index holds of a searchable text, each once, ascending: every Chinese character, every
// pair of neighbours among them, every word, of which no more than 64 bytes.
std::vector<std::string> terms_of(std::string_view searchable);

// What is asked of an index for a searchable word: a text that contains the word has all of them.
std::vector<std::string> terms_asked_for(std::string_view searchable);

// How often the searchable word stands in the searchable text, no letters or digits of the text
// cut.
std::size_t count_word(std::string_view searchable, std::string_view word);

// The words of a query, searchable, each once, in their order: apart by blanks and punctuation, or by double quotes
// (also “ ” and 「 」) around several. A quote that is not closed goes to the end. Words of which
// nothing can be searched are left out.
std::vector<std::string> query_words(std::string_view text);

// How many of the pairs of characters of the shorter text the other has too, in percent; letters
// and digits count by words. 0 if one has none; a text of one character is a pair with nothing.
int alike_percent(std::string_view searchable, std::string_view other);

}  // namespace gridcase::base
