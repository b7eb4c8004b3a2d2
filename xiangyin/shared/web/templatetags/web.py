"""Small marks on a page: `{% load web %}`. Each is a pure function of its arguments."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from xiangyin.shared.web import wording
from xiangyin.shared.web.clocks import read_clock, reading_words
from xiangyin.shared.web.drawing import sparkline_path
from xiangyin.shared.web.levels import LevelLook, look_of
from xiangyin.shared.web.pieces import Notice, StepOffer
from xiangyin.shared.web.tones import tone_of

register = template.Library()


@register.simple_tag
def level(value: str | int | None, label: str = "") -> SafeString:
    """`{% level "red" %}` or `{% level 1 %}`: shape, word, colour. `label` replaces the words, e.g. “一级响应”."""
    look = look_of(value)
    return _level_badge(look, label or str(look.label))


@register.simple_tag
def level_short(value: str | int | None) -> SafeString:
    """Draw the badge with the colour's word only (“红色”), for dense tables."""
    look = look_of(value)
    return _level_badge(look, str(look.word))


def _level_badge(look: LevelLook, words: str) -> SafeString:
    return format_html(
        '<span class="level level-{}"><svg class="level-shape" viewBox="0 0 16 16" width="14" height="14"'
        ' aria-hidden="true"><path d="{}"/></svg>{}</span>',
        look.colour,
        look.shape,
        words,
    )


@register.simple_tag
def state(value: str, label: str) -> SafeString:
    """`{% state event.state event.get_state_display %}`: a chip whose glyph and colour follow the tone of the state."""
    return format_html('<span class="state state-{}">{}</span>', tone_of(value), label)


@register.simple_tag
def clock(due: datetime | None, now: datetime, done: datetime | None = None) -> SafeString:
    """`{% clock due now %}`, `{% clock due now done %}`: time left or late, and the exact time; clock.js counts on."""
    if due is None:
        return format_html('<span class="clock clock-none">{}</span>', _("不限时"))
    reading = read_clock(due, now=now, done=done)
    running = format_html(' data-due="{}"', due.isoformat()) if done is None else ""
    exact = _("%(moment)s 前") % {"moment": wording.moment(due, now)}
    return format_html(
        '<time class="clock clock-{}" datetime="{}"{}>'
        '<b class="clock-text">{}</b> <span class="clock-due">{}</span></time>',
        reading.standing,
        due.isoformat(),
        running,
        reading.text,
        exact,
    )


@register.simple_tag
def at(value: datetime | None, now: datetime | None = None) -> SafeString:
    """`{% at entry.at now %}`: a `<time>` with the moment in words and the exact instant for machines."""
    if value is None:
        return format_html('<span class="unknown">{}</span>', _("不详"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), wording.moment(value, now))


@register.filter
def moment(value: datetime | None, now: datetime | None = None) -> str:
    """`{{ at|moment }}` → “11月24日 03:05”; `{{ at|moment:now }}` adds the year when it is another one."""
    return wording.moment(value, now) if value else ""


@register.filter
def moment_full(value: datetime | None) -> str:
    """`{{ at|moment_full }}` → “2026年11月24日 03:05”."""
    return wording.moment_full(value) if value else ""


@register.filter
def span(value: timedelta | None) -> str:
    """`{{ late|span }}` → “2 小时 5 分钟”."""
    return wording.span(value) if value is not None else ""


@register.filter
def nth(values: Sequence[object], index: int) -> object:
    """`{{ columns|nth:0 }}`: an element by its place, so that a cell finds its column."""
    return values[index]


@register.simple_tag
def clock_words() -> str:
    """Give the clock's words as JSON for clock.js, from the same catalogue as the server's own reading."""
    return json.dumps(reading_words(), ensure_ascii=False)


@register.simple_tag
def sparkline(values: Sequence[float], label: str) -> SafeString:
    """`{% sparkline hourly "近 24 小时" %}`: a curve the height of a line; `label` says what it shows."""
    return format_html(
        '<svg class="sparkline" viewBox="0 0 100 20" width="80" height="20" preserveAspectRatio="none" role="img"'
        ' aria-label="{}"><path d="{}"/></svg>',
        label,
        sparkline_path(values),
    )


@register.filter
def ringing(notices: Sequence[Notice]) -> list[Notice]:
    """`{{ notices|ringing }}`: those that ring until somebody acknowledges them, in their order."""
    return [notice for notice in notices or () if notice.rings]


@register.filter
def calm(notices: Sequence[Notice]) -> list[Notice]:
    """`{{ notices|calm }}`: the others."""
    return [notice for notice in notices or () if not notice.rings]


@register.filter
def usual(steps: Sequence[StepOffer]) -> list[StepOffer]:
    """`{{ steps|usual }}`: the steps of an ordinary day, in their order."""
    return [step for step in steps if step.weight != "danger"]


@register.filter
def grave(steps: Sequence[StepOffer]) -> list[StepOffer]:
    """`{{ steps|grave }}`: those set apart, because they are hard to take back."""
    return [step for step in steps if step.weight == "danger"]
