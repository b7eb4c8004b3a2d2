"""What the frame of every page shows: where we are, the doors with what waits behind them, who is signed in."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.accountability.rules.parties import sees_cases
from xiangyin.organization.rules.sight import everybody, sees_ledger, sees_office
from xiangyin.organization.terms import Post
from xiangyin.organization.views.notices import piece
from xiangyin.shared.clock.reading import now
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.obligations.queries import waiting_for
from xiangyin.shared.outbox.queries import live
from xiangyin.shared.web.pieces import AccountMenu, Band, Link, NavigationEntry

DOORS = (
    ("board:today", "今日", sees_office),
    ("board:mine", "等我办", everybody),
    ("board:events", "事件", sees_office),
    ("monitoring:desk", "登记", sees_office),
    ("publication:desk", "发布", sees_office),
    ("monitoring:matters", "事项", sees_office),
    ("monitoring:items", "信息", sees_office),
    ("monitoring:intake", "收件", sees_office),
    ("monitoring:sources", "来源", everybody),
    ("organization:duty", "值班", everybody),
    ("response:plans", "预案", everybody),
    ("readiness:readiness", "培训演练", everybody),
    ("accountability:cases", "问责", sees_cases),
    ("organization:organization", "组织", everybody),
    ("board:ledger", "台账", sees_ledger),
    ("board:help", "帮助", everybody),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of web/base.html; for somebody who is not signed in, only the name of the product."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"place_name": _("乡镇舆情应急管理"), "now": getattr(request, "now", None)}
    return {
        "place_name": request.jurisdiction.name,  # type: ignore[attr-defined]
        "now": request.now,  # type: ignore[attr-defined]
        "navigation": _navigation(request),
        "account": _account(request),
        "band": _band(request),
        "clock_held": getattr(request, "clock_held", False),
        "notices_url": reverse("organization:notices"),
        "notices": [piece(notice) for notice in live(actor.officer_id, now=now())],
    }


def _navigation(request: HttpRequest) -> list[NavigationEntry]:
    waiting = len(waiting_for(request.actor))  # type: ignore[attr-defined]
    counts = {"board:mine": waiting}
    return [
        NavigationEntry(
            url=reverse(name), label=_(label), current=request.path == reverse(name), count=counts.get(name, 0)
        )
        for name, label, sees in DOORS
        if sees(request.actor)  # type: ignore[attr-defined]
    ]


def _account(request: HttpRequest) -> AccountMenu:
    actor = request.actor  # type: ignore[attr-defined]
    links = (Link(reverse("organization:officer", args=[actor.officer_id]), _("我的岗位")),)
    return AccountMenu(
        key=str(actor.officer_id), name=actor.name, post=_posts(actor.posts), logout_url=reverse("organization:logout"),
        links=links,
    )  # fmt: skip


def _posts(posts: frozenset[str]) -> str:
    return "、".join(str(Post(post).label) for post in sorted(posts)) or _("未任职")


def _band(request: HttpRequest) -> Band | None:
    if getattr(request, "mode", Mode.ACTUAL) != Mode.ACTUAL:
        return Band(_("演练 DRILL　本页的人和事都是演练，不要当真，不要外传。"), "drill")
    if request.jurisdiction.is_demonstration:  # type: ignore[attr-defined]
        return Band(_("演示数据，人物与事件均为虚构。"), "demonstration")
    return None
