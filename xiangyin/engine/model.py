"""All weights and word lists that the engine needs, as one value."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from xiangyin.engine.forecast import ForecastModel
from xiangyin.engine.grouping.pair import PairModel, PairModels
from xiangyin.engine.lexicon import Lexicon
from xiangyin.engine.linear import Linear


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """What was learned or written down before; read by the caller, passed in as a value."""

    signals: Lexicon
    topics: Lexicon
    topic: Linear
    demand: Linear
    emotion: Linear
    rarity: Mapping[str, int]
    pair: PairModels
    alike: Mapping[str, str] = field(default_factory=dict)
    outside: tuple[str, ...] = ()
    heat: ForecastModel | None = None
    spread: ForecastModel | None = None


def linear(content: bytes) -> Linear:
    r"""Return a linear model from its file: one line of JSON (classes, sizes, bias, extra, buckets), then the weights.

    >>> linear(b'{"classes": ["a"], "sizes": [1], "bias": [4], "buckets": 2}\n\x01\xff').weights.tolist()
    [[1], [-1]]
    """
    head, _, body = content.partition(b"\n")
    said = json.loads(head)
    weights = np.frombuffer(body, dtype=np.int8).reshape(said["buckets"], len(said["classes"]))
    extra = tuple(tuple(row) for row in said.get("extra") or ())
    return Linear(
        tuple(said["classes"]), tuple(said["sizes"]), weights, tuple(said["bias"]), extra, said.get("damped", False)
    )


def rarity(lines: Iterable[str]) -> dict[str, int]:
    """Return the weights of words from lines `weight: word word …`.

    >>> rarity(["# mine", "40: 停水 停电"])
    {'停水': 40, '停电': 40}
    """
    table: dict[str, int] = {}
    for line in lines:
        weight, colon, words = line.partition(":")
        if colon and weight.isdigit():
            table.update(dict.fromkeys(words.split(), int(weight)))
    return table


def alike(lines: Iterable[str]) -> dict[str, str]:
    """Return for each character those that sound like it, from lines of one group each.

    >>> alike(["平坪"])
    {'平': '坪', '坪': '平'}
    """
    groups = (line.strip() for line in lines if not line.startswith("#"))
    return {letter: group.replace(letter, "") for group in groups for letter in group}


def pairs(content: str) -> PairModels:
    """Return the pair models from their JSON file.

    >>> one = '{"weights": [1], "bias": 2, "same": 0}'
    >>> pairs(f'{{"desk": {one}, "stream": {one}}}').desk.bias
    2.0
    """
    said = json.loads(content)
    return PairModels(_pair(said["desk"]), _pair(said["stream"]))


def _pair(said: Mapping[str, Any]) -> PairModel:
    return PairModel(tuple(map(float, said["weights"])), float(said["bias"]), float(said["same"]))
