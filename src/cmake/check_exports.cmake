# cmake -DLIBRARY=<file> -DNM=<nm> -P check_exports.cmake
# The shared library exports gridcase only, and imports nothing that prints or ends the process.
function(read_symbols result)
  execute_process(COMMAND "${NM}" -D -C ${ARGN} "${LIBRARY}" OUTPUT_VARIABLE text
                  RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "nm failed on ${LIBRARY}")
  endif()
  string(REPLACE ";" "," text "${text}")
  string(REPLACE "[" "(" text "${text}") # an open bracket would glue list items together
  string(REPLACE "]" ")" text "${text}")
  string(REGEX REPLACE "\n+" ";" text "${text}")
  list(FILTER text EXCLUDE REGEX "^$")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

read_symbols(exported --defined-only)
set(prefix "^[0-9a-f]+ . ")
set(kinds "typeinfo for |typeinfo name for |vtable for |VTT for |(non-)?virtual thunk to ")
set(foreign "${exported}")
list(FILTER foreign EXCLUDE REGEX "${prefix}(gridcase_|(${kinds})?gridcase::)")
list(LENGTH exported count)
if(count EQUAL 0)
  message(FATAL_ERROR "no exported symbol found in ${LIBRARY}")
endif()
if(foreign)
  list(JOIN foreign "\n  " foreign)
  message(FATAL_ERROR "foreign symbols exported:\n  ${foreign}")
endif()

read_symbols(imported --undefined-only)
list(FILTER imported INCLUDE REGEX
     " U (abort|exit|_exit|quick_exit|puts|printf|putchar|std::cout|std::cerr)(@.*)?$")
if(imported)
  list(JOIN imported "\n  " imported)
  message(FATAL_ERROR "the library must not print or end the process:\n  ${imported}")
endif()
message(STATUS "${count} exported symbols, all of gridcase")
