"""Rarity of words over the development halves: how seldom a word stands in an item."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from bench.shared import ROOT, rows
from xiangyin.engine.text import fold
from xiangyin.engine.words import READ, UNKNOWN, cut

# Not the messages: a background that knew the names in them would weigh them as no other place's names can be weighed.
_SETS = ("topics", "appeals", "news", "emotion")
_TARGET = ROOT / "xiangyin" / "engine" / "models" / "rarity.txt"
_LEAST = 3  # items that a word must stand in; a name of one person stands in fewer


def texts(sets: Iterable[str] = _SETS) -> Iterator[str]:
    """Yield the folded texts of the named data sets."""
    for name in sets:
        for row in rows(f"{name}/dev.jsonl"):
            yield fold(f"{row.get('title') or ''}\n{row['text'][:READ]}").text


def rarity(documents: Iterable[str]) -> dict[str, int]:
    """Return per word its inverse document frequency in tenths of a nat."""
    seen: Counter[str] = Counter()
    total = 0
    for document in documents:
        total += 1
        seen.update(set(cut(document)))
    return {w: min(UNKNOWN, round(10 * math.log(total / n))) for w, n in seen.items() if n >= _LEAST}


def main() -> None:
    """Write the table, one weight a line with its words."""
    by_weight: dict[int, list[str]] = {}
    for word, weight in rarity(texts()).items():
        if not any(letter.isdigit() for letter in word):
            by_weight.setdefault(weight, []).append(word)
    lines = ["# Rarity of words in tenths of a nat; trained by bench/train/idf.py (see docs/engine.md).\n"]
    lines += [f"{weight}: {' '.join(sorted(words))}\n" for weight, words in sorted(by_weight.items())]
    _TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
