"""What is asked of who plans a drill, and who may stand in which part."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.rules.powers import LEADERS
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Drill
from xiangyin.readiness.queries.drills import drill_in_play, open_findings, scenario_options
from xiangyin.readiness.rules.scoring import faults_without_finding
from xiangyin.readiness.terms import Outcome
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Ask, Choice, Moment, Text

PEOPLE: tuple[Ask, ...] = (
    Choice(
        name="controller_id", label=_("总控"), options=lambda _drill, _actor: officer_options(),
        help=_("开始、暂停、结束演练的人；演练中不扮演角色。"),
    ),
    Choice(
        name="evaluator_id", label=_("评估人"), options=lambda _drill, _actor: officer_options(),
        help=_("评估演练的人，须是另一个人。"),
    ),
)  # fmt: skip
PLANNED: tuple[Ask, ...] = (
    Text(name="title", label=_("名称"), max_chars=120),
    Choice(name="scenario_id", label=_("想定"), options=scenario_options),
    Moment(name="planned_at", label=_("时间")),
    *PEOPLE,
)
IN_CHARGE = frozenset({Post.OFFICE_DIRECTOR, *LEADERS})


def two_persons(_drill: Drill, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    same = answers["controller_id"] == answers["evaluator_id"]
    return {"evaluator_id": str(_("评估人不能是总控本人。"))} if same else {}


def not_the_controller(drill: Drill, actor: Actor) -> str:
    return "" if actor.officer_id == drill.controller_id else str(_("只有总控能办理。"))


def not_the_evaluator(drill: Drill, actor: Actor) -> str:
    return "" if actor.officer_id == drill.evaluator_id else str(_("只有评估人能办理。"))


def neither_controller_nor_in_charge(drill: Drill, actor: Actor) -> str:
    """A real event must not wait for a controller who cannot be reached."""
    return "" if actor.posts & IN_CHARGE else not_the_controller(drill, actor)


def another_plays(_drill: Drill, _actor: Actor) -> str:
    playing = drill_in_play()
    return str(_("“%(title)s”还没有结束，同一时间只进行一场演练。") % {"title": playing}) if playing else ""


def missed_without_finding(drill: Drill, actor: Actor) -> str:
    """What the process missed may not be passed over in silence."""
    missed = faults_without_finding(drill, Outcome.MISSED, now=actor.at)
    return str(_("还有 %(n)d 项没有达到的预期没有列为问题。") % {"n": len(missed)}) if missed else ""


def findings_left(drill: Drill, _actor: Actor) -> str:
    left = open_findings(drill.pk)
    return str(_("还有 %(n)d 个问题没有交办任务或列入预案修订。") % {"n": left}) if left else ""
