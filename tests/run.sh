#!/bin/sh
# sh tests/run.sh              what everyone runs before a change goes in (minutes)
# sh tests/run.sh --list       the long runs
# sh tests/run.sh --long NAME  one of them
#
# Builds under build/ of the tree; GRIDCASE_JOBS sets how many compilers run at once.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
self=$root/tests/run.sh
jobs=${GRIDCASE_JOBS:-$(nproc 2>/dev/null || echo 2)}
. "$root/examples/dependencies.sh"

timings=

# part NAME COMMAND...: runs it and keeps its time for the summary
part() {
  part_name=$1
  shift
  echo "== $part_name"
  part_started=$(date +%s)
  part_status=0
  "$@" || part_status=$?
  timings="$timings$(printf '%6s s  %s' $(($(date +%s) - part_started)) "$part_name")
"
  if [ $part_status -ne 0 ]; then
    printf '%s' "$timings"
    echo "FAILED: $part_name" >&2
    exit 1
  fi
}

# build DIRECTORY [cmake options]: everything, or $build_target; -O1 and assertions; no debug information, which doubles the time
build() {
  build_dir=$root/build/$1
  shift
  cmake -S "$root" -B "$build_dir" -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1 \
    "$@" >"$root/build/configure.log" 2>&1 || { cat "$root/build/configure.log"; return 1; }
  cmake --build "$build_dir" -j "$jobs" ${build_target:+--target "$build_target"}
}

ctest_prefix=
run_tests() {
  (cd "$root/build/$1" && $ctest_prefix ctest --output-on-failure --no-tests=error -j "$jobs")
}

consumer() {
  sh "$root/tests/consumers/run.sh" "$@"
}

# fewer_rounds: of what tests draw at random, for runs that are about memory or another processor
fewer_rounds() {
  # The everyday run compares five and ten times as many.
  GRIDCASE_CLOCK_CASES=${GRIDCASE_CLOCK_CASES:-10000}
  GRIDCASE_PERMISSION_TRIPLES=${GRIDCASE_PERMISSION_TRIPLES:-2000}
  GRIDCASE_RANDOM_ACTIONS=${GRIDCASE_RANDOM_ACTIONS:-20000}
  GRIDCASE_FAULT_STRIDE=${GRIDCASE_FAULT_STRIDE:-5}
  GRIDCASE_RANDOM_SHARE=${GRIDCASE_RANDOM_SHARE:-20}
  GRIDCASE_RANDOM_RUNS=${GRIDCASE_RANDOM_RUNS:-3}
  export GRIDCASE_CLOCK_CASES GRIDCASE_PERMISSION_TRIPLES GRIDCASE_RANDOM_ACTIONS \
    GRIDCASE_FAULT_STRIDE GRIDCASE_RANDOM_SHARE GRIDCASE_RANDOM_RUNS
}

# Long runs: a function long_<name>, its purpose after the brace; - in the name is _ here.

long_asan() { # address and undefined behaviour sanitizers; GRIDCASE_SANITIZE_CLI=OFF: the library only
  part "build (asan)" build asan -DGRIDCASE_WERROR=ON \
    -DGRIDCASE_SANITIZE="${GRIDCASE_SANITIZERS:-address,undefined}" \
    -DGRIDCASE_BUILD_CLI="${GRIDCASE_SANITIZE_CLI:-ON}"
  UBSAN_OPTIONS=print_stacktrace=1
  export UBSAN_OPTIONS
  fewer_rounds
  part "tests (asan)" run_tests asan
}

long_tsan() { # thread sanitizer
  part "build (tsan)" build tsan -DGRIDCASE_SANITIZE=thread -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1"
  TSAN_OPTIONS="halt_on_error=1 second_deadlock_stack=1"
  export TSAN_OPTIONS
  # GCC before 14 cannot place its shadow memory when addresses are randomised further than this.
  if [ "$(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 28)" -gt 28 ]; then
    ctest_prefix="setarch $(uname -m) -R"
  fi
  part "tests (tsan)" run_tests tsan
}

long_shared() { # shared library: what it exports, and the tests of the public interface through it
  part "build (shared)" build shared -DGRIDCASE_SHARED=ON -DGRIDCASE_WERROR=ON
  part "tests (shared)" run_tests shared
  GRIDCASE_LIBRARY_BUILD=$root/build/shared
  export GRIDCASE_LIBRARY_BUILD
  part "consumer find_package (shared)" consumer find_package shared
}

fetch_sqlite() {
  # An npm package that ships the amalgamation; the sources are never committed here.
  if [ ! -f "$root/build/sqlite/sqlite3.c" ]; then
    fetch_dir=$(mktemp -d "${TMPDIR:-/tmp}/gridcase-sqlite.XXXXXX")
    (
      cd "$fetch_dir" && npm pack --silent better-sqlite3@12.11.1 &&
        tar -xzf better-sqlite3-*.tgz package/deps/sqlite3
    ) || { rm -rf "$fetch_dir"; return 1; }
    mkdir -p "$root/build/sqlite"
    # sqlite3.c comes last: its presence says that the fetch is complete.
    mv "$fetch_dir/package/deps/sqlite3/sqlite3.h" "$root/build/sqlite/" &&
      mv "$fetch_dir/package/deps/sqlite3/sqlite3.c" "$root/build/sqlite/" || return 1
    rm -rf "$fetch_dir"
  fi
}

long_sqlite_source() { # a fixed SQLite built in from its amalgamation (needs npm)
  part "fetch SQLite" fetch_sqlite
  part "build (sqlite-source)" build sqlite-source -DGRIDCASE_WERROR=ON \
    -DGRIDCASE_SQLITE_SOURCE="$root/build/sqlite"
  part "tests (sqlite-source)" run_tests sqlite-source
}

long_clocks() { # ten million random clocks against a walk minute by minute
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLOCK_CASES=${GRIDCASE_CLOCK_CASES:-10000000}
  GRIDCASE_SEED=${GRIDCASE_SEED:-$(date +%s)}
  export GRIDCASE_CLOCK_CASES GRIDCASE_SEED
  part "clocks" "$root/build/release/tests/gridcase_tests" --source-file='*clock_oracle_test*'
}

long_permissions() { # a million random rule sets, actors and queries against a look at every case
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_PERMISSION_TRIPLES=${GRIDCASE_PERMISSION_TRIPLES:-1000000}
  GRIDCASE_SEED=${GRIDCASE_SEED:-$(date +%s)}
  export GRIDCASE_PERMISSION_TRIPLES GRIDCASE_SEED
  part "permissions" "$root/build/release/tests/gridcase_tests" \
    --source-file='*property/permission_test*'
}

long_event_logs() { # event logs of 20,000 requests in three forms: counts, time and size
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLI=$root/build/release/examples/gridcase
  GRIDCASE_EVENT_LOG_ROWS=${GRIDCASE_EVENT_LOG_ROWS:-20000}
  export GRIDCASE_CLI GRIDCASE_EVENT_LOG_ROWS
  part "event logs" python3 "$root/tests/cli/export_log_test.py" -v \
    ExportLog.test_requests_of_boston
}

long_exchange() { # 20,000 requests of a city from files to stores to files, compared; time and size
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLI=$root/build/release/examples/gridcase
  GRIDCASE_CITY_ROWS=${GRIDCASE_CITY_ROWS:-20000}
  export GRIDCASE_CLI GRIDCASE_CITY_ROWS
  part "exchange" python3 "$root/tests/exchange/city_test.py" -v
}

long_year() { # a year of 246,534 calls and 44,550 cases comes in, and every total agrees
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLI=$root/build/release/examples/gridcase
  GRIDCASE_YEAR_SHARE=${GRIDCASE_YEAR_SHARE:-1}
  export GRIDCASE_CLI GRIDCASE_YEAR_SHARE
  part "year" python3 "$root/tests/cli/year_test.py" -v
}

long_measures() { # figures of 20,000 requests of a city, recounted from the table in Python
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLI=$root/build/release/examples/gridcase
  GRIDCASE_MEASURE_ROWS=${GRIDCASE_MEASURE_ROWS:-20000}
  export GRIDCASE_CLI GRIDCASE_MEASURE_ROWS
  part "measures" python3 "$root/tests/replay/measures_test.py" -v
}

fetch_readers() {
  # Readers of others from npm; none of them is committed here, and none may run a script of its own.
  readers=$root/build/foreign
  mkdir -p "$readers"
  cp "$root/tests/exchange/foreign/package.json" "$readers/" &&
    (cd "$readers" && npm install --silent --ignore-scripts --no-audit --no-fund)
}

long_foreign() { # what goes out, read by packages of others (needs node and npm)
  command -v npm >/dev/null || { echo "no npm" >&2; exit 1; }
  part "fetch readers" fetch_readers
  part "build (release)" build release -DCMAKE_BUILD_TYPE=Release
  GRIDCASE_CLI=$root/build/release/examples/gridcase
  GRIDCASE_FOREIGN=$root/build/foreign
  export GRIDCASE_CLI GRIDCASE_FOREIGN
  part "foreign" python3 "$root/tests/exchange/foreign/foreign_test.py" -v
}

fuzz_one() {
  # Finds stay in the folder of the target; the corpus grows from run to run.
  mkdir -p "$root/build/fuzz/finds/$1"
  (cd "$root/build/fuzz/finds/$1" && "$root/build/fuzz/tests/fuzz/fuzz_$1" -max_len=4096 \
    -max_total_time="${GRIDCASE_FUZZ_SECONDS:-600}" -print_final_stats=1 -verbosity=0 \
    "$root/build/fuzz/corpus/$1")
}

long_fuzz() { # every parser with libFuzzer, ten minutes each, GRIDCASE_FUZZ_SECONDS (needs clang++)
  fuzz_compiler=$(command -v clang++ || command -v clang++-14) || { echo "no clang++" >&2; exit 1; }
  build_target=gridcase_fuzz
  part "build (fuzz)" build fuzz -DGRIDCASE_FUZZ=ON -DCMAKE_CXX_COMPILER="$fuzz_compiler" \
    -DGRIDCASE_SANITIZE=fuzzer-no-link,address,undefined -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" \
    -DGRIDCASE_BUILD_CLI=OFF -DGRIDCASE_BUILD_EXAMPLES=OFF
  part "seeds" "$root/build/fuzz/tests/fuzz/gridcase_fuzz_everyday" --seeds "$root/build/fuzz/corpus"
  for fuzz_source in "$root"/tests/fuzz/*_fuzz.cpp; do
    fuzz_name=$(basename "$fuzz_source" _fuzz.cpp)
    part "fuzz $fuzz_name" fuzz_one "$fuzz_name"
  done
}

long_benchmarks() { # deadlines, a million due at once, searches, an outbox, figures of a million
  part "dependencies (benchmarks)" gridcase_dependencies benchmarks
  part "build (benchmarks)" build benchmarks -DCMAKE_BUILD_TYPE=Release \
    -DGRIDCASE_BUILD_BENCHMARKS=ON -DGRIDCASE_BUILD_TESTS=OFF
  programs=$root/build/benchmarks/benchmarks
  part "deadlines" "$programs/bench_deadline_benchmark"
  part "drain" "$programs/bench_drain_benchmark" "${GRIDCASE_CASES:-1000000}"
  part "search" "$programs/bench_search_benchmark" "${GRIDCASE_CASES:-1000000}"
  part "outbox" "$programs/bench_outbox_benchmark" "${GRIDCASE_EVENTS:-1000000}"
  part "figures" "$programs/bench_measure_benchmark" "${GRIDCASE_CASES:-1000000}" 100
}

build_aarch64() {
  part "dependencies (aarch64)" gridcase_dependencies aarch64
  part "libraries (aarch64)" gridcase_aarch64_root "$root/build/aarch64-root"
  part "build (aarch64)" build aarch64 -DCMAKE_CXX_FLAGS_DEBUG=-O2 -DGRIDCASE_WERROR=ON \
    -DCMAKE_TOOLCHAIN_FILE="$root/src/cmake/aarch64.cmake" \
    -DGRIDCASE_AARCH64_ROOT="$root/build/aarch64-root"
}

long_aarch64() { # the tests built for aarch64 and run in an emulator
  build_aarch64
  fewer_rounds
  part "tests (aarch64)" run_tests aarch64
}

# bytes_of DIRECTORY: all that the command line of that build prints and writes
bytes_of() {
  GRIDCASE_CLI="${bytes_emulator:+$bytes_emulator }$root/build/$1/examples/gridcase"
  export GRIDCASE_CLI
  # One build makes the stores, all read them.
  [ -d "$root/build/bytes/stores" ] ||
    part "stores" python3 "$root/tests/bytes/outputs.py" stores "$root/build/bytes/stores"
  part "outputs ($1)" python3 "$root/tests/bytes/outputs.py" run "$root/build/bytes/stores" \
    "$root/build/bytes/$1"
}

long_bytes() { # g++ and clang, -O0 and -O2, and aarch64 give the same bytes (needs clang++)
  bytes_clang=$(command -v clang++ || command -v clang++-14) || { echo "no clang++" >&2; exit 1; }
  build_target=gridcase-cli
  rm -rf "$root/build/bytes"
  for bytes_level in O0 O2; do
    part "build (g++ -$bytes_level)" build "g++-$bytes_level" -DCMAKE_CXX_FLAGS_DEBUG=-$bytes_level
    bytes_of "g++-$bytes_level"
    part "build (clang++ -$bytes_level)" build "clang++-$bytes_level" \
      -DCMAKE_CXX_COMPILER="$bytes_clang" -DCMAKE_CXX_FLAGS_DEBUG=-$bytes_level
    bytes_of "clang++-$bytes_level"
  done
  build_aarch64
  bytes_emulator="qemu-aarch64 -L $root/build/aarch64-root"
  bytes_of aarch64
  cd "$root/build/bytes"
  part "comparison" python3 "$root/tests/bytes/outputs.py" compare \
    g++-O0 g++-O2 clang++-O0 clang++-O2 aarch64
}

run_python_tests() {
  (cd "$root/build/python" && ctest --output-on-failure --no-tests=error -R '^python/')
}

# Optimised, since it is about time.
run_python_benchmark() {
  build_target=gridcase_python_pair
  build python-release -DCMAKE_BUILD_TYPE=Release -DGRIDCASE_BUILD_PYTHON=ON -DGRIDCASE_BUILD_TESTS=OFF \
    -DGRIDCASE_BUILD_CLI=OFF -DGRIDCASE_BUILD_EXAMPLES=OFF || return 1
  build_target=
  (cd "$root/build/python-release" && PYTHONPATH=bindings/python/package \
    /usr/bin/python3 "$root/benchmarks/python_benchmark.py" bindings/python/python_pair)
}

long_python_benchmark() { # Python beside a C++ program that does the same, and what an import costs
  part "dependencies (python)" gridcase_dependencies python
  part "benchmark (python)" run_python_benchmark
}

# As bindings/python/README.md says.
run_pip() {
  (cd "$root" && rm -rf build/python/env && python3 -m venv build/python/env &&
    build/python/env/bin/pip install --no-index ./bindings/python &&
    build/python/env/bin/python -c 'import gridcase; print(gridcase.__version__)')
}

long_python() { # the Python package: its tests, and a wheel made without an index
  part "dependencies (python)" gridcase_dependencies python
  part "build (python)" build python -DGRIDCASE_WERROR=ON -DGRIDCASE_BUILD_PYTHON=ON
  part "tests (python)" run_python_tests
  part "pip install" run_pip
}

run_cpack() {
  (cd "$root/build/package" && rm -f ./*.deb && cpack >cpack.log 2>&1) ||
    { cat "$root/build/package/cpack.log"; return 1; }
}

long_package() { # the Debian packages: made, looked into, unpacked elsewhere and used
  part "dependencies (python)" gridcase_dependencies python
  part "build (package)" build package -DCMAKE_BUILD_TYPE=Release -DGRIDCASE_BUILD_PYTHON=ON \
    -DGRIDCASE_BUILD_TESTS=OFF -DGRIDCASE_BUILD_EXAMPLES=OFF
  part "cpack" run_cpack
  part "packages" python3 "$root/tests/package/package_test.py" "$root/build/package"
}

everyday() {
  part "build" build tests -DGRIDCASE_WERROR=ON
  part "tests" run_tests tests
  GRIDCASE_LIBRARY_BUILD=$root/build/tests
  export GRIDCASE_LIBRARY_BUILD
  part "consumer find_package (static)" consumer find_package static
}

long_runs() {
  sed -n 's/^long_\([a-z0-9_]*\)() { *# *\(.*\)$/\1 \2/p' "$self"
}

case ${1:-} in
'') action=everyday ;;
--list)
  long_runs | while read -r name purpose; do
    printf '%-15s %s\n' "$(echo "$name" | tr _ -)" "$purpose"
  done
  exit 0
  ;;
--long)
  action=$(echo "${2:-}" | tr - _)
  if ! long_runs | cut -d' ' -f1 | grep -qx "$action"; then
    echo "no long run '${2:-}'; see --list" >&2
    exit 2
  fi
  action=long_$action
  ;;
*)
  echo "usage: sh tests/run.sh [--list | --long NAME]" >&2
  exit 2
  ;;
esac

mkdir -p "$root/build"
part "dependencies" gridcase_dependencies tests
$action
printf '%s' "$timings"
echo "passed"
