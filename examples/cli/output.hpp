#pragma once
// Where a command writes, and in which form.

#include "messages.hpp"
#include "text.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gridcase::cli {

struct Output {
  Language language = Language::en;
  bool json = false;      // for machines: one JSON document, or JSON Lines
  bool colour = false;    // standard output is a terminal and NO_COLOR is not set
  bool progress = false;  // the error stream is a terminal
  int exit_code = 0;      // what the command that ran came to

  std::string_view text(std::string_view key) const { return cli::text(language, key); }
  template <typename... Arguments>
  std::string say(std::string_view key, const Arguments&... arguments) const {
    return cli::say(language, key, arguments...);
  }
  std::string word(std::string_view group, std::string_view name) const {
    return cli::word(language, group, name);
  }
  std::string paint(Style style, std::string_view words) const {
    return cli::paint(colour, style, words);
  }
};

// Looks at the terminal and the environment.
void look_around(Output& output);

// To standard output. Throws Failure when it cannot be written, such as on a full disk.
void print(std::string_view text);
void print_line(std::string_view line);
// Makes sure that everything printed has arrived.
void finish_output();
// To the error stream.
void print_error_line(std::string_view line);

// Tells people who wait that something is going on: after two seconds, one line on the error
// stream that is wiped at the end. Silent when the error stream is no terminal.
class Progress {
public:
  Progress(const Output& output, std::string_view what_key);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::int64_t count = 1) noexcept;

private:
  struct Shared;
  std::unique_ptr<Shared> shared_;  // empty when silent
};

}  // namespace gridcase::cli
