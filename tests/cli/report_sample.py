"""A month of an invented county in the form of examples/report, and the page that shows it."""

import datetime
import json
import math
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ASSETS = os.path.join(HERE, "..", "..", "examples", "report")
ZONE = datetime.timezone(datetime.timedelta(hours=8))
FROM = datetime.datetime(2018, 3, 1, tzinfo=ZONE)
UNTIL = datetime.datetime(2018, 4, 1, tzinfo=ZONE)
DAYS = 31

TOWNSHIPS = ["双塔街道", "虎山街道", "上余镇", "四都镇", "贺村镇", "清湖镇", "坛石镇", "大桥镇",
             "新塘边镇", "长台镇", "石门镇", "凤林镇"]
DEPARTMENTS = ["市综合行政执法局", "市住建局", "市公安局", "市水利局", "市自然资源局", "市交通运输局",
               "市市场监管局", "市生态环境分局", "市供电公司", "市水务集团"]
SUBJECTS = [("05-01", "占道经营", "农贸市场门口"), ("01-02", "暴露垃圾", "村口空地"),
            ("04-04", "污水倒灌", "小区3幢楼下"), ("04-01", "村道塌陷", "进村公路"),
            ("02-02", "违章张贴广告", "沿街店面"), ("03-01", "工地夜间施工", "在建工地"),
            ("01-07", "河道漂浮物", "溪边步道"), ("C-02", "路灯不亮", "村文化广场"),
            ("06-03", "邻里纠纷", "自然村"), ("C-01", "井盖破损", "主街十字路口")]
CATEGORY_NAMES = {"05-01": "无照经营游商", "01-02": "暴露垃圾", "04-04": "下水道堵塞或破损",
                  "04-01": "路面塌陷", "02-02": "违章张贴悬挂广告牌匾", "03-01": "施工扰民",
                  "01-07": "水域不洁", "C-02": "道路照明", "06-03": "矛盾纠纷", "C-01": "公用设施井盖"}

MEASURES = [
    ("reported", "上报数", "Reported", "count", "本期上报的案件数。",
     "Cases that were reported in the period."),
    ("filed", "立案数", "Filed", "count", "本期立案的案件数。", "Cases that were filed in the period."),
    ("closed", "结案数", "Closed", "count", "本期结案的案件数。", "Cases that were closed in the period."),
    ("closing_rate", "结案率", "Closing rate", "rate", "期限在本期内的案件中已结案的比例。",
     "Of the cases whose closing limit lies in the period, those that are closed."),
    ("closing_in_time_rate", "按期结案率", "Closed in time", "rate",
     "期限在本期内的案件中按期结案的比例。",
     "Of the cases whose closing limit lies in the period, those that were closed by it."),
    ("signing_in_time_rate", "按时签收率", "Signed for in time", "rate",
     "应在本期签收的任务中按时签收的比例。",
     "Of the orders to be signed for in the period, those that were signed for in time."),
    ("rework_rate", "返工率", "Rework", "rate", "本期派出的任务中因核查不通过而返工的比例。",
     "Of the orders of the period, those given because a check had failed."),
    ("median_closing_time", "结案用时中位数", "Median time to close", "median",
     "本期结案案件自上报至结案的自然时间的中位数。",
     "Natural time from report to closing, of the cases closed in the period."),
]

WORDS = {
    "tier": {"village": ["村级", "village"], "township": ["镇级", "township"], "county": ["县级", "county"]},
    "state": {"village_handling": ["村级·处置中", "village · being handled"],
              "village_intake": ["村级·待受理", "village · in the pool"],
              "village_triage": ["村级·已立案待派遣", "village · filed, to be decided"],
              "township_intake": ["镇级·待受理", "township · in the pool"],
              "township_dispatched": ["镇级·已派遣待签收", "township · dispatched, not signed"],
              "township_handling": ["镇级·处置中", "township · being handled"],
              "township_review": ["镇级·已反馈待审核", "township · fed back, in review"],
              "county_intake": ["县级·待受理", "county · in the pool"],
              "county_dispatched": ["县级·已派遣待签收", "county · dispatched, not signed"],
              "county_handling": ["县级·处置中", "county · being handled"],
              "county_review": ["县级·已反馈待审核", "county · fed back, in review"],
              "closed": ["已结案", "closed"]},
    "action": {"report": ["上报", "reported"], "file": ["立案", "filed"], "escalate": ["提级上报", "escalated"],
               "dispatch": ["派遣", "dispatched"], "sign": ["签收", "signed for"],
               "feedback": ["反馈", "fed back"], "handle": ["自办", "handles it itself"],
               "decline": ["退单", "order declined"], "urge": ["催办", "reminder"],
               "suspend": ["挂账", "suspended"], "resume": ["恢复办理", "resumed"], "close": ["结案", "closed"]},
    "outcome": {},
    "channel": {"patrol": ["网格巡查", "patrol"], "hotline": ["12345 热线", "12345 hotline"],
                "video": ["视频发现", "camera"]},
    "clock_state": {"running": ["计时中", "running"], "met": ["已满足", "met"], "held": ["暂停", "held"],
                    "dropped": ["不再等待", "dropped"]},
    "segment": {"counted": ["计时", "counted"], "closed": ["非工作时间", "outside hours"],
                "day_off": ["休息日", "day off"], "holiday": ["节假日", "holiday"],
                "held": ["挂账暂停", "held"], "late": ["逾期", "late"]},
}


def stamp(time):
    return time.isoformat(timespec="seconds") if time else None


class Sample:
    """Builds the document step by step; the same seed gives the same document."""

    def __init__(self, seed=2018, cases=900, polygons=True):
        self.random = random.Random(seed)
        self.units, self.grids, self.cases = [], [], []
        self.facts = {code: ([], []) for code, *_ in MEASURES}
        self.flows = {}
        self.county = self.unit("330881", "江山市综合指挥中心", "command_center", "county", -1)
        self.departments = [self.unit("D%02d" % (i + 1), name, "department", "county", self.county)
                            for i, name in enumerate(DEPARTMENTS)]
        self.rooms = [self.unit("3308810%02d" % (i + 1), name + "综合信息指挥室", "command_room",
                                "township", self.county) for i, name in enumerate(TOWNSHIPS)]
        self.stations = [self.unit("3308810%02d-S" % (i + 1), name + "综合执法队", "station", "township",
                                   self.rooms[i]) for i, name in enumerate(TOWNSHIPS)]
        self.ground(polygons)
        self.categories = [{"code": code, "name": CATEGORY_NAMES[code]} for code, *_ in SUBJECTS]
        for number in range(cases):
            self.case(number)

    def unit(self, code, name, kind, tier, parent):
        self.units.append({"code": code, "name": name, "kind": kind, "tier": tier, "parent": parent})
        return len(self.units) - 1

    # ---- ground: a county of quadrilaterals with shared, bent sides ----

    def ground(self, polygons):
        columns, rows = 13, 12
        west, south, step = 118.37, 28.31, 0.042

        def corner(x, y):
            shake = random.Random(x * 1000 + y)
            return (west + (x + shake.uniform(-.28, .28)) * step,
                    south + (y + shake.uniform(-.28, .28)) * step * .9)

        def side(a, b):
            (first, second), turned = ((a, b), False) if a < b else ((b, a), True)
            shake = random.Random(repr((first, second)))
            p, q = corner(*first), corner(*second)
            points = [p]
            for part in (.25, .5, .75):
                points.append((p[0] + (q[0] - p[0]) * part + shake.uniform(-.07, .07) * step,
                               p[1] + (q[1] - p[1]) * part + shake.uniform(-.07, .07) * step))
            points.append(q)
            return points[::-1] if turned else points

        cells = [(x, y) for x in range(columns) for y in range(rows)
                 if ((x - 6) / 6.6) ** 2 + ((y - 5.5) / 6.1) ** 2 + .12 * math.sin(x * 1.7 + y) < 1]
        seeds = [(2, 3), (2, 7), (4, 10), (5, 6), (5, 2), (8, 10), (8, 7), (8, 4), (8, 1), (11, 8),
                 (11, 5), (11, 2)]
        for x, y in sorted(cells):
            town = min(range(12), key=lambda i: (seeds[i][0] - x) ** 2 + (seeds[i][1] - y) ** 2)
            ring = (side((x, y), (x + 1, y))[:-1] + side((x + 1, y), (x + 1, y + 1))[:-1] +
                    side((x + 1, y + 1), (x, y + 1))[:-1] + side((x, y + 1), (x, y)))
            count = 1 + sum(1 for grid in self.grids if grid["township"] == self.rooms[town])
            code = "3308810%02d%03d001" % (town + 1, count)
            unit = self.unit(code, "%s第%d网格" % (TOWNSHIPS[town][:-1].rstrip("街"), count), "grid", "village",
                             self.rooms[town])
            area = [[[[round(a, 6), round(b, 6)] for a, b in ring]]] if polygons else None
            self.grids.append({"unit": unit, "township": self.rooms[town], "area": area})

    # ---- cases ----

    def case(self, number):
        pick = self.random
        weights = [1 + 4 * random.Random(i).random() ** 2 for i in range(len(self.grids))]
        grid = pick.choices(range(len(self.grids)), weights)[0]
        day = pick.choices(range(DAYS), [.45 if (FROM + datetime.timedelta(days=d)).weekday() > 4 else 1 for d in range(DAYS)])[0]
        at = FROM + datetime.timedelta(days=day, hours=pick.choice([8, 9, 10, 11, 14, 15, 16, 17]),
                                       minutes=pick.randrange(60))
        subject = pick.randrange(len(SUBJECTS))
        tier = pick.choices(["village", "township", "county"], [62, 27, 11])[0]
        story = Story(self, number, grid, at, subject, tier)
        story.tell()
        self.cases.append(story.case)

    def flow(self, sender, receiver, case):
        self.flows.setdefault((sender, receiver), []).append(case)

    def fact(self, code, side, *fact):
        self.facts[code][side].append(list(fact))

    # ---- the document ----

    def value(self, form, numerator, denominator):
        if form == "count":
            return len(numerator), 1, str(len(numerator))
        if form == "rate":
            if not denominator:
                return 0, 0, None
            return len(numerator), len(denominator), "%.2f" % (100 * len(numerator) / len(denominator))
        amounts = sorted(fact[4] for fact in numerator)
        if not amounts:
            return 0, 0, None
        half = len(amounts) // 2
        middle = amounts[half] if len(amounts) % 2 else (amounts[half - 1] + amounts[half]) / 2
        return sum(amounts), len(amounts), "%.2f" % (middle / 3.6e9)

    def figures(self):
        result = []
        shake = random.Random(7)
        for measure, (code, _, _, form, _, _) in enumerate(MEASURES):
            numerator, denominator = self.facts[code]

            def add(by, key, keep):
                n, d, value = self.value(form, list(filter(keep, numerator)), list(filter(keep, denominator)))
                figure = {"measure": measure, "by": by, "key": key, "numerator": n, "denominator": d, "value": value}
                if by == "total" and value is not None:
                    old = float(value) * shake.uniform(.93, 1.01)
                    figure["before"] = {"period": "2018-02", "value": str(round(old)) if form == "count" else "%.2f" % old}
                result.append(figure)

            add("total", "", lambda fact: True)
            for unit in self.rooms:
                add("unit", self.units[unit]["code"], lambda fact, u=unit: self.is_within(fact[1], u))
            for grid in {fact[2] for fact in numerator + denominator if fact[2] >= 0}:
                add("grid", self.units[self.grids[grid]["unit"]]["code"], lambda fact, g=grid: fact[2] == g)
        return result

    def is_within(self, unit, above):
        while unit >= 0 and unit != above:
            unit = self.units[unit]["parent"]
        return unit >= 0

    def league(self, figures):
        codes = [code for code, *_ in MEASURES]
        columns = [codes.index(code) for code in ("closed", "closing_in_time_rate", "signing_in_time_rate", "rework_rate")]
        found = {(f["measure"], f["key"]): f for f in figures if f["by"] == "unit"}
        lines = []
        for unit in self.rooms:
            code = self.units[unit]["code"]
            rate = found.get((columns[1], code))
            share = float(rate["value"]) if rate and rate["value"] else 0
            score = 60 + share * .38 + random.Random(code).uniform(-1, 2)
            lines.append({"unit": unit, "score": "%.2f" % score, "grade": "A" if score >= 90 else "B",
                          "words": ["总分：%.2f 分。\n按期结案率 %.2f%%，得 %.2f 分。" % (score, share, score),
                                    "Total: %.2f points.\nClosed in time %.2f %%: %.2f points." % (score, share, score)]})
        lines.sort(key=lambda line: -float(line["score"]))
        for rank, line in enumerate(lines, 1):
            line.update(rank=rank, before=max(1, min(12, rank + random.Random(rank).choice([-2, -1, 0, 1, 2]))),
                        stars=5 if rank < 3 else 4 if rank < 7 else 3 if rank < 11 else 2)
        return {"rules": ["街镇考核（示例）", "Townships (sample)"], "frozen": stamp(UNTIL), "sha256": "5f" * 32, "most_stars": 5,
                "columns": columns, "lines": lines}

    def document(self, language="zh"):
        figures = self.figures()
        codes = [code for code, *_ in MEASURES]
        per_day = {code: [sum(1 for fact in self.facts[code][0] if fact[3] == day) for day in range(DAYS)]
                   for code in ("reported", "closed")}
        names = ["village", "township", "county"]
        came = {tier: [i for i, case in enumerate(self.cases) if names.index(case["tier"]) >= n]
                for n, tier in enumerate(names)}
        return {
            "format": "gridcase-report", "version": 1, "view": "overview", "language": language,
            "program": "gridcase", "county": {"code": "330881", "name": "江山市"},
            "time_zone": "Asia/Shanghai",
            "period": {"name": "2018-03", "from": "2018-03-01", "until": "2018-04-01"},
            "as_of": stamp(UNTIL), "policy": 4, "words": WORDS, "units": self.units, "grids": self.grids,
            "categories": self.categories,
            "measures": [{"code": code, "zh": zh, "en": en, "form": form, "definition": [about, english], "source": ""}
                         for code, zh, en, form, about, english in MEASURES],
            "headline": list(range(len(MEASURES))),
            "map": {"load": 0, "late": codes.index("closing_in_time_rate")},
            "figures": figures,
            "facts": [{"measure": i, "numerator": self.facts[code][0], "denominator": self.facts[code][1]}
                      for i, code in enumerate(codes)],
            "funnel": [{"tier": tier, "came": came[tier],
                        "solved": [i for i in came[tier] if self.cases[i]["tier"] == tier and self.cases[i]["ended"]]}
                       for tier in names],
            "trend": {"days": [self.day(day) for day in range(DAYS)],
                      "series": [{"measure": codes.index(code), "values": values} for code, values in per_day.items()]},
            "flows": [{"from": a, "to": b, "count": len(cases), "cases": cases} for (a, b), cases in self.flows.items()],
            "league": self.league(figures),
            "overdue": [{"case": i, "clock": j} for i, case in enumerate(self.cases)
                        for j, clock in enumerate(case["clocks"]) if clock["late"] and clock["state"] == "running"],
            "cases": self.cases,
        }

    def day(self, day):
        date = FROM + datetime.timedelta(days=day)
        return {"day": date.date().isoformat(), "off": date.weekday() > 4, "name": ["", ""]}


class Story:
    """What becomes of one case."""

    def __init__(self, sample, number, grid, at, subject, tier):
        self.sample, self.index, self.at, self.tier = sample, number, at, tier
        self.grid, self.subject, self.random = grid, subject, sample.random
        category, what, where = SUBJECTS[subject]
        town = sample.rooms.index(sample.grids[grid]["township"])
        self.worker, self.room, self.station = sample.grids[grid]["unit"], sample.rooms[town], sample.stations[town]
        self.department = sample.departments[subject % len(sample.departments)]
        self.lead = {"village": self.worker, "township": self.station, "county": self.department}[tier]
        self.case = {
            "number": "E%s%s%04d" % (category.replace("-", ""), at.strftime("%Y%m%d"), number + 1), "title": where + what,
            "category": subject, "channel": self.random.choices(["patrol", "hotline", "video"], [7, 4, 1])[0],
            "place": TOWNSHIPS[town] + where, "grid": grid, "tier": tier, "state": "village_intake",
            "lead": self.lead, "holder": self.worker, "reported": stamp(at), "filed": None, "handled": None,
            "ended": None, "deadline": None, "late": False, "units": [], "events": [], "clocks": []}
        self.moment = at

    def later(self, low, high):
        self.moment += datetime.timedelta(minutes=self.random.randint(low, high))
        return self.moment < UNTIL

    def event(self, action, unit, state, to=-1):
        self.case["events"].append({"at": stamp(self.moment), "action": action, "outcome": "", "unit": unit, "to": [to] if to >= 0 else [], "state": state})
        self.case["state"] = state
        for who in (unit, to):
            if who >= 0 and who not in self.case["units"]:
                self.case["units"].append(who)
        if to >= 0:
            self.case["holder"] = to if action == "escalate" else self.case["holder"]
            self.sample.flow(unit, to, self.index)

    def note(self, code, unit, numerator=True, denominator=False, amount=0, when=None):
        day = min(DAYS - 1, ((when or self.moment) - FROM).days)
        fact = (self.index, unit, self.grid, day, amount)
        if numerator:
            self.sample.fact(code, 0, *fact)
        if denominator:
            self.sample.fact(code, 1, *fact)

    def tell(self):
        self.event("report", self.worker, "village_intake")
        self.note("reported", self.worker)
        reached_end = self.go()
        if reached_end:
            self.case["ended"] = stamp(self.moment)
            self.note("closed", self.room)
            hours = int((self.moment - self.at).total_seconds() * 1e6)
            self.note("median_closing_time", self.room, amount=hours)
        self.clocks()

    def go(self):
        if not self.later(3, 40):
            return False
        self.event("file", self.worker, "village_triage")
        self.case["filed"] = stamp(self.moment)
        self.note("filed", self.worker)
        if self.tier == "village":
            return self.alone()
        if not self.later(2, 30):
            return False
        self.event("escalate", self.worker, "township_intake", self.room)
        holder = self.room
        if self.tier == "county":
            if not self.later(5, 90):
                return False
            self.event("escalate", self.room, "county_intake", self.sample.county)
            holder = self.sample.county
        return self.orders(holder)

    def alone(self):
        if not self.later(1, 10):
            return False
        self.event("handle", self.worker, "village_handling")
        if not self.later(*self.random.choices([(10, 150), (150, 400), (400, 3000)], [80, 13, 7])[0]):
            return False
        self.case["handled"] = stamp(self.moment)
        self.event("close", self.room, "closed")
        return True

    def orders(self, holder):
        if not self.later(3, 40):
            return False
        self.event("dispatch", holder, self.tier + "_dispatched", self.lead)
        given = self.moment
        if not self.later(*self.random.choices([(2, 55), (55, 240)], [94, 6])[0]):
            return False
        self.event("sign", self.lead, self.tier + "_handling")
        in_time = self.moment - given < datetime.timedelta(minutes=60)
        self.note("signing_in_time_rate", self.room, in_time, True)
        rework = self.random.random() < .06
        self.note("rework_rate", self.room, rework, True)
        if self.random.random() < .1 and self.later(60, 600):
            self.event("suspend", self.lead, "suspended" if "suspended" in WORDS["state"] else self.tier + "_handling")
            self.pause = (self.moment, self.moment + datetime.timedelta(days=2))
            if not self.later(2880, 2880):
                return False
            self.event("resume", holder, self.tier + "_handling")
        if self.random.random() < .05 or not self.later(*self.random.choices([(90, 1400), (1400, 3000), (3000, 9000)], [72, 20, 8])[0]):
            return False
        self.case["handled"] = stamp(self.moment)
        self.event("feedback", self.lead, self.tier + "_review")
        if not self.later(15, 300):
            return False
        self.event("close", holder, "closed")
        return True

    # ---- clocks: two working days of 08–12 and 14–18 ----

    def stretches(self, start, budget, end):
        """Segments, and when the budget is used up."""
        pause = getattr(self, "pause", None)
        edges, moment, left, deadline = [], start, budget, None
        while deadline is None or moment < end:
            kind, until = stretch_at(moment)
            if deadline is not None:
                kind, until = "late", end
            elif pause and pause[0] <= moment < pause[1]:
                kind, until = "held", pause[1]
            elif pause and moment < pause[0] < until:
                until = pause[0]
            if kind == "counted":
                until = min(until, moment + left)
                left -= until - moment
                if not left:
                    deadline = until
            edges.append({"from": stamp(moment), "until": stamp(until), "kind": kind, "name": ""})
            moment = until
        return edges, deadline

    def clocks(self):
        hours = 4 if self.tier == "village" else 16
        end = datetime.datetime.fromisoformat(self.case["ended"]) if self.case["ended"] else UNTIL
        segments, deadline = self.stretches(self.at, datetime.timedelta(hours=hours), end)
        met = self.case["ended"] is not None
        late = deadline < end
        self.case["deadline"], self.case["late"] = stamp(deadline), late
        self.case["clocks"].append({
            "milestone": ["结案", "close"], "unit": self.lead, "state": "met" if met else "running", "late": late, "exempt": False,
            "light": "red" if late else "green", "limit": ["%d 工作时" % hours, "%d working hours" % hours],
            "started": stamp(self.at), "deadline": stamp(deadline), "stopped": stamp(end) if met else None,
            "segments": segments})
        if deadline < UNTIL:
            self.note("closing_rate", self.room, met, True, when=deadline)
            self.note("closing_in_time_rate", self.room, met and not late, True, when=deadline)


def stretch_at(moment):
    """Whether time counts now, and until when that stays so."""
    midnight = moment.replace(hour=0, minute=0, second=0)
    if moment.weekday() > 4:
        return "day_off", midnight + datetime.timedelta(days=1)
    for begin, end in ((8, 12), (14, 18)):
        if moment < midnight + datetime.timedelta(hours=begin):
            return "closed", midnight + datetime.timedelta(hours=begin)
        if moment < midnight + datetime.timedelta(hours=end):
            return "counted", midnight + datetime.timedelta(hours=end)
    return "closed", midnight + datetime.timedelta(days=1)


def page(document):
    """The page as the program puts it together: files in their places, no end tag in the data."""
    def read(name):
        with open(os.path.join(ASSETS, name), encoding="utf-8") as file:
            return file.read()

    data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    whole = re.sub(r"\{\{file:([a-z.]+)\}\}", lambda match: read(match.group(1)), read("page.html"))
    head, tail = whole.split("{{data}}", 1)
    return head + data + tail
