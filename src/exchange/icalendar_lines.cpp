#include "exchange/icalendar_lines.hpp"

#include "base/text.hpp"

#include <gridcase/error.hpp>

#include <algorithm>

namespace gridcase::exchange {

namespace {

constexpr std::size_t block = 64 * 1024;
constexpr std::size_t longest_line = 64 * 1024;
constexpr std::size_t fold_at = 75;  // octets, without the line end
constexpr int end_of_input = -1;

std::string in_capitals(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

// The end of a parameter's value: quoted values may hold ; and :.
std::size_t end_of_parameter(std::string_view text, std::size_t from) {
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && (text[i] == ';' || text[i] == ':')) return i;
  }
  return text.size();
}

const char* parse(std::string_view text, ContentLine& line) {
  std::size_t at = std::min(text.find_first_of(";:"), text.size());
  line.name = in_capitals(text.substr(0, at));
  while (at < text.size() && text[at] == ';')
    at = end_of_parameter(text, at + 1);
  if (at >= text.size() || line.name.empty()) return "the line has no name with a colon behind it";
  line.value = text.substr(at + 1);
  return nullptr;
}

}  // namespace

int ContentLineReader::peek() {
  if (at_ == buffer_.size()) {
    at_ = 0;
    buffer_.resize(block);
    in_.read(buffer_.data(), static_cast<std::streamsize>(block));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    if (in_.bad()) throw Error(ErrorCode::io, "the calendar cannot be read to its end");
    if (buffer_.empty()) return end_of_input;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

// A line with those that are folded to it. What is too long is read to its end and not kept.
bool ContentLineReader::read_unfolded(std::string& text) {
  text.clear();
  is_too_long_ = false;
  if (peek() == end_of_input) return false;
  for (;;) {
    for (int c = peek(); c != end_of_input && c != '\n'; c = peek()) {
      ++at_;
      if (text.size() <= longest_line) text.push_back(static_cast<char>(c));
    }
    is_too_long_ = text.size() > longest_line;
    if (peek() == end_of_input) return true;
    ++at_;
    ++line_;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    if (peek() != ' ' && peek() != '\t') return true;
    ++at_;
  }
}

bool ContentLineReader::next(ContentLine& line) {
  std::string text;
  do {
    line = {};
    line.line = line_ + 1;
    if (!read_unfolded(text)) return false;
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (line.line == 1 && text.compare(0, mark.size(), mark) == 0) text.erase(0, mark.size());
  } while (text.empty());
  if (is_too_long_) {
    line.problem = "the line is longer than 64 KiB";
  } else if (!base::is_valid_utf8(text)) {
    line.problem = "the line is no UTF-8";
  } else if (std::any_of(text.begin(), text.end(), is_control)) {
    line.problem = "the line has a control character";
  } else {
    line.problem = parse(text, line);
  }
  return true;
}

void write_content_line(std::ostream& out, std::string_view line) {
  std::size_t room = fold_at;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
      --end;
    out << line.substr(0, end) << "\r\n ";
    line.remove_prefix(end);
    room = fold_at - 1;
  }
  out << line << "\r\n";
}

std::string escaped_text(std::string_view text) {
  const bool has_control =
      std::any_of(text.begin(), text.end(), [](char c) { return is_control(c) && c != '\n'; });
  if (has_control || !base::is_valid_utf8(text)) {
    throw Error(ErrorCode::invalid_argument,
                "a name, code or source has control characters or is not UTF-8");
  }
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped_text(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size()) {
      ++i;
      out += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
    } else {
      out += value[i];
    }
  }
  return out;
}

std::vector<std::string> unescaped_list(std::string_view value) {
  std::vector<std::string> list;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    if (i < value.size() && value[i] == '\\') {
      ++i;
    } else if (i == value.size() || value[i] == ',') {
      list.push_back(unescaped_text(value.substr(from, i - from)));
      from = i + 1;
    }
  }
  return list;
}

}  // namespace gridcase::exchange
