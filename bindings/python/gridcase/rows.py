"""Lists of answers, and tables of them."""

from __future__ import annotations

import enum
import importlib
from typing import Any, Dict, Iterable, List, TypeVar

T = TypeVar("T")


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value


def columns_of(value: Any) -> Dict[str, Any]:
    """The fields of a dataclass as columns: values inside it as `outer.inner`, names as texts."""
    import dataclasses

    found: Dict[str, Any] = {}
    for field in dataclasses.fields(value):
        inside = getattr(value, field.name)
        if dataclasses.is_dataclass(inside):
            for name, one in columns_of(inside).items():
                found[f"{field.name}.{name}"] = one
        else:
            found[field.name] = _plain(inside)
    return found


def to_dataframe(values: Iterable[Any]) -> Any:
    """A pandas DataFrame of dataclasses, a row each. ImportError says so where pandas is missing."""
    try:
        pandas: Any = importlib.import_module("pandas")
    except ImportError as error:
        raise ImportError("pandas is needed for a DataFrame: install python3-pandas") from error
    return pandas.DataFrame([columns_of(value) for value in values])


class Rows(List[T]):
    """A list of dataclasses that can become a table."""

    def __init__(self, values: Iterable[T] = ()) -> None:
        super().__init__(values)

    def to_dataframe(self) -> Any:
        """The same as a pandas DataFrame, a row each."""
        return to_dataframe(self)

    def to_dicts(self) -> List[Dict[str, Any]]:
        """The same as dictionaries, for `csv` and tables: times, and lists inside, stay what they are."""
        return [columns_of(value) for value in self]


__all__ = ["Rows", "to_dataframe"]
