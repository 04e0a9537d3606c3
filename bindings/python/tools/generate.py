#!/usr/bin/env python3
"""generate.py INCLUDE OUT: writes what follows from the public headers.

Into OUT go the C++ descriptions of structs and enumerations and the bindings of every member function
of the engine and the directory; into OUT/package/gridcase the Python classes, with the words of the
headers as documentation. Files that would not change are not touched.
"""

import argparse
import os
import sys

import headers
import python_files
import cpp_files
from names import Names


def write(path: str, text: str) -> None:
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    except FileNotFoundError:
        pass
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("include", help="folder with gridcase/engine.hpp")
    parser.add_argument("out")
    options = parser.parse_args()

    reader = headers.Reader()
    folder = os.path.join(options.include, "gridcase")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".hpp"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                reader.read(name[:-4], file.read())
    known = Names(reader)
    files = {**cpp_files.write(known),
             **{f"package/gridcase/{name}": text
                for name, text in python_files.write(known).items()}}
    for name, text in files.items():
        write(os.path.join(options.out, name), text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
