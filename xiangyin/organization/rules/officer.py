"""Officers and their posts (2.1). Given by the security administrator; the business never gives itself rights."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Officer, Tenure
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.terms import UNIT_POSTS, WITHOUT_BUSINESS, OfficerState, Post, TenureState
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Choice, Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps

SERVING, LEFT = OfficerState.SERVING, OfficerState.LEFT
HELD, ENDED = TenureState.HELD, TenureState.ENDED
SECURITY = posts(Post.SECURITY_ADMIN)
FIRST = posts(Post.SECURITY_ADMIN, MACHINE_POST)  # somebody has to appoint the first security administrator


def _enrolled(_officer: Officer, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"enrolled_at": now}


def _left(_officer: Officer, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"left_at": now}


def _still_in_post(officer: Officer, _actor: Actor) -> str:
    held = Tenure.objects.filter(officer=officer, state=HELD).count()
    return str(_("这位同志还有 %(n)d 个在任岗位，请先办理卸任。") % {"n": held}) if held else ""


def _oneself(officer: Officer, actor: Actor) -> str:
    return str(_("不能办理自己的账号。")) if officer.id == actor.officer_id else ""


OFFICER_STEPS = Steps(
    Officer,
    (
        Step(
            action="enrol", label=_("登记人员"), posts=FIRST, target=SERVING, clause="2.1",
            asks=(
                Text(name="name", label=_("姓名"), max_chars=60, masked=False),
                Text(
                    name="phone", label=_("值班联系电话"), max_chars=40, required=False, masked=False, shown=False,
                    help=_("工作用电话，只出现在内部呼叫名单上。"),
                ),
            ),
            writes=("name", "phone"), sets=_enrolled,
        ),
        Step(
            action="leave", label=_("离岗"), posts=SECURITY, sources=frozenset({SERVING}), target=LEFT, clause="2.1",
            asks=(Text(name="reason", label=_("说明")),), sets=_left, refuses=(_oneself, _still_in_post), danger=True,
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Officer(jurisdiction_id=place.id)},
)  # fmt: skip


def _began(_tenure: Tenure, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"from_at": now}


def _ended(_tenure: Tenure, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"until_at": now}


def post_options(tenure: Tenure, _actor: Actor) -> list[tuple[str, str]]:
    """The posts that may be given beside those already held: separation of duties is checked as posts are given."""
    held = set(_held(tenure).values_list("post", flat=True))
    return [(post.value, str(post.label)) for post in Post if may_hold(post, held)]


def _held(tenure: Tenure) -> QuerySet[Tenure]:
    return Tenure.objects.filter(officer_id=tenure.officer_id, state=HELD)


def may_hold(post: Post, held: set[str]) -> bool:
    """Whether the post goes with the others: one administrator's post at most, none beside business, no post twice."""
    if post in WITHOUT_BUSINESS:
        return not held
    return not held & WITHOUT_BUSINESS and (post in UNIT_POSTS or post not in held)


def _unit_named(tenure: Tenure, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    """A post of a unit names it, and is held once in each: somebody may be the liaison of two."""
    post, unit_id = answers["post"], answers["unit_id"]
    if post not in UNIT_POSTS:
        return {}
    if not unit_id:
        return {"unit_id": str(_("单位负责人和联络员须选择所在单位。"))}
    twice = _held(tenure).filter(post=post, unit_id=unit_id).exists()
    return {"unit_id": str(_("已在这个单位任这一岗位。"))} if twice else {}


def _gone(tenure: Tenure, _actor: Actor) -> str:
    return str(_("已离岗的人员不能任职。")) if tenure.officer.state == LEFT else ""


def _own_post(tenure: Tenure, actor: Actor) -> str:
    return str(_("不能给自己任职。")) if tenure.officer_id == actor.officer_id else ""


TENURE_STEPS = Steps(
    Tenure,
    (
        Step(
            action="appoint", label=_("任职"), posts=FIRST, target=HELD, clause="2.1",
            asks=(
                Choice(name="post", label=_("岗位"), options=post_options),
                Choice(
                    name="unit_id", label=_("所在单位"), options=unit_options, required=False,
                    help=_("单位负责人、联络员必填，其他岗位可不填。"),
                ),
                Text(name="basis", label=_("依据"), max_chars=200, help=_("任命文件或会议决定。")),
            ),
            checks=_unit_named, refuses=(_gone, _own_post), writes=("post", "unit_id", "basis"), sets=_began,
        ),
        Step(
            action="end", label=_("卸任"), posts=SECURITY, sources=frozenset({HELD}), target=ENDED, clause="2.1",
            asks=(Text(name="reason", label=_("说明")),), sets=_ended, danger=True,
        ),
    ),
    born_of={"organization.officer": lambda officer: Tenure(officer=officer)},
)  # fmt: skip
