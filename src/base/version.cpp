#include <gridcase/version.hpp>

// Two steps: the argument must be expanded before it is turned into text.
#define GRIDCASE_TEXT_OF(x) #x
#define GRIDCASE_TEXT(x) GRIDCASE_TEXT_OF(x)

namespace gridcase {

const char* version() noexcept {
  return GRIDCASE_TEXT(GRIDCASE_VERSION_MAJOR) "." GRIDCASE_TEXT(
      GRIDCASE_VERSION_MINOR) "." GRIDCASE_TEXT(GRIDCASE_VERSION_PATCH);
}

}  // namespace gridcase
