"""Who is at the screen: the officer, the posts held now, the jurisdiction; one transaction per request as that tenant."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from xiangyin.organization.models import Officer
from xiangyin.organization.queries.officers import actor_for
from xiangyin.organization.queries.service import services_of
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.clock.reading import now

SERVER_ERROR = 500
CHOSEN = "jurisdiction"


class OfficerMiddleware:
    """Sets `officer`, `actor`, `jurisdiction` and `now` on the request. Without a login no tenant's row can be seen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.now = now()  # type: ignore[attr-defined]
        jurisdiction_id = self._jurisdiction(request)
        with within(jurisdiction_id):
            if jurisdiction_id is not None:
                self._identify(request)
            response = self.get_response(request)
            if response.status_code >= SERVER_ERROR:
                transaction.set_rollback(True)  # Django has made a page of the exception: nothing half done stays
        return response

    def process_view(self, request: HttpRequest, view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        """An account without an officer here may only go out again."""
        if not getattr(view, "login_required", True) or not request.user.is_authenticated or hasattr(request, "actor"):
            return None
        return render(request, "organization/nowhere.html", status=403)

    def _jurisdiction(self, request: HttpRequest) -> UUID | None:
        if not request.user.is_authenticated:
            return None
        services = services_of(request.user.pk)
        chosen = request.session.get(CHOSEN)
        ids = [str(each.jurisdiction_id) for each in services]
        if chosen in ids:
            return UUID(chosen)
        return services[0].jurisdiction_id if services else None

    def _identify(self, request: HttpRequest) -> None:
        officer = Officer.objects.select_related("jurisdiction").get(account_id=request.user.pk)
        request.officer = officer  # type: ignore[attr-defined]
        request.jurisdiction = officer.jurisdiction  # type: ignore[attr-defined]
        request.actor = actor_for(officer, at=request.now)  # type: ignore[attr-defined]
