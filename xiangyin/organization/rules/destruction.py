"""Destroying personal data gathered for an event when its response has ended (rights.md 6; 突发事件应对法 84, 85)."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Task
from xiangyin.organization.terms import TaskKind
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ports.outside import Held, outside
from xiangyin.shared.steps.asks import Ask, Choices, Text


def to_destroy(task: Task) -> list[Held]:
    """What goes when the task is reported done; contact data for an answer still owed is not of it."""
    if task.kind != TaskKind.DESTRUCTION or task.event_id is None:
        return []
    return [each for each in outside().held(task.event_id) if not each.is_needed]


def _options(task: Task, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.key_id), each.words) for each in to_destroy(task)]


def _is_of_it(task: Task) -> bool:
    return bool(to_destroy(task))


def unassessed(_task: Task, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    """Keeping needs a written assessment."""
    missing = answers.get("kept") and not answers.get("assessment")
    return (
        {"assessment": str(_("保留个人信息，须写明评估：依据哪一条、为什么非留不可、怎样保证安全。"))}
        if missing
        else {}
    )


def must_be_done(task: Task, _actor: Actor) -> str:
    """The law leaves no choice; what is to be kept is assessed in the report."""
    return str(_("销毁个人信息不能免办；确需保留的，在报结果时写明评估。")) if task.kind == TaskKind.DESTRUCTION else ""


WHAT_IS_KEPT: tuple[Ask, ...] = (
    Choices(
        name="kept", label=_("确需保留的"), options=_options, required=False, needed=_is_of_it,
        help=_("没有勾选的，报结果时立即销毁，不能恢复。尚未答复的诉求，联系方式不在此列，答复后到期自动销毁。"),
    ),
    Text(
        name="assessment", label=_("保留的书面评估"), long=True, required=False, needed=_is_of_it,
        help=_("合法性、必要性、安全性。没有保留的不用填。"),
    ),
)  # fmt: skip
