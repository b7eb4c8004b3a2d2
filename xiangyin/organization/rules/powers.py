"""Posts named often, and the owners of obligations made of them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Seat
from xiangyin.shared.obligations.keep import Owner

WATCHERS = (Post.MONITOR, Post.DUTY_OFFICER)
LEADERS = (Post.HEAD, Post.DEPUTY_HEAD)
STAFF = (*WATCHERS, Post.VERIFIER, Post.OFFICE_DIRECTOR, *LEADERS, Post.SHIFT_LEAD)


def held_by(*posts: str) -> Callable[[Any], Owner]:
    """The owner is whoever holds one of these posts."""
    owner = Owner(frozenset(map(Seat, posts)))
    return lambda _subject: owner


def of_unit(unit_id: UUID) -> frozenset[Seat]:
    """The lead and the liaison of a unit."""
    return frozenset({Seat(Post.UNIT_LEAD, unit_id), Seat(Post.LIAISON, unit_id)})
