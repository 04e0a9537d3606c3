"""What some values can do beside holding fields."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from datetime import datetime

    from .types import AssignmentState, ClockState, Finding, Refusal, Status
    from typing import Sequence


class Name(str, enum.Enum):
    """A stable name of the library; equal to the text it stands for: `State.CLOSED == "closed"`."""

    def __str__(self) -> str:
        return str(self.value)


class AnswerBase:
    """Whether an action was done."""

    if TYPE_CHECKING:
        status: Status
        refusal: Optional[Refusal]

    @property
    def ok(self) -> bool:
        """Whether the action is done, now or before."""
        return self.status in ("committed", "duplicate")

    def raise_for_refusal(self) -> None:
        """Raises Refused if the action is not done; its `answer` is this one."""
        if not self.ok:
            from .errors import Refused

            raise Refused(self)


class VerdictBase:
    """A yes or no: true and false as such."""

    if TYPE_CHECKING:
        yes: bool

    def __bool__(self) -> bool:
        return self.yes


class VerificationBase:
    """Whether anything was found."""

    if TYPE_CHECKING:
        findings: Sequence[Finding]

    @property
    def ok(self) -> bool:
        """Nothing was found."""
        return not self.findings


class AssignmentBase:
    """An order that may still be open."""

    if TYPE_CHECKING:
        state: AssignmentState

    @property
    def is_open(self) -> bool:
        """Whether the unit is still expected to do something."""
        return self.state not in ("done", "declined", "withdrawn", "released")


class ClockBase:
    """A clock that may still run."""

    if TYPE_CHECKING:
        state: ClockState

    @property
    def is_open(self) -> bool:
        """Whether it runs, or is held."""
        return self.state in ("running", "held")
