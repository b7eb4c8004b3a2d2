"""The publication desk: papers that wait for a hand, what is out, and the day's bulletin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from xiangyin.documents.queries.documents import in_work
from xiangyin.documents.rules.asked import may_draft
from xiangyin.documents.terms import DocumentKind
from xiangyin.organization.views.gate import for_office
from xiangyin.publication.operations.draft_bulletin import draft_bulletin
from xiangyin.publication.queries.published import published
from xiangyin.publication.views.rows import paper_columns, paper_row
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_commands import command_id


@for_office
def desk(request: OfficerRequest) -> HttpResponse:
    """Papers in work, oldest first, and the newest statements."""
    context = {
        "columns": paper_columns(),
        "rows": [paper_row(paper) for paper in in_work()],
        "published": published(limit=10),
        "place": request.jurisdiction,
        "drafts_bulletin": may_draft(DocumentKind.BULLETIN, request.actor),
        "command": str(uuid7()),
    }
    return render(request, "publication/desk.html", context)


@require_POST
@for_office
def bulletin(request: OfficerRequest) -> HttpResponse:
    """Draft the bulletin of the last day and go on to it."""
    try:
        paper = draft_bulletin(command_id=command_id(request), actor=request.actor, now=request.now)
    except (StepRefusedError, AnswersInvalidError) as refused:
        messages.error(request, str(refused))
        return redirect("publication:desk")
    return redirect(paper.get_absolute_url())
