"""Bulks: tried, done, resumed, and what they say in both languages and to machines."""

import program

FILE = '{"kind": "file"}'


class Bulk(program.Case):
    def setUp(self):
        super().setUp()
        self.init()
        self.ids = [self.report("--command-id", str(i))["case_id"] for i in range(4)]
        self.ok("act", self.store, "file", "--case", self.ids[1], "--by", "room/lin", "--at",
                "2020-06-29 10:10")

    def bulk(self, step, *more, action=FILE, where="holder=room,open=yes"):
        return ["bulk", step, self.store, "--where", where, "--action", action, "--at",
                "2020-06-29 11:00", *more]

    def run_it(self, *more, key="spring", **others):
        return self.bulk("run", "--key", key, "--by", "room/lin", *more, **others)

    def test_a_preview_does_nothing(self):
        before = self.ok("export", self.store).out
        said = self.ok(*self.bulk("preview", "--by", "room/lin")).out
        self.assertIn("4 cases: 3 would be done, 1 refused", said)
        self.assertIn("not_possible", said)
        told = self.ok(*self.bulk("preview", "--by", "room/lin", "--json")).json()
        self.assertEqual((told["cases"], told["done"], told["refused"]), (4, 3, 1))
        self.assertEqual(told["refusals"], {"not_possible": 1})
        self.assertEqual(told["verdicts"][0]["case_id"], self.ids[1])
        self.assertIsNone(told["verdicts"][1]["refusal"])
        self.assertEqual(told["verdicts"][1]["after"], "township_triage")
        self.assertEqual(self.ok("export", self.store).out, before)

    def test_done_in_parts_with_a_receipt(self):
        self.fails(1, "bulk", "receipt", self.store, "--key", "spring")
        part = self.fails(1, *self.run_it("--budget", "2"))
        self.assertIn("run it again", part.out)
        whole = self.ok(*self.run_it()).out
        self.assertIn("4 cases: 3 done, 1 refused", whole)
        self.assertIn("receipt: events", whole)
        receipt = self.ok("bulk", "receipt", self.store, "--key", "spring", "--json").json()
        self.assertTrue(receipt["finished"])
        self.assertEqual((receipt["done"], receipt["refused"]), (3, 1))
        self.assertEqual(receipt["verdicts"][0]["refusal"]["code"], "not_possible")
        chinese = self.ok("bulk", "receipt", self.store, "--key", "spring", "--lang", "zh").out
        self.assertIn("已办理 3 起", chinese)
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_a_key_is_for_one_bulk(self):
        self.ok(*self.run_it())
        again = self.ok(*self.run_it("--json")).json()
        self.assertEqual(again["done"], 3)
        other = self.fails(2, *self.run_it(action='{"kind": "comment", "note": "x"}'))
        self.assertIn("spring", other.err)

    def test_what_cannot_be(self):
        self.assertIn("preview, run, receipt", self.fails(2, *self.bulk("undo")).err)
        self.fails(2, *self.bulk("run", "--by", "room/lin"))
        self.fails(2, *self.bulk("run", "--key", "k"))
        self.fails(2, *self.run_it(key="a:b"))
        self.fails(2, *self.run_it(where="open=maybe"))
        self.fails(2, *self.run_it(where="color=red"))
        self.fails(2, *self.run_it(where="state=gone"))
        self.fails(2, *self.run_it(action='{"kind": "report"}'))
        self.fails(2, *self.run_it(where="holder=moon"))

    def test_lists_of_what_concerns_a_unit(self):
        found = self.ok("list", self.store, "--concerns", "room", "--json").json()["cases"]
        self.assertEqual([case["id"] for case in found], self.ids)


if __name__ == "__main__":
    program.main()
