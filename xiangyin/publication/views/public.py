"""The public pages: no login, only what is signed and issued; corrections stay in sight (1.3.4, 4.2.1)."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.organization.models import Jurisdiction
from xiangyin.publication.queries.published import published, published_one, published_page
from xiangyin.publication.views.feed import atom
from xiangyin.publication.views.pieces import in_the_list, on_its_page
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.web.paging import page_piece
from xiangyin.shared.web.pieces import Band


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
        papers, page = published_page(request.GET.get("page"))
        shown = [in_the_list(paper, place) for paper in papers]
    return render(
        request, "publication/statements.html", _frame(place) | {"statements": shown, "page": page_piece(page)}
    )


@login_not_required
def statement(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """One statement with its signature, and what corrects it."""
    place = _place(code)
    with within(place.id):
        found = published_one(pk)
        if found is None:
            raise Http404
        corrected = published_one(found.corrects) if found.corrects else None
        context = {"paper": found, "statement": on_its_page(found, place), "corrected": corrected}
    return render(request, "publication/statement.html", _frame(place) | context)


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


def _frame(place: Jurisdiction) -> dict[str, Any]:
    """What web/public_base.html wants; a demonstration says on every page that it is one."""
    band = Band(_("演示数据，人物与事件均为虚构。"), "demonstration") if place.is_demonstration else None
    feed_url = reverse("publication:feed", args=[place.code])
    return {"place": place, "place_name": place.name, "feed_url": feed_url, "band": band}
