"""What is owed on a paper in work: finishing the draft, approving, issuing."""

from django.utils.translation import gettext_lazy as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.powers import approving, drafting, issuing, reviewing
from xiangyin.organization.rules.deadlines import after
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.step import Owed


def _drafters(paper: Document) -> Owner:
    """Who drafted it; for a draft of the machine's, whoever may go on from there."""
    return Owner(officer_id=paper.drafted_by_id) if paper.drafted_by_id else Owner(drafting(paper))


def _readers(paper: Document) -> Owner:
    return Owner(reviewing(paper) | approving(paper))


def _issuers(paper: Document) -> Owner:
    return Owner(issuing(paper))


SUBMIT = Owed(kind="document.submit", label=_("写完并送审"), owner=_drafters, due=after("draft_min"), clause="2.2.2")
APPROVE = Owed(
    kind="document.approve", label=_("审核、批准公文"), owner=_readers, due=after("approve_min"), clause="2.2.2"
)
ISSUE = Owed(kind="document.issue", label=_("签发公文"), owner=_issuers, due=after("sign_min"), clause="4.2.1")
