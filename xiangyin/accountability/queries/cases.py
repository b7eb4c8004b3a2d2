"""Reading cases: only through who asks. Nothing here counts, sums or orders by person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from xiangyin.accountability.models import Case, LedgerFact
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import LedgerEntry

LEADING = frozenset({Post.SUPERVISOR, Post.HEAD})


def concerned_by(actor: Actor) -> Q:
    """Cases of the officer, or of a unit that the officer leads."""
    units = [seat.unit_id for seat in actor.seats if seat.post == Post.UNIT_LEAD and seat.unit_id]
    return Q(officer_id=actor.officer_id) | Q(unit_id__in=units)


def cases_for(actor: Actor) -> QuerySet[Case]:
    """Cases that the officer is a party to, the newest first; those concerned come in once they have been told."""
    parties = Q() if actor.posts & LEADING else Q(investigator_id=actor.officer_id) | Q(second_id=actor.officer_id)
    others, own = parties & ~concerned_by(actor), concerned_by(actor) & Q(told_at__isnull=False)
    rows = Case.objects.filter(others | own).select_related("officer", "unit", "investigator", "second")
    return rows.order_by("-opened_at", "id")


def case_for(case_id: UUID, actor: Actor) -> Case | None:
    """The case, or None: for who is no party it does not exist."""
    return cases_for(actor).select_related("about_event", "about_task").filter(pk=case_id).first()


@dataclass(frozen=True, slots=True)
class Shell:
    """What an auditor sees of a case: that it exists, and how far it is."""

    number: str
    state: str
    state_name: str
    opened_at: datetime


def shells() -> list[Shell]:
    """Every case from outside, the newest first. One query."""
    rows = Case.objects.order_by("-opened_at", "id")
    return [Shell(each.number, each.state, each.get_state_display(), each.opened_at) for each in rows]


def next_number(jurisdiction_id: UUID, *, now: datetime) -> str:
    """The next number, 问责〔2026〕3号; safe under the ledger's head lock."""
    series = f"问责〔{now.astimezone(ZoneInfo('Asia/Shanghai')).year}〕"
    given = Case.objects.filter(jurisdiction_id=jurisdiction_id, number__startswith=series).count()
    return f"{series}{given + 1}号"


@dataclass(frozen=True, slots=True)
class ProvenFact:
    """A copied fact, and whether the ledger still says the same."""

    fact: LedgerFact
    holds: bool


def facts_of(case_id: UUID) -> list[ProvenFact]:
    """The facts of a case in the order of the ledger, each compared with its entry. Two queries."""
    facts = list(LedgerFact.objects.filter(case_id=case_id).order_by("entry_number"))
    numbers = [fact.entry_number for fact in facts]
    hashes = dict(LedgerEntry.objects.filter(number__in=numbers).values_list("number", "hash"))
    return [ProvenFact(fact, hashes.get(fact.entry_number) == fact.entry_hash) for fact in facts]
