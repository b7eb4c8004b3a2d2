"""Names of villages resolved within a county."""

import csv
import gzip
from collections import Counter, defaultdict

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
    """Return per kind of mention the share answered right: the code, or None with the very candidates."""
    cases = list(rows("gazetteer/linking.dev.jsonl"))
    known = counties({case["scope_code"] for case in cases})
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in cases:
        said = resolve(case["mention"], known[case["scope_code"]])
        good = said.code == case["gold"] and (said.code or set(said.candidates) == set(case["candidates"]))
        for kind in (case["kind"], "all"):
            asked[kind] += 1
            right[kind] += bool(good)
    return {kind: right[kind] / asked[kind] for kind in sorted(asked)}
