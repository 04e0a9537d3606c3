"""Records by their words and cases that may be duplicates, in both languages and for machines."""

import json

import program
from program import ORGANIZATION


class Search(program.Case):
    def setUp(self):
        super().setUp()
        self.ok("init", self.store, "--organization", ORGANIZATION, "--at", "2020-06-29 08:00")
        self.id = self.report()["case_id"]
        shown = self.ok("show", self.store, self.id, "--json").json()["case"]
        self.title, self.number = shown["title"], shown["number"]

    def search(self, *more):
        return self.ok("search", self.store, *more)

    def test_a_word_of_the_title_finds_the_case(self):
        found = self.search(self.title[:2], "--json").json()
        self.assertEqual([hit["case"]["id"] for hit in found["hits"]], [self.id])
        self.assertGreater(found["hits"][0]["score"], 0)
        self.assertFalse(found["partial"] or found["more"])
        self.assertIn(self.number, self.search(self.title[:2], "--all").out)

    def test_what_is_not_there_is_not_found(self):
        self.assertIn("nothing found", self.search("乌有之乡").out)
        self.assertIn("未找到", self.search("乌有之乡", "--lang", "zh").out)
        self.assertIn("nothing found", self.search(self.title[:2], "--nature", "article").out)
        self.assertIn("nothing found", self.search(self.title[:2], "--skip", "1").out)

    def test_an_article_is_found_and_read_by_others_until_it_is_withdrawn(self):
        article = self.ok("act", self.store, "--by", "center", "--json", "--at", "2020-06-29 10:00",
                          "--action", json.dumps({
                              "kind": "enter_record", "nature": "article",
                              "title": "污水外溢找谁", "text": "由排水所疏通。"})).json()["case_id"]
        for word in ("污水", "井", "水"):
            hits = self.search(word, "--nature", "article", "--by", "grid", "--json").json()["hits"]
            self.assertEqual([hit["case"]["id"] for hit in hits], [article] * (word != "井"))
        self.assertIn("由排水所疏通", self.ok("show", self.store, article, "--by", "grid").out)
        self.ok("act", self.store, "settle", "--case", article, "--by", "center",
                "--at", "2020-06-29 11:00")
        self.assertIn("nothing found", self.search("污水", "--nature", "article").out)
        self.assertIn("由排水所疏通", self.ok("show", self.store, article, "--by", "grid").out)

    def test_punctuation_parts_words(self):
        self.assertIn(self.number, self.search(self.title[0] + "," + self.title[1]).out)

    def test_what_is_about_a_thing(self):
        about = self.report("--subject", "kind=vehicle,code=苏F:1,2")["case_id"]
        found = self.ok("list", self.store, "--subject", "vehicle:苏F:1,2", "--json").json()
        self.assertEqual([one["id"] for one in found["cases"]], [about])
        self.assertIn("--subject", self.fails(2, "list", self.store, "--subject", "vehicle").err)
        preview = self.ok("bulk", "preview", self.store, "--where", "subject=vehicle:苏F:1,2,open=yes",
                          "--action", '{"kind": "comment", "note": "x"}', "--json").json()
        self.assertEqual(preview["cases"], 1)

    def test_a_date_alone_is_when_that_day_begins(self):
        def cases(since, until):
            return self.ok("intake", self.store, "--from", since, "--until", until,
                           "--json").json()
        self.assertEqual(cases("2020-06-29", "2020-06-30"),
                         cases("2020-06-29 00:00", "2020-06-30 00:00"))
        self.assertNotEqual(cases("2020-06-29", "2020-06-30"), cases("2020-06-30", "2020-07-01"))
        self.assertIn("2018-03-16", self.fails(2, "intake", self.store, "--from", "2020-06-31",
                                               "--until", "2020-07-01").err)

    def test_wrong_intake(self):
        self.assertIn("until", self.fails(2, "intake", self.store, "--from", "2020-07-01 00:00",
                                          "--until", "2020-06-01 00:00").err)
        self.assertIn("article", self.fails(2, "search", self.store, "a", "--nature", "foo").err)
        for more, field in (({"nature": "contact"}, "nature"), ({"kind": "report"}, "kind")):
            path = self.write("alert.json", json.dumps({"title": "x", "type": "t", **more}))
            self.assertIn(field + ":", self.fails(2, "alert", self.store, path, "--by", "center").err)
        path = self.write("alert.json", json.dumps({"title": "x", "type": "t"}))
        self.ok("alert", self.store, path, "--by", "center")
        listed = self.ok("list", self.store, "--nature", "alert", "--json").json()["cases"]
        self.assertEqual(len(listed), 1)

    def test_wrong_questions(self):
        self.fails(2, "search", self.store, "，")
        self.fails(2, "search", self.store, "a", "--limit", "0")
        self.fails(2, "search", self.store, "a", "--nature", "nothing")
        self.assertIn("--title", self.fails(2, "duplicates", self.store).err)
        self.fails(2, "duplicates", self.store, "--case", self.id, "--limit", "x")

    def test_a_report_that_was_made_before(self):
        again = ["duplicates", self.store, "--title", self.title, "--at", "2020-06-29 09:30"]
        found = self.ok(*again, "--json").json()["candidates"]
        self.assertEqual([one["number"] for one in found], [self.number])
        self.assertEqual(found[0]["alike_percent"], 100)
        table = self.ok(*again).out
        self.assertIn(self.number, table)
        self.assertIn("titles 100 percent alike", table)
        self.assertIn("no case", self.ok("duplicates", self.store, "--case", self.id).out)


if __name__ == "__main__":
    program.main()
