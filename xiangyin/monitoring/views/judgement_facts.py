"""What the engine says of one item, in words."""

from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Judgement
from xiangyin.monitoring.queries.matters import judgement_of
from xiangyin.shared.web.pieces import Fact

HARM = {"deaths": "死亡", "injured": "受伤", "missing": "失踪", "affected": "受影响"}


def judgement_facts(item_id: UUID) -> list[Fact]:
    """The judgement as facts; empty while the item waits. One query."""
    said = judgement_of(item_id)
    if said is None:
        return []
    copy = [Fact(_("重复"), _("与另一条相同"), url=said.duplicate_of.get_absolute_url())] if said.duplicate_of else []
    return [
        Fact(_("归入事项"), str(said.matter), url=said.matter.get_absolute_url()),
        *copy,
        Fact(_("辖区"), _("本辖区") if said.in_scope else _("不在本辖区")),
        Fact(_("地点"), _places(said)),
        Fact(_("领域"), said.topic.replace("/", " › ") or _("没有认出")),
        Fact(_("对口单位"), said.unit.name if said.unit else _("没有对上")),
        Fact(_("人员伤害"), _harm(said)),
        Fact(_("诉求"), said.get_demand_display() or _("没有认出")),
        Fact(_("语气"), said.get_emotion_display() or _("没有认出")),
        Fact(_("说话的样子"), said.get_stance_display()),
    ]


def _places(said: Judgement) -> str:
    """Each place with the words that named it and why it is taken for that village; of an erased item the place alone."""
    return "；".join(map(_place, said.places)) or _("没有提到")


def _place(place: dict[str, str]) -> str:
    name = place["name"] or _("认不准")
    return f"{name}（“{place['matched']}”，{place['reason']}）" if "matched" in place else name


def _harm(said: Judgement) -> str:
    told = [f"{_(label)} {said.harm[name]}" for name, label in HARM.items() if name in said.harm]
    denied = [_("原文否认有伤害")] if said.harm.get("denied") else []
    return "，".join([*told, *denied]) or _("没有提到")
