"""The rule table of a warning (process.md 1: E3, E4a, E4b, E6n, E7, E8, E9)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.powers import LEADERS, WATCHERS
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Colour, Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Choice, Choices, Number, Text, among
from xiangyin.shared.steps.step import Step, by_machine, posts
from xiangyin.shared.steps.table import Steps
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.rules.clocks import ACTIVATE, DECLINED, ISSUE, VERIFY
from xiangyin.warning.rules.duties import DUTIES, FINAL_REPORT, light
from xiangyin.warning.rules.levels import REGRADINGS
from xiangyin.warning.rules.objections import (
    event_is_over,
    has_a_living_warning,
    not_under_verification,
    past_the_warning,
    too_few_sources,
    under_response,
)  # fmt: skip
from xiangyin.warning.rules.outward import OUTWARD
from xiangyin.warning.terms import CheckPoint, Grade, WarningState

PROPOSED, VERIFIED, ISSUED = WarningState.PROPOSED, WarningState.VERIFIED, WarningState.ISSUED
LIFTED, WITHDRAWN = WarningState.LIFTED, WarningState.WITHDRAWN
NO_MORE = frozenset({"report.follow_up"})  # when the warning is over, the final report takes their place

FACTORS = (
    Choice(name="colour", label=_("预警颜色"), options=among(Colour.choices)),
    Choice(
        name="grade", label=_("事件级别"), options=among(Grade.choices), help=_("事件本身的级别，与预警颜色分别判断。")
    ),
    Text(name="nature", label=_("性质"), max_chars=300, help=_("是什么事：事故、食品安全、征地、欠薪、环境……")),
    Text(name="severity", label=_("严重程度"), max_chars=300, help=_("有没有人受伤害，多少人，多重。")),
    Text(name="controllability", label=_("可控性"), max_chars=300, help=_("现在能不能控制住，谁在处理。")),
    Text(name="reach", label=_("影响范围"), max_chars=300, help=_("传到哪里，多少人知道，媒体有没有关注。")),
)
WRITES = ("colour", "grade", "nature", "severity", "controllability", "reach")


def _proposed(warning: EarlyWarning, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {
        "proposed_at": now, "level_since": now, "cycle": warning.event.cycle,
        "machine_colour": warning.event.suggested_colour, "verified_at": None,
    }  # fmt: skip


def _verified(_warning: EarlyWarning, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"verified_at": now}


def _issued(_warning: EarlyWarning, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"issued_at": now, "level_since": now}


def _lifted(_warning: EarlyWarning, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"lifted_at": now}


WARNING_STEPS = Steps(
    EarlyWarning,
    (
        Step(
            action="propose", label=_("提出级别"), posts=posts(*WATCHERS), target=PROPOSED, asks=FACTORS, writes=WRITES,
            sets=_proposed, hides=(has_a_living_warning, not_under_verification, past_the_warning),
            stops=frozenset({"event.propose"}), starts=(VERIFY,), clause="3.3.1",
        ),
        Step(
            action="propose_again", label=_("修改级别建议"), posts=posts(*WATCHERS), sources=frozenset({PROPOSED, VERIFIED}),
            target=PROPOSED, asks=FACTORS, writes=WRITES, sets=_proposed, refuses=(event_is_over,), starts=(VERIFY,),
            voids=frozenset({"warning.issue"}), clause="3.3.1",
        ),
        Step(
            action="verify", label=_("核实无误"), posts=posts(Post.VERIFIER), sources=frozenset({PROPOSED}), target=VERIFIED,
            asks=(
                Choices(name="checked", label=_("逐项核对"), options=among(CheckPoint.choices), every=True),
                Text(name="sources", label=_("向谁核实、怎么说"), long=True),
                Number(name="sources_found", label=_("核实来源"), unit=_("个"), least=1, most=99),
            ),
            writes=("checked", "sources", "sources_found"), sets=_verified,
            not_by=frozenset({"propose", "propose_again"}),
            checks=too_few_sources, refuses=(event_is_over,), stops=frozenset({"warning.verify"}), starts=(ISSUE,), clause="3.3.2",
        ),
        Step(
            action="issue", label=_("发布预警"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({VERIFIED}),
            target=ISSUED, not_by=frozenset({"propose", "propose_again", "verify"}), refuses=(event_is_over,), sets=_issued,
            stops=frozenset({"warning.issue"}), starts=(ACTIVATE, *DUTIES), clause="3.3.2", emergency=True,
        ),
        *REGRADINGS,
        *OUTWARD,
        Step(
            action="decline", label=_("暂不启动预案"), posts=posts(*LEADERS), sources=frozenset({ISSUED}), clause="3.3.3",
            asks=(Text(name="reason", label=_("理由")),), hides=(under_response,), stops=frozenset({"response.activate"}),
            starts=(DECLINED,),
        ),
        Step(
            action="stand_down", label=_("解除预警"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({ISSUED}),
            target=LIFTED, clause="3.3.4", sets=_lifted, hides=(under_response,),
            asks=(
                Text(name="reason", label=_("理由")),
                Text(name="assessment", label=_("评估"), long=True, help=_("事情办得怎么样，还有没有风险，诉求是否答复。")),
            ),
            stops=frozenset({"response.activate", "warning.review"}), stops_also=light, voids=NO_MORE, starts=(FINAL_REPORT,),
        ),
        Step(
            action="lift", label=_("随响应终止解除"), posts=by_machine, sources=frozenset({ISSUED}), target=LIFTED,
            sets=_lifted, stops=frozenset({"response.activate", "warning.review"}), voids=NO_MORE, starts=(FINAL_REPORT,),
            clause="4.3",
        ),
        Step(
            action="withdraw", label=_("随事件撤回"), posts=by_machine, sources=frozenset({PROPOSED, VERIFIED}),
            target=WITHDRAWN, voids=frozenset({EVERYTHING}), clause="3.3.2",
        ),
    ),
    visible=of_office,
    born_of={
        "monitoring.event": lambda event: EarlyWarning(event=event, mode=event.mode, timeline_id=event.timeline_id)
    },
)  # fmt: skip
