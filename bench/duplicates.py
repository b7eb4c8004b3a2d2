"""Near duplicates: edits made of real messages, and real messages that are no copies."""

import random
from collections.abc import Callable

from bench.shared import rows
from xiangyin.engine.duplicates import Originals, original_of, remember
from xiangyin.engine.grouping.trace import units_of
from xiangyin.engine.ngrams import encode
from xiangyin.engine.prints import letters, prints
from xiangyin.engine.text import fold

LIMIT = 1200
_SEED = 5
_COMMENTS = ("大家看看", "转发求关注！", "这事没人管吗？", "转：", "昨天群里看到的，")


def _edited(text: str, luck: random.Random) -> str:
    """Change one character in thirty: left out, doubled, another in its place."""
    letters_ = list(text)
    for _ in range(max(1, len(letters_) // 30)):
        place = luck.randrange(len(letters_))
        letters_[place] = luck.choice(("", letters_[place] * 2, "的", "，"))
    return "".join(letters_)


def _cut(text: str, luck: random.Random) -> str:
    return text[: max(20, int(len(text) * luck.uniform(0.5, 0.9)))]


def _quoted(text: str, luck: random.Random) -> str:
    return luck.choice(_COMMENTS) + "“" + text + "”" + luck.choice(_COMMENTS)


def _copied(text: str, luck: random.Random) -> str:
    return text.replace("，", luck.choice(("，", ",", " "))) + luck.choice(("", "！", " "))


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "copy": _copied,
    "edit": _edited,
    "cut": _cut,
    "quote": _quoted,
}


def _read(texts: list[str]) -> list[tuple[tuple[int, ...], frozenset[str]]]:
    folded = [fold(text).text for text in texts]
    codes = encode(folded, limit=LIMIT)
    return list(zip(prints(codes, keep=letters(codes)), map(units_of, folded), strict=True))


def measure() -> dict[str, float]:
    """Return recall per kind of edit, recall of all, and precision over edits and over unrelated messages (0…1)."""
    luck = random.Random(_SEED)  # noqa: S311  # edits, not secrets
    found = [(f"{r['title']}\n{r['text']}", r["event"] or r["id"]) for r in rows("messages/dev.jsonl")]
    texts = [text for text, _ in found if len(text) >= 30]
    events = [event for text, event in found if len(text) >= 30]
    known = Originals()
    wrong = said = 0
    owner: dict[int, int] = {}
    for number, mine in enumerate(_read(texts)):
        copy = original_of(*mine, known)
        if copy is None:
            remember(number, *mine, known)
            owner[number] = number
        else:
            owner[number] = owner[copy.serial]
            said += 1
            wrong += events[copy.serial] != events[number]
    out: dict[str, float] = {}
    right = asked = 0
    for name, edit in EDITS.items():
        good = 0
        for number, mine in enumerate(_read([edit(text, luck) for text in texts])):
            copy = original_of(*mine, known)
            good += copy is not None and (owner[copy.serial] == owner[number] or events[copy.serial] == events[number])
            said += copy is not None
            wrong += copy is not None and events[copy.serial] != events[number]
        out[f"recall {name}"] = good / len(texts)
        right, asked = right + good, asked + len(texts)
    return out | {"recall": right / asked, "precision": 1 - wrong / max(1, said)}
