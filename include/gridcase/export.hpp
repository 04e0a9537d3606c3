/// \file
/// The one macro that marks what the library exports. It works for C and C++.
///
/// GRIDCASE_STATIC is set for users of the static library (CMake and pkg-config do it for you);
/// GRIDCASE_BUILDING is set only while the shared library itself is compiled.

#ifndef GRIDCASE_EXPORT_HPP
#define GRIDCASE_EXPORT_HPP

#if defined(GRIDCASE_STATIC)
// Empty, not "default visibility": a plug-in that embeds the static library must not re-export it.
#define GRIDCASE_API
#elif defined(_WIN32)
#if defined(GRIDCASE_BUILDING)
#define GRIDCASE_API __declspec(dllexport)
#else
#define GRIDCASE_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define GRIDCASE_API __attribute__((visibility("default")))
#else
#define GRIDCASE_API
#endif

#endif  // GRIDCASE_EXPORT_HPP
