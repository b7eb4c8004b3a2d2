"""Whose hands a paper of its kind has to pass through."""

from xiangyin.documents.models import Document
from xiangyin.documents.rules.kinds import KINDS, approvers
from xiangyin.organization.rules.sight import sees_office
from xiangyin.shared.access.actor import Actor, Seat


def drafting(paper: Document) -> frozenset[Seat]:
    return _seats(KINDS[paper.kind].drafters)


def reviewing(paper: Document) -> frozenset[Seat]:
    return _seats(KINDS[paper.kind].reviewers)


def approving(paper: Document) -> frozenset[Seat]:
    return _seats(approvers(paper.kind, paper.colour))


def issuing(paper: Document) -> frozenset[Seat]:
    return _seats(KINDS[paper.kind].issuers)


def seen_by(paper: Document, actor: Actor) -> bool:
    """The office sees every paper, a drafter outside it the own one."""
    return sees_office(actor) or paper.drafted_by_id == actor.officer_id


def _seats(posts: tuple[str, ...]) -> frozenset[Seat]:
    return frozenset(map(Seat, posts))
