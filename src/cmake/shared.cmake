# Before 1.0 every minor version is an ABI of its own.
set(gridcase_soversion ${PROJECT_VERSION_MAJOR})
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(gridcase_soversion 0.${PROJECT_VERSION_MINOR})
endif()
set_target_properties(gridcase PROPERTIES VERSION ${PROJECT_VERSION}
                                          SOVERSION ${gridcase_soversion})

# Hidden visibility is not enough: Boost forces default visibility on its exception types.
if(UNIX AND NOT APPLE)
  set(gridcase_map "${CMAKE_CURRENT_LIST_DIR}/gridcase.map")
  target_link_options(gridcase PRIVATE "LINKER:--version-script=${gridcase_map}"
                                       "LINKER:--exclude-libs,ALL")
  set_property(TARGET gridcase APPEND PROPERTY LINK_DEPENDS "${gridcase_map}")
  if(NOT GRIDCASE_SANITIZE) # a sanitizer's runtime is resolved only in the program
    target_link_options(gridcase PRIVATE "LINKER:-z,defs")
  endif()
endif()
