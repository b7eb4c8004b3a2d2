"""The life of a plan version (process.md 8)."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.powers import held_by
from xiangyin.organization.terms import Post
from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import next_version, plan_in_force, shipped_plan
from xiangyin.response.rules.plan_asks import PLAN_ASKS
from xiangyin.response.terms import PlanState
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Text
from xiangyin.shared.steps.step import Owed, Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

DRAFTING, REVIEWED, APPROVED = PlanState.DRAFTING, PlanState.REVIEWED, PlanState.APPROVED
PUBLISHED, SUPERSEDED = PlanState.PUBLISHED, PlanState.SUPERSEDED


def _drafted(plan: PlanVersion, _actor: Actor, now: datetime) -> dict[str, Any]:
    before = plan_in_force()
    content = plan.content or (before.content if before else shipped_plan())
    return {"drafted_at": now, "version": next_version(), "content": content}


def _adopted(plan: PlanVersion, actor: Actor, now: datetime) -> dict[str, Any]:
    return _drafted(plan, actor, now) | {"published_at": now}


def _published(_plan: PlanVersion, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"published_at": now}


def _superseded(_plan: PlanVersion, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"superseded_at": now}


def _filed(_plan: PlanVersion, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"filed_at": now}


DRAFT = Owed(
    kind="plan.draft",
    label=_("修订并审批预案"),
    owner=held_by(Post.OFFICE_DIRECTOR),
    due=after("review_min"),
    clause="6.2",
)
FILE = Owed(
    kind="plan.file", label=_("预案报县里备案"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("plan_filing_workdays"),
    clause="2.2.1",
)  # fmt: skip
REVISE = Owed(
    kind="plan.revise", label=_("三年期满，修订预案"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("plan_review_days"),
    clause="6.2",
)  # fmt: skip

PLAN_STEPS = Steps(
    PlanVersion,
    (
        Step(
            action="adopt", label=_("采用随系统的预案"), posts=by_machine, target=PUBLISHED, clause="3.3.3",
            asks=(Text(name="title", label=_("名称"), max_chars=120), Text(name="basis", label=_("依据"), max_chars=200)),
            writes=("title", "basis"), sets=_adopted, starts=(FILE, REVISE),
        ),
        Step(
            action="draft", label=_("起草新版预案"), posts=posts(Post.OFFICE_DIRECTOR, MACHINE_POST), target=DRAFTING, clause="6.2",
            asks=(
                Text(name="title", label=_("名称"), max_chars=120),
                Text(name="basis", label=_("为什么修订"), max_chars=200),
            ),
            writes=("title", "basis"), sets=_drafted, starts=(DRAFT,),
        ),
        Step(
            action="edit", label=_("修改任务和报告间隔"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({DRAFTING}),
            asks=PLAN_ASKS, clause="6.2", help=_("逐级选择启动时自动交办的任务。"),
        ),
        Step(
            action="review", label=_("审核通过"), posts=posts(Post.DEPUTY_HEAD, Post.HEAD), sources=frozenset({DRAFTING}),
            target=REVIEWED, not_by=frozenset({"draft", "edit"}), clause="6.2",
        ),
        Step(
            action="approve", label=_("批准"), posts=posts(Post.HEAD), sources=frozenset({REVIEWED}), target=APPROVED,
            not_by=frozenset({"draft", "edit", "review"}), clause="2.2.1",
        ),
        Step(
            action="publish", label=_("发布"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({APPROVED}),
            target=PUBLISHED, sets=_published, stops=frozenset({"plan.draft"}), starts=(FILE, REVISE), clause="6.2",
        ),
        Step(
            action="supersede", label=_("由新版替代"), posts=by_machine, sources=frozenset({PUBLISHED}), target=SUPERSEDED,
            sets=_superseded, voids=frozenset({EVERYTHING}), clause="6.2",
        ),
        Step(
            action="file", label=_("已报县里备案"), posts=posts(Post.OFFICE_DIRECTOR), sources=frozenset({PUBLISHED}),
            asks=(Text(name="reason", label=_("收文单位、时间"), max_chars=200),), sets=_filed,
            stops=frozenset({"plan.file"}), clause="2.2.1",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: PlanVersion(jurisdiction_id=place.id)},
)  # fmt: skip
