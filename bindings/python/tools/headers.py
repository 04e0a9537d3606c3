"""Reads the public headers: enumerations, structs with their members, classes with their functions.

It understands the plain C++ the headers are written in, no more, and says so where it does not.
"""

import dataclasses
import re
from typing import Dict, List, Optional, Tuple


@dataclasses.dataclass
class Type:
    """A C++ type: its name, and what stands between the angle brackets."""

    name: str
    arguments: Tuple["Type", ...] = ()


@dataclasses.dataclass
class Member:
    name: str
    type: Type
    initial: Optional[str]  # as written; None if there is none
    doc: str


@dataclasses.dataclass
class Function:
    name: str
    result: Type
    parameters: List[Member]
    doc: str
    static: bool


@dataclasses.dataclass
class Struct:
    name: str  # with the names it stands in: "Share::Kind"
    header: str
    doc: str
    base: Optional[str]
    members: List[Member]
    functions: List[Function]
    is_class: bool = False


@dataclasses.dataclass
class Enum:
    name: str
    header: str
    doc: str
    values: List[Tuple[str, str]]  # name, doc


class Unreadable(Exception):
    pass


def split_top(text: str, separator: str = ",") -> List[str]:
    """Splits where no bracket is open."""
    parts, depth, start = [], 0, 0
    quoted = False
    for i, c in enumerate(text):
        if c == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif c in "<({[":
            depth += 1
        elif c in ">)}]":
            depth -= 1
        elif c == separator and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def callable_of(type_: Type) -> Optional[Tuple[Type, List[Type]]]:
    """Result and arguments of a std::function."""
    match = re.fullmatch(r"\?std::function<\s*([\w:<>,\s*]+?)\s*\(([^()]*)\)>", type_.name)
    if not match:
        return None
    # Names of arguments, where they have any, say nothing.
    given = [read_type(re.sub(r"(?<=[\w>])\s+\w+\s*$", "", part.strip())) for part in
             split_top(match.group(2))]
    return read_type(match.group(1)), given


def without_angles(text: str) -> str:
    """Without what stands between angle brackets."""
    before = None
    while before != text:
        before, text = text, re.sub(r"<[^<>]*>", "", text)
    return text


def read_type(text: str) -> Type:
    text = re.sub(r"\b(const|constexpr|inline|explicit|virtual|GRIDCASE_API)\b", " ", text)
    text = text.replace("&", " ").strip()
    pointer = text.endswith("*")
    text = text.rstrip("* ").strip()
    match = re.fullmatch(r"([\w:]+)\s*(?:<(.*)>)?", text, re.S)
    if not match or "(" in text:
        return Type("?" + text)
    arguments = tuple(read_type(part) for part in split_top(match.group(2) or ""))
    found = Type(match.group(1), arguments)
    return Type("pointer", (found,)) if pointer else found


class Reader:
    def __init__(self) -> None:
        self.structs: Dict[str, Struct] = {}
        self.enums: Dict[str, Enum] = {}
        self.aliases: Dict[str, Type] = {}
        self.functions: List[Function] = []

    def read(self, header: str, text: str) -> None:
        self.header, self.text, self.at = header, text, 0
        self.block(None)

    # ---- one block after the other

    def block(self, inside: Optional[Struct]) -> None:
        doc: List[str] = []
        private = False
        while True:
            self.skip_blanks()
            if self.at >= len(self.text):
                return
            if self.text.startswith("///", self.at):
                doc.append(self.line()[3:].strip())
            elif self.text.startswith(("//", "#"), self.at):
                # A macro may go on in the next line.
                while self.line().endswith("\\"):
                    pass
            elif self.text[self.at] == "}":
                self.at += 1
                return
            elif self.text.startswith(("public:", "private:", "protected:"), self.at):
                private = not self.text.startswith("public:", self.at)
                self.at = self.text.index(":", self.at) + 1
            else:
                self.declaration(inside, private, " ".join(doc))
                doc = []

    def skip_blanks(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t\n;":
            self.at += 1

    def line(self) -> str:
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        found = self.text[self.at:end]
        self.at = end
        return found

    def up_to_end(self) -> Tuple[str, str]:
        """What stands before the next `;` or `{` outside brackets, and which of the two it was."""
        depth, start, out, value = 0, self.at, [], False
        while self.at < len(self.text):
            if self.text.startswith("//", self.at):
                self.line()
                continue
            c = self.text[self.at]
            # Behind a `=` they are comparisons and shifts, and some operators have such names.
            if c in "<>" and (value or re.search(r"operator[<>]*$", "".join(out))):
                pass
            elif c in "(<":
                depth += 1
            elif c in ")>":
                depth -= 1
            elif c == "=" and depth == 0:
                value = True
            elif c == "{" and depth > 0:
                out.append("{" + self.braces() + "}")
                continue
            elif c == ";" or (c == "{" and depth <= 0):
                if c == "{" and value and "(" not in "".join(out):
                    out.append("{" + self.braces() + "}")
                    continue
                self.at += c == ";"
                return "".join(out).strip(), c
            out.append(c)
            self.at += 1
        raise Unreadable(f"{self.header}: no end of {self.text[start:start + 60]!r}")

    def braces(self) -> str:
        """What stands between the brace at the place and the one that closes it."""
        if self.text[self.at] == "{":
            self.at += 1
        start, depth = self.at, 1
        while depth:
            if self.text.startswith("//", self.at):
                self.line()
                continue
            c = self.text[self.at]
            depth += {"{": 1, "}": -1}.get(c, 0)
            self.at += 1
        return self.text[start:self.at - 1]

    def trailing(self) -> str:
        """The `///<` behind a declaration, with the lines in which it goes on."""
        found = []
        while True:
            match = re.compile(r"[ \t]*\n?[ \t]*///<[ ]?(.*)" if found else r"[ \t]*///<[ ]?(.*)")
            hit = match.match(self.text, self.at)
            if not hit and found:  # goes on in a plain line of its own
                hit = None
            if not hit:
                return " ".join(found)
            found.append(hit.group(1).strip())
            self.at = hit.end()

    def declaration(self, inside: Optional[Struct], private: bool, doc: str) -> None:
        head, end = self.up_to_end()
        head = re.sub(r"\s+", " ", head)
        if end == "{":
            if head.startswith("namespace"):
                self.at += 1
                return self.block(None)
            match = re.match(r"enum class (\w+)", head)
            if match:
                return self.enum(match.group(1), inside, doc)
            match = re.match(r"(struct|class) (?:GRIDCASE_API )?(\w+)(?: : (?:public )?([\w:]+))?$",
                             head)
            if match:
                return self.struct(match, inside, doc)
            body = self.braces()
            if "(" in head or "operator" in head:
                return None  # a function with its body
            rest, end = self.up_to_end()
            head = f"{head}{{{body}}}{rest}"
        if private:
            return None
        self.simple(head, inside, doc)
        return None

    def simple(self, head: str, inside: Optional[Struct], doc: str) -> None:
        behind = self.trailing()
        doc = " ".join(part for part in (doc, behind) if part)
        if head.startswith("using ") and "=" in head:
            name, what = head[6:].split("=", 1)
            self.aliases[name.strip()] = read_type(what)
        elif head.startswith(("friend", "template", "struct", "class", "static_assert", "using")):
            return
        elif re.match(r"[^={]*\(", without_angles(head)):
            self.function(head, inside, doc)
        elif inside and not head.startswith(("static", "constexpr")):
            inside.members.append(self.member(head, doc))

    def member(self, head: str, doc: str) -> Member:
        # The type ends at the last identifier before the initialiser.
        before = re.split(r"=|\{", head, maxsplit=1)[0].rstrip()
        match = re.match(r"(.*[\s>&*])(\w+)$", before, re.S)
        if not match:
            raise Unreadable(f"{self.header}: {head!r}")
        rest = head[len(before):].strip()
        initial = None
        if rest.startswith("="):
            initial = rest[1:].strip()
        elif rest.startswith("{"):
            initial = rest
        return Member(match.group(2), read_type(match.group(1)), initial, doc)

    def function(self, head: str, inside: Optional[Struct], doc: str) -> None:
        match = re.match(r"(.*?)([~\w]+)\s*\((.*)\)[^)]*$", head, re.S)
        if not match or "operator" in head or "= delete" in head:
            return
        before, name, inner = match.groups()
        if inside and name.strip("~") == inside.name.split("::")[-1]:
            return  # constructors
        parameters = [self.member(part, "") for part in split_top(inner)]
        found = Function(name, read_type(before.replace("static", "")), parameters, doc,
                         "static " in before)
        (inside.functions if inside else self.functions).append(found)

    def struct(self, match: "re.Match[str]", inside: Optional[Struct], doc: str) -> None:
        kind, name, base = match.groups()
        whole = f"{inside.name}::{name}" if inside else name
        found = Struct(whole, self.header, doc, base, [], [], kind == "class")
        self.structs[whole] = found
        self.at += 1
        self.block(found)
        hit = re.compile(r"\s*(\w+);").match(self.text, self.at)
        if hit and inside:  # declared and used at once
            inside.members.append(Member(hit.group(1), Type(name), None, doc))
            self.at = hit.end()

    def enum(self, name: str, inside: Optional[Struct], doc: str) -> None:
        whole = f"{inside.name}::{name}" if inside else name
        # A value may stand in the line below its name.
        body = re.sub(r"=\s*\n\s*", "= ", self.braces())
        values: List[Tuple[str, str]] = []
        before: List[str] = []
        for line in body.split("\n"):
            line = line.strip()
            if line.startswith("///<"):
                if values:
                    values[-1] = (values[-1][0], f"{values[-1][1]} {line[4:].strip()}".strip())
                continue
            if line.startswith("//"):
                before.append(line.strip("/ "))
                continue
            code, _, behind = line.partition("///<")
            names = [re.match(r"\w+", part).group(0) for part in split_top(code)]  # type: ignore
            for i, value in enumerate(names):
                last = behind.strip() if i == len(names) - 1 else ""
                values.append((value, " ".join(before + ([last] if last else []))))
                before = []
        self.enums[whole] = Enum(whole, self.header, doc, values)

    # ---- questions

    def resolve(self, name: str, scope: str) -> str:
        """The whole name of what `name` means inside `scope`, looking outward."""
        parts = scope.split("::") if scope else []
        while True:
            whole = "::".join(parts + [name])
            if whole in self.structs or whole in self.enums:
                return whole
            if not parts:
                return name
            parts.pop()
