"""The engine's weights and word lists, read from the package."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from xiangyin.engine import model
from xiangyin.engine.forecast import ForecastModel, Horizon
from xiangyin.engine.lexicon import lexicon
from xiangyin.engine.model import Models
from xiangyin.engine.trees import Trees


@cache
def load() -> Models:
    """Return all models. Read once; about 0.1 s."""
    return Models(
        signals=lexicon(_lines("signals.txt")),
        topics=lexicon(_lines("topics.txt")),
        topic=model.linear(_bytes("topic.bin")),
        demand=model.linear(_bytes("demand.bin")),
        emotion=model.linear(_bytes("emotion.bin")),
        rarity=model.rarity(_lines("rarity.txt")),
        pair=model.pairs(_bytes("pairs.json").decode()),
        alike=model.alike(_lines("homophones.txt")),
        outside=tuple(word for line in _lines("outside.txt") if not line.startswith("#") for word in line.split()),
        heat=_forecast("heat.json"),
        spread=_forecast("spread.json"),
    )


def _bytes(name: str) -> bytes:
    return (files("xiangyin.engine") / "models" / name).read_bytes()


def _lines(name: str) -> list[str]:
    return _bytes(name).decode().splitlines()


def _forecast(name: str) -> ForecastModel:
    said: dict[str, Any] = json.loads(_bytes(name))
    return ForecastModel({int(hours): _horizon(one) for hours, one in said.items()})


def _horizon(said: dict[str, Any]) -> Horizon:
    low, mid, high = (_trees(said[end]) for end in ("low", "mid", "high"))
    return Horizon(low, mid, high, (said["wider"][0], said["wider"][1]))


def _trees(said: dict[str, Any]) -> Trees:
    return Trees(said["base"], *(tuple(map(tuple, said[part])) for part in ("facts", "thresholds", "leaves")))
