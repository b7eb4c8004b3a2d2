"""Clocks as rows of a list."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.organization.terms import Post
from xiangyin.shared.clock.reading import now as moment_on
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import mode_words


def clock_columns() -> list[Column]:
    return [
        Column(_("要办的事"), "main"),
        Column(_("事项")),
        Column(_("由谁办"), phone="hidden"),
        Column(_("时限"), "clock"),
    ]


def clock_rows(obligations: Iterable[Obligation], *, now: datetime) -> list[Row]:
    """One row for each obligation, in the order given. `now` is the moment that the page stands at."""
    return [_row(each, now) for each in obligations]


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


def _row(obligation: Obligation, now: datetime) -> Row:
    cells = [
        Cell(obligation.label, url=obligation.link, note=mode_words(obligation.mode)),
        Cell(obligation.subject_label),
        Cell(owner_words(obligation)),
        Cell(_due_here(obligation, now), done=obligation.ended_at),
    ]
    return Row(cells, key=str(obligation.id))


def _due_here(obligation: Obligation, now: datetime) -> datetime:
    """The due time as the page's clock counts: a drill's clock may be behind the actual one, or stand still."""
    if obligation.timeline is None or obligation.ended_at is not None:
        return obligation.due_at
    return now + (obligation.due_at - moment_on(obligation.timeline))


def owner_words(obligation: Obligation) -> str:
    """Who owes it: the officer's name, or the posts with their unit."""
    if obligation.officer is not None:
        return obligation.officer.name
    posts = "、".join(str(Post(post).label) for post in obligation.posts if post in Post)
    return f"{obligation.unit.name} {posts}" if obligation.unit else posts
