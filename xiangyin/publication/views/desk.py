"""The publication desk: papers that wait for a hand, and what is out."""

from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.documents.queries.documents import in_work
from xiangyin.organization.views.gate import for_office
from xiangyin.publication.queries.published import published
from xiangyin.publication.views.rows import paper_columns, paper_row
from xiangyin.shared.web.requests import OfficerRequest


@for_office
def desk(request: OfficerRequest) -> HttpResponse:
    """Papers in work, oldest first, and the newest statements."""
    context = {
        "columns": paper_columns(),
        "rows": [paper_row(paper) for paper in in_work()],
        "published": published(limit=10),
        "place": request.jurisdiction,
    }
    return render(request, "publication/desk.html", context)
