"""Raising and lowering a level (E8, E9). A level falls only by a holder of equal or higher rank."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import length
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.terms import Colour, Post
from xiangyin.shared.access.actor import Actor, Seat
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.steps.asks import Choice, Text
from xiangyin.shared.steps.step import Step, Tell, posts
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.terms import WarningState

RANKS = (Post.SHIFT_LEAD, Post.OFFICE_DIRECTOR, Post.DEPUTY_HEAD, Post.HEAD)
SETTING = ("issue", "upgrade", "downgrade")
ISSUED = frozenset({WarningState.ISSUED})


def powers_at(colour: int) -> tuple[str, ...]:
    """The posts that decide at a level: E6, E8, E9, E10 (process.md, posts by level)."""
    return (Post.OFFICE_DIRECTOR, *LEADERS) if colour == Colour.BLUE else LEADERS


def _graver(warning: EarlyWarning, _actor: Actor) -> list[tuple[int, str]]:
    return [(value, str(label)) for value, label in Colour.choices if value < warning.colour]


def _milder(warning: EarlyWarning, _actor: Actor) -> list[tuple[int, str]]:
    return [(value, str(label)) for value, label in Colour.choices if value > warning.colour]


def _at_the_top(warning: EarlyWarning, _actor: Actor) -> str:
    return str(_("已是最高级别。")) if warning.colour == Colour.RED else ""


def _at_the_bottom(warning: EarlyWarning, _actor: Actor) -> str:
    return str(_("已是最低级别，可以解除预警。")) if warning.colour == Colour.BLUE else ""


def _at_level(warning: EarlyWarning) -> frozenset[Seat]:
    return frozenset(map(Seat, powers_at(warning.colour)))


def _too_soon(warning: EarlyWarning, actor: Actor) -> str:
    rest = warning.level_since + length("downgrade_min", warning) - actor.at
    if rest <= timedelta():
        return ""
    return str(_("在这一级别上至少停留 2 小时，还剩 %(min)d 分钟。") % {"min": rest.total_seconds() // 60 + 1})


def _outranked(warning: EarlyWarning, actor: Actor) -> str:
    """Whether the level was set by somebody of higher rank than every post of the actor."""
    setter = of_subject(warning.id).filter(action__in=SETTING).last()
    if setter is None or max(map(_rank, actor.posts), default=0) >= _rank(setter.post):
        return ""
    return str(_("级别由%(post)s确定，下调须由同级或上级决定。") % {"post": Post(setter.post).label})


def _rank(post: str) -> int:
    return RANKS.index(post) if post in RANKS else -1


def _since(_warning: EarlyWarning, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"level_since": now}


REGRADINGS: tuple[Step[EarlyWarning], ...] = (
    Step(
        action="upgrade", label=_("上调级别"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS), sources=ISSUED,
        asks=(Choice(name="colour", label=_("上调为"), options=_graver), Text(name="reason", label=_("理由"))),
        writes=("colour",), sets=_since, hides=(_at_the_top,), emergency=True, clause="3.2",
        tells=(Tell(reason="warning.raised", text=_("级别已上调"), to=held_by(*LEADERS, Post.OFFICE_DIRECTOR), urgent=True),),
    ),
    Step(
        action="downgrade", label=_("下调级别"), posts=_at_level, sources=ISSUED,
        asks=(
            Choice(name="colour", label=_("下调为"), options=_milder),
            Text(name="reason", label=_("评估意见"), long=True),
        ),
        writes=("colour",), sets=_since, hides=(_at_the_bottom,), refuses=(_too_soon, _outranked), clause="3.2",
    ),
)  # fmt: skip
