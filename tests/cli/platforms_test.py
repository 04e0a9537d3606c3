"""What goes to other systems and comes from them, through the program."""

import json

import program
from program import ORGANIZATION

AT = ["--at", "2020-06-29 12:00"]


class Platforms(program.Case):
    def setUp(self):
        super().setUp()
        with open(ORGANIZATION, encoding="utf-8") as file:
            organization = json.load(file)
        organization["units"].append({"code": "zf", "name": "执法平台", "kind": "platform",
                                      "tier": "county", "parent": "center"})
        policy = {"name": "connected", "organization": organization, "platforms": [
            {"system": "zf", "unit": "zf", "steps": [{"theirs": "签收", "action": "sign"},
                                                     {"theirs": "办结", "action": "feedback"}]},
            {"system": "mail", "unit": "zf", "means": "manual"}]}
        document = self.write("policy.json", json.dumps(policy))
        self.ok("init", self.store, "--policy", document, "--at", "2020-06-29 08:00")

    def give(self):
        case = self.report()["case_id"]
        for kind, more in (("file", []), ("transfer_out", ["--unit", "zf"])):
            self.ok("act", self.store, kind, "--case", case, "--by", "center", *more,
                    "--at", "2020-06-29 10:30")
        return case

    def outbox(self, *more):
        return self.ok("outbox", self.store, "zf", *more, "--json").json()

    def receive(self, messages, *more, code=0):
        path = self.write("messages.json", json.dumps(messages))
        return self.fails(code, "receive", self.store, "zf", path, *AT, *more)

    def test_what_waits_is_told_and_acknowledged(self):
        case = self.give()
        box = self.outbox()
        self.assertEqual([message["event"]["action"]["kind"] for message in box["messages"]],
                         ["transfer_out"])
        message = box["messages"][0]
        self.assertEqual(message["event"]["case_id"], case)
        self.assertEqual(message["opening"]["title"], "村道塌陷")
        self.assertFalse(box["more"])
        said = self.ok("outbox", self.store, "zf", "--by", "zf", "--lang", "zh").out
        self.assertIn(message["number"], said)
        self.assertIn("转出", said)
        done = self.ok("acknowledge", self.store, "zf", str(box["last"]), *AT, "--json").json()
        self.assertEqual(done, {"system": "zf", "acknowledged": box["last"]})
        self.assertEqual(self.outbox()["messages"], [])
        self.assertIn("0 messages", self.ok("outbox", self.store, "zf").out)
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_what_they_say_is_done_once_and_shown(self):
        case = self.give()
        number = self.outbox()["messages"][0]["number"]
        signing = {"message_id": "1", "external_id": "ZF-1", "number": number, "step": "签收",
                   "action": {"performer": "周海峰"}}
        first = self.receive([signing], "--json").lines()
        self.assertEqual(first[0]["answer"]["status"], "committed")
        self.assertEqual((first[0]["message_id"], first[0]["external_id"]), ("1", "ZF-1"))
        again = self.receive([signing], "--json").lines()
        self.assertEqual(again[0]["answer"]["status"], "duplicate")
        self.assertIn("签收", self.receive({"messages": [
            {"message_id": "2", "external_id": "ZF-1", "step": "办结"}]}, "--lang", "zh").out +
            self.ok("show", self.store, case, "--lang", "zh").out)
        shown = self.ok("show", self.store, case).out
        self.assertIn("周海峰", shown)
        self.assertIn("ZF-1", shown)

    def test_what_cannot_be(self):
        self.give()
        refused = self.receive([{"message_id": "1", "external_id": "ZF-9", "step": "签收"},
                                {"message_id": "2", "external_id": "ZF-9", "step": "飞"}], "--json",
                               code=1).lines()
        self.assertEqual([line["answer"]["refusal"]["code"] for line in refused],
                         ["unknown_case", "bad_value"])
        self.assertIn("steps", self.receive([{"message_id": "2", "external_id": "ZF-9",
                                              "step": "飞"}], code=1).err)
        self.assertIn("message_id", self.receive([{"external_id": "1"}], code=2).err)
        self.fails(2, "outbox", self.store, "nobody")
        self.fails(2, "outbox", self.store, "mail")
        self.fails(2, "outbox", self.store, "zf", "--limit", "0")
        self.fails(2, "outbox", self.store, "zf", "--by", "grid")
        self.fails(2, "acknowledge", self.store, "zf", "1000")
        self.fails(2, "receive", self.store, "mail", self.write("none.json", "[]"))


if __name__ == "__main__":
    program.main()
