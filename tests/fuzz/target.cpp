#include "fuzz/target.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace gridcase::fuzz {

namespace {

std::vector<const Target*>& list() {
  static std::vector<const Target*> all;
  return all;
}

}  // namespace

Target::Target(const char* name, Read read, std::vector<std::string> seeds)
    : name_(name), read_(read), seeds_(std::move(seeds)) {
  list().push_back(this);
}

void Target::run(std::string_view input) const {
  try {
    read_(input);
  } catch (const Error&) {
    // What cannot be read is refused.
  }
}

const std::vector<const Target*>& targets() { return list(); }

void must(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "must be: %s\n", what);
  std::abort();
}

}  // namespace gridcase::fuzz
