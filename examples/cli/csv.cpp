#include "csv.hpp"

#include <algorithm>
#include <string_view>

namespace gridcase::cli {

namespace {

constexpr std::size_t block = 64 * 1024;
// A longer record is taken for a quote that never closes.
constexpr std::size_t longest_record = 1024 * 1024;
constexpr int end_of_input = -1;
constexpr int broken = -2;  // the record cannot be read to its end

bool ends_line(int c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvReader::CsvReader(std::istream& in, char separator) : in_(in), separator_(separator) {}

bool CsvReader::fill() {
  if (at_ < buffer_.size()) return true;
  buffer_.resize(block);
  in_.read(buffer_.data(), static_cast<std::streamsize>(block));
  buffer_.resize(static_cast<std::size_t>(in_.gcount()));
  at_ = 0;
  return !buffer_.empty();
}

int CsvReader::peek() { return fill() ? static_cast<unsigned char>(buffer_[at_]) : end_of_input; }

// CR and CRLF come out as LF.
int CsvReader::take() {
  int c = peek();
  if (c == end_of_input) return c;
  ++at_;
  if (c == '\r') {
    if (peek() == '\n') ++at_;
    c = '\n';
  }
  if (c == '\n') ++line_;
  raw_.push_back(static_cast<char>(c));
  return c;
}

void CsvReader::skip_mark() {
  started_ = true;
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (fill() && buffer_.compare(0, mark.size(), mark) == 0) at_ = mark.size();
}

// Returns the character after the field.
int CsvReader::read_plain(int first, std::string& field) {
  int c = first;
  while (c != end_of_input && c != separator_ && !ends_line(c)) {
    if (raw_.size() > longest_record) return broken;
    field.push_back(static_cast<char>(c));
    c = take();
  }
  return c;
}

int CsvReader::read_quoted(CsvRecord& record, std::string& field) {
  for (;;) {
    int c = take();
    if (c == end_of_input || raw_.size() > longest_record) return broken;
    if (c == '"') {
      c = take();
      if (c != '"') {
        if (c != end_of_input && c != separator_ && !ends_line(c)) {
          record.problem = "text follows a closing quote";
          return read_plain(c, field);
        }
        return c;
      }
    }
    field.push_back(static_cast<char>(c));
  }
}

void CsvReader::give_up_on_line(CsvRecord& record) {
  record.problem = "a quote is opened and not closed";
  const std::size_t second = std::min(raw_.find('\n'), raw_.size() - 1) + 1;
  const std::string rest = raw_.substr(second);
  line_ -= static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
  buffer_ = rest + buffer_.substr(std::min(at_, buffer_.size()));
  at_ = 0;
}

bool CsvReader::next(CsvRecord& record) {
  if (!started_) skip_mark();
  while (ends_line(peek())) {
    raw_.clear();
    take();
  }
  record.fields.clear();
  record.problem.clear();
  record.line = line_;
  raw_.clear();
  if (peek() == end_of_input) return false;

  int c = separator_;
  while (c == separator_) {
    std::string& field = record.fields.emplace_back();
    c = take();
    c = c == '"' ? read_quoted(record, field) : read_plain(c, field);
  }
  if (c == broken) give_up_on_line(record);
  return true;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",;\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted.push_back('"');
    quoted.push_back(c);
  }
  return quoted + '"';
}

}  // namespace gridcase::cli
