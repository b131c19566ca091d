"""Calls of an InfluxDB, and runs that are ended from outside."""

import asyncio
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import unittest
from typing import List

import fluxlet
from standin import TOKEN, URL

ENGINE = fluxlet.Engine()

HEALTH = """
import "experimental/influxdb"
influxdb.api(method: "get", path: "/health").statusCode
"""

# Longer than anybody waits.
ENDLESS = """
import "array"
import "strings"
many = strings.split(v: strings.repeat(v: "a", i: 2000), t: "")
each = (fn) => length(arr: array.map(arr: many, fn: fn))
each(fn: (x) => each(fn: (x) => each(fn: (x) => x)))
"""


class Silence:
    """A server that takes a connection and never answers."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.asked = threading.Event()
        self.left = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        connection, _ = self.listener.accept()
        with connection:
            connection.recv(1)
            self.asked.set()
            while connection.recv(4096):
                pass
        self.left.set()

    def close(self) -> None:
        self.listener.close()


class Calls(unittest.TestCase):
    def test_call(self) -> None:
        script = """
        import "experimental/influxdb"
        response = influxdb.api(method: "get", path: "/api/v2/buckets")
        {status: response.statusCode, body: string(v: response.body)}
        """
        results = ENGINE.compile(script).run(host=URL, token=TOKEN)
        self.assertEqual(results.last["status"], 200)
        self.assertIn('"name":"first"', results.last["body"].replace('": "', '":"'))

    def test_the_token_matters(self) -> None:
        script = HEALTH.replace("/health", "/api/v2/buckets")
        self.assertEqual(ENGINE.compile(script).run(host=URL, token="another").last, 401)

    def test_org_and_secrets(self) -> None:
        script = """
        import "experimental/influxdb"
        import "influxdata/influxdb/secrets"
        status = influxdb.api(method: "get", path: "/api/v2/buckets?org={org}").statusCode
        secrets.get(key: "KEY")
        """
        results = ENGINE.compile(script).run(host=URL, token=TOKEN, org="my-org", secrets={"KEY": "hidden"})
        self.assertEqual(results.last, "hidden")
        self.assertNotIn("hidden", repr(results))

    def test_example_of_the_readme(self) -> None:
        path = os.path.join(os.path.dirname(__file__), "..", "README.md")
        with open(path, encoding="utf-8") as readme:
            example = readme.read().split("```python\n")[1].split("```")[0]
        environment = dict(os.environ, INFLUX_HOST=URL, INFLUX_TOKEN=TOKEN)
        told = subprocess.run([sys.executable, "-c", example], env=environment, capture_output=True, text=True)
        self.assertEqual((told.stdout, told.stderr), ("200\ntype-mismatch 1 5\n", ""))

    def test_policy(self) -> None:
        program = ENGINE.compile('import "experimental/http"\nhttp.get(url: "http://127.0.0.2:9/")')
        with self.assertRaises(fluxlet.RunError) as raised:
            program.run()
        self.assertEqual((raised.exception.code, raised.exception.line), ("permission denied", 2))
        with self.assertRaises(fluxlet.RunError) as raised:
            program.run(policy="")
        self.assertEqual(raised.exception.code, "unavailable")
        for policy in ["limits = 1", "[limits]\nstep = 3"]:
            with self.assertRaisesRegex(ValueError, "`policy`: "):
                program.run(policy=policy)

    def test_timeout(self) -> None:
        silence = Silence()
        self.addCleanup(silence.close)
        for script in [HEALTH, ENDLESS]:
            with self.assertRaises(fluxlet.RunError) as raised:
                ENGINE.compile(script).run(host=silence.url, token=TOKEN, timeout=0.1, policy="")
            self.assertEqual(raised.exception.code, "deadline exceeded")
        for timeout in [0, -1, float("nan"), float("inf")]:
            with self.assertRaisesRegex(ValueError, "`timeout` must be longer than 0 s"):
                ENGINE.compile("1").run(timeout=timeout)

    def test_other_threads_go_on(self) -> None:
        silence = Silence()
        self.addCleanup(silence.close)
        cancel = fluxlet.Cancel()
        ends: List[str] = []
        waiting = threading.Thread(target=self.end, args=(HEALTH, silence.url, cancel, ends))
        waiting.start()
        # Were the lock of Python held, nothing below would happen.
        self.assertTrue(silence.asked.wait(20))
        self.assertEqual(ENGINE.compile(HEALTH).run(host=URL, token=TOKEN).last, 200)
        self.assertEqual(ends, [])
        cancel.cancel()
        waiting.join(20)
        self.assertEqual(ends, ["canceled"])
        self.assertTrue(silence.left.wait(20), "the connection outlives the run")

    def test_cancel_what_computes(self) -> None:
        cancel = fluxlet.Cancel()
        ends: List[str] = []
        busy = threading.Thread(target=self.end, args=(ENDLESS, URL, cancel, ends))
        busy.start()
        cancel.cancel()
        busy.join(20)
        self.end("1", URL, cancel, ends)
        self.assertEqual(ends, ["canceled", "canceled"])

    def end(self, script: str, host: str, cancel: fluxlet.Cancel, ends: List[str]) -> None:
        try:
            ENGINE.compile(script).run(host=host, token=TOKEN, policy="", timeout=60, cancel=cancel)
        except fluxlet.RunError as error:
            ends.append(error.code)

    @unittest.skipIf(sys.platform == "win32", "signals of Unix")
    def test_interrupt(self) -> None:
        silence = Silence()
        self.addCleanup(silence.close)

        def interrupt() -> None:
            silence.asked.wait(20)
            os.kill(os.getpid(), signal.SIGINT)

        # A process that was started in the background ignores the signal.
        self.addCleanup(signal.signal, signal.SIGINT, signal.signal(signal.SIGINT, signal.default_int_handler))
        threading.Thread(target=interrupt, daemon=True).start()
        with self.assertRaises(KeyboardInterrupt):
            ENGINE.compile(HEALTH).run(host=silence.url, token=TOKEN, timeout=60)
        self.assertTrue(silence.left.wait(20), "the connection outlives the run")

    @unittest.skipUnless(hasattr(os, "fork"), "Unix")
    def test_fork(self) -> None:
        program = ENGINE.compile(HEALTH)
        self.assertEqual(program.run(host=URL, token=TOKEN).last, 200)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if program.run(host=URL, token=TOKEN, timeout=30).last == 200 else 2
            finally:
                os._exit(status)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual(program.run(host=URL, token=TOKEN).last, 200)


class Asyncio(unittest.IsolatedAsyncioTestCase):
    async def test_call(self) -> None:
        program = ENGINE.compile(HEALTH)
        runs = await asyncio.gather(*(program.run_async(host=URL, token=TOKEN) for _ in range(20)))
        self.assertEqual([results.last for results in runs], [200] * 20)

    async def test_error(self) -> None:
        with self.assertRaises(fluxlet.RunError) as raised:
            await ENGINE.compile('x = 1\ndie(msg: "so")').run_async()
        self.assertEqual((raised.exception.message, raised.exception.line), ("so", 2))

    async def test_cancel(self) -> None:
        silence = Silence()
        self.addCleanup(silence.close)
        task = asyncio.create_task(ENGINE.compile(HEALTH).run_async(host=silence.url, token=TOKEN))
        await asyncio.to_thread(silence.asked.wait, 20)
        self.assertFalse(task.done())
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertTrue(await asyncio.to_thread(silence.left.wait, 20), "the connection outlives the run")

    async def test_cancel_what_computes(self) -> None:
        with self.assertRaises(asyncio.TimeoutError):
            await asyncio.wait_for(ENGINE.compile(ENDLESS).run_async(policy=""), 0.1)

    async def test_not_awaited(self) -> None:
        ENGINE.compile("1").run_async().close()

    def test_loop_is_gone(self) -> None:
        silence = Silence()
        self.addCleanup(silence.close)

        async def abandon() -> None:
            asyncio.create_task(ENGINE.compile(HEALTH).run_async(host=silence.url, token=TOKEN))
            await asyncio.to_thread(silence.asked.wait, 20)

        asyncio.run(abandon())
        self.assertTrue(silence.left.wait(20), "the connection outlives the run")


class Leaks(unittest.TestCase):
    def test_a_thousand_runs(self) -> None:
        program = ENGINE.compile(
            'import "experimental/influxdb"\nimport "strings"\n'
            'text = strings.repeat(v: "a", i: 20000)\n'
            'list = [{a: text, b: influxdb.api(method: "get", path: "/health").statusCode}]\nlist'
        )
        wrong = ENGINE.compile('x = {a: [1, 2, 3]}\nx.a[4]')

        async def awaited() -> None:
            await program.run_async(host=URL, token=TOKEN)

        def round(times: int) -> None:
            for index in range(times):
                self.assertEqual(program.run(host=URL, token=TOKEN).last[0]["b"], 200)
                self.assertRaises(fluxlet.RunError, wrong.run)
                self.assertRaises(fluxlet.CompileError, ENGINE.compile, "x = 1 + true")
                if index % 10 == 0:
                    asyncio.run(awaited())

        round(300)
        before = resident()
        round(1000)
        self.assertLess(resident() - before, 4 << 20, "the runs leave something behind")

    def test_engines(self) -> None:
        def round(times: int) -> None:
            for _ in range(times):
                self.assertEqual(fluxlet.Engine().compile("1 + 1").run().last, 2)

        round(30)
        before = resident()
        round(100)
        self.assertLess(resident() - before, 16 << 20, "engines leave something behind")


def resident() -> int:
    """Returns the bytes of memory that the process has, or the most that it had where only that is known."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    unittest.main()
