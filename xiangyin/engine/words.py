"""The words of a text with the weight that their rarity gives them."""

from collections.abc import Mapping

import rjieba

READ = 400  # characters of an item that are cut into words: what a thing is stands at the front
LEAD = 30  # characters that stand for a missing title
KEPT = 80  # heaviest words that an item keeps
UNKNOWN = 85  # weight of a word that the background never saw


def cut(text: str) -> list[str]:
    """Return the words of two and more characters of a folded text, in order; names no dictionary has are guessed.

    >>> cut("小区停水,我很急")
    ['小区', '停水']
    """
    return [word for word in rjieba.cut(text) if len(word) > 1]


def front(words: list[str]) -> list[str]:
    """Return the words that stand for a missing title: the first ones, up to `LEAD` characters.

    >>> front(["停水"] * 20) == ["停水"] * 15
    True
    """
    length = 0
    for place, word in enumerate(words):
        length += len(word)
        if length > LEAD:
            return words[:place]
    return words


def weigh(words: list[str], rarity: Mapping[str, int]) -> dict[str, int]:
    """Return each word's weight: its rarity (tenths of a nat), half as much again when said twice and more.

    Source: Spärck Jones, 1972 (inverse document frequency), with a background collection instead of the running one.

    >>> weigh(["停水", "停水", "小区"], {"停水": 40, "小区": 20})
    {'停水': 60, '小区': 20}
    """
    weights: dict[str, int] = {}
    rare = rarity.get
    for word in words:
        weight = rare(word, UNKNOWN)
        weights[word] = weight * 3 // 2 if word in weights else weight
    return weights


def heaviest(weights: Mapping[str, int], count: int) -> dict[str, int]:
    """Return the `count` heaviest words, the heaviest first; equals in the order of their characters.

    >>> heaviest({"一": 1, "二": 3, "三": 2}, 2)
    {'二': 3, '三': 2}
    """
    order = sorted([(-weight, word) for word, weight in weights.items()])
    return {word: -weight for weight, word in order[:count]}
