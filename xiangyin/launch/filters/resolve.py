"""`xiangyin resolve`: names of villages as codes of the official list, line by line."""

import argparse
import csv
import gzip
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from xiangyin.engine.places.gazetteer import County, Entry, county
from xiangyin.engine.places.resolve import resolve
from xiangyin.launch.filters.lines import LineRefused, add_ends, each

_VILLAGE = "5"
_WHOLE = 12  # figures of a code down to the village


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.description = "把每行 {id, scope_code, mention} 中的地名对应到区划代码；有歧义时 code 为 null"
    parser.add_argument("--gazetteer", type=Path, required=True, metavar="FILE.csv.gz", help="村级区划表")
    add_ends(parser)


def run(arguments: argparse.Namespace) -> int:
    """Resolve every line; return 0, or 3 if a line could not be read."""
    lists = gazetteer(arguments.gazetteer)

    @lru_cache(maxsize=200)
    def within(scope: str) -> County:
        return county(entry for key, found in lists.items() if key.startswith(scope[:6]) for entry in found)

    return each(arguments, lambda said: resolved(said, within))


def resolved(said: Mapping[str, Any], within: Callable[[str], County]) -> dict[str, Any]:
    """Return the answer to one line's object. `scope_code` may be of a province, city or county (2, 4, 6 figures or 12).

    :raises LineRefused: a field is not text.
    """
    scope, mention = said["scope_code"], said["mention"]
    if not isinstance(scope, str) or not isinstance(mention, str):
        raise LineRefused("字段 scope_code 和 mention 应为文字")
    found = resolve(mention, within(scope[:6].rstrip("0") if len(scope) == _WHOLE else scope))
    return {"id": said["id"], "code": found.code, "candidates": list(found.candidates)}


def gazetteer(path: Path) -> dict[str, list[Entry]]:
    """Return the villages of a list by their county's code (6 figures).

    :raises OSError: the file cannot be read.
    """
    by_county: dict[str, list[Entry]] = {}
    for code, entry in _villages(path):
        by_county.setdefault(code[:6], []).append(entry)
    return by_county


def _villages(path: Path) -> Iterator[tuple[str, Entry]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        head = next(rows)
        code, name, rank, town = (head.index(one) for one in ("code", "name", "rank", "town"))
        for row in rows:
            if row[rank] == _VILLAGE:
                yield row[code], Entry(row[code], row[name], row[town])
