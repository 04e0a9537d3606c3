#include "base/search_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace gridcase::base {
namespace {

enum class Kind : std::uint8_t { blank, chinese, letter, digit };

constexpr std::size_t longest_term = 64;

struct Character {
  char32_t code = 0;
  std::size_t size = 1;  // bytes
};

// The text is valid, so that the first byte says how many follow.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + size > text.size()) return {0, text.size() - at};
  if (size == 1) return {lead, 1};
  char32_t code = lead & (size == 2 ? 0x1FU : size == 3 ? 0x0FU : 0x07U);
  for (std::size_t i = 1; i < size; ++i)
    code = code << 6U | (byte(i) & 0x3FU);
  return {code, size};
}

void append(std::string& text, char32_t code) {
  const auto add = [&](char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0U | code >> 6U);
    add(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    add(0xE0U | code >> 12U);
    add(0x80U | (code >> 6U & 0x3FU));
    add(0x80U | (code & 0x3FU));
  } else {
    add(0xF0U | code >> 18U);
    add(0x80U | (code >> 12U & 0x3FU));
    add(0x80U | (code >> 6U & 0x3FU));
    add(0x80U | (code & 0x3FU));
  }
}

bool is_between(char32_t code, char32_t first, char32_t last) {
  return code >= first && code <= last;
}

char32_t lower_case(char32_t code) {
  if (is_between(code, 'A', 'Z') || is_between(code, 0x0410, 0x042F)) return code + 0x20;
  if (is_between(code, 0x00C0, 0x00DE) && code != 0x00D7) return code + 0x20;
  if (is_between(code, 0x0391, 0x03A9)) return code + 0x20;
  if (is_between(code, 0x0400, 0x040F)) return code + 0x50;
  // Latin Extended-A goes by pairs; where the capital is odd, and where it is even.
  const bool odd = is_between(code, 0x0139, 0x0148) || is_between(code, 0x0179, 0x017E);
  if (odd) return code % 2 == 1 ? code + 1 : code;
  if (is_between(code, 0x0100, 0x0177) && code != 0x0130 && code != 0x0138 && code != 0x0149)
    return code % 2 == 0 ? code + 1 : code;
  return code;
}

char32_t folded(char32_t code) {
  if (is_between(code, 0xFF01, 0xFF5E)) code -= 0xFEE0;  // full-width forms of ASCII
  return lower_case(code);
}

// 々 and 〇 are written as characters. Bopomofo, kana, hangul and the extensions of Unicode.
bool is_chinese(char32_t code) {
  return code == 0x3005 || code == 0x3007 || is_between(code, 0x1100, 0x11FF) ||
         is_between(code, 0x3041, 0x318F) || is_between(code, 0x31A0, 0x31FF) ||
         is_between(code, 0x3400, 0x4DBF) || is_between(code, 0x4E00, 0x9FFF) ||
         is_between(code, 0xAC00, 0xD7A3) || is_between(code, 0xF900, 0xFAFF) ||
         is_between(code, 0xFF66, 0xFF9F) || is_between(code, 0x20000, 0x3FFFF);
}

// Of what is not ASCII, all is a letter but punctuation, signs, pictures and private characters.
bool is_sign(char32_t code) {
  return code < 0xAA || (is_between(code, 0xAB, 0xBF) && code != 0xB5 && code != 0xBA) ||
         code == 0xD7 || code == 0xF7 || is_between(code, 0x2000, 0x2BFF) ||
         is_between(code, 0x2E00, 0x303F) || is_between(code, 0x3190, 0x319F) ||
         is_between(code, 0x3200, 0x33FF) || is_between(code, 0xD800, 0xF8FF) ||
         is_between(code, 0xFE00, 0xFE6F) || is_between(code, 0xFF00, 0xFFFF) || code > 0x1EFFF;
}

Kind kind_of(char32_t code) {
  if (is_between(code, '0', '9')) return Kind::digit;
  if (is_between(code, 'a', 'z') || is_between(code, 'A', 'Z')) return Kind::letter;
  if (is_chinese(code)) return Kind::chinese;
  return is_sign(code) ? Kind::blank : Kind::letter;
}

// The pieces of a searchable text: each character of a Chinese run with the one after it in the
// run, or each word.
template <typename Pair, typename Word>
void each_piece(std::string_view text, Pair pair, Word word) {
  for (std::size_t at = 0; at < text.size();) {
    const Character it = character_at(text, at);
    const Kind kind = kind_of(it.code);
    std::size_t end = at + it.size;
    if (kind == Kind::chinese) {
      const Character next = end < text.size() ? character_at(text, end) : Character{};
      const bool has_next = end < text.size() && kind_of(next.code) == Kind::chinese;
      pair(text.substr(at, it.size), has_next ? text.substr(at, it.size + next.size) : "");
    } else if (kind != Kind::blank) {
      while (end < text.size()) {
        const Character next = character_at(text, end);
        if (kind_of(next.code) != kind) break;
        end += next.size;
      }
      word(text.substr(at, end - at));
    }
    at = end;
  }
}

// No longer than a term may be, no character cut.
std::string_view shortened(std::string_view word) {
  if (word.size() <= longest_term) return word;
  std::size_t end = longest_term;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U)
    --end;
  return word.substr(0, end);
}

void make_unique(std::vector<std::string>& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

Kind kind_before(std::string_view text, std::size_t at) {
  if (at == 0) return Kind::blank;
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return kind_of(character_at(text, at).code);
}

Kind kind_after(std::string_view text, std::size_t at) {
  return at < text.size() ? kind_of(character_at(text, at).code) : Kind::blank;
}

// Whether a word of letters or digits goes on across this place.
bool is_cut(std::string_view text, std::size_t at) {
  const Kind before = kind_before(text, at);
  return before == kind_after(text, at) && (before == Kind::letter || before == Kind::digit);
}

bool opens_quote(char32_t code) {
  return code == '"' || code == 0x201C || code == 0x300C || code == 0xFF02;
}
bool closes_quote(char32_t code) {
  return code == '"' || code == 0x201D || code == 0x300D || code == 0xFF02;
}
bool parts_words(char32_t code) { return kind_of(folded(code)) == Kind::blank; }

// What alike_percent compares.
std::vector<std::string> parts_compared(std::string_view text) {
  std::vector<std::string> parts;
  bool after_pair = false;
  each_piece(
      text,
      [&](std::string_view single, std::string_view both) {
        if (!both.empty()) {
          parts.emplace_back(both);
        } else if (!after_pair) {
          parts.emplace_back(single);
        }
        after_pair = !both.empty();
      },
      [&](std::string_view word) { parts.emplace_back(word); });
  make_unique(parts);
  return parts;
}

}  // namespace

std::string searchable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character it = character_at(text, at);
    at += it.size;
    const char32_t code = folded(it.code);
    if (kind_of(code) == Kind::blank) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    append(out, code);
  }
  return out;
}

std::vector<std::string> terms_of(std::string_view searchable) {
  std::vector<std::string> terms;
  each_piece(
      searchable,
      [&](std::string_view single, std::string_view both) {
        terms.emplace_back(single);
        if (!both.empty()) terms.emplace_back(both);
      },
      [&](std::string_view word) { terms.emplace_back(shortened(word)); });
  make_unique(terms);
  return terms;
}

std::vector<std::string> terms_asked_for(std::string_view searchable) {
  std::vector<std::string> terms;
  bool after_pair = false;
  each_piece(
      searchable,
      [&](std::string_view single, std::string_view both) {
        // The pairs hold all but a character that stands alone.
        if (!both.empty()) {
          terms.emplace_back(both);
        } else if (!after_pair) {
          terms.emplace_back(single);
        }
        after_pair = !both.empty();
      },
      [&](std::string_view word) { terms.emplace_back(shortened(word)); });
  make_unique(terms);
  return terms;
}

std::size_t count_word(std::string_view searchable, std::string_view word) {
  if (word.empty()) return 0;
  std::size_t found = 0;
  for (std::size_t at = searchable.find(word); at != std::string_view::npos;) {
    const bool whole = !is_cut(searchable, at) && !is_cut(searchable, at + word.size());
    if (whole) ++found;
    at = searchable.find(word, at + (whole ? word.size() : 1));
  }
  return found;
}

std::vector<std::string> query_words(std::string_view text) {
  std::vector<std::string> words;
  const auto add = [&](std::string_view raw) {
    std::string word = searchable(raw);
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
  };
  bool quoted = false;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character it = character_at(text, at);
    const bool ends = quoted ? closes_quote(it.code) : opens_quote(it.code) || parts_words(it.code);
    if (ends) {
      add(text.substr(start, at - start));
      start = at + it.size;
      quoted = !quoted && opens_quote(it.code);
    }
    at += it.size;
  }
  add(text.substr(start));
  return words;
}

int alike_percent(std::string_view searchable, std::string_view other) {
  std::vector<std::string> a = parts_compared(searchable);
  std::vector<std::string> b = parts_compared(other);
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<int>(100 * both.size() / std::min(a.size(), b.size()));
}

}  // namespace gridcase::base
