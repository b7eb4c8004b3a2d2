"""The on-site command post and what happens at the scene: arrivals, a log, mediation, key places (4.1.1, 4.1.3, 4.2.4)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.rules.powers import LEADERS, held_by
from xiangyin.organization.rules.sight import in_unit, sees_office
from xiangyin.organization.terms import UNIT_POSTS, Post
from xiangyin.response.models import CommandPost, Response
from xiangyin.response.queries.command_posts import open_post
from xiangyin.response.terms import PostState, ResponseState
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Attachment, Choice, Choices, Text, whether_personal
from xiangyin.shared.steps.step import Step, Tell, posts
from xiangyin.shared.steps.table import Steps

OPEN, CLOSED = PostState.OPEN, PostState.CLOSED
RUNNING = frozenset({OPEN})
AT_THE_SCENE = posts(Post.SITE_COMMANDER, Post.DUTY_OFFICER, *UNIT_POSTS)
RUNS_IT = posts(Post.SITE_COMMANDER, Post.OFFICE_DIRECTOR, *LEADERS)


def of_response(response: Response) -> CommandPost | None:
    """A command post not yet opened; None where the response is over or has one already."""
    if response.state != ResponseState.ACTIVE or open_post(response.event_id):
        return None
    return CommandPost(
        event_id=response.event_id, response=response, mode=response.mode, timeline_id=response.timeline_id
    )


def seen_by(post: CommandPost, actor: Actor) -> bool:
    """The office, and the units that have a task in the event."""
    return sees_office(actor) or any(in_unit(task.unit_id, actor) for task in tasks_of_event(post.event_id))


def _opened(_post: CommandPost, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"opened_at": now}


def _closed(_post: CommandPost, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"closed_at": now}


def _commanders(_post: CommandPost, _actor: Actor) -> list[tuple[str, str]]:
    return officer_options(Post.SITE_COMMANDER, *LEADERS, Post.OFFICE_DIRECTOR)


KNOWS = held_by(*LEADERS, Post.OFFICE_DIRECTOR, Post.DUTY_OFFICER, Post.SITE_COMMANDER)
WHAT_HAPPENED = Text(name="what", label=_("情况"), long=True)

COMMAND_POST_STEPS = Steps(
    CommandPost,
    (
        Step(
            action="open", label=_("设立现场指挥部"), posts=posts(*LEADERS), target=OPEN, clause="4.1.3", sets=_opened,
            asks=(
                Text(name="place", label=_("设在哪里"), max_chars=200),
                Choice(name="commander_id", label=_("现场指挥"), options=_commanders),
                Choices(name="members", label=_("成员"), options=lambda _p, _a: officer_options()),
            ),
            writes=("place", "commander_id"), tells=(Tell(reason="post.opened", text=_("现场指挥部已设立"), to=KNOWS),),
        ),
        Step(
            action="check_in", label=_("到场签到"), posts=AT_THE_SCENE, sources=RUNNING, clause="4.1.1",
            asks=(
                Choice(name="unit_id", label=_("单位"), options=unit_options),
                Text(name="who", label=_("到场的人"), max_chars=120, masked=False),
            ),
        ),
        Step(
            action="log", label=_("记现场情况"), posts=AT_THE_SCENE, sources=RUNNING, clause="4.2.4",
            asks=(WHAT_HAPPENED, Attachment(name="photo", label=_("照片或记录")), whether_personal("photo")),
        ),
        Step(
            action="mediate", label=_("记调解"), posts=AT_THE_SCENE, sources=RUNNING, clause="4.2.4",
            asks=(
                Text(name="parties", label=_("各方"), max_chars=200, help=_("写身份，不写姓名：例如“26 户村民的代表”。")),
                Text(name="demands", label=_("各方要求什么"), long=True),
                Text(name="outcome", label=_("结果"), long=True, help=_("达成什么、没有达成什么、下一步。")),
                Attachment(name="agreement", label=_("调解协议"), personal=True),
            ),
        ),
        Step(
            action="mark_place", label=_("列重点部位"), posts=RUNS_IT, sources=RUNNING, clause="4.2.4",
            asks=(
                Text(name="key_place", label=_("部位"), max_chars=200),
                Text(name="watch_for", label=_("防什么"), max_chars=200),
                Choice(name="unit_id", label=_("由谁看护"), options=unit_options),
            ),
        ),
        Step(
            action="close", label=_("撤收现场指挥部"), posts=posts(*LEADERS, Post.SITE_COMMANDER, MACHINE_POST),
            sources=RUNNING, target=CLOSED, clause="4.1.3", sets=_closed,
            asks=(Text(name="reason", label=_("理由")),), tells=(Tell(reason="post.closed", text=_("现场指挥部已撤收"), to=KNOWS),),
        ),
    ),
    visible=seen_by,
    born_of={"response.response": of_response},
)  # fmt: skip
