"""The duty shift (process.md 5): responsibility moves only when the receiver accepts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Shift
from xiangyin.organization.queries.duty import answering_shift, next_shift
from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.rules.deadlines import length
from xiangyin.organization.terms import Post, ShiftState
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.asks import Choice, Moment, Text
from xiangyin.shared.steps.step import Owed, Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

PLANNED, ON_DUTY, OFFERED, CLOSED = ShiftState.PLANNED, ShiftState.ON_DUTY, ShiftState.OFFERED, ShiftState.CLOSED
DUTY = posts(Post.DUTY_OFFICER, Post.SHIFT_LEAD)
LONGEST_H = 72


def _duty_officers(_shift: Shift, _actor: Actor) -> list[tuple[str, str]]:
    return officer_options(Post.DUTY_OFFICER)


def _leads(_shift: Shift, _actor: Actor) -> list[tuple[str, str]]:
    return officer_options(Post.SHIFT_LEAD, Post.DEPUTY_HEAD, Post.HEAD)


def _fits(_shift: Shift, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    errors = {}
    if not timedelta() < answers["ends_at"] - answers["starts_at"] <= timedelta(hours=LONGEST_H):
        errors["ends_at"] = str(_("结束应晚于开始，且一个班不超过 %(h)d 小时。") % {"h": LONGEST_H})
    if answers["first_id"] == answers["lead_id"]:
        errors["lead_id"] = str(_("带班领导须是另一个人。"))
    overlapping = Shift.objects.filter(starts_at__lt=answers["ends_at"], ends_at__gt=answers["starts_at"])
    if overlapping.exclude(state=CLOSED).filter(mode="actual").exists():
        errors["starts_at"] = str(_("与已排定的班次重叠。"))
    return errors


def belongs_to(shift: Shift, actor: Actor) -> bool:
    """Whether the officer stands on the shift's roster."""
    return actor.officer_id in {shift.first_id, shift.second_id, shift.lead_id}


def _not_on_it(shift: Shift, actor: Actor) -> str:
    return "" if belongs_to(shift, actor) else str(_("您不在这个班次上。"))


def _somebody_answers(_shift: Shift, _actor: Actor) -> str:
    return str(_("上一班还在值班，请由上一班交班或接替。")) if answering_shift() else ""


def _not_mine(shift: Shift, actor: Actor) -> str:
    return "" if actor.officer_id == shift.taken_by_id else str(_("只有当班的人能交班。"))


def _not_next(_shift: Shift, actor: Actor) -> str:
    following = next_shift()
    if following is None:
        return str(_("没有排定下一班，请先排班。"))
    return "" if belongs_to(following, actor) else str(_("您不在下一个班次上。"))


def _taken(_shift: Shift, actor: Actor, now: datetime) -> dict[str, Any]:
    return {"taken_by_id": actor.officer_id, "taken_at": now}


def _begun(_shift: Shift, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"taken_at": now}


def _offered(_shift: Shift, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"offered_at": now}


def _closed(_shift: Shift, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"closed_at": now}


def _on_shift(shift: Shift) -> Owner:
    return Owner(officer_id=shift.taken_by_id)


def _coming(_shift: Shift) -> Owner:
    """Who comes next by the roster; where nobody was put on it, whoever may have the duty."""
    following = next_shift()
    return Owner(officer_id=following.first_id) if following else Owner(DUTY(None))


def _grace(shift: Shift, now: datetime) -> datetime:
    return now + length("handover_grace_min", shift)


HAND_OVER = Owed(
    kind="shift.hand_over", label=_("交班"), owner=_on_shift, due=lambda shift, _now: shift.ends_at, clause="3.1.2"
)
TAKE_OVER = Owed(kind="shift.take_over", label=_("接班"), owner=_coming, due=_grace, clause="3.1.2")
REMARKS = Text(
    name="remarks",
    label=_("交班记录"),
    long=True,
    help=_("进行中的事、未办的事、领导批示、设备情况；没有事也请写“无事”。"),
)

SHIFT_STEPS = Steps(
    Shift,
    (
        Step(
            action="plan", label=_("排班"), posts=posts(Post.OFFICE_DIRECTOR), target=PLANNED, clause="3.1.2",
            asks=(
                Moment(name="starts_at", label=_("开始")),
                Moment(name="ends_at", label=_("结束")),
                Choice(name="first_id", label=_("主班"), options=_duty_officers),
                Choice(name="second_id", label=_("副班"), options=_duty_officers, required=False),
                Choice(name="lead_id", label=_("带班领导"), options=_leads),
            ),
            checks=_fits, writes=("starts_at", "ends_at", "first_id", "second_id", "lead_id"),
        ),
        Step(
            action="take", label=_("开始值班"), posts=DUTY, sources=frozenset({PLANNED}), target=ON_DUTY, sets=_taken,
            hides=(_not_on_it, _somebody_answers), starts=(HAND_OVER,), clause="3.1.2",
        ),
        Step(
            action="begin", label=_("接班后开始值班"), posts=by_machine, sources=frozenset({PLANNED}), target=ON_DUTY,
            asks=(Choice(name="taken_by_id", label=_("接班人"), options=lambda _s, _a: officer_options()),),
            writes=("taken_by_id",), sets=_begun, starts=(HAND_OVER,), clause="3.1.2",
        ),
        Step(
            action="offer", label=_("交班"), posts=DUTY, sources=frozenset({ON_DUTY}), target=OFFERED, asks=(REMARKS,),
            hides=(_not_mine,), writes=("remarks",), sets=_offered, stops=frozenset({"shift.hand_over"}),
            starts=(TAKE_OVER,), clause="3.1.2",
        ),
        Step(
            action="accept", label=_("接班并签字"), posts=DUTY, sources=frozenset({OFFERED}), target=CLOSED,
            not_by=frozenset({"offer"}), hides=(_not_next,), sets=_closed, stops=frozenset({"shift.take_over"}),
            clause="3.1.2",
        ),
        Step(
            action="relieve", label=_("接替值班"), posts=DUTY, sources=frozenset({ON_DUTY, OFFERED}), target=CLOSED,
            asks=(Text(name="reason", label=_("为什么没有正常交接")),), hides=(_not_next,), sets=_closed,
            stops=frozenset({"shift.hand_over", "shift.take_over"}), danger=True, clause="3.1.2",
        ),
        Step(
            action="withdraw", label=_("撤销排班"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({PLANNED}),
            target=CLOSED, asks=(Text(name="reason", label=_("理由")),), sets=_closed, danger=True, clause="3.1.2",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Shift(jurisdiction_id=place.id)},
)  # fmt: skip
