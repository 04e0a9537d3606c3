#!/usr/bin/env python3
"""What is installed is what tree.txt lists, and nothing of it names this machine.

tree_test.py BUILD COMPONENT ...: components that are built. With --accept as the last word the list is written anew.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LIST = HERE / "tree.txt"
BUILD = pathlib.Path(sys.argv[1]).resolve()
COMPONENTS = [word for word in sys.argv[2:] if word != "--accept"]


def general(path):
    """Without what differs from one system to the next."""
    path = re.sub(r"^lib/[a-z0-9_]+-linux-gnu[a-z0-9]*/", "lib/", path)
    path = re.sub(r"^lib64/", "lib/", path)
    return re.sub(r"gridcaseTargets-\w+\.cmake$", "gridcaseTargets-TYPE.cmake", path)


def installed(component, prefix):
    subprocess.run(["cmake", "--install", str(BUILD), "--prefix", prefix, "--component", component], check=True,
                   stdout=subprocess.DEVNULL)
    for folder, _, names in os.walk(prefix):
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), prefix)


def foreign_paths(prefix, paths):
    """Text files, and the paths a program looks for libraries in, that name the source or the build."""
    found = []
    for path in paths:
        whole = pathlib.Path(prefix) / path
        data = whole.read_bytes()
        if data[:4] == b"\x7fELF":
            text = subprocess.run(["readelf", "-d", str(whole)], capture_output=True, text=True).stdout
            data = "\n".join(line for line in text.splitlines() if "PATH" in line).encode()
        elif data[:8] == b"!<arch>\n":
            continue
        if str(ROOT).encode() in data or str(BUILD).encode() in data or prefix.encode() in data:
            found.append(path)
    return found


def main():
    lines, foreign = [], []
    for component in COMPONENTS:
        with tempfile.TemporaryDirectory() as prefix:
            paths = sorted(installed(component, prefix))
            assert paths, component
            lines += sorted(f"{component} {general(path)}" for path in paths)
            foreign += foreign_paths(prefix, paths)
    if sys.argv[-1] == "--accept":
        LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")
    expected = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line.split()[0] in COMPONENTS]
    more, less = sorted(set(lines) - set(expected)), sorted(set(expected) - set(lines))
    print(*(f"not listed: {line}" for line in more), *(f"not installed: {line}" for line in less),
          *(f"names this machine: {path}" for path in foreign), f"{len(lines)} files", sep="\n")
    return 1 if more or less or foreign else 0


if __name__ == "__main__":
    sys.exit(main())
