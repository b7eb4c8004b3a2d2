"""Names of villages resolved within a county."""

import csv
import gzip
from collections import Counter, defaultdict
from typing import Any

from bench.shared import path, rows
from xiangyin.engine.places.gazetteer import County, Entry, county
from xiangyin.engine.places.resolve import resolve


def counties(scopes: set[str]) -> dict[str, County]:
    """Return the look-ups of the counties with these codes (6 figures)."""
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    with gzip.open(path("gazetteer/villages.csv.gz"), "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["rank"] == "5" and row["code"][:6] in scopes:
                entries[row["code"][:6]].append(Entry(row["code"], row["name"], row["town"]))
    return {scope: county(found) for scope, found in entries.items()}


def measure() -> dict[str, float]:
    """Return per kind of mention the share answered right: the code, or None with the very candidates.

    Where one township has several villages of the name said, the label names one of them though nothing tells which:
    "decidable" leaves those cases out, "undecidable" is the share of them answered None with these villages.
    """
    cases = list(rows("gazetteer/linking.dev.jsonl"))
    known = counties({case["scope_code"] for case in cases})
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in cases:
        here = known[case["scope_code"]]
        said = resolve(case["mention"], here)
        good = said.code == case["gold"] and (said.code or set(said.candidates) == set(case["candidates"]))
        twins = _twins(case, here)
        for kind in (case["kind"], "all", *(() if twins else ("decidable",))):
            asked[kind] += 1
            right[kind] += bool(good)
        if twins:
            asked["undecidable"] += 1
            right["undecidable"] += said.code is None and set(said.candidates) == twins
    return {kind: right[kind] / asked[kind] for kind in sorted(asked)}


def _twins(case: dict[str, Any], here: County) -> set[str]:
    """The candidates in the township of a case's answer, when the township is all that the mention tells of them."""
    if case["kind"] != "same_county_homonym_with_town":
        return set()
    town = here.town_of[case["gold"]]
    same = {code for code in case["candidates"] if here.town_of[code] == town}
    return same if len(same) > 1 else set()
