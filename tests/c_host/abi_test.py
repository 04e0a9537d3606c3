#!/usr/bin/env python3
"""The binary form of gridcase.h is that of src/c_api/abi.xml: a program that was compiled before runs
with the library of today. Needs abidw and abidiff (libabigail). abi_test.py --accept writes the file
anew.

The header alone decides: a library of empty functions is made of its declarations.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASELINE = ROOT / "src/c_api/abi.xml"
HEADER = ROOT / "include/gridcase/gridcase.h"
COMPILER = os.environ.get("CC", "cc")
ADVICE = """
A new function is no change. A struct may grow at its end and an enumeration may get a new last value:
then run this test with --accept. Everything else breaks programs that exist: raise
GRIDCASE_ABI_VERSION, and then run it with --accept."""


def stub(header):
    """Every declared function with an empty body, and one that mentions every enumeration."""
    lines = ["#include <gridcase/gridcase.h>"]
    for result, rest in re.findall(r"^GRIDCASE_API ([^;(]+?)(gridcase_\w+\([^;]*\));", header, re.M):
        back = "" if result.strip() == "void" else "return 0;"
        lines.append(f"{result}{rest} {{ {back} }}")
    assert len(lines) > 15, "the declarations of gridcase.h were not found"
    enums = re.findall(r"^enum (gridcase_\w+) \{", header, re.M)
    assert enums, "the enumerations of gridcase.h were not found"
    parameters = ", ".join(f"enum {name} a{i}" for i, name in enumerate(enums))
    lines += [f"void gridcase_enumerations({parameters});",
              f"void gridcase_enumerations({parameters}) {{ }}"]
    return "\n".join(lines) + "\n"


def describe(header, folder):
    """The file that describes the binary form of a header."""
    include = folder / "include" / "gridcase"
    include.mkdir(parents=True)
    (include / "gridcase.h").write_text(header, encoding="utf-8")
    shutil.copy(HEADER.parent / "export.hpp", include)
    (folder / "stub.c").write_text(stub(header), encoding="utf-8")
    subprocess.run([COMPILER, "-std=c99", "-g", "-O0", "-fPIC", "-shared", "-Iinclude", "-nostdlib",
                    "stub.c", "-o", "stub.so"], cwd=folder, check=True)
    described = folder / "abi.xml"
    subprocess.run(["abidw", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs",
                    "--out-file", str(described), "stub.so"], cwd=folder, check=True)
    return described


def difference(header, folder):
    """What abidiff says against the baseline; empty for none."""
    done = subprocess.run(["abidiff", "--no-added-syms", "--harmless", str(BASELINE),
                           str(describe(header, folder))], capture_output=True, text=True)
    if done.returncode & 3:
        sys.exit("abidiff failed: " + done.stderr)
    return done.stdout if done.returncode else ""


def main():
    if not shutil.which("abidiff") or not shutil.which("abidw"):
        print("libabigail is not installed")
        return 77
    machine = subprocess.run([COMPILER, "-dumpmachine"], capture_output=True, text=True, check=True).stdout
    if not machine.startswith("x86_64"):
        print("the file describes the interface on x86-64; this compiler is for " + machine.strip())
        return 77
    header = HEADER.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if "--accept" in sys.argv:
            shutil.copy(describe(header, folder / "now"), BASELINE)
            return 0
        found = difference(header, folder / "now")
        if found:
            print(found + ADVICE)
            return 1
        # What the test is for: each of these must be noticed.
        broken = {
            "a field in the middle": ("  int32_t durability;", "  int64_t new;\n  int32_t durability;"),
            "a parameter of another type": ("int32_t budget,", "int64_t budget,"),
            "a function that is gone": ("GRIDCASE_API void gridcase_string_free(char* text);", ""),
            "a code with another number": ("GRIDCASE_BUSY = 4", "GRIDCASE_BUSY = 14"),
        }
        for i, (what, (old, new)) in enumerate(broken.items()):
            assert old in header, f"{what}: {old} is no longer in the header"
            if not difference(header.replace(old, new), folder / str(i)):
                print(f"not noticed: {what}")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
