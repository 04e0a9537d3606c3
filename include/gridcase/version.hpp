/// \file
/// The version of gridcase: what was compiled against (macros) and what is linked (`version()`).
///
/// These three numbers are the only place where the version is written down; the build, the
/// package files and the shared library's name are derived from them. Before 1.0 a change of the
/// minor number may change the interface.

#ifndef GRIDCASE_VERSION_HPP
#define GRIDCASE_VERSION_HPP

#include <gridcase/export.hpp>

#define GRIDCASE_VERSION_MAJOR 0
#define GRIDCASE_VERSION_MINOR 1
#define GRIDCASE_VERSION_PATCH 0

namespace gridcase {

/// Version of the library that is linked, as "major.minor.patch".
///
/// Compare it with the macros above to notice a header and a library that do not belong together.
/// The text lives as long as the library is loaded. May be called from any thread.
GRIDCASE_API const char* version() noexcept;

}  // namespace gridcase

#endif  // GRIDCASE_VERSION_HPP
