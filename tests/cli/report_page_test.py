"""The page of a report, in the browser an official would open it with."""

import json
import os
import re
import sys
import tempfile
import unittest

import browser
import report_sample

CHARTS = ("map", "funnel", "trend", "flows")
DESK = (1280, 800)
PHONE = (390, 844)

# Where the shapes of a chart are, as [x, y] of one that is filled with the colour.
SHAPE = """(() => {
  document.querySelector('#%s').scrollIntoView({block: 'center'});
  const shape = [...document.querySelectorAll('#%s svg path')].filter(path => path.getAttribute('fill') === '%s')[0];
  const box = shape.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})()"""


def place_of(document, code):
    return [measure["code"] for measure in document["measures"]].index(code)


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.document = report_sample.Sample().document()
        cls.path = cls.write("page.html", cls.document)
        cls.browser = cls.enterClassContext(browser.Browser())

    if not hasattr(unittest.TestCase, "enterClassContext"):  # Python 3.11 has it
        @classmethod
        def enterClassContext(cls, context):
            value = context.__enter__()
            cls.addClassCleanup(context.__exit__, None, None, None)
            return value

    @classmethod
    def write(cls, name, document):
        path = os.path.join(cls.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(report_sample.page(document))
        return path

    def open(self, path=None, size=DESK, phone=False):
        page = self.browser.open(path or self.path, *size, phone=phone)
        self.addCleanup(page.close)
        self.addCleanup(self.quiet, page)
        return page

    def quiet(self, page):
        """Whatever a test did: nothing was said on the console and nothing asked of a network."""
        self.assertEqual(page.problems(), [])
        self.assertEqual(page.requests(), [])

    def panel(self, page):
        return page.run("document.getElementById('panel').open && document.getElementById('panel-title').textContent")

    def drawn(self, page):
        """Of each chart: width, height, and how many shapes it is made of."""
        return page.run("""Object.fromEntries(%s.map(id => {
          const svg = document.querySelector('#' + id + ' .chart svg');
          const box = svg ? svg.getBoundingClientRect() : {width: 0, height: 0};
          return [id, [box.width, box.height, svg ? svg.querySelectorAll('path').length : 0]];
        }))""" % json.dumps(CHARTS))

    # ---- what is to be seen ----

    def test_every_chart_is_drawn_and_nothing_is_asked_of_a_network(self):
        page = self.open()
        for chart, (width, height, shapes) in self.drawn(page).items():
            self.assertGreater(width, 300, chart)
            self.assertGreater(height, 200, chart)
            self.assertGreater(shapes, 5, chart)
        drawn = page.run("document.querySelectorAll('#map svg path').length")
        self.assertGreaterEqual(drawn, len(self.document["grids"]))

    def test_the_page_itself_forbids_every_connection(self):
        page = self.open()
        refused = page.run("fetch('https://example.invalid/').then(() => 'went out', error => 'refused')")
        self.assertEqual(refused, "refused")
        self.assertRegex(" ".join(page.problems()), "Content Security Policy")
        page.browser.events.clear()

    def test_figures_stand_as_the_data_give_them(self):
        page = self.open()
        for measure in self.document["headline"]:
            figure = next(f for f in self.document["figures"] if f["measure"] == measure and f["by"] == "total")
            code = self.document["measures"][measure]["code"]
            shown = page.run("document.querySelector('[data-measure=%s] .tile-value').textContent" % code)
            self.assertIn(figure["value"], shown.replace(",", ""))

    def test_grids_without_ground_are_squares(self):
        path = self.write("squares.html", report_sample.Sample(polygons=False).document())
        page = self.open(path)
        self.assertGreater(self.drawn(page)["map"][2], 100)
        page.click(*page.run(SHAPE % ("map", "map", "#164a7b")))
        self.assertEqual(self.panel(page), "上报数")

    def test_a_period_in_which_nothing_happened_is_a_page_too(self):
        page = self.open(self.write("empty.html", report_sample.Sample(cases=0).document()))
        self.assertEqual(page.run("document.querySelectorAll('.tile').length"), 8)
        self.assertIn("本期没有数据", page.run("document.querySelector('#flows').textContent"))
        for view in ("bulletin", "ledger"):
            page.run("document.querySelector('[data-value=%s]').click()" % view)
            page.settle()

    def test_what_people_wrote_is_never_markup(self):
        document = report_sample.Sample(cases=30).document()
        bad = "</script><img src=x onerror=alert(1)><b>&amp;"
        for case in document["cases"]:
            case["title"] = case["place"] = bad
        for unit in document["units"]:
            unit["name"] = bad
        page = self.open(self.write("bad.html", document))
        page.run("openCases('x', [0, 1]); document.querySelector('#panel [data-case]').click()")
        self.assertEqual(page.run("document.querySelectorAll('img, #app b').length"), 0)
        self.assertEqual(self.panel(page), bad)
        page.press("Escape")
        page.run("document.querySelector('#map .chart').focus()")
        page.press("ArrowRight")
        self.assertEqual(page.run("document.querySelectorAll('img').length"), 0)

    # ---- from a figure to a case ----

    def test_every_figure_opens_to_as_many_facts_as_it_says(self):
        page = self.open()
        for measure in self.document["headline"]:
            about = self.document["measures"][measure]
            figure = next(f for f in self.document["figures"] if f["measure"] == measure and f["by"] == "total")
            page.run("document.querySelector('[data-measure=%s]').click()" % about["code"])
            heads = page.run("[...document.querySelectorAll('[role=tab]')].map(tab => tab.textContent)")
            counts = [int(re.search(r"\((\d+)\)", head.replace(",", ""))[1]) for head in heads]
            if about["form"] == "rate":
                n, d = figure["numerator"], figure["denominator"]
                self.assertEqual(counts, [n, d, d - n], about["code"])
            elif about["form"] == "count":
                self.assertEqual(counts, [figure["numerator"]], about["code"])
            page.press("Escape")
            self.assertFalse(self.panel(page))

    def test_a_click_on_a_grid_leads_to_its_cases_and_their_histories(self):
        page = self.open()
        page.click(*page.run(SHAPE % ("map", "map", "#164a7b")))
        self.assertEqual(self.panel(page), "上报数")
        index = page.run("Number(document.querySelector('#panel [data-case]').dataset.case)")
        page.run("document.querySelector('#panel [data-case]').click()")
        case = self.document["cases"][index]
        self.assertEqual(self.panel(page), case["title"])
        self.assertEqual(page.run("document.querySelectorAll('#panel .events li').length"), len(case["events"]))
        self.assertEqual(page.run("document.querySelectorAll('#panel .bar .piece').length"),
                         sum(len(clock["segments"]) for clock in case["clocks"]))

    def test_funnel_trend_flows_and_league_open_by_click(self):
        page = self.open()
        for chart, colour, words in (("funnel", "#1d4a78", "县级"), ("trend", "#9dbcd8", "上报数")):
            page.click(*page.run(SHAPE % (chart, chart, colour)))
            self.assertIn(words, self.panel(page) or "", chart)
            page.press("Escape")
        page.click(*page.run("""(() => {
          const chart = document.querySelector('#flows .chart');
          chart.scrollIntoView({block: 'center'});
          const lines = [...chart.querySelectorAll('path')].filter(path => /0\\.42/.test(path.getAttribute('fill-opacity') || path.getAttribute('style') || ''));
          const box = lines[0].getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        })()"""))
        self.assertIn("→", self.panel(page) or "")
        page.press("Escape")
        page.run("[...document.querySelectorAll('#league tbody .link')].find(link => link.ariaLabel.includes('结案数')).click()")
        self.assertEqual(self.panel(page), "结案数")

    def test_a_score_opens_to_how_it_came_about_and_the_note_says_whether_it_is_frozen(self):
        for language, at in (("zh", 0), ("en", 1)):
            page = self.open(self.write(language + ".html", {**self.document, "language": language}))
            league = self.document["league"]
            line = min(league["lines"], key=lambda one: one["rank"])
            page.run("document.querySelector('#league tbody .link').click()")
            self.assertIn(league["rules"][at], self.panel(page))
            self.assertEqual(page.run("[...document.querySelectorAll('#panel .words p')].map(p => p.textContent).join('\\n')"),
                             line["words"][at])
            page.press("Escape")
            note = page.run("document.querySelector('#league .note').textContent")
            self.assertIn(league["rules"][at], note)
            self.assertIn(league["sha256"], note)

    def test_a_figure_of_a_unit_opens_to_the_facts_of_that_unit(self):
        page = self.open()
        rate = place_of(self.document, "closing_in_time_rate")
        for line in self.document["league"]["lines"]:
            code = self.document["units"][line["unit"]]["code"]
            figure = next(f for f in self.document["figures"]
                          if f["measure"] == rate and f["by"] == "unit" and f["key"] == code)
            sides = page.run("(() => { const f = factsBehind(%d, 'unit', %d); return [f.numerator.length, f.denominator.length]; })()"
                             % (rate, line["unit"]))
            self.assertEqual(sides, [figure["numerator"], figure["denominator"]])

    def test_days_add_up_to_the_period(self):
        for series in self.document["trend"]["series"]:
            figure = next(f for f in self.document["figures"] if f["measure"] == series["measure"] and f["by"] == "total")
            self.assertEqual(sum(series["values"]), figure["numerator"])

    # ---- by keyboard ----

    def test_tab_goes_from_the_head_through_the_figures_to_the_charts_and_is_seen(self):
        page = self.open()
        seen = []
        for _ in range(60):
            page.press("Tab")
            name, width = page.run("""(() => {
              const at = document.activeElement, style = getComputedStyle(at);
              const name = at.closest('section') && at.closest('section').id || at.closest('nav, header') && at.closest('nav, header').className || at.className;
              return [name, parseFloat(style.outlineWidth) * (style.outlineStyle !== 'none')];
            })()""")
            self.assertGreaterEqual(width, 2, name)
            if not seen or seen[-1] != name:
                seen.append(name)
        order = [name for name in seen if name in ("skip", "top", "sections", "figures", "map", "funnel", "trend", "league")]
        self.assertEqual(order[:8], ["skip", "top", "sections", "figures", "map", "funnel", "trend", "league"])

    def test_enter_and_space_open_a_figure_and_escape_brings_the_focus_back(self):
        page = self.open()
        for key in ("Enter", " "):
            page.run("document.querySelector('[data-measure=closed]').focus()")
            page.press(key)
            self.assertEqual(self.panel(page), "结案数")
            page.press("Escape")
            self.assertEqual(page.run("document.activeElement.dataset.measure"), "closed")

    def test_arrows_walk_through_each_chart_and_enter_opens(self):
        page = self.open()
        for chart in CHARTS:
            page.run("document.querySelector('#%s .chart').focus()" % chart)
            said = []
            for _ in range(3):
                page.press("ArrowRight")
                said.append(page.run("document.querySelector('#%s [aria-live]').textContent" % chart))
            self.assertEqual(len(set(said)), 3, chart)
            page.press("Enter")
            self.assertTrue(self.panel(page), chart)
            page.press("Escape")

    def test_tabs_of_a_figure_move_with_the_arrows(self):
        page = self.open()
        page.run("document.querySelector('[data-measure=closing_in_time_rate]').click()")
        page.run("document.querySelector('[role=tab]').focus()")
        page.press("ArrowRight", "ArrowRight")
        self.assertRegex(page.run("document.activeElement.textContent"), "未计入分子")
        page.press("Tab", "Tab", "Enter")
        self.assertIn(self.panel(page), {case["title"] for case in self.document["cases"]})

    def test_every_chart_is_a_table_too_with_the_same_way_down(self):
        page = self.open()
        for chart in CHARTS:
            page.run("document.querySelector('#%s [data-value=table]').focus()" % chart)
            page.press("Enter")
            self.assertGreater(page.run("document.querySelectorAll('#%s tbody tr').length" % chart), 2)
            self.assertEqual(page.run("document.activeElement.dataset.value"), "table")
            page.run("document.querySelector('#%s tbody .link').focus()" % chart)
            page.press("Enter")
            self.assertTrue(self.panel(page), chart)
            page.press("Escape")

    # ---- sizes, languages, paper ----

    def test_on_a_phone_nothing_is_wider_than_the_page(self):
        page = self.open(size=PHONE, phone=True)
        for view in ("overview", "bulletin", "ledger"):
            page.run("document.querySelector('[data-value=%s]').click()" % view)
            page.settle()
            self.assertLessEqual(page.run("document.documentElement.scrollWidth"), PHONE[0], view)
        page.run("document.querySelector('[data-value=overview]').click()")
        page.settle()
        for chart, (width, height, _) in self.drawn(page).items():
            self.assertTrue(250 < width <= 390 and height > 150, chart)
        page.run("document.querySelector('[data-measure=closing_in_time_rate]').click()")
        wide = "document.getElementById('panel').scrollWidth"
        self.assertLessEqual(page.run(wide), PHONE[0])
        page.run("document.querySelector('#panel [data-case]').click()")
        self.assertLessEqual(page.run(wide), PHONE[0])

    def test_no_control_is_too_small_for_a_finger(self):
        page = self.open(size=PHONE, phone=True)
        small = page.run("""[...document.querySelectorAll('button:not(.link):not(.sort), select')].filter(element => {
          const box = element.getBoundingClientRect();
          return box.width && (box.height < 36 || box.width < 24);
        }).map(element => element.textContent)""")
        self.assertEqual(small, [])

    def test_the_page_speaks_both_languages_and_switches(self):
        page = self.open()
        self.assertEqual(page.run("document.documentElement.lang"), "zh-CN")
        self.assertIn("按期结案率", page.run("document.body.innerText"))
        page.run("document.querySelector('[data-value=en]').click()")
        page.settle()
        self.assertEqual(page.run("document.documentElement.lang"), "en")
        text = page.run("document.body.innerText")
        self.assertIn("Closed in time", text)
        self.assertNotIn("按期", text)
        self.assertEqual(page.run("document.activeElement.dataset.value"), "en")
        english = self.open(self.write("en.html", {**self.document, "language": "en"}))
        self.assertIn("Where cases are solved", english.run("document.body.innerText"))

    def test_the_page_has_words_for_everything_in_both_languages(self):
        page = self.open()
        pairs = page.run("WORDS")
        for key, pair in pairs.items():
            self.assertEqual(len(pair), 2, key)
            self.assertTrue(all(pair), key)
            self.assertEqual(*[sorted(set(re.findall(r"\{\d\}", text))) for text in pair], key)

    def test_what_is_printed_is_the_bulletin_on_sheets_of_a4(self):
        page = self.open()
        path = os.path.join(self.folder.name, "page.pdf")
        page.pdf(path)
        with open(path, "rb") as file:
            pdf = file.read()
        boxes = {tuple(round(float(n)) for n in box.split()) for box in
                 re.findall(r"/MediaBox \[([^\]]+)\]", pdf.decode("latin-1"))}
        self.assertEqual(boxes, {(0, 0, 595, 842)})
        pages = len(re.findall(rb"/Type /Page\b", pdf))
        self.assertTrue(2 <= pages <= 5, pages)
        page.call("Emulation.setEmulatedMedia", media="print")
        self.assertEqual(page.run("getComputedStyle(document.querySelector('main')).display"), "none")
        self.assertEqual(page.run("getComputedStyle(document.querySelector('.bulletin')).display"), "block")

    # ---- ledger ----

    def test_the_ledger_of_a_grid_lists_its_cases_and_comes_as_csv(self):
        page = self.open()
        page.run("document.querySelector('[data-value=ledger]').click()")
        page.settle()
        mine = [case for case in self.document["cases"] if case["grid"] == 0]
        self.assertEqual(page.run("document.querySelectorAll('.ledger tbody tr').length"), len(mine))
        rows = page.run("csvOf(ledgerCases({by: 'grid', key: 0}))").split("\r\n")
        self.assertTrue(rows[0].startswith("\ufeff案件编号,标题"))
        self.assertEqual(len(rows) - 2, len(mine))

    def test_a_ledger_that_was_asked_for_is_what_opens(self):
        units = self.document["units"]
        lead = self.document["cases"][0]["lead"]
        cases = [i for i, case in enumerate(self.document["cases"]) if lead in case["units"]]
        document = {**self.document, "view": "ledger",
                    "ledger": {"by": "unit", "key": units[lead]["code"], "name": units[lead]["name"], "cases": cases}}
        page = self.open(self.write("ledger.html", document))
        self.assertIn(units[lead]["name"], page.run("document.querySelector('#ledger-title').textContent"))
        self.assertEqual(page.run("document.querySelectorAll('.ledger tbody tr').length"), len(cases))

    def test_a_ledger_without_a_case_is_empty_and_not_another_one(self):
        idle = next(i for i, unit in enumerate(self.document["units"])
                    if not any(i in case["units"] for case in self.document["cases"]))
        unit = self.document["units"][idle]
        document = {**self.document, "view": "ledger", "ledger": {"by": "unit", "key": unit["code"], "name": unit["name"], "cases": []}}
        page = self.open(self.write("idle.html", document))
        self.assertIn(unit["name"], page.run("document.querySelector('#ledger-title').textContent"))
        self.assertIn("本期没有案件", page.run("document.querySelector('.ledger').textContent"))

    def test_a_cell_of_the_csv_is_no_formula(self):
        page = self.open()
        self.assertEqual(page.run("csvCell('=1+1')"), "'=1+1")
        self.assertEqual(page.run("""csvCell('a"b,c')"""), '"a""b,c"')


if __name__ == "__main__":
    if not browser.program():
        print("no Chromium: install the package chromium, or name one in GRIDCASE_CHROMIUM")
        sys.exit(77)
    unittest.main()
