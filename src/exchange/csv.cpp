#include "base/text.hpp"
#include "exchange/encoding.hpp"

#include <gridcase/csv.hpp>

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace gridcase {

namespace {

constexpr int end_of_input = -1;
constexpr int broken = -2;  // the record cannot be read to its end
constexpr const char* document = "CSV";

bool ends_line(int c) { return c == '\n' || c == '\r'; }

void check_separator(char separator) {
  const auto byte = static_cast<unsigned char>(separator);
  if (byte != 0 && byte < 0x80 && separator != '"' && !ends_line(separator)) return;
  throw Error(ErrorCode::invalid_argument,
              "the separator must be an ASCII character, no quote and no line break", "separator");
}

bool is_damaged(char c) { return c == exchange::damaged || c == '\0'; }

// With U+FFFD for what is no character.
std::string as_text(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    if (is_damaged(c)) {
      text += "\uFFFD";
    } else {
      text.push_back(c);
    }
  }
  return text;
}

// Without the line break behind it; what is too long may end within a character.
void keep_text(CsvRecord& record, std::string_view bytes) {
  while (!bytes.empty() && ends_line(bytes.back()))
    bytes.remove_suffix(1);
  record.text = as_text(bytes);
  record.text.resize(base::valid_utf8_prefix(record.text));
}

}  // namespace

class CsvReader::Impl {
public:
  Impl(std::istream& in, const CsvFormat& format)
      : format_(format),
        source_(in, format.encoding, document,
                format.keep_going ? exchange::Damage::marked : exchange::Damage::thrown) {}

  bool next(CsvRecord& record);

private:
  int peek();
  int take();
  bool is_too_long(std::size_t field) const;
  int read_plain(int first, std::string& field);
  int read_quoted(CsvRecord& record, std::string& field);
  std::string place_of(std::size_t at, std::size_t line_number) const;
  std::string place_of_quote() const { return place_of(quote_at_, quote_line_); }
  void take_back_all_but_first_line();
  void skip_line();
  void give_up(CsvRecord& record);
  void mark_damage(CsvRecord& record);

  CsvFormat format_;
  exchange::TextSource source_;
  std::string buffer_;  // given by the source, not yet taken from at_ on
  std::size_t at_ = 0;
  std::string raw_;  // the record so far, to go back to its second line
  std::size_t line_ = 1;
  int last_ = 0;  // the character taken last
  bool in_quotes_ = false;
  std::size_t quote_at_ = 0;    // in raw_: the quote that was opened last
  std::size_t quote_line_ = 1;  // and its line
  std::optional<std::pair<std::size_t, std::size_t>> damage_;  // likewise, of what is no character
};

int CsvReader::Impl::peek() {
  if (at_ == buffer_.size()) {
    at_ = 0;
    if (!source_.read(buffer_)) return end_of_input;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

int CsvReader::Impl::take() {
  const int c = peek();
  if (c == end_of_input) return c;
  ++at_;
  if (c == '\r' || (c == '\n' && last_ != '\r')) ++line_;
  last_ = c;
  if (!damage_ && is_damaged(static_cast<char>(c))) damage_.emplace(raw_.size(), line_);
  raw_.push_back(static_cast<char>(c));
  return c;
}

bool CsvReader::Impl::is_too_long(std::size_t field) const {
  return field > format_.longest_field || raw_.size() > format_.longest_record;
}

// Returns the character after the field.
int CsvReader::Impl::read_plain(int first, std::string& field) {
  int c = first;
  while (c != end_of_input && c != format_.separator && !ends_line(c)) {
    field.push_back(static_cast<char>(c));
    if (is_too_long(field.size())) return broken;
    c = take();
  }
  return c;
}

int CsvReader::Impl::read_quoted(CsvRecord& record, std::string& field) {
  in_quotes_ = true;
  quote_at_ = raw_.size() - 1;
  quote_line_ = line_;
  for (;;) {
    const bool after_cr = last_ == '\r';
    int c = take();
    if (c == end_of_input) return broken;
    if (c == '"') {
      c = take();
      if (c != '"') {
        in_quotes_ = false;
        if (c == end_of_input || c == format_.separator || ends_line(c)) return c;
        record.problem = Fault{Severity::error, "csv.quote", place_of_quote(),
                               "text follows the quote that closes this one",
                               "double the quotes within a quoted field"};
        return read_plain(c, field);
      }
    }
    if (format_.unify_line_breaks && ends_line(c)) {
      if (c == '\n' && after_cr) continue;
      c = '\n';
    }
    field.push_back(static_cast<char>(c));
    if (is_too_long(field.size())) return broken;
  }
}

std::string CsvReader::Impl::place_of(std::size_t at, std::size_t line_number) const {
  const std::string_view before = std::string_view(raw_).substr(0, at);
  const std::size_t line_end = before.find_last_of("\r\n");
  const std::string_view line =
      line_end == std::string_view::npos ? before : before.substr(line_end + 1);
  return fmt::format("line {}, column {}", line_number, base::length_in_characters(line) + 1);
}

void CsvReader::Impl::take_back_all_but_first_line() {
  std::size_t second = raw_.find_first_of("\r\n") + 1;
  if (raw_[second - 1] == '\r' && second < raw_.size() && raw_[second] == '\n') ++second;
  last_ = static_cast<unsigned char>(raw_[second - 1]);
  buffer_ = raw_.substr(second) + buffer_.substr(at_);
  at_ = 0;
}

void CsvReader::Impl::skip_line() {
  for (int c = last_; c != end_of_input && !ends_line(c); c = take())
    raw_.clear();
}

// What was meant is not known: a quote that does not close, or a field without end. The lines after
// the first one are read as if nothing had been.
void CsvReader::Impl::give_up(CsvRecord& record) {
  Fault fault{Severity::error, "csv.quote", fmt::format("line {}", record.line), {}, {}};
  const bool too_long = is_too_long(record.fields.back().size());
  if (in_quotes_) {
    fault.path = place_of_quote();
    fault.message = "a quote is opened and not closed";
    fault.fix = "close it, or double the quotes within the field";
    if (too_long)
      fault.fix += fmt::format("; a field has at most {} bytes, a record {}", format_.longest_field,
                               format_.longest_record);
  } else if (raw_.size() > format_.longest_record) {
    fault.code = "csv.record_too_long";
    fault.message = fmt::format("the record is longer than {} bytes", format_.longest_record);
    fault.fix = "shorten it, or allow for longer ones";
  } else {
    fault.code = "csv.field_too_long";
    fault.message = fmt::format("field {} is longer than {} bytes", record.fields.size(),
                                format_.longest_field);
    fault.fix = "shorten it, or allow for longer ones";
  }
  record.problem = std::move(fault);
  const std::size_t first_end = raw_.find_first_of("\r\n");
  keep_text(record, std::string_view(raw_).substr(0, first_end));
  if (first_end == std::string::npos) {
    skip_line();
  } else {
    take_back_all_but_first_line();
    line_ = record.line + 1;
  }
}

// The fields are read to their end, but their text is not what was meant.
void CsvReader::Impl::mark_damage(CsvRecord& record) {
  const auto [at, line] = *damage_;
  for (std::string& field : record.fields)
    field = as_text(field);
  if (record.problem) return;
  const bool is_nul = raw_[at] == '\0';
  record.problem =
      Fault{Severity::error, is_nul ? "csv.nul" : "csv.encoding", place_of(at, line),
            is_nul ? "there is a NUL byte here" : "the bytes here are no characters",
            is_nul ? "take it out" : "write what was meant, in the encoding of the rest"};
}

bool CsvReader::Impl::next(CsvRecord& record) {
  raw_.clear();
  while (ends_line(peek())) {
    take();
    raw_.clear();
  }
  record.fields.clear();
  record.problem.reset();
  record.text.clear();
  record.line = line_;
  in_quotes_ = false;
  damage_.reset();
  if (peek() == end_of_input) return false;

  int c = format_.separator;
  while (c == format_.separator) {
    std::string& field = record.fields.emplace_back();
    c = take();
    c = c == '"' ? read_quoted(record, field) : read_plain(c, field);
    // Many empty fields are a long record, too.
    if (c == format_.separator && is_too_long(0)) c = broken;
  }
  if (c != broken && damage_) mark_damage(record);
  if (c == broken) {
    give_up(record);
  } else if (record.problem) {
    keep_text(record, raw_);
  }
  if (record.problem && !format_.keep_going) throw DocumentError(document, {*record.problem});
  return true;
}

CsvReader::CsvReader(std::istream& in, const CsvFormat& format) {
  check_separator(format.separator);
  impl_ = std::make_unique<Impl>(in, format);
}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

bool CsvReader::next(CsvRecord& record) { return impl_->next(record); }

class CsvWriter::Impl {
public:
  Impl(std::ostream& out, const CsvOutput& output)
      : out_(out), output_(output), sink_(output.encoding) {}

  void write(const std::vector<std::string>& fields);

private:
  void append(std::string_view field);
  void put(std::string_view bytes);

  std::ostream& out_;
  CsvOutput output_;
  exchange::TextSink sink_;
  std::string line_;
  bool started_ = false;
};

void CsvWriter::Impl::append(std::string_view field) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // would be taken for that of the table
  std::string safe;
  if (output_.spreadsheet_safe && !field.empty() &&
      std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos) {
    safe = "'" + std::string(field);
    field = safe;
  }
  const bool quoted = field.find_first_of("\"\r\n") != std::string_view::npos ||
                      field.find(output_.separator) != std::string_view::npos ||
                      (line_.empty() && field.substr(0, mark.size()) == mark);
  if (!quoted) {
    line_ += field;
    return;
  }
  line_ += '"';
  for (const char c : field) {
    if (c == '"') line_ += '"';
    line_ += c;
  }
  line_ += '"';
}

void CsvWriter::Impl::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) throw Error(ErrorCode::io, "the table cannot be written");
}

void CsvWriter::Impl::write(const std::vector<std::string>& fields) {
  if (fields.empty()) {
    throw Error(ErrorCode::invalid_argument, "a line needs a field; it may be empty", "fields");
  }
  line_.clear();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].find('\0') != std::string::npos) {
      throw Error(ErrorCode::invalid_argument, "the field has a NUL byte; a table is text",
                  fmt::format("fields[{}]", i));
    }
    if (i > 0) line_ += output_.separator;
    append(fields[i]);
  }
  if (line_.empty()) line_ = "\"\"";  // an empty line is no record
  line_ += "\r\n";
  std::string bytes;
  try {
    bytes = sink_.encode(line_);
  } catch (const Error& error) {
    throw Error(error.code(), std::string("the line: ") + error.what(), "fields");
  }
  if (!started_ && output_.byte_order_mark && output_.encoding == TextEncoding::utf8)
    put("\xEF\xBB\xBF");
  started_ = true;
  put(bytes);
}

CsvWriter::CsvWriter(std::ostream& out, const CsvOutput& output) {
  check_separator(output.separator);
  impl_ = std::make_unique<Impl>(out, output);
}
CsvWriter::CsvWriter(CsvWriter&&) noexcept = default;
CsvWriter& CsvWriter::operator=(CsvWriter&&) noexcept = default;
CsvWriter::~CsvWriter() = default;

void CsvWriter::write(const std::vector<std::string>& fields) { impl_->write(fields); }

}  // namespace gridcase
