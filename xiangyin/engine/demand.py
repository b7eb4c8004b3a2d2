"""What a message asks for: the kinds that have clocks of their own in law (信访工作条例; 12345 rules)."""

from collections.abc import Mapping

KINDS = ("complaint", "consultation", "suggestion", "report", "help", "petition", "information")
# Words decide where law gives a kind its own way; elsewhere the learned weights do.
_BY_WORD = (("inform", "information"), ("whistle", "report"), ("petition", "petition"))
_ASKING = (
    "ask",
    "when",
    "whether",
    "what",
    "suggest",
    "hope",
    "complain",
    "plead",
    "deal",
    "whistle",
    "petition",
    "inform",
)
_DIRECT = frozenset({"hotline", "visit", "phone", "forum"})
CUES = ("ask", "when", "whether", "what", "suggest", "hope", "complain", "deal", "reply", "praise")
_NAMED = ("咨询", "请问", "建议", "投诉")
_BRIEF, _LONG, _LEAD = 40, 150, 20  # characters; about the quarters of appeals and a long title


def cues(signs: Mapping[str, tuple[int, ...]], *, lead: int, length: int) -> tuple[int, ...]:
    """Return for each of `CUES` whether it stands in the first `lead` characters, anywhere, and often (0 or 1).

    >>> cues({"ask": (2,)}, lead=10, length=40)[:3]
    (1, 1, 0)
    """
    found: list[int] = []
    for tag in CUES:
        places = signs.get(tag, ())
        found += bool(places) and places[0] < lead, bool(places), len(places) * 40 > length and len(places) > 1
    return tuple(map(int, found))


def facts(signs: Mapping[str, tuple[int, ...]], *, title: str, text: str) -> tuple[int, ...]:
    """Return what the learned weights know besides the characters: the cues, counted double, and the form (0 or 1).

    The form: question marks, where they stand, the length, and the words by which people name their own message.

    >>> facts({"ask": (2,)}, title="", text="请问?")[-17:]
    (0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)
    """
    told = cues(signs, lead=len(title) + 20, length=len(text))
    asks = text.count("?")
    form = (
        "?" in title, title.endswith("?"), asks > 0, asks > 1, text.endswith("?"),
        len(text) < _BRIEF, len(text) > _LONG, len(text) > 2 * _LONG, len(title) > _LEAD,
    )  # fmt: skip
    named = [word in part for part in (title, text) for word in _NAMED]
    return (*[2 * cue for cue in told], *map(int, form), *map(int, named))


def demand(signs: Mapping[str, tuple[int, ...]], scores: Mapping[str, int], *, channel: str, stance: str) -> str | None:
    """Return the kind of demand, or None when the item asks for nothing.

    `scores` are the learned scores of complaint, consultation and suggestion (thousandths).

    >>> demand({"ask": (0,)}, {"consultation": 900, "complaint": 100}, channel="hotline", stance="question")
    'consultation'
    """
    if stance in ("official", "denial") or not (channel in _DIRECT or any(tag in signs for tag in _ASKING)):
        return None
    for tag, kind in _BY_WORD:
        if tag in signs:
            return kind
    if "plead" in signs and "complain" not in signs:
        return "help"
    return max(sorted(scores), key=lambda kind: scores[kind]) if scores else None
