"""Near duplicates: edits made of real messages, and real messages that are no copies, through the whole pipeline."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from bench.shared import rows
from xiangyin.adapters.engine import models
from xiangyin.engine.analysis import analyse
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.state import State, dump, empty, load
from xiangyin.engine.values import Item, ItemJudgement, Township
from xiangyin.launch.filters.items import item_from

_SEED = 5
_SHORTEST = 30
_HERE = Township("青石镇", "999901101")
_COMMENTS = ("大家看看", "转发求关注！", "这事没人管吗？", "转：", "昨天群里看到的，")


def _edited(text: str, luck: Random) -> str:
    """Change one character in thirty: left out, doubled, another in its place."""
    letters = list(text)
    for _ in range(max(1, len(letters) // 30)):
        place = luck.randrange(len(letters))
        letters[place] = luck.choice(("", letters[place] * 2, "的", "，"))
    return "".join(letters)


def _cut(text: str, luck: Random) -> str:
    return text[: max(20, int(len(text) * luck.uniform(0.5, 0.9)))]


def _quoted(text: str, luck: Random) -> str:
    return luck.choice(_COMMENTS) + "“" + text + "”" + luck.choice(_COMMENTS)


def _copied(text: str, luck: Random) -> str:
    return text.replace("，", luck.choice(("，", ",", " "))) + luck.choice(("", "！", " "))


EDITS: dict[str, Callable[[str, Random], str]] = {"copy": _copied, "edit": _edited, "cut": _cut, "quote": _quoted}


def _taken(items: list[Item], state: State) -> tuple[State, tuple[ItemJudgement, ...]]:
    state, batch = analyse(state, items, township=_HERE, models=models.load(), ladder=DEFAULT)
    return state, batch.judgements


def measure() -> dict[str, float]:
    """Return recall per kind of edit, recall of all, and precision (0…1).

    A copy of a copy may name either; a message said to copy one of the same event is no error of the engine's.
    """
    luck = Random(_SEED)  # noqa: S311  # edits, not secrets
    told = [row for row in rows("messages/dev.jsonl") if len(row["title"] + row["text"]) >= _SHORTEST]
    event = {row["id"]: row["event"] or row["id"] for row in told}
    texts = [replace(item_from(row), title=None, text=f"{row['title']}\n{row['text']}") for row in told]
    known, first = _taken(texts, empty())
    pairs = [(one.id, one.duplicate_of) for one in first if one.duplicate_of]
    snapshot = dump(known)
    out: dict[str, float] = {}
    for name, edit in EDITS.items():
        again = [replace(one, text=edit(one.text, luck)) for one in texts]
        said = [(one.id, one.duplicate_of) for one in _taken(again, load(snapshot))[1]]
        out[f"recall {name}"] = sum(event.get(copy or "") == event[own] for own, copy in said) / len(said)
        pairs += [(own, copy) for own, copy in said if copy]
    out["recall"] = sum(out.values()) / len(EDITS)
    return out | {"precision": sum(event[own] == event[copy] for own, copy in pairs) / len(pairs)}
