"""The sample host answers its question from a store."""

import datetime
import os
import subprocess
import sys
import unittest

from county import County

HOST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples",
                    "python_host", "answer.py")


def ask(county, days, unit="330881"):
    at = (county.now + datetime.timedelta(days=days)).isoformat()
    return subprocess.run([sys.executable, HOST, county.path, "--unit", unit, "--at", at],
                          text=True, capture_output=True, timeout=60)


class Host(unittest.TestCase):
    def test_it_names_the_township_and_says_why(self):
        with County() as county:
            case = county.dispatched().read()
            county.report(title="second")
            done = ask(county, 3)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.split("\n")[0], "    2  room")
        self.assertIn(f"{case.number}  Sewage backs up  (county_dispatched)", done.stdout)
        self.assertIn("72.0 h  water lead", done.stdout)
        self.assertIn("Limit: 24 h (set in urgent hours)", done.stdout)

    def test_nothing_is_overdue_in_time(self):
        with County() as county:
            county.dispatched()
            self.assertEqual(ask(county, 0).stdout, "no case is overdue\n")

    def test_a_failure_is_one_line(self):
        with County() as county:
            county.engine.close()
            os.remove(county.path)
            done = ask(county, 0)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()
