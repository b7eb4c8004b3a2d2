"""Pages for those who may read items; everybody else is told who can help."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from xiangyin.monitoring.rules.reading import may_read_items
from xiangyin.shared.web.requests import OfficerRequest

P = ParamSpec("P")
View = Callable[Concatenate[OfficerRequest, P], HttpResponseBase]


def readers_only(view: View[P]) -> Callable[..., HttpResponseBase]:
    """Administrators, liaisons and unit leads see no items (process.md, who may see what)."""

    @wraps(view)
    def guarded(request: OfficerRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not may_read_items(request.actor):
            return _refused(request)
        return view(request, *args, **kwargs)

    return guarded


def _refused(request: OfficerRequest) -> HttpResponse:
    return render(request, "monitoring/not_yours.html", status=403)
