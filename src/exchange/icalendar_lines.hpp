#pragma once
// Content lines of RFC 5545: folding and escapes. Parameters are skipped: what they say of dates
// follows from the form of the values, too.

#include <cstddef>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::exchange {

struct ContentLine {
  std::string name;   // in capitals
  std::string value;  // as it stands, escapes included
  std::size_t line = 0;
  const char* problem = nullptr;  // why it cannot be read
};

class ContentLineReader {
public:
  explicit ContentLineReader(std::istream& in) : in_(in) {}
  // False at the end. Throws Error io.
  bool next(ContentLine& line);

private:
  int peek();
  bool read_unfolded(std::string& text);

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  bool is_too_long_ = false;
};

// Writes a line, folded at 75 octets, never within a character.
void write_content_line(std::ostream& out, std::string_view line);

// A text value; throws Error invalid_argument for control characters and what is no UTF-8.
std::string escaped_text(std::string_view text);
std::string unescaped_text(std::string_view value);
// The texts between commas that are not escaped.
std::vector<std::string> unescaped_list(std::string_view value);

}  // namespace gridcase::exchange
