"""Manners towards other people's sites: their robots.txt is kept, and nobody is asked twice in a breath."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from xiangyin.adapters.network.failure import FetchFailedError
from xiangyin.monitoring.terms import FeedProblem

NAME = "Xiangyin"
RULES_LAST_S = 3600.0
PAUSE_S, LONGEST_PAUSE_S = 1.0, 20.0
Ask = Callable[[str], str]


@dataclass(slots=True)
class _Site:
    """What is known of a site; times are the process's own running seconds."""

    rules: Protego
    pause_s: float
    until_s: float
    free_at_s: float = 0.0


class Manners:
    """`ask` fetches a site's robots.txt, empty where it has none; it may raise FetchFailedError."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._sites: dict[str, _Site] = {}

    def before(self, url: str) -> None:
        """Wait for our turn at the site.

        :raises FetchFailedError: its rules forbid this address, or cannot be had because the site is in trouble.
        """
        site = self._site(url)
        if not site.rules.can_fetch(url, NAME):
            raise FetchFailedError(FeedProblem.ROBOTS)
        now_s = time.monotonic()
        time.sleep(max(0.0, site.free_at_s - now_s))
        site.free_at_s = max(site.free_at_s, now_s) + site.pause_s

    def _site(self, url: str) -> _Site:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self._sites.get(origin)
        if known is None or known.until_s < time.monotonic():
            known = self._sites[origin] = self._asked(origin)
        return known

    def _asked(self, origin: str) -> _Site:
        rules = Protego.parse(self._ask(f"{origin}/robots.txt"))
        pause_s = min(float(rules.crawl_delay(NAME) or PAUSE_S), LONGEST_PAUSE_S)
        return _Site(rules, pause_s, time.monotonic() + RULES_LAST_S)
