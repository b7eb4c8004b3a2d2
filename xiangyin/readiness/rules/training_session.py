"""The rule table of a training (6.1): planned, held, attendance entered once."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.rules.deadlines import after
from xiangyin.organization.rules.powers import held_by
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import TrainingSession
from xiangyin.readiness.queries.sessions import case_options, people_for
from xiangyin.readiness.terms import Topic, TrainingKind, TrainingState
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Ask, Choice, Choices, Moment, Text, among
from xiangyin.shared.steps.step import Owed, Step, posts
from xiangyin.shared.steps.table import Steps

PLANNED, HELD = TrainingState.PLANNED, TrainingState.HELD
DIRECTOR = posts(Post.OFFICE_DIRECTOR)
ASKED: tuple[Ask, ...] = (
    Text(name="title", label=_("题目"), max_chars=120),
    Choice(name="topic", label=_("内容"), options=among(Topic.choices)),
    Choice(name="kind", label=_("形式"), options=among(TrainingKind.choices)),
    Moment(name="starts_at", label=_("时间")),
    Text(name="lecturer", label=_("主讲"), max_chars=60, masked=False),
    Choices(name="invited", label=_("请谁参加"), options=lambda _session, _actor: officer_options()),
    Choice(
        name="event_id", label=_("用哪个已办结的事件作案例"), options=case_options, required=False,
        help=_("只有案例分析需要。"),
    ),
)  # fmt: skip
WRITTEN = ("title", "topic", "kind", "starts_at", "lecturer", "invited", "event_id")


def _fits(_session: TrainingSession, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    if answers["event_id"] and answers["kind"] != TrainingKind.CASE_STUDY:
        return {"event_id": str(_("只有案例分析可以选事件。"))}
    return {}


def _each_once(_session: TrainingSession, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    both = set(answers["came"]) & set(answers["excused"])
    return {"excused": str(_("同一个人不能既到课又请假。"))} if both else {}


def _not_yet(session: TrainingSession, actor: Actor) -> str:
    return str(_("还没有到培训的时间；改了时间请先“改动安排”。")) if actor.at < session.starts_at else ""


def _recorded(_session: TrainingSession, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"recorded_at": now}


DAY = timedelta(days=1)  # it can be told as held when it has begun, not before
HOLD = Owed(
    kind="training.hold", label=_("举办培训"), owner=held_by(Post.OFFICE_DIRECTOR),
    due=lambda session, _now: session.starts_at + DAY, clause="6.1",
)  # fmt: skip
RECORD = Owed(
    kind="training.record", label=_("登记到课"), owner=held_by(Post.OFFICE_DIRECTOR), due=after("training_record_days"),
    clause="6.1",
)  # fmt: skip

TRAINING_STEPS = Steps(
    TrainingSession,
    (
        Step(
            action="plan", label=_("安排培训"), posts=DIRECTOR, target=PLANNED, asks=ASKED, checks=_fits, writes=WRITTEN,
            starts=(HOLD,), clause="6.1",
        ),
        Step(
            action="change", label=_("改动安排"), posts=DIRECTOR, sources=frozenset({PLANNED}), asks=ASKED, checks=_fits,
            writes=WRITTEN, starts=(HOLD,), clause="6.1",
        ),
        Step(
            action="hold", label=_("已举办"), posts=DIRECTOR, sources=frozenset({PLANNED}), target=HELD, refuses=(_not_yet,),
            stops=frozenset({"training.hold"}), starts=(RECORD,), clause="6.1",
        ),
        Step(
            action="record", label=_("登记到课"), posts=DIRECTOR, sources=frozenset({HELD}), target=TrainingState.RECORDED,
            asks=(
                Choices(name="came", label=_("到课"), options=people_for),
                Choices(name="excused", label=_("请假"), options=people_for, required=False),
                Text(name="gist", label=_("讲了什么、有什么收获"), long=True, required=False),
            ),
            checks=_each_once, writes=("came", "excused", "gist"), sets=_recorded, stops=frozenset({"training.record"}),
            clause="6.1", help=_("只登记一次；不计分，不排名。"),
        ),
        Step(
            action="cancel", label=_("取消培训"), posts=DIRECTOR, sources=frozenset({PLANNED}), target=TrainingState.CANCELLED,
            asks=(Text(name="reason", label=_("理由")),), voids=frozenset({EVERYTHING}), danger=True, clause="6.1",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: TrainingSession(jurisdiction_id=place.id)},
)  # fmt: skip
