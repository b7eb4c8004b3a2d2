"""The daily bulletin, drafted from the records at a press of a button: a person goes on from there (3.1.3)."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.documents.terms import DocumentKind
from xiangyin.publication.queries.bulletin import bulletin_text
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.web.wording import moment_full


def draft_bulletin(*, command_id: UUID, actor: Actor, now: datetime) -> Document:
    """Open a draft with the last day's numbers.

    :raises StepRefusedError: the officer's posts draft no papers.
    :raises AnswersInvalidError: the officer's posts draft other papers, but no bulletin.
    """
    paper = Document(jurisdiction_id=actor.jurisdiction_id, body=bulletin_text(actor.jurisdiction_id, now=now))
    title = _("舆情日报（截至%(moment)s）") % {"moment": moment_full(now)}
    command = Command(id=command_id, answers={"kind": DocumentKind.BULLETIN, "title": title})
    return open_record(DOCUMENT_STEPS, "draft", paper, actor=actor, command=command, now=now)
