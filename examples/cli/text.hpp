#pragma once
// UTF-8 text on a terminal: what is valid, how many cells it takes, and tables that line up.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase::cli {

// The first byte that is not UTF-8; npos if all of it is.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

// Cells that the text takes on a terminal: 2 for East Asian wide and fullwidth characters, 0 for
// combining marks and other characters that do not advance, 1 for the rest.
std::size_t width(std::string_view text) noexcept;

// Filled up with spaces to `cells`; never cut.
std::string pad_right(std::string_view text, std::size_t cells);
std::string pad_left(std::string_view text, std::size_t cells);
// Cut to `cells`, with an ellipsis where something is missing.
std::string clip(std::string_view text, std::size_t cells);

// Without characters that could steer a terminal: controls become spaces, marks of writing
// direction go. Whatever a case says comes from the public and passes through here.
std::string printable(std::string_view text);

// Whether it contains a Chinese character.
bool has_chinese(std::string_view text) noexcept;

// The option for a field of the library: "other_case" → "--other-case".
std::string option_name(std::string_view field);

enum class Style { plain, bold, dim, red, green, yellow };
std::string paint(bool colour, Style style, std::string_view text);

struct Column {
  std::string title;
  bool right = false;     // numbers
  std::size_t limit = 0;  // cells, 0 for no limit; longer cells are cut
  Style style = Style::plain;
};

// Rows of cells under titles. A column in which every cell is empty is left out.
class Table {
public:
  explicit Table(std::vector<Column> columns, bool titles = true);

  void add(std::vector<std::string> cells);
  // A line of its own below the latest row, indented to the given column.
  void note(std::size_t column, std::string line);
  bool empty() const noexcept { return rows_.empty(); }
  std::string text(bool colour) const;

private:
  struct Note {
    std::size_t column;
    std::string line;
  };
  struct Row {
    std::vector<std::string> cells;
    std::vector<Note> notes;
  };
  std::vector<std::size_t> widths() const;
  std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                   bool colour, bool title) const;

  std::vector<Column> columns_;
  bool titles_;
  std::vector<Row> rows_;
};

}  // namespace gridcase::cli
