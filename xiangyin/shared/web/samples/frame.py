"""The frame of the style page: a fictional township at 03:05, with one urgent and one ordinary notice."""

from datetime import datetime, timedelta

from xiangyin.shared.web.pieces import AccountMenu, Band, Link, NavigationEntry, Notice

MIN = timedelta(minutes=1)
DOORS = ("今天", "待我处理", "舆情事件", "登记", "值班", "信息", "事项", "预警", "响应", "发布", "善后", "演训", "问责")
WAITING = {"待我处理": 3, "舆情事件": 2, "发布": 1}


def navigation() -> list[NavigationEntry]:
    return [NavigationEntry("#", label, current=label == "舆情事件", count=WAITING.get(label, 0)) for label in DOORS]


def band() -> Band:
    return Band("演示乡镇，内容虚构，不向外发送", "demonstration")


def account() -> AccountMenu:
    return AccountMenu("li", "李值班", "值班员", "#", (Link("#", "我的岗位"), Link("#", "修改口令"), Link("#", "帮助")))


def clauses() -> list[Link]:
    return [Link("#", "3.1.2 值班值守"), Link("#", "3.3.2 核实定级"), Link("#", "1.3.3 快速反应")]


def notices(now: datetime) -> list[Notice]:
    urgent = Notice(
        key="n1",
        title="请核实：中心小学多名学生午饭后呕吐",
        body="王监测建议定为橙色。",
        at=now - 6 * MIN,
        url="#steps",
        level="orange",
        due=now + 9 * MIN,
        urgent=True,
        acknowledge_url="#",
    )
    calm = Notice("n2", "卫生院回报：已接诊 11 人", now - 25 * MIN, url="#timeline", acknowledge_url="#")
    return [urgent, calm]
