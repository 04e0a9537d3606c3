"""The package as a whole: nothing of the engine is missing, defaults agree, types check, help helps."""

import dataclasses
import enum
import inspect
import os
import pydoc
import re
import subprocess
import sys
import tempfile
import unittest

import gridcase
from gridcase import _gridcase, types

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
MYPY = os.environ.get("GRIDCASE_MYPY", "mypy")


def member_functions(header, name):
    """Public member functions of a class as they stand in a header, read in the plainest way."""
    with open(os.path.join(ROOT, "include", "gridcase", header), encoding="utf-8") as file:
        text = re.sub(r"//.*", "", file.read())
    inside = text[text.index(f"class GRIDCASE_API {name} {{"):]
    inside = inside[:inside.index("private:")]
    inside = re.sub(r"struct \w+ \{.*?\};", "", inside, flags=re.S)
    found = []
    for line in inside[inside.index("public:") + 7:].split(";"):
        match = re.match(r"\s*[\w:<>,\s*&]*?[\s*&](\w+)\(", line)
        if match and name not in (match.group(1), match.group(1).strip("~")) and \
                "operator" not in line and "~" not in line:
            found.append(match.group(1))
    return found


class Whole(unittest.TestCase):
    def test_the_version_is_that_of_the_library(self):
        with open(os.path.join(ROOT, "include", "gridcase", "version.hpp"), encoding="utf-8") as file:
            numbers = re.findall(r"#define GRIDCASE_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", file.read())
        self.assertEqual(gridcase.__version__, ".".join(numbers))

    def test_everything_the_engine_offers_has_a_method(self):
        names = member_functions("engine.hpp", "Engine")
        self.assertGreater(len(names), 55)
        renamed = {"duplicates": "duplicates_of", "facts_behind": "facts_behind_score"}
        # No connection of Python's can be shared with the engine.
        names = [one for one in names if one not in ("attach", "create_in", "host_committed", "host_rolled_back")]
        for name in names:
            called = name if names.count(name) == 1 else renamed[name]
            for one in {name, called}:
                if one in ("open", "create"):
                    self.assertTrue(callable(getattr(gridcase, one)))
                    continue
                self.assertTrue(callable(getattr(gridcase.Engine, one, None)), f"no Engine.{one}")
                self.assertTrue(hasattr(_gridcase.Engine, one), one)
                self.assertTrue(getattr(gridcase.Engine, one).__doc__, one)

    def test_everything_the_directory_offers_has_a_method(self):
        for name in member_functions("organization.hpp", "Directory"):
            self.assertTrue(callable(getattr(gridcase.Directory, name, None)), name)

    def test_defaults_are_those_of_the_library(self):
        # A document written with defaults only says what the library has for them.
        told = gridcase.read_policy('{"name": "x", "organization": {"code": "330881", "name": "x", '
                                    '"time_zone": "Asia/Shanghai"}}')
        made = gridcase.Policy(name="x", organization=gridcase.Organization(
            "330881", "x", "Asia/Shanghai"))
        self.assertEqual(told, made)
        self.assertEqual(gridcase.read_action('{"kind": "file"}'),
                         gridcase.Action(gridcase.ActionKind.FILE))

    def test_every_class_of_values_can_be_made_without_arguments(self):
        for name in types.__all__:
            kind = getattr(types, name)
            if not issubclass(kind, enum.Enum):
                value = kind()
                self.assertTrue(dataclasses.is_dataclass(value))
                with self.assertRaises(dataclasses.FrozenInstanceError):
                    setattr(value, next(iter(dataclasses.fields(value))).name, 1)

    def test_names_are_those_of_the_documents(self):
        # Reading and writing them in the JSON form of the library must give the same names.
        for kind in gridcase.ActionKind:
            text = gridcase.write_action(gridcase.Action(kind))
            self.assertIn(f'"{kind.value}"', text)
            self.assertEqual(gridcase.read_action(text).kind, kind)

    def test_help_shows_the_way_and_the_fields(self):
        text = pydoc.render_doc(gridcase, renderer=pydoc.plaintext)
        for word in ("with gridcase.open(", "raise_for_refusal", "wall_clock", "ForkedError",
                     "parse_period"):
            self.assertIn(word, text)
        text = pydoc.render_doc(gridcase.CaseHandle.dispatch, renderer=pydoc.plaintext)
        for word in ("lead", "orders", "Orders to units", "to: units that get an order"):
            self.assertIn(word, text)

    def test_the_compiled_part_is_reached_through_typed_methods_only(self):
        for name, method in inspect.getmembers(gridcase.Engine, inspect.isfunction):
            if not name.startswith("_"):
                hints = inspect.signature(method)
                self.assertIsNot(hints.return_annotation, inspect.Signature.empty, name)


class Documents(unittest.TestCase):
    """What README.md and the page of the package show is run as it stands there."""

    def block(self, page):
        with open(os.path.join(ROOT, page), encoding="utf-8") as file:
            blocks = re.findall(r"^```python\n(.*?)^```$", file.read(), re.M | re.S)
        self.assertEqual(len(blocks), 1, page)
        return blocks[0]

    def run_in(self, folder, code):
        package = os.path.dirname(os.path.dirname(os.path.abspath(gridcase.__file__)))
        done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60,
                              env={**os.environ, "PYTHONPATH": package})
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def make(self, folder, name):
        with open(os.path.join(ROOT, "examples/jiangshan/organization.json"), encoding="utf-8") as file:
            policy = gridcase.read_policy(file.read())
        return gridcase.create(os.path.join(folder, name), policy, gridcase.wall_clock())

    def test_the_lines_of_the_readme_print_the_open_cases(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.make(folder, "my.gridcase") as engine:
                engine.desk("330881", clock=gridcase.wall_clock).report(title="Sewage", category="04-04")
            self.assertRegex(self.run_in(folder, self.block("README.md")), r"^330881-\d{8}-0000001 Sewage county_intake\n$")

    def test_the_lines_of_the_package_bring_a_case_to_its_departments(self):
        code = self.block("bindings/python/README.md")
        with tempfile.TemporaryDirectory() as folder:
            self.make(folder, "county.gridcase").close()
            for shown, there in (('"330881001", person="wang"', '"330881"'), ('"water", "police"', '"shizheng", "zhujian"'),
                                 ('lead="water"', 'lead="shizheng"'), ("    case.accept()\n", "")):
                self.assertIn(shown, code)
                code = code.replace(shown, there)
            self.assertIn("county_dispatched", self.run_in(folder, code))


class Checked(unittest.TestCase):
    def mypy(self, *arguments):
        try:
            with tempfile.TemporaryDirectory() as cache:
                return subprocess.run([MYPY, "--strict", "--cache-dir", cache, *arguments], text=True,
                                      capture_output=True, timeout=300,
                                      env={**os.environ, "MYPYPATH": os.path.dirname(
                                          os.path.dirname(gridcase.__file__))})
        except OSError:
            self.skipTest("no mypy (package mypy)")

    def test_types_check(self):
        done = self.mypy("-p", "gridcase")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_types_of_a_host_check_and_mistakes_are_found(self):
        good = os.path.join(ROOT, "examples", "python_host", "answer.py")
        done = self.mypy(good)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            with open(os.path.join(ROOT, "bindings/python/README.md"), encoding="utf-8") as page:
                file.write(re.search(r"```python\n(.*?)```", page.read(), re.S).group(1))
            file.flush()
            done = self.mypy(file.name)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
            file.write("import gridcase\n"
                       "def f(case: gridcase.CaseHandle) -> None:\n"
                       "    case.dispatch(to=5)\n"
                       "    case.no_such_action()\n"
                       "    case.read().no_such_field\n")
            file.flush()
            done = self.mypy(file.name)
        self.assertIn('Argument "to"', done.stdout)
        self.assertIn("no_such_action", done.stdout)
        self.assertIn("no_such_field", done.stdout)


if __name__ == "__main__":
    unittest.main()
