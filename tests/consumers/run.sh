#!/bin/sh
# sh tests/consumers/run.sh find_package|add_subdirectory|fetch_content [static|shared]
#
# Builds and runs one sample project that uses the library the way a host would.
# GRIDCASE_LIBRARY_BUILD names a finished build directory to install from (find_package only).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
name=${1:-}
kind=${2:-static}
jobs=${GRIDCASE_JOBS:-2}

if [ ! -f "$here/$name/CMakeLists.txt" ] || [ -z "$name" ]; then
  echo "usage: sh tests/consumers/run.sh find_package|add_subdirectory|fetch_content [static|shared]" >&2
  exit 2
fi
case $kind in
static) shared=OFF ;;
shared) shared=ON ;;
*)
  echo "second argument: static or shared" >&2
  exit 2
  ;;
esac

work=$(mktemp -d "${TMPDIR:-/tmp}/gridcase-consumer.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# The flags of tests/run.sh, so that ccache has the objects already; a shared library has no such
# objects, and without optimisation nothing that it should export is hidden by being inlined.
level=-O1
[ $kind = static ] || level=-O0
set -- -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_CXX_FLAGS_DEBUG=$level"
if command -v ccache >/dev/null 2>&1; then
  set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache
fi

build_consumer() {
  cmake -S "$here/$name" -B "$work/consumer" "$@" >"$work/log" 2>&1 || fail
  cmake --build "$work/consumer" -j "$jobs" >"$work/log" 2>&1 || fail
  rm -f "$work"/county.gridcase*
  output=$("$work/consumer/consumer" "$work/county.gridcase") || { echo "$name ($kind): the program failed" >&2; exit 1; }
  case $output in
  *gridcase\ [0-9]*) ;;
  *)
    echo "$name ($kind): unexpected output: $output" >&2
    exit 1
    ;;
  esac
}

fail() {
  cat "$work/log" >&2
  echo "$name ($kind): failed" >&2
  exit 1
}

if [ "$name" != find_package ]; then
  build_consumer "$@" "-DGRIDCASE_SOURCE_DIR=$root" -DGRIDCASE_SHARED=$shared -DGRIDCASE_WERROR=ON
  echo "$name ($kind): $output"
  exit 0
fi

library=${GRIDCASE_LIBRARY_BUILD:-}
if [ -z "$library" ]; then
  library=$work/library
  cmake -S "$root" -B "$library" "$@" -DGRIDCASE_SHARED=$shared -DGRIDCASE_WERROR=ON \
    -DGRIDCASE_BUILD_TESTS=OFF -DGRIDCASE_BUILD_CLI=OFF -DGRIDCASE_BUILD_EXAMPLES=OFF \
    >"$work/log" 2>&1 || fail
  cmake --build "$library" -j "$jobs" >"$work/log" 2>&1 || fail
fi
cmake --install "$library" --prefix "$work/installed" >"$work/log" 2>&1 || fail

# A package that knows where it was built breaks on every other machine.
find "$work/installed" \( -name '*.cmake' -o -name '*.pc' \) >"$work/package"
if [ "$(wc -l <"$work/package")" -lt 5 ]; then
  echo "package files are missing from the installation" >&2
  exit 1
fi
while read -r file; do
  for path in "$root" "$library" "$work" "$(cd "$library" && pwd)"; do
    if grep -nF "$path" "$file"; then
      echo "$file contains a path of the build machine" >&2
      exit 1
    fi
  done
done <"$work/package"

mv "$work/installed" "$work/moved"
build_consumer "$@" "-DCMAKE_PREFIX_PATH=$work/moved"
echo "$name ($kind): $output"
cmake -S "$here/find_package_c" -B "$work/consumer_c" -DCMAKE_BUILD_TYPE=Debug \
  "-DCMAKE_PREFIX_PATH=$work/moved" >"$work/log" 2>&1 || fail
cmake --build "$work/consumer_c" >"$work/log" 2>&1 || fail
"$work/consumer_c/consumer_c" "$work/county_c.gridcase"

if command -v pkg-config >/dev/null 2>&1; then
  PKG_CONFIG_PATH=$(dirname "$(find "$work/moved" -name gridcase.pc)")
  export PKG_CONFIG_PATH
  option=--static
  [ $kind = static ] || option=
  # Word splitting is wanted: the answer is a list of options.
  ${CXX:-c++} -std=c++17 "$here/main.cpp" -o "$work/by_pkg_config" \
    $(pkg-config $option --cflags --libs gridcase) >"$work/log" 2>&1 || fail
  output=$(LD_LIBRARY_PATH=$(pkg-config --variable=libdir gridcase) "$work/by_pkg_config" "$work/by_pkg_config.gridcase")
  echo "pkg-config ($kind): $output"
  ${CC:-cc} -std=c99 "$here/main.c" -o "$work/c_by_pkg_config" \
    $(pkg-config $option --cflags --libs gridcase) >"$work/log" 2>&1 || fail
  LD_LIBRARY_PATH=$(pkg-config --variable=libdir gridcase) "$work/c_by_pkg_config" "$work/c_by_pkg_config.gridcase"
fi
