"""The values that the parts under templates/web/parts/ are given. Frozen; made by views from what queries answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from django.forms import BaseForm

Weight = Literal["primary", "secondary", "danger"]
CellKind = Literal["text", "main", "number", "level", "state", "clock", "moment"]


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One door of the main navigation; the first five stand in the phone's bar. `count` (0 = none) waits behind it."""

    url: str
    label: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    label: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """The mark over every page that is not actual: `kind` is “drill” or “demonstration”."""

    text: str
    kind: Literal["drill", "demonstration"]


@dataclass(frozen=True, slots=True)
class AccountMenu:
    """Who is signed in. `key` keeps one person's half-typed text from the next person at the same PC."""

    key: str
    name: str
    post: str
    logout_url: str
    links: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in the live area; an urgent one rings the armed sound until `acknowledge_url` is posted to."""

    key: str
    title: str
    at: datetime
    body: str = ""
    url: str = ""
    level: str = ""
    due: datetime | None = None
    urgent: bool = False
    acknowledge_url: str = ""
    acknowledged: bool = False

    @property
    def rings(self) -> bool:
        return self.urgent and not self.acknowledged


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
    """One entry of the time line: who, in which post, did what, why, and how late (None = no clock was running)."""

    at: datetime
    actor: str
    post: str
    act: str
    reason: str = ""
    clause: str = ""
    late: timedelta | None = None
    way: str = ""
    on_behalf_of: str = ""
    change: str = ""
    machine: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. On a phone the row becomes a block: `main` is its first line, `hidden` ones are left out."""

    label: str
    kind: CellKind = "text"
    phone: Literal["shown", "hidden"] = "shown"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column. `value` fits the column's kind; a state also brings its `label`, a clock its `done`."""

    value: object
    label: str = ""
    url: str = ""
    note: str = ""
    done: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Cell]
    key: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit and where it comes from; `read` False marks a source nobody has read: “本地设定”."""

    value: str
    unit: str
    source: str = ""
    reference: str = ""
    read: bool = True


@dataclass(frozen=True, slots=True)
class Stat:
    """A tile: a number, its unit, what it counts; `url` leads to the rows behind it."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    url: str = ""
    weight: Literal["calm", "pressing"] = "calm"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the machine suggests a level: the factor's name, a sentence, the items behind it."""

    factor: str
    text: str
    items: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a card: a term and what it is."""

    term: str
    value: object
    kind: CellKind = "text"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a long list, for the pager: numbers from 1; empty addresses at the ends."""

    number: int
    pages: int
    rows: int
    previous_url: str = ""
    next_url: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signing record on a document; `kind` is “签名” (passkey) or “签署记录” (password click)."""

    name: str
    post: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it lies on the desk. `red_head` (GB/T 9704-2012) is empty for internal forms."""

    title: str
    paragraphs: Sequence[str]
    red_head: str = ""
    number: str = ""
    to: str = ""
    organ: str = ""
    date: str = ""
    publicity: str = ""
    attachments: Sequence[str] = ()
    signatures: Sequence[Signature] = ()
    digest: str = ""
    digest_algorithm: str = "SHA-256"
    place_of_paper: str = ""
