#include "text.hpp"
#include "utf8.hpp"

#include <algorithm>

namespace gridcase::cli {
namespace {

constexpr std::string_view ellipsis = "…";

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

// Bytes of a character that starts with this one; 0 when none does.
std::size_t length_from(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

bool is_proper(char32_t character, std::size_t length) {
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return character >= least[length] && character <= 0x10FFFF &&
         (character < 0xD800 || character > 0xDFFF);
}

// Whether the bytes at `at` are one character, which is then in `character`.
bool decode(std::string_view text, std::size_t at, char32_t& character, std::size_t& length) {
  const auto first = static_cast<unsigned char>(text[at]);
  length = length_from(first);
  if (length == 0) return false;
  constexpr unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  character = first & masks[length];
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text, at + i)) return false;
    character = character << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return is_proper(character, length);
}

bool steers(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

bool changes_direction(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x61C || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) noexcept {
  char32_t character = 0;
  std::size_t length = 0;
  if (!decode(text, at, character, length)) {
    ++at;
    return replacement_character;
  }
  at += length;
  return character;
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
  char32_t character = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at += length) {
    if (!decode(text, at, character, length)) return at;
  }
  return std::string_view::npos;
}

std::string pad_right(std::string_view text, std::size_t cells) {
  std::string out(text);
  const std::size_t used = width(text);
  if (used < cells) out.append(cells - used, ' ');
  return out;
}

std::string pad_left(std::string_view text, std::size_t cells) {
  const std::size_t used = width(text);
  std::string out(used < cells ? cells - used : 0, ' ');
  return out.append(text);
}

std::string clip(std::string_view text, std::size_t cells) {
  if (width(text) <= cells) return std::string(text);
  std::size_t used = 1;  // the ellipsis
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    used += width_of(next_character(text, at));
    if (used > cells) break;
  }
  return std::string(text.substr(0, end)).append(ellipsis);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = next_character(text, at);
    if (changes_direction(character)) continue;
    if (steers(character)) {
      out += ' ';
    } else if (character == replacement_character) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(text.substr(start, at - start));
    }
  }
  return out;
}

bool has_chinese(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) return true;
  }
  return false;
}

std::string option_name(std::string_view field) {
  std::string out = "--";
  for (const char c : field)
    out += c == '_' ? '-' : c;
  return out;
}

std::string paint(bool colour, Style style, std::string_view text) {
  if (!colour || style == Style::plain || text.empty()) return std::string(text);
  constexpr const char* codes[] = {"0", "1", "2", "31", "32", "33"};
  return std::string("\x1b[") + codes[static_cast<std::size_t>(style)] + "m" + std::string(text) +
         "\x1b[0m";
}

Table::Table(std::vector<Column> columns, bool titles)
    : columns_(std::move(columns)), titles_(titles) {}

void Table::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = printable(cells[i]);
    if (columns_[i].limit != 0) cells[i] = clip(cells[i], columns_[i].limit);
  }
  rows_.push_back({std::move(cells), {}});
}

void Table::note(std::size_t column, std::string line) {
  rows_.back().notes.push_back({column, printable(line)});
}

// 0 for a column that is left out.
std::vector<std::size_t> Table::widths() const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], width(row.cells[i]));
    }
  }
  for (std::size_t i = 0; titles_ && i < widths.size(); ++i) {
    if (widths[i] != 0) widths[i] = std::max(widths[i], width(columns_[i].title));
  }
  return widths;
}

std::string Table::line(const std::vector<std::string>& cells,
                        const std::vector<std::size_t>& widths, bool colour, bool title) const {
  std::string out;
  std::size_t owed = 0;  // spaces that are written only if something follows
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::size_t fill = widths[i] - std::min(widths[i], width(cells[i]));
    if (!cells[i].empty()) {
      out.append(owed + (columns_[i].right ? fill : 0), ' ');
      out += paint(colour, title ? Style::bold : columns_[i].style, cells[i]);
      owed = columns_[i].right ? 0 : fill;
    } else {
      owed += fill;
    }
    owed += 2;
  }
  return out + "\n";
}

std::string Table::text(bool colour) const {
  const std::vector<std::size_t> widths = this->widths();
  std::string out;
  if (titles_) {
    std::vector<std::string> titles;
    for (const Column& column : columns_)
      titles.push_back(column.title);
    out += line(titles, widths, colour, true);
  }
  for (const Row& row : rows_) {
    out += line(row.cells, widths, colour, false);
    for (const Note& note : row.notes) {
      std::size_t indent = 0;
      for (std::size_t i = 0; i < note.column; ++i)
        indent += widths[i] ? widths[i] + 2 : 0;
      out.append(indent, ' ').append(note.line).append("\n");
    }
  }
  return out;
}

}  // namespace gridcase::cli
