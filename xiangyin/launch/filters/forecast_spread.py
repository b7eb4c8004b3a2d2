"""`xiangyin forecast-spread`: reposts after a day from those of the first hours, line by line."""

import argparse
from collections.abc import Mapping
from typing import Any

from xiangyin.adapters.engine.models import load
from xiangyin.engine.spread import after_a_day
from xiangyin.launch.filters.lines import LineRefused, add_ends, each

_DAY_H = 24


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.description = "对每行 {id, minutes[]}（转发距发布的分钟数）给出 24 小时后的转发数和 80% 区间"
    parser.add_argument("--seen", type=int, required=True, metavar="H", help="已观察的小时数")
    parser.add_argument("--at", type=int, default=_DAY_H, choices=[_DAY_H], help="预计的时点（小时）")
    add_ends(parser)


def run(arguments: argparse.Namespace) -> int:
    """Forecast every line; return 0, or 3 if a line could not be read."""
    return each(arguments, lambda said: foretold(said, arguments.seen))


def foretold(said: Mapping[str, Any], seen: int) -> dict[str, Any]:
    """Return the answer to one line's object; minutes after the time seen are not looked at.

    :raises LineRefused: there is no model.
    """
    model = load().spread
    if model is None:
        raise LineRefused("没有预测模型")
    minutes = [float(one) for one in said["minutes"]]
    found = after_a_day([one for one in minutes if one <= 60 * seen], seen_h=seen, model=model)
    return {"id": said["id"], "low": found.low, "mid": found.mid, "high": found.high}
