# Everything that is linked together must be instrumented alike, hence one target for all.
add_library(gridcase_sanitize INTERFACE)
if(GRIDCASE_SANITIZE)
  target_compile_options(gridcase_sanitize INTERFACE
    -fsanitize=${GRIDCASE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gridcase_sanitize INTERFACE -fsanitize=${GRIDCASE_SANITIZE})
endif()
