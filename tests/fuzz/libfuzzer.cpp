// What libFuzzer calls, for the one target that is linked.
#include "fuzz/target.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gridcase::fuzz::targets().front()->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
