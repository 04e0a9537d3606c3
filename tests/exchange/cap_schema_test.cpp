// What is written, judged by others: a table of the standard written in Python, and the schema of
// OASIS, schemas/cap12.xsd in the folder GRIDCASE_DATA, where it is there.

#include "support/cap_messages.hpp"
#include "support/environment.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace gridcase;
using namespace gridcase::test;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t count = 150;

// A folder of its own with many messages; gone with it.
class Messages {
public:
  Messages() {
    std::string pattern = (fs::temp_directory_path() / "gridcase-cap-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    Dice dice(20180711);
    for (std::size_t i = 0; i < count; ++i) {
      std::ofstream file(folder_ / (std::to_string(i) + ".cap"), std::ios::binary);
      write_cap(file, i == 0 ? typhoon_warning() : random_cap_alert(dice));
    }
  }
  ~Messages() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  std::string all() const { return "'" + folder_.string() + "'/*.cap"; }

private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("messages have the structure of the standard") {
  const Messages messages;
  const std::string checker = std::string(GRIDCASE_TESTS_DIR) + "/exchange/cap_structure.py";
  CHECK(std::system(("python3 '" + checker + "' " + messages.all()).c_str()) == 0);
}

TEST_CASE("messages are valid by the schema of the standard") {
  const std::string schema = data_folder() + "/schemas/cap12.xsd";
  if (!fs::exists(schema) || std::system("xmllint --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: needs xmllint, and schemas/cap12.xsd in the folder GRIDCASE_DATA");
    return;
  }
  const Messages messages;
  const std::string command = "xmllint --noout --nonet --schema '" + schema + "' " +
                              messages.all() + " 2>&1 | grep -v ' validates$'";
  CHECK(std::system(command.c_str()) != 0);  // nothing is left
}
