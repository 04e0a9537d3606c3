#!/usr/bin/env python3
"""Rules of the house that a compiler does not check. Usage: layers_test.py [ROOT]

Reads every source under src/ and include/. Before that it checks itself: each rule must catch a
violation planted for it, and a clean tree must pass.
"""

import pathlib
import re
import sys
import tempfile

FLOORS = ["base", "model", "rules", "store", "engine", "exchange", "c_api"]  # bottom to top
ONE_FILE = {"expat.h": "xml_reader.cpp", "iconv.h": "encoding.cpp"}
HEADER_SUFFIXES = {".hpp", ".h", ".ipp", ".inl"}
SUFFIXES = HEADER_SUFFIXES | {".cpp", ".c"}

STD_HEADERS = set(
    """algorithm any array atomic bitset cassert cctype cerrno cfenv cfloat charconv chrono
    cinttypes climits clocale cmath codecvt complex condition_variable csetjmp csignal cstdarg
    cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution
    filesystem forward_list fstream functional future initializer_list iomanip ios iosfwd iostream
    istream iterator limits list locale map memory memory_resource mutex new numeric optional
    ostream queue random ratio regex scoped_allocator set shared_mutex sstream stack stdexcept
    streambuf string string_view strstream system_error thread tuple type_traits typeindex typeinfo
    unordered_map unordered_set utility valarray variant vector
    assert.h errno.h float.h inttypes.h limits.h math.h stdarg.h stdbool.h stddef.h stdint.h
    string.h time.h""".split()
)

HEAVY_BOOST = {
    name: re.compile(r"boost/" + name + r"(?:\.hpp$|/)")
    for name in ("geometry", "graph", "statechart", "json")
}

# Searched with comments removed and strings kept: SQL can read the clock as well.
CLOCK = [
    re.compile(r"\b\w*_clock\s*::\s*now\b"),
    re.compile(r"(?<![\w.>])(?:std\s*::\s*)?time\s*\(\s*(?:nullptr|NULL|0)\s*\)"),
    re.compile(r"\b(?:gettimeofday|clock_gettime|timespec_get|ftime)\s*\("),
    re.compile(r"\bCURRENT_(?:TIMESTAMP|TIME|DATE)\b"),
    re.compile(r"'now'"),
]

# Searched with comments and strings removed. The states of a Statechart machine have exit() and
# terminate() of their own, so the C functions count when qualified or given a number.
OUTPUT = [
    re.compile(r"\bstd\s*::\s*(?:wcout|wcerr|cout|cerr|clog)\b"),
    re.compile(r"(?<![\w.>])(?:v|f|vf)?printf\s*\("),
    re.compile(r"\bfmt\s*::\s*print\b"),
    re.compile(r"(?<![\w.>])(?:f?puts|putchar|perror)\s*\("),
]
ENDING = [
    re.compile(r"(?<![\w.>])(?:std\s*::\s*)?(?:abort|quick_exit|_exit)\s*\("),
    re.compile(r"\bstd\s*::\s*terminate\b"),
    re.compile(r"(?<!\w)(?:std\s*::\s*|(?<![\w>])::\s*)exit\s*\("),
    re.compile(r"(?<![\w.>:])exit\s*\(\s*(?:\d|EXIT_)"),
]
THREADS = [
    re.compile(r"\bstd\s*::\s*j?thread\b(?!\s*::)"),
    re.compile(r"\bstd\s*::\s*async\b"),
    re.compile(r"\bpthread_create\b"),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")
      |(?P<string>"(?:\\.|[^"\\\n])*")
      |(?P<digits>\b\d[\w']*)
      |(?P<char>'(?:\\.|[^'\\\n])+')""",
    re.S | re.X,
)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def strip(text, strings):
    """Blanks comments, and strings too if asked; line numbers stay."""

    def replace(match):
        if match.group("comment"):
            return blank(match.group(0))
        if strings and not match.group("digits"):
            return blank(match.group(0))
        return match.group(0)

    return TOKEN.sub(replace, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Checker:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.files = 0

    def fault(self, path, text, offset, rule, what):
        self.faults.append(
            (rule, f"{path.relative_to(self.root)}:{line_of(text, offset)}: [{rule}] {what}")
        )

    def run(self):
        for top in ("include", "src"):
            for path in sorted((self.root / top).rglob("*")):
                if path.is_file() and path.suffix in SUFFIXES:
                    self.files += 1
                    self.check(path, top)
        return self

    def check(self, path, top):
        text = path.read_text(encoding="utf-8")
        code = strip(text, strings=False)
        bare = strip(text, strings=True)
        parts = path.relative_to(self.root / top).parts
        floor = parts[0] if top == "src" else None
        if top == "src" and floor not in FLOORS:
            self.fault(path, text, 0, "floor", f"'{floor}' is no floor ({', '.join(FLOORS)})")
            return

        heavy = {}
        for match in INCLUDE.finditer(code):
            quote, name = match.groups()
            at = match.start()
            if top == "include":
                if quote == '"' or not (name in STD_HEADERS or name.startswith("gridcase/")):
                    self.fault(path, text, at, "public", f"public headers may not include {name}")
            elif quote == '"':
                target = name.split("/")[0]
                if "/" not in name or target not in FLOORS:
                    self.fault(path, text, at, "path", f'"{name}" must be written "floor/file"')
                elif FLOORS.index(target) > FLOORS.index(floor):
                    self.fault(path, text, at, "upward", f"{floor} may not include {name}")
            if name.startswith("boost/") and path.suffix in HEADER_SUFFIXES:
                self.fault(path, text, at, "boost-header", f"no Boost in a header: {name}")
            if ONE_FILE.get(name, path.name) != path.name:
                self.fault(path, text, at, "one-file", f"{name} belongs to {ONE_FILE[name]} only")
            if name in ("sqlite3.h", "sqlite3ext.h") and floor != "store":
                self.fault(path, text, at, "sqlite", "sqlite3.h belongs to src/store only")
            for library, pattern in HEAVY_BOOST.items():
                if pattern.match(name):
                    heavy.setdefault(library, at)
        if len(heavy) > 1:
            self.fault(path, text, max(heavy.values()), "boost-mix",
                       f"one large Boost library a file, not {', '.join(sorted(heavy))}")

        for rule, patterns, where, what in (
            ("clock", CLOCK, code, "time is an argument; no clock is read"),
            ("output", OUTPUT, bare, "the library prints nothing"),
            ("ending", ENDING, bare, "the library never ends the process"),
            ("thread", THREADS, bare, "the library starts no thread"),
        ):
            for pattern in patterns:
                for match in pattern.finditer(where):
                    self.fault(path, text, match.start(), rule, f"{what}: {match.group(0)}")


CLEAN = {
    "include/gridcase/a.hpp": "#include <gridcase/b.hpp>\n#include <string>\n",
    "include/gridcase/gridcase.h": "#include <stdint.h>\n#include <gridcase/export.hpp>\n",
    "src/rules/a.cpp": '#include "rules/a.hpp"\n#include "base/b.hpp"\n#include <boost/graph/x.hpp>\n'
    "// std::cout << system_clock::now(); abort();\n/* printf(\n) */\n"
    "int n = 1'000'000; struct S { void exit(); void f() { this->exit(); terminate(); } };\n"
    "void g(char* b) { snprintf(b, 1, \"abort()\"); std::this_thread::yield(); }\n"
    "std::thread::id owner; std::runtime_error e(\"std::cout\"); std::time_t t = time(x);\n",
    "src/store/a.cpp": '#include <sqlite3.h>\nconst char* sql = R"(select "time" from t)";\n',
}

PLANTED = [
    ("upward", "src/base/x.cpp", '#include "model/case.hpp"\n'),
    ("upward", "src/rules/x.hpp", ' #  include "store/rows.hpp"\n'),
    ("upward", "src/exchange/x.cpp", '#include "c_api/guard.hpp"\n'),
    ("path", "src/base/x.cpp", '#include "error.hpp"\n'),
    ("path", "src/base/x.cpp", '#include "../model/case.hpp"\n'),
    ("floor", "src/misc/x.cpp", "int x;\n"),
    ("public", "include/gridcase/x.hpp", "#include <fmt/format.h>\n"),
    ("public", "include/gridcase/x.hpp", '#include "gridcase/case.hpp"\n'),
    ("public", "include/gridcase/gridcase.h", "#include <unistd.h>\n"),
    ("boost-header", "include/gridcase/x.hpp", "#include <boost/version.hpp>\n"),
    ("boost-header", "src/rules/x.hpp", "#include <boost/graph/adjacency_list.hpp>\n"),
    ("sqlite", "src/engine/x.cpp", "#include <sqlite3.h>\n"),
    ("sqlite", "include/gridcase/x.hpp", "#include <sqlite3.h>\n"),
    ("one-file", "src/exchange/x.cpp", "#include <iconv.h>\n"),
    ("one-file", "src/exchange/encoding.cpp", "#include <expat.h>\n"),
    ("boost-mix", "src/rules/x.cpp",
     "#include <boost/json.hpp>\n#include <boost/graph/graph_traits.hpp>\n"),
    ("boost-mix", "src/rules/x.cpp",
     "#include <boost/geometry.hpp>\n#include <boost/statechart/event.hpp>\n"),
    ("clock", "src/engine/x.cpp", "auto t = std::chrono::system_clock::now();\n"),
    ("clock", "include/gridcase/x.hpp", "auto t = std::chrono::steady_clock::now();\n"),
    ("clock", "src/base/x.cpp", "auto t = std::time(nullptr);\n"),
    ("clock", "src/base/x.cpp", "clock_gettime(CLOCK_MONOTONIC, &t);\n"),
    ("clock", "src/base/x.cpp", "gettimeofday(&t, nullptr);\n"),
    ("clock", "src/store/x.cpp", 'auto s = "insert into t values (CURRENT_TIMESTAMP)";\n'),
    ("clock", "src/store/x.cpp", "auto s = R\"(select datetime('now'))\";\n"),
    ("output", "src/base/x.cpp", "std::cout << 1;\n"),
    ("output", "src/base/x.cpp", 'std::printf("x");\n'),
    ("output", "src/base/x.cpp", 'auto u = "http://x"; puts(u);\n'),
    ("output", "src/base/x.cpp", 'fprintf(stderr, "x");\n'),
    ("ending", "src/base/x.cpp", "std::abort();\n"),
    ("ending", "src/base/x.cpp", "if (bad) exit(1);\n"),
    ("ending", "src/base/x.cpp", "std::exit(code);\n"),
    ("ending", "src/base/x.cpp", "::exit(code);\n"),
    ("ending", "src/base/x.cpp", "std::terminate();\n"),
    ("thread", "src/engine/x.cpp", "std::thread worker(run);\n"),
]


def check_tree(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Checker(root).run().faults


def self_check():
    wrong = []
    for _, message in check_tree(CLEAN):
        wrong.append(f"clean tree refused: {message}")
    for rule, name, text in PLANTED:
        found = {fault[0] for fault in check_tree({**CLEAN, name: text})}
        if rule not in found:
            wrong.append(f"planted '{rule}' not caught in {name}: {text.strip()}")
    return wrong


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    root = root if root.is_dir() else root.parents[1]
    wrong = self_check()
    if wrong:
        print("the test itself is broken:", *wrong, sep="\n  ")
        return 2
    checker = Checker(root).run()
    if checker.files == 0:
        print(f"no sources found under {root}")
        return 2
    for _, message in checker.faults:
        print(message)
    print(f"{checker.files} files, {len(PLANTED)} planted violations caught, "
          f"{len(checker.faults)} real ones")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
