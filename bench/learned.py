"""Topic, kind of demand, feeling, heat and spread: figures that training measured on data kept aside, and baselines."""

import re
from collections import Counter

from bench.scores import accuracy, class_f1, macro_f1
from bench.shared import rows
from bench.train.notes import noted
from xiangyin.adapters.engine.models import load
from xiangyin.engine import topics
from xiangyin.engine.lexicon import signs
from xiangyin.engine.text import fold

_GOOD = re.compile(r"开心|高兴|喜欢|幸福|哈哈|爱|好看|加油|感谢|棒")
_BAD = re.compile(r"气|烦|恨|滚|怒|讨厌|恶心|垃圾|操|妈的|怕|哭|难过|伤心")


def measure_topics() -> dict[str, float]:
    """Return held-out figures of the first level, and what the word lists alone say."""
    gold, said = [], []
    for row in rows("topics/dev.jsonl"):
        title, text = fold(row["title"]).text, fold(row["text"]).text[: topics.READ]
        found = topics.facts(topics.paths(signs(f"{title}\n{text}", load().topics), lead=len(title)))
        gold.append(row["label"])
        said.append(topics.FIRST[found.index(max(found))])
    names = sorted(set(gold))
    return _held_out("topic") | {
        "baseline word lists, accuracy": accuracy(gold, said),
        "baseline word lists, macro F1": macro_f1(gold, said, names),
    }


def measure_appeals() -> dict[str, float]:
    """Return held-out figures of the three common kinds of demand, and what one keyword each says."""
    kinds = {"投诉": "complaint", "咨询": "consultation", "建议": "suggestion"}
    found = [row for row in rows("appeals/dev.jsonl") if row["nature"] in kinds]
    gold = [kinds[row["nature"]] for row in found]
    said = [next((kind for word, kind in kinds.items() if word in (row["title"] or "")), "complaint") for row in found]
    return _held_out("demand") | {"baseline word in the title, macro F1": macro_f1(gold, said, sorted(kinds.values()))}


def measure_emotion() -> dict[str, float]:
    """Return held-out figures of six feelings, and what a handful of words says."""
    found = list(rows("emotion/dev.jsonl"))
    gold = [row["label"] for row in found]
    said = [
        "angry" if _BAD.search(row["text"]) else "happy" if _GOOD.search(row["text"]) else "neutral" for row in found
    ]
    return _held_out("emotion") | {
        "baseline words, macro F1": macro_f1(gold, said, sorted(set(gold))),
        "baseline words, F1 angry": class_f1(gold, said, "angry"),
        "share of the commonest": Counter(gold).most_common(1)[0][1] / len(gold),
    }


def measure_heat() -> dict[str, float]:
    """Return errors on series kept aside, beside the last value and a straight line (log scale)."""
    return {f"{ahead} h: {name}": n for ahead in (3, 6) for name, n in _held_out(f"heat {ahead} h ahead").items()}


def measure_spread() -> dict[str, float]:
    """Return errors on posts kept aside, beside the last value and a straight line (log scale)."""
    return {f"{seen} h: {name}": n for seen in (1, 3) for name, n in _held_out(f"spread, {seen} h seen").items()}


def _held_out(name: str) -> dict[str, float]:
    return {f"{key}, held out": value for key, value in noted().get(name, {}).items()}
