"""Reports upward go on until the warning is over: each written one starts the clock of the next (process.md 2)."""

from xiangyin.documents.models import Document
from xiangyin.documents.terms import DocumentKind
from xiangyin.shared.obligations.keep import move
from xiangyin.shared.obligations.queries import of_dossier
from xiangyin.shared.steps.follow import start_one
from xiangyin.shared.steps.taken import Taken
from xiangyin.warning.queries.warnings import living
from xiangyin.warning.rules.duties import FOLLOW_UP, report_span
from xiangyin.warning.terms import WarningState

GOES_ON = (DocumentKind.FIRST_REPORT, DocumentKind.FOLLOW_UP)


def await_follow_up(taken: Taken) -> None:
    """Start the clock of the next report when one has been issued and the warning is still in force."""
    paper: Document = taken.subject
    warning = living(paper.event_id) if paper.kind in GOES_ON and paper.event_id else None
    if warning is not None and warning.state == WarningState.ISSUED and FOLLOW_UP.needed(warning):
        start_one(FOLLOW_UP, warning, actor=taken.actor, now=taken.now)


def hasten_follow_up(taken: Taken) -> None:
    """A change of level is reported within the time of a written report, not only at the next fixed hour."""
    soon = taken.now + report_span(taken.subject, "written")
    for owed in of_dossier(taken.subject.event_id).filter(ended_at=None, kind=FOLLOW_UP.kind, due_at__gt=soon):
        move(owed, due_at=soon)
