#!/bin/sh
# sh examples/dependencies.sh build|tests|benchmarks|python|aarch64
#
# Installs what is missing to build gridcase ("build"), to test it as well ("tests"), to measure it
# ("benchmarks") or to build and run it for aarch64 ("aarch64") on Debian or Ubuntu. Other scripts source
# this file and call gridcase_dependencies, and gridcase_aarch64_root for the libraries of aarch64. With
# GRIDCASE_SKIP_DEPENDENCIES=1 nothing is checked: for systems where the packages come otherwise.

gridcase_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# The newest name under which Boost 1.81 or later is on offer; Debian 12 keeps 1.74 as its default.
gridcase_boost_package() {
  for package in libboost-dev libboost1.81-dev libboost1.83-dev; do
    version=$(LC_ALL=C apt-cache policy "$package" 2>/dev/null | sed -n 's/^ *Candidate: *//p')
    case $version in '' | '(none)') continue ;; esac
    if dpkg --compare-versions "$version" ge 1.81; then
      echo "$package"
      return
    fi
  done
  echo libboost1.81-dev
}

gridcase_libraries="libfmt-dev libsqlite3-dev libssl-dev libexpat1-dev libhowardhinnant-date-dev
  libcli11-dev tzdata"

gridcase_has_boost() {
  version=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' \
    /usr/include/boost/version.hpp /usr/local/include/boost/version.hpp 2>/dev/null | sort -n | tail -n 1)
  [ "${version:-0}" -ge 108100 ]
}

# Prints the missing packages, in one line.
gridcase_missing() {
  # package:program, where the program may have come another way
  tools="g++:g++ cmake:cmake make:make ccache:ccache"
  libraries=$gridcase_libraries
  if [ "$1" = aarch64 ]; then
    tools="$tools g++-aarch64-linux-gnu:aarch64-linux-gnu-g++ qemu-user:qemu-aarch64"
  fi
  if [ "$1" = tests ] || [ "$1" = python ]; then
    tools="$tools python3:python3 sqlite3:sqlite3 libxml2-utils:xmllint abigail-tools:abidiff doxygen:doxygen"
    libraries="$libraries doctest-dev"
  fi
  if [ "$1" = python ]; then  # what the Python package is built with, and checked with
    tools="$tools mypy:mypy"
    libraries="$libraries pybind11-dev python3-dev python3-pandas python3-pip python3-venv"
  fi
  if [ "$1" = benchmarks ]; then libraries="$libraries libbenchmark-dev"; fi
  missing=
  for tool in $tools; do
    command -v "${tool#*:}" >/dev/null 2>&1 || missing="$missing ${tool%%:*}"
  done
  gridcase_has_boost || missing="$missing boost"
  for package in $libraries; do
    gridcase_installed "$package" || missing="$missing $package"
  done
  echo "${missing# }"
}

# The page of a report is looked at in a browser where there is one: its tests are skipped without.
gridcase_wants_browser() {
  [ "$1" = tests ] || return 1
  for program in chromium chromium-browser google-chrome; do
    command -v $program >/dev/null 2>&1 && return 1
  done
  # Only Debian has it as a package; that of Ubuntu brings a snap, which may not run where tests do.
  LC_ALL=C apt-cache policy chromium 2>/dev/null | grep -q '^ *Candidate: *[0-9]'
}

gridcase_dependencies() {
  case ${1:-} in
  build | tests | benchmarks | python | aarch64) ;;
  *)
    echo "usage: dependencies.sh build|tests|benchmarks|python|aarch64" >&2
    return 2
    ;;
  esac
  [ "${GRIDCASE_SKIP_DEPENDENCIES:-0}" = 1 ] && return 0

  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    cat >&2 <<'END'
This is not a Debian or Ubuntu system. gridcase needs: a C++17 compiler, cmake 3.20, make,
Boost headers 1.81, fmt, SQLite 3.37, OpenSSL, expat, iconv, Howard Hinnant's date (with tz), CLI11,
tzdata; its tests also need doctest, python3, and the programs sqlite3, xmllint, abidiff and doxygen; the Python
package needs the headers of python3, pybind11 and, for its tests, mypy, pandas, pip and venv.
Install them and set GRIDCASE_SKIP_DEPENDENCIES=1.
END
    return 1
  fi

  gridcase_needed=$(gridcase_missing "$1")
  gridcase_browser=
  # Nobody is asked for a password for it alone.
  if { [ -n "$gridcase_needed" ] || [ "$(id -u)" -eq 0 ]; } && gridcase_wants_browser "$1"; then
    gridcase_browser=chromium
  fi
  [ -n "$gridcase_needed$gridcase_browser" ] || return 0

  gridcase_sudo=
  if [ "$(id -u)" -ne 0 ]; then
    gridcase_sudo=sudo
    if ! command -v sudo >/dev/null 2>&1; then
      echo "Missing packages: $gridcase_needed ('boost' is Boost 1.81 or later)." >&2
      echo "Install them as root: there is no sudo here." >&2
      return 1
    fi
    [ -t 0 ] || gridcase_sudo="sudo -n"
  fi

  gridcase_started=$(date +%s)
  # A failed update is not final: the lists at hand may do.
  $gridcase_sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null ||
    echo "apt-get update failed; going on with the package lists at hand" >&2
  case " $gridcase_needed " in
  *" boost "*)
    gridcase_needed=$(echo " $gridcase_needed " |
      sed "s/ boost / $(gridcase_boost_package) /; s/^ //; s/ \$//")
    ;;
  esac
  # --no-remove: another Boost that is in use here is not thrown out unasked.
  gridcase_install="$gridcase_sudo env DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends --no-remove"
  if [ -n "$gridcase_needed" ]; then
    echo "installing: $gridcase_needed"
    if ! $gridcase_install $gridcase_needed >/dev/null; then
      echo "Could not install: $gridcase_needed" >&2
      echo "Install them by hand and start again." >&2
      return 1
    fi
  fi
  if [ -n "$gridcase_browser" ]; then
    echo "installing: $gridcase_browser"
    $gridcase_install $gridcase_browser >/dev/null ||
      echo "Could not install $gridcase_browser: the page of a report is not looked at in a browser" >&2
  fi
  echo "installed in $(($(date +%s) - gridcase_started)) s"
}

# gridcase_aarch64_root FOLDER: the libraries of aarch64, unpacked into a folder and installed nowhere, with
# lists of packages of their own: the system keeps its one architecture, and root is not needed. The time
# zones are left to the system, so that both architectures read the same ones.
gridcase_aarch64_root() {
  [ -e "$1/complete" ] && return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "$1 must hold the libraries of aarch64, and an empty file 'complete'" >&2
    return 1
  fi
  rm -rf "$1"
  mkdir -p "$1/apt/lists/partial" "$1/apt/cache/archives/partial" && : >"$1/apt/status" || return 1
  cat >"$1/apt/apt.conf" <<END
APT::Architecture "arm64";
APT::Architectures "arm64";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Debug::NoLocking "1";
Dir::State "$1/apt";
Dir::State::lists "$1/apt/lists";
Dir::State::status "$1/apt/status";
Dir::Cache "$1/apt/cache";
END
  APT_CONFIG=$1/apt/apt.conf apt-get -qq update >/dev/null || echo "apt-get update failed for arm64" >&2
  if ! APT_CONFIG=$1/apt/apt.conf apt-get -qq install -y --download-only --no-install-recommends \
    $gridcase_libraries "$(gridcase_boost_package)" doctest-dev libc6-dev libstdc++6 >/dev/null; then
    echo "The packages of arm64 could not be fetched; does the mirror of this system have them?" >&2
    return 1
  fi
  for package in "$1"/apt/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$1" || return 1
  done
  rm -rf "$1/apt" "$1/usr/share/zoneinfo"
  # Where the two are one folder, packages rely on it; and links are to lead to what is in here.
  [ -e "$1/lib" ] || ln -s usr/lib "$1/lib"
  find "$1" -type l -lname '/*' | while read -r link; do
    ln -sfn "$1$(readlink "$link")" "$link"
  done
  : >"$1/complete"
}

case ${0##*/} in
dependencies.sh)
  set -eu
  gridcase_dependencies "$@"
  ;;
esac
