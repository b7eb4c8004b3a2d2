"""Ladders: from which number on a fact suggests which level. Data of the jurisdiction; the default names its sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from xiangyin.engine.values import LEVELS, Level

Steps = tuple[int | None, int | None, int | None, int | None]  # from this on: blue, yellow, orange, red


@dataclass(frozen=True, slots=True)
class Rule:
    """One ladder: the factor of the regulation (nature, severity, controllability, reach) and where the steps are from.

    `alone` is the gravest level, 1 blue … 4 red, to which it counts where neither harm nor a grave sign stands beside it.
    """

    factor: str
    steps: Steps
    unit: str
    source: str
    alone: int = 4


@dataclass(frozen=True, slots=True)
class Ladder:
    """A named version of all ladders; `name` is stored with every suggestion.

    `beyond` is by how many levels reach may count above the gravest harm or sign (`alone` holds where that is higher).
    """

    name: str
    rules: Mapping[str, Rule] = field(default_factory=dict)
    beyond: int = 1

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

    def heard(self, measure: str, number: int, grave: int) -> int:
        """Return 0 (none) … 4 (red) for a number of reach beside harm or signs of level `grave` (0 … 4).

        >>> [DEFAULT.heard("sources", 120, grave) for grave in range(4)]
        [2, 2, 3, 4]
        """
        level = self.level(measure, number)
        return min(level, max(self.rules[measure].alone, grave + self.beyond)) if level else 0


def word(level: int) -> Level:
    """Return the name of a level from 0 (none) to 4 (red).

    >>> word(4)
    'red'
    """
    return LEVELS[max(0, min(level, 4))]


_ACCIDENTS = "生产安全事故报告和调查处理条例（国务院令第493号）第三条，乡镇内部从严两级"
_GATHERING = "特别重大、重大突发公共事件分级标准（试行）的群体性事件按乡镇规模折算；本地设定"
_NET = "国家网络安全事件报告管理办法附件分级的十倍阶梯，乡镇从严一级；该标准不用于舆情，单独不作红色；本地设定"
_VOICES = "人数为本地设定；一般爆料、投诉和民生诉求单独不高于黄色，参照仙桃市网络舆情处理工作细则的三级"
DEFAULT = Ladder(
    "township-2026-2",
    {
        "deaths": Rule("severity", (None, None, 1, 3), "人", _ACCIDENTS),
        "injured": Rule("severity", (None, 1, 10, 50), "人", _ACCIDENTS),
        "missing": Rule("severity", (None, 1, 3, 10), "人", _ACCIDENTS),
        "sick": Rule("severity", (1, 3, 10, 50), "人", "国家突发公共卫生事件分级按乡镇规模折算；本地设定"),
        "crowd": Rule("nature", (None, 5, 50, 200), "人", _GATHERING),
        "sources": Rule("reach", (2, 10, 30, 100), "个", _VOICES, alone=2),
        "reposts": Rule("reach", (50, 500, 2000, 10_000), "次", _NET, alone=3),
        "views": Rule("reach", (5000, 50_000, 500_000, 5_000_000), "次", _NET, alone=3),
        "media": Rule("reach", (None, 1, 3, None), "级", "舆情分级惯例（媒体层级）；本地设定", alone=3),
    },
)
