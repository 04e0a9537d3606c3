# cmake -DCMAKE_TOOLCHAIN_FILE=src/cmake/aarch64.cmake -DGRIDCASE_AARCH64_ROOT=<folder>
# Builds for aarch64 with the cross compiler of Debian, against the libraries in the folder, which
# gridcase_aarch64_root of examples/dependencies.sh makes; what is built runs under qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

# A project that only tries the compiler reads this file as well, and needs the folder, too.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES GRIDCASE_AARCH64_ROOT)
if(NOT EXISTS "${GRIDCASE_AARCH64_ROOT}/usr/include")
  message(FATAL_ERROR "GRIDCASE_AARCH64_ROOT: no libraries of aarch64 in '${GRIDCASE_AARCH64_ROOT}'")
endif()
set(CMAKE_SYSROOT "${GRIDCASE_AARCH64_ROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# The libraries are found in the folder, the rest in the system.
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L "${GRIDCASE_AARCH64_ROOT}")
