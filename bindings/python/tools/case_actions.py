#!/usr/bin/env python3
"""case_actions.py PACKAGES: writes gridcase/_case_actions.py into that folder.

A method for each kind of action, with the fields it needs and takes as the compiled library tells them,
and the words of the headers.
"""

import dataclasses
import os
import re
import sys
import textwrap
import types

HEAD = '''"""The actions as methods, one for each kind the library knows.

This file is written by the build out of the catalogue of actions.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Optional, Sequence, Union

from .types import *


class Acting:
    """Something that submits actions."""

    def _act(self, kind: ActionKind, now: Optional[datetime], **fields: Any) -> Answer:
        raise NotImplementedError
'''

COMMON = ["internal_note", "happened", "approximate", "command_id", "expected_version"]
ORDERS_DOC = {
    "to": "units that get an order, by code, or orders as `Order`; beside `orders`",
    "lead": "unit that leads; it gets an order if it is not among `to`",
    "now": "when it is recorded; the time of the desk's clock if left out",
}


def told(doc):
    """What the documentation of a class says of its fields."""
    found, name = {}, None
    for line in (doc or "").split("\n"):
        match = re.match(r"    (\w+): (.*)", line)
        if match:
            name = match.group(1)
            found[name] = match.group(2)
        elif name and line.startswith("        "):
            found[name] += " " + line.strip()
        else:
            name = None
    return found


class Writer:
    def __init__(self, values):
        self.fields = {f.name: f for f in dataclasses.fields(values.Action)}
        self.field_words = told(values.Action.__doc__)
        self.kind_words = told(values.ActionKind.__doc__)

    def default(self, name):
        value = self.fields[name].default
        if isinstance(value, str) and hasattr(value, "name"):
            return f"{type(value).__name__}.{value.name}"
        return repr(value)

    def parameter(self, name, needed):
        note = self.fields[name].type
        return f"{name}: {note}" if needed else f"{name}: {note} = {self.default(name)}"

    def method(self, line):
        kind = line.action
        required = [n for n in line.required if n != "orders"]
        optional = ["orders"] * ("orders" in line.required) + [
            n for n in line.optional if n not in required]
        rest = [n for n in COMMON if n not in required + optional]
        parameters = [self.parameter(n, True) for n in required]
        parameters += [self.parameter(n, False) for n in optional]
        has_orders = "orders" in optional
        if has_orders:
            parameters += ["to: Sequence[Union[str, Order]] = ()", 'lead: str = ""']
        parameters += [self.parameter(n, False) for n in rest]
        parameters.append("now: Optional[datetime] = None")
        named = required + optional + (["to", "lead"] if has_orders else []) + rest
        head = textwrap.fill(", ".join(["self", "*"] + parameters), 92, initial_indent=" " * 12,
                             subsequent_indent=" " * 12, break_long_words=False)
        given = textwrap.fill(", ".join(f"{n}={n}" for n in named), 92, initial_indent=" " * 12,
                              subsequent_indent=" " * 12)
        words = self.kind_words.get(kind.name, f"The action {kind}.").strip()
        words = words[0].upper() + words[1:] + ("" if words.endswith(".") else ".")
        out = [f"    def {kind.value}(", head, "    ) -> Answer:"]
        out.append(textwrap.fill(f'"""{words}', 92, initial_indent=" " * 8,
                                 subsequent_indent=" " * 8) + "\n")
        for name in named + ["now"]:
            text = ORDERS_DOC.get(name) or self.field_words.get(name, "as in `Action`")
            need = " (needed)" if name in required else ""
            out.append(textwrap.fill(f"{name}{need}: {text}", 92, initial_indent=" " * 8,
                                     subsequent_indent=" " * 12, break_on_hyphens=False))
        out += ['        """', f"        return self._act(ActionKind.{kind.name}, now,", given + ")"]
        return "\n".join(out)


def main(packages):
    package = os.path.join(packages, "gridcase")
    # The package itself needs the file that is written here.
    hollow = types.ModuleType("gridcase")
    hollow.__path__ = [package]
    sys.modules["gridcase"] = hollow
    sys.path.insert(0, packages)
    from gridcase import _gridcase
    from gridcase import types as values

    catalogue = {line.action: line for line in _gridcase.action_catalogue()}
    first = set(_gridcase.possible_actions(values.State.NONE))
    later = {kind for state in values.State if state != values.State.NONE
             for kind in _gridcase.possible_actions(state)}
    writer = Writer(values)
    parts = [HEAD]
    for name, doc, kinds in (
            ("CaseActions", "What can be done with a case.", later | (set(catalogue) - first)),
            ("DeskActions", "What can be done without a case: each begins one.", first)):
        methods = [writer.method(line) for kind, line in catalogue.items() if kind in kinds]
        parts.append(f'class {name}(Acting):\n    """{doc}"""\n\n' + "\n\n".join(methods) + "\n")
    path = os.path.join(package, "_case_actions.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\n".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
