add_library(gridcase_sanitize INTERFACE)
# For tests: they are linked with the sanitizer's runtime, and instrumented only where all that runs
# must be. What is looked for is in the library; the tests' own checks take most of the time, and
# compiled as they are every day they come out of the compiler's cache.
add_library(gridcase_sanitize_tests INTERFACE)
if(GRIDCASE_SANITIZE)
  target_compile_options(gridcase_sanitize INTERFACE
    -fsanitize=${GRIDCASE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1
    -Wno-error) # instrumented, GCC warns of what is not so
  target_link_options(gridcase_sanitize INTERFACE -fsanitize=${GRIDCASE_SANITIZE})
  if(GRIDCASE_SANITIZE MATCHES "thread|memory")
    target_link_libraries(gridcase_sanitize_tests INTERFACE gridcase_sanitize)
  else()
    target_link_options(gridcase_sanitize_tests INTERFACE -fsanitize=${GRIDCASE_SANITIZE})
  endif()
endif()
