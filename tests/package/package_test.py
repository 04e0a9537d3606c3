#!/usr/bin/env python3
"""The Debian packages: what is in them, and that they work where they are unpacked. Usage: package_test.py BUILD

BUILD holds the packages that cpack made; those for Python are looked at where they were built.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CONSUMER = os.path.join(HERE, "..", "consumers", "find_package")


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, "%s\n%s%s" % (" ".join(command), done.stdout, done.stderr)
    return done.stdout


def field(package, name):
    return run("dpkg-deb", "--field", package, name).strip()


def files(package):
    return [line.split()[-1] for line in run("dpkg-deb", "--contents", package).splitlines() if not line.startswith("d")]


def has(package, *ends):
    inside = files(package)
    for end in ends:
        assert any(path.endswith(end) for path in inside), "%s: no %s in\n%s" % (package, end, "\n".join(inside))
    assert all(path.startswith("./usr/") for path in inside), inside
    return inside


def main():
    packages = {field(path, "Package"): path for path in glob.glob(os.path.join(sys.argv[1], "*.deb"))}
    assert {"libgridcase-dev", "gridcase"} <= set(packages), packages
    library = has(packages["libgridcase-dev"], "/include/gridcase/gridcase.hpp", "/include/gridcase/gridcase.h", "/gridcaseConfig.cmake",
                  "/gridcase.pc", "/doc/libgridcase-dev/LICENSE")
    program = has(packages["gridcase"], "./usr/bin/gridcase", "/doc/gridcase/echarts.LICENSE", "/doc/gridcase/LICENSE")
    assert not set(library) & set(program), "two packages have the same file"
    # What a program is linked with, its package names.
    assert "libc6" in field(packages["gridcase"], "Depends"), field(packages["gridcase"], "Depends")
    assert len({field(path, "Version") for path in packages.values()}) == 1
    if "python3-gridcase" in packages:
        has(packages["python3-gridcase"], "dist-packages/gridcase/__init__.py", ".so")
    with tempfile.TemporaryDirectory() as folder:
        for path in packages.values():
            run("dpkg-deb", "-x", path, folder)
        assert "gridcase" in run(os.path.join(folder, "usr/bin/gridcase"), "--version")
        if "python3-gridcase" in packages:
            python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
            said = run(python, "-c", "import gridcase; print(gridcase.__version__)",
                       env={**os.environ, "PYTHONPATH": os.path.join(folder, "usr/lib/python3/dist-packages")})
            assert said.strip() == field(packages["python3-gridcase"], "Version"), said
        if shutil.which("cmake"):
            build = os.path.join(folder, "consumer")
            run("cmake", "-S", CONSUMER, "-B", build, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_PREFIX_PATH=" + os.path.join(folder, "usr"))
            run("cmake", "--build", build)
            assert "record sound" in run(os.path.join(build, "consumer"), os.path.join(folder, "county.gridcase"))
    print("%d packages: %s" % (len(packages), " ".join(sorted(packages))))


if __name__ == "__main__":
    main()
