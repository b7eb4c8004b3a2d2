"""Sources as rows, numbers and sentences: what is wrong, since when, when it last went well, what helps."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Source
from xiangyin.monitoring.terms import REMEDY, FeedProblem, Health, SourceState
from xiangyin.shared.web.pieces import Cell, Column, Fact, Row, Stat
from xiangyin.shared.web.wording import moment

GRAVEST_FIRST = (Health.RED, Health.YELLOW, Health.GREEN)


def columns() -> list[Column]:
    return [
        Column(_("来源"), "main"), Column(_("情况"), "state"), Column(_("怎么回事")), Column(_("上次正常"), "moment"),
        Column(_("收下"), "number", "hidden"),
    ]  # fmt: skip


def row(source: Source, *, silent_limit: datetime) -> Row:
    shown, label = health(source, silent_limit=silent_limit)
    return Row(
        [
            Cell(source.name, url=source.get_absolute_url(), note=source.get_channel_display()),
            Cell(shown, label=label),
            Cell(words(source, silent_limit=silent_limit)),
            Cell(source.last_good_at),
            Cell(source.items_taken),
        ],
        key=str(source.id),
    )


def health(source: Source, *, silent_limit: datetime) -> tuple[str, str]:
    """The chip: the health of an active source, else its state."""
    if source.state != SourceState.ACTIVE:
        return source.state, source.get_state_display()
    found = source.health(silent_limit=silent_limit)
    return str(found), str(found.label)


def urgency(source: Source, *, silent_limit: datetime) -> tuple[int, str]:
    """Those in trouble first, those at rest last."""
    if source.state != SourceState.ACTIVE:
        return len(GRAVEST_FIRST), source.name
    return GRAVEST_FIRST.index(source.health(silent_limit=silent_limit)), source.name


def words(source: Source, *, silent_limit: datetime) -> str:
    """One or two plain sentences."""
    if source.failures and source.failing_since:
        return _in_trouble(source, source.failing_since)
    if source.state != SourceState.ACTIVE:
        return ""
    if source.last_good_at is None:
        return _("还没有收集过，一分钟内开始。")
    if silent := source.silent_since(silent_limit):
        return _("能打开，但从 %(since)s 起没有新内容。请看看网站是不是换了栏目。") % {"since": moment(silent)}
    return _("正常，每 %(n)d 分钟收集一次。") % {"n": source.interval_min}


def _in_trouble(source: Source, since: datetime) -> str:
    problem = FeedProblem(source.problem)
    detail = f"（{source.problem_detail}）" if source.problem_detail else ""
    what = _("%(what)s%(detail)s。从 %(since)s 起连续 %(n)d 次。") % {
        "what": problem.label, "detail": detail, "since": moment(since), "n": source.failures,
    }  # fmt: skip
    return f"{what}{REMEDY[problem]}"


def facts(source: Source) -> list[Fact]:
    moments = (
        (_("上次尝试"), source.last_tried_at), (_("上次正常"), source.last_good_at), (_("上次有新内容"), source.last_new_at),
        (_("下次"), source.next_try_at),
    )  # fmt: skip
    return [
        Fact(_("网址"), source.url),
        Fact(_("渠道"), source.get_channel_display()),
        Fact(_("间隔"), _("%(n)d 分钟") % {"n": source.interval_min}),
        *(Fact(term, at, "moment") for term, at in moments if at),
        Fact(_("共收下"), _("%(n)d 条") % {"n": source.items_taken}),
    ]


def stats(sources: Sequence[Source], *, silent_limit: datetime) -> list[Stat]:
    """How many fare how."""
    active = [source for source in sources if source.state == SourceState.ACTIVE]
    counted = Counter(source.health(silent_limit=silent_limit) for source in active)
    weight = {Health.RED: "pressing"}
    return [
        Stat(
            str(each.label),
            str(counted[each]),
            _("个"),
            weight="pressing" if counted[each] and each in weight else "calm",
        )
        for each in GRAVEST_FIRST
    ]
