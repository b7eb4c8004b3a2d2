"""Today: what is new, what is late, who answers, what is missing. The page for three in the morning."""

from typing import Literal

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.board.queries.clocks import clock_columns, clock_rows
from xiangyin.board.queries.event_rows import event_columns, event_rows
from xiangyin.monitoring.queries.events import live
from xiangyin.organization.queries.duty import answering_shift
from xiangyin.organization.queries.officers import unfilled_posts
from xiangyin.organization.rules.sight import sees_office
from xiangyin.shared.clock.heartbeat import CLOCK, DUMP, PURGE, silent_since
from xiangyin.shared.obligations.queries import in_sight, unheard, waiting_for
from xiangyin.shared.outbox.queries import unanswered
from xiangyin.shared.web.pieces import Link, Stat
from xiangyin.shared.web.requests import OfficerRequest

MOST_CLOCKS = 12


def today(request: OfficerRequest) -> HttpResponse:
    """The board of the office. Who has no desk there is shown what waits for them."""
    if not sees_office(request.actor):
        return redirect("board:mine")
    clocks = in_sight().select_related("officer", "unit")
    late = clocks.filter(due_at__lt=request.now).count()
    context = {
        "stats": _stats(request, late=late),
        "gaps": unfilled_posts(at=request.now),
        "shift": answering_shift(),
        "clock_silent": silent_since(CLOCK, now=request.now),
        "dump_silent": silent_since(DUMP, now=request.now),
        "purge_silent": silent_since(PURGE, now=request.now),
        "unheard": unheard(now=request.now),
        "event_columns": event_columns(),
        "event_rows": event_rows(live().filter(mode="actual")),
        "clock_columns": clock_columns(),
        "clock_rows": clock_rows(clocks[:MOST_CLOCKS], now=request.now),
        "desk": Link(reverse("monitoring:desk"), _("登记来电来访")),
    }
    return render(request, "board/today.html", context)


def _stats(request: OfficerRequest, *, late: int) -> list[Stat]:
    waiting = len(waiting_for(request.actor))
    calls = unanswered(now=request.now).count()
    return [
        Stat(_("等我办"), str(waiting), _("件"), url=reverse("board:mine"), weight=_pressing(waiting)),
        Stat(_("已经超时"), str(late), _("件"), url=reverse("board:clocks"), weight=_pressing(late)),
        Stat(_("办理中的事件"), str(live().filter(mode="actual").count()), _("件"), url=reverse("board:events")),
        Stat(_("通知无人签收"), str(calls), _("条"), url=reverse("organization:call_list"), weight=_pressing(calls)),
    ]


def _pressing(count: int) -> Literal["calm", "pressing"]:
    return "pressing" if count else "calm"
