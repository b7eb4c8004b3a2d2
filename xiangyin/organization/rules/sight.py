"""Who may see what (process.md). A post opens a kind of page; the rest of the office does not exist for it."""

from typing import Any

from xiangyin.organization.terms import ADMINISTRATORS, UNIT_POSTS, Post
from xiangyin.shared.access.actor import Actor

OFFICE_READERS = frozenset(Post) - ADMINISTRATORS - UNIT_POSTS  # the auditor too: reads everything, each look logged
LEDGER_READERS = OFFICE_READERS | {Post.AUDIT_ADMIN}


def sees_office(actor: Actor) -> bool:
    """Whether the officer sees the office's desk: items, events, papers, clocks of everybody."""
    return bool(actor.posts & OFFICE_READERS)


def sees_ledger(actor: Actor) -> bool:
    return bool(actor.posts & LEDGER_READERS)


def everybody(_actor: Actor) -> bool:
    return True


def only_reads(actor: Actor) -> bool:
    """Whether the officer is here to audit: each look is logged (rights.md 8)."""
    return actor.posts <= {Post.AUDITOR} and bool(actor.posts)


def in_unit(unit_id: Any, actor: Actor) -> bool:
    """Whether the officer leads the unit or is its liaison."""
    return any(seat.post in UNIT_POSTS and seat.unit_id == unit_id for seat in actor.seats)


def of_office(_record: Any, actor: Actor) -> bool:
    """Records that the office alone sees."""
    return sees_office(actor)


def of_office_or_unit(record: Any, actor: Actor) -> bool:
    """Records that the unit they were given to sees as well."""
    return sees_office(actor) or in_unit(record.unit_id, actor)
