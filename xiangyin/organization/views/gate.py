"""Pages open only to whom they concern."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase

from xiangyin.organization.rules.sight import sees_ledger, sees_office
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.web.requests import OfficerRequest

View = Callable[..., HttpResponseBase]


def open_to(sees: Callable[[Actor], bool]) -> Callable[[View], View]:
    """Let only those through whose posts see such pages; the others get a plain word (403)."""

    def gated(view: View) -> View:
        @wraps(view)
        def through_the_gate(request: OfficerRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            if not sees(request.actor):
                raise PermissionDenied
            return view(request, *arguments, **named)

        return through_the_gate

    return gated


for_office, for_ledger = open_to(sees_office), open_to(sees_ledger)
