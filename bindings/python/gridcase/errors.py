"""Failures. Each also is the builtin that says the same, so that either may be caught.

A refused action is none of these: it is an `Answer`. `answer.raise_for_refusal()` makes it one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Sequence, Tuple, Type

if TYPE_CHECKING:
    from .types import Fault
    from .values_base import AnswerBase


class Error(Exception):
    """A call could not be carried out. The message says what, which, and what to do."""

    #: Stable name, such as "not_found".
    code: str = "internal"
    #: The same as the number that the library has for it.
    number: int = 100
    #: The argument, or the path in a document, that it is about; empty if it is about none.
    field: str = ""
    #: Findings about a document, if it is about one.
    faults: Tuple[Fault, ...] = ()

    def __str__(self) -> str:
        # KeyError would show the text in quotes.
        return str(self.args[0]) if self.args else self.code


class InvalidArgumentError(Error, ValueError):
    """An argument that can never work; `field` names it."""

    code, number = "invalid_argument", 1


class DocumentError(Error, ValueError):
    """A document has faults: `faults` has all of them, each with its path and what to do."""

    code, number = "invalid_document", 2


class NotFoundError(Error, KeyError):
    """There is no such case, unit, file …"""

    code, number = "not_found", 3

    __str__ = Error.__str__


class BusyError(Error, TimeoutError):
    """Another writer holds the store for longer than the bounded wait: try again."""

    code, number = "busy", 4

    __str__ = Error.__str__


class IoError(Error, OSError):
    """The operating system or the disk refused."""

    code, number = "io", 5

    __str__ = Error.__str__


class CorruptError(Error, RuntimeError):
    """The store contradicts itself; nothing was written."""

    code, number = "corrupt", 6


class UnsupportedError(Error, NotImplementedError):
    """A newer schema, a foreign file, too old an SQLite, a network drive."""

    code, number = "unsupported", 7


class NeedsReopenError(Error, OSError):
    """A write failed in a way that leaves its fate open: open the store again and resubmit."""

    code, number = "needs_reopen", 8

    __str__ = Error.__str__


class ForkedError(Error, RuntimeError):
    """The engine was opened by the parent of this process: open the store again in this one."""

    code, number = "forked", 9


class StoppedError(Error, RuntimeError):
    """A call that reads was ended by the function `stop` of the options."""

    code, number = "stopped", 10


class InternalError(Error, RuntimeError):
    """A bug in gridcase."""


class ClosedError(Error, ValueError):
    """The engine was closed; open the store again."""

    code, number = "closed", 0


class Refused(Error):
    """An action was refused, by `Answer.raise_for_refusal`; `answer` says why. Nothing was changed."""

    code, number = "refused", 0
    #: The answer it was made of.
    answer: AnswerBase

    def __init__(self, answer: AnswerBase) -> None:
        refusal = answer.refusal
        super().__init__(f"{refusal.code}: {refusal.reason}" if refusal else str(answer.status))
        self.answer = answer
        self.field = refusal.field if refusal else ""


_CLASSES: Dict[str, Type[Error]] = {
    kind.code: kind
    for kind in (InvalidArgumentError, DocumentError, NotFoundError, BusyError, IoError, CorruptError,
                 UnsupportedError, NeedsReopenError, ForkedError, StoppedError,
                 InternalError)
}


def from_library(code: str, number: int, message: str, field: str, faults: Sequence[Fault]) -> Error:
    """What the compiled part raises for a failure of the library."""
    error = _CLASSES.get(code, Error)(message)
    error.code, error.number, error.field, error.faults = code, number, field, tuple(faults)
    return error


__all__ = ["Error", "InvalidArgumentError", "DocumentError", "NotFoundError", "BusyError", "IoError",
           "CorruptError", "UnsupportedError", "NeedsReopenError", "ForkedError", "StoppedError",
           "InternalError", "ClosedError", "Refused"]
