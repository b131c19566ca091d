"""Runs Flux scripts: typed, sandboxed, with calls of InfluxDB's API.

An `Engine` compiles a script once to a `Program`, which runs as often as one likes, in as many threads and tasks as one
likes. What a run may use is given to it: an InfluxDB with a token, secrets, a policy. Nothing is read from the
environment.

How values look in Python:

====================  ==========================================================================================
Flux                  Python
====================  ==========================================================================================
null                  ``None``
bool                  ``bool``
int                   ``int``
uint                  ``int``; to give one to a script, ``Value.uint(7)``
float                 ``float``
string                ``str``
bytes                 ``bytes``; a ``bytearray`` may be given, too
time                  ``Time``, which has nanoseconds; a ``datetime`` with a time zone may be given
duration              ``Duration``, which has months; a ``timedelta`` may be given
array                 ``list``; a ``tuple`` may be given
record                ``dict`` with strings as keys, in the order of the script
dictionary            ``dict``; to give one whose keys are strings, ``Value.dictionary({...})``
dynamic               what it holds
regexp                ``Value``; to give one, ``Value.regexp("...")``
function              ``Value``; it cannot be given to a script
====================  ==========================================================================================

Wrong arguments raise `TypeError`, `ValueError` or `OverflowError`; what is wrong with a script raises `Error`.
"""

from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Tuple, Union, final

__all__ = [
    "Cancel",
    "CompileError",
    "Duration",
    "Engine",
    "Error",
    "Program",
    "Results",
    "RunError",
    "Time",
    "Value",
]

_Given = Union[
    None,
    bool,
    int,
    float,
    str,
    bytes,
    bytearray,
    datetime,
    timedelta,
    "Time",
    "Duration",
    "Value",
    # A list of some type is no list of a union, but a sequence.
    Sequence["_Given"],
    Mapping[Any, "_Given"],
]
"""What can be given to a script; of sequences, `list` and `tuple`."""

class Error(Exception):
    """What went wrong with a script. `str()` tells everything, with an excerpt of the script."""

    code: str
    """Stable: a slug such as `type-mismatch` if the script was refused, else words such as `permission denied`,
    `deadline exceeded`, `canceled` or `invalid`."""

    message: str
    """What went wrong, in a sentence; of several mistakes in a script, the first."""

    line: Optional[int]
    """The line of the script, from 1, if it is about one."""

    column: Optional[int]
    """The column in that line, in characters, from 1."""

    def __init__(
        self,
        text: str,
        code: str = "unknown",
        message: str = "",
        line: Optional[int] = None,
        column: Optional[int] = None,
    ) -> None: ...

class CompileError(Error):
    """A script has mistakes; nothing of it has run. `str()` tells of all, the attributes of the first."""

class RunError(Error):
    """A script has failed while it ran; the place is that of the innermost call."""

@final
class Engine:
    """Knows the packages that scripts can import. It never changes; threads may share it.

    Its scripts run on threads of its own, which start with the first run; a process that was forked gets others.
    """

    def __new__(cls) -> "Engine":
        """Makes an engine with the whole standard library. One is enough for a program."""

    def compile(
        self,
        source: str,
        *,
        name: str = "main",
        variables: Optional[Mapping[str, _Given]] = None,
    ) -> "Program":
        """Parses, checks and compiles a script, which messages call `name`.

        The script sees `variables` with the types of the values that are given here. A run may give others of the same
        types.

        Raises `CompileError` with everything that is wrong with the script.
        """

@final
class Program:
    """A script that was compiled. It never changes; threads may share it."""

    @property
    def name(self) -> str:
        """What messages call the script."""

    def run(
        self,
        *,
        host: Optional[str] = None,
        token: Optional[str] = None,
        org: Optional[str] = None,
        secrets: Optional[Dict[str, str]] = None,
        variables: Optional[Mapping[str, _Given]] = None,
        timeout: Optional[float] = None,
        policy: Optional[str] = None,
        cancel: "Optional[Cancel]" = None,
    ) -> "Results":
        """Runs the script and waits for its end; other threads of Python go on meanwhile. Ctrl-C ends the run.

        - `host`: the InfluxDB that the run belongs to, such as `http://localhost:8086`. It may be reached wherever it is.
        - `token`: the token for that InfluxDB. It is sent there alone.
        - `org`: the name of the organization.
        - `secrets`: what `secrets.get(key: ...)` finds.
        - `variables`: values in place of those that the script was compiled with.
        - `timeout`: the longest time of the run, in seconds.
        - `policy`: where the script may go and how much it may use, as TOML with the sections `network` and `limits`.
          Without it the script is taken for that of a stranger: besides `host` it reaches public addresses only, and
          steps, memory, requests and time (60 s) are limited. With it, for one's own, which has practically no limits but
          those that the text sets; an empty text sets none.
        - `cancel`: ends the run from another thread.

        Raises `RunError` if the script fails; its `code` is `deadline exceeded` after `timeout`, and `canceled` after
        `cancel`.
        """

    def run_async(
        self,
        *,
        host: Optional[str] = None,
        token: Optional[str] = None,
        org: Optional[str] = None,
        secrets: Optional[Dict[str, str]] = None,
        variables: Optional[Mapping[str, _Given]] = None,
        timeout: Optional[float] = None,
        policy: Optional[str] = None,
    ) -> "Coroutine[Any, Any, Results]":
        """Does what `run` does, as a coroutine for asyncio: the run begins when it is awaited, and ends when the task is
        cancelled."""

@final
class Cancel:
    """Ends runs from another thread."""

    def __new__(cls) -> "Cancel": ...
    def cancel(self) -> None:
        """Ends the runs that were given this, and those that will be: they raise `RunError` with the code `canceled`."""

@final
class Results:
    """What a run gave. Objects of Python are made anew each time that one asks for them; keep what is asked for often.

    Parts that a value shares are shared in Python: a list that occurs twice in a value is one list.
    """

    @property
    def values(self) -> List[Any]:
        """The value of each expression that is a statement, in order."""

    @property
    def last(self) -> Any:
        """The last of the values; `None` if there are none."""

    @property
    def bindings(self) -> Dict[str, Any]:
        """What the script has bound to names at its top level."""

    def __getitem__(self, name: str, /) -> Any:
        """Returns what the script has bound to `name`; raises `KeyError` if there is no such name."""

    def __contains__(self, name: object, /) -> bool:
        """Tells whether the script has bound `name` at its top level."""

@final
class Time:
    """An instant between the years 1677 and 2262, in nanoseconds since 1970.

    A `datetime` has microseconds, so times are no `datetime`: nothing is cut off unless one asks for it. Both compare
    exactly; equal ones have equal hashes. `str()` gives RFC 3339.
    """

    def __new__(cls, nanoseconds: int) -> "Time": ...
    @staticmethod
    def parse(text: str) -> "Time":
        """Reads a date, or a date and time of RFC 3339; raises `ValueError` for other texts."""

    @property
    def nanoseconds(self) -> int:
        """Nanoseconds since 1970."""

    def to_datetime(self) -> datetime:
        """Returns the instant in UTC, cut to the microsecond."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __lt__(self, other: "Union[Time, datetime]", /) -> bool: ...
    def __le__(self, other: "Union[Time, datetime]", /) -> bool: ...
    def __gt__(self, other: "Union[Time, datetime]", /) -> bool: ...
    def __ge__(self, other: "Union[Time, datetime]", /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> Tuple[int]: ...

@final
class Duration:
    """A span of months and nanoseconds, which have one sign.

    A `timedelta` has no months and no nanoseconds, so durations are no `timedelta`. Both compare exactly; equal ones have
    equal hashes. `str()` gives the literal of Flux.
    """

    def __new__(cls, months: int = 0, nanoseconds: int = 0) -> "Duration":
        """Raises `ValueError` if the parts have different signs."""

    @staticmethod
    def parse(text: str) -> "Duration":
        """Reads a literal such as `1mo2h30m`; raises `ValueError` for other texts."""

    @property
    def months(self) -> int:
        """Months; a year is twelve."""

    @property
    def nanoseconds(self) -> int:
        """Nanoseconds beside the months."""

    def to_timedelta(self) -> timedelta:
        """Returns the span, cut to the microsecond; raises `ValueError` if it has months."""

    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs__(self) -> Tuple[int, int]: ...

@final
class Value:
    """A value that Python has no like of. `str()` shows it as Flux does, up to a mebibyte of text."""

    @staticmethod
    def uint(value: int) -> "Value":
        """Makes a `uint`; raises `OverflowError` if it has more than 64 bits or a sign."""

    @staticmethod
    def dictionary(entries: Mapping[Any, _Given]) -> "Value":
        """Makes a dictionary; a `dict` whose keys are strings would be a record otherwise."""

    @staticmethod
    def regexp(pattern: str) -> "Value":
        """Makes a regular expression; raises `ValueError` if it is none."""

    @property
    def kind(
        self,
    ) -> Literal["uint", "dictionary", "regexp", "function"]:
        """What sort of value it is, as messages name it."""
