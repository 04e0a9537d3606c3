# Warnings travel as a target of their own, so that no global flag is touched and a host that
# embeds the sources keeps its own choice.
add_library(gridcase_warnings INTERFACE)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(gridcase_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wsign-conversion
    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
    $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
    $<$<BOOL:${GRIDCASE_WERROR}>:-Werror>)
elseif(MSVC)
  target_compile_options(gridcase_warnings INTERFACE /W4 $<$<BOOL:${GRIDCASE_WERROR}>:/WX>)
endif()
