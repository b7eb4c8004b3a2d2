"""What chapters 4 and 5 hold of an event, as facts to show."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from xiangyin.recovery.queries.aftermaths import Aftermath
from xiangyin.response.queries.command_posts import CommandPost
from xiangyin.response.queries.responses import Response
from xiangyin.response.terms import EndCriterion
from xiangyin.shared.web.pieces import Fact

LEVELS = ("一级", "二级", "三级", "四级")


class Chapter(NamedTuple):
    """A heading and its facts."""

    title: str
    facts: list[Fact]


def chapters(responses: Iterable[Response], posts: Iterable[CommandPost], aftermath: Aftermath | None) -> list[Chapter]:
    """One for each response and each command post, the oldest first, and one for the newest aftermath."""
    held = [
        *(Chapter(_("响应"), response_facts(each)) for each in responses),
        *(Chapter(_("现场指挥部"), post_facts(each)) for each in posts),
    ]
    return [*held, Chapter(_("善后"), aftermath_facts(aftermath))] if aftermath else held


def response_facts(response: Response) -> list[Fact]:
    """By which plan, at which level, who commands and leads, how it goes, and how it ended."""
    facts = [
        Fact(_("响应级别"), LEVELS[response.level - 1]),
        Fact(_("依据的预案"), str(response.plan), url=response.plan.get_absolute_url()),
        Fact(_("总指挥"), response.commander.name),
        Fact(_("牵头单位"), response.lead_unit.name),
        Fact(_("启动"), response.activated_at, "moment"),
    ]
    told = [
        Fact(_("立即要做的"), response.measures), Fact(_("最近一次进展"), response.situation),
        Fact(_("终止条件"), "；".join(str(EndCriterion(each).label) for each in response.met)),
        Fact(_("评估意见"), response.assessment),
    ]  # fmt: skip
    ended = [Fact(_("终止"), response.ended_at, "moment")] if response.ended_at else []
    return [*facts, *ended, *(fact for fact in told if fact.value)]


def post_facts(post: CommandPost) -> list[Fact]:
    """Where it stands and who commands there; what happened there is in the history."""
    closed = [Fact(_("撤收"), post.closed_at, "moment")] if post.closed_at else []
    return [
        Fact(_("地点"), post.place), Fact(_("现场指挥"), post.commander.name), Fact(_("设立"), post.opened_at, "moment"),
        *closed,
    ]  # fmt: skip


def aftermath_facts(aftermath: Aftermath) -> list[Fact]:
    """What was lost, what was decided on the plan, and the summary."""
    losses = "；".join(_("%(what)s %(yuan)s 元") % {"what": what, "yuan": yuan} for what, yuan in aftermath.losses)
    told = [
        Fact(_("损失"), losses), Fact(_("预案"), aftermath.get_plan_decision_display()),
        Fact(_("小结"), aftermath.summary),
    ]  # fmt: skip
    closed = [Fact(_("办结"), aftermath.closed_at, "moment")] if aftermath.closed_at else []
    return [Fact(_("转入善后"), aftermath.opened_at, "moment"), *closed, *(fact for fact in told if fact.value)]
