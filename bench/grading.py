"""Level suggestions on written cases."""

import json
from dataclasses import dataclass
from typing import Any

from bench.shared import path, rows
from xiangyin.adapters.engine.models import load
from xiangyin.engine.analysis import analyse, matters
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.state import empty
from xiangyin.engine.values import LEVELS, Matter
from xiangyin.launch.filters.items import item_from
from xiangyin.launch.filters.township import township_from


@dataclass(frozen=True)
class Case:
    """A case, the level suggested (the gravest of its matters) and the matters."""

    row: dict[str, Any]
    said: str
    matters: tuple[Matter, ...]

    @property
    def defensible(self) -> bool:
        """The level, or one that the reader found defensible."""
        return self.said == self.row["level"] or self.said in self.row["acceptable"]

    @property
    def too_low(self) -> int:
        """By how many levels the suggestion is below the least defensible one."""
        fine = [self.row["level"], *self.row["acceptable"]]
        return max(0, min(map(LEVELS.index, fine)) - LEVELS.index(self.said))


def cases() -> list[Case]:
    """Return every written case, run by itself from an empty state."""
    here = township_from(json.loads(path("grading/township.json").read_text("utf-8")))
    found = []
    for row in rows("grading/dev.jsonl"):
        items = [item_from(one) for one in row["items"]]
        state, _ = analyse(empty(), items, township=here, models=load(), ladder=DEFAULT)
        listed = matters(state, models=load(), ladder=DEFAULT)
        said = max((LEVELS.index(one.level) for one in listed), default=0)
        found.append(Case(row, LEVELS[said], listed))
    return found


def measure() -> dict[str, float]:
    """Return shares of cases: defensible, exact, two or more levels too low, wrongly none."""
    found = cases()
    return {
        "defensible": sum(case.defensible for case in found) / len(found),
        "exact": sum(case.said == case.row["level"] for case in found) / len(found),
        "two or more too low": sum(case.too_low >= 2 for case in found) / len(found),
        "matters per case": sum(len(case.matters) for case in found) / len(found),
    }
