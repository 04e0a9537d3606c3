"""The tables of width.cpp against the character database of Python."""

import os
import re
import unicodedata
import unittest

import program

SOURCE = os.path.join(program.HERE, "..", "..", "examples", "cli", "width.cpp")


def table(text, name):
    body = re.search(r"Range %s\[\] = \{(.*?)\n\};" % name, text, re.S).group(1)
    return [(int(a, 16), int(b, 16)) for a, b in re.findall(r"\{0x(\w+), 0x(\w+)\}", body)]


def members(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


class WidthTable(unittest.TestCase):
    def setUp(self):
        with open(SOURCE, encoding="utf-8") as file:
            text = file.read()
        self.tables = {name: table(text, name) for name in ("wide", "no_advance")}

    def test_sorted_and_apart(self):
        for ranges in self.tables.values():
            ends = [bound for pair in ranges for bound in pair]
            self.assertEqual(ends, sorted(ends))
            for (_, last), (first, _) in zip(ranges, ranges[1:]):
                self.assertLess(last, first)

    def test_every_character_of_unicode_13(self):
        # Later versions of Unicode only add characters; 13 is in every Python that is around.
        wide, still = members(self.tables["wide"]), members(self.tables["no_advance"])
        wrong = []
        for c in range(0x110000):
            category = unicodedata.category(chr(c))
            if category in ("Cn", "Cs", "Co"):
                continue
            no_advance = category in ("Mn", "Me", "Cf") and c != 0xAD
            is_wide = unicodedata.east_asian_width(chr(c)) in "WF" and not no_advance
            newer = unicodedata.unidata_version > "14.1" and c > 0x2FFF
            if not newer and ((c in wide) != is_wide or (c in still) != no_advance):
                wrong.append(hex(c))
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
