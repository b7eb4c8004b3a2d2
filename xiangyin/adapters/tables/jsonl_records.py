"""Rows of a JSON Lines file: one object a line, as the engine's contract has it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from xiangyin.adapters.tables.lines import MOST_CHARS
from xiangyin.monitoring.ports import Record
from xiangyin.monitoring.terms import RowFault


def json_records(lines: Iterable[str]) -> Iterator[Record]:
    """Every line that is not blank. A nested object's keys become columns with a dot: `engagement.likes`."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _record(number, line)


def _record(number: int, line: str) -> Record:
    if len(line) > MOST_CHARS:
        return Record(number, {}, RowFault.LINE_TOO_LONG)
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return Record(number, {}, RowFault.NOT_JSON)
    if not isinstance(found, dict):
        return Record(number, {}, RowFault.NOT_JSON)
    return Record(number, dict(_flat(found)))


def _flat(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in found.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", _plain(each)) for inner, each in value.items())
        else:
            yield name, _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value
