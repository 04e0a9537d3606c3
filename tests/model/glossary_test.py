#!/usr/bin/env python3
"""The documents of src/model against the code. Usage: glossary_test.py [ROOT]

src/model/README.md must name every value of the enumerations in the headers, and nothing that does
not exist; its Chinese names are those the command line prints. src/model/action.schema.md must have
the table of src/rules/action_fields.cpp, and src/model/policy.schema.md every fault code of the rules of
a policy. Before that the test checks itself with planted mistakes.
"""

import pathlib
import re
import sys

HEADERS = "include/gridcase"
GLOSSARY = "src/model/README.md"
SCHEMA = "src/model/action.schema.md"
POLICY_SCHEMA = "src/model/policy.schema.md"
FIELDS = "src/rules/action_fields.cpp"
PERMISSION = "src/rules/permission.cpp"
MESSAGES = "examples/cli/messages.cpp"
CALENDAR_CHECK = "src/model/calendar_check.cpp"
PROGRAMMES = "src/rules/validate_programmes.cpp"
INTAKE = "src/rules/validate_intake.cpp"
FAULTS = ["src/rules/validate_policy.cpp", "src/rules/validate_time.cpp", PROGRAMMES, INTAKE, CALENDAR_CHECK,
          "src/rules/validate_platforms.cpp", "src/rules/validate_assessment.cpp"]

# section of the glossary: enumeration, group of messages.cpp that has its Chinese names
TABLES = {
    "Stages": ("Stage", "stage"),
    "Actions": ("ActionKind", "action"),
    "Outcomes": ("Outcome", None),
    "Kinds of unit": ("UnitKind", None),
    "Answers": ("Status", "status"),
    "Refusals": ("RefusalCode", "refusal"),
}
# Roles and states of an order stand in one section, states with their phases in another.
SHARED = {
    "Roles of a unit in a case": (("AssignmentRole", "role"), ("AssignmentState", "order")),
    "States": (("Phase", "phase"), ("State", "state")),
}
# Where every word in backticks must exist; elsewhere words of organizations stand in backticks too.
CHECKED = [*TABLES, *SHARED, "Clocks"]
# file and section that must name every value of these enumerations, in whatever column
NAMED = {
    (GLOSSARY, "Clocks"): ("LimitUnit", "RungKind"),
    (SCHEMA, "Lines of clocks"): ("ClockStep", "RungKind"),
    (POLICY_SCHEMA, "`time`"): ("Moment", "LimitUnit", "RungKind"),
    (POLICY_SCHEMA, "`rules`"): ("Result", "Others", "Checker"),
    (POLICY_SCHEMA, "`modes`"): ("OperatingMode",),
}

STANDINGS = {  # of permission.cpp: as the glossary writes them
    "anywhere": "any", "holder": "holder", "superior": "superior", "assignee": "order",
    "worker": "worker", "checker": "check", "participant": "part", "witness": "witness", "contributor": "contributor",
    "sender": "sender",
    "granter": "granter", "engine": "engine",
}


def without_comments(code):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", code, flags=re.S)


def enumerations(code):
    found = {}
    for name, body in re.findall(r"enum class (\w+)[^{;]*\{(.*?)\}", code, re.S):
        values = [part.split("=")[0].strip() for part in body.split(",")]
        found[name] = [value for value in values if value]
    return found


def sections(document):
    parts = re.split(r"^## (.+)$", document, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def rows(section):
    """The cells of every table line but headings and rules."""
    lines = [line for line in section.splitlines() if line.startswith("|")]
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [
        cells
        for cells, below in zip(table, table[1:] + [None])
        if not set(cells[0]) <= set("-: ") and (below is None or not set(below[0]) <= set("-: "))
    ]


def ticked(text):
    return re.findall(r"`([^`]+)`", text)


def chinese(messages):
    return dict(re.findall(r'\{"(\w+\.\w+)",\s*"(?:[^"\\]|\\.)*",\s*"((?:[^"\\]|\\.)*)"\}', messages))


def standings(permission):
    """Who may do what, as permission.cpp has it; the holder where nothing is said."""
    body = permission[permission.index("standing_of("):permission.index("in_words(")]
    found, waiting = {}, []
    for case, result in re.findall(r"case A::(\w+):|return ([^;]+);", body):
        if case:
            waiting.append(case)
            continue
        words = {STANDINGS[word] for word in re.findall(r"Standing::(\w+)", result)}
        found.update({action: words for action in waiting})
        waiting = []
    # Those that have a function of their own go by what a role gives the right to.
    found.update({action: {"right"} for action in
                  re.findall(r"kind == ActionKind::(\w+)\) return may_\1\(", permission)})
    return found


def field_table(code):
    """{action: (required, optional)} out of action_fields.cpp."""
    groups = {}

    def fields(expression):
        names = set()
        for word in re.findall(r"F::\w+|\b\w+\b", expression):
            if word.startswith("F::"):
                names.add(word[3:])
            elif word in groups:
                names |= groups[word]
        return names

    for name, expression in re.findall(r"constexpr Mask (\w+) =\s+([^;]+);", code):
        groups[name] = fields(expression)
    table = {}
    start = code.index("table{{")
    for line in re.findall(r"\{A::(\w+), (.*?)\}[,}]\s", code[start:], re.S):
        action, rest = line
        depth, cut = 0, None
        for at, letter in enumerate(rest):
            depth += (letter == "(") - (letter == ")")
            if letter == "," and depth == 0:
                cut = at
                break
        table[action] = (fields(rest[:cut]), fields(rest[cut:]))
    return table, groups["always"]


def fault_codes(code):
    """Words like "limit.amount", and those that come in two halves."""
    kinds = "rules|mode|time|holidays|calendar|milestone|limit|deviations|campaign|patrol_list|intake|platform|duplicates|score|rating"
    found = set(re.findall(rf'(?:\(|Severity::\w+,)\s*"((?:{kinds})\.[a-z_]+)",', code))
    for kind in re.findall(r'codes_of\(\S+, "(\w+)"', code):
        found |= {f"{kind}.code_invalid", f"{kind}.code_twice"}
    for stem in re.findall(r'\bcode\("(\w+\.\w+)"', code):
        found = found - {stem} | {f"{stem}_invalid", f"{stem}_twice"}
    for stem in re.findall(r'\bcategory\("(\w+\.\w+)"', code):
        found = found - {stem} | {f"{stem}_unknown"}
    found |= {f"calendar.{half}" for half in re.findall(r'error\("([a-z_]+)",', code)}
    for half in re.findall(r'error\("([a-z_]+)",', without_calendar_only(code)):
        found.add(f"holidays.{half}")
    return found


def without_calendar_only(code):
    """calendar_check.cpp but its functions about calendars, which holiday tables do not come to."""
    return re.sub(r"^void check_(?:season|names|calendar)\(.*?^}|  void week\(.*?^  }", "", code, flags=re.S | re.M)


class Checker:
    def __init__(self, files):
        self.faults = []
        headers = {name: without_comments(text) for name, text in files.items() if name.startswith(HEADERS)}
        self.code = "\n".join(headers.values())
        self.enums = enumerations(self.code)
        self.known = set(re.findall(r"\w+", self.code))
        self.glossary = sections(files[GLOSSARY])
        self.words = chinese(files[MESSAGES]) if MESSAGES in files else {}
        self.files = files

    def fault(self, text):
        self.faults.append(text)

    def same(self, where, documented, real):
        for name in sorted(set(real) - set(documented)):
            self.fault(f"{where}: {name} is missing")
        for name in sorted(set(documented) - set(real)):
            self.fault(f"{where}: there is no {name}")

    def check_names(self):
        for section, (enum, group) in TABLES.items():
            lines = rows(self.glossary.get(section, ""))
            self.same(f"{GLOSSARY}, {section}", [n for c in lines for n in ticked(c[0])], self.enums[enum])
            if group:
                self.check_chinese(section, group, lines)
        for section, enums in SHARED.items():
            lines = rows(self.glossary.get(section, ""))
            names = [n for c in lines for cell in (c[0], *c[2:5]) for n in ticked(cell)]
            real = [value for enum, _ in enums for value in self.enums[enum]]
            # What is no such value is found by check_ticks.
            self.same(f"{GLOSSARY}, {section}", [n for n in names if n in real], real)
            for enum, group in enums:
                self.check_chinese(section, group, [c for c in lines if set(ticked(c[0])) & set(self.enums[enum])])

    def check_named(self):
        for (file, section), enums in NAMED.items():
            ticks = set(ticked(sections(self.files[file]).get(section, "")))
            for enum in enums:
                for name in sorted(set(self.enums[enum]) - ticks):
                    self.fault(f"{file}, {section}: {name} is missing")

    def check_fault_codes(self):
        real = {code for name in FAULTS for code in fault_codes(self.files[name])}
        documented = [code for cells in rows(sections(self.files[POLICY_SCHEMA]).get("Faults", ""))
                      for code in ticked(cells[0]) if not code.startswith("json.")]
        self.same(f"{POLICY_SCHEMA}, Faults", documented, real)

    def check_chinese(self, section, group, lines):
        for cells in lines:
            expected = self.words.get(f"{group}.{ticked(cells[0])[0]}")
            if expected and cells[1] != expected:
                self.fault(f"{GLOSSARY}, {section}: {cells[0]} is {expected} on the command line, {cells[1]} here")

    def check_ticks(self):
        for section in CHECKED:
            for cells in rows(self.glossary.get(section, "")):
                for text in ticked(" ".join(cells)):
                    for word in re.findall(r"[A-Za-z_]\w*", text):
                        if word not in self.known:
                            self.fault(f"{GLOSSARY}, {section}: nothing is called {word}")

    def check_standings(self):
        real = standings(self.files[PERMISSION])
        for cells in rows(self.glossary["Actions"]):
            expected = real.get(ticked(cells[0])[0], {"holder"})
            if set(cells[2].split(", ")) != expected:
                self.fault(f"{GLOSSARY}, Actions: {cells[0]} is for {sorted(expected)}, not {cells[2]}")

    def check_fields(self):
        real, always = field_table(self.files[FIELDS])
        documented = {}
        for cells in rows(sections(self.files[SCHEMA]).get("Fields by action", "")):
            documented[ticked(cells[0])[0]] = (set(ticked(cells[1])), set(ticked(cells[2])))
        self.same(f"{SCHEMA}, Fields by action", documented, real)
        self.same(f"{FIELDS}, the table", real, self.enums["ActionKind"])
        for action in documented.keys() & real.keys():
            for which, have, want in zip(("required", "optional"), documented[action], real[action]):
                if have - always != want - always:
                    self.fault(f"{SCHEMA}: {action}, {which}: {sorted(have)} instead of {sorted(want)}")

    def run(self):
        self.check_names()
        self.check_named()
        self.check_fault_codes()
        self.check_ticks()
        self.check_standings()
        self.check_fields()
        return self.faults


def read(root):
    names = [GLOSSARY, SCHEMA, POLICY_SCHEMA, FIELDS, PERMISSION, MESSAGES, *FAULTS]
    names += [str(path.relative_to(root)) for path in sorted((root / HEADERS).glob("*.hpp"))]
    return {name: (root / name).read_text(encoding="utf-8") for name in names if (root / name).exists()}


# file, text there, what it is replaced by, what the complaint must say
PLANTED = [
    (f"{HEADERS}/lifecycle.hpp", "annulled = 0x006,", "annulled = 0x006, lost = 0x007,", "lost is missing"),
    (f"{HEADERS}/action.hpp", "drill_only = 24,", "drill_only = 24, new_code = 25,", "new_code is missing"),
    (GLOSSARY, "| `urge` |", "| `nudge` |", "there is no nudge"),
    (GLOSSARY, "| `village_triage` |", "| |", "village_triage is missing"),
    (GLOSSARY, "| `scene` |", "| `stage_hand` |", "scene is missing"),
    (GLOSSARY, "the lead cannot be |", "the lead cannot be, see `lead_of` |", "nothing is called lead_of"),
    (GLOSSARY, "| `urge` | 催办 | holder |", "| `urge` | 催 | holder |", "is 催办 on the command line"),
    (GLOSSARY, "| `urge` | 催办 | holder |", "| `urge` | 催办 | any |", "is for ['holder']"),
    (SCHEMA, "| `urge` | | `unit` |", "| `urge` | `unit` | |", "urge, required"),
    (f"{HEADERS}/clock.hpp", "exempt,", "exempt, forget,", "forget is missing"),
    (GLOSSARY, "| 工作时 | working hours | `working_hour`,", "| 工作时 | working hours |", "working_hour is missing"),
    (POLICY_SCHEMA, "| `limit.twice` |", "| `limit.double` |", "limit.twice is missing"),
    (POLICY_SCHEMA, "| `rules.dissatisfied_at` |", "| |", "rules.dissatisfied_at is missing"),
    (POLICY_SCHEMA, "| `campaign.day` |", "| |", "campaign.day is missing"),
    (POLICY_SCHEMA, "`patrol_list.code_twice` |", "|", "patrol_list.code_twice is missing"),
    (PROGRAMMES, 'category("campaign.category",', 'category("campaign.kind",', "campaign.kind_unknown is missing"),
    (f"{HEADERS}/policy.hpp", "conclusive,", "conclusive, majority,", "majority is missing"),
    (CALENDAR_CHECK, 'check.error("season",', 'check.error("summer",', "calendar.summer is missing"),
    (FIELDS, "{A::urge, 0, fields(F::unit)}", "{A::urge, 0, fields(F::unit, F::until)}", "urge, optional"),
]


def self_check(files):
    wrong = []
    for name, old, new, complaint in PLANTED:
        if old not in files[name]:
            wrong.append(f"{name} has no '{old}' to replace")
        elif not any(complaint in fault for fault in Checker({**files, name: files[name].replace(old, new)}).run()):
            wrong.append(f"planted in {name}, not found: {complaint}")
    return wrong


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
    root = root if root.is_dir() else root.parents[2]
    files = read(root)
    faults = Checker(files).run()
    for fault in faults:
        print(fault)
    wrong = [] if faults else self_check(files)
    if wrong:
        print("the test itself is broken:", *wrong, sep="\n  ")
        return 2
    print(f"{len(PLANTED)} planted mistakes, {len(faults)} real ones")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
