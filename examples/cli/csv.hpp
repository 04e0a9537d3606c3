#pragma once
// Comma-separated values as RFC 4180 has them, read as a stream in constant memory.

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace gridcase::cli {

struct CsvRecord {
  std::vector<std::string> fields;
  std::size_t line = 0;  // where it begins, from 1
  std::string problem;   // empty, or why the record cannot be trusted
};

// Reads records one by one. Takes LF, CRLF and CR at line ends, a byte order mark at the beginning,
// quoted fields with separators, line breaks and doubled quotes; skips empty lines.
class CsvReader {
public:
  explicit CsvReader(std::istream& in, char separator = ',');

  // False at the end. A quote that never closes spoils its own line only: the record says so, and
  // reading goes on with the line after.
  bool next(CsvRecord& record);

private:
  int take();  // the next character, -1 at the end
  int peek();
  bool fill();
  void skip_mark();
  int read_plain(int first, std::string& field);
  int read_quoted(CsvRecord& record, std::string& field);
  void give_up_on_line(CsvRecord& record);

  std::istream& in_;
  char separator_;
  std::string buffer_;  // read, not yet taken from at_ on
  std::size_t at_ = 0;
  std::string raw_;  // the record so far, to go back to its second line
  std::size_t line_ = 1;
  bool started_ = false;
};

// One field, quoted where it must be.
std::string csv_field(const std::string& text);

}  // namespace gridcase::cli
