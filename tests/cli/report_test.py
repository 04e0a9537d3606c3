"""The page that the program writes: its figures are those of the library, its cases those of the store."""

import csv
import json
import os
import re

import browser
import program
import report_document

SCORING = {"code": "townships", "english": "Townships", "chinese": "街镇考核", "valid_from": "2018-01-01",
           "who": {"kinds": ["command_room"]},
           "sheet": {"code": "all", "english": "In time", "points": "100",
                     "scale": {"kind": "linear", "measure": "closing_in_time_rate", "zero_at": "0", "full_at": "100"}},
           "grades": [{"grade": "A", "at_least": "90"}, {"grade": "B", "at_least": "0"}]}


class Report(program.Case):
    """Three cases in a store with limits: one closed in time, one late, one of another month."""

    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization", program.ORGANIZATION, "--time",
                os.path.join(program.HERE, "time.json"), "--at", "2020-06-01 08:00")
        self.out = os.path.join(self.folder, "report.html")
        self.closed = self.case("2020-06-29 10:00", "村道塌陷", "--party", "role=requester,name=张三丰,telephone=13900000001")
        self.open = self.case("2020-06-29 11:00", "<b>路面</b></script>积水")
        self.ok("act", self.store, "accept", "--case", self.closed, "--by", self.holder, "--at", "2020-06-29 10:01")
        self.ok("act", self.store, "answer", "--case", self.closed, "--by", self.holder, "--reply", "已答复",
                "--at", "2020-06-29 10:20")
        self.earlier = self.case("2020-07-01 09:00", "七月的案件")

    def case(self, at, title, *more):
        answer = self.ok("report", self.store, "--by", "grid/gao", "--at", at, "--title", title, "--category", "04-01",
                         "--channel", "patrol", "--point", "118.6271,28.7437", "--tier", "township", "--json", *more).json()
        case = self.ok("show", self.store, answer["case_id"], "--json").json()["case"]
        self.holder = case["holder"]
        return case["number"]

    def page(self, *more):
        self.ok("report", self.store, "--period", "2020-06", "--out", self.out, "--force", *more)
        return report_document.read(self.out)

    def measured(self, *more):
        return {line["measure"]: line for line in self.ok(
            "measure", self.store, "--period", "2020-06", "--at", "2020-07-01 00:00", "--json", *more).json()}

    def test_figures_are_those_of_the_library(self):
        data = self.page()
        library = self.measured()
        for place in data["headline"]:
            code = data["measures"][place]["code"]
            figure = next(f for f in data["figures"] if f["measure"] == place and f["by"] == "total")
            self.assertEqual([figure["numerator"], figure["denominator"]],
                             [library[code]["numerator"], library[code]["denominator"]], code)
        self.assertEqual(library["reports"]["numerator"], 2)

    def test_behind_each_count_there_are_as_many_facts(self):
        data = self.page()
        for facts in data["facts"]:
            measure = data["measures"][facts["measure"]]
            figure = next(f for f in data["figures"] if f["measure"] == facts["measure"] and f["by"] == "total")
            if measure["form"] in ("count", "rate"):
                self.assertEqual(len(facts["numerator"]), figure["numerator"], measure["code"])
            if measure["form"] == "rate":
                self.assertEqual(len(facts["denominator"]), figure["denominator"], measure["code"])
            for fact in facts["numerator"] + facts["denominator"]:
                self.assertLess(fact[0], len(data["cases"]))
                self.assertTrue(0 <= fact[3] < 30)

    def test_cases_bring_their_events_and_the_stretches_of_their_clocks(self):
        data = self.page()
        cases = {case["number"]: case for case in data["cases"]}
        self.assertEqual(set(cases), {self.closed, self.open})
        self.assertEqual([event["action"] for event in cases[self.closed]["events"]], ["report", "accept", "answer"])
        self.assertEqual(cases[self.closed]["state"], "answered")
        clocks = cases[self.open]["clocks"]
        self.assertTrue(clocks)
        for clock in clocks:
            for before, after in zip(clock["segments"], clock["segments"][1:]):
                self.assertEqual(before["until"], after["from"])

    def test_nobody_who_reported_is_in_it_and_no_text_is_markup(self):
        self.page()
        with open(self.out, encoding="utf-8") as file:
            page = file.read()
        for personal in ("张三丰", "13900000001"):
            self.assertFalse(personal in page, personal)
        self.assertFalse("<b>路面" in page)
        self.assertTrue("\\u003cb>路面\\u003c/b>\\u003c/script>积水" in page)
        self.assertEqual(page.count("</script>"), 3)

    def test_a_sensitive_case_is_as_masked_as_the_store_shows_it(self):
        with open(program.ORGANIZATION, encoding="utf-8") as file:
            organization = json.load(file)
        for category in organization["categories"]:
            category["sensitive"] = True
        self.store = os.path.join(self.folder, "sensitive.gridcase")
        self.ok("init", self.store, "--organization", self.write("o.json", json.dumps(organization)), "--at", "2020-06-01 08:00")
        number = self.case("2020-06-29 10:00", "王五家中的纠纷", "--address", "幸福路7号", "--text", "不可外传")
        data = self.page()
        shown = self.ok("show", self.store, number, "--json").json()["case"]
        case = data["cases"][0]
        self.assertEqual((case["title"], case["place"]), (shown["title"], shown["address"] or ""))
        with open(self.out, encoding="utf-8") as file:
            page = file.read()
        for secret in ("王五", "幸福路", "不可外传"):
            self.assertFalse(secret in page, secret)

    def test_the_page_needs_no_other_file(self):
        self.page()
        with open(self.out, encoding="utf-8") as file:
            page = file.read()
        markup = re.sub(r"(?s)<script.*?</script>", "<script>", page)
        self.assertFalse("{{" in markup)
        self.assertFalse(re.search(r'<(script|link|img)[^>]*(src|href)="(?!data:)', markup))

    def test_overdue_as_of_the_end_of_the_period(self):
        data = self.page()
        self.assertEqual(data["as_of"], "2020-07-01T00:00:00+08:00")
        for entry in data["overdue"]:
            clock = data["cases"][entry["case"]]["clocks"][entry["clock"]]
            self.assertEqual(clock["state"], "running")
            self.assertLess(clock["deadline"], data["as_of"])
        self.assertIn(self.open, {data["cases"][entry["case"]]["number"] for entry in data["overdue"]})

    def test_an_earlier_time_shows_the_clocks_of_then(self):
        data = self.page("--at", "2020-06-29 11:00")
        self.assertEqual(data["as_of"], "2020-06-29T11:00:00+08:00")
        self.assertNotIn(self.open, {data["cases"][entry["case"]]["number"] for entry in data["overdue"]})

    def test_the_league_goes_by_a_rule_set(self):
        rules = self.write("rules.json", json.dumps(SCORING))
        data = self.page("--scoring", rules)
        lines = data["league"]["lines"]
        self.assertTrue(lines)
        late = next(i for i, m in enumerate(data["measures"]) if m["code"] == "closing_in_time_rate")
        for line in lines:
            code = data["units"][line["unit"]]["code"]
            figure = next(f for f in data["figures"] if f["measure"] == late and f["by"] == "unit" and f["key"] == code)
            self.assertEqual(line["score"], figure["value"])

    def test_the_league_shows_rank_score_grade_and_stars(self):
        sheet = {"code": "all", "english": "All", "points": "100", "parts": [
            {**SCORING["sheet"], "code": "time", "points": "80"},
            {"code": "work", "english": "Work", "points": "20", "not_applicable": "full", "manual": {"assessors": ["inspectors"]}}]}
        scheme = {"code": "stars", "english": "Stars", "first_day": "2018-01-01", "bar": 80,
                  "aspects": [{"code": "work", "english": "Work", "points": 100}]}
        event = {"kind": "assessment", "unit": "room", "day": "2020-03-01", "cycle": 2, "marks": [{"aspect": "work", "points": 90}]}
        given = ["--scoring", self.write("rules.json", json.dumps({**SCORING, "sheet": sheet})),
                 "--stars", self.write("stars.json", json.dumps(scheme)),
                 "--star-events", self.write("events.json", json.dumps({"events": [event]}))]
        line = {self.code_of(data, line): line for data in [self.page(*given)] for line in data["league"]["lines"]}["room"]
        self.assertEqual((line["rank"], line["stars"]), (1, 1))
        self.assertTrue(line["score"] and line["grade"] in ("A", "B"), line)
        without = self.page(*given[:2])["league"]["lines"]
        self.assertEqual({entry["stars"] for entry in without}, {None})

    @staticmethod
    def code_of(data, line):
        return data["units"][line["unit"]]["code"]

    def test_the_ledger_of_a_grid_and_a_person_as_page_and_table(self):
        for by, key in (("grid", "grid"), ("unit", "grid"), ("person", "gao")):
            data = self.page("--ledger", by, key)
            self.assertEqual(data["view"], "ledger")
            numbers = {data["cases"][place]["number"] for place in data["ledger"]["cases"]}
            self.assertEqual(numbers, {self.closed, self.open}, by)
            table = os.path.join(self.folder, by + ".csv")
            self.ok("report", self.store, "--period", "2020-06", "--ledger", by, key, "--csv", "--out", table, "--lang", "zh")
            with open(table, encoding="utf-8-sig") as file:
                rows = list(csv.reader(file))
            self.assertEqual(rows[0][0], "案件编号")
            self.assertEqual({row[0] for row in rows[1:]}, numbers)

    def test_the_bulletin_and_the_language(self):
        data = self.page("--bulletin", "--lang", "zh")
        self.assertEqual((data["view"], data["language"]), ("bulletin", "zh"))
        self.assertEqual(self.page("--lang", "en")["language"], "en")

    def test_the_same_store_gives_the_same_page(self):
        self.page()
        with open(self.out, "rb") as file:
            first = file.read()
        self.page()
        with open(self.out, "rb") as file:
            self.assertEqual(file.read(), first)

    def test_what_is_wrong_is_named(self):
        for wrong, field in ((["--period", "2020-13", "--out", self.out], "--period"),
                             (["--period", "2020-06"], "--out"),
                             (["--out", self.out], "--period"),
                             (["--period", "2020-06", "--out", self.out, "--csv"], "--ledger"),
                             (["--period", "2020-06", "--out", self.out, "--ledger", "grid", "nobody"], "--ledger"),
                             (["--period", "2020-06", "--out", self.out, "--ledger", "town", "grid"], "--ledger"),
                             (["--title", "x"], "--by")):
            error = json.loads(self.fails(2, "report", self.store, "--json", *wrong).err)["error"]
            self.assertEqual(error["field"], field, error)
            self.assertFalse(os.path.exists(self.out))
        self.page()
        error = json.loads(self.fails(2, "report", self.store, "--json", "--period", "2020-06", "--out", self.out).err)
        self.assertEqual(error["error"]["field"], "--out")

    def test_a_browser_shows_it_without_a_word_or_a_request(self):
        if not browser.program():
            self.skipTest("no Chromium")
        self.page("--lang", "en")
        with browser.Browser() as chromium:
            page = chromium.open(self.out, 1280, 800)
            self.assertEqual(page.run("document.querySelector('[data-measure=reports] .tile-value').textContent"), "2")
            page.run("document.querySelector('[data-measure=reports]').click()")
            self.assertEqual(page.run("document.querySelectorAll('#panel [data-case]').length"), 2)
            self.assertEqual((page.problems(), page.requests()), ([], []))


if __name__ == "__main__":
    program.main()
