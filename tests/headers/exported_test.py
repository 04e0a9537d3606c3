#!/usr/bin/env python3
"""What a public header declares and does not define is exported by the shared library: GRIDCASE_API stands before it,
or before the class that it is a member of. (A compiler that inlines may hide that one is missing.)"""

import pathlib
import re
import sys

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / "include" / "gridcase"
# A friend of a struct, or a function of the namespace, that ends without a body.
DECLARED = re.compile(r"^(?:  +friend |(?=[\w:]))(?!using|public|private|namespace|struct|class|enum|constexpr|template|extern|static)"
                      r"[^;{}=]*?\b[\w=]+\([^;{}]*\)(?: noexcept| const)*;", re.M)


def missing(text):
    text = re.sub(r"//[^\n]*|^#.*$", "", text, flags=re.M)
    return [" ".join(hit.group(0).split()) for hit in DECLARED.finditer(text) if "GRIDCASE_API" not in hit.group(0)]


def main():
    planted = "struct A {\n  friend bool operator==(const A& a,\n                         const A& b);\n};\nint f(int a);\n"
    assert len(missing(planted)) == 2, missing(planted)
    assert missing("GRIDCASE_API int f(int a);\nconstexpr int g(int a) { return a; }\n") == []
    found = [f"{path.name}: {line}" for path in sorted(INCLUDE.glob("*.hpp"))
             for line in missing(path.read_text(encoding="utf-8"))]
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
