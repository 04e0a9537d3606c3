#pragma once
// What whoever runs the tests may choose: how long random runs are, and where real data lies.

#include <cstdint>
#include <string>

namespace gridcase::test {

// The number in an environment variable, or `otherwise` where it is not set.
std::int64_t number_from(const char* variable, std::int64_t otherwise);

// How many rounds a random test takes: GRIDCASE_RANDOM_SHARE percent of those of every day, one at
// least.
std::uint64_t rounds(std::uint64_t everyday);

// The folder of real data: GRIDCASE_DATA, or what lies beside the project; empty where there is
// none.
std::string data_folder();

}  // namespace gridcase::test
