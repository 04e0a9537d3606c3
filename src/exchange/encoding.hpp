#pragma once
// Text of other encodings to UTF-8 and back, piece by piece.

#include <gridcase/csv.hpp>

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace gridcase::exchange {

class Conversion;

// Stands for a byte that is no character in text that is read with `Damage::marked`.
constexpr char damaged = '\xFF';

enum class Damage { thrown, marked };

// Reads a stream and gives its text as valid UTF-8 without NUL. What is wrong is thrown when
// everything before it has been given. With `marked`, `damaged` stands in its place and NULs are
// given, unless the encoding is a guess.
class TextSource {
public:
  TextSource(std::istream& in, TextEncoding encoding, std::string document,
             Damage damage = Damage::thrown);
  ~TextSource();
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;

  // Puts the next piece into `out`; false at the end. Pieces end between two characters.
  bool read(std::string& out);

private:
  struct Trouble {
    const char* code;
    std::string message;
    std::string fix;
  };

  void fill();
  void settle_encoding();
  std::string take_utf8();
  std::string take_gb18030();
  void cut_at_nul(std::string& piece);
  void advance(std::string_view piece);
  [[noreturn]] void fail(const Trouble& trouble) const;

  std::istream& in_;
  TextEncoding encoding_;
  std::string document_;
  Damage damage_;
  std::unique_ptr<Conversion> conversion_;
  std::string raw_;  // read, not yet given
  bool ended_ = false;
  bool started_ = false;
  std::unique_ptr<Trouble> trouble_;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  bool after_cr_ = false;
};

// UTF-8 to another encoding.
class TextSink {
public:
  explicit TextSink(TextEncoding encoding);
  ~TextSink();
  TextSink(const TextSink&) = delete;
  TextSink& operator=(const TextSink&) = delete;

  // Throws Error invalid_argument for what is no UTF-8 or has no place in the encoding.
  std::string encode(std::string_view text);

private:
  std::unique_ptr<Conversion> conversion_;
};

}  // namespace gridcase::exchange
