"""Modes, task forces and assets: what they do, say in both languages, and refuse."""

import json

import program
from program import ORGANIZATION


class Governing(program.Case):
    def mode(self, unit, mode, *more, by="center/shi", at="2020-06-29 09:00"):
        return ["mode", self.store, unit, mode, "--reason", "typhoon", "--by", by, "--at", at, *more]

    def force(self, step, code, *more, by="center/shi", at="2020-06-29 09:00"):
        return ["task-force", step, self.store, code, "--by", by, "--at", at, *more]

    def last_event(self):
        return self.ok("export", self.store).lines()[-1]

    def test_a_mode_is_switched_and_logged(self):
        self.init()
        said = self.ok(*self.mode("room", "emergency")).out
        self.assertIn("emergency", said)
        self.assertIn("version 2", said)
        event = self.last_event()
        self.assertEqual((event["action"], event["detail"]["unit"], event["detail"]["reason"],
                          event["detail"]["tool"]),
                         ("amend", "room", "typhoon", "switch_mode.emergency"))
        back = self.ok(*self.mode("room", "normal", "--lang", "zh", by="room/lin")).out
        self.assertIn("平时", back)
        again = self.ok(*self.mode("room", "emergency", "--json")).json()
        self.assertEqual(again, {"policy_version": 4})
        self.assertTrue(self.ok("verify", self.store, "--json").json()["ok"])

    def test_a_mode_that_cannot_be(self):
        self.init()
        self.assertIn("normal, emergency", self.fails(2, *self.mode("room", "war")).err)
        self.assertIn("already", self.fails(2, *self.mode("room", "normal")).err)
        self.assertIn("ground", self.fails(2, *self.mode("water", "emergency")).err)
        self.assertIn("command", self.fails(2, *self.mode("center", "emergency", by="room/lin")).err)
        self.fails(2, *self.mode("moon", "emergency"))
        self.fails(2, "mode", self.store, "room", "emergency", "--by", "center/shi")

    def test_a_task_force_comes_and_goes(self):
        self.init()
        formed = self.ok(*self.force("form", "flood", "--name", "防汛专班", "--member", "water",
                                     "--member", "roads", "--capability", "pumping")).out
        self.assertIn("防汛专班", formed)
        self.assertIn("2 units", formed)
        self.assertIn("yes", self.ok("route", self.store, "center", "flood").out)
        self.assertEqual(self.last_event()["detail"]["tool"], "form_task_force")
        ended = self.ok(*self.force("dissolve", "flood", "--lang", "zh")).out
        self.assertIn("2020-06-30", ended)
        self.assertIn("防汛专班", ended)
        self.assertIn("already", self.fails(2, *self.force("dissolve", "flood")).err)

    def test_a_task_force_that_cannot_be(self):
        self.init()
        self.assertIn("form, dissolve", self.fails(2, *self.force("found", "flood")).err)
        self.fails(2, *self.force("form", "flood"))
        self.assertIn("members", self.fails(
            2, *self.force("form", "flood", "--member", "moon")).err)
        self.assertIn("--member", self.fails(
            2, *self.force("dissolve", "flood", "--member", "water")).err)
        self.assertIn("task force", self.fails(2, *self.force("dissolve", "water")).err)

    def with_assets(self):
        with open(ORGANIZATION, encoding="utf-8") as file:
            document = json.load(file)
        document["assets"] = [
            {"code": "cam-1", "name": "村口探头", "kind": "camera", "unit": "village",
             "location": [118.627, 28.744]},
            {"code": "boat", "kind": "boat", "unit": "water", "location": [118.63, 28.744]}]
        document["duties"].append(
            {"category": "04", "tier": "county", "lead": "center", "mode": "emergency"})
        return self.write("assets.json", json.dumps(document))

    def test_the_nearest_assets(self):
        file = self.with_assets()
        self.ok("init", self.store, "--organization", file, "--at", "2020-06-29 08:00")
        for source in (file, self.store):
            found = self.ok("assets", "near", source, "118.6271,28.7437", "--json").lines()
            self.assertEqual([one["asset"] for one in found], ["cam-1", "boat"])
        table = self.ok("assets", "near", file, "118.6271,28.7437", "--kind", "camera").out
        self.assertIn("村口探头", table)
        self.assertNotIn("boat", table)
        self.assertIn("资产", self.ok("assets", "near", file, "118.6271,28.7437", "--count", "1",
                                    "--lang", "zh").out)
        self.fails(1, "assets", "near", file, "118.6271,28.7437", "--kind", "drone")
        self.fails(2, "assets", "near", file, "118.6271")
        self.fails(2, "assets", "near", file, "118.6271,28.7437", "--count", "0")
        self.fails(2, "assets", "far", file, "118.6271,28.7437")

    def test_who_leads_in_an_emergency(self):
        file = self.with_assets()
        ask = ["responsible", file, "04-01", "grid", "county", "--json"]
        self.assertEqual(self.ok(*ask).json()["lead"], "roads")
        self.assertEqual(self.ok(*ask, "--mode", "emergency").json()["lead"], "center")
        self.fails(2, *ask, "--mode", "war")


if __name__ == "__main__":
    program.main()
