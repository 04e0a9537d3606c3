#include "support/cap_messages.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace gridcase;
using namespace gridcase::test;

TEST_CASE("every message is read back as it was written") {
  Dice dice(7);
  for (int round = 0; round < 2000; ++round) {
    const CapAlert alert = random_cap_alert(dice);
    std::ostringstream out;
    write_cap(out, alert);
    const CapReading reading = read_cap(out.str());
    REQUIRE(reading.alert == alert);
    std::ostringstream again;
    write_cap(again, reading.alert);
    REQUIRE(again.str() == out.str());
  }
}

TEST_CASE("a message that was damaged is read or refused, and never anything else") {
  Dice dice(8);
  std::size_t read = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::ostringstream out;
    write_cap(out, round % 2 == 0 ? typhoon_warning() : random_cap_alert(dice));
    std::string text = out.str();
    for (std::size_t left = 1 + dice.below(4); left > 0; --left) {
      const std::size_t at = dice.below(text.size());
      const std::string piece = text.substr(dice.below(text.size()), dice.below(40));
      switch (dice.below(4)) {
      case 0: text[at] = static_cast<char>(dice.below(256)); break;
      case 1: text.erase(at, dice.below(20)); break;
      case 2: text.insert(at, piece); break;
      default: text.resize(at + 1); break;
      }
    }
    try {
      const CapReading reading = read_cap(text);
      ++read;
      std::ostringstream again;
      write_cap(again, reading.alert);  // whatever was read can be written, and read again
      REQUIRE(read_cap(again.str()).alert == reading.alert);
    } catch (const DocumentError& error) {
      REQUIRE_FALSE(error.faults().empty());
      for (const Fault& fault : error.faults())
        REQUIRE_FALSE(fault.message.empty());
      ++refused;
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::invalid_argument);
      ++refused;
    }
  }
  CHECK(read > 50);
  CHECK(refused > 100);
}
