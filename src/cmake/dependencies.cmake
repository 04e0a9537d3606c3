# Finds what the library is made with. Nothing of it appears in a public header.
#   gridcase_dependencies    what a source file of the library (or an internal test) needs
#   gridcase_link_libraries  what the finished library is linked to
#   gridcase_sqlite_objects  the built-in SQLite, if asked for
# A target that the host has already defined is used as it is.

if(NOT TARGET Threads::Threads)
  find_package(Threads REQUIRED)
endif()
if(NOT TARGET OpenSSL::Crypto)
  find_package(OpenSSL REQUIRED COMPONENTS Crypto)
endif()
if(NOT TARGET EXPAT::EXPAT)
  find_package(EXPAT REQUIRED)
endif()
if(NOT TARGET Iconv::Iconv)
  find_package(Iconv REQUIRED)
endif()
if(NOT TARGET date::date-tz)
  find_package(date CONFIG REQUIRED)
endif()
if(NOT TARGET fmt::fmt) # compiled: in every source file anew it would double the time of a build
  find_package(fmt CONFIG REQUIRED)
endif()
if(NOT TARGET Boost::headers)
  find_package(Boost 1.81 REQUIRED)
endif()

set(gridcase_link_libraries
    OpenSSL::Crypto EXPAT::EXPAT Iconv::Iconv date::date-tz fmt::fmt Threads::Threads)
set(gridcase_sqlite_objects)
add_library(gridcase_dependencies INTERFACE)

if(GRIDCASE_SQLITE_SOURCE)
  get_filename_component(gridcase_sqlite_dir "${GRIDCASE_SQLITE_SOURCE}" ABSOLUTE
                         BASE_DIR "${CMAKE_SOURCE_DIR}")
  if(NOT EXISTS "${gridcase_sqlite_dir}/sqlite3.c" OR NOT EXISTS "${gridcase_sqlite_dir}/sqlite3.h")
    message(FATAL_ERROR "GRIDCASE_SQLITE_SOURCE: no sqlite3.c and sqlite3.h in ${gridcase_sqlite_dir}")
  endif()
  file(STRINGS "${gridcase_sqlite_dir}/sqlite3.h" gridcase_sqlite_version
       REGEX "^#define SQLITE_VERSION +\"")
  string(REGEX REPLACE ".*\"(.*)\".*" "\\1" gridcase_sqlite_version "${gridcase_sqlite_version}")
  if(gridcase_sqlite_version VERSION_LESS 3.37)
    message(FATAL_ERROR "gridcase needs SQLite 3.37, found ${gridcase_sqlite_version}")
  endif()
  message(STATUS "gridcase: building in SQLite ${gridcase_sqlite_version}")
  add_library(gridcase_sqlite OBJECT "${gridcase_sqlite_dir}/sqlite3.c")
  target_compile_definitions(gridcase_sqlite PRIVATE
    SQLITE_THREADSAFE=1 SQLITE_ENABLE_FTS5 SQLITE_ENABLE_RTREE SQLITE_DQS=0
    $<$<C_COMPILER_ID:GNU,Clang,AppleClang>:SQLITE_API=__attribute__\(\(visibility\("hidden"\)\)\)>)
  set_target_properties(gridcase_sqlite PROPERTIES
    C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(gridcase_sqlite PRIVATE gridcase_sanitize)
  target_include_directories(gridcase_dependencies SYSTEM INTERFACE "${gridcase_sqlite_dir}")
  target_compile_definitions(gridcase_dependencies INTERFACE GRIDCASE_OWN_SQLITE)
  set(gridcase_sqlite_objects $<TARGET_OBJECTS:gridcase_sqlite>)
  list(APPEND gridcase_link_libraries ${CMAKE_DL_LIBS})
  if(UNIX)
    list(APPEND gridcase_link_libraries m)
  endif()
else()
  if(NOT TARGET SQLite::SQLite3 AND NOT TARGET SQLite3::SQLite3)
    find_package(SQLite3 3.37 REQUIRED)
  endif()
  include("${CMAKE_CURRENT_LIST_DIR}/sqlite_target.cmake")
  list(APPEND gridcase_link_libraries gridcase::sqlite3)
endif()

target_link_libraries(gridcase_dependencies
                      INTERFACE ${gridcase_link_libraries} Boost::headers)
