"""Linear models over hashed character runs: topic, kind of demand, feeling. Needs scikit-learn, for training only."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse  # type: ignore[import-not-found,import-untyped,unused-ignore]
from sklearn.model_selection import StratifiedGroupKFold  # type: ignore[import-not-found,import-untyped,unused-ignore]
from sklearn.svm import LinearSVC  # type: ignore[import-not-found,import-untyped,unused-ignore]

from bench.scores import accuracy, class_f1, macro_f1
from bench.shared import ROOT, rows
from bench.train.notes import note
from xiangyin.engine import demand, emotion, topics
from xiangyin.engine.damped import ONE, runs
from xiangyin.engine.lexicon import Lexicon, lexicon, signs
from xiangyin.engine.linear import Linear, scores
from xiangyin.engine.ngrams import Codes, encode, hashes
from xiangyin.engine.text import fold

SPLITS = 5
_EVEN = 6.0  # brings the lengths of damped texts' rows near to one, for which the strengths were chosen
MODELS = ROOT / "xiangyin" / "engine" / "models"


@dataclass(frozen=True)
class Task:
    """One model to train: texts as the engine reads them, their further facts and labels, and the settings."""

    name: str
    texts: Sequence[str]
    facts: Sequence[Sequence[int]]
    labels: Sequence[str]
    sizes: tuple[int, ...]
    bits: int
    limit: int
    rarity: float  # power of the inverse document frequency folded into the weights
    fact_scale: float
    strength: float
    balanced: bool
    damped: bool = False  # distinct runs, as `damped.runs` counts them
    background: Sequence[str] = ()  # further texts without labels, for the document frequencies only


def words(name: str) -> Lexicon:
    """Return a word list of the engine."""
    return lexicon((MODELS / name).read_text("utf-8").splitlines())


def topic_task() -> Task:
    """Citizens' messages with their first level."""
    known = words("topics.txt")
    texts, facts, labels = [], [], []
    for row in rows("topics/dev.jsonl"):
        title, text = fold(row["title"]).text, fold(row["text"]).text[: topics.READ]
        texts.append(topics.reading(title, text))
        facts.append(topics.facts(topics.paths(signs(f"{title}\n{text}", known), lead=len(title))))
        labels.append(row["label"])
    told = [topics.reading(fold(row["title"]).text, fold(row["text"]).text) for row in rows("messages/dev.jsonl")]
    return Task("topic", texts, facts, labels, (1, 2), 16, 600, 1.0, 0.04, 0.3, balanced=False, background=told)


def demand_task() -> Task:
    """Appeals with their nature, the three common ones."""
    known = words("signals.txt")
    names = {"投诉": "complaint", "咨询": "consultation", "建议": "suggestion"}
    texts, facts, labels = [], [], []
    for row in rows("appeals/dev.jsonl"):
        if row["nature"] not in names:
            continue
        title, text = fold(row["title"] or "").text, fold(row["text"]).text[: topics.READ]
        texts.append(topics.reading(title, text))
        facts.append(demand.facts(signs(f"{title}\n{text}", known), title=title, text=text))
        labels.append(names[row["nature"]])
    return Task("demand", texts, facts, labels, (1, 2), 15, 600, 1.0, 1.0, 0.02, balanced=True)


def emotion_task() -> Task:
    """Microblogs with one of six feelings."""
    known = words("signals.txt")
    found = list(rows("emotion/dev.jsonl"))
    texts = [fold(row["text"]).text for row in found]
    facts = [emotion.facts(signs(text[: emotion.READ], known), text[: emotion.READ]) for text in texts]
    return Task(
        "emotion",
        texts,
        facts,
        [r["label"] for r in found],
        (1, 2),
        18,
        emotion.READ,
        1.0,
        0.1,
        0.9,
        balanced=True,
        damped=True,
    )


TASKS: tuple[Callable[[], Task], ...] = (topic_task, demand_task, emotion_task)


def fit(task: Task, chosen: Sequence[int]) -> Linear:
    """Return the model of the chosen rows, its weights rounded to eight bits."""
    design, lengths = _matrix([task.texts[n] for n in chosen], task)
    scale = _rarity(design, task)
    facts = sparse.csr_matrix(np.array([task.facts[n] for n in chosen], dtype=float) * task.fact_scale)
    whole = sparse.hstack([sparse.diags(1 / lengths) @ design @ sparse.diags(scale), facts]).tocsr()
    svm = LinearSVC(C=task.strength, class_weight="balanced" if task.balanced else None, random_state=0, max_iter=5000)
    svm.fit(whole, [task.labels[n] for n in chosen])
    return _whole_numbers(task, svm, scale)


def _rarity(design: Any, task: Task) -> Any:
    """Weight of each bucket by the texts that it stands in, with those of the background; none when seen once."""
    seen = np.bincount(design.indices, minlength=design.shape[1])
    known, total = seen, design.shape[0] + len(task.background)
    if task.background:
        known = seen + np.bincount(_matrix(task.background, task)[0].indices, minlength=len(seen))
    return np.where((seen > 0) & (known > 1), (np.log((1 + total) / (1 + known)) + task.damped) ** task.rarity, 0.0)


def _matrix(texts: Sequence[str], task: Task) -> tuple[Any, Any]:
    codes = encode(texts, limit=task.limit)
    return _distinct(codes, task) if task.damped else _every(codes, task)


def _distinct(codes: Codes, task: Task) -> tuple[Any, Any]:
    found = runs(codes, task.sizes, bits=task.bits)
    number = np.diff(found.firsts, append=len(found.buckets))
    row = np.repeat(np.arange(len(number)), number)
    matrix = sparse.csr_matrix((found.levels / ONE, (row, found.buckets)), shape=(len(number), 2**task.bits))
    return matrix, np.sqrt(number) * _EVEN


def _every(codes: Codes, task: Task) -> tuple[Any, Any]:
    lengths = codes.ends - codes.starts + 1
    row = np.repeat(np.arange(len(lengths)), lengths)
    inside = np.concatenate([np.arange(start, end + 1) for start, end in zip(codes.starts, codes.ends, strict=True)])
    columns = [hashes(codes.points, size)[inside] & np.uint32(2**task.bits - 1) for size in task.sizes]
    pairs = (np.tile(row, len(task.sizes)), np.concatenate(columns))
    matrix = sparse.csr_matrix((np.ones(len(pairs[0])), pairs), shape=(len(lengths), 2**task.bits))
    return matrix, np.sqrt(lengths * len(task.sizes))


def _whole_numbers(task: Task, svm: Any, scale: Any) -> Linear:
    hashed, extra = svm.coef_[:, : len(scale)] * scale, svm.coef_[:, len(scale) :] * task.fact_scale
    hashed = hashed / (_EVEN if task.damped else 1.0)
    unit = 127 / np.abs(hashed).max()  # none is cut off: the few heaviest decide, and the others bear rounding
    weights = np.round(hashed * unit).astype(np.int8).T
    bias = tuple(np.round(svm.intercept_ * unit * 1000).astype(int).tolist())
    added = tuple(map(tuple, np.round(extra * unit * 1000).astype(int).T.tolist()))
    return Linear(tuple(svm.classes_.tolist()), task.sizes, np.ascontiguousarray(weights), bias, added, task.damped)


def predict(model: Linear, task: Task, chosen: Sequence[int]) -> list[str]:
    """Return the likeliest class of each chosen row."""
    found = scores(model, encode([task.texts[n] for n in chosen], limit=task.limit), [task.facts[n] for n in chosen])
    return [model.classes[n] for n in found.argmax(axis=1)]


def cross_validated(task: Task, seed: int, folds: int = 5) -> list[str]:
    """Return for each row the class said by a model that saw neither it nor another text that begins or ends alike."""
    said = [""] * len(task.labels)
    splits = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    for train, test in splits.split(task.texts, task.labels, alike(task.texts)):
        model = fit(task, train.tolist())
        for row, name in zip(test.tolist(), predict(model, task, test.tolist()), strict=True):
            said[row] = name
    return said


def alike(texts: Sequence[str], letters: int = 40) -> list[int]:
    """Return for each text the number of its group: texts whose first or last characters are the same.

    >>> alike(["ab", "ac", "db"], letters=1)
    [0, 0, 0]
    """
    heads: dict[str, int] = {}
    tails: dict[str, int] = {}
    return [
        heads.setdefault(text[:letters], tails.setdefault(text[-letters:], number)) for number, text in enumerate(texts)
    ]


def write(task: Task) -> None:
    """Train on all rows and write the model's file."""
    model = fit(task, range(len(task.labels)))
    head = {
        "classes": model.classes, "sizes": model.sizes, "bias": model.bias, "extra": model.extra,
        "buckets": len(model.weights), "damped": model.damped,
    }  # fmt: skip
    (MODELS / f"{task.name}.bin").write_bytes(json.dumps(head).encode() + b"\n" + model.weights.tobytes())


def figures(task: Task) -> dict[str, float]:
    """Return cross-validated accuracy, macro F1 and F1 per class (0…1), means of `SPLITS` ways to cut the folds.

    One way alone flatters or blames a class of two dozen texts by several hundredths.
    """
    found = [_figures(task.labels, cross_validated(task, seed)) for seed in range(SPLITS)]
    return {name: sum(one[name] for one in found) / SPLITS for name in found[0]}


def _figures(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    names = sorted(set(gold))
    return {
        "accuracy": accuracy(gold, said),
        "macro F1": macro_f1(gold, said, names),
    } | {f"F1 {name}": class_f1(gold, said, name) for name in names}


def main() -> None:
    """Write the models trained on everything, and the cross-validated figures."""
    for make in TASKS:
        task = make()
        note(task.name, figures(task))
        write(task)


if __name__ == "__main__":
    main()
