"""What the officers' pages know of a request; `organization.views` fills it in."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from xiangyin.shared.access.actor import Actor


class OfficerRequest(HttpRequest):
    """A request of a person who is signed in and serves in a jurisdiction."""

    actor: Actor
    officer: Any
    jurisdiction: Any
    now: datetime
    htmx: HtmxDetails
