"""Ladders: from which number on a fact suggests which level. Data of the jurisdiction; the default names its sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xiangyin.engine.values import LEVELS, Level

Steps = tuple[int | None, int | None, int | None, int | None]  # from this on: blue, yellow, orange, red


@dataclass(frozen=True, slots=True)
class Rule:
    """One ladder: the factor of the regulation (nature, severity, controllability, reach) and where the steps are from."""

    factor: str
    steps: Steps
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """A named version of all ladders; `name` is stored with every suggestion."""

    name: str
    rules: Mapping[str, Rule] = field(default_factory=dict)

    def level(self, measure: str, number: int | None) -> int:
        """Return 0 (none) … 4 (red) for a number; None and unknown measures are none.

        >>> DEFAULT.level("deaths", 3), DEFAULT.level("injured", 9), DEFAULT.level("deaths", None)
        (4, 2, 0)
        """
        rule = self.rules.get(measure)
        if rule is None or number is None:
            return 0
        return max(
            (place for place, step in enumerate(rule.steps, 1) if step is not None and number >= step), default=0
        )


def word(level: int) -> Level:
    """Return the name of a level from 0 (none) to 4 (red).

    >>> word(4)
    'red'
    """
    return LEVELS[max(0, min(level, 4))]


_ACCIDENTS = "生产安全事故报告和调查处理条例（国务院令第493号）第三条，乡镇内部从严两级"
_GATHERING = "特别重大、重大突发公共事件分级标准（试行）的群体性事件按乡镇规模折算；本地设定"
_NET = "国家网络安全事件报告管理办法附件分级的十倍阶梯，乡镇从严一级；本地设定"
_LOCAL = "本地设定"
DEFAULT = Ladder(
    "township-2026-1",
    {
        "deaths": Rule("severity", (None, None, 1, 3), "人", _ACCIDENTS),
        "injured": Rule("severity", (None, 1, 10, 50), "人", _ACCIDENTS),
        "missing": Rule("severity", (None, 1, 3, 10), "人", _ACCIDENTS),
        "sick": Rule("severity", (1, 3, 10, 50), "人", "国家突发公共卫生事件分级按乡镇规模折算；本地设定"),
        "crowd": Rule("nature", (None, 5, 50, 200), "人", _GATHERING),
        "sources": Rule("reach", (2, 10, 30, 100), "个", _LOCAL),
        "reposts": Rule("reach", (50, 500, 2000, 10_000), "次", _NET),
        "views": Rule("reach", (5000, 50_000, 500_000, 5_000_000), "次", _NET),
        "media": Rule("reach", (None, 1, 3, None), "级", "舆情分级惯例（媒体层级）；本地设定"),
    },
)
