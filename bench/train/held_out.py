"""Grouping judged on items that the model never saw: trained on one half in time, judged on the other."""

from collections.abc import Sequence
from typing import Any

from bench.scores import b_cubed, pair_f1
from bench.train.idf import rarity, texts
from bench.train.pairs import DESK_SAME, STREAM_SAME, fit, messages, news, pairs, traces
from xiangyin.engine.grouping.choose import best_matter, likeness
from xiangyin.engine.grouping.index import Index, add
from xiangyin.engine.grouping.pair import PairModels
from xiangyin.engine.grouping.trace import Trace


def grouped(found: Sequence[Trace], models: PairModels) -> list[int]:
    """Return the number of the matter of each item, taken in one after the other."""
    index, matter_of = Index(), dict[int, int]()
    for number, mine in enumerate(found):
        best = best_matter(likeness(mine, index, models), matter_of)
        matter_of[number] = number if best is None else best
        add(number, mine, index)
    return [matter_of[number] for number in range(len(found))]


def _split(items: Sequence[dict[str, Any]], share: float) -> list[tuple[slice, slice]]:
    cut = int(len(items) * share)
    return [(slice(0, cut), slice(cut, None)), (slice(cut, None), slice(0, cut))]


def messages_held_out() -> dict[str, float]:
    """Return B³ F1 and pair F1 on citizens' messages, mean of the two halves."""
    items, events = messages()
    table = rarity(texts())
    found = []
    for learn, judge in _split(items, 0.5):
        model = fit([pairs(traces(items[learn], table, stream=False), events[learn])], same=DESK_SAME)
        said = grouped(traces(items[judge], table, stream=False), PairModels(model, model))
        found.append((b_cubed(events[judge], said)[0], pair_f1(events[judge], said)))
    return {"B³ F1, held out": _mean(found, 0), "pair F1, held out": _mean(found, 1)}


def news_held_out() -> dict[str, float]:
    """Return B³ F1 on posts with a known story: all posts taken in, and only those; mean of the two spans of time."""
    items, events = news()
    table = rarity(texts())
    found = []
    for learn, judge in _split(items, 0.55):
        model = fit([pairs(traces(items[learn], table, stream=True), events[learn])], strength=3.0, same=STREAM_SAME)
        models = PairModels(model, model)
        seen, known = traces(items[judge], table, stream=True), events[judge]
        labelled = [n for n, event in enumerate(known) if event]
        among_all = grouped(seen, models)
        alone = grouped([seen[n] for n in labelled], models)
        gold = [known[n] for n in labelled]
        found.append((b_cubed(gold, [among_all[n] for n in labelled])[0], b_cubed(gold, alone)[0]))
    return {"B³ F1 among all posts, held out": _mean(found, 0), "B³ F1 of labelled posts, held out": _mean(found, 1)}


def _mean(found: Sequence[tuple[float, float]], place: int) -> float:
    return sum(one[place] for one in found) / len(found)
