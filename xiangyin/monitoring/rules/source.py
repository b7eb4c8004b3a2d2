"""The life of a source (3.1.1): only the system administrator adds, changes, pauses and removes one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from xiangyin.monitoring.models import Source
from xiangyin.monitoring.terms import Channel, SourceState
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Ask, Choice, Number, Text, among
from xiangyin.shared.steps.step import Step, by_machine, posts
from xiangyin.shared.steps.table import Steps

ADDED, ACTIVE, PAUSED, REMOVED = SourceState.ADDED, SourceState.ACTIVE, SourceState.PAUSED, SourceState.REMOVED
SYSTEM = posts(Post.SYSTEM_ADMIN)
ASKS = (
    Text(name="name", label=_("名称"), max_chars=120, help=_("例如：县政府网站·要闻。")),
    Text(
        name="url", label=_("订阅网址"), max_chars=500, masked=False,
        help=_("以 http:// 或 https:// 开头的 RSS、Atom 或 JSON Feed 网址。"),
    ),
    Choice(name="channel", label=_("渠道"), options=among(Channel.choices)),
    Number(name="interval_min", label=_("间隔"), unit=_("分钟"), least=5, most=1440),
)  # fmt: skip
WRITES = ("name", "url", "channel", "interval_min")
REASON = Text(name="reason", label=_("理由"))
_is_url = URLValidator(schemes=["http", "https"])


def _judged(source: Source, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    try:
        _is_url(answers["url"])
    except ValidationError:
        return {"url": str(_("请写完整的网址，例如 https://www.example.gov.cn/rss.xml。"))}
    if urlsplit(answers["url"]).username is not None:
        return {"url": str(_("网址里不能带用户名和密码：只收集公开的内容。"))}
    others = Source.objects.exclude(pk=source.pk).exclude(state=REMOVED)
    return {"url": str(_("这个网址已经在收集。"))} if others.filter(url=answers["url"]).exists() else {}


def _added(_source: Source, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"added_at": now}


def _due(_source: Source, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"next_try_at": now} | FRESH


def _at_rest(_source: Source, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"next_try_at": None}


def _edited(source: Source, _actor: Actor, now: datetime) -> dict[str, Any]:
    """What was learned of the old address does not hold for the new one."""
    return {"next_try_at": now if source.state == ACTIVE else None, "etag": "", "last_modified": ""} | FRESH


def _counted(name: str, label: Any) -> Ask:
    return Number(name=name, label=label, unit=_("条"))


FRESH = {"failures": 0, "failing_since": None, "problem": "", "problem_detail": ""}

SOURCE_STEPS = Steps(
    Source,
    (
        Step(
            action="add", label=_("登记来源"), posts=SYSTEM, target=ADDED, asks=ASKS, checks=_judged, writes=WRITES, sets=_added,
            clause="3.1.1", help=_("只收集公开内容：不绕过登录，遵守网站的 robots.txt。"),
        ),
        Step(
            action="begin", label=_("开始收集"), posts=SYSTEM, sources=frozenset({ADDED}), target=ACTIVE, sets=_due,
            clause="3.1.1",
        ),
        Step(
            action="edit", label=_("修改"), posts=SYSTEM, sources=frozenset({ADDED, ACTIVE, PAUSED}), asks=ASKS, checks=_judged,
            writes=WRITES, sets=_edited, clause="3.1.1",
        ),
        Step(
            action="try", label=_("马上再试"), posts=SYSTEM, sources=frozenset({ACTIVE}),
            sets=lambda _source, _actor, now: {"next_try_at": now}, clause="3.1.1",
        ),
        Step(
            action="collect", label=_("收集"), posts=by_machine, sources=frozenset({ACTIVE}), clause="3.1.1",
            asks=(
                _counted("taken", _("收下")), _counted("known", _("已经有")), _counted("refused", _("带密级标志")),
                Text(name="problem", label=_("问题"), required=False, masked=False),
                Text(name="reason", label=_("结果"), masked=False),
            ),
        ),
        Step(
            action="pause", label=_("暂停收集"), posts=SYSTEM, sources=frozenset({ACTIVE}), target=PAUSED, asks=(REASON,),
            sets=_at_rest, clause="3.1.1",
        ),
        Step(
            action="resume", label=_("恢复收集"), posts=SYSTEM, sources=frozenset({PAUSED}), target=ACTIVE, sets=_due,
            clause="3.1.1",
        ),
        Step(
            action="remove", label=_("移除"), posts=SYSTEM, sources=frozenset({ADDED, ACTIVE, PAUSED}), target=REMOVED,
            asks=(REASON,), sets=_at_rest, danger=True, clause="3.1.1", help=_("不再收集；已经收下的内容不受影响。"),
        ),
    ),
    born_of={"organization.jurisdiction": lambda place: Source(jurisdiction_id=place.id)},
)  # fmt: skip
