"""What people do with the machine's matters: look, join, part, open an event (E1). None of it changes how they grow."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Matter
from xiangyin.monitoring.queries.matters import items_in, neighbours_of
from xiangyin.monitoring.terms import MatterState
from xiangyin.organization.rules.deadlines import GRAVE, length
from xiangyin.organization.rules.powers import WATCHERS, held_by
from xiangyin.organization.rules.sight import of_office
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Choice, Choices, Text
from xiangyin.shared.steps.step import Owed, Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

KNOWN = frozenset({MatterState.KNOWN})
REASON = Text(name="reason", label=_("理由"))


def _look_by(matter: Matter, now: datetime) -> datetime:
    span = length("look_min", matter)
    return now + (span / 2 if matter.colour in GRAVE else span)


LOOK = Owed(kind="matter.look", label=_("研判这件事"), owner=held_by(*WATCHERS), due=_look_by, clause="3.1.3")


def is_news(matter: Matter) -> bool:
    """Whether the suggestion is graver than what a person has looked at already."""
    return matter.colour is not None and (matter.looked_colour is None or matter.colour < matter.looked_colour)


def _absorbed(matter: Matter, _actor: Actor) -> str:
    return str(_("已并入另一事项。")) if matter.absorbed_into_id else ""


def _nothing_to_look_at(matter: Matter, _actor: Actor) -> str:
    return "" if matter.colour else str(_("没有建议级别。"))


def _others(matter: Matter, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.id), f"{each.title}（{each.items}）") for each in neighbours_of(matter)]


def _items(matter: Matter, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(item.id), str(item)) for item in items_in(matter)]


def _single(matter: Matter, _actor: Actor) -> str:
    return str(_("只有一条信息。")) if matter.items <= 1 else ""


def _alone(matter: Matter, _actor: Actor) -> str:
    return "" if neighbours_of(matter) else str(_("没有相近的事项。"))


def _everything(matter: Matter, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    whole = len(answers["items"]) >= matter.items
    return {"items": str(_("不能把全部信息都分出去。"))} if whole else {}


def _looked(matter: Matter, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"looked_colour": matter.colour}


MATTER_STEPS = Steps(
    Matter,
    (
        Step(
            action="look", label=_("已研判，暂不登记事件"), posts=posts(*WATCHERS, Post.VERIFIER, Post.OFFICE_DIRECTOR),
            sources=KNOWN, asks=(REASON,), hides=(_absorbed, _nothing_to_look_at), sets=_looked,
            stops=frozenset({"matter.look"}), clause="3.1.3", help=_("以后级别再升高，会重新提醒。"),
        ),
        Step(
            action="take_up", label=_("已登记为事件"), posts=by_machine, sources=KNOWN, sets=_looked,
            stops=frozenset({"matter.look"}), clause="3.3.1",
        ),
        Step(
            action="join", label=_("与另一事项合并"), posts=posts(*WATCHERS, Post.OFFICE_DIRECTOR), sources=KNOWN,
            asks=(Choice(name="other", label=_("合并"), options=_others), REASON), hides=(_absorbed, _alone), clause="3.1.3",
            help=_("合并后一直有效；新来的信息也照此归并。"),
        ),
        Step(
            action="part", label=_("分出一部分信息"), posts=posts(*WATCHERS, Post.OFFICE_DIRECTOR), sources=KNOWN,
            asks=(Choices(name="items", label=_("分出的信息"), options=_items), REASON), checks=_everything,
            hides=(_absorbed, _single), clause="3.1.3", help=_("分出后一直有效。"),
        ),
    ),
    visible=of_office,
)  # fmt: skip
