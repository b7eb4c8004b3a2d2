"""Casualties: latest totals in short reports."""

from bench.shared import rows
from xiangyin.engine.harm.read import read
from xiangyin.engine.text import fold
from xiangyin.engine.values import Harm


def answers() -> list[tuple[dict[str, object], Harm]]:
    """Return per report the gold row and what the engine read."""
    return [
        (row, read(fold(f"{row['title']}\n{row['text']}").text, year=_year(row)))
        for row in rows("casualties/dev.jsonl")
    ]


def _year(row: dict[str, object]) -> int | None:
    digits = str(row.get("report_time") or "")[:4]
    return int(digits) if digits.isdigit() else None


def measure() -> dict[str, float]:
    """Return shares (0…1): dead exact, injured exact, both, denial right."""
    found = answers()
    gold = [row["gold"] for row, _ in found]
    dead = [g["deaths"] == h.deaths for g, (_, h) in zip(gold, found, strict=True)]  # type: ignore[index]
    hurt = [g["injured"] == h.injured for g, (_, h) in zip(gold, found, strict=True)]  # type: ignore[index]
    deny = [g["denied"] == h.denied for g, (_, h) in zip(gold, found, strict=True)]  # type: ignore[index]
    both = [a and b for a, b in zip(dead, hurt, strict=True)]
    total = len(found)
    return {
        "dead": sum(dead) / total,
        "injured": sum(hurt) / total,
        "both": sum(both) / total,
        "denied": sum(deny) / total,
    }
