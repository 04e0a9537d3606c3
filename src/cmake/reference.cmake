# The reference of the public headers as pages: cmake --build build --target gridcase_reference
find_program(GRIDCASE_DOXYGEN doxygen)
mark_as_advanced(GRIDCASE_DOXYGEN)
if(GRIDCASE_DOXYGEN)
  set(GRIDCASE_REFERENCE_DIR "${CMAKE_CURRENT_BINARY_DIR}/reference")
  configure_file("${CMAKE_CURRENT_LIST_DIR}/Doxyfile.in" "${CMAKE_CURRENT_BINARY_DIR}/Doxyfile" @ONLY)
  add_custom_target(gridcase_reference
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${GRIDCASE_REFERENCE_DIR}"
    COMMAND "${GRIDCASE_DOXYGEN}" "${CMAKE_CURRENT_BINARY_DIR}/Doxyfile"
    COMMENT "Writing ${GRIDCASE_REFERENCE_DIR}/html/index.html" VERBATIM)
endif()
