"""The rule table of the aftermath (process.md 1: E11; chapter 5)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Post
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.terms import AftermathState, PlanDecision
from xiangyin.shared.access.actor import Actor, Seat
from xiangyin.shared.obligations.queries import blocking
from xiangyin.shared.steps.asks import Choice, Moment, Pairs, Text, among
from xiangyin.shared.steps.step import Owed, Step, Tell, by_machine, posts
from xiangyin.shared.steps.table import Steps

LEFT = frozenset({"dismiss", "merge"})  # an event in its aftermath takes neither of these ways out
OPEN, CLOSED = AftermathState.OPEN, AftermathState.CLOSED


def _full(aftermath: Aftermath) -> bool:
    return not aftermath.is_light


def _closers(aftermath: Aftermath) -> frozenset[Seat]:
    return frozenset(map(Seat, (*LEADERS, Post.OFFICE_DIRECTOR) if aftermath.is_light else LEADERS))


def _opened(_aftermath: Aftermath, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"opened_at": now}


def _closed(_aftermath: Aftermath, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"closed_at": now}


def _is_light(aftermath: Aftermath, _actor: Actor) -> str:
    return str(_("蓝色且未启动响应的事件不需要这一步。")) if aftermath.is_light else ""


def _still_owed(aftermath: Aftermath, _actor: Actor) -> str:
    left = blocking("close", dossier_id=aftermath.event_id)
    names = "、".join(sorted({f"{each.label}（{each.subject_label}）" for each in left}))
    return str(_("还没有办完：%(names)s。") % {"names": names}) if names else ""


def _no_summary(aftermath: Aftermath, _actor: Actor) -> str:
    return "" if aftermath.summary else str(_("请先写一段小结。"))


def _amounts(_aftermath: Aftermath, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    wrong = [what for what, amount in answers["losses"] if not amount.isdigit()]
    return {"losses": str(_("金额请填整数元：%(what)s。") % {"what": "、".join(wrong)})} if wrong else {}


def _closes(*_: Any) -> frozenset[str]:
    return frozenset({"close", *LEFT})


SUMMARY = Owed(
    kind="aftermath.summary", label=_("写一段小结并办结"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("unit_report_min"),
    on="event", clause="5.2.1", needed=lambda aftermath: aftermath.is_light, blocks=lambda _a: LEFT,
)  # fmt: skip
REVIEW = Owed(
    kind="aftermath.review", label=_("签发总结评估报告"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("review_min"),
    on="event", clause="5.2.1", needed=_full, blocks=_closes,
)  # fmt: skip
PLAN = Owed(
    kind="aftermath.plan_decision", label=_("决定是否修订预案"), owner=held_by(*LEADERS), due=after("review_min"), clause="5.2.1",
    needed=_full, blocks=_closes,
)  # fmt: skip
CLOSE = Owed(
    kind="aftermath.close", label=_("办结事件"), owner=held_by(*LEADERS), due=after("close_min"), on="event", clause="5.2.1",
    needed=_full, blocks=lambda _a: LEFT,
)  # fmt: skip

AFTERMATH_STEPS = Steps(
    Aftermath,
    (
        Step(
            action="open", label=_("转入善后"), posts=by_machine, target=OPEN, sets=_opened, clause="5.1.1",
            starts=(SUMMARY, REVIEW, PLAN, CLOSE),
        ),
        Step(
            action="register_losses", label=_("登记损失"), posts=posts(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER, Post.MONITOR),
            sources=frozenset({OPEN}), clause="5.1.1",
            asks=(Pairs(name="losses", label=_("损失"), left=_("什么损失"), right=_("估计金额（元）")),),
            checks=_amounts, writes=("losses",),
        ),
        Step(
            action="summarise", label=_("写小结"), posts=posts(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER),
            sources=frozenset({OPEN}), clause="5.2.1", writes=("summary",),
            asks=(Text(name="summary", label=_("小结"), long=True, help=_("怎么发现、怎么处理、结果如何、诉求是否答复。")),),
        ),
        Step(
            action="draft_review", label=_("由台账生成总结报告初稿"), posts=posts(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER),
            sources=frozenset({OPEN}), clause="5.2.1", hides=(_is_light,),
            help=_("经过、时限、诉求和损失取自台账；评价和建议由您填写。"),
        ),
        Step(
            action="rectify", label=_("交办整改"), posts=posts(Post.OFFICE_DIRECTOR, *LEADERS, Post.SUPERVISOR),
            sources=frozenset({OPEN}), clause="5.3.1",
            asks=(
                Text(name="title", label=_("整改什么"), max_chars=120),
                Text(name="what", label=_("措施和要求"), long=True),
                Choice(name="unit_id", label=_("责任单位"), options=unit_options),
                Moment(name="due_at", label=_("完成时限")),
            ),
        ),
        Step(
            action="decide_on_plan", label=_("决定是否修订预案"), posts=posts(*LEADERS), sources=frozenset({OPEN}),
            clause="5.2.1", hides=(_is_light,), writes=("plan_decision",), stops=frozenset({"aftermath.plan_decision"}),
            asks=(
                Choice(name="plan_decision", label=_("决定"), options=among(PlanDecision.choices)),
                Text(name="reason", label=_("理由")),
            ),
        ),
        Step(
            action="close", label=_("办结事件"), posts=_closers, sources=frozenset({OPEN}), target=CLOSED, sets=_closed,
            refuses=(_no_summary, _still_owed), stops=frozenset({"aftermath.summary", "aftermath.close"}), clause="5.2.1",
            tells=(Tell(reason="event.closed", text=_("已办结"), to=held_by(Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER)),),
        ),
    ),
    visible=of_office,
)  # fmt: skip
