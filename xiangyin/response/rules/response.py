"""The rule table of a response (process.md 1: E6, E10)."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Event
from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Colour, Post
from xiangyin.response.models import Response
from xiangyin.response.queries.plans import plan_in_force, plan_options
from xiangyin.response.queries.responses import active_response
from xiangyin.response.terms import EndCriterion, ResponseState
from xiangyin.shared.access.actor import Actor, Seat
from xiangyin.shared.obligations.queries import blocking
from xiangyin.shared.steps.asks import Attachment, Choice, Choices, Text, among
from xiangyin.shared.steps.step import Owed, Step, Tell, by_machine, posts
from xiangyin.shared.steps.table import Steps
from xiangyin.warning.queries.warnings import living
from xiangyin.warning.rules.levels import powers_at
from xiangyin.warning.terms import WarningState

ACTIVE, ENDED = ResponseState.ACTIVE, ResponseState.ENDED


def of_event(event: Event) -> Response:
    """A response not yet activated: its colour is that of the warning in force."""
    warning = living(event.id)
    colour = warning.colour if warning else Colour.BLUE
    plan = plan_in_force()
    return Response(event=event, mode=event.mode, timeline_id=event.timeline_id, colour=colour, level=colour, plan=plan)


def _powers(response: Response) -> frozenset[Seat]:
    return frozenset(map(Seat, powers_at(response.colour)))


def _commanders(_response: Response, _actor: Actor) -> list[tuple[str, str]]:
    return officer_options(Post.HEAD, Post.DEPUTY_HEAD, Post.SITE_COMMANDER, Post.OFFICE_DIRECTOR)


def _no_warning(response: Response, _actor: Actor) -> str:
    warning = living(response.event_id)
    in_force = warning is not None and warning.state == WarningState.ISSUED
    return "" if in_force else str(_("预警发布后才能启动预案。"))


def _already_active(response: Response, _actor: Actor) -> str:
    return str(_("响应已经启动。")) if active_response(response.event_id) else ""


def _no_plan(_response: Response, _actor: Actor) -> str:
    return "" if plan_in_force() else str(_("没有已发布的预案，请先发布一版。"))


def _open_critical_tasks(response: Response, _actor: Actor) -> str:
    open_ones = blocking("end", dossier_id=response.event_id)
    names = "、".join(sorted({each.subject_label for each in open_ones}))
    return str(_("还没有办完：%(names)s。") % {"names": names}) if names else ""


def _levelled(response: Response, _actor: Actor, _now: datetime) -> dict[str, Any]:
    levels = response.plan.content["levels"]
    return {"level": levels[Colour(response.colour).name.lower()]["response_level"]}


def _activated(response: Response, actor: Actor, now: datetime) -> dict[str, Any]:
    return {"activated_at": now, **_levelled(response, actor, now)}


def _ended(_response: Response, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": now}


def _report_by(response: Response, now: datetime) -> datetime:
    levels = response.plan.content["levels"]
    return now + timedelta(minutes=levels[Colour(response.colour).name.lower()]["report_min"])


SITUATION = Owed(
    kind="response.situation", label=_("报告进展情况"), owner=held_by(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER),
    due=_report_by, on="event", clause="3.3.4", blocks=lambda _response: frozenset({"dismiss", "stand_down", "merge"}),
)  # fmt: skip
EVERYONE = held_by(*LEADERS, Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER, Post.PUBLICITY, Post.SPOKESPERSON)
STARTED = Tell(reason="response.activated", text=_("预案已启动"), to=EVERYONE, urgent=True)
OVER = Tell(reason="response.ended", text=_("响应已终止"), to=EVERYONE)

RESPONSE_STEPS = Steps(
    Response,
    (
        Step(
            action="activate", label=_("启动预案"), posts=_powers, target=ACTIVE, clause="3.3.3", emergency=True,
            asks=(
                Choice(name="plan_id", label=_("预案"), options=plan_options),
                Choice(name="commander_id", label=_("总指挥"), options=_commanders),
                Choice(
                    name="lead_unit_id", label=_("牵头单位"), options=unit_options,
                    help=_("到现场、查原因的任务交给它。"),
                ),
                Text(name="measures", label=_("立即要做的"), long=True, required=False),
            ),
            writes=("plan_id", "commander_id", "lead_unit_id", "measures"), sets=_activated, hides=(_no_warning, _already_active),
            refuses=(_no_plan,), stops=frozenset({"response.activate", "warning.review"}), starts=(SITUATION,),
            tells=(STARTED,),
        ),
        Step(
            action="regrade", label=_("随预警调整级别"), posts=by_machine, sources=frozenset({ACTIVE}), clause="3.2",
            asks=(Choice(name="colour", label=_("级别"), options=among(Colour.choices)),), writes=("colour",), sets=_levelled,
        ),
        Step(
            action="report", label=_("报告进展情况"), posts=posts(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER, Post.SITE_COMMANDER),
            sources=frozenset({ACTIVE}), clause="3.3.4",
            asks=(Text(name="situation", label=_("现在的情况"), long=True, help=_("与上次相比有什么变化；没有变化也请写明。")),),
            writes=("situation",), stops=frozenset({"response.situation"}), starts=(SITUATION,),
        ),
        Step(
            action="meet", label=_("登记会商会"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS), sources=frozenset({ACTIVE}),
            clause="4.1.2",
            asks=(
                Choices(name="present", label=_("到会"), options=lambda _r, _a: officer_options()),
                Text(name="reason", label=_("议定事项"), long=True, help=_("需要单位办的，请另行交办任务。")),
                Attachment(name="scan", label=_("签到或记录扫描件")),
            ),
        ),
        Step(
            action="end", label=_("终止响应"), posts=_powers, sources=frozenset({ACTIVE}), target=ENDED, clause="4.3",
            asks=(
                Choices(name="met", label=_("终止条件"), options=among(EndCriterion.choices), every=True),
                Text(name="assessment", label=_("评估意见"), long=True),
            ),
            writes=("met", "assessment"), sets=_ended, refuses=(_open_critical_tasks,),
            stops=frozenset({"response.situation"}), tells=(OVER,),
        ),
    ),
    visible=of_office,
    born_of={"monitoring.event": of_event},
)  # fmt: skip
