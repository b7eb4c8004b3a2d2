"""Compensation, relief, condolence and commendation: registered, decided on a basis, carried out by another person (5.1)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Event
from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Post
from xiangyin.recovery.models import Relief
from xiangyin.recovery.queries.aftermaths import open_aftermath
from xiangyin.recovery.terms import ReliefKind, ReliefState
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Attachment, Choice, Number, Text, among, whether_personal
from xiangyin.shared.steps.step import Owed, Step, posts
from xiangyin.shared.steps.table import Steps

REGISTERED, DECIDED, DONE, REFUSED = ReliefState.REGISTERED, ReliefState.DECIDED, ReliefState.DONE, ReliefState.REFUSED
REASON = Text(name="reason", label=_("理由"))


def _closes(_relief: Relief) -> frozenset[str]:
    return frozenset({"close"})


def _not_in_aftermath(relief: Relief, _actor: Actor) -> str:
    return "" if open_aftermath(relief.event_id) else str(_("进入善后才能登记。"))


def _registered(_relief: Relief, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"registered_at": now}


def _decided(_relief: Relief, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"decided_at": now}


def _done(_relief: Relief, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"done_at": now}


def of_event(event: Event) -> Relief:
    return Relief(event=event, mode=event.mode, timeline_id=event.timeline_id)


DECIDE = Owed(
    kind="relief.decide",
    label=_("决定"),
    owner=held_by(*LEADERS),
    due=after("unit_report_min"),
    clause="5.1.1",
    blocks=_closes,
)
CARRY_OUT = Owed(
    kind="relief.carry_out", label=_("落实"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("unit_report_min"), clause="5.1.1",
    blocks=_closes,
)  # fmt: skip

RELIEF_STEPS = Steps(
    Relief,
    (
        Step(
            action="register", label=_("登记补偿、救助或慰问"), posts=posts(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER, Post.MONITOR),
            target=REGISTERED, clause="5.1.1", hides=(_not_in_aftermath,), sets=_registered, starts=(DECIDE,),
            asks=(
                Choice(name="kind", label=_("种类"), options=among(ReliefKind.choices)),
                Text(name="for_whom", label=_("对象"), max_chars=120, help=_("写户数、单位或类别，不写个人姓名。")),
                Text(name="what", label=_("事由"), long=True),
                Number(name="amount_yuan", label=_("金额"), unit=_("元"), required=False),
            ),
            writes=("kind", "for_whom", "what", "amount_yuan"),
        ),
        Step(
            action="decide", label=_("同意"), posts=posts(*LEADERS), sources=frozenset({REGISTERED}), target=DECIDED,
            asks=(Text(name="basis", label=_("依据"), max_chars=200),), writes=("basis",), not_by=frozenset({"register"}),
            sets=_decided, stops=frozenset({"relief.decide"}), starts=(CARRY_OUT,), clause="5.1.1",
        ),
        Step(
            action="refuse", label=_("不予办理"), posts=posts(*LEADERS), sources=frozenset({REGISTERED}), target=REFUSED,
            asks=(REASON,), not_by=frozenset({"register"}), stops=frozenset({"relief.decide"}), danger=True, clause="5.1.1",
        ),
        Step(
            action="carry_out", label=_("已落实"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({DECIDED}), target=DONE,
            asks=(
                Text(name="reason", label=_("落实情况")),
                Attachment(name="scan", label=_("凭证")),
                whether_personal("scan"),
            ),
            not_by=frozenset({"decide"}), sets=_done, stops=frozenset({"relief.carry_out"}), clause="5.1.1",
        ),
    ),
    visible=of_office,
    born_of={"monitoring.event": of_event},
)  # fmt: skip
