#!/usr/bin/env python3
"""What gridcase is made with is what its notices and its bill of materials say.

notices_test.py BUILD_FOLDER [PROGRAM ...]: programs and libraries that were built.
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv[1])
BUILT = sys.argv[2:]
COMPONENTS = json.loads((ROOT / "src/components.json").read_text(encoding="utf-8"))["components"]
# Of the language and of the system.
SYSTEM = re.compile(r"[a-z_0-9]+|(assert|ctype|errno|fcntl|inttypes|limits|math|signal|stdarg|stddef|stdint|stdio|"
                    r"stdlib|string|time|unistd)\.h|sys/[a-z]+\.h|Python\.h|structmember\.h")


def included():
    """Every header that is not the project's own, and where."""
    found = {}
    for folder in ("src", "include", "bindings", "examples", "tests", "benchmarks"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix not in (".cpp", ".hpp", ".c", ".h"):
                continue
            for name in re.findall(r"^\s*#\s*include <([^>]+)>", path.read_text(encoding="utf-8"), re.M):
                if not name.startswith("gridcase/") and not SYSTEM.fullmatch(name):
                    found.setdefault(name, set()).add(folder)
    return found


def owner_of(header):
    for component in COMPONENTS:
        for prefix in component.get("includes", []):
            if header == prefix or (prefix.endswith("/") and header.startswith(prefix)):
                return component["name"]
    return None


class Notices(unittest.TestCase):
    def test_every_foreign_header_belongs_to_a_component(self):
        headers = included()
        self.assertGreater(len(headers), 20)
        self.assertEqual([], [f"{name} in {sorted(places)}" for name, places in sorted(headers.items())
                              if owner_of(name) is None])

    def test_every_component_with_headers_is_used(self):
        used = {owner_of(name) for name in included()}
        self.assertEqual([], [one["name"] for one in COMPONENTS if one.get("includes") and one["name"] not in used])

    def test_what_the_library_itself_includes_is_said_to_be_used_by_it(self):
        users = {one["name"]: set(one["used_by"]) for one in COMPONENTS}
        for name, places in included().items():
            if "src" in places:
                self.assertIn("library", users[owner_of(name)], name)

    def test_every_licence_in_the_source_is_of_a_component_and_there(self):
        listed = {file for one in COMPONENTS for file in one.get("files", [])}
        present = {str(path.relative_to(ROOT)) for folder in ("examples", "src", "bindings", "tests")
                   for path in (ROOT / folder).rglob("*LICENSE*")}
        self.assertEqual(set(), present - listed)
        for file in listed:
            self.assertTrue((ROOT / file).is_file(), file)

    def test_what_was_built_needs_only_libraries_of_components(self):
        names = [name for one in COMPONENTS for name in one.get("sonames", [])]
        for program in BUILT:
            text = subprocess.run(["readelf", "-d", program], check=True, capture_output=True, text=True).stdout
            needed = re.findall(r"\(NEEDED\).*\[(.*)\]", text)
            self.assertTrue(needed, program)
            self.assertEqual([], [one for one in needed if not one.startswith("libgridcase") and
                                  not any(one.startswith(name) for name in names)], program)

    def test_the_bill_of_materials_is_spdx_and_names_every_component(self):
        bill = json.loads((BUILD / "gridcase.spdx.json").read_text(encoding="utf-8"))
        self.assertEqual(("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"),
                         (bill["spdxVersion"], bill["dataLicense"], bill["SPDXID"]))
        for key in ("name", "documentNamespace"):
            self.assertTrue(bill[key])
        self.assertRegex(bill["creationInfo"]["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertTrue(bill["creationInfo"]["creators"])
        ids = [one["SPDXID"] for one in bill["packages"]]
        self.assertEqual(len(ids), len(set(ids)))
        for one in bill["packages"]:
            self.assertRegex(one["SPDXID"], r"^SPDXRef-[A-Za-z0-9.-]+$")
            for key in ("name", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText", "versionInfo"):
                self.assertTrue(one[key], (one["name"], key))
        self.assertEqual({"gridcase"} | {one["name"] for one in COMPONENTS}, {one["name"] for one in bill["packages"]})
        for relation in bill["relationships"]:
            for end in (relation["spdxElementId"], relation["relatedSpdxElement"]):
                self.assertIn(end, ids + ["SPDXRef-DOCUMENT"])

    def test_versions_that_were_found_are_in_it(self):
        bill = json.loads((BUILD / "gridcase.spdx.json").read_text(encoding="utf-8"))
        versions = {one["name"]: one["versionInfo"] for one in bill["packages"]}
        for name in ("SQLite", "Boost", "fmt", "OpenSSL", "Expat"):
            self.assertRegex(versions[name], r"^\d+\.\d+", name)

    def test_the_notices_name_every_component_with_its_licence(self):
        text = (BUILD / "THIRD_PARTY_NOTICES").read_text(encoding="utf-8")
        for one in COMPONENTS:
            self.assertIn(f"\n{one['name']}: {one['licence']}\n", text)

    def test_the_change_log_begins_with_the_version_of_the_library(self):
        header = (ROOT / "include/gridcase/version.hpp").read_text(encoding="utf-8")
        version = ".".join(re.search(rf"VERSION_{part} (\d+)", header).group(1) for part in ("MAJOR", "MINOR", "PATCH"))
        log = (ROOT / ".github/CHANGELOG.md").read_text(encoding="utf-8")
        self.assertEqual(version, re.search(r"^## ([\d.]+)", log, re.M).group(1))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
