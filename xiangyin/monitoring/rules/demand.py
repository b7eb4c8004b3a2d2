"""A demand (process.md 7): the kind decides the clock, and only an answer in substance ends it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Demand, Event
from xiangyin.monitoring.rules.disputes import disputed_before, disputed_too_late
from xiangyin.monitoring.terms import DemandKind, DemandState
from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.deadlines import due_after
from xiangyin.organization.rules.powers import WATCHERS, of_unit
from xiangyin.organization.rules.sight import of_office_or_unit
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor, Seat
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.asks import Choice, Text, among
from xiangyin.shared.steps.step import Owed, Step, posts
from xiangyin.shared.steps.table import Steps

REGISTERED, DISPATCHED, DISPUTED = DemandState.REGISTERED, DemandState.DISPATCHED, DemandState.DISPUTED
DOING, ANSWERED, REOPENED = DemandState.DOING, DemandState.ANSWERED, DemandState.REOPENED
OFFICE = posts(*WATCHERS, Post.OFFICE_DIRECTOR)

CLOCKS = {
    DemandKind.CONSULTATION: "consultation_workdays",
    DemandKind.PETITION: "petition_days",
    DemandKind.INFORMATION: "information_workdays",
    DemandKind.EMERGENCY: "emergency_demand_min",
}


def _answer_by(demand: Demand, _now: datetime) -> datetime:
    """The kind's term from registration; from the reopening where the asker was not content, else it would be late at once."""
    again = of_subject(demand.id).filter(action="reopen").last()
    began = again.at if again else demand.registered_at
    return due_after(CLOCKS.get(DemandKind(demand.kind), "demand_workdays"), demand, began)


def _answerers(demand: Demand) -> frozenset[Seat]:
    return of_unit(demand.unit_id) if demand.unit_id else frozenset(map(Seat, WATCHERS))


def _owner(demand: Demand) -> Owner:
    """The unit it was given to; while that is disputed, the office, which has to give it to another."""
    return Owner(OFFICE(demand) if demand.state == DISPUTED else _answerers(demand))


def _registered(_demand: Demand, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"registered_at": now}


def _answered(_demand: Demand, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"answered_at": now}


def _again(_demand: Demand, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"answered_at": None}


def _holds_up(demand: Demand) -> frozenset[str]:
    """Whoever cries for help is answered before the event is over; other demands go on in their own terms."""
    return frozenset({"end", "close", "stand_down"}) if demand.kind == DemandKind.EMERGENCY else frozenset()


ANSWER = Owed(kind="demand.answer", label=_("答复诉求"), owner=_owner, due=_answer_by, clause="1.1", blocks=_holds_up)
REASON = Text(name="reason", label=_("理由"))


def _of_event(event: Event) -> Demand:
    return Demand(event=event, mode=event.mode, timeline_id=event.timeline_id)


DEMAND_STEPS = Steps(
    Demand,
    (
        Step(
            action="register", label=_("登记诉求"), posts=OFFICE, target=REGISTERED, clause="1.1",
            asks=(
                Choice(name="kind", label=_("类别"), options=among(DemandKind.choices), help=_("类别决定答复时限。")),
                Text(name="asked", label=_("要求什么"), long=True),
            ),
            writes=("kind", "asked"), sets=_registered, starts=(ANSWER,),
        ),
        Step(
            action="dispatch", label=_("派单"), posts=OFFICE, sources=frozenset({REGISTERED, DISPUTED, REOPENED}),
            target=DISPATCHED, clause="2.2.3",
            asks=(
                Choice(name="unit_id", label=_("承办单位"), options=unit_options),
                Choice(
                    name="caseworker_id", label=_("承办人"), options=lambda _d, _a: officer_options(Post.LIAISON, Post.UNIT_LEAD),
                    required=False, help=_("只有承办人能查看联系方式，每次查看都有记录。"),
                ),
            ),
            writes=("unit_id", "caseworker_id"), starts=(ANSWER,),
        ),
        Step(
            action="dispute", label=_("对派单有异议"), posts=_answerers, sources=frozenset({DISPATCHED}), target=DISPUTED,
            asks=(REASON,), refuses=(disputed_before, disputed_too_late), starts=(ANSWER,), clause="2.2.3",
        ),
        Step(action="begin", label=_("开始办理"), posts=_answerers, sources=frozenset({DISPATCHED}), target=DOING, clause="1.1"),
        Step(
            action="answer", label=_("答复"), posts=_answerers, sources=frozenset({REGISTERED, DISPATCHED, DOING, REOPENED}),
            target=ANSWERED, clause="1.1",
            asks=(Text(name="answer", label=_("答复内容"), long=True, help=_("逐项回答，不能只写“不再讨论”。")),),
            writes=("answer",), sets=_answered, stops=frozenset({"demand.answer"}),
        ),
        Step(
            action="confirm", label=_("诉求人已确认"), posts=OFFICE, sources=frozenset({ANSWERED}),
            target=DemandState.CONFIRMED, not_by=frozenset({"answer"}), clause="1.1",
            asks=(Text(name="reason", label=_("回访情况")),),
        ),
        Step(
            action="reopen", label=_("诉求人不满意，重新办理"), posts=OFFICE, sources=frozenset({ANSWERED}), target=REOPENED,
            asks=(REASON,), sets=_again, starts=(ANSWER,), clause="1.1",
        ),
        Step(
            action="transfer", label=_("转其他机关"), posts=OFFICE, sources=frozenset({REGISTERED, DISPATCHED, DISPUTED}),
            target=DemandState.TRANSFERRED, asks=(Text(name="reason", label=_("转给谁、依据")),),
            stops=frozenset({"demand.answer"}), clause="1.2",
        ),
    ),
    visible=of_office_or_unit, born_of={"monitoring.event": _of_event},
)  # fmt: skip
