"""What a step asks of the person: forms, checks, the API and the help page are made of these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xiangyin.shared.access.actor import Actor

Words = str | Promise
Options = Callable[[Any, Actor], Sequence[tuple[Any, Words]]]


class AnswerRefusedError(Exception):
    """An answer does not fit what was asked; the message tells the person why."""


def _always(_subject: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing asked, of records that need it. `name` is the key of the answer and, where the step writes it, the column.

    `shown`: the history of the record tells the answer. `known` finds what the record holds already, where no column
    has the answer's name.
    """

    name: str
    label: Words
    help: Words = ""
    required: bool = True
    needed: Callable[[Any], bool] = _always
    shown: bool = True
    known: Callable[[Any], Any] | None = None

    def clean(self, answer: Any, subject: Any, actor: Actor) -> Any:
        """Return the answer in its own type.

        :raises AnswerRefusedError: it does not fit.
        """
        del subject, actor
        return answer

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        """The answer in words for the ledger, or nothing where it is words already."""
        del answer, subject, actor
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Ask):
    """Words. `personal` text is masked before it is stored anywhere."""

    long: bool = False
    max_chars: int = 2000
    masked: bool = True

    def clean(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        text = str(answer or "").strip()
        if len(text) > self.max_chars:
            raise AnswerRefusedError(
                _("最多 %(max)d 个字，现在是 %(now)d 个。") % {"max": self.max_chars, "now": len(text)}
            )
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Ask):
    """One of several; options may depend on the record and on who asks."""

    options: Options

    def clean(self, answer: Any, subject: Any, actor: Actor) -> Any:
        if answer in (None, ""):
            return ""
        for value, _label in self.options(subject, actor):
            if str(value) == str(answer):
                return value
        raise AnswerRefusedError(_("没有这个选项，请重新选择。"))

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        return next((str(label) for value, label in self.options(subject, actor) if str(value) == str(answer)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Ask):
    """Several of several. `every` makes a checklist: all of them must be ticked."""

    options: Options
    every: bool = False

    def clean(self, answer: Any, subject: Any, actor: Actor) -> list[str]:
        chosen = [str(each) for each in answer or []]
        known = [str(value) for value, _label in self.options(subject, actor)]
        if not set(chosen) <= set(known):
            raise AnswerRefusedError(_("没有这个选项，请重新选择。"))
        if self.every and set(chosen) != set(known):
            raise AnswerRefusedError(_("请逐项核对并勾选。"))
        return chosen

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        return "、".join(str(label) for value, label in self.options(subject, actor) if str(value) in answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Ask):
    """A whole number with its unit."""

    unit: Words = ""
    least: int = 0
    most: int = 2_000_000_000

    def clean(self, answer: Any, subject: Any, actor: Actor) -> int | None:
        del subject, actor
        if answer in (None, ""):
            return None
        try:
            number = int(answer)
        except (TypeError, ValueError):
            raise AnswerRefusedError(_("请填写整数。")) from None
        if not self.least <= number <= self.most:
            raise AnswerRefusedError(_("应在 %(least)d 与 %(most)d 之间。") % {"least": self.least, "most": self.most})
        return number

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        return "" if answer is None else f"{answer} {self.unit}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Ask):
    """A date and time, aware."""

    def clean(self, answer: Any, subject: Any, actor: Actor) -> datetime | None:
        del subject, actor
        if answer in (None, ""):
            return None
        if not isinstance(answer, datetime) or answer.tzinfo is None:
            raise AnswerRefusedError(_("请填写日期和时间，例如 2026-11-24 03:05。"))
        return answer

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        return "" if answer is None else f"{timezone.localtime(answer):%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Ask):
    """Yes, or not said."""

    required: bool = False

    def clean(self, answer: Any, subject: Any, actor: Actor) -> bool:
        del subject, actor
        return answer in (True, "true", "on", "1")

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        return _("是") if answer else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs(Ask):
    """Lines of two texts that belong together: a sentence and its source, a loss and its amount."""

    left: Words
    right: Words

    def clean(self, answer: Any, subject: Any, actor: Actor) -> list[list[str]]:
        del subject, actor
        rows = [[str(part or "").strip() for part in row] for row in answer or []]
        rows = [row for row in rows if any(row)]
        for number, row in enumerate(rows, start=1):
            if not all(row):
                raise AnswerRefusedError(_("第 %(n)d 行只填了一半，两边都要填。") % {"n": number})
        return rows

    def told(self, answer: Any, subject: Any, actor: Actor) -> str:
        del subject, actor
        return "；".join(f"{left}（{right}）" for left, right in answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Ask):
    """A file, kept sealed; the answer is what `shared.sealed` holds of it.

    `personal`: it always tells of persons, so whoever opens it says why. Where that depends on the file, the row asks
    `whether_personal` besides.
    """

    required: bool = False
    personal: bool = False

    def clean(self, answer: Any, subject: Any, actor: Actor) -> UUID | None:
        del subject, actor
        return answer if isinstance(answer, UUID) else None


def whether_personal(attachment: str) -> Tick:
    """Ask whether the file of that name tells of persons."""
    return Tick(
        name=f"{attachment}_is_personal",
        label=gettext_lazy("材料里有个人信息（姓名、住址、证件号、病历等）"),
        help=gettext_lazy("勾选后，打开的人要写明理由；响应结束后列入销毁清单。"),
    )


def among(choices: Sequence[tuple[Any, Words]]) -> Options:
    """Options that never change, e.g. `among(Colour.choices)`."""
    return lambda _subject, _actor: choices
