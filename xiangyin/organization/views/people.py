"""The organization page and one officer's page."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from xiangyin.organization.models import Officer
from xiangyin.organization.queries.officers import posts_by_officer, serving, tenures_of, unfilled_posts
from xiangyin.organization.queries.units import every_unit, every_village
from xiangyin.organization.rules.officer import SERVING
from xiangyin.organization.terms import Post
from xiangyin.organization.views.rows import officer_columns, officer_row
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.step_offers import offers_for

BORN_HERE = ("organization-officer", "organization-unit", "organization-village")


def organization(request: OfficerRequest) -> HttpResponse:
    """Units, people and posts; the posts that nobody holds come first."""
    held = posts_by_officer(at=request.now)
    people = serving().select_related("account")
    steps = offers_for(request.jurisdiction, request.actor)
    context = {
        "gaps": unfilled_posts(at=request.now),
        "columns": officer_columns(),
        "rows": [officer_row(officer, held.get(officer.id, [])) for officer in people],
        "units": every_unit(),
        "villages": every_village(),
        "steps": [step for step in steps if step.action.startswith(BORN_HERE)],
    }
    return render(request, "organization/organization.html", context)


def officer(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """One officer: the posts held and what the security administrator may change."""
    person = Officer.objects.filter(pk=pk).select_related("account").first()
    if person is None:
        raise Http404
    tenures = list(tenures_of(person.id))
    context = {
        "person": person,
        "steps": offers_for(person, request.actor),
        "tenures": [{"tenure": each, "steps": offers_for(each, request.actor)} for each in tenures],
        "may_invite": Post.SECURITY_ADMIN in request.actor.posts and person.account is None and person.state == SERVING,
    }
    return render(request, "organization/officer.html", context)
