"""The engine from Python: actions, answers, queries, errors, times."""

import dataclasses
import datetime
import threading
import time
import unittest
import zoneinfo

import gridcase
from county import START, ZONE, County
from gridcase import ActionKind, Actor, CaseQuery, State

CENTRE = Actor("330881")


class Actions(unittest.TestCase):
    def test_a_case_goes_from_report_to_dispatch_by_methods(self):
        with County() as county:
            case = county.dispatched()
            found = case.read()
            self.assertEqual(found.position.state, State.COUNTY_DISPATCHED)
            self.assertEqual(found.position.state, "county_dispatched")
            self.assertEqual([(a.unit, a.role) for a in found.assignments],
                             [("water", "lead"), ("police", "assist")])
            self.assertTrue(all(a.is_open for a in found.assignments))
            self.assertEqual(found.reported, START + datetime.timedelta(minutes=1))
            self.assertEqual([e.action.kind for e in case.history()], ["report", "file", "dispatch"])
            self.assertEqual(len(case.history()[0].hash), 32)

    def test_one_unit_in_place_of_a_list_is_told(self):
        with County() as county:
            with self.assertRaisesRegex(TypeError, r'to: a list is needed.*to=\["water"\]'):
                county.report().dispatch(to="water")
            with self.assertRaisesRegex(TypeError, "gridcase.open"):
                gridcase.Engine(county.path)
            for wrong in (None, 1.5, ["1"]):
                with self.assertRaisesRegex(TypeError, "case: an id, a number or an answer"):
                    county.desk().case(wrong)

    def test_who_leads_is_added_to_those_that_get_orders(self):
        with County() as county:
            case = county.report()
            case.file().raise_for_refusal()
            case.dispatch(to=[gridcase.Order("police", task="close the road")], lead="water",
                          note="now").raise_for_refusal()
            self.assertEqual([(a.unit, a.role, a.task) for a in case.read().assignments],
                             [("water", "lead", ""), ("police", "assist", "close the road")])

    def test_a_refused_action_is_an_answer_and_an_exception_when_asked(self):
        with County() as county:
            answer = county.report().close()
            self.assertFalse(answer.ok)
            self.assertEqual(answer.status, gridcase.Status.REFUSED)
            self.assertEqual(answer.refusal.code, gridcase.RefusalCode.NOT_POSSIBLE)
            self.assertIn(ActionKind.FILE, answer.refusal.allowed)
            with self.assertRaisesRegex(gridcase.Refused, "not_possible") as caught:
                answer.raise_for_refusal()
            self.assertIs(caught.exception.answer, answer)

    def test_every_kind_of_action_is_a_method_with_its_fields(self):
        import inspect

        for line in gridcase.action_catalogue():
            if line.action == ActionKind.REVEAL:  # answers with the case, see below
                continue
            holder = (gridcase.CaseHandle if hasattr(gridcase.CaseHandle, line.action.value)
                      else gridcase.Desk)
            method = getattr(holder, line.action.value)
            parameters = inspect.signature(method).parameters
            for name in [*line.required, *line.optional]:
                self.assertIn(name, parameters, line.action)
                self.assertIn(name, method.__doc__, line.action)
            for name in line.required:
                if name != "orders":
                    self.assertIs(parameters[name].default, inspect.Parameter.empty)

    def test_a_reveal_gives_the_case_and_is_in_its_history_once(self):
        with County() as county:
            case = county.report(parties=[gridcase.Party("requester", "Li", "13800001111")])
            self.assertNotIn("13800001111", repr(case.read()))
            self.assertIn("13800001111", repr(case.reveal(reason="call_back")))
            self.assertEqual([e.action.kind for e in case.history()], ["report", "reveal"])
            with self.assertRaises(gridcase.Refused):
                case.reveal(reason="")

    def test_a_batch_answers_each(self):
        with County() as county:
            made = [gridcase.Submission(gridcase.Action(ActionKind.REPORT, title=f"no. {i}",
                                                        category="04", grid="grid"), CENTRE,
                                        county.clock()) for i in range(3)]
            made.append(dataclasses.replace(made[0], action=gridcase.Action(ActionKind.CLOSE)))
            answers = county.engine.batch(made)
            self.assertEqual([a.ok for a in answers], [True, True, True, False])

    def test_the_same_command_is_done_once(self):
        with County() as county:
            desk = county.desk()
            first = desk.report(title="t", category="04", grid="grid", command_id="once")
            again = desk.report(title="t", category="04", grid="grid", command_id="once")
            self.assertEqual(again.status, "duplicate")
            self.assertTrue(again.ok)
            self.assertEqual(again.case_id, first.case_id)


class Queries(unittest.TestCase):
    def test_lists_page_by_themselves(self):
        with County() as county:
            ids = [county.report().id for _ in range(7)]
            found = county.engine.cases(CENTRE, limit=2)
            self.assertEqual([case.id for case in found], ids)
            self.assertEqual([case.id for case in found], ids)  # asks anew
            self.assertGreaterEqual(len(list(found.pages())), 4)
            self.assertEqual(len(found.to_list().to_dicts()), 7)
            self.assertEqual([e.sequence for e in county.engine.log(CENTRE, page=3)],
                             list(range(1, 7 + 2)))

    def test_a_case_is_found_by_number(self):
        with County() as county:
            case = county.report()
            self.assertEqual(county.desk().case(case.read().number).id, case.id)
            with self.assertRaises(gridcase.NotFoundError):
                county.desk().case("330881-none")

    def test_deadlines_explain_themselves(self):
        with County() as county:
            case = county.dispatched()
            clock, = case.clocks()
            self.assertEqual(clock.clock.times.deadline - clock.clock.started,
                             datetime.timedelta(hours=24))
            self.assertTrue(clock.clock.is_open)
            text = gridcase.explanation_in_words(case.explain(clock.clock.no),
                                                 gridcase.Language.ENGLISH)
            self.assertIn("24", text)

    def test_results_become_a_data_frame(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("no pandas (python3-pandas)")
        with County() as county:
            county.dispatched()
            county.report(point=gridcase.Point(118.6, 28.7))
            frame = county.engine.cases(CENTRE).to_dataframe()
            self.assertEqual(list(frame["position.state"]), ["county_dispatched", "county_intake"])
            self.assertEqual(frame["reported"].dt.tz_convert("Asia/Shanghai")[0].hour, 8)
            self.assertEqual(frame["point.longitude"][1], 118.6)

    def test_the_directory_says_why(self):
        with County() as county:
            directory = county.engine.directory()
            self.assertEqual(directory.unit("water").capabilities, ("drainage",))
            self.assertIsNone(directory.unit("nobody"))
            found = directory.responsible("04", "grid", gridcase.Tier.COUNTY)
            self.assertEqual(found.lead, "water")
            self.assertTrue(found.because)
            self.assertTrue(directory.may_send("330881", "water"))

    def test_figures_come_as_exact_ratios(self):
        with County() as county:
            county.report()
            period = gridcase.parse_period("2018-03")
            self.assertEqual(period.from_, datetime.date(2018, 3, 1))
            rows = county.engine.measure(gridcase.MeasureQuery(period=period), CENTRE,
                                         county.clock())
            reported = [row for row in rows if row.measure == "reported"]
            self.assertEqual(len(rows), len(gridcase.measure_catalogue()))
            self.assertTrue(all(row.ratio.numerator == 1 for row in reported))

    def test_a_store_verifies(self):
        with County() as county:
            county.dispatched()
            found = county.engine.verify()
            self.assertTrue(found.ok)
            self.assertEqual(found.events, 4)


class Times(unittest.TestCase):
    def test_a_naive_datetime_is_refused_by_name(self):
        with County() as county:
            with self.assertRaisesRegex(ValueError, "^now: a datetime with a time zone"):
                county.engine.tick(datetime.datetime(2018, 3, 17))
            with self.assertRaisesRegex(ValueError, r"^action\.happened: "):
                county.report().file(happened=datetime.datetime(2018, 3, 17))

    def test_any_zone_is_taken_and_utc_is_given(self):
        moment = datetime.datetime(2018, 3, 16, 9, 0, 0, 250001,
                                   tzinfo=zoneinfo.ZoneInfo("America/New_York"))
        form = gridcase.write_action(gridcase.Action(ActionKind.FILE, happened=moment))
        again = gridcase.read_action(form).happened
        self.assertEqual(again, moment)
        self.assertEqual(again.tzinfo, datetime.timezone.utc)

    def test_instants_before_the_epoch_keep_their_microseconds(self):
        for moment in (datetime.datetime(1969, 12, 31, 23, 59, 59, 999999, datetime.timezone.utc),
                       datetime.datetime(1900, 3, 1, tzinfo=ZONE),
                       datetime.datetime(2000, 2, 29, 23, 59, tzinfo=ZONE),
                       datetime.datetime(2499, 12, 31, tzinfo=ZONE)):
            form = gridcase.write_action(gridcase.Action(ActionKind.FILE, happened=moment))
            self.assertEqual(gridcase.read_action(form).happened, moment)


class Failures(unittest.TestCase):
    def test_each_failure_is_the_builtin_that_says_the_same(self):
        self.assertTrue(issubclass(gridcase.NotFoundError, KeyError))
        self.assertTrue(issubclass(gridcase.IoError, OSError))
        with self.assertRaises(KeyError) as caught:
            gridcase.open("/nowhere/at/all.gridcase")
        self.assertIsInstance(caught.exception, gridcase.Error)
        self.assertEqual(caught.exception.code, "not_found")
        with County() as county, self.assertRaises(ValueError) as caught:
            county.engine.cases(CENTRE, limit=100_000).to_list()
        self.assertIsInstance(caught.exception, gridcase.InvalidArgumentError)
        self.assertEqual(caught.exception.field, "limit")

    def test_every_code_has_a_class(self):
        for code in gridcase.types.__dict__.get("ErrorCode", ()):
            self.assertEqual(gridcase.errors.from_library(code.value, 1, "m", "", ()).code, code)
        self.assertEqual(len(gridcase.errors._CLASSES), 11)

    def test_a_document_tells_all_its_faults(self):
        with self.assertRaises(gridcase.DocumentError) as caught:
            gridcase.read_policy('{"name": 1, "organization": {"code": 2}}')
        self.assertGreaterEqual(len(caught.exception.faults), 2)
        self.assertTrue(all(fault.path for fault in caught.exception.faults))

    def test_what_is_wrong_with_an_argument_is_named_by_its_path(self):
        with County() as county:
            case = county.report()
            with self.assertRaisesRegex(TypeError, r"^action\.orders\[1\]\.unit: str is needed, not int"):
                case.dispatch(orders=[gridcase.Order("water"), gridcase.Order(5)])
            with self.assertRaisesRegex(ValueError, "^action.kind: nonsense is none of"):
                county.engine.submit(gridcase.Action("nonsense"), CENTRE, county.clock())
            with self.assertRaisesRegex(TypeError, "^actor: Actor is needed, not str"):
                county.engine.get(case.id, "330881")
            with self.assertRaisesRegex(TypeError, "^action.units: a list is needed, not str"):
                case.consult(reason="x", units="water")
            with self.assertRaisesRegex(ValueError, "^budget: a number from"):
                county.engine.tick(county.clock(), 2**40)

    def test_a_path_is_a_path_and_nothing_cut_short(self):
        import pathlib
        with County() as county:
            folder = pathlib.Path(county.folder.name)
            gridcase.write_xes(folder / "log.xes", county.engine, CENTRE)
            self.assertTrue((folder / "log.xes").exists())
            for call in (lambda path: gridcase.open(path),
                         lambda path: gridcase.create(path, county.engine.policy(), county.now),
                         lambda path: gridcase.write_xes(path, county.engine, CENTRE),
                         lambda path: county.engine.what_if(path, gridcase.WhatIf(), CENTRE)):
                before = sorted(folder.iterdir())
                with self.assertRaisesRegex(gridcase.InvalidArgumentError, "zero byte"):
                    call(str(folder / "a\0b"))
                self.assertEqual(sorted(folder.iterdir()), before)
            with self.assertRaisesRegex(gridcase.UnsupportedError, "is a folder"):
                gridcase.open(folder)

    def test_a_closed_engine_says_so(self):
        county = County()
        with county:
            pass
        self.assertTrue(county.engine.closed)
        county.engine.close()
        with self.assertRaisesRegex(gridcase.ClosedError, "open the store again"):
            county.engine.verify()

    def test_with_does_not_hide_what_was_raised_inside(self):
        with self.assertRaises(ZeroDivisionError), County() as county, county.engine:
            raise ZeroDivisionError


class Callbacks(unittest.TestCase):
    def test_what_a_function_raises_comes_back_as_it_was(self):
        class Mine(Exception):
            pass

        def number(report, case_id, recorded):
            raise Mine(report.title)

        with County(number=number) as county:
            with self.assertRaisesRegex(Mine, "^Sewage backs up$"):
                county.report()
            self.assertTrue(county.engine.verify().ok)

    def test_functions_get_values_and_give_them(self):
        seen = []

        def number(report, case_id, recorded):
            seen.append((report.kind, case_id > 0, recorded.tzinfo))
            return f"case {len(seen)}"

        ticks = iter(range(0, 10**9, 1000))
        with County(number=number, stopwatch=lambda: next(ticks)) as county:
            self.assertEqual(county.report().read().number, "case 1")
            county.now += datetime.timedelta(days=3)
            report = county.engine.tick(county.now)
            self.assertGreater(report.longest_slice, 0)
        self.assertEqual(seen, [("report", True, datetime.timezone.utc)])

    def test_a_function_that_is_called_while_it_writes_cannot_write(self):
        county = None

        def number(*_):
            county.report()

        county = County(number=number)
        with county, self.assertRaisesRegex(gridcase.InvalidArgumentError, "cannot write by it"):
            county.report()

    def test_a_function_that_gives_nonsense_is_told(self):
        with self.assertRaisesRegex(ValueError, "^entropy: .* bytes are needed"):
            County(entropy=lambda count: b"").report()

    def test_a_metric_of_the_host_decides_who_is_near(self):
        with County() as county:
            case = county.report(point=gridcase.Point(118.62, 28.74))
            county.engine.use_metric(lambda start, end: 1.0 + abs(start.latitude - 28.75))
            search = gridcase.ResponseSearch(count=2)
            found = county.engine.nearest_responders(case.id, search, CENTRE, county.clock())
            self.assertEqual([r.unit for r in found], ["water", "330881"])
            county.engine.use_metric(None)


class Threads(unittest.TestCase):
    def test_other_threads_run_while_the_engine_waits(self):
        # The writer waits inside the engine for a function of the host, in which another thread must run.
        ran, entered = threading.Event(), threading.Event()

        def other():
            entered.wait(10)
            ran.set()

        def number(report, case_id, recorded):
            entered.set()
            self.assertTrue(ran.wait(10))
            return "1"

        thread = threading.Thread(target=other)
        thread.start()
        with County(number=number) as county:
            county.report()
        thread.join()

    def test_the_engine_works_without_the_gil(self):
        # Counts in a second thread for as long as one call takes; held, it could count next to nothing.
        with County() as county:
            desk = county.desk()
            for _ in range(300):
                desk.report(title="t", category="04", grid="grid")
            stop, turns = threading.Event(), [0]

            def count():
                while not stop.is_set():
                    turns[0] += 1
                    time.sleep(0)

            thread = threading.Thread(target=count)
            thread.start()
            before = turns[0]
            county.engine.verify()
            while_working = turns[0] - before
            stop.set()
            thread.join()
            self.assertGreater(while_working, 20)

    def test_many_threads_use_one_engine(self):
        with County() as county:
            failed = []

            def work(n):
                try:
                    desk = county.engine.desk("330881", clock=lambda: START)
                    for i in range(10):
                        desk.report(title=f"{n}.{i}", category="04",
                                    grid="grid").raise_for_refusal()
                        desk.cases(limit=3).to_list()
                except Exception as error:  # shown below
                    failed.append(error)

            threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(failed, [])
            self.assertEqual(len(county.engine.cases(CENTRE).to_list()), 40)


class Watching(unittest.TestCase):
    def test_an_observer_hears_of_every_event_once_until_it_ends(self):
        with County() as county:
            heard = []
            with county.engine.subscribe(lambda events: heard.extend(events), CENTRE, after=0) as told:
                county.engine.deliver()
                case = county.report()
                case.file().raise_for_refusal()
                self.assertEqual([e.sequence for e in heard], [1, 2, 3])
                self.assertEqual([e.action.kind for e in heard], ["amend", "report", "file"])
                self.assertEqual((told.delivered, told.failures, told.last_failure), (3, 0, ""))
            county.report()
            self.assertEqual(len(heard), 3)

    def test_an_observer_may_act_and_what_it_raises_reaches_nobody(self):
        with County() as county:
            seen = []

            def observer(events):
                seen.append([e.action.kind.value for e in events])
                if len(seen) == 1:
                    county.engine.get(events[0].case_id, CENTRE)
                    county.report()
                    raise KeyError("no room")

            told = county.engine.subscribe(observer, CENTRE)
            self.assertTrue(county.report().read())
            self.assertEqual(seen, [["report"], ["report"]])
            self.assertEqual(told.failures, 1)
            self.assertIn("no room", told.last_failure)
            told.end()
            told.end()

    def test_an_interrupt_in_a_function_of_the_host_reaches_the_caller(self):
        for raised in (KeyboardInterrupt, SystemExit):
            def function(*_):
                raise raised("now")

            with County() as county:
                with county.engine.subscribe(function, CENTRE):
                    with self.assertRaises(raised):
                        county.report()
                county.report()
                self.assertEqual(county.engine.board(gridcase.BoardQuery(), CENTRE).total.open, 2)
            with County(stopwatch=function) as county, self.assertRaises(raised):
                county.report()

    def test_observers_hear_of_what_threads_submit(self):
        with County() as county:
            heard = []
            told = county.engine.subscribe(lambda events: heard.extend(e.sequence for e in events), CENTRE)
            threads = [threading.Thread(target=lambda: [county.report() for _ in range(10)]) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(heard, list(range(2, 42)))
            del told
            county.report()
            self.assertEqual(len(heard), 40)

    def test_wrong_subscriptions_are_refused(self):
        with County() as county:
            with self.assertRaisesRegex(TypeError, "observer"):
                county.engine.subscribe(7, CENTRE)
            with self.assertRaisesRegex(gridcase.InvalidArgumentError, "command centre"):
                county.engine.subscribe(print, Actor("grid"))
            with self.assertRaisesRegex(gridcase.InvalidArgumentError, "after"):
                county.engine.subscribe(print, CENTRE, after=99)

    def test_the_log_goes_to_a_logger(self):
        import logging

        logger = logging.getLogger("gridcase.test")
        with self.assertLogs(logger, logging.INFO) as caught:
            with County(log=gridcase.log_to(logger)) as county:
                county.engine.adopt(county.engine.policy(), CENTRE, county.clock())
        self.assertEqual([(r.code, r.levelname) for r in caught.records],
                         [("store.opened", "INFO"), ("policy.adopted", "INFO")])
        self.assertEqual(caught.records[1].fields, {"version": "2"})
        self.assertIn("version=2", caught.records[1].getMessage())

    def test_counters_and_latencies_are_data(self):
        with County(stopwatch=time.perf_counter_ns) as county:
            county.report()
            county.engine.get(1, CENTRE)
            counters = {one.name: one.value for one in county.engine.counters()}
            self.assertEqual(counters["submissions_committed"], 1)
            self.assertEqual(counters["queries"], 1)
            latencies = {one.name: one for one in county.engine.latencies()}
            self.assertEqual(latencies["submit"].count, 1)
            self.assertGreater(latencies["submit"].sum, 0)
            self.assertEqual(county.engine.durability(), "relaxed")


if __name__ == "__main__":
    unittest.main()
