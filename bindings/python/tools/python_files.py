"""The Python that follows from the headers: classes of values, the engine, the directory."""

import dataclasses
import re
import textwrap
from typing import Dict, List

from headers import Enum, Function, Member, Struct, callable_of
from names import Names, class_name, python_name

HEAD = '''"""{about}

This file is written by the build out of the headers of the library.
"""

from __future__ import annotations

{imports}
'''

PATH = "Union[str, PathLike[str]]"

# Classes of values_base.py that give values a few properties.
BASES = {"Answer": "AnswerBase", "Verdict": "VerdictBase", "Verification": "VerificationBase",
         "Assignment": "AssignmentBase", "Clock": "ClockBase"}


# Codes of errors, and the classes they are here.
CODES = ("invalid_argument", "not_found", "busy", "io", "corrupt", "unsupported", "needs_reopen", "forked",
         "stopped", "internal")


def raised(sentence: "re.Match[str]") -> str:
    found = sentence.group(0).replace("Raises Error ", "Raises ")
    return re.sub(rf"\b({'|'.join(CODES)})\b",
                  lambda m: "".join(part.capitalize() for part in m.group(1).split("_")) + "Error", found)


def words(doc: str) -> str:
    doc = doc.replace("\\throws ", "Raises ").replace("\\param ", "").replace('"""', "'''")
    return re.sub(r"Raises [^.]*", raised, re.sub(r"\s+", " ", doc)).replace("\\", "/").strip()


def wrapped(text: str, indent: str, hang: str = "") -> str:
    return textwrap.fill(text, 98, initial_indent=indent, subsequent_indent=indent + hang,
                         break_long_words=False, break_on_hyphens=False)


def docstring(doc: str, indent: str, more: str = "") -> List[str]:
    text = words(doc)
    if not text and not more:
        return []
    lines = wrapped(text, indent).split("\n") if text else []
    quotes = f'{indent}"""'
    first = lines[0].strip() if lines else ""
    out = [quotes + first] + lines[1:]
    if more:
        out += ["", more] if first else [more]
        return out + [quotes]
    if len(out) == 1 and len(out[0]) < 96:
        return [out[0] + '"""']
    return out + [quotes]


def enum_class(whole: str, enum: Enum) -> str:
    told = "\n".join(wrapped(f"{value.upper()}: {words(doc)}", "    ", "    ")
                     for value, doc in enum.values if words(doc))
    lines = [f"class {class_name(whole)}(_Name):"]
    lines += docstring(enum.doc or "One of these.", "    ", told)
    lines.append("")
    lines += [f'    {value.upper()} = "{value}"' for value, _ in enum.values]
    return "\n".join(lines)


def field_line(member: Member, names: Names, scope: str) -> str:
    default = names.default(member, scope)
    if default.startswith("LATE:"):
        default = f"field(default_factory={default[5:]})"
    note = names.annotation(member.type, scope, member.name)
    return f"    {python_name(member.name)}: {note} = {default}"


def struct_class(struct: Struct, names: Names) -> str:
    called = class_name(struct.name)
    told = "\n".join(wrapped(f"{python_name(m.name)}: {words(m.doc)}", "    ", "    ")
                     for m in struct.members if words(m.doc))
    base = class_name(struct.base) if struct.base else BASES.get(called, "")
    lines = ["@dataclass(frozen=True)", f"class {called}{f'({base})' if base else ''}:"]
    lines += docstring(struct.doc or "A value.", "    ", told)
    lines.append("")
    lines += [field_line(m, names, struct.name) for m in struct.members]
    if not struct.members:
        lines.append("    pass")
    return "\n".join(lines)


def types_file(names: Names) -> str:
    imports = "\n".join([
        "",
        "from datetime import date, datetime, timedelta, timezone",
        "from decimal import Decimal",
        "from typing import (TYPE_CHECKING, Callable, FrozenSet, Mapping, Optional, Sequence, Tuple,",
        "                    Union)", "",
        "from .values_base import (AnswerBase, AssignmentBase, ClockBase, Name as _Name, VerdictBase,",
        "                          VerificationBase)", "",
        "if TYPE_CHECKING:", "    from dataclasses import dataclass, field", "else:",
        "    from .lazy_dataclass import dataclass, field", "",
        "EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)"])
    parts = [HEAD.format(about="Every value of the library: enumerations and frozen dataclasses.",
                         imports=imports)]
    parts += [enum_class(whole, enum) for whole, enum in sorted(names.enums.items())]
    parts += [struct_class(struct, names) for struct in names.structs.values()]
    every = sorted([class_name(n) for n in names.enums] + [class_name(n) for n in names.structs])
    listed = textwrap.fill(", ".join(f'"{n}"' for n in every), 98, initial_indent="    ",
                           subsequent_indent="    ")
    parts.append(f"__all__ = [\n{listed},\n]\n")
    return "\n\n\n".join(parts)


def parameter(member: Member, names: Names, scope: str) -> str:
    name = "case_id" if member.name == "id" else python_name(member.name)
    note = PATH if is_path(member) else names.annotation(member.type, scope, member.name)
    if member.initial is None and callable_of(member.type):
        note = names.callable_note(member.type, scope, member.name)
    if member.type.name == "Metric":
        note = f"Optional[{note}]"
    if member.initial is None:
        return f"{name}: {note}"
    default = names.default(member, scope)
    if default.startswith("LATE:lambda: "):  # made by the call
        return f"{name}: Optional[{note}] = None"
    return f"{name}: {note} = {default}"


def is_path(member: Member) -> bool:
    return member.type.name == "std::string" and member.name in ("path", "location")


def handed_over(member: Member, names: Names, scope: str) -> str:
    if is_path(member):
        return f"fspath({member.name})"
    name = "case_id" if member.name == "id" else python_name(member.name)
    default = names.default(member, scope) if member.initial is not None else ""
    if default.startswith("LATE:lambda: "):
        return f"{default[13:]} if {name} is None else {name}"
    return f"{name}._raw" if member.type.name in ("Directory", "Engine") else name


def function_lines(function: Function, called: str, names: Names, scope: str, raw: str,
                   method: bool) -> List[str]:
    result = function.result
    rows = names.expand(result).name == "std::vector" and method
    note = names.annotation(result, scope, sequence="Rows" if rows else "Sequence")
    if not rows and names.expand(result).name == "std::vector":
        note = names.annotation(result, scope, sequence="Rows")
        rows = True
    parameters = (["self"] if method else []) + [parameter(p, names, scope)
                                                 for p in function.parameters]
    # The engine comes first in the compiled function.
    order = sorted(function.parameters, key=lambda p: p.type.name != "Engine")
    call = f"{raw}.{called}({', '.join(handed_over(p, names, scope) for p in order)})"
    if rows:
        call = f"Rows({call})"
    elif result.name == "Directory":
        call = f"Directory._of({call})"
    indent = "    " if method else ""
    head = f"{indent}def {called}({', '.join(parameters)}) -> {note}:"
    if len(head) > 98:
        joined = textwrap.fill(", ".join(parameters), 90, initial_indent=indent + "    ",
                               subsequent_indent=indent + "    ")
        head = f"{indent}def {called}(\n{joined}\n{indent}) -> {note}:"
    lines = [head] + docstring(function.doc, indent + "    ")
    if note == "None":
        return lines + [f"{indent}    {call}"]
    return lines + [f"{indent}    given: {note} = {call}", f"{indent}    return given"]


def imports_of(*more: str) -> str:
    return "\n".join(["from datetime import date, datetime, timedelta", "from os import PathLike, fspath",
                      "from typing import Any, BinaryIO, Callable, Optional, Sequence, Union", "", *more,
                      "from .rows import Rows", "from .types import *", ""])


def documented(functions: List[Function]) -> List[Function]:
    """One without words of its own is told of with the one before it."""
    found, last = [], ""
    for function in functions:
        last = function.doc or last
        found.append(dataclasses.replace(function, doc=last))
    return found


def engine_file(names: Names) -> str:
    parts = [HEAD.format(about="The member functions of the engine.",
                         imports=imports_of("from .directory import Directory")),
             "class EngineMethods:\n"
             '    """What an engine does and answers, one method for each function of the library."""\n\n'
             "    _raw: Any\n"]
    for function in documented(names.engine):
        parts.append("\n".join(function_lines(function, names.method_name(function), names, "Engine",
                                              "self._raw", True)) + "\n")
    return "\n".join(parts)


def directory_file(names: Names) -> str:
    doc = words(names.reader.structs["Directory"].doc)
    parts = [HEAD.format(about="The organization, compiled.",
                         imports=imports_of("from . import _gridcase")),
             "class Directory:\n" + "\n".join(docstring(doc, "    ")) + '''

    def __init__(self, organization: Organization) -> None:
        """Raises DocumentError with every fault of the organization."""
        self._raw: Any = _gridcase.Directory(organization)

    @classmethod
    def _of(cls, raw: Any) -> Directory:
        made = cls.__new__(cls)
        made._raw = raw
        return made
''']
    for function in documented(names.directory):
        parts.append("\n".join(function_lines(function, function.name, names, "Directory", "self._raw",
                                              True)) + "\n")
    return "\n".join(parts)


def functions_file(names: Names) -> str:
    more = ["from . import _gridcase", "from .directory import Directory",
            "from .engine import Engine", "from .errors import DocumentError"]
    parts = [HEAD.format(about="Documents, figures and words: functions that need no store.",
                         imports=imports_of(*more))]
    for called, function in names.functions:
        parts.append("\n".join(function_lines(function, called, names, "", "_gridcase", False)) +
                     "\n")
    every = ",\n".join(f'    "{called}"' for called, _ in names.functions)
    parts.append(f"__all__ = [\n{every},\n]\n")
    return "\n\n".join(parts)


def write(names: Names) -> Dict[str, str]:
    return {"types.py": types_file(names), "_engine_methods.py": engine_file(names),
            "directory.py": directory_file(names), "functions.py": functions_file(names)}
