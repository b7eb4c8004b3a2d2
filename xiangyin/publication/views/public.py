"""The public pages: no login, only what is signed and issued; corrections stay in sight (1.3.4, 4.2.1)."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from xiangyin.organization.models import Jurisdiction
from xiangyin.publication.queries.published import published, published_one
from xiangyin.publication.views.feed import atom
from xiangyin.shared.access.tenancy import within


@login_not_required
def townships(request: HttpRequest) -> HttpResponse:
    """Every township served here; with one only, its own page."""
    places = list(Jurisdiction.objects.order_by("code"))
    if len(places) == 1:
        return redirect("publication:statements", code=places[0].code)
    return render(request, "publication/townships.html", {"places": places})


@login_not_required
def statements(request: HttpRequest, code: str) -> HttpResponse:
    """A township's statements, the newest first."""
    place = _place(code)
    with within(place.id):
        shown = published()
    return render(request, "publication/statements.html", {"place": place, "statements": shown})


@login_not_required
def statement(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """One statement with its signature, and what corrects it."""
    place = _place(code)
    with within(place.id):
        found = published_one(pk)
        if found is None:
            raise Http404
        related = [each for key in (found.corrects, *found.corrected_by) if key and (each := published_one(key))]
    return render(request, "publication/statement.html", {"place": place, "statement": found, "related": related})


@login_not_required
def feed(request: HttpRequest, code: str) -> HttpResponse:
    """The same as an Atom feed (RFC 4287): a correction or withdrawal keeps the id and raises `updated`."""
    place = _place(code)
    with within(place.id):
        shown = published()
    return HttpResponse(atom(request, place, shown), content_type="application/atom+xml; charset=utf-8")


def _place(code: str) -> Jurisdiction:
    place = Jurisdiction.objects.filter(code=code).first()
    if place is None:
        raise Http404
    return place
