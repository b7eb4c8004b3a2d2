"""What a matter remembers of each of its items: enough to grade, heat and title it again at any time."""

from typing import NamedTuple

from xiangyin.engine.values import Harm


class Record(NamedTuple):
    """One item of a matter; a tuple, because there are very many.

    `at` in seconds since 1970; `media` 0 none, 1 county, 2 province, 3 nation.
    """

    serial: int
    id: str
    at: int
    source: int
    channel: str
    reposts: int
    comments: int
    views: int
    harm: Harm
    tags: frozenset[str]
    crowd: int | None
    scope: bool
    stance: str
    media: int
    office: bool
    copy: bool
    head: str
    topic: str | None
    department: str | None
    places: tuple[str, ...]
