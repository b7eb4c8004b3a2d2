"""A small township that does not exist, and what its people say."""

from datetime import datetime, timedelta, timezone
from typing import Any

from xiangyin.adapters.engine.models import load
from xiangyin.engine.analysis import analyse, matters
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.state import State, empty
from xiangyin.engine.values import Batch, Department, Engagement, Item, Matter, Neighbour, Township, Village

CHINA = timezone(timedelta(hours=8))
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=CHINA)

HERE = Township(
    name="柳溪镇",
    code="999903101",
    parents=("江南省", "白石市", "青云县"),
    villages=(
        Village("999903101201", "红旗村", "村", ("红旗大队", "塘口组")),
        Village("999903101202", "李家坪村", "村", ("李家坪", "坪上组")),
        Village("999903101203", "石桥村", "村", ("石桥", "石桥水库")),
        Village("999903101001", "河街社区", "社区", ("河街", "柳溪中心小学")),
    ),
    neighbours=(Neighbour("高田镇", "青云县（邻镇）"), Neighbour("柳溪镇", "外省北岭省黑山县")),
    departments=(
        Department("D1", "农业农村办", ("农村农业", "环境保护")),
        Department("D2", "城建办", ("城乡建设", "交通运输")),
    ),
)


def an_item(text: str, *, number: int = 1, hours: float = 0, **more: Any) -> Item:
    """One item, a call to the hotline unless said otherwise."""
    plain = {"channel": "hotline", "source": "12345热线"} | more
    return Item(f"i{number}", MORNING + timedelta(hours=hours), text=text, **plain)


def passed_on(reposts: int, views: int = 0) -> Engagement:
    return Engagement(reposts=reposts, comments=0, likes=0, views=views)


def taken_in(*items: Item, state: State | None = None, here: Township = HERE) -> tuple[State, Batch]:
    return analyse(state or empty(), items, township=here, models=load(), ladder=DEFAULT)


def listed(*items: Item) -> tuple[Matter, ...]:
    state, _ = taken_in(*items)
    return matters(state, models=load(), ladder=DEFAULT)


def gravest(*items: Item) -> str:
    order = ("none", "blue", "yellow", "orange", "red")
    return max((matter.level for matter in listed(*items)), key=order.index)
