"""What of the headers is bound, and what it is called in Python."""

import keyword
from typing import Dict, List, Tuple

from headers import Enum, Function, Member, Reader, Struct, Type, Unreadable, callable_of

# Overloads have one name each in Python: by the first argument of the one that is renamed.
ENGINE_OVERLOADS = {
    ("duplicates", "CaseId"): "duplicates_of",
    ("facts_behind", "FigureKey"): "facts_behind_score",
}

# Functions outside of classes that are bound: name and first argument, name in Python.
FUNCTIONS = {
    ("action_catalogue", None): "action_catalogue",
    ("measure_catalogue", None): "measure_catalogue",
    ("read_policy", "std::string_view"): "read_policy",
    ("write_policy", "Policy"): "write_policy",
    ("validate", "Policy"): "validate_policy",
    ("validate", "Organization"): "validate_organization",
    ("read_organization", "std::string_view"): "read_organization",
    ("write_organization", "Organization"): "write_organization",
    ("read_holidays", "std::string_view"): "read_holidays",
    ("write_holidays", "HolidayTable"): "write_holidays",
    ("read_action", "std::string_view"): "read_action",
    ("write_action", "Action"): "write_action",
    ("read_messages", "std::string_view"): "read_messages",
    ("write_outbox", "Outbox"): "write_outbox",
    ("read_roads", "std::string_view"): "read_roads",
    ("write_roads", "Roads"): "write_roads",
    ("read_score_rules", "std::string_view"): "read_score_rules",
    ("write_score_rules", "ScoreRules"): "write_score_rules",
    ("read_score_marks", "std::string_view"): "read_score_marks",
    ("write_score_marks", "std::vector"): "write_score_marks",
    ("write_scores", "Scores"): "write_scores",
    ("read_assessment", "std::string_view"): "read_assessment",
    ("write_assessment", "Assessment"): "write_assessment",
    ("read_rating_scheme", "std::string_view"): "read_rating_scheme",
    ("write_rating_scheme", "RatingScheme"): "write_rating_scheme",
    ("read_rating_events", "std::string_view"): "read_rating_events",
    ("write_rating_events", "std::vector"): "write_rating_events",
    ("stars_on", "RatingScheme"): "stars_on",
    ("star_history", "RatingScheme"): "star_history",
    ("standings_of", "RatingScheme"): "standings_of",
    ("parse_period", "std::string_view"): "parse_period",
    ("format_period", "Period"): "format_period",
    ("in_words", "Explanation"): "explanation_in_words",
    ("in_words", "Amount"): "amount_in_words",
    ("in_words", "Score"): "score_in_words",
    ("light", "CaseSummary"): "light_of_case",
    ("light", "Clock"): "light_of_clock",
    ("stage_of", "State"): "stage_of",
    ("possible_actions", "State"): "possible_actions",
    ("outcomes", "State"): "outcomes",
    ("edges", None): "edges",
    ("draw_lifecycle", "DiagramFormat"): "draw_lifecycle",
    ("prove_closable", "std::vector"): "prove_closable",
    ("mode_at", "Policy"): "mode_at",
    ("write_ocel_sqlite", "std::string"): "write_ocel_sqlite",
    ("write_ocel_json", "std::string"): "write_ocel_json",
    ("write_xes", "std::string"): "write_xes",
    ("read_xes", "std::istream"): "read_xes",
    ("case_csv_columns", None): "case_csv_columns",
    ("write_cases_csv", "std::ostream"): "write_cases_csv",
    ("read_legacy_mapping", "std::string_view"): "read_legacy_mapping",
    ("write_legacy_mapping", "LegacyMapping"): "write_legacy_mapping",
    ("import_legacy", "std::istream"): "import_legacy",
    ("write_units_geojson", "std::ostream"): "write_units_geojson",
    ("write_cases_geojson", "std::ostream"): "write_cases_geojson",
    ("read_units_geojson", "std::istream"): "read_units_geojson",
    ("write_holidays_icalendar", "std::ostream"): "write_holidays_icalendar",
    ("read_holidays_icalendar", "std::istream"): "read_holidays_icalendar",
    ("write_cap", "std::ostream"): "write_cap",
    ("read_cap", "std::istream"): "read_cap",
    ("validate", "CapAlert"): "validate_cap",
    ("to_cap", "Case"): "to_cap",
    ("from_cap", "CapAlert"): "from_cap",
    ("cap_time", "Instant"): "cap_time",
    ("reference_to", "CapAlert"): "cap_reference_to",
    ("read_cap_mapping", "std::string_view"): "read_cap_mapping",
    ("write_cap_mapping", "CapMapping"): "write_cap_mapping",
    ("write_open311_services", "std::ostream"): "write_open311_services",
    ("read_open311_services", "std::istream"): "read_open311_services",
    ("write_open311_definition", "std::ostream"): "write_open311_definition",
    ("read_open311_definition", "std::istream"): "read_open311_definition",
    ("read_open311_requests", "std::istream"): "read_open311_requests",
    ("read_open311_form", "std::string_view"): "read_open311_form",
    ("open311_services", "Directory"): "open311_services",
    ("to_open311", "Case"): "to_open311",
    ("read_open311_mapping", "std::string_view"): "read_open311_mapping",
    ("write_open311_mapping", "Open311Mapping"): "write_open311_mapping",
    ("to_report", "Open311Request"): "open311_to_report",
    ("to_answer", "Open311Request"): "open311_to_answer",
    ("open311_left_out", "Open311Request"): "open311_left_out",
    ("find_open311", "Engine"): "find_open311",
    ("write_open311_cases", "std::ostream"): "write_open311_cases",
    ("read_track_rules", "std::string_view"): "read_track_rules",
    ("write_track_rules", "TrackRules"): "write_track_rules",
    ("validate", "TrackRules"): "validate_track_rules",
    ("find_in_tracks", "TrackRules"): "find_in_tracks",
    ("to_alert", "TrackFinding"): "track_to_alert",
}

# Member functions of the engine that are bound by hand, or are of no use here: no connection of
# Python's can be shared with the engine.
BY_HAND = {"subscribe", "host_committed", "host_rolled_back"}

# Classes that are bound by hand, and values that have a form of their own in Python.
SPECIAL = {
    "std::string": "str", "std::string_view": "str", "bool": "bool", "double": "float",
    "Instant": "datetime", "Duration": "timedelta", "std::chrono::nanoseconds": "int",
    "Date": "date", "Decimal": "Decimal", "CaseId": "int", "Marks": "FrozenSet[Mark]",
    "RoadNetwork": "Roads", "Metric": "Callable[[Point, Point], float]", "void": "None",
    "Directory": "Directory", "Engine": "Engine", "char": "str", "std::ostream": "BinaryIO",
    "std::istream": "BinaryIO", "DocumentError": "DocumentError",
}
INTEGERS = {"int", "std::size_t"} | {f"std::{u}int{n}_t" for u in ("", "u") for n in (8, 16, 32, 64)}
CALLABLES = {
    "entropy": "Callable[[int], bytes]",
    "log": "Callable[[str, str, str, Mapping[str, str]], None]",
}


def python_name(name: str) -> str:
    """Words that mean something in Python end in an underscore."""
    return name + "_" if keyword.iskeyword(name) else name


def class_name(whole: str) -> str:
    return whole.replace("Engine::", "").replace("::", "")


class Names:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.structs: Dict[str, Struct] = {}  # bound ones, by whole name
        self.enums: Dict[str, Enum] = {}
        self.engine = [f for f in reader.structs["Engine"].functions
                       if not f.static and f.name not in BY_HAND]
        self.directory = reader.structs["Directory"].functions
        self.functions = self.chosen_functions()
        for name in ("EngineOptions", "Fault", "Mark", "Roads"):
            self.need(Type(name), "")
        for scope, found in (("Engine", self.engine), ("Directory", self.directory),
                             ("", [f for _, f in self.functions])):
            for function in found:
                self.need(function.result, scope)
                for parameter in function.parameters:
                    self.need(parameter.type, scope)

    def chosen_functions(self) -> List[Tuple[str, Function]]:
        found = []
        for (name, first), called in FUNCTIONS.items():
            fitting = [f for f in self.reader.functions if f.name == name and
                       (f.parameters[0].type.name if f.parameters else None) == first]
            if len(fitting) != 1 and name == "validate":
                fitting = [f for f in fitting if len(f.parameters) == 1]
            if len(fitting) != 1:
                raise Unreadable(f"{name}({first}): {len(fitting)} functions of that name")
            found.append((called, fitting[0]))
        return found

    def method_name(self, function: Function) -> str:
        first = function.parameters[0].type.name if function.parameters else None
        return ENGINE_OVERLOADS.get((function.name, first), function.name)

    def expand(self, type_: Type) -> Type:
        """Without other names of the same."""
        while type_.name in self.reader.aliases and type_.name not in SPECIAL:
            type_ = self.reader.aliases[type_.name]
        return type_

    def need(self, type_: Type, scope: str) -> None:
        type_ = self.expand(type_)
        function = callable_of(type_)
        for part in [function[0], *function[1]] if function else []:
            self.need(part, scope)
        for argument in type_.arguments:
            if not argument.name.isdigit():
                self.need(argument, scope)
        name = type_.name
        if name in SPECIAL or name in INTEGERS or name.startswith(("std::", "?std::function")) or \
                name == "pointer":
            return
        whole = self.reader.resolve(name, scope)
        if whole in self.reader.enums:
            self.enums.setdefault(whole, self.reader.enums[whole])
        elif whole in self.reader.structs:
            self.need_struct(whole)
        else:
            raise Unreadable(f"{name} in {scope or 'gridcase'}: no such type is known")

    def need_struct(self, whole: str) -> None:
        if whole in self.structs:
            return
        struct = self.reader.structs[whole]
        if struct.is_class:
            raise Unreadable(f"{whole} is a class: it needs a form of its own in Python")
        if struct.base:
            self.need_struct(struct.base)
        self.structs[whole] = struct
        for member in struct.members:
            if member.name not in CALLABLES:
                self.need(member.type, whole)

    # ---- what Python says

    def annotation(self, type_: Type, scope: str, member: str = "", sequence: str = "Sequence") -> str:
        type_ = self.expand(type_)
        inner = lambda i: self.annotation(type_.arguments[i], scope)  # noqa: E731
        name = type_.name
        if name in SPECIAL:
            return SPECIAL[name]
        if name in INTEGERS:
            return "int"
        if name == "std::optional" or name == "pointer":
            return f"Optional[{inner(0)}]"
        if name == "std::shared_ptr":
            inside = inner(0)
            return inside if inside == "Policy" else f"Optional[{inside}]"
        if name == "std::vector":
            return f"{sequence}[{inner(0)}]"
        if name == "std::pair":
            return f"Tuple[{inner(0)}, {inner(1)}]"
        if name == "std::array":
            if type_.arguments[0].name == "std::uint8_t":
                return "bytes"
            return f"Sequence[{inner(0)}]"
        if name == "std::map":
            return f"Mapping[{inner(0)}, {inner(1)}]"
        if name == "std::variant":
            return "Union[" + ", ".join(inner(i) for i in range(len(type_.arguments))) + "]"
        if name.startswith("?std::function"):
            return f"Optional[{self.callable_note(type_, scope, member)}]"
        return class_name(self.reader.resolve(name, scope))

    def callable_note(self, type_: Type, scope: str, member: str) -> str:
        if member in CALLABLES:
            return CALLABLES[member]
        function = callable_of(type_)
        if not function:
            raise Unreadable(f"{scope}: {type_.name} cannot be read")
        result = "object" if function[0].name == "void" else self.annotation(function[0], scope)
        return f"Callable[[{', '.join(self.annotation(t, scope) for t in function[1])}], {result}]"

    def default(self, member: Member, scope: str) -> str:
        """The default of a field, as it stands in the class; `LATE:` where it must be made anew."""
        type_, initial = self.expand(member.type), member.initial
        if initial in ("{}", ""):
            initial = None
        name = type_.name
        if name.startswith("?std::function") or name in (
                "std::optional", "pointer"):
            return "None"
        if name == "Marks":
            return "frozenset()"
        if name == "std::vector":
            return "()" if initial is None else self.items(initial, type_, scope)
        if name == "std::map":
            return "LATE:dict"
        if name == "std::array":
            return self.array(type_, initial, scope)
        if name == "std::variant":
            return f"LATE:lambda: {self.annotation(type_.arguments[0], scope)}()"
        return self.single(type_, initial, scope)

    def items(self, initial: str, type_: Type, scope: str) -> str:
        from headers import split_top
        parts = [self.single(self.expand(type_.arguments[0]), part, scope)
                 for part in split_top(initial.strip()[1:-1])]
        return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"

    def array(self, type_: Type, initial: "str | None", scope: str) -> str:
        if initial is not None:
            return self.items(initial, type_, scope)
        of, count = self.expand(type_.arguments[0]), int(type_.arguments[1].name)
        if of.name == "std::uint8_t":
            return f"bytes({count})"
        return f"({self.default(Member('', of, None, ''), scope)},) * {count}"

    def single(self, type_: Type, initial: "str | None", scope: str) -> str:
        name = type_.name
        if name in ("std::string", "std::string_view", "char"):
            return initial or '""'
        if name == "bool":
            return {"true": "True", "false": "False", None: "False"}[initial]
        if name == "double":
            return repr(float((initial or "0").replace("'", "")))
        if name in INTEGERS or name == "std::chrono::nanoseconds":
            return (initial or "0").replace("'", "_").rstrip("uUlL")
        if name == "CaseId":
            return "0"
        if name == "Instant":
            return "EPOCH"
        if name == "Date":
            return "date.min"
        if name in ("Duration", "Decimal"):
            return self.quantity(name, initial)
        whole = self.reader.resolve(name, scope)
        if whole in self.enums:
            value = (initial or "").split("::")[-1]
            return f"{class_name(whole)}.{value.upper()}"
        if whole in self.structs and initial is None:
            return f"LATE:lambda: {class_name(whole)}()"
        raise Unreadable(f"{scope}: no Python for the default {initial!r} of a {name}")

    @staticmethod
    def quantity(name: str, initial: "str | None") -> str:
        import re
        if name == "Decimal":
            match = re.fullmatch(r"decimal\((-?\d+)\)", initial or "decimal(0)")
            if match:
                return f"Decimal({match.group(1)})"
        else:
            match = re.fullmatch(r"std::chrono::(\w+)\((\d+)\)", initial or "std::chrono::hours(0)")
            if match:
                return f"timedelta({match.group(1)}={match.group(2)})"
        raise Unreadable(f"no Python for the default {initial!r} of a {name}")
