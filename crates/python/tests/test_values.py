"""Values both ways, errors with their places."""

import copy
import pickle
import unittest
from datetime import datetime, timedelta, timezone
from typing import Any, List, Optional

import fluxlet
from fluxlet import Duration, Time, Value

ENGINE = fluxlet.Engine()


def run(script: str, **variables: Any) -> fluxlet.Results:
    return ENGINE.compile(script, variables=variables).run()


class FromFlux(unittest.TestCase):
    def check(self, expression: str, expected: object, imports: str = "") -> None:
        found = run(f"{imports}\n{expression}").last
        self.assertEqual(found, expected)
        self.assertIs(type(found), type(expected))

    def test_values(self) -> None:
        self.check("true", True)
        self.check("-9223372036854775807", -9223372036854775807)
        self.check('uint(v: "18446744073709551615")', 18446744073709551615)
        self.check("1.5", 1.5)
        self.check('"größe"', "größe")
        self.check('bytes(v: "ab")', b"ab")
        self.check("[1, 2]", [1, 2])
        self.check("{b: 1, a: {c: [true]}}", {"b": 1, "a": {"c": [True]}})
        self.check('["x": 1, "y": 2]', {"x": 1, "y": 2})
        self.check("[2020-01-01T00:00:00Z: 1]", {datetime(2020, 1, 1, tzinfo=timezone.utc): 1})
        self.check("dynamic.dynamic(v: [1])", [1], 'import "experimental/dynamic"')
        self.check("debug.null()", None, 'import "internal/debug"')
        self.check("2020-01-01T00:00:00.000000001Z", Time(1577836800000000001))
        self.check("-1mo2h", Duration(-1, -7200 * 10**9))

    def test_what_python_has_no_like_of(self) -> None:
        results = run("/a+/\nf = (x) => x")
        self.assertEqual((results.last.kind, str(results.last)), ("regexp", "a+"))
        self.assertEqual(results["f"].kind, "function")

    def test_results(self) -> None:
        results = run("a = 1\n2\nb = [a]\n3")
        self.assertEqual(results.values, [2, 3])
        self.assertEqual(results.last, 3)
        self.assertEqual(results.bindings, {"a": 1, "b": [1]})
        self.assertEqual(results["b"], [1])
        self.assertIn("a", results)
        self.assertNotIn("z", results)
        self.assertRaises(KeyError, lambda: results["z"])
        self.assertIsNone(run("a = 1").last)

    def test_what_is_shared_is_made_once(self) -> None:
        lines = ["v0 = [1, 2]"] + [f"v{index} = {{a: v{index - 1}, b: v{index - 1}}}" for index in range(1, 40)]
        found = run("\n".join(lines))["v39"]
        self.assertIs(found["a"], found["b"])

    def test_what_is_nested_too_deep(self) -> None:
        deep: Any = 1
        for _ in range(90):
            deep = [deep]
        nest = "[" * 10 + "x" + "]" * 10
        self.assertEqual(str(run(nest, x=deep).last), "[" * 100 + "1" + "]" * 100)


class ToFlux(unittest.TestCase):
    def check(self, value: Any, shown: str) -> None:
        results = run("x\n\"${display(v: x)}\"", x=value)
        self.assertEqual(results.last, shown)

    def test_values(self) -> None:
        self.check(True, "true")
        self.check(-5, "-5")
        self.check(2**64 - 1, "18446744073709551615")
        self.check(1.5, "1.5")
        self.check("größe", "größe")
        self.check(b"ab", "0x6162")
        self.check(bytearray(b"ab"), "0x6162")
        self.check([1, 2], "[1, 2]")
        self.check((1, 2), "[1, 2]")
        self.check({"b": 1, "a": [{"c": "d"}]}, '{a: [{c: d}], b: 1}')
        self.check({1: "a", 2: "b"}, "[1: a, 2: b]")
        self.check(Value.dictionary({"x": 1}), "[x: 1]")
        self.check(Time(1), "1970-01-01T00:00:00.000000001Z")
        self.check(datetime(2020, 1, 1, 1, 2, 3, 4, timezone(timedelta(hours=1))), "2020-01-01T00:02:03.000004000Z")
        self.check(timedelta(days=1, microseconds=1), "1d1us")
        self.check(timedelta(microseconds=-1), "-1us")
        self.check(Duration(13), "1y1mo")

    def test_types(self) -> None:
        self.assertEqual(run("x + uint(v: 1)", x=Value.uint(7)).last, 8)
        self.assertTrue(run('"aa" =~ x', x=Value.regexp("^a+$")).last)
        self.assertEqual(run("x.a + x.b", x={"a": 1, "b": 2, "c": 0}).last, 3)

    def test_what_is_given_comes_back(self) -> None:
        values = [True, 7, 1.5, "", b"\0", [], [[1], [2]], {"a": {"b": []}}, {1.5: [True]}]
        for value in [*values, Time.parse("2020-01-01"), Duration.parse("1mo")]:
            self.assertEqual(run("x", x=value).last, value)

    def test_a_run_gives_other_values(self) -> None:
        program = ENGINE.compile("x", variables={"x": [1]})
        lists: List[List[Optional[int]]] = [[1], [2, None, 3], [None], []]
        for value in lists:
            self.assertEqual(program.run(variables={"x": value}).last, value)
        others: List[Any] = [["a"], 1, [1, "a"], [1.0], {"a": 1}]
        for wrong in others:
            with self.assertRaisesRegex(TypeError, "must be"):
                program.run(variables={"x": wrong})
        with self.assertRaisesRegex(ValueError, "compiled without a variable `y`"):
            program.run(variables={"y": 1})
        record = ENGINE.compile("x.a", variables={"x": {"a": 1, "b": "b"}})
        self.assertEqual(record.run(variables={"x": {"b": "", "a": 2}}).last, 2)
        for fields in [{"a": 1}, {"a": "1", "b": ""}, {"a": 1, "b": "", "c": 1}]:
            self.assertRaises(TypeError, record.run, variables={"x": fields})

    def test_refused(self) -> None:
        endless: Any = []
        endless.append(endless)
        for wrong, error in [
            (object(), TypeError),
            ({1, 2}, TypeError),
            ([1, "a"], TypeError),
            ([1, 2.5], TypeError),
            ([{"a": 1}, {"b": 1}], TypeError),
            ({1: 1, "a": 1}, TypeError),
            (run("f = (x) => x")["f"], TypeError),
            (2**64, OverflowError),
            (-(2**63) - 1, OverflowError),
            (timedelta(days=200000), OverflowError),
            (datetime(1, 1, 1, tzinfo=timezone.utc), OverflowError),
            (datetime(2020, 1, 1), ValueError),
            (None, ValueError),
            ({"a": None}, ValueError),
            ([None, 1], ValueError),
            ({(1,): 1}, ValueError),
            (endless, ValueError),
            ("\ud800", UnicodeEncodeError),
        ]:
            with self.subTest(wrong=type(wrong)):
                self.assertRaises(error, run, "x", x=wrong)
        self.assertRaises(ValueError, Value.regexp, "(")
        self.assertRaises(OverflowError, Value.uint, -1)
        for text in ["host", "http://"]:
            with self.assertRaisesRegex(ValueError, "`host`: "):
                ENGINE.compile("1").run(host=text)


class Times(unittest.TestCase):
    def test_times(self) -> None:
        exact, whole = Time(1577836800000000001), Time(1577836800000000000)
        moment = datetime(2020, 1, 1, tzinfo=timezone.utc)
        self.assertEqual(str(exact), "2020-01-01T00:00:00.000000001Z")
        self.assertEqual(eval(repr(exact), {"fluxlet": fluxlet}), exact)
        self.assertEqual(exact.to_datetime(), moment)
        self.assertEqual(Time(-1).to_datetime(), datetime(1969, 12, 31, 23, 59, 59, 999999, timezone.utc))
        self.assertTrue(whole == moment and moment == whole and whole != exact and exact != moment)
        self.assertTrue(whole < exact and moment < exact and exact > moment and whole <= moment)
        self.assertTrue(whole > datetime(1, 1, 1, tzinfo=timezone.utc))
        self.assertEqual({whole: 1}[moment], 1)  # type: ignore[index]
        self.assertFalse(whole == datetime(2020, 1, 1))
        self.assertFalse(whole == 1)
        for far in [Time(2**63 - 1), Time(-(2**63)), exact]:
            self.assertEqual(hash(far), hash(copy.copy(far)))
            self.assertEqual(pickle.loads(pickle.dumps(far)), far)
        self.assertRaises(OverflowError, Time, 2**63)
        self.assertRaises(ValueError, Time.parse, "yesterday")
        self.assertRaises(TypeError, lambda: whole < 1)  # type: ignore[operator]

    def test_durations(self) -> None:
        span = Duration(1, 1)
        self.assertEqual((span.months, span.nanoseconds, str(span)), (1, 1, "1mo1ns"))
        self.assertEqual(eval(repr(span), {"fluxlet": fluxlet}), span)
        self.assertEqual(pickle.loads(pickle.dumps(span)), span)
        self.assertEqual(Duration(0, -1500).to_timedelta(), timedelta(microseconds=-1))
        self.assertEqual(Duration.parse("1d"), timedelta(days=1))
        self.assertEqual({Duration.parse("1d"): 1}[timedelta(days=1)], 1)  # type: ignore[index]
        self.assertNotEqual(Duration(0, 1), timedelta())
        self.assertRaises(ValueError, Duration, 1, -1)
        self.assertRaises(ValueError, span.to_timedelta)
        self.assertRaises(ValueError, Duration.parse, "1 day")


class Errors(unittest.TestCase):
    def test_compile_error(self) -> None:
        with self.assertRaises(fluxlet.CompileError) as raised:
            ENGINE.compile('x = 1\nx + "a"\ny', name="mine.flux")
        error = raised.exception
        self.assertIsInstance(error, fluxlet.Error)
        self.assertEqual((error.code, error.line, error.column), ("type-mismatch", 2, 5))
        for part in ["mine.flux:2:5", 'x + "a"', "undefined-name", error.message]:
            self.assertIn(part, str(error))

    def test_run_error(self) -> None:
        with self.assertRaises(fluxlet.RunError) as raised:
            ENGINE.compile('f = () => die(msg: "so")\nf()', name="mine.flux").run()
        error = raised.exception
        self.assertEqual((error.code, error.message, error.line, error.column), ("invalid", "so", 1, 11))
        for part in ["so", "mine.flux:1:11"]:
            self.assertIn(part, str(error))
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual((str(again), again.code, again.line), (str(error), "invalid", 1))

    def test_panic(self) -> None:
        program = ENGINE.compile('import "fluxlet/panics"\npanics.panic()')
        for _ in range(3):
            with self.assertRaises(fluxlet.RunError) as raised:
                program.run()
            self.assertEqual((raised.exception.code, raised.exception.line), ("internal", 2))

    def test_limits(self) -> None:
        with self.assertRaises(fluxlet.RunError) as raised:
            ENGINE.compile("1 + 1").run(policy="[limits]\nsteps = 1")
        self.assertEqual(raised.exception.code, "resource exhausted")


if __name__ == "__main__":
    unittest.main()
