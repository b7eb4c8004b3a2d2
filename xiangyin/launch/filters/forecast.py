"""`xiangyin forecast`: hourly series some hours ahead, line by line."""

import argparse
import itertools
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from xiangyin.adapters.engine.models import load
from xiangyin.engine.forecast import ahead_of
from xiangyin.launch.filters.lines import LineRefused, add_ends, each

_MOST_H = 24


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.description = "对每行 {id, start, hours[], values[]} 给出若干小时后的预计值和 80% 区间"
    parser.add_argument("--ahead", type=int, required=True, metavar="H", help="提前小时数，1 到 24")
    add_ends(parser)


def run(arguments: argparse.Namespace) -> int:
    """Forecast every line; return 0, or 3 if a line could not be read."""
    if not 1 <= arguments.ahead <= _MOST_H:
        raise SystemExit("--ahead 应在 1 到 24 之间：更远的将来无法预计")
    return each(arguments, lambda said: foretold(said, arguments.ahead))


def foretold(said: Mapping[str, Any], ahead: int) -> dict[str, Any]:
    """Return the answer to one line's object.

    :raises LineRefused: the series is empty, not in order, or its parts differ in length.
    """
    hours, values = said["hours"], said["values"]
    if not hours or len(hours) != len(values) or any(b <= a for a, b in itertools.pairwise(hours)):
        raise LineRefused("hours 和 values 应等长、非空，且 hours 递增")
    model = load().heat
    if model is None:
        raise LineRefused("没有预测模型")
    first = datetime.fromisoformat(said["start"])
    begun = (first.hour + int(hours[0])) % _MOST_H
    found = ahead_of([int(h - hours[0]) for h in hours], values, first_hour=begun, ahead=ahead, model=model)
    return {"id": said["id"], "low": found.low, "mid": found.mid, "high": found.high}
