#!/usr/bin/env python3
"""What the library exports for C is what symbols.txt lists and gridcase.h declares.

GRIDCASE_LIBRARY is the shared library; without one only list and header are compared.
"""

import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = os.environ.get("GRIDCASE_LIBRARY", "")


def listed():
    return (ROOT / "src/c_api/symbols.txt").read_text(encoding="utf-8").split()


def declared():
    header = (ROOT / "include/gridcase/gridcase.h").read_text(encoding="utf-8")
    return re.findall(r"^GRIDCASE_API [^;(]*?\b(gridcase_\w+)\(", header, re.M)


class Symbols(unittest.TestCase):
    def test_the_list_is_sorted_and_names_each_once(self):
        self.assertEqual(sorted(set(listed())), listed())
        self.assertGreater(len(listed()), 15)

    def test_the_header_declares_what_is_listed(self):
        self.assertEqual(listed(), sorted(declared()))

    def test_every_function_that_can_fail_is_called_wrongly(self):
        header = (ROOT / "include/gridcase/gridcase.h").read_text(encoding="utf-8")
        can_fail = re.findall(r"^GRIDCASE_API int32_t (gridcase_\w+)\([^;]*gridcase_error\*\* error\);", header, re.M)
        tried = set(re.findall(r"TRY\((gridcase_\w+),", (ROOT / "tests/c_host/wrong_calls_test.c").read_text("utf-8")))
        self.assertGreater(len(can_fail), 15)
        self.assertEqual(set(), set(can_fail) - tried)

    @unittest.skipUnless(LIBRARY, "no shared library was built")
    def test_the_shared_library_exports_what_is_listed(self):
        text = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], check=True,
                              capture_output=True, text=True).stdout
        exported = [line.split()[-1].split("@")[0] for line in text.splitlines()]
        self.assertEqual(listed(), sorted(one for one in exported if one.startswith("gridcase_")))


if __name__ == "__main__":
    unittest.main()
