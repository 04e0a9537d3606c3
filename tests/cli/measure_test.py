"""Figures of a period: in both languages, for machines, as of earlier, and the cases behind them."""

import os

import program
from program import ORGANIZATION

TIME = os.path.join(program.HERE, "time.json")


class Measures(program.Case):
    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization", ORGANIZATION, "--time", TIME,
                "--at", "2020-06-29 08:00")
        self.id = self.report()["case_id"]
        for kind, at in (("file", "10:10"), ("handle", "10:20"), ("feedback", "11:20"),
                         ("close", "11:30")):
            self.ok("act", self.store, kind, "--case", self.id, "--by", "room/lin",
                    "--at", "2020-06-29 " + at)

    def ask(self, *more, at="2020-08-01 09:00", period="2020-06"):
        return ["measure", self.store, "--period", period, "--at", at, *more]

    def figures(self, *more, **how):
        found = self.ok(*self.ask("--json", *more, **how)).json()
        return {(one["measure"], one["key"]): one["value"] for one in found}

    def test_the_whole_catalogue(self):
        figures = self.figures()
        self.assertEqual(figures["reports", ""], 1.00)
        self.assertEqual(figures["filing_rate", ""], 100.00)
        self.assertEqual(figures["closing_time_mean", ""], 1.5)
        self.assertIsNone(figures["satisfaction_rate", ""])
        listed = self.ok("measure", "--list", "--json").json()
        self.assertEqual([one["measure"] for one in listed], [code for code, _ in figures])

    def test_by_unit_and_key(self):
        by_unit = self.figures("--by-what", "unit", "--measure", "reports", "--measure", "closings")
        self.assertEqual(by_unit, {("reports", "grid"): 1.00, ("reports", "room"): 0,
                                   ("closings", "grid"): 0, ("closings", "room"): 1.00})
        one = self.figures("--by-what", "unit", "--measure", "closings", "--key", "water")
        self.assertEqual(one, {("closings", "water"): 0})
        by_tier = self.figures("--by-what", "tier", "--measure", "closings")
        self.assertEqual(by_tier, {("closings", "township"): 1.00})

    def test_beside_an_earlier_period(self):
        found = self.ok(*self.ask("--measure", "reports", "--measure", "filing_rate", "--json",
                                  "--base", "2020-05")).json()
        self.assertEqual([(one["value"], one["base"], one["change"]) for one in found],
                         [(1.00, 0.00, None), (100.00, None, None)])
        found = self.ok(*self.ask("--measure", "reports", "--measure", "filing_rate", "--json",
                                  "--by-what", "unit", "--base", "2020-06", period="2020-07")).json()
        self.assertEqual([(one["measure"], one["key"], one["value"], one["base"], one["change"])
                          for one in found],
                         [("reports", "grid", 0.00, 1.00, -100.00),
                          ("filing_rate", "grid", None, 100.00, None)])
        table = self.ok(*self.ask("--measure", "reports", "--base", "2020-06")).out
        self.assertRegex(table, r"1 +1 +0\.00%")

    def test_tables_in_both_languages(self):
        table = self.ok(*self.ask("--measure", "filing_rate", "--by-what", "unit")).out
        self.assertIn("Filing rate", table)
        self.assertIn("100.00%", table)
        self.assertIn("1/1", table)
        self.assertIn("(grid)", table)
        table = self.ok(*self.ask("--lang", "zh")).out
        self.assertIn("按期结案率", table)
        self.assertIn("结案时长均值", table)
        self.assertIn("1.50 h", table)
        self.assertIn("满意率", table)
        self.assertIn("立案率", self.ok("measure", "--list", "--lang", "zh").out)
        self.assertIn("nothing of this counts", self.ok(
            *self.ask("--by-what", "unit", period="2019")).out)

    def test_what_a_tick_takes_in_changes_no_figure(self):
        before = self.figures("--by-what", "unit")
        ticked = self.ok("tick", self.store, "--at", "2020-07-01 09:00", "--json").json()
        self.assertGreaterEqual(ticked["followed"], 6)
        self.assertEqual(ticked["behind"], 0)
        self.assertEqual(self.figures("--by-what", "unit"), before)
        self.ok("verify", self.store)

    def test_as_of_an_earlier_time(self):
        self.assertEqual(self.figures("--measure", "closings", "--as-of", "2020-06-29 11:00"),
                         {("closings", ""): 0})
        self.assertEqual(self.figures("--measure", "closings", "--as-of", "2020-06-29 11:30"),
                         {("closings", ""): 1.00})

    def test_the_cases_behind_a_figure(self):
        behind = self.ok(*self.ask("--facts", "--measure", "filing_rate", "--json")).json()
        self.assertEqual([one["case_id"] for one in behind["numerator"]], [self.id])
        self.assertEqual(behind["denominator"][0]["unit"], "grid")
        self.assertIn("filed", behind["denominator"][0]["marks"])
        table = self.ok(*self.ask("--facts", "--measure", "closing_time_mean", "--by-what", "unit",
                                  "--key", "room")).out
        self.assertIn(self.id, table)
        self.assertIn("1.50", table)
        self.assertIn("no case", self.ok(*self.ask("--facts", "--measure", "alerts")).out)

    def test_who_sees_nothing_counts_nothing(self):
        self.assertEqual(self.figures("--measure", "reports", "--by", "water"),
                         {("reports", ""): 0})

    def test_what_is_wrong_is_said_with_its_field(self):
        self.assertIn("--period", self.fails(2, "measure", self.store).err)
        self.assertIn("--by-what", self.fails(2, *self.ask("--by-what", "moon")).err)
        self.assertIn("2018-Q2", self.fails(2, *self.ask(period="summer")).err)
        self.assertIn("no measure luck", self.fails(2, *self.ask("--measure", "luck")).err)
        self.assertIn("--measure", self.fails(2, *self.ask("--facts")).err)
        self.assertIn("FILE", self.fails(2, "measure").err)


if __name__ == "__main__":
    program.main()
