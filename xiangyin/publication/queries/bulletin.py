"""The text of a daily bulletin: only what the records hold; judgement is left to people and said so (3.1.3)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.day import Span, between
from xiangyin.organization.terms import Colour
from xiangyin.publication.queries.published import published
from xiangyin.shared.ledger.queries import head_of
from xiangyin.shared.web.wording import moment_full
from xiangyin.warning.queries.warnings import issued, newest

DAY = timedelta(days=1)


def bulletin_text(jurisdiction_id: UUID, *, now: datetime) -> str:
    """The day before `now`, part by part, and the ledger's last hash for whoever keeps the paper."""
    day = between(now - DAY, now)
    span = {"start": moment_full(now - DAY), "end": moment_full(now)}
    parts = [
        _("%(start)s 至 %(end)s 的情况如下，数字由系统统计。") % span,
        _("一、信息和事项\n%(told)s") % {"told": _heard(day)},
        _("二、事件和预警\n%(told)s") % {"told": _events(day)},
        _("三、群众诉求\n%(told)s") % {"told": _demands(day)},
        _("四、公开发布\n%(told)s") % {"told": _statements(now - DAY)},
        _("五、趋势研判和建议\n（请填写）"),
        _("六、台账\n%(told)s") % {"told": _ledger(jurisdiction_id)},
    ]
    return "\n\n".join(parts)


def _heard(day: Span) -> str:
    channels = "、".join(f"{name} {n}" for name, n in day.channels)
    colours = "、".join(f"{Colour(colour).label} {n}" for colour, n in day.colours)
    lines = [
        _("收到信息 %(n)d 条") % {"n": day.items} + (f"（{channels}）。" if channels else "。"),
        _("新出现事项 %(n)d 个") % {"n": day.matters}
        + (_("，机器建议级别：%(c)s。") % {"c": colours} if colours else "。"),
        *(_("较热：%(title)s（%(n)d 条）") % {"title": each.title, "n": each.items} for each in day.hottest),
    ]
    return "\n".join(lines)


def _events(day: Span) -> str:
    counts = {"n": len(day.events), "ended": day.ended}
    warned = [
        _("预警中：%(event)s，%(colour)s") % {"event": each.event, "colour": each.get_colour_display()}
        for each in issued()
    ]
    return "\n".join([_("新登记事件 %(n)d 件，了结 %(ended)d 件。") % counts, *_logged(day.events), *warned])


def _logged(events: Iterable[Event]) -> list[str]:
    graded = [(each, newest(each.id)) for each in events]
    return [f"{each}，{told.get_colour_display() if told else _('尚未定级')}" for each, told in graded]


def _demands(day: Span) -> str:
    counts = {"n": day.demands, "answered": day.answered, "left": day.unanswered}
    return _("新登记 %(n)d 项，答复 %(answered)d 项，尚未答复的共 %(left)d 项。") % counts


def _statements(since: datetime) -> str:
    told = [f"{each.number}　{each.title}" for each in published() if each.issued_at >= since]
    return "\n".join(told) or _("没有发布通报。")


def _ledger(jurisdiction_id: UUID) -> str:
    head = head_of(jurisdiction_id)
    return (
        _("共 %(n)d 条，末条 SHA-256 %(hash)s") % {"n": head.length, "hash": head.last_hash}
        if head
        else _("没有记录。")
    )
