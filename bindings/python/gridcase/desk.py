"""Where somebody works: an engine, an actor and a clock together, and cases to act on."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Callable, List, Optional, Sequence, Union

from ._case_actions import CaseActions, DeskActions
from .engine import Cases, Engine
from .errors import NotFoundError
from .rows import Rows
from .types import (Action, ActionKind, Actor, Allowed, Answer, AssignmentRole, Board, BoardKey,
                    BoardQuery, Case, ClockView, Event, Explanation, Order, Responsibility, RollUp,
                    Verdict)


def _orders(orders: Sequence[Order], to: Sequence[Union[str, Order]], lead: str) -> List[Order]:
    """One list of the three ways to say it; whoever leads comes first."""
    found = list(orders)
    if isinstance(to, str):  # a sequence of letters to Python
        raise TypeError('to: a list is needed, not str; write to=["' + to + '"]')
    for one in to:
        if isinstance(one, Order):
            found.append(one)
        else:
            found.append(Order(one, AssignmentRole.LEAD if one == lead else AssignmentRole.ASSIST))
    if lead and all(order.unit != lead for order in found):
        found.insert(0, Order(lead, AssignmentRole.LEAD))
    return found


class Desk(DeskActions):
    """Acts and asks as one actor, at the time its clock says. Made by `Engine.desk`."""

    def __init__(self, engine: Engine, actor: Actor, clock: Callable[[], datetime]) -> None:
        self.engine, self.actor, self.clock = engine, actor, clock

    def submit(self, action: Action, now: Optional[datetime] = None) -> Answer:
        """Carries out one action; the answer says whether it is done."""
        return self.engine.submit(action, self.actor, self.clock() if now is None else now)

    def _act(self, kind: ActionKind, now: Optional[datetime], case_id: int = 0,
             **fields: Any) -> Answer:
        if "to" in fields:
            fields["orders"] = _orders(fields["orders"], fields.pop("to"), fields.pop("lead"))
        return self.submit(Action(kind, case_id, **fields), now)

    def case(self, case: Union[int, str, Answer]) -> CaseHandle:
        """A case to act on: by id, by number, or the one an answer is about.

        Raises NotFoundError if no case has the number, or this actor may not see it; Refused for
        the answer of an action that was refused.
        """
        if isinstance(case, str):
            for found in self.cases(number=case):
                return CaseHandle(self, found.id)
            raise NotFoundError(f"no case that this actor may see has the number {case}")
        if isinstance(case, int):
            return CaseHandle(self, case)
        if not isinstance(case, Answer):
            raise TypeError(f"case: an id, a number or an answer is needed, not {type(case).__name__}")
        case.raise_for_refusal()
        return CaseHandle(self, case.case_id)

    def cases(self, **filters: Any) -> Cases:
        """Cases this actor may see; filters are fields of `CaseQuery`."""
        return self.engine.cases(self.actor, **filters)

    def board(self, by: BoardKey = BoardKey.HOLDER, open_only: bool = True) -> Board:
        """Counts of the cases this actor may see."""
        return self.engine.board(BoardQuery(by=by, open_only=open_only), self.actor)

    def allowed(self) -> Rows[Allowed]:
        """What may be done without a case."""
        return self.engine.allowed(0, self.actor, self.clock())


class CaseHandle(CaseActions):
    """A case, as seen and acted on from a desk: `case.dispatch(to=["water", "police"], lead="water")`.

    Every action is a method; it gives an `Answer`. What the case is like is read anew each time.
    """

    def __init__(self, desk: Desk, case_id: int) -> None:
        self.desk, self.id = desk, case_id

    def __repr__(self) -> str:
        return f"<case {self.id}>"

    def _act(self, kind: ActionKind, now: Optional[datetime], **fields: Any) -> Answer:
        return self.desk._act(kind, now, case_id=self.id, **fields)

    def read(self) -> Case:
        """The whole case, personal data masked. NotFoundError if there is none this actor may see."""
        found = self.desk.engine.get(self.id, self.desk.actor)
        if found is None:
            raise NotFoundError(f"no case {self.id} that this actor may see")
        return found

    def reveal(self, *, reason: str, now: Optional[datetime] = None) -> Case:  # type: ignore[override]
        """The whole case unmasked. That this person read it, and why, goes into its history.

        reason (needed): why; the history keeps it
        now: when it is recorded; the time of the desk's clock if left out

        Raises Refused where it is refused.
        """
        found = self.desk.engine.reveal(self.id, reason, self.desk.actor,
                                        self.desk.clock() if now is None else now)
        found.answer.raise_for_refusal()
        assert found.found is not None
        return found.found

    def history(self) -> Rows[Event]:
        """Its events, oldest first."""
        return self.desk.engine.history(self.id, self.desk.actor)

    def clocks(self) -> Rows[ClockView]:
        """Its clocks, with what is true of them now."""
        return self.desk.engine.clocks(self.id, self.desk.actor, self.desk.clock())

    def explain(self, clock: int) -> Optional[Explanation]:
        """Why a deadline is when it is; None if there is no such clock."""
        return self.desk.engine.explain(self.id, clock, self.desk.actor, self.desk.clock())

    def responsibility(self) -> Optional[Responsibility]:
        """Where its time went."""
        return self.desk.engine.responsibility(self.id, self.desk.actor, self.desk.clock())

    def roll_up(self) -> RollUp:
        """How far the units are with their orders."""
        return self.desk.engine.roll_up(self.id, self.desk.actor)

    def allowed(self) -> Rows[Allowed]:
        """What may be done with it now."""
        return self.desk.engine.allowed(self.id, self.desk.actor, self.desk.clock())

    def may(self, kind: Union[ActionKind, str]) -> Verdict:
        """Whether that may be done now, and why, or why not."""
        return self.desk.engine.may(ActionKind(kind), self.id, self.desk.actor, self.desk.clock())


__all__ = ["Desk", "CaseHandle"]
