"""The C++ that follows from the headers: descriptions of values, bindings of functions."""

from typing import Dict, List

from headers import Function, Member, Struct, Type, callable_of
from names import Names, class_name, python_name

METHODS_A_FILE = 12


def cpp(whole: str) -> str:
    return f"gridcase::{whole}"


def struct_description(struct: Struct) -> str:
    lines = [f"template <> struct Described<{cpp(struct.name)}> {{",
             f'  static constexpr const char* python = "{class_name(struct.name)}";',
             "  template <class V, class F> static void each(V& value, F&& field) {"]
    if struct.base:
        lines.append(f"    Described<{cpp(struct.base)}>::each(value, field);")
    lines += [f'    field("{python_name(m.name)}", value.{m.name});' for m in struct.members]
    if not struct.members and not struct.base:
        lines.append("    (void)value, (void)field;")
    lines += ["  }", "};", f"GRIDCASE_PYTHON_CONVERTS({cpp(struct.name)});"]
    return "\n".join(lines)


def enum_description(whole: str, values: List[str]) -> str:
    pairs = "".join(f'    {{{cpp(whole)}::{value}, "{value}"}},\n' for value in values)
    return (f"template <> struct Names<{cpp(whole)}> {{\n"
            f'  static constexpr const char* python = "{class_name(whole)}";\n'
            f"  static constexpr std::pair<{cpp(whole)}, const char*> values[] = {{\n{pairs}  }};\n"
            "  static constexpr const auto& all() { return values; }\n};")


def types_header(names: Names) -> str:
    parts = ['#pragma once\n\n#include "convert.hpp"\n\nnamespace gridcase::python {\n']
    parts += [enum_description(whole, [v for v, _ in enum.values])
              for whole, enum in sorted(names.enums.items())]
    # A base stands before what is made of it.
    parts += [struct_description(struct) for struct in names.structs.values()]
    parts.append("\n} // namespace gridcase::python\n")
    return "\n".join(parts)


def conversions(structs: List[Struct]) -> str:
    lines = ['#include "described_types.hpp"\n', "namespace gridcase::python {\n"]
    for struct in structs:
        name = cpp(struct.name)
        lines += [f"py::object Convert<{name}>::out(const {name}& value) {{ return describe(value); }}",
                  f"{name} Convert<{name}>::in(py::handle object, const Where& where) {{",
                  f"  return read_described<{name}>(object, where);", "}"]
    lines.append("\n} // namespace gridcase::python\n")
    return "\n".join(lines)


def type_text(type_: Type, names: Names, scope: str) -> str:
    if type_.name == "std::string_view":
        return "std::string"
    inner = ", ".join(type_text(a, names, scope) for a in type_.arguments)
    name = type_.name if type_.name.startswith("std::") or type_.name in (
        "bool", "double", "int") or type_.name.isdigit() else cpp(
            names.reader.resolve(type_.name, scope))
    return f"{name}<{inner}>" if inner else name


FILES = {"std::ostream": "OutFile", "std::istream": "InFile"}


def function_text(type_: Type, names: Names, scope: str) -> str:
    result, given = callable_of(type_)  # type: ignore
    told = "void" if result.name == "void" else type_text(result, names, scope)
    return f"std::function<{told}({', '.join(type_text(t, names, scope) for t in given)})>"


def argument(parameter: Member, called: str, names: Names, scope: str) -> str:
    type_, name = parameter.type, parameter.name
    if type_.name == "Directory":
        return f"  const auto a_{name} = object_{name}.cast<gridcase::Directory>();"
    if type_.name in FILES:
        return f'  {FILES[type_.name]} a_{name}(object_{name}, "{called}");'
    if callable_of(type_):
        way = "in" if parameter.initial is not None else "in_needed"
        return (f'  const auto a_{name} = {way}<{function_text(type_, names, scope)}>'
                f'(object_{name}, "{called}");')
    return (f'  const auto a_{name} = in<{type_text(type_, names, scope)}>'
            f'(object_{name}, "{called}");')


def called_as(name: str) -> str:
    return "case_id" if name == "id" else python_name(name)


def body(function: Function, call: str, names: Names, scope: str, direct: bool) -> List[str]:
    """Arguments in, the call without the GIL, the result out."""
    given = [p for p in function.parameters if p.type.name != "Engine"]
    lines = [argument(p, called_as(p.name), names, scope) for p in given]
    inner = ", ".join("engine" if p.type.name == "Engine" else
                      f"a_{p.name}" + (".stream()" if p.type.name in FILES else "")
                      for p in function.parameters)
    said = f"{call}({inner})"
    if direct:
        whole = said
    else:
        lines.insert(0, "  const Call counted;")
        whole = f"host.call([&](gridcase::Engine& engine) {{ return {said}; }})"
    finish = [f"  a_{p.name}.finish();" for p in given if p.type.name == "std::ostream"]
    if function.result.name == "void":
        return lines + [f"  {whole};"] + finish
    if finish:
        return lines + [f"  const auto found = {whole};"] + finish + ["  return out(found);"]
    if function.result.name == "Directory":
        return lines + [f"  return {whole};"]
    return lines + [f"  return out({'std::decay_t<decltype(' + whole + ')>(' + whole + ')' if direct else whole});"]


def binding(target: str, function: Function, called: str, first: str, call: str, names: Names,
            scope: str, direct: bool) -> str:
    given = [p for p in function.parameters if p.type.name != "Engine"]
    heads = [first] if first else []
    heads += [f"py::handle object_{p.name}" for p in given]
    inner = "\n    ".join(body(function, call, names, scope, direct))
    return (f'  {target}.def("{called}", []({", ".join(heads)}) {{\n    {inner}\n  }});')


def engine_files(names: Names) -> Dict[str, str]:
    files, chunks = {}, []
    head = '#include "described_types.hpp"\n#include "host.hpp"\n\nnamespace gridcase::python {\n\n'
    for at in range(0, len(names.engine), METHODS_A_FILE):
        number = at // METHODS_A_FILE + 1
        lines = [binding("bound", f, names.method_name(f), "Host& host", f"engine.{f.name}", names,
                         "Engine", False) for f in names.engine[at:at + METHODS_A_FILE]]
        files[f"methods_{number}.cpp"] = (
            f"{head}void bind_engine_methods_{number}(py::class_<Host>& engine);\n"
            f"void bind_engine_methods_{number}(py::class_<Host>& bound) {{\n" + "\n".join(lines) +
            "\n}\n\n} // namespace gridcase::python\n")
        chunks.append(number)
    declared = "".join(f"void bind_engine_methods_{n}(py::class_<Host>& engine);\n" for n in chunks)
    called = "".join(f"  bind_engine_methods_{n}(engine);\n" for n in chunks)
    files["methods.cpp"] = (f"{head}{declared}\nvoid bind_engine_methods(py::class_<Host>& engine) "
                            f"{{\n{called}}}\n\n}} // namespace gridcase::python\n")
    return files


def directory_file(names: Names) -> str:
    lines = [binding("directory", f, f.name, "const gridcase::Directory& self", f"self.{f.name}", names,
                     "Directory", True) for f in names.directory]
    return ('#include "described_types.hpp"\n#include "host.hpp"\n\nnamespace gridcase::python {\n\n'
            "void bind_directory(py::module_& module) {\n"
            '  py::class_<gridcase::Directory> directory(module, "Directory");\n'
            "  directory.def(py::init([](py::handle organization) {\n"
            '    return gridcase::Directory(in<gridcase::Organization>(organization, "organization"));\n'
            "  }));\n" + "\n".join(lines) + "\n}\n\n} // namespace gridcase::python\n")


def functions_file(names: Names) -> str:
    lines = []
    for called, function in names.functions:
        with_engine = any(p.type.name == "Engine" for p in function.parameters)
        lines.append(binding("module", function, called, "Host& host" if with_engine else "",
                             f"gridcase::{function.name}", names, "", not with_engine))
    return ('#include "described_types.hpp"\n#include "host.hpp"\n#include "streams.hpp"\n\nnamespace gridcase::python {\n\n'
            "void bind_functions(py::module_& module) {\n" + "\n".join(lines) +
            "\n}\n\n} // namespace gridcase::python\n")


def write(names: Names) -> Dict[str, str]:
    files = {"described_types.hpp": types_header(names), "directory.cpp": directory_file(names),
             "functions.cpp": functions_file(names), **engine_files(names)}
    by_header: Dict[str, List[Struct]] = {}
    for struct in names.structs.values():
        by_header.setdefault(struct.header, []).append(struct)
    for header, structs in by_header.items():
        files[f"described_{header}.cpp"] = conversions(structs)
    return files
