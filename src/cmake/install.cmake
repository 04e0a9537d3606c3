# Three components: library (with all that is needed to build with it), cli, python.
include(CMakePackageConfigHelpers)

set(gridcase_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/gridcase")

install(TARGETS gridcase EXPORT gridcaseTargets COMPONENT library
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT library
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT library)
install(DIRECTORY include/gridcase DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT library
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")
install(EXPORT gridcaseTargets NAMESPACE gridcase:: DESTINATION "${gridcase_package_dir}"
        COMPONENT library)

# What a vendor reads beside the headers, in the folders it has here, so that links hold.
set(gridcase_doc_dir "${CMAKE_INSTALL_DATADIR}/doc/libgridcase-dev")
install(FILES LICENSE README.md DESTINATION "${gridcase_doc_dir}" COMPONENT library)
install(FILES .github/CHANGELOG.md .github/SECURITY.md DESTINATION "${gridcase_doc_dir}/.github"
        COMPONENT library)
install(DIRECTORY src DESTINATION "${gridcase_doc_dir}" COMPONENT library
        FILES_MATCHING PATTERN "*.md" PATTERN "cmake" EXCLUDE)
foreach(host minimal_host sqlite_host c_host readers node_host java_host python_host web_board)
  install(DIRECTORY examples/${host} DESTINATION "${gridcase_doc_dir}/examples" COMPONENT library
          PATTERN "node_modules" EXCLUDE PATTERN "__pycache__" EXCLUDE PATTERN "CMakeLists.txt" EXCLUDE)
endforeach()
install(FILES examples/jiangshan/organization.json DESTINATION "${gridcase_doc_dir}/examples/jiangshan"
        COMPONENT library)

set(gridcase_pc_cflags "")
if(GRIDCASE_SHARED)
  set(gridcase_config_shared TRUE)
else()
  set(gridcase_config_shared FALSE)
  set(gridcase_pc_cflags " -DGRIDCASE_STATIC")
endif()
if(GRIDCASE_SQLITE_SOURCE)
  set(gridcase_config_sqlite FALSE)
  set(gridcase_pc_requires "libcrypto, expat, fmt")
  set(gridcase_pc_libs "-ldate-tz -lstdc++ -lpthread -ldl -lm")
else()
  set(gridcase_config_sqlite TRUE)
  set(gridcase_pc_requires "libcrypto, expat, fmt, sqlite3")
  set(gridcase_pc_libs "-ldate-tz -lstdc++ -lpthread -lm")
endif()

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/gridcaseConfig.cmake.in"
  "${CMAKE_CURRENT_BINARY_DIR}/gridcaseConfig.cmake"
  INSTALL_DESTINATION "${gridcase_package_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/gridcaseConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/gridcaseConfig.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/gridcaseConfigVersion.cmake"
              "${CMAKE_CURRENT_LIST_DIR}/sqlite_target.cmake"
        DESTINATION "${gridcase_package_dir}" COMPONENT library)

# The way from the .pc file to the prefix, so that an installed tree can be moved.
set(gridcase_pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH gridcase_pc_prefix "/prefix/${gridcase_pc_dir}" "/prefix")
string(REGEX REPLACE "/$" "" gridcase_pc_prefix "${gridcase_pc_prefix}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/gridcase.pc.in"
               "${CMAKE_CURRENT_BINARY_DIR}/gridcase.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/gridcase.pc" DESTINATION "${gridcase_pc_dir}"
        COMPONENT library)

include("${CMAKE_CURRENT_LIST_DIR}/notices.cmake")
