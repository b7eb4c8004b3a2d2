"""Hand-written stand-ins for the ports of monitoring."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from xiangyin.monitoring.ports import FeedAnswer, connect, outer
from xiangyin.shared.ports import outside as outside_ports

PHONE = re.compile(r"1\d{10}")


@dataclass
class FakeFeeds:
    """Answers by address; an exception is raised as the network never would. `asked` is what was asked."""

    answers: dict[str, FeedAnswer] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def read(self, url: str, *, etag: str, last_modified: str) -> FeedAnswer:
        self.asked.append((url, etag, last_modified))
        return self.answers[url]


@contextmanager
def feeding(feeds: FakeFeeds) -> Iterator[FakeFeeds]:
    """Read from a fake network."""
    before = outer()
    connect(replace(before, feeds=feeds))
    try:
        yield feeds
    finally:
        connect(before)


@contextmanager
def masking() -> Iterator[None]:
    """Mask mobile numbers, so that a test sees what has passed the mask, whatever the engine's own is worth."""
    before = outside_ports.outside()
    outside_ports.connect(replace(before, mask=lambda text: PHONE.sub("[电话]", text)))
    try:
        yield
    finally:
        outside_ports.connect(before)
