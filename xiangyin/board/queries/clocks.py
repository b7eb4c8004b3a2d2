"""Clocks as rows of a list."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.organization.terms import Post
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.web.pieces import Cell, Column, Row


def clock_columns() -> list[Column]:
    return [
        Column(_("要办的事"), "main"),
        Column(_("事项")),
        Column(_("由谁办"), phone="hidden"),
        Column(_("时限"), "clock"),
    ]


def clock_rows(obligations: Iterable[Obligation]) -> list[Row]:
    """One row for each obligation, in the order given."""
    return [_row(each) for each in obligations]


def dossier_columns() -> list[Column]:
    """On an event's own page: what is owed, not once more of which event."""
    return [Column(_("要办的事"), "main"), Column(_("由谁办")), Column(_("时限"), "clock")]


def dossier_rows(obligations: Iterable[Obligation], *, event_id: UUID) -> list[Row]:
    """The clocks of an event. Those of its tasks stand beside the tasks."""
    return [_in_dossier(each, event_id) for each in obligations if not each.kind.startswith("task.")]


def _in_dossier(obligation: Obligation, event_id: UUID) -> Row:
    own = obligation.subject_id == event_id or obligation.subject_kind.startswith("warning.")
    note = "" if own else obligation.subject_label
    link = "" if obligation.subject_id == event_id else obligation.link
    return Row(
        [
            Cell(obligation.label, url=link, note=note),
            Cell(owner_words(obligation)),
            Cell(obligation.due_at, done=obligation.ended_at),
        ]
    )


def _row(obligation: Obligation) -> Row:
    cells = [
        Cell(obligation.label, url=obligation.link),
        Cell(obligation.subject_label),
        Cell(owner_words(obligation)),
        Cell(obligation.due_at, done=obligation.ended_at),
    ]
    return Row(cells, key=str(obligation.id))


def owner_words(obligation: Obligation) -> str:
    """Who owes it: the officer's name, or the posts with their unit."""
    if obligation.officer is not None:
        return obligation.officer.name
    posts = "、".join(str(Post(post).label) for post in obligation.posts if post in Post)
    return f"{obligation.unit.name} {posts}" if obligation.unit else posts
