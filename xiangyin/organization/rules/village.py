"""Villages and communities after the first day (1.2): added, renamed, abolished or merged by the system administrator."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.organization.models import Village
from xiangyin.organization.queries.units import villages
from xiangyin.organization.rules.roll import (
    BASIS,
    CODE,
    FIRST,
    IN_USE,
    NAME,
    NEW_NAME,
    RETIRED,
    SYSTEM,
    Names,
    badly_named,
    name_is_taken,
    next_code,
    renamed,
    restored,
    retired,
)  # fmt: skip
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Choice, Text
from xiangyin.shared.steps.step import Step
from xiangyin.shared.steps.table import Steps

KIND = Text(name="kind", label=_("类别"), max_chars=20, masked=False, help=_("村、社区，或林场、农场等。"))
ALIASES = Names(
    name="aliases", label=_("俗称"), known=lambda village: "、".join(village.aliases),
    help=_("人们平时怎么叫，用顿号隔开；信息按这些名称认出地点。"),
)  # fmt: skip


def _others(village: Village, _actor: Actor) -> list[tuple[str, str]]:
    return [(str(each.id), each.name) for each in villages() if each.id != village.id]


def _added(village: Village, _actor: Actor, _now: datetime) -> dict[str, Any]:
    prefix = f"{village.jurisdiction.code[:9]:0<9}"
    return {} if village.code else {"code": next_code(village, prefix, 3)}


VILLAGE_STEPS = Steps(
    Village,
    (
        Step(
            action="add", label=_("增加村或社区"), posts=FIRST, target=IN_USE, asks=(NAME, KIND, ALIASES, CODE),
            checks=badly_named, writes=("name", "kind", "aliases", "code"), sets=_added, clause="1.2",
        ),
        Step(
            action="rename", label=_("村或社区改名"), posts=SYSTEM, sources=frozenset({IN_USE}), asks=(NEW_NAME, BASIS),
            checks=badly_named, writes=("name",), sets=renamed, clause="1.2",
            help=_("原名保留；人们用原名说的，仍认得出是这里。"),
        ),
        Step(
            action="describe", label=_("改类别和俗称"), posts=SYSTEM, sources=frozenset({IN_USE}), asks=(KIND, ALIASES),
            writes=("kind", "aliases"), clause="1.2",
        ),
        Step(
            action="retire", label=_("撤并村或社区"), posts=SYSTEM, sources=frozenset({IN_USE}), target=RETIRED, danger=True,
            asks=(
                Choice(
                    name="successor_id", label=_("并入"), options=_others, required=False,
                    help=_("选了的，今后说到它的名称，算作并入的这个村。"),
                ),
                BASIS,
            ),
            writes=("successor_id",), sets=retired, clause="1.2", help=_("撤并后登记事件不再能选；原来的记录都还在。"),
        ),
        Step(
            action="restore", label=_("恢复村或社区"), posts=SYSTEM, sources=frozenset({RETIRED}), target=IN_USE, asks=(BASIS,),
            refuses=(name_is_taken,), sets=restored, clause="1.2",
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Village(jurisdiction_id=place.id)},
)  # fmt: skip
