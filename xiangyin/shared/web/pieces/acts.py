"""What may be done, what was done, and why something is suggested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from django.forms import BaseForm

    from xiangyin.shared.web.pieces.frame import Link

Weight = Literal["primary", "secondary", "danger"]


@dataclass(frozen=True, slots=True)
class StepOffer:
    """A step that this officer may take now; one that may not be taken is not in the list.

    `label` is a verb (“核实”), `effect` one sentence on what happens, `refusal` and `clause` stand after a refused try.
    """

    action: str
    label: str
    url: str
    command: str
    weight: Weight = "secondary"
    effect: str = ""
    confirm: str = ""
    clause: str = ""
    due: datetime | None = None
    form: BaseForm | None = None
    refusal: str = ""
    opened: bool = False

    @property
    def is_open(self) -> bool:
        """A form that came back with something to say stays open, so that nobody has to look for it."""
        return self.opened or bool(self.refusal) or bool(self.form and self.form.errors)

    @property
    def multipart(self) -> bool:
        return bool(self.form and self.form.is_multipart())


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One entry of the time line: who, in which post, did what, why, and how late (None = no clock was running).

    `said` are pairs of a question and its answer; a reason stands alone, with an empty question.
    """

    at: datetime
    actor: str
    post: str
    act: str
    said: Sequence[tuple[str, str]] = ()
    clause: str = ""
    late: timedelta | None = None
    way: str = ""
    on_behalf_of: str = ""
    change: str = ""
    machine: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the machine suggests a level: the factor's name, a sentence, the items behind it."""

    factor: str
    text: str
    items: Sequence[Link] = ()
