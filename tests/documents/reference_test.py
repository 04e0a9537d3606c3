#!/usr/bin/env python3
"""The reference of the public headers comes out of doxygen without a warning: every type, function and macro
has words of its own. What needs none: fields and values whose names say it, the words for an enumeration
(`name`, `…_from_name`), operators, and what only moves. Skipped where there is no doxygen."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEEDS_NONE = re.compile(r"\((variable|enumvalue|enumeration|typedef|friend)\) of|Member (name|\w+_from_name|operator[^(]*)\(")


def warnings(headers, folder):
    text = (ROOT / "src/cmake/Doxyfile.in").read_text(encoding="utf-8")
    for name, value in (("PROJECT_SOURCE_DIR", str(headers)), ("PROJECT_VERSION", "0"), ("GRIDCASE_REFERENCE_DIR", folder)):
        text = text.replace(f"@{name}@", value)
    text += "\nWARN_AS_ERROR = NO\nEXTRACT_ALL = NO\nWARN_IF_UNDOCUMENTED = YES\n"
    (pathlib.Path(folder) / "Doxyfile").write_text(text, encoding="utf-8")
    done = subprocess.run(["doxygen", "Doxyfile"], cwd=folder, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    found = [line for line in done.stderr.splitlines() if "warning:" in line or "error:" in line]
    return [line for line in found if not ("is not documented" in line and NEEDS_NONE.search(line))]


def main():
    if shutil.which("doxygen") is None:
        print("skipped: there is no doxygen")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        found = warnings(ROOT, folder)
    # A header with faults, so that the test can fail.
    with tempfile.TemporaryDirectory() as folder:
        bad = pathlib.Path(folder) / "tree"
        (bad / "include/gridcase").mkdir(parents=True)
        (bad / "include/gridcase/bad.hpp").write_text(
            "#pragma once\n/// \\file\n/// A file.\n/// Words.\nnamespace gridcase {\n"
            "struct Silent {\n  int number;\n};\n/// \\param nothing is there\nint told(int);\n}\n", encoding="utf-8")
        planted = warnings(bad, folder)
    assert any("Silent" in line for line in planted) and any("nothing" in line for line in planted), planted
    print("\n".join(found) or "no warning")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
