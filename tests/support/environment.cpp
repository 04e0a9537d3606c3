#include "support/environment.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace gridcase::test {

std::int64_t number_from(const char* variable, std::int64_t otherwise) {
  const char* given = std::getenv(variable);
  if (given == nullptr) return otherwise;
  char* end = nullptr;
  const std::int64_t number = std::strtoll(given, &end, 10);
  if (end == given || *end != '\0') {
    throw std::runtime_error(std::string(variable) + " is not a number: " + given);
  }
  return number;
}

std::uint64_t rounds(std::uint64_t everyday) {
  const auto share = static_cast<std::uint64_t>(number_from("GRIDCASE_RANDOM_SHARE", 100));
  return std::max<std::uint64_t>(1, everyday * share / 100);
}

std::string data_folder() {
  const char* given = std::getenv("GRIDCASE_DATA");
  const std::string folder = given != nullptr ? given : GRIDCASE_TESTS_DIR "/../../shared/data";
  return std::ifstream(folder + "/README.md").good() ? folder : std::string();
}

}  // namespace gridcase::test
