"""Places in running text: spans, villages and scope on hard cases."""

import json
from collections.abc import Iterator
from typing import Any

from bench.shared import path, rows
from xiangyin.adapters.engine.models import load
from xiangyin.engine.places.find import Found, find
from xiangyin.engine.places.scope import in_scope
from xiangyin.engine.setting import prepare
from xiangyin.engine.text import fold
from xiangyin.engine.values import Township
from xiangyin.launch.filters.township import township_from


def answers() -> Iterator[tuple[bool, bool]]:
    """Yield per case whether all spans and villages are right, and whether the scope is."""
    names = prepare(_here(), load()).names
    for row in rows("places/dev.jsonl"):
        said = find(fold(row["text"]), row["text"], names)
        mine = sorted((str(p.name), p.matched, p.start) for p in said.places)
        yield mine == _gold(row), in_scope(said, Found(), "weibo") == row["in_scope"]


def _here() -> Township:
    return township_from(json.loads(path("places/township.json").read_text("utf-8")))


def _gold(row: dict[str, Any]) -> list[tuple[str, str, int]]:
    return sorted((str(one["village"]), one["span"], one["start"]) for one in row["expected"])


def _keywords() -> Iterator[bool]:
    """What today's tools do: each name and alias wherever its characters stand."""
    names = {form: village.name for village in _here().villages for form in (village.name, *village.aliases)}
    for row in rows("places/dev.jsonl"):
        said = [(village, form, row["text"].find(form)) for form, village in names.items() if form in row["text"]]
        yield sorted(said) == _gold(row)


def measure() -> dict[str, float]:
    """Return shares (0…1) of cases."""
    found, keywords = list(answers()), list(_keywords())
    return {
        "spans and villages": sum(spans for spans, _ in found) / len(found),
        "scope": sum(scope for _, scope in found) / len(found),
        "both": sum(spans and scope for spans, scope in found) / len(found),
        "baseline keyword match, spans and villages": sum(keywords) / len(keywords),
    }
