#!/usr/bin/env python3
"""write_snippets.py OUT: a program of the C++ and C that stands in README.md and in the headers, so that
it is compiled and run as it stands there."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block, = re.findall(r"^```cpp\n(.*?)^```$", text, re.M | re.S)
    includes = "".join(re.findall(r"^#include.*\n", block, re.M))
    body, count = re.subn(r"int main\(\)", "void from_readme()", re.sub(r"^#include.*\n", "", block, flags=re.M))
    assert count == 1
    return includes, body


def snippets(header, start):
    """The blocks of code in a header's comments, which begin with `start`."""
    text = (ROOT / "include/gridcase" / header).read_text(encoding="utf-8")
    blocks = re.findall(rf"(?:^ *{start} {{5}}.*\n)+", text, re.M)
    return [re.sub(rf"^ *{start} {{5}}", "  ", block, flags=re.M) for block in blocks]


PROGRAM = """// Written by write_snippets.py.
#include <gridcase/gridcase.h>
#include <cstdio>
#include <stdexcept>
#include <string>
{sqlite}{includes}
{readme}
// As the comment at the top of engine.hpp begins.
int from_engine(const gridcase::Policy& policy, const gridcase::EngineOptions& options, gridcase::Instant now) {{
{engine}  std::puts(std::string(name(answer.status)).c_str());
  return answer.ok() ? 0 : 1;
}}

// As that of gridcase.h.
int from_c() {{
{c}  return 0;
}}
{attach}
int main() {{
  const gridcase::Instant now = gridcase::parse_instant("2018-03-16T08:30:00+08:00");
  std::ifstream file("examples/jiangshan/organization.json");
  const std::string document{{std::istreambuf_iterator<char>(file), {{}}}};
  const gridcase::Policy policy = gridcase::read_policy(document);
  from_readme();
  const int engine = from_engine(policy, {{}}, now);
  const int c = from_c();
  return engine + c{call};
}}
"""

ATTACH = """
void run(sqlite3* db, const char* statement) {{
  if (sqlite3_exec(db, statement, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db));
}}

// As that of Engine::attach.
int from_attach(const gridcase::Policy& policy, gridcase::Instant now) {{
  sqlite3* db = nullptr;
  sqlite3_open("office.db", &db);
  run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  run(db, "CREATE TABLE permits(about TEXT)");
  int status = 1;
  {{
    gridcase::Engine engine = gridcase::Engine::create_in(db, policy, {{}}, now);
    const gridcase::Actor actor{{"330881", "", ""}};
    gridcase::Action report;
    report.kind = gridcase::ActionKind::report;
    report.title = "dig";
    report.category = "04-04";
{attach}    status = answer.provisional && engine.get(answer.case_id, actor) ? 0 : 1;
  }}
  sqlite3_close(db);
  return status;
}}
"""


def main():
    includes, body = readme()
    engine, attach = snippets("engine.hpp", "///")
    c, = snippets("gridcase.h", r"\*")
    shares = "--own-sqlite" not in sys.argv
    text = PROGRAM.format(sqlite="#include <sqlite3.h>\n" if shares else "", includes=includes, readme=body,
                          engine=engine, c=c, attach=ATTACH.format(attach=attach) if shares else "",
                          call=" + from_attach(policy, now)" if shares else "")
    pathlib.Path(sys.argv[1]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
