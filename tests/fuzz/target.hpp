#pragma once
// A parser that is fed with anything: one target a file, named after the file. It may throw
// gridcase::Error for what it cannot read; anything else, a crash included, is a defect.
//
//     namespace {
//     void read(std::string_view input) { … }
//     const gridcase::fuzz::Target target("csv", read, {"a,b\n", …});
//     }

#include <gridcase/error.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace gridcase::fuzz {

class Target {
public:
  using Read = void (*)(std::string_view input);

  // Enters itself into the list of all; the seeds are small sound inputs to begin with.
  Target(const char* name, Read read, std::vector<std::string> seeds);

  const char* name() const { return name_; }
  const std::vector<std::string>& seeds() const { return seeds_; }
  // Runs the parser; errors of the library are what is wanted.
  void run(std::string_view input) const;

private:
  const char* name_;
  Read read_;
  std::vector<std::string> seeds_;
};

const std::vector<const Target*>& targets();

// Stops the run when something is not as it must be.
void must(bool truth, const char* what);

}  // namespace gridcase::fuzz
