"""Ordinary noise of three weeks, and what people said about the two events: taken in by the real pipeline."""

from datetime import datetime, timedelta
from itertools import count

from xiangyin.launch.demonstration.moments import moment
from xiangyin.launch.demonstration.people import told
from xiangyin.monitoring.models import Item
from xiangyin.monitoring.operations.analysis.run import analyse_place
from xiangyin.monitoring.operations.keep_item import new_item
from xiangyin.organization.models import Jurisdiction

DAYS, A_DAY = 21, 7
SOURCES = {
    "hotline": "县12345转来", "phone": "值班电话", "visit": "来访", "wechat": "槐溪生活圈", "forum": "槐阳论坛",
    "video": "短视频", "news": "槐阳日报",
}  # fmt: skip


def take_in_noise(place: Jurisdiction, *, now: datetime) -> int:
    """Store and judge every item of the demonstration. Returns how many."""
    items = [_item(place, *each) for each in sorted([*_everyday(now), *_about(now)])]
    Item.objects.bulk_create(items)
    return analyse_place(place.id, clock=lambda: now)


def _everyday(now: datetime) -> list[tuple[datetime, str, str]]:
    """Seven items a day, texts and villages in turn: the same at every start."""
    texts, villages = told("noise")["everyday"], [each["name"] for each in told("township")["villages"]]
    said, number = [], count()
    for day in range(-DAYS, 0):
        for part in range(A_DAY):
            at = moment(f"{day}d 07:10", now=now) + timedelta(minutes=113 * part)
            channel, text = texts[(n := next(number)) * 7 % len(texts)]
            said.append((at, channel, text.format(village=villages[n * 5 % len(villages)])))
    return said


def _about(now: datetime) -> list[tuple[datetime, str, str]]:
    return [(moment(words, now=now), channel, text) for words, channel, text in told("noise")["about"]]


def _item(place: Jurisdiction, at: datetime, channel: str, text: str) -> Item:
    return new_item(
        jurisdiction_id=place.id, channel=channel, origin="demo", title="", text=text, source=SOURCES[channel],
        published_at=at, now=at, is_history=True,
    )  # fmt: skip
