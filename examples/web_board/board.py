#!/usr/bin/env python3
"""A board for the wall: who has how many cases, what is late, and each case step by step. Only reads.

    board.py --library libgridcase.so --store county.gridcase --by 330881 [--port 8080] [--at TIME]

Pages are made from the store at each request and ask for themselves again every half minute.
"""

import argparse
import datetime
import html
import http.server
import sys
import urllib.parse

from gridcase_reader import GridcaseError, Reader

STAGES = {"report": "上报", "file": "立案", "dispatch": "派遣", "handle": "处置", "feedback": "反馈", "close": "结案"}
LIGHTS = {"green": "正常", "yellow": "临近超时", "red": "超时"}
STYLE = """
body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 0; background: #eef1f5; color: #1c2733; }
header { background: #1d4a78; color: #fff; padding: 14px 24px; } header a { color: #fff; } h1 { font-size: 22px; margin: 0; }
main { padding: 16px 24px; display: grid; gap: 16px; } section { background: #fff; border-radius: 6px; padding: 12px 16px; overflow-x: auto; }
h2 { font-size: 17px; margin: 0 0 8px; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 6px 10px; border-bottom: 1px solid #e1e6ec; } td.n, th.n { text-align: right; }
.light { display: inline-block; padding: 0 8px; border-radius: 10px; color: #fff; } .green { background: #2d7d46; }
.yellow { background: #8a6100; } .red { background: #b3261e; } a { color: #14578f; } .quiet { color: #5a6775; }
"""


def text(value):
    return html.escape(str(value if value not in (None, "") else "–"))


def civil(time):
    return text(time[:16].replace("T", " ")) if time else "–"


def table(heads, rows):
    """Heads that begin with # are of numbers; rows are ready HTML."""
    numbers = [head.startswith("#") for head in heads]
    cell = lambda kind, number, value: '<%s%s>%s</%s>' % (kind, ' class="n"' if number else "", value, kind)
    line = lambda kind, values: "<tr>" + "".join(cell(kind, n, v) for n, v in zip(numbers, values)) + "</tr>"
    if not rows:
        return '<p class="quiet">无 · none</p>'
    return "<table><thead>%s</thead><tbody>%s</tbody></table>" % (
        line("th", [text(head.lstrip("#")) for head in heads]), "".join(line("td", row) for row in rows))


class Board:
    def __init__(self, reader, actor, at):
        self.reader, self.actor, self.at = reader, actor, at
        organization = reader.call("policy")["organization"]
        self.county = organization["name"]
        self.units = {unit["code"]: unit["name"] for unit in organization["units"]}
        self.categories = {category["code"]: category["name"] for category in organization["categories"]}

    def now(self):
        return self.at or datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")

    def unit(self, code):
        return text(self.units.get(code, code))

    def light(self, clock):
        colour = clock["light"]
        return '<span class="light %s">%s</span>' % (colour, LIGHTS[colour])

    def overview(self, unit):
        lines = self.reader.call("board", actor=self.actor, query={"by": "holder"})["lines"]
        rows = [['<a href="/?%s">%s</a>' % (urllib.parse.urlencode({"unit": line["key"]}), self.unit(line["key"])),
                 *[text(line["by_stage"].get(stage, 0)) for stage in STAGES if stage != "close"], text(line["open"])]
                for line in sorted(lines, key=lambda line: -line["open"])]
        heads = ["单位 Unit"] + ["#" + STAGES[stage] + " " + stage for stage in STAGES if stage != "close"] + ["#在办 Open"]
        parts = [("在办案件 · Open cases by unit", table(heads, rows))]
        query = {"holder": unit, "open_only": True, "limit": 100} if unit else {"deadline_before": self.now(), "limit": 100}
        title = self.units.get(unit, unit) + " · Its cases" if unit else "超时案件 · Overdue"
        parts.append((title, self.case_table(self.reader.call("find", actor=self.actor, query=query)["cases"])))
        return parts

    def case_table(self, cases):
        rows = [['<a href="/case/%s">%s</a>' % (text(case["id"]), text(case["number"])), text(case["title"]),
                 text(self.categories.get(case["category"], case["category"])), self.unit(case["holder"]), text(case["state"]),
                 civil(case.get("deadline"))] for case in cases]
        return table(["编号 Number", "标题 Title", "类别 Category", "单位 Unit", "状态 State", "期限 Deadline"], rows)

    def case(self, number):
        case = self.reader.call("get", actor=self.actor, case_id=number)
        if case is None:
            return None
        clocks = self.reader.call("clocks", actor=self.actor, case_id=number, now=self.now())
        history = self.reader.call("history", actor=self.actor, case_id=number)
        watch = [[text(clock["milestone"] or clock["clock"]["milestone"]), self.unit(clock["clock"]["unit"]),
                  civil(clock["clock"]["times"]["deadline"]), text(clock["clock"]["state"]), self.light(clock)] for clock in clocks]
        steps = [[civil(event["happened"]), text(event["action"]), self.unit(event["actor"]["unit"]), text(event["after"]["state"])]
                 for event in history]
        return [(case["number"] + " " + case["title"], "<p>%s · %s</p>" % (self.unit(case["holder"]), text(case["state"]))),
                ("时限 · Clocks", table(["节点 Milestone", "责任单位 Unit", "期限 Deadline", "状态 State", "灯 Light"], watch)),
                ("经过 · Steps", table(["时间 Time", "操作 Action", "单位 Unit", "之后 After"], steps))]

    def page(self, parts):
        sections = "".join("<section><h2>%s</h2>%s</section>" % (text(head), body) for head, body in parts)
        return ('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
                '<link rel="icon" href="data:,"><meta http-equiv="refresh" content="30"><title>%s</title><style>%s</style></head><body><header><h1>'
                '<a href="/">%s</a></h1></header><main>%s</main></body></html>') % (text(self.county), STYLE, text(self.county), sections)


class Handler(http.server.BaseHTTPRequestHandler):
    board = None

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        try:
            parts = self.parts(address.path, urllib.parse.parse_qs(address.query))
        except GridcaseError as error:
            return self.answer(400 if error.code.startswith("invalid") else 500, self.board.page([("Error", text(error))]))
        if parts is None:
            return self.answer(404, self.board.page([("404", "没有此页 · not here")]))
        return self.answer(200, self.board.page(parts))

    def parts(self, path, asked):
        if path == "/":
            return self.board.overview(asked.get("unit", [""])[0])
        if path.startswith("/case/"):
            return self.board.case(path[len("/case/"):])
        return None

    def answer(self, status, page):
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", required=True)
    parser.add_argument("--store", required=True)
    parser.add_argument("--by", required=True, help="who looks, such as 330881 or 330881/zhang: nobody sees more than in the store")
    parser.add_argument("--port", type=int, default=8080, help="0 takes one that is free")
    parser.add_argument("--at", help="clocks as they stand then; now if absent")
    options = parser.parse_args()
    unit, _, person = options.by.partition("/")
    try:
        reader = Reader(options.library, options.store)
        Handler.board = Board(reader, {"unit": unit, "person": person}, options.at)
    except (GridcaseError, OSError) as error:
        sys.exit("board.py: %s" % error)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", options.port), Handler)
    print("http://127.0.0.1:%d/" % server.server_address[1], flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
        reader.close()


if __name__ == "__main__":
    main()
