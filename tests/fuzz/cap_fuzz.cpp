// Any bytes as a warning: read, or refused; what was read can be written and is read again the
// same.
#include <gridcase/cap.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

using namespace gridcase;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  CapReading reading;
  try {
    reading = read_cap(std::string_view(reinterpret_cast<const char*>(data), size));
  } catch (const DocumentError& error) {
    if (error.faults().empty()) std::abort();
    return 0;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_argument) std::abort();
    return 0;
  }
  std::ostringstream out;
  write_cap(out, reading.alert);
  if (!(read_cap(out.str()).alert == reading.alert)) std::abort();
  return 0;
}
