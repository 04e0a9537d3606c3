# CMake 4.3 renames SQLite::SQLite3 to SQLite3::SQLite3. The library links to this name instead,
# in its own build and from the installed package, so that either CMake may be on either side.
if(NOT TARGET gridcase::sqlite3)
  add_library(gridcase::sqlite3 INTERFACE IMPORTED)
  if(TARGET SQLite3::SQLite3)
    target_link_libraries(gridcase::sqlite3 INTERFACE SQLite3::SQLite3)
  else()
    target_link_libraries(gridcase::sqlite3 INTERFACE SQLite::SQLite3)
  endif()
endif()
