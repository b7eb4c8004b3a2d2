"""The feeling of a text, one of six, and its sentiment."""

from collections.abc import Mapping, Sequence

CUES = ("joy", "anger", "sad", "fear", "praise", "grieve", "complain")
READ = 200
_BRIEF, _LONG = 15, 60  # characters
_FEW = 2  # exclamation marks
_GOOD = "happy"
_BAD = ("angry", "sad", "fear")
_SCALE = 100_000  # thousandths of a weight unit: half of all microblogs lead by more; such a lead is a sentiment of 0.5


def facts(signs: Mapping[str, Sequence[int]], text: str) -> tuple[int, ...]:
    """Return for each of `CUES` whether it stands in the folded text (0 or 2), then marks and length (0 or 1).

    >>> facts({"anger": (3,)}, "气死我了!!!!")
    (0, 2, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    """
    cries, asks, length = text.count("!"), text.count("?"), len(text)
    form = (
        cries > 0, cries > _FEW, asks > 0, asks > 1, length < _BRIEF, length > _LONG, length > 2 * _LONG,
        "..." in text or "…" in text or "。。" in text, "[" in text, "#" in text or "【" in text, "~" in text,
        "哈哈" in text, "//" in text, "@" in text,
    )  # fmt: skip
    return (*[2 if tag in signs else 0 for tag in CUES], *map(int, form))


def sentiment(row: Sequence[int], classes: Sequence[str], *, scale: int = _SCALE) -> float:
    """Return −1 (bad) … 1 (good) from the scores of the feelings, two decimals.

    >>> sentiment([5, 0, 9, 0], ["angry", "fear", "happy", "sad"], scale=8)
    0.33
    """
    scores = dict(zip(classes, row, strict=True))
    lead = scores[_GOOD] - max(scores[name] for name in _BAD)
    return round(lead / (abs(lead) + scale), 2)
