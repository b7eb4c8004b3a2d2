"""Items as rows and facts. What an author wrote elsewhere is nobody's business: no author appears here."""

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Item
from xiangyin.shared.web.pieces import Cell, Column, Fact, Row

EXCERPT_CHARS = 80


def columns() -> list[Column]:
    return [
        Column(_("内容"), "main"),
        Column(_("渠道")),
        Column(_("来源"), phone="hidden"),
        Column(_("时间"), "moment"),
    ]


def row(item: Item, *, choosing: bool) -> Row:
    """`choosing`: with a box to tick, for opening an event from several."""
    return Row(
        [
            Cell(
                item.title or item.text[:30],
                url=item.get_absolute_url(),
                note=excerpt(item) if item.title != item.text else "",
            ),
            Cell(item.get_channel_display()),
            Cell(item.source or "—"),
            Cell(item.published_at),
        ],
        key=str(item.id),
        choice=str(item.id) if choosing else "",
    )


def excerpt(item: Item) -> str:
    """The first words, on one line."""
    text = " ".join(item.text.split())
    return text if len(text) <= EXCERPT_CHARS else f"{text[:EXCERPT_CHARS]}…"


def facts(item: Item) -> list[Fact]:
    counts = {"reposts": _("转发"), "comments": _("评论"), "likes": _("点赞"), "views": _("阅读")}
    engagement = "　".join(
        f"{label} {item.engagement[name]:,}" for name, label in counts.items() if name in item.engagement
    )
    return [
        Fact(_("渠道"), item.get_channel_display()),
        Fact(_("来源"), item.source or _("未写")),
        Fact(_("发布"), item.published_at, "moment"),
        Fact(_("收到"), item.arrived_at, "moment"),
        *([Fact(_("编号"), item.external_id)] if item.external_id else []),
        *([Fact(_("互动"), engagement)] if engagement else []),
        *([Fact(_("原文"), _("在新窗口打开"), url=item.url)] if item.url else []),
        *([Fact(_("历史数据"), _("是，不启动时限"))] if item.is_history else []),
        Fact(_("文字摘要"), f"SHA-256 {item.text_sha256[:16]}…"),
    ]
