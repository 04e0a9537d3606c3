/// \file
/// The version of gridcase: what was compiled against (macros) and what is linked (`version()`).
///
/// These three numbers are the only place where the version is written down; the build, the
/// package files and the shared library's name are derived from them.
///
/// What a version promises:
///
/// | | before 1.0 | from 1.0 on |
/// | --- | --- | --- |
/// | a program in C++ compiles | with every later patch of its minor version | with every later minor version |
/// | a program that was linked to the shared library runs | likewise, with the same compiler and standard library; its SONAME has the minor version | with every later minor version |
/// | a program in C, or one that loads the library, runs | as long as `GRIDCASE_ABI_VERSION` is the same; structs and functions are only added | the same |
/// | a store opens | in every later version: an older schema is brought forward; in no earlier one | the same |
/// | JSON that was taken is taken | with every later version, and means the same; new keys are added | the same |
/// | codes of errors, refusals, log lines, counters | never change their meaning, are never used again | the same |
///
/// What is to go is marked `[[deprecated]]` with what takes its place, is listed in the change log,
/// and stays for two minor versions at least, and for a year.

#ifndef GRIDCASE_VERSION_HPP
#define GRIDCASE_VERSION_HPP

#include <gridcase/export.hpp>

/// Changes with what programs must be changed for.
#define GRIDCASE_VERSION_MAJOR 0
/// Changes with what is new, before 1.0 also with what programs must be changed for.
#define GRIDCASE_VERSION_MINOR 1
/// Changes with what was mended.
#define GRIDCASE_VERSION_PATCH 0

namespace gridcase {

/// Version of the library that is linked, as "major.minor.patch".
///
/// Compare it with the macros above to notice a header and a library that do not belong together.
/// The text lives as long as the library is loaded. May be called from any thread.
GRIDCASE_API const char* version() noexcept;

}  // namespace gridcase

#endif  // GRIDCASE_VERSION_HPP
