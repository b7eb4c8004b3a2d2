"""Corrections of an event's facts: entries, never silent overwrites; the ledger keeps what stood before."""

from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.family import family_of
from xiangyin.monitoring.queries.matters import further_items
from xiangyin.monitoring.terms import Channel, EventState
from xiangyin.organization.queries.units import village_options
from xiangyin.organization.rules.powers import WATCHERS
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Choice, Choices, Moment, Number, Text, Tick, among
from xiangyin.shared.steps.step import Step, posts

OPEN = frozenset({EventState.LOGGED, EventState.VERIFYING})
WHY = Text(name="reason", label=_("根据什么更正"))

MOST_FURTHER = 50


def _further(event: Event, _actor: Actor) -> list[tuple[str, str]]:
    found = further_items(family_of(event.id))[:MOST_FURTHER]
    return [(str(item.id), item.said[:80]) for item in found]


def _nothing_further(event: Event, _actor: Actor) -> str:
    return "" if further_items(family_of(event.id)).exists() else str(_("没有后来的信息。"))


FURTHER_CALL: Step[Event] = Step(
    action="add_call", label=_("登记补充来电"), posts=posts(*WATCHERS, MACHINE_POST), sources=OPEN,
    asks=(
        Text(name="call_title", label=_("谁来电、说什么"), max_chars=120),
        Text(name="call_text", label=_("内容"), long=True),
        Choice(name="call_channel", label=_("来源"), options=among(Channel.choices)),
    ),
    clause="3.1.1", help=_("同一件事的又一个来电；人数等事实有变的，请再“更正事实”。"),
)  # fmt: skip

FURTHER_ITEMS: Step[Event] = Step(
    action="add_items", label=_("补入后来的信息"), posts=posts(*WATCHERS, Post.VERIFIER, Post.OFFICE_DIRECTOR), sources=OPEN,
    asks=(Choices(name="items", label=_("归入本事件的信息"), options=_further),), hides=(_nothing_further,),
    clause="3.1.1", help=_("机器归并到同一事项、还没有归入任何事件的信息。"),
)  # fmt: skip

CORRECTIONS: tuple[Step[Event], ...] = (
    FURTHER_CALL,
    FURTHER_ITEMS,
    Step(
        action="correct", label=_("更正事实"), posts=posts(*WATCHERS, Post.VERIFIER, Post.OFFICE_DIRECTOR), sources=OPEN,
        asks=(
            Text(name="title", label=_("标题"), max_chars=120),
            Choice(name="village_id", label=_("村（社区）"), options=village_options, required=False),
            Text(name="place", label=_("具体地点"), max_chars=200, required=False),
            Number(name="affected", label=_("受影响人数"), unit=_("人"), required=False),
            Moment(name="occurred_at", label=_("发生时间"), required=False),
            Tick(name="is_sensitive", label=_("涉及未成年人、病人或敏感地点、时间")),
            WHY,
        ),
        writes=("title", "village_id", "place", "affected", "occurred_at", "is_sensitive"), clause="1.3.5",
    ),
)  # fmt: skip
