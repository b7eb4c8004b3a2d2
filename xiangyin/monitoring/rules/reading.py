"""Who may read items (process.md, who may see what): those who watch, judge and lead, and the auditor."""

from xiangyin.organization.rules.powers import STAFF
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import MACHINE_POST, Actor

READERS = frozenset({*STAFF, Post.PUBLICITY, Post.AUDITOR, MACHINE_POST})


def may_read_items(actor: Actor) -> bool:
    """Administrators, liaisons and unit leads see no items: their own tasks and cards tell what they need."""
    return bool(actor.posts & READERS)
