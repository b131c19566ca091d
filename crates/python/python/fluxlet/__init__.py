"""Runs Flux scripts: typed, sandboxed, with calls of InfluxDB's API."""

from ._errors import CompileError, Error, RunError
from ._fluxlet import Cancel, Duration, Engine, Program, Results, Time, Value

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
