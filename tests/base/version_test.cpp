#include <gridcase/version.hpp>

#include <doctest/doctest.h>

#include <string>

TEST_CASE("the linked library has the version of its headers") {
  CHECK(std::string(gridcase::version()) == std::to_string(GRIDCASE_VERSION_MAJOR) + "." +
                                                std::to_string(GRIDCASE_VERSION_MINOR) + "." +
                                                std::to_string(GRIDCASE_VERSION_PATCH));
}
