# Tests of a build for another processor run in CMAKE_CROSSCOMPILING_EMULATOR, if one is named.

# gridcase_runnable(<variable> <target>): the path by which scripts start a program. A program for another
# processor gets a script that becomes the emulator with the program in it.
function(gridcase_runnable variable target)
  if(NOT CMAKE_CROSSCOMPILING_EMULATOR)
    set(${variable} "$<TARGET_FILE:${target}>" PARENT_SCOPE)
    return()
  endif()
  list(JOIN CMAKE_CROSSCOMPILING_EMULATOR "' '" words)
  set(script "${PROJECT_BINARY_DIR}/emulated/${target}")
  file(GENERATE OUTPUT "${script}"
    CONTENT "#!/bin/sh\nexec '${words}' '$<TARGET_FILE:${target}>' \"$@\"\n"
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                     WORLD_READ WORLD_EXECUTE)
  set(${variable} "${script}" PARENT_SCOPE)
endfunction()

# gridcase_allow_for_emulator(): the tests of this folder get the time an emulator needs for them. Stands
# at the end of each folder, since CMake before 3.28 lets nobody else change the tests of a folder.
function(gridcase_allow_for_emulator)
  if(NOT CMAKE_CROSSCOMPILING_EMULATOR)
    return()
  endif()
  get_property(tests DIRECTORY PROPERTY TESTS)
  foreach(test IN LISTS tests)
    get_test_property(${test} TIMEOUT seconds)
    if(seconds)
      math(EXPR seconds "10 * ${seconds}")
      set_tests_properties(${test} PROPERTIES TIMEOUT ${seconds})
    endif()
  endforeach()
endfunction()
