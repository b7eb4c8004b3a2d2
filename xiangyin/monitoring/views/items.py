"""Items: found by words in either script, by channel and time; each full text seen is a look that is logged."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from xiangyin.monitoring.forms import SearchForm
from xiangyin.monitoring.queries.events import events_with
from xiangyin.monitoring.queries.items import MOST_COUNTED, Found, Search, search
from xiangyin.monitoring.queries.items import item as find
from xiangyin.monitoring.views import item_rows
from xiangyin.monitoring.views.judgement_facts import judgement_facts
from xiangyin.organization.rules.powers import WATCHERS
from xiangyin.organization.views.gate import for_office
from xiangyin.shared.sealed.store import log_look
from xiangyin.shared.web.pieces import Page
from xiangyin.shared.web.requests import OfficerRequest

SHORTEST = 2


@require_GET
@for_office
def items(request: OfficerRequest) -> HttpResponse:
    """A page of items, the newest first."""
    form = SearchForm(request.GET, auto_id="search_%s")
    asked = form.asked() if form.is_valid() else Search()
    found = search(asked)
    context = {
        "form": form,
        "columns": item_rows.columns(),
        "rows": [item_rows.row(each, choosing=_may_open(request)) for each in found.items],
        "may_open": _may_open(request),
        "page": _page(found, form),
        "more": found.count > MOST_COUNTED,
        "empty_text": _nothing(asked.words),
        "most": MOST_COUNTED,
    }
    return render(request, "monitoring/items.html", context)


@require_GET
@for_office
def item(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """The full text of one item; of an erased one, when and why it went."""
    found = find(pk)
    if found is None:
        raise Http404
    if found.erased_at is None:
        log_look("monitoring.item", found.id, actor=request.actor, why=_("查看全文"), now=request.now)
    context = {
        "item": found,
        "facts": item_rows.facts(found),
        "judgement": judgement_facts(pk),
        "events": events_with(pk),
        "may_open": _may_open(request) and found.erased_at is None,
    }
    return render(request, "monitoring/item.html", context)


def _may_open(request: OfficerRequest) -> bool:
    return bool(request.actor.posts & set(WATCHERS))


def _page(found: Found, form: SearchForm) -> Page:
    asked = {name: value for name, value in form.data.items() if name in form.fields and name != "page" and value}
    query = f"{urlencode(asked)}&" if asked else ""
    return Page(
        number=found.page, pages=found.pages, rows=found.count,
        previous_url=f"?{query}page={found.page - 1}" if found.page > 1 else "",
        next_url=f"?{query}page={found.page + 1}" if found.page < found.pages else "",
    )  # fmt: skip


def _nothing(words: str) -> str:
    if words and not any(len(word) >= SHORTEST for word in words.split()):
        return _("请至少写两个字。")
    return _("没有找到。请少写几个字，或放宽时间和渠道。") if words else _("还没有信息。")
