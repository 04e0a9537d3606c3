"""Every script of the examples, and every variant of them, holds; and what it printed is readable."""

import glob
import os
import unittest

import program

ROOT = os.path.join(program.HERE, "..", "..")
SCRIPTS = sorted(glob.glob(os.path.join(ROOT, "examples", "scripts", "*.jsonl")))
VARIANTS = sorted(glob.glob(os.path.join(ROOT, "tests", "data", "plays", "*.jsonl")))


class Scripts(program.Case):
    def test_all_hold(self):
        self.assertGreater(len(SCRIPTS), 12)
        for script in SCRIPTS + VARIANTS:
            with self.subTest(os.path.basename(script)):
                self.assertIn("all as expected", self.ok("play", script).out)

    def test_the_store_of_each_is_sound(self):
        for number, script in enumerate(SCRIPTS + VARIANTS):
            with self.subTest(os.path.basename(script)):
                store = "%s.%d" % (self.store, number)
                self.ok("play", script, "--store", store)
                self.ok("verify", store)

    def test_a_scene_that_is_held_is_told(self):
        script = os.path.join(ROOT, "tests", "data", "plays", "scene-held.jsonl")
        both = self.ok("play", script).out + self.ok("play", script, "--lang", "zh").out
        for word in ("goes on: 水利局", "继续履行：水利局"):
            self.assertIn(word, both)

    def test_hands_are_told_in_both_languages(self):
        told = {
            "at-01-sewage": ("taking part: ", "参加单位：", "; after ", "完成后开始"),
            "at-02-truck": ("ends by the rule: one-result", "办结规则：one-result",
                            "settles the matter", "结论性结果"),
            "at-03-collapse": ("let go with it: ", "随之解除："),
            "at-05-renovation": ("mediation: settled", "调解结果：达成协议", "task force formed",
                                 "组建专班"),
            "at-09-fishing-ban": ("evidence: 夜间监控截图 (江堤监控)", "涉及多个单位"),
            "at-10-evacuation": ("by: loudspeaker", "发布渠道：应急广播", "list: 0 of 36 (h01 0/5",
                                 "counted: h07 = 7",  "work finished", "由其引发"),
            "at-17-mode": ("to the mode emergency", "转入战时模式"),
        }
        for name, words in told.items():
            script = os.path.join(ROOT, "examples", "scripts", name + ".jsonl")
            both = self.ok("play", script).out + self.ok("play", script, "--lang", "zh").out
            for word in words:
                self.assertIn(word, both, name)


if __name__ == "__main__":
    program.main()
