"""Changing figures (3.2): the office director proposes with a reason, head or deputy approves; a version comes of it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import FigureChange
from xiangyin.organization.queries.figures import next_version
from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.figure_asks import (
    SETS,
    another_is_open,
    badly_set,
    only_one,
    proposed_names,
    proposed_values,
)
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.terms import FigureChangeState, Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Choice, Choices, Text
from xiangyin.shared.steps.step import Owed, Step, Tell, posts
from xiangyin.shared.steps.table import Steps

PROPOSED, RETURNED = FigureChangeState.PROPOSED, FigureChangeState.RETURNED
OPEN = frozenset({PROPOSED, RETURNED})
DIRECTOR = posts(Post.OFFICE_DIRECTOR)
DECIDERS = posts(*LEADERS)
AUTHORS = frozenset({"propose", "add", "take_out", "propose_again"})


def _begun(_change: FigureChange, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"proposed_at": now}


def _decided(_change: FigureChange, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"decided_at": now}


def _adopted(change: FigureChange, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"decided_at": now, "version": next_version(change.jurisdiction_id)}


APPROVE = Owed(
    kind="figures.approve", label=_("审批数值调整"), owner=held_by(*LEADERS), due=after("approve_min"), clause="3.2"
)
REVISE = Owed(
    kind="figures.revise", label=_("修改或撤回数值调整"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("draft_min"),
    clause="3.2",
)  # fmt: skip
WHY = Text(name="reason", label=_("理由"), max_chars=400)

FIGURE_STEPS = Steps(
    FigureChange,
    (
        Step(
            action="propose", label=_("提出数值调整"), posts=DIRECTOR, target=PROPOSED, asks=(*SETS, WHY), checks=badly_set,
            hides=(another_is_open,), writes=("reason",), sets=_begun, starts=(APPROVE,), clause="3.2",
            help=_("先提一项，提出后可以接着加；由组长或副组长批准后采用。已经开始的时限不变。"),
        ),
        Step(
            action="add", label=_("再调整一项"), posts=DIRECTOR, sources=OPEN, asks=SETS, checks=badly_set, clause="3.2",
            help=_("已在这份调整里的，按新写的算。"),
        ),
        Step(
            action="take_out", label=_("去掉一项"), posts=DIRECTOR, sources=OPEN, hides=(only_one,), clause="3.2",
            asks=(Choice(name="figure", label=_("去掉哪一项"), options=proposed_names),),
        ),
        Step(
            action="approve", label=_("批准，立即采用"), posts=DECIDERS, sources=frozenset({PROPOSED}),
            target=FigureChangeState.ADOPTED, not_by=AUTHORS, sets=_adopted, stops=frozenset({"figures.approve"}), clause="3.2",
            asks=(Choices(name="checked", label=_("逐项核对"), options=proposed_values, every=True),),
            tells=(Tell(reason="figures.adopted", text=_("数值已调整"), to=held_by(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER)),),
            help=_("从现在起，新开始的时限按新的数值算；已经开始的不变。"),
        ),
        Step(
            action="return", label=_("退回"), posts=DECIDERS, sources=frozenset({PROPOSED}), target=RETURNED, not_by=AUTHORS,
            asks=(Text(name="why", label=_("为什么退回")),), stops=frozenset({"figures.approve"}), starts=(REVISE,),
            tells=(Tell(reason="figures.returned", text=_("数值调整被退回"), to=held_by(Post.OFFICE_DIRECTOR)),), clause="3.2",
        ),
        Step(
            action="propose_again", label=_("改好后再提出"), posts=DIRECTOR, sources=frozenset({RETURNED}), target=PROPOSED,
            asks=(WHY,), writes=("reason",), stops=frozenset({"figures.revise"}), starts=(APPROVE,), clause="3.2",
        ),
        Step(
            action="withdraw", label=_("撤回"), posts=DIRECTOR, sources=OPEN, target=FigureChangeState.WITHDRAWN, sets=_decided,
            voids=frozenset({EVERYTHING}), danger=True, clause="3.2",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: FigureChange(jurisdiction_id=place.id)},
)  # fmt: skip
