"""gridcase: the case workflow of grid-based local governance, over a store in one file.

    import gridcase

    with gridcase.open("county.gridcase") as engine:
        desk = engine.desk("330881001", person="wang", clock=gridcase.wall_clock)
        answer = desk.report(title="Sewage backs up", category="04-04", grid="330881001002001")
        case = desk.case(answer)                        # raises Refused if the answer is no
        case.accept()
        case.file()
        case.dispatch(to=["water", "police"], lead="water").raise_for_refusal()
        for one in desk.cases(open_only=True):          # pages by itself
            print(one.number, one.position.state, one.deadline)
        table = desk.cases().to_dataframe()             # if pandas is there

What there is:

    open, create          a store; `with` closes it
    Engine                what an engine does, a method each; any thread, GIL released
    Engine.desk           an actor and a clock: actions as methods, on `Desk` and `CaseHandle`
    types                 every value: frozen dataclasses, and enumerations that equal their names
    functions             documents (read_policy, write_policy …), files of other systems
                          (write_cases_csv, import_legacy, read_cap …), words, the lifecycle
    Directory             the organization, compiled: who is where, who leads, the way between units
    errors                failures; each also is the builtin that says the same

Refusals are answers: `answer.ok`, `answer.refusal`, `answer.raise_for_refusal()`. Failures are
exceptions below `gridcase.Error`. No clock is read: where a `now` is asked for, it is given, as an
aware datetime; a naive one is a ValueError. An engine that came along in a fork raises ForkedError.
"""

from __future__ import annotations

from datetime import datetime, timezone

from . import _gridcase

_gridcase.require_main_interpreter()

from . import desk as _desk
from . import engine as _engine
from . import errors as _errors
from . import functions as _functions
from . import rows as _rows
from . import types as _types
from .desk import *
from .directory import Directory
from .engine import *
from .errors import *
from .functions import *
from .rows import *
from .types import *


__version__: str = _gridcase.version()  # of the library


def wall_clock() -> datetime:
    """The time of the system, in UTC: for the `clock` of a desk."""
    return datetime.now(timezone.utc)


# What `help` shows, and what is meant to be used.
__all__ = ["Directory", "wall_clock"]
__all__ += _engine.__all__
__all__ += _desk.__all__
__all__ += _functions.__all__
__all__ += _rows.__all__
__all__ += _errors.__all__
__all__ += _types.__all__
