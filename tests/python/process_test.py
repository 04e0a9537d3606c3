"""The interpreter around the engine: its end, forks, what an import costs."""

import os
import subprocess
import sys
import textwrap
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


def run(code, **options):
    """A program of its own with a county in it."""
    head = f"import sys; sys.path.insert(0, {HERE!r})\nfrom county import *\n"
    return subprocess.run([sys.executable, "-c", head + textwrap.dedent(code)], text=True,
                          capture_output=True, timeout=120, **options)


class Process(unittest.TestCase):
    def passes(self, code):
        done = run(code)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout

    def test_the_interpreter_ends_with_an_open_engine(self):
        self.assertEqual(self.passes("""
            county = County()
            case = county.dispatched()
            print(case.read().position.state)
        """), "county_dispatched\n")

    def test_the_interpreter_ends_while_daemons_are_at_work(self):
        for _ in range(5):
            self.passes("""
                import threading, time
                county = County()
                def work(n):
                    desk = county.engine.desk("330881", clock=lambda: START)
                    while True:
                        desk.report(title="t", category="04", grid="grid")
                        desk.cases().to_list()
                for n in range(4):
                    threading.Thread(target=work, args=(n,), daemon=True).start()
                time.sleep(0.2)
                county.folder._finalizer.detach()
            """)

    def test_an_engine_still_answers_at_the_very_end(self):
        self.assertEqual(self.passes("""
            import atexit
            atexit.register(lambda: print(county.engine.verify().ok))
            county = County()
            county.folder._finalizer.detach()
        """), "True\n")

    @unittest.skipUnless(hasattr(os, "fork"), "no fork here")
    def test_the_child_of_a_fork_gets_an_error_and_ends_well(self):
        out = self.passes("""
            import os
            county = County()
            case = county.report()
            county.folder._finalizer.detach()
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                try:
                    county.engine.verify()
                except gridcase.ForkedError as error:
                    print("child:", error.code, isinstance(error, RuntimeError))
                with gridcase.open(county.path, read_only=True) as own:
                    print("child:", own.verify().events)
                sys.exit(0)
            print("child ended with", os.waitpid(child, 0)[1])
            print("parent:", case.file().ok)
        """)
        self.assertEqual(out, "child: forked True\nchild: 2\nchild ended with 0\nparent: True\n")

    @unittest.skipUnless(hasattr(os, "fork"), "no fork here")
    def test_a_fork_while_others_are_at_work_ends_well(self):
        self.passes("""
            import os, threading, time
            county = County()
            stop = threading.Event()
            def work():
                desk = county.engine.desk("330881", clock=lambda: START)
                while not stop.is_set():
                    desk.report(title="t", category="04", grid="grid")
            thread = threading.Thread(target=work)
            thread.start()
            for _ in range(5):
                time.sleep(0.05)
                child = os.fork()
                if child == 0:
                    sys.exit(0)
                assert os.waitpid(child, 0)[1] == 0
            stop.set()
            thread.join()
        """ .replace("sys.exit(0)", "county.folder._finalizer.detach(); sys.exit(0)"))

    def test_an_import_starts_no_thread_and_opens_nothing(self):
        self.assertEqual(self.passes("""
            import threading, os
            print(threading.active_count(), [f for f in os.listdir("/proc/self/fd") if int(f) > 3])
        """), "1 []\n")

    def test_a_sub_interpreter_gets_an_error(self):
        done = run("""
            try:
                import _xxsubinterpreters as interpreters
            except ImportError:
                print("none")
            else:
                code = "import sys; sys.path[:] = " + repr(sys.path) + chr(10) + "import gridcase"
                try:
                    interpreters.run_string(interpreters.create(), code)
                except interpreters.RunFailedError as error:
                    print(error)
        """)
        self.assertRegex(done.stdout, "none|ImportError.*main interpreter", done.stderr)

    def test_an_interrupt_is_python_s_own(self):
        self.assertEqual(self.passes("""
            import signal
            before = signal.getsignal(signal.SIGINT)
            with County() as county:
                county.report()
            print(signal.getsignal(signal.SIGINT) is before)
        """), "True\n")

    def test_an_interrupt_ends_a_long_call_and_the_engine_goes_on(self):
        self.assertEqual(self.passes("""
            import os, signal, threading, time
            county = County()
            county.engine.batch([
                gridcase.Submission(gridcase.Action(kind="report", title="a", category="04", grid="grid"),
                                    gridcase.Actor("330881"), county.now) for _ in range(3000)])
            began = time.monotonic()
            assert county.engine.verify().ok
            whole = time.monotonic() - began
            threading.Timer(whole / 10, os.kill, (os.getpid(), signal.SIGINT)).start()
            began = time.monotonic()
            try:
                county.engine.verify()
            except KeyboardInterrupt as interrupt:
                print("interrupted", time.monotonic() - began < 0.9 * whole + 0.1)
            print(county.engine.verify().ok)
        """), "interrupted True\nTrue\n")

    def test_a_host_ends_a_call_that_reads(self):
        self.assertEqual(self.passes("""
            stops = []
            county = County(stop=lambda: bool(stops))
            stops.append(True)
            county.report()
            try:
                county.engine.verify()
            except gridcase.StoppedError as error:
                print(error.code)
        """), "stopped\n")


if __name__ == "__main__":
    unittest.main()
