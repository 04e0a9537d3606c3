#include "exchange/encoding.hpp"

#include "base/text.hpp"
#include "base/words.hpp"

#include <fmt/format.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace gridcase {

namespace {

constexpr std::array<base::Word<TextEncoding>, 3> encodings{{
    {TextEncoding::detect, "detect"},
    {TextEncoding::utf8, "utf-8"},
    {TextEncoding::gb18030, "gb18030"},
}};

}  // namespace

std::string_view name(TextEncoding encoding) noexcept { return base::name_in(encodings, encoding); }

std::optional<TextEncoding> text_encoding_from_name(std::string_view name) noexcept {
  return base::value_in(encodings, name);
}

}  // namespace gridcase

namespace gridcase::exchange {

namespace {

constexpr std::size_t block = 64 * 1024;
constexpr std::size_t longest_character = 4;  // bytes, in both encodings
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

// One direction of iconv.
class Conversion {
public:
  Conversion(const char* to, const char* from) : handle_(iconv_open(to, from)) {
    // The documented mark of failure is (iconv_t)-1.
    if (reinterpret_cast<std::intptr_t>(handle_) == -1) {
      throw Error(ErrorCode::unsupported,
                  fmt::format("the system cannot convert {} to {}; install its conversion tables",
                              from, to),
                  "encoding");
    }
  }
  ~Conversion() { iconv_close(handle_); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  enum class End { all, unfinished, wrong };
  // Converts from the start of `text`, appends to `out` and takes what was converted from `text`.
  End convert(std::string_view& text, std::string& out) {
    for (;;) {
      // iconv does not change what it reads; its parameter is not const for historical reasons.
      char* from = const_cast<char*>(text.data());
      std::size_t left = text.size();
      char* to = buffer_.data();
      std::size_t room = buffer_.size();
      const std::size_t result = iconv(handle_, &from, &left, &to, &room);
      const int problem = result == static_cast<std::size_t>(-1) ? errno : 0;
      out.append(buffer_.data(), static_cast<std::size_t>(to - buffer_.data()));
      text.remove_prefix(text.size() - left);
      if (problem == 0) return End::all;
      if (problem == EINVAL) return End::unfinished;
      if (problem != E2BIG) return End::wrong;
    }
  }
  void reset() { iconv(handle_, nullptr, nullptr, nullptr, nullptr); }

private:
  iconv_t handle_;
  std::array<char, 16 * 1024> buffer_{};
};

TextSource::TextSource(std::istream& in, TextEncoding encoding, std::string document, Damage damage)
    : in_(in), encoding_(encoding), document_(std::move(document)), damage_(damage) {
  if (encoding_ == TextEncoding::gb18030)
    conversion_ = std::make_unique<Conversion>("UTF-8", "GB18030");
}

TextSource::~TextSource() = default;

void TextSource::fill() {
  if (ended_) return;
  const std::size_t kept = raw_.size();
  raw_.resize(kept + block);
  in_.read(raw_.data() + kept, static_cast<std::streamsize>(block));
  const auto count = static_cast<std::size_t>(in_.gcount());
  raw_.resize(kept + count);
  if (in_.bad()) throw Error(ErrorCode::io, document_ + " cannot be read to its end");
  ended_ = count < block;
}

// ASCII is the same in both encodings, so the first byte that is something else decides.
void TextSource::settle_encoding() {
  if (!started_ && raw_.compare(0, utf8_mark.size(), utf8_mark) == 0) {
    encoding_ = TextEncoding::utf8;
    return;
  }
  const auto first = std::find_if_not(raw_.begin(), raw_.end(), is_ascii);
  if (first == raw_.end()) return;
  const auto at = static_cast<std::size_t>(first - raw_.begin());
  if (raw_.size() - at < block) fill();
  const std::string_view sample = std::string_view(raw_).substr(at);
  const std::size_t tail = sample.size() - base::valid_utf8_prefix(sample);
  if (tail == 0 || (tail < longest_character && !ended_)) {
    encoding_ = TextEncoding::utf8;
  } else {
    encoding_ = TextEncoding::gb18030;
    damage_ = Damage::thrown;  // what is no GB18030 either may all have been misread
    conversion_ = std::make_unique<Conversion>("UTF-8", "GB18030");
  }
}

std::string TextSource::take_utf8() {
  std::string piece;
  std::string_view rest = raw_;
  for (;;) {
    const std::size_t valid = base::valid_utf8_prefix(rest);
    piece.append(rest.substr(0, valid));
    rest.remove_prefix(valid);
    if (ended_ ? rest.empty() : rest.size() < longest_character) break;
    if (damage_ == Damage::thrown) {
      trouble_ = std::make_unique<Trouble>(
          Trouble{"csv.encoding", "the bytes here are no UTF-8",
                  "save the table as UTF-8, or say which encoding it has (gb18030)"});
      break;
    }
    piece.push_back(damaged);
    rest.remove_prefix(1);
  }
  raw_ = std::string(rest);
  return piece;
}

std::string TextSource::take_gb18030() {
  std::string piece;
  std::string_view rest = raw_;
  for (;;) {
    const auto end = conversion_->convert(rest, piece);
    if (end == Conversion::End::all || (end == Conversion::End::unfinished && !ended_)) break;
    if (damage_ == Damage::thrown) {
      trouble_ = std::make_unique<Trouble>(Trouble{"csv.encoding", "the bytes here are no GB18030",
                                                   "save the table as UTF-8 and name that"});
      break;
    }
    piece.push_back(damaged);
    rest.remove_prefix(1);
    conversion_->reset();
  }
  raw_ = std::string(rest);
  return piece;
}

void TextSource::cut_at_nul(std::string& piece) {
  const std::size_t nul = piece.find('\0');
  if (nul == std::string::npos || damage_ == Damage::marked) return;
  piece.resize(nul);
  trouble_ =
      std::make_unique<Trouble>(Trouble{"csv.nul", "there is a NUL byte here",
                                        "this is no text, or text in UTF-16: save it as UTF-8"});
}

void TextSource::advance(std::string_view piece) {
  for (const char c : piece) {
    if (c == '\r' || c == '\n') {
      if (c == '\r' || !after_cr_) ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++column_;
    }
    after_cr_ = c == '\r';
  }
}

void TextSource::fail(const Trouble& trouble) const {
  throw DocumentError(
      document_, {{Severity::error, trouble.code, fmt::format("line {}, column {}", line_, column_),
                   trouble.message, trouble.fix}});
}

bool TextSource::read(std::string& out) {
  out.clear();
  while (out.empty()) {
    if (trouble_) fail(*trouble_);
    if (ended_ && raw_.empty()) return false;
    fill();
    if (encoding_ == TextEncoding::detect) settle_encoding();
    out = encoding_ == TextEncoding::gb18030 ? take_gb18030() : take_utf8();
    if (!started_ && !out.empty()) {
      started_ = true;
      if (out.compare(0, utf8_mark.size(), utf8_mark) == 0) out.erase(0, utf8_mark.size());
    }
    cut_at_nul(out);
  }
  advance(out);
  return true;
}

TextSink::TextSink(TextEncoding encoding) {
  if (encoding == TextEncoding::detect) {
    throw Error(ErrorCode::invalid_argument,
                "an encoding to write in must be named: utf8 or gb18030", "encoding");
  }
  if (encoding == TextEncoding::gb18030)
    conversion_ = std::make_unique<Conversion>("GB18030", "UTF-8");
}

TextSink::~TextSink() = default;

std::string TextSink::encode(std::string_view text) {
  const std::size_t valid = base::valid_utf8_prefix(text);
  if (valid < text.size()) {
    throw Error(ErrorCode::invalid_argument,
                fmt::format("character {} of the text is no UTF-8",
                            base::length_in_characters(text.substr(0, valid)) + 1));
  }
  if (!conversion_) return std::string(text);
  std::string out;
  std::string_view rest = text;
  conversion_->reset();
  if (conversion_->convert(rest, out) != Conversion::End::all) {
    throw Error(
        ErrorCode::invalid_argument,
        fmt::format("character {} of the text has no place in GB18030; write UTF-8",
                    base::length_in_characters(text.substr(0, text.size() - rest.size())) + 1));
  }
  return out;
}

}  // namespace gridcase::exchange
