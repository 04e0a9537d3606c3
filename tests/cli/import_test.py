"""The history of an old hotline comes in through the program: examples/legacy."""

import csv
import json
import os
import subprocess
import time

import program

EXAMPLES = os.path.join(program.HERE, "..", "..", "examples")
SAMPLE = os.path.join(EXAMPLES, "legacy")
AT = ["--at", "2018-03-16 08:30"]


class Import(program.Case):
    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization",
                os.path.join(EXAMPLES, "qingyuan", "organization.json"),
                "--at", "2018-03-16 08:00")
        self.mapping = os.path.join(SAMPLE, "mapping.json")
        self.again = os.path.join(self.folder, "again.csv")

    def arguments(self, path, table, *more):
        return ["import", self.store, path, "--table", table, "--mapping", self.mapping,
                "--by", "331126", *AT, *more]

    def take(self, table, *more, path=None, code=0):
        path = path or os.path.join(SAMPLE, table + ".csv")
        lines = self.fails(code, *self.arguments(path, table, "--json", *more)).lines()
        return lines[-1], lines[:-1]

    def counts(self, report):
        return [report[key] for key in ("rows", "done", "already", "ignored", "refused")]

    def add_codes(self):
        with open(self.mapping, encoding="utf-8") as file:
            mapping = json.load(file)
        mapping["cases"]["fields"]["category"]["codes"]["犬只"] = "20-02"
        mapping["steps"]["kinds"]["电话督办"] = {
            "action": "comment", "fields": {"note": {"value": "电话督办"}}}
        self.mapping = self.write("mapping.json", json.dumps(mapping))

    def history(self):
        with open(os.path.join(SAMPLE, "cases.csv"), encoding="utf-8") as file:
            first = next(csv.DictReader(file))
        page = self.ok("list", self.store, "--json").json()["cases"]
        found = next(one for one in page if one["title"] == first["标题"])
        return self.ok("show", self.store, found["id"], "--json").json()

    def test_the_sample_comes_in_and_what_was_refused_is_mended(self):
        self.assertEqual(self.counts(self.take("contacts")[0]), [30, 30, 0, 0, 0])
        report, refused = self.take("cases", "--refused", self.again, code=1)
        self.assertEqual(self.counts(report), [20, 19, 0, 0, 1])
        self.assertEqual((refused[0]["line"], refused[0]["column"], refused[0]["value"],
                          refused[0]["code"]), (21, "类别", "犬只", "legacy.code"))
        steps = os.path.join(self.folder, "steps.csv")
        report, refused = self.take("steps", "--refused", steps, code=1)
        self.assertEqual(self.counts(report), [81, 80, 0, 0, 1])
        self.assertEqual(refused[0]["value"], "电话督办")

        shown = self.history()
        self.assertEqual(shown["case"]["reported"][:16], "2016-03-01T08:09")
        events = shown["history"]
        self.assertEqual(len(events), 6)
        self.assertEqual([event["recorded"][:10] for event in events], ["2018-03-16"] * 6)
        self.assertEqual(events[-1]["happened"][:10], "2016-03-02")

        self.add_codes()
        self.assertEqual(self.counts(self.take("cases", path=self.again)[0]), [1, 1, 0, 0, 0])
        self.assertEqual(self.counts(self.take("steps", path=steps)[0]), [1, 1, 0, 0, 0])
        for table, rows in (("contacts", 30), ("cases", 20), ("steps", 81)):
            self.assertEqual(self.counts(self.take(table)[0]), [rows, 0, rows, 0, 0])
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_a_row_that_has_changed_since_is_named(self):
        self.take("contacts")
        with open(os.path.join(SAMPLE, "contacts.csv"), "rb") as file:
            lines = file.read().decode("gb18030").splitlines()
        lines[3] = lines[3].replace("2016", "2015")
        path = self.write("changed.csv", ("\n".join(lines) + "\n").encode("gb18030"))
        report, _ = self.take("contacts", path=path)
        self.assertEqual(self.counts(report), [30, 0, 29, 0, 0])
        self.assertEqual((report["changed"], report["changed_lines"]), (1, [4]))
        said = self.ok(*self.arguments(path, "contacts")).out
        self.assertIn("1 rows have changed since they were imported; they stay as they were: line 4",
                      said)
        self.assertIn("仍保持原记录：第 4 行",
                      self.ok(*self.arguments(path, "contacts", "--lang", "zh")).out)

    def test_killed_and_repeated_it_does_what_is_left(self):
        many = 6000
        rows = ["来电编号,来电时间,来电人,来电号码,拨打号码,诉求,内容,话务员"]
        rows += ["K%05d,2016/3/%d 9:%02d,某,1380000,12319,咨询,来电%d,话务员" %
                 (i, 1 + i % 28, i % 60, i) for i in range(many)]
        path = self.write("many.csv", ("\n".join(rows) + "\n").encode("gb18030"))
        size = os.path.getsize(self.store)
        killed = subprocess.Popen([program.PROGRAM, *self.arguments(path, "contacts")],
                                  stdout=subprocess.DEVNULL)
        wal = self.store + "-wal"
        while killed.poll() is None:
            written = os.path.getsize(self.store) > size + 100000
            if written or (os.path.exists(wal) and os.path.getsize(wal) > 1000000):
                break
            time.sleep(0.002)
        killed.kill()
        killed.wait()
        report, _ = self.take("contacts", path=path)
        self.assertEqual(report["done"] + report["already"], many)
        self.assertGreater(report["already"], 0)
        self.assertEqual(self.take("contacts", path=path)[0]["already"], many)
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_what_was_refused_is_refused_again_until_it_is_mended(self):
        with open(os.path.join(SAMPLE, "contacts.csv"), "rb") as file:
            text = file.read().decode("gb18030")
        width = len(text.splitlines()[0].split(","))
        rows = [line.split(",") for line in text.splitlines()[1:6]]
        short, quoted, beyond = rows[0][:3], list(rows[2]), rows[3] + ["x", "y"]
        quoted[6] = '"' + quoted[6]
        later = list(rows[4])
        later[6] = '"' + later[6] + '"'
        last = list(rows[1])
        last[0], last[6] = "K-last", '"never closed'
        path = self.write("torn.csv", "\r\n".join(
            [text.splitlines()[0]] + [",".join(row) for row in (short, beyond, quoted, later, last)])
            .encode("gb18030"))
        report, refused = self.take("contacts", "--refused", self.again, path=path, code=1)
        self.assertEqual(self.counts(report), [4, 0, 0, 0, 4])
        self.assertEqual([one["code"] for one in refused], ["legacy.row"] * 4)
        column = len(",".join(quoted[:6])) + 2
        self.assertIn("line 4, column %d: " % column, refused[2]["reason"])
        column = len(",".join(last[:6])) + 2
        self.assertIn("line 6, column %d: a quote is opened and not closed" % column,
                      refused[3]["reason"])

        for _ in range(3):
            with open(self.again, encoding="gb18030", newline="") as file:
                table = list(csv.reader(file))
            added = len(table[0]) - width
            self.assertEqual(table[1][added:], short)
            self.assertEqual(table[2][added:], beyond)
            self.assertEqual(table[3][added:], ["\r\n".join([",".join(quoted), ",".join(later)])])
            self.assertEqual(table[4][added:], [",".join(last)])
            unmended, self.again = self.again, self.again + "+"
            report, _ = self.take("contacts", "--refused", self.again, path=unmended, code=1)
            self.assertEqual(self.counts(report), [4, 0, 0, 0, 4])

        mended = [table[0], table[1][:added] + rows[0], table[2][:added] + rows[3]]
        mended += [[""] * added + row for row in (rows[2], rows[4], rows[1])]
        with open(self.again, "w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows(mended)
        self.assertEqual(self.counts(self.take("contacts", path=self.again)[0]), [5, 5, 0, 0, 0])

    def test_what_is_wrong_with_the_call_is_said(self):
        table = os.path.join(SAMPLE, "steps.csv")
        self.fails(2, *self.arguments(table, "letters"))
        self.fails(2, *self.arguments(os.path.join(self.folder, "none.csv"), "steps"))
        path = self.write("own.csv", "工单号\n")
        self.fails(2, *self.arguments(path, "steps", "--refused", path))
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "工单号\n")
        kept = self.write("kept.csv", "theirs")
        wrong = self.fails(2, *self.arguments(table, "steps", "--refused", kept))
        self.assertIn(kept, wrong.err)
        self.assertIn("--force", wrong.err)
        with open(kept, encoding="utf-8") as file:
            self.assertEqual(file.read(), "theirs")
        self.assertIn("there is no column", self.fails(2, *self.arguments(path, "steps")).err)
        self.mapping = self.write("bad.json", '{"system": "x", "cases": {"fields": {"titel": "a"}}}')
        self.assertIn("title", self.fails(2, *self.arguments(table, "cases")).err)


if __name__ == "__main__":
    program.main()
