"""Who stands where in a case: who leads it, who investigates, whom it concerns; nobody on two sides."""

from django.utils.translation import gettext_lazy as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.queries.cases import LEADING, cases_for
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import ANYONE, Actor, Seat
from xiangyin.shared.obligations.keep import Owner


def anyone(_case: Case) -> frozenset[Seat]:
    return frozenset({ANYONE})


def is_concerned(case: Case, actor: Actor) -> bool:
    """Whether the case is of this officer, or of a unit that the officer leads."""
    if case.officer_id is not None:
        return actor.officer_id == case.officer_id
    return Seat(Post.UNIT_LEAD, case.unit_id) in actor.seats


def is_investigator(case: Case, actor: Actor) -> bool:
    return actor.officer_id in (case.investigator_id, case.second_id)


def sees(case: Case, actor: Actor) -> bool:
    """Parties only; whom it concerns, once told."""
    if is_concerned(case, actor):
        return case.told_at is not None
    return bool(actor.posts & LEADING) or is_investigator(case, actor)


def concerned_owner(case: Case) -> Owner:
    if case.officer_id is not None:
        return Owner(officer_id=case.officer_id)
    return Owner(frozenset({Seat(Post.UNIT_LEAD, case.unit_id)}))


def not_concerned(case: Case, actor: Actor) -> str:
    return "" if is_concerned(case, actor) else str(_("只有当事人本人能办理。"))


def concerned(case: Case, actor: Actor) -> str:
    return str(_("当事人不能办理自己的案件，请回避。")) if is_concerned(case, actor) else ""


def not_an_investigator(case: Case, actor: Actor) -> str:
    return "" if is_investigator(case, actor) else str(_("只有两名调查人员能办理。"))


def investigates(case: Case, actor: Actor) -> str:
    """Who gathered the facts does not record what is made of them."""
    return str(_("调查和审理要分开：调查人员不能登记决定。")) if is_investigator(case, actor) else ""


def sees_cases(actor: Actor) -> bool:
    """Whether there is a door: for those who lead, for the auditor, and for who is a party to a case. One query."""
    return bool(actor.posts & (LEADING | {Post.AUDITOR})) or cases_for(actor).exists()
