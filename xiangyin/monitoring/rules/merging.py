"""Merge, unmerge and split of events by hand (process.md 1: E13, E14, E16). Nothing is deleted: a pointer is left."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.events import event as find
from xiangyin.monitoring.queries.events import items_of
from xiangyin.monitoring.queries.family import survivors
from xiangyin.monitoring.terms import EventState
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.queries import of_dossier, of_subject
from xiangyin.shared.obligations.queries import blocking
from xiangyin.shared.steps.asks import Choice, Choices, Text
from xiangyin.shared.steps.step import Step, posts

LOGGED, VERIFYING, MERGED = EventState.LOGGED, EventState.VERIFYING, EventState.MERGED
DIRECTOR = posts(Post.OFFICE_DIRECTOR)
REASON = Text(name="reason", label=_("理由"))


def _into(event: Event, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.pk), str(each)) for each in survivors(event)]


def _alone(event: Event, _actor: Actor) -> str:
    return "" if survivors(event) else str(_("没有其他办理中的事件。"))


def _is_handled(event: Event, _actor: Actor) -> str:
    """What is already being responded to is the one that stays."""
    handled = blocking("merge", dossier_id=event.id)
    return str(_("正在响应或善后的事件不能并入别的事件；请把另一件并入它。")) if handled else ""


def _milder(event: Event, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    """The higher level wins: it is the milder event that is merged into the graver."""
    survivor = find(answers["merged_into_id"])
    graver = survivor is not None and _gravity(event) > _gravity(survivor)
    return {"merged_into_id": str(_("这一件级别更高，请把另一件并入它。"))} if graver else {}


def _gravity(event: Event) -> int:
    """How grave the ledger last called it: 4 red … 1 blue, 0 not graded."""
    told = of_dossier(event.id).filter(subject_kind="warning.earlywarning").exclude(level="").last()
    return ("blue", "yellow", "orange", "red").index(told.level) + 1 if told else 0


def _over(_event: Event, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": now}


def _back(_event: Event, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"merged_into_id": None, "ended_at": None}


def _issued_since(event: Event, _actor: Actor) -> str:
    merge = of_subject(event.id).filter(action="merge").last()
    if merge is None or event.merged_into_id is None:
        return ""
    if not of_dossier(event.merged_into_id).filter(action="issue", number__gt=merge.number).exists():
        return ""
    return str(_("并入之后，保留的事件已经发布过预警或公文，不能撤销合并；请用“拆分”。"))


def _was_taken(event: Event, _actor: Actor) -> str:
    return str(_("并入前已经接手。")) if event.taken_at else ""


def _was_not_taken(event: Event, _actor: Actor) -> str:
    return "" if event.taken_at else str(_("并入前还没有接手。"))


def _items(event: Event, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(item.id), f"{item.title} {item.text[:30]}".strip()) for item in items_of(event.id)]


def _tasks(event: Event, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(task.id), task.title) for task in tasks_of_event(event.id)]


def _nothing_left(event: Event, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    everything = len(answers["items"]) == len(items_of(event.id))
    return {"items": str(_("不能把全部信息都拆出去。"))} if everything else {}


def _single(event: Event, _actor: Actor) -> str:
    return str(_("只有一条信息，无从拆分。")) if len(items_of(event.id)) <= 1 else ""


MERGING: tuple[Step[Event], ...] = (
    Step(
        action="merge", label=_("并入另一事件"), posts=DIRECTOR, sources=frozenset({LOGGED, VERIFYING}), target=MERGED,
        asks=(Choice(name="merged_into_id", label=_("并入"), options=_into), REASON), checks=_milder, hides=(_alone,),
        refuses=(_is_handled,), writes=("merged_into_id",), sets=_over, danger=True, clause="3.1.3",
        help=_("信息、诉求和任务都归到保留的事件，时限取更早的；本事件的台账保留，可以撤销合并。"),
    ),
    Step(
        action="unmerge", label=_("撤销合并"), posts=DIRECTOR, sources=frozenset({MERGED}), target=VERIFYING, asks=(REASON,),
        hides=(_was_not_taken,), refuses=(_issued_since,), sets=_back, clause="3.1.3",
    ),
    Step(
        action="unmerge_untaken", label=_("撤销合并"), posts=DIRECTOR, sources=frozenset({MERGED}), target=LOGGED,
        asks=(REASON,), hides=(_was_taken,), refuses=(_issued_since,), sets=_back, clause="3.1.3",
    ),
    Step(
        action="split", label=_("拆分出新事件"), posts=DIRECTOR, sources=frozenset({VERIFYING}), clause="3.1.3",
        asks=(
            Text(name="new_title", label=_("新事件的标题"), max_chars=120),
            Choices(name="items", label=_("归新事件的信息"), options=_items),
            Choices(name="tasks", label=_("归新事件的任务"), options=_tasks, required=False),
            REASON,
        ),
        checks=_nothing_left, hides=(_single,), danger=True,
    ),
)  # fmt: skip
