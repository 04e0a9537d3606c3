"""The engine over a store."""

from __future__ import annotations

import atexit
import os
from datetime import datetime
from types import TracebackType
from typing import (TYPE_CHECKING, Any, Callable, Iterator, Mapping, Optional, Sequence, Type,
                    TypeVar, Union)

from . import _gridcase
from ._engine_methods import EngineMethods
from .rows import Rows
from .types import (Actor, CaseQuery, CaseSummary, EngineOptions, Event, Policy, SearchHit,
                    SearchQuery)

if TYPE_CHECKING:
    import logging

    from .desk import Desk

# Calls under way end before the interpreter does; a child of a fork has none of its parent's.
atexit.register(_gridcase.drain)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_gridcase.forget_calls)

_T = TypeVar("_T")
Path = Union[str, "os.PathLike[str]"]


class Cases:
    """Cases of a query, page after page as they are asked for; each loop asks anew.

        for case in engine.cases(actor, open_only=True): ...
    """

    def __init__(self, engine: Engine, query: CaseQuery, actor: Actor) -> None:
        self._engine, self._query, self._actor = engine, query, actor

    def pages(self) -> Iterator[Rows[CaseSummary]]:
        """Page after page, each of at most `limit` cases; one may be empty."""
        query = self._query
        while True:
            page = self._engine.find(query, self._actor)
            yield Rows(page.cases)
            if page.next is None:
                return
            query = _replace(query, after=page.next)

    def __iter__(self) -> Iterator[CaseSummary]:
        for page in self.pages():
            yield from page

    def to_list(self) -> Rows[CaseSummary]:
        """All of them."""
        return Rows(self)

    def to_dataframe(self) -> Any:
        """All of them as a pandas DataFrame."""
        return self.to_list().to_dataframe()


class Subscription:
    """Somebody who is told of what is committed. Use it in a `with` statement, or call `end`."""

    def __init__(self, raw: Any) -> None:
        """Use `Engine.subscribe`."""
        self._raw = raw

    def end(self) -> None:
        """From its return on the observer does not run and is not called any more."""
        self._raw.end()

    @property
    def delivered(self) -> int:
        """Sequence of the last event that was delivered."""
        return int(self._raw.delivered)

    @property
    def failures(self) -> int:
        """How many deliveries raised, or could not be read from the store."""
        return int(self._raw.failures)

    @property
    def last_failure(self) -> str:
        """What the last of them said."""
        return str(self._raw.last_failure)

    def __enter__(self) -> Subscription:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.end()


class Engine(EngineMethods):
    """A store that is open. Use it in a `with` statement, or call `close`.

    Any thread may call it; the GIL is released while it works. In the child of a fork every call
    raises ForkedError: open the store again there. Times are aware datetimes; those of answers are
    in UTC. Cases are known by their number as an int; 0 is none.
    """

    def __init__(self, raw: Any) -> None:
        """Use `gridcase.open` and `gridcase.create`."""
        if not isinstance(raw, _gridcase.Engine):
            raise TypeError("open a store with gridcase.open(path), make one with gridcase.create(path, …)")
        self._raw = raw

    def close(self) -> None:
        """Closes the store. Calls of other threads end first. May be called again."""
        self._raw.close()

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return bool(self._raw.closed)

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    def desk(self, unit: str, person: str = "", post: str = "", *,
             clock: Callable[[], datetime]) -> Desk:
        """Where somebody works: acts and asks as this actor, at the time the clock says.

        `clock` is a function that gives an aware datetime: `gridcase.wall_clock`, or one that a test
        moves.
        """
        from .desk import Desk

        return Desk(self, Actor(unit, person, post), clock)

    def subscribe(self, observer: Callable[[Sequence[Event]], object], actor: Actor,
                  after: Optional[int] = None) -> Subscription:
        """Calls `observer` with what is committed from now on, or after a sequence number.

        Every event once, in order, at the end of a call of this engine that writes; `deliver` tells
        of what others wrote. Only for the command centre. What the observer raises is kept in the
        subscription and reaches nobody else. The subscription ends when it is let go of: keep it.
        """
        return Subscription(self._raw.subscribe(observer, actor, after))

    def cases(self, actor: Actor, query: Optional[CaseQuery] = None, **filters: Any) -> Cases:
        """The cases of a query the actor may see, without end of pages.

        `filters` are fields of `CaseQuery`: `engine.cases(actor, open_only=True, township=code)`.
        """
        return Cases(self, _replace(query or CaseQuery(), **filters), actor)

    def log(self, actor: Actor, after: int = 0, page: int = 1000) -> Iterator[Event]:
        """The history of the county in commit order, from behind a sequence number to its end."""
        while True:
            events = self.read_log(after, page, actor)
            yield from events
            if len(events) < page:
                return
            after = events[-1].sequence

    def search_all(self, actor: Actor, query: SearchQuery) -> Iterator[SearchHit]:
        """Hits of a search, page after page, as far as the library pages (1,000)."""
        while True:
            page = self.search(query, actor)
            yield from page.hits
            skip = query.skip + len(page.hits)
            if not page.more or not page.hits or skip > 1000:
                return
            query = _replace(query, skip=skip)


def log_to(logger: logging.Logger) -> Callable[[str, str, str, Mapping[str, str]], None]:
    """For `open(path, log=log_to(logging.getLogger("gridcase")))`: lines of the engine's log.

    A record has the message, and `code` and `fields` as attributes.
    """
    import logging

    levels = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}

    def note(level: str, code: str, message: str, fields: Mapping[str, str]) -> None:
        told = " ".join(f"{name}={value}" for name, value in fields.items())
        logger.log(levels[level], "%s: %s%s", code, message, f" ({told})" if told else "",
                   extra={"code": code, "fields": dict(fields)})

    return note


def _replace(value: _T, **changes: Any) -> _T:
    """As `dataclasses.replace`, which takes as long to import as the rest of the package."""
    from dataclasses import replace

    found: _T = replace(value, **changes)
    return found


def _options(options: Optional[EngineOptions], changes: Any) -> EngineOptions:
    return _replace(options or EngineOptions(), **changes)


def open(location: Path, options: Optional[EngineOptions] = None, **changes: Any) -> Engine:
    """Opens a store. `changes` are fields of `EngineOptions`: `open(path, read_only=True)`.

    Raises NotFoundError, UnsupportedError, BusyError (another writer, where SQLite allows one only),
    CorruptError, IoError.
    """
    return Engine(_gridcase.Engine.open(os.fspath(location), _options(options, changes)))


def create(location: Path, policy: Policy, now: datetime, options: Optional[EngineOptions] = None,
           **changes: Any) -> Engine:
    """Makes a new store with this policy as version 1. The file appears whole or not at all.

    Raises DocumentError (the policy), IoError, InvalidArgumentError (it exists already).
    """
    return Engine(_gridcase.Engine.create(os.fspath(location), policy, _options(options, changes),
                                          now))


__all__ = ["Engine", "Cases", "Subscription", "log_to", "open", "create"]
