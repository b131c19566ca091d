"""Waits for a run as a task of asyncio."""

import asyncio
import contextlib
from typing import TYPE_CHECKING, Callable, Optional, Protocol

if TYPE_CHECKING:
    from . import Error, Results


class _Pending(Protocol):
    def begin(self, done: "Callable[[Optional[Results], Optional[Error]], None]") -> None: ...
    def abort(self) -> None: ...


async def finish(pending: _Pending) -> "Results":
    """Begins a run and returns its results; where the task is cancelled, the run ends too."""
    loop = asyncio.get_running_loop()
    future: "asyncio.Future[Results]" = loop.create_future()

    def settle(results: "Optional[Results]", error: "Optional[Error]") -> None:
        if future.done():
            return
        if results is not None:
            future.set_result(results)
        elif error is not None:
            future.set_exception(error)

    def done(results: "Optional[Results]", error: "Optional[Error]") -> None:
        # A loop that is closed has nobody who waits.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, results, error)

    pending.begin(done)
    try:
        return await future
    finally:
        pending.abort()
