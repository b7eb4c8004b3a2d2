"""Word lists with tags, found in one pass over a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ahocorasick_rs

from xiangyin.engine.text import fold


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words and the tags of each; `tags[n]` are the tags of `words[n]`."""

    words: tuple[str, ...]
    tags: tuple[tuple[str, ...], ...]
    finder: ahocorasick_rs.AhoCorasick


def lexicon(lines: Iterable[str]) -> Lexicon:
    """Return the lexicon of lines `tag: word word …`; lines that begin with # say where the words come from.

    >>> lexicon(["# mine", "fire: 着火 起火", "alarm: 着火"]).tags
    (('fire', 'alarm'), ('fire',))
    """
    tags: dict[str, dict[str, None]] = {}
    for line in lines:
        tag, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            for word in words.split():
                tags.setdefault(fold(word).text, {})[tag.strip()] = None
    listed = tuple(tags)
    return Lexicon(listed, tuple(tuple(tags[word]) for word in listed), ahocorasick_rs.AhoCorasick(listed))


def signs(text: str, known: Lexicon) -> Mapping[str, tuple[int, ...]]:
    """Return for each tag the places (code points) in a folded text where one of its words begins.

    >>> dict(signs("半夜着火了", lexicon(["fire: 着火 起火", "calm: 扑灭"])))
    {'fire': (2,)}
    """
    found: dict[str, list[int]] = {}
    tags = known.tags
    for number, start, _ in known.finder.find_matches_as_indexes(text, overlapping=True):
        for tag in tags[number]:
            found.setdefault(tag, []).append(start)
    return {tag: tuple(starts) for tag, starts in found.items()}
