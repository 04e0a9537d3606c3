"""`dataclass(frozen=True)` and `field` that do their work when a class is first used.

There are some 180 classes of values: making dataclasses of all of them, and the modules that this takes, would be
most of the time of an import.
"""

from __future__ import annotations

from threading import RLock
from typing import Any, Callable, Dict

_one_at_a_time = RLock()  # one class brings those below it along

# What a frozen dataclass is given.
_FUNCTIONS = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")


class _Made:
    """A default that is made anew for each value."""

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def field(*, default_factory: Callable[[], Any]) -> Any:
    """In the place of the one of the standard library."""
    return _Made(default_factory)


def _compile(cls: Any) -> None:
    """Makes the class what `dataclass(frozen=True)` makes of it. Does nothing if it is already."""
    with _one_at_a_time:
        for base in cls.__mro__[1:]:
            if isinstance(base.__dict__.get("__dataclass_fields__"), _OnDemand):
                _compile(base)
        if isinstance(cls.__dict__.get("__dataclass_fields__"), _OnDemand):
            _compile_one(cls)


def _compile_one(cls: Any) -> None:
    import dataclasses

    for name in (*_FUNCTIONS, "__dataclass_fields__", "__signature__"):
        delattr(cls, name)
    for name in cls.__dict__["__annotations__"]:
        default = cls.__dict__.get(name)
        if isinstance(default, _Made):
            setattr(cls, name, dataclasses.field(default_factory=default.factory))
    dataclasses.dataclass(frozen=True)(cls)


class _OnDemand:
    """An attribute of the class that is there once it was compiled."""

    def __init__(self, find: Callable[[Any], Any]) -> None:
        self._find = find

    def __get__(self, instance: Any, cls: Any) -> Any:
        _compile(cls)
        return self._find(cls)


def _fields(cls: Any) -> Dict[str, Any]:
    found: Dict[str, Any] = cls.__dataclass_fields__
    return found


def _signature(cls: Any) -> Any:
    import inspect

    return inspect.signature(cls)


def _first_use(name: str) -> Callable[..., Any]:
    def function(self: Any, *arguments: Any, **named: Any) -> Any:
        _compile(type(self))
        return getattr(type(self), name)(self, *arguments, **named)

    return function


_FIRST_USES = {name: _first_use(name) for name in _FUNCTIONS}


def dataclass(*, frozen: bool) -> Callable[[type], type]:
    """In the place of the one of the standard library; always frozen."""
    assert frozen

    def decorate(cls: Any) -> type:
        for name, function in _FIRST_USES.items():
            setattr(cls, name, function)
        cls.__dataclass_fields__ = _OnDemand(_fields)
        cls.__signature__ = _OnDemand(_signature)
        # What `case Position(state, holder)` goes by; it asks nothing that could compile the class.
        before = getattr(cls, "__match_args__", ())
        own = cls.__dict__.get("__annotations__", {})
        setattr(cls, "__match_args__", before + tuple(name for name in own if name not in before))
        found: type = cls
        return found

    return decorate
