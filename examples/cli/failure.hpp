#pragma once
// What a command ends with when it cannot do its work.

#include "messages.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace gridcase {
struct Fault;
}

namespace gridcase::cli {

// Exit codes, documented in --help and README.md.
enum Exit : int {
  exit_ok = 0,
  exit_refused = 1,   // the answer is no: refused, expectation failed, findings
  exit_usage = 2,     // bad usage or a bad document
  exit_store = 3,     // the store cannot be used: io, busy, corrupt
  exit_internal = 4,  // a bug
};

// What is wrong where the value itself says it best, such as the name of a file.
struct Subject {
  std::string field;  // such as "--case"; empty if it has no name
  std::string value;  // as given
};

// Bad usage: which field, what is wrong with it and what to do, found under "fail.<code>" and
// "fix.<code>" of the catalogue.
class Failure : public std::exception {
public:
  Failure(std::string code, std::string field, std::vector<std::string> arguments = {},
          Exit exit = exit_usage);
  Failure(std::string code, Subject subject, std::vector<std::string> arguments = {},
          Exit exit = exit_usage);

  const char* what() const noexcept override { return code_.c_str(); }
  Exit exit() const noexcept { return exit_; }
  const std::string& code() const noexcept { return code_; }
  const std::string& field() const noexcept { return subject_.field; }
  const std::string& value() const noexcept { return subject_.value; }
  std::string message(Language language) const;
  std::string fix(Language language) const;

private:
  std::string code_;
  Subject subject_;
  std::vector<std::string> arguments_;
  Exit exit_;
};

struct Output;

// Prints the exception being handled, as one line for people or one JSON document on the error
// stream, and returns the exit code it stands for. Call it in a catch block.
int report_failure(const Output& output);

// The store that is open from now on: what its contents fail with later is said to be its damage.
void name_store(const std::string& file);

// One finding about a document, in one line.
std::string fault_line(const Output& output, const Fault& fault);

}  // namespace gridcase::cli
