"""What the officers' pages know of a request; `organization.views` fills it in."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.clock.reading import now
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.ledger.stateful import Stateful


class OfficerRequest(HttpRequest):
    """A request of a person who is signed in and serves in a jurisdiction."""

    actor: Actor
    officer: Any
    jurisdiction: Any
    now: datetime
    htmx: HtmxDetails
    mode: str = Mode.ACTUAL
    clock_held: bool = False


def stand_on(request: OfficerRequest, record: Stateful) -> None:
    """Let the page stand in the record's mode and on its timeline: its band, its clocks and the time of its steps.

    A drill runs on a clock of its own that may stand still; a step of a drill must not be late by the actual one.
    """
    request.mode = record.mode
    if record.timeline is not None:
        request.now = now(record.timeline)
        request.clock_held = record.timeline.stopped_at is not None
        request.actor = replace(request.actor, at=request.now)
