"""The exceptions, raised by the native half."""

from typing import Optional


class Error(Exception):
    """What went wrong with a script."""

    __module__ = "fluxlet"

    code: str
    message: str
    line: Optional[int]
    column: Optional[int]

    def __init__(
        self,
        text: str,
        code: str = "unknown",
        message: str = "",
        line: Optional[int] = None,
        column: Optional[int] = None,
    ) -> None:
        super().__init__(text)
        self.code = code
        self.message = message or text
        self.line = line
        self.column = column


class CompileError(Error):
    """A script has mistakes; nothing of it has run."""

    __module__ = "fluxlet"


class RunError(Error):
    """A script has failed while it ran."""

    __module__ = "fluxlet"
