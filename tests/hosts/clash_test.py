#!/usr/bin/env python3
"""A host that has another Boost, fmt or SQLite: here functions that stop the process, and which it exports.
The shared library keeps to its own. Those of Boost, and of an SQLite that is built in, have the same names; fmt
has its version in every name, so that another one has others. Usage: clash_test.py LIBRARY COMPILER INCLUDE"""

import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARY, COMPILER, INCLUDE = sys.argv[1:4]
FOREIGN = re.compile(r"^(_ZNK?5boost|_ZNK?S?t?3fmt2v|sqlite3_)")


def own_symbols():
    """Functions of others that the library has inside."""
    text = subprocess.run(["nm", "--defined-only", LIBRARY], check=True, capture_output=True, text=True).stdout
    found = set()
    for line in text.splitlines():
        _, kind, name = line.split(maxsplit=2)
        if kind in "tTwW" and FOREIGN.match(name) and "@" not in name:
            found.add(re.sub(r"3fmt2v\d", "3fmt2v8", name))
    assert any("boost4json" in name for name in found) and any("3fmt2v8" in name for name in found)
    return sorted(found)


def main():
    names = own_symbols()
    exported = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], check=True, capture_output=True, text=True).stdout
    assert not [line for line in exported.splitlines() if FOREIGN.match(line.split()[-1])], exported
    with tempfile.TemporaryDirectory() as folder:
        poison = os.path.join(folder, "poison.s")
        with open(poison, "w", encoding="utf-8") as file:
            for name in names:
                file.write(f".globl \"{name}\"\n.type \"{name}\", %function\n\"{name}\": .long 0\n")
            file.write('.section .note.GNU-stack,"",%progbits\n')
        host = os.path.join(folder, "host")
        subprocess.run([COMPILER, "-std=c99", f"-I{INCLUDE}", os.path.join(HERE, "assess.c"), poison, "-rdynamic", "-o", host,
                        f"-L{os.path.dirname(LIBRARY)}", "-lgridcase", f"-Wl,-rpath,{os.path.dirname(LIBRARY)}"], check=True)
        seen = subprocess.run(["nm", "-D", "--defined-only", host], check=True, capture_output=True, text=True).stdout
        assert all(name in seen for name in names[:50]), "the host does not export its own"
        done = subprocess.run([host, os.path.join(folder, "county.gridcase")], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, (done.returncode, done.stdout, done.stderr)
    print(f"{len(names)} functions of the same names in the host: {done.stdout.strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
