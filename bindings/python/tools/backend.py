"""Builds a wheel with cmake and nothing but the standard library, so that pip needs no index."""

import base64
import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", ".."))


def version():
    header = os.path.join(ROOT, "include", "gridcase", "version.hpp")
    try:
        with open(header, encoding="utf-8") as file:
            found = re.findall(r"#define GRIDCASE_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", file.read())
    except OSError as error:
        raise SystemExit(f"gridcase is built from its whole source tree: {error}") from error
    return ".".join(found)


def metadata():
    return (f"Metadata-Version: 2.1\nName: gridcase\nVersion: {version()}\n"
            "Summary: Embeddable engine for the case workflow of grid-based local governance\n"
            "License: Apache-2.0\nRequires-Python: >=3.9\n")


def tag():
    abi = f"cp{sys.version_info.major}{sys.version_info.minor}"
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return f"{abi}-{abi}-{platform}"


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-4000:]}")


def built(build):
    """The folder `gridcase` of the package."""
    run("cmake", "-S", ROOT, "-B", build, "-DCMAKE_BUILD_TYPE=Release", "-DGRIDCASE_BUILD_PYTHON=ON",
        "-DGRIDCASE_BUILD_TESTS=OFF", "-DGRIDCASE_BUILD_CLI=OFF", "-DGRIDCASE_BUILD_EXAMPLES=OFF",
        "-DGRIDCASE_SHARED=OFF", f"-DPython3_EXECUTABLE={sys.executable}")
    run("cmake", "--build", build, "-j", os.environ.get("GRIDCASE_JOBS", str(os.cpu_count() or 1)),
        "--target", "gridcase_python_package")
    return os.path.join(build, "bindings", "python", "package", "gridcase")


def contents(package):
    for name in sorted(os.listdir(package)):
        if name.endswith((".py", ".pyi", ".so", ".typed")):
            with open(os.path.join(package, name), "rb") as file:
                yield f"gridcase/{name}", file.read()
    info = f"gridcase-{version()}.dist-info"
    yield f"{info}/METADATA", metadata().encode()
    yield f"{info}/WHEEL", (f"Wheel-Version: 1.0\nGenerator: gridcase\nRoot-Is-Purelib: false\n"
                            f"Tag: {tag()}\n").encode()


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    # Without it pip would build a wheel only to read this, and then another.
    name = f"gridcase-{version()}.dist-info"
    os.makedirs(os.path.join(metadata_directory, name))
    with open(os.path.join(metadata_directory, name, "METADATA"), "w", encoding="utf-8") as file:
        file.write(metadata())
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    # GRIDCASE_WHEEL_BUILD keeps the build for the next time.
    kept = os.environ.get("GRIDCASE_WHEEL_BUILD")
    with tempfile.TemporaryDirectory() as fresh:
        files = list(contents(built(kept or fresh)))
    record = ""
    name = f"gridcase-{version()}-{tag()}.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files:
            wheel.writestr(path, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record += f"{path},sha256={digest},{len(data)}\n"
        path = f"gridcase-{version()}.dist-info/RECORD"
        wheel.writestr(path, f"{record}{path},,\n")
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise SystemExit("gridcase has no source package of its own: build from the source tree")
