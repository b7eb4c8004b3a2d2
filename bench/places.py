"""Places in running text: spans, villages and scope on hard cases."""

import json

from bench.shared import path, rows
from xiangyin.engine.places.find import Found, find
from xiangyin.engine.places.scope import in_scope
from xiangyin.engine.setting import prepare
from xiangyin.engine.text import fold
from xiangyin.launch.filters.models import load
from xiangyin.launch.filters.township import township_from


def cases() -> list[tuple[bool, bool, str, str]]:
    """Return per case whether spans and villages are right, whether the scope is, the text, and what was said."""
    here = township_from(json.loads(path("places/township.json").read_text("utf-8")))
    names = prepare(here, load()).names
    answers = []
    for row in rows("places/dev.jsonl"):
        said = find(fold(row["text"]), row["text"], names)
        mine = sorted((p.name, p.matched, p.start) for p in said.places)
        gold = sorted((e["village"], e["span"], e["start"]) for e in row["expected"])
        scope = in_scope(said, Found(), "weibo") == row["in_scope"]
        answers.append(
            (sorted(mine, key=str) == sorted(gold, key=str), scope, row["text"], f"{mine} {row['expected']}")
        )
    return answers


def measure() -> dict[str, float]:
    """Return the shares (0…1) of cases with all spans and villages right, with the scope right, with both."""
    found = cases()
    return {
        "spans and villages": sum(spans for spans, _, _, _ in found) / len(found),
        "scope": sum(scope for _, scope, _, _ in found) / len(found),
        "both": sum(spans and scope for spans, scope, _, _ in found) / len(found),
    }
