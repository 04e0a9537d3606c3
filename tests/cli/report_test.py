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

    def adopt(self, **documents):
        """The policy gets a rule set or a star scheme and keeps the rest."""
        parts = [part for name, document in documents.items()
                 for part in ("--" + name, self.write(name + ".json", json.dumps(document)))]
        self.ok("load", self.store, *parts, "--by", "center", "--at", "2020-06-01 09:00")

    def test_the_league_goes_by_the_rules_of_the_policy(self):
        self.assertIsNone(self.page()["league"]["rules"])
        self.adopt(scoring=SCORING)
        league = self.page()["league"]
        self.assertEqual((league["rules"], league["frozen"]), (["街镇考核", "Townships"], None))
        data = self.page("--rules", "townships")
        self.assertTrue(league["lines"])
        late = next(i for i, m in enumerate(data["measures"]) if m["code"] == "closing_in_time_rate")
        scored = json.loads(self.ok("assess", self.store, "townships", "--period", "2020-06", "--at", "2020-07-01 00:00",
                                    "--json").out)["assessment"]["scores"]["scores"]
        totals = {score["subject"]: score["total"] for score in scored}
        for line in league["lines"]:
            code = data["units"][line["unit"]]["code"]
            figure = next(f for f in data["figures"] if f["measure"] == late and f["by"] == "unit" and f["key"] == code)
            self.assertEqual(line["score"], figure["value"])
            self.assertEqual(line["score"] or "n/a", totals[code])
            if line["score"]:
                self.assertIn(line["score"], line["words"][1])

    def test_rules_of_persons_and_unknown_ones_are_refused(self):
        self.adopt(scoring={**SCORING, "code": "workers", "who": {"posts": ["grid_worker"]}})
        self.assertIsNone(self.page()["league"]["rules"])
        for code, words in (("workers", "score persons"), ("nothing", "no such rules")):
            refused = self.fails(2, "report", self.store, "--period", "2020-06", "--out", self.out, "--force", "--rules", code)
            self.assertIn(words, refused.err)
        refused = self.fails(2, "report", self.store, "--period", "2020-06", "--out", self.out, "--force", "--stars", "nothing")
        self.assertIn("nothing", refused.err)

    def test_a_frozen_period_is_shown_as_it_was_frozen(self):
        self.adopt(scoring=SCORING)
        self.ok("assess", self.store, "townships", "--period", "2020-06", "--freeze", "--by", "center",
                "--at", "2020-07-02 09:00")
        league = self.page()["league"]
        self.assertEqual(league["frozen"], "2020-07-02T09:00:00+08:00")
        frozen = json.loads(self.ok("assess", self.store, "townships", "--json").out)
        self.assertEqual([league["sha256"]], [one["sha256"] for one in frozen])

    def test_the_league_shows_rank_score_grade_and_stars(self):
        sheet = {"code": "all", "english": "All", "points": "100", "parts": [
            {**SCORING["sheet"], "code": "time", "points": "80"},
            {"code": "work", "english": "Work", "points": "20", "not_applicable": "zero", "manual": {"assessors": ["inspectors"]}}]}
        scheme = {"code": "stars", "english": "Stars", "first_day": "2018-01-01", "bar": 80, "highest": 3,
                  "aspects": [{"code": "work", "english": "Work", "points": 100}]}
        event = {"kind": "assessment", "unit": "room", "day": "2020-03-01", "cycle": 2, "marks": [{"aspect": "work", "points": 90}]}
        self.adopt(scoring={**SCORING, "sheet": sheet})
        self.assertEqual({entry["stars"] for entry in self.page()["league"]["lines"]}, {None})
        self.adopt(stars=scheme)
        before = self.line_of("room")
        self.ok("stars", self.store, "stars", "--give", self.write("events.json", json.dumps({"events": [event]})),
                "--by", "center", "--at", "2020-06-30 09:00")
        self.ok("assess", self.store, "townships", "--period", "2020-06", "--by", "center", "--at", "2020-06-30 10:00",
                "--give-marks", self.write("marks.json", json.dumps({"marks": [
                    {"subject": "room", "node": "work", "marks": "15", "by": "inspectors", "reason": "seen"}]})))
        line = self.line_of("room")
        self.assertEqual((line["rank"], before["stars"], line["stars"]), (1, 0, 1))
        self.assertEqual(self.page()["league"]["most_stars"], 3)
        # Nothing of the room was due in the month, so that what the inspectors gave is the whole.
        self.assertEqual((before["score"], line["score"]), ("0.00", "75.00"))
        self.assertIn(line["grade"], ("A", "B"))

    def line_of(self, unit):
        data = self.page()
        return next(line for line in data["league"]["lines"] if self.code_of(data, line) == unit)

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
