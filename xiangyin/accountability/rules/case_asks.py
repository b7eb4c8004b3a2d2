"""What is asked in a case. No answer is offered where a body has to decide: it is written as that body decided."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.queries.entries import entry_options
from xiangyin.accountability.terms import DecidedHow, Heard
from xiangyin.organization.models import Tenure
from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.queries.units import unit_options
from xiangyin.organization.terms import TenureState
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Ask, Attachment, Choice, Choices, Text, among

REASON = Text(name="reason", label=_("理由"))
ENTRIES = Choices(
    name="entries", label=_("事实（取自台账）"), options=entry_options,
    help=_("事实只能从台账中选，不能自己写；编号和摘要一并抄录。"),
)  # fmt: skip
INVESTIGATORS: tuple[Ask, ...] = (
    Choice(name="investigator_id", label=_("调查人员"), options=lambda _case, _actor: officer_options()),
    Choice(
        name="second_id", label=_("另一名调查人员"), options=lambda _case, _actor: officer_options(),
        help=_("两人调查；当事人、与本案有利害关系的人回避。"),
    ),
)  # fmt: skip
OPENED: tuple[Ask, ...] = (
    Choice(
        name="officer_id", label=_("当事人"), options=lambda _case, _actor: officer_options(), required=False,
        help=_("个人和单位只选一项。"),
    ),
    Choice(name="unit_id", label=_("当事单位"), options=unit_options, required=False),
    Text(name="issue", label=_("涉及什么职责"), max_chars=200, help=_("哪一项职责没有履行；不写结论。")),
    Text(name="basis", label=_("依据"), max_chars=300, help=_("制度、法规的名称和条款。")),
    ENTRIES,
    *INVESTIGATORS,
)  # fmt: skip
NOT_HEAVIER = Choices(
    name="not_heavier", label=_("核对"), every=True,
    options=among((("confirmed", _("没有因为当事人陈述、申辩或者申请复审而加重")),)),
)  # fmt: skip


def _stated(case: Any) -> bool:
    return case.heard in (Heard.OWN, Heard.RECORDED)


DECISION: tuple[Ask, ...] = (
    Text(name="body", label=_("作出决定的机关"), max_chars=120, help=_("依法有权作出这一决定的机关全称。")),
    Choice(name="decided_how", label=_("决定方式"), options=among(DecidedHow.choices)),
    Text(name="decision", label=_("决定内容"), long=True, max_chars=5000, masked=False, help=_("照决定原文抄录。")),
    Text(name="decision_basis", label=_("决定依据"), max_chars=300),
    Text(
        name="on_statement", label=_("陈述、申辩的采纳情况"), long=True, needed=_stated, masked=False,
        help=_("成立的予以采纳；不采纳的，说明理由。"),
    ),
    NOT_HEAVIER,
    Attachment(name="paper", label=_("决定书扫描件"), personal=True),
)  # fmt: skip
REVIEW: tuple[Ask, ...] = (
    Text(name="review_body", label=_("复审的机关"), max_chars=120),
    Text(name="review_outcome", label=_("复审结果"), long=True, max_chars=5000, masked=False),
    Text(name="review_basis", label=_("依据"), max_chars=300),
    NOT_HEAVIER,
    Attachment(name="paper", label=_("复审决定书扫描件"), personal=True),
)
# Word for word: a statement is not masked, it belongs to who made it and is read by the parties only.
STATEMENT = Text(
    name="statement", label=_("陈述、申辩"), long=True, max_chars=20000, masked=False, help=_("原话记录，不作改动。")
)


def one_concerned(_case: Case, answers: Mapping[str, Any], actor: Actor) -> dict[str, str]:
    """One person or one unit; two investigators, of whom neither is that person."""
    errors = {}
    if bool(answers["officer_id"]) == bool(answers["unit_id"]):
        errors["officer_id"] = str(_("个人和单位选一项，也只选一项。"))
    if answers["officer_id"] and answers["officer_id"] == str(actor.officer_id):
        errors["officer_id"] = str(_("不能办理自己的案件，请回避。"))
    return errors | _two_strangers(answers, officer_id=answers["officer_id"], unit_id=answers["unit_id"])


def replaced(case: Case, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    return _two_strangers(answers, officer_id=str(case.officer_id or ""), unit_id=str(case.unit_id or ""))


def _two_strangers(answers: Mapping[str, Any], *, officer_id: str, unit_id: str) -> dict[str, str]:
    """Errors unless two different persons are named, neither the one concerned nor in a post of the unit concerned."""
    if answers["investigator_id"] == answers["second_id"]:
        return {"second_id": str(_("须由两个人调查。"))}
    near = {officer_id} | _people_of(unit_id)
    named = [name for name in ("investigator_id", "second_id") if answers[name] in near]
    return {name: str(_("当事人、当事单位的人不能调查本案，请回避。")) for name in named}


def _people_of(unit_id: str) -> set[str]:
    held = Tenure.objects.filter(unit_id=unit_id, state=TenureState.HELD) if unit_id else Tenure.objects.none()
    return {str(officer_id) for officer_id in held.values_list("officer_id", flat=True)}
