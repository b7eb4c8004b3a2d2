"""The life of an event, as far as monitoring owns it (process.md 1: E1, E2, E5, E11, E12, E15)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.events import is_carried_on, next_number
from xiangyin.monitoring.rules.corrections import CORRECTIONS
from xiangyin.monitoring.rules.merging import MERGING
from xiangyin.monitoring.terms import Channel, DismissedAs, EventState
from xiangyin.organization.queries.units import village_options
from xiangyin.organization.rules.deadlines import GRAVE, length
from xiangyin.organization.rules.powers import WATCHERS, held_by
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.obligations.queries import blocking
from xiangyin.shared.steps.asks import Choice, Moment, Number, Text, Tick, among
from xiangyin.shared.steps.step import Owed, Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

LOGGED, VERIFYING, DISMISSED, CLOSED = EventState.LOGGED, EventState.VERIFYING, EventState.DISMISSED, EventState.CLOSED
REASON = Text(name="reason", label=_("理由"))


def _due(figure: str) -> Any:
    """Counted from E1 (or the reopening); halved when the suggestion is red or orange."""

    def due(event: Event, _now: datetime) -> datetime:
        span = length(figure, event)
        return event.clock_from + (span / 2 if event.suggested_colour in GRAVE else span)

    return due


def _logged(event: Event, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {
        "number": next_number(event.jurisdiction_id, mode=event.mode, now=now),
        "found_at": min(event.found_at or now, now),
        "logged_at": now,
    }


def _taken(_event: Event, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"taken_at": now}


def _over(_event: Event, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": now}


def _again(event: Event, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": None, "dismissed_as": "", "cycle": event.cycle + 1, "reopened_at": now, "taken_at": now}


def _nothing_carries_it_on(event: Event, answers: Any, _actor: Actor) -> dict[str, str]:
    if answers["dismissed_as"] != DismissedAs.ORDINARY or is_carried_on(event.id):
        return {}
    return {"dismissed_as": str(_("请先登记诉求或交办任务，让这件事有人继续办理。"))}


def _warned(event: Event, _actor: Actor) -> str:
    if blocking("dismiss", dossier_id=event.id):
        return str(_("预警已经发布，不能再排除；请办理解除或终止响应。"))
    return ""


def _for_the_director(event: Event, actor: Actor) -> str:
    if Post.OFFICE_DIRECTOR in actor.posts or not blocking("dismiss_by_verifier", dossier_id=event.id):
        return ""
    return str(_("已提出黄色以上级别，须由办公室主任排除。"))


def _too_late_to_cancel(event: Event, actor: Actor) -> str:
    late = actor.at > event.logged_at + length("cancel_min", event)
    return str(_("登记超过时限，不能撤销，请按程序核实或排除。")) if late else ""


TAKE = Owed(
    kind="event.take", label=_("接手核实"), owner=held_by(Post.DUTY_OFFICER, Post.VERIFIER), due=_due("take_min"),
    clause="3.1.2",
)  # fmt: skip
PROPOSE = Owed(
    kind="event.propose", label=_("提出级别"), owner=held_by(*WATCHERS), due=_due("propose_min"), clause="3.3.1"
)
EVENT_STEPS = Steps(
    Event,
    (
        Step(
            action="log", label=_("登记事件"), posts=posts(*WATCHERS, MACHINE_POST), target=LOGGED, clause="3.1.1",
            asks=(
                Text(name="title", label=_("标题"), max_chars=120, help=_("一句话：哪里、谁、怎么了。")),
                Text(name="summary", label=_("情况"), long=True, required=False, max_chars=5000),
                Choice(name="channel", label=_("来源"), options=among(Channel.choices)),
                Choice(name="village_id", label=_("村（社区）"), options=village_options, required=False),
                Text(name="place", label=_("具体地点"), max_chars=200, required=False),
                Number(name="affected", label=_("受影响人数"), unit=_("人"), required=False),
                Moment(name="occurred_at", label=_("发生时间"), required=False, help=_("不清楚可以不填。")),
                Tick(
                    name="is_sensitive", label=_("涉及未成年人、病人或敏感地点、时间"),
                    help=_("勾选后，无论级别都要按时向上报告。"),
                ),
            ),
            writes=(
                "title", "summary", "channel", "village_id", "place", "affected", "occurred_at", "is_sensitive",
            ),
            sets=_logged, starts=(TAKE,),
        ),
        Step(
            action="take", label=_("接手核实"), posts=posts(Post.DUTY_OFFICER, Post.VERIFIER), sources=frozenset({LOGGED}),
            target=VERIFYING, sets=_taken, stops=frozenset({"event.take"}), starts=(PROPOSE,), clause="3.3.1",
        ),
        *CORRECTIONS,
        *MERGING,
        Step(
            action="dismiss", label=_("排除"), posts=posts(Post.VERIFIER, Post.OFFICE_DIRECTOR),
            sources=frozenset({VERIFYING}), target=DISMISSED, clause="3.3.2",
            asks=(Choice(name="dismissed_as", label=_("排除为"), options=among(DismissedAs.choices)), REASON),
            checks=_nothing_carries_it_on, hides=(_warned,), refuses=(_for_the_director,), writes=("dismissed_as",),
            sets=_over, stops=frozenset({"event.propose", "warning.verify", "warning.issue"}), danger=True,
        ),
        Step(
            action="cancel", label=_("撤销登记"), posts=posts(*WATCHERS), sources=frozenset({LOGGED}),
            target=EventState.CANCELLED, asks=(REASON,), only_by=frozenset({"log"}), refuses=(_too_late_to_cancel,),
            sets=_over, voids=frozenset({EVERYTHING}), danger=True, clause="3.1.1",
        ),
        Step(
            action="reopen", label=_("重新打开"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({CLOSED, DISMISSED}),
            target=VERIFYING, asks=(REASON,), sets=_again, starts=(PROPOSE,), clause="3.3.2",
        ),
        Step(
            action="close", label=_("办结"), posts=by_machine, sources=frozenset({VERIFYING}), target=CLOSED, sets=_over,
            clause="5.2.1",
        ),
    ),
    visible=of_office,
)  # fmt: skip
