"""The catalogue: both languages complete, every key in use, every name of the library in it."""

import glob
import os
import re
import unittest

import program

CLI = os.path.join(program.HERE, "..", "..", "examples", "cli")
INCLUDE = os.path.join(program.HERE, "..", "..", "include", "gridcase")
STRING = r'"((?:[^"\\]|\\.)*)"'


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def entries():
    body = ""
    for name in ("messages.cpp", "help_texts.cpp"):
        text = read(os.path.join(CLI, name))
        body += text[text.index("constexpr Entry entries"):text.index("// clang-format on")]
    found = []
    for key, rest in re.findall(r'\{"([a-z0-9_.]+)",((?:\s*%s,?)+)\}' % STRING.replace("(", "(?:", 1),
                                body):
        strings = re.findall(STRING, rest)
        found.append((key, strings))
    return found


def enumerators(header, name):
    body = re.search(r"enum class %s : \w+(?:::\w+)? \{(.*?)\n?\};" % name, read(
        os.path.join(INCLUDE, header)), re.S).group(1)
    body = re.sub(r"//.*", "", body)
    return [word for word in re.findall(r"\b([a-z][a-z_]*)\b", body) if word not in ("std",)]


class Words(unittest.TestCase):
    def setUp(self):
        self.keys = [key for key, _ in entries()]

    def test_no_key_twice(self):
        self.assertEqual(sorted(self.keys), sorted(set(self.keys)))

    def test_same_gaps_in_both_languages(self):
        gap = re.compile(r"\{\d*\}")
        for key, strings in entries():
            text = "".join(strings)
            self.assertTrue(text, key)
            if len(strings) == 2:
                en, zh = strings
                if key == "fail.usage":
                    continue
                self.assertEqual(len(gap.findall(en)), len(gap.findall(zh)), key)

    def test_keys_in_the_sources_exist(self):
        missing = set()
        prefixes = {key.split(".")[0] for key in self.keys}
        for path in glob.glob(os.path.join(CLI, "*.cpp")):
            if os.path.basename(path).startswith("replay"):
                continue  # has words of its own
            if path.endswith(("messages.cpp", "help_texts.cpp")):
                continue
            source = read(path)
            for key in re.findall(r'"([a-z]+\.[a-z_]+)"', source):
                if key.split(".")[0] in prefixes and key not in self.keys:
                    missing.add(key)
            for code in re.findall(r'Failure\(\s*(?:many \? )?"([a-z_]+)"', source):
                if "fail." + code not in self.keys:
                    missing.add("fail." + code)
            if os.path.basename(path) != "command.cpp":
                for option in re.findall(r'\.(?:option|flag)\(\s*"--([a-z-]+)"', source):
                    key = option.replace("-", "_")
                    if not any(k == "option." + key or re.match(r"option\.\w+\.%s$" % key, k)
                               for k in self.keys):
                        missing.add("option." + key)
                for name in re.findall(r'Command(?: \w+)?\(app, output, "([a-z]+)"', source):
                    if "command." + name not in self.keys:
                        missing.add("command." + name)
        for option in re.findall(r'\{"--([a-z-]+)"', read(os.path.join(CLI, "fields.cpp"))):
            if "option." + option.replace("-", "_") not in self.keys:
                missing.add("option." + option)
        # Names of files of the project look like keys.
        missing = {key for key in missing if not key.endswith((".hpp", ".cpp", ".json"))}
        self.assertEqual(missing - {"play.gridcase", "elapsed.from", "elapsed.to"}, set())

    def test_names_of_the_library(self):
        for group, header, enumeration, leave_out in (
                ("action", "lifecycle.hpp", "ActionKind", ()),
                ("phase", "lifecycle.hpp", "Phase", ()),
                ("stage", "lifecycle.hpp", "Stage", ()),
                ("outcome", "lifecycle.hpp", "Outcome",
                 ("only", "to_village", "to_township", "to_county")),
                ("refusal", "action.hpp", "RefusalCode", ()),
                ("status", "action.hpp", "Status", ()),
                ("error", "error.hpp", "ErrorCode", ()),
                ("role", "case.hpp", "AssignmentRole", ()),
                ("order", "case.hpp", "AssignmentState", ()),
                ("nature", "case.hpp", "Nature", ()),
                ("relation", "case.hpp", "Relation", ()),
                ("mediation", "case.hpp", "Mediation", ("none",)),
                ("mode", "organization.hpp", "OperatingMode", ()),
                ("board", "query.hpp", "BoardKey", ()),
                ("clock", "clock.hpp", "ClockState", ()),
                ("light", "clock.hpp", "Light", ()),
                ("rung", "clock.hpp", "RungKind", ()),
                ("tier", "organization.hpp", "Tier", ())):
            names = enumerators(header, enumeration)
            self.assertTrue(names, enumeration)
            for name in names:
                if name not in leave_out:
                    self.assertIn(group + "." + name, self.keys)
        for name in ("unit", "hold", "reporter", "nobody"):  # Share::Kind
            self.assertIn("share." + name, self.keys)
        for name in enumerators("query.hpp", "Role"):
            if name != "none":
                self.assertIn("role." + name, self.keys)
        for name in enumerators("lifecycle.hpp", "State"):
            if not name.startswith(("village_", "township_", "county_")):
                self.assertIn("state." + name, self.keys)


if __name__ == "__main__":
    unittest.main()
