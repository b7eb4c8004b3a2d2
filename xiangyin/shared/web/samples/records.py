"""Lists, cards, tiles, reasons and the ledger of a fictional event."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from xiangyin.shared.web.drawing import Bar, Curve, Expected, Seen, draw_bars, draw_curve
from xiangyin.shared.web.pieces import Cell, Column, Fact, Figure, LedgerLine, Link, Page, Reason, Row, Stat

MIN = timedelta(minutes=1)
HOUR = timedelta(hours=1)

COLUMNS = (
    Column("等级", "level"),
    Column("事件", "main"),
    Column("状态", "state"),
    Column("时限", "clock"),
    Column("信息", "number"),
    Column("最近", "moment"),
)


def rows(now: datetime) -> list[Row]:
    lines = (
        ("orange", "中心小学多名学生午饭后呕吐", "集镇社区", "verifying", "核实中", now + 9 * MIN, 14, now - 2 * MIN),
        ("yellow", "石桥村停水三天无人答复", "石桥村", "responding", "响应中", now - 38 * MIN, 37, now - 4 * HOUR),
        ("blue", "砖厂夜间排烟", "柳湾村", "warned", "已预警", now + 26 * HOUR, 6, now - 11 * HOUR),
        ("red", "河堤管涌，下游两村需要转移", "下河村、渡口村", "closed", "已办结", None, 212, now - 400 * 24 * HOUR),
        ("none", "集市占道经营引发争吵", "集镇社区", "logged", "已登记", now + 5 * MIN, 1, now - MIN),
    )
    return [_row(str(number), line, fresh=number == 0) for number, line in enumerate(lines)]


def _row(key: str, line: Sequence[object], *, fresh: bool) -> Row:
    level, title, place, state, label, due, items, last = line
    cells = (
        Cell(level),
        Cell(title, url="#", note=str(place)),
        Cell(state, label=str(label)),
        Cell(due),
        Cell(items),
        Cell(last),
    )
    return Row(cells, key=key, unread=fresh)


FILE_COLUMNS = (Column("文件", "main"), Column("随哪一步"), Column("由谁"), Column("时间", "moment"))


def file_rows(now: datetime) -> list[Row]:
    lines = (
        ("食堂留样检测报告.pdf", "1.2 MB", "#", "报结果：查清原因", "县疾控联络员", now - 3 * HOUR),
        ("就诊学生名单.xlsx", "18.0 KB，含个人信息", "#", "报结果：核实就诊人数", "卫生院联络员", now - 5 * HOUR),
        ("家长登记表.jpg", "已销毁，2026年10月2日 09:10", "", "报结果：联系家长", "小学联络员", now - 53 * 24 * HOUR),
    )
    return [
        Row([Cell(name, url=url, note=note), Cell(act), Cell(who), Cell(at)]) for name, note, url, act, who, at in lines
    ]


def facts(now: datetime) -> list[Fact]:
    return [
        Fact("发生", now - 15 * HOUR, "moment"),
        Fact("发现", now - 52 * MIN, "moment"),
        Fact("登记", now - 50 * MIN, "moment"),
        Fact("地点", "集镇社区（镇中心小学）"),
        Fact("诉求", "家长要求说明食材来源，公布检测结果；尚未答复"),
        Fact("责任人", "李值班（值班员）"),
    ]


def stats() -> list[Stat]:
    return [
        Stat("待我处理", "3", "项", "1 项已超时", "#", "pressing"),
        Stat("在办事件", "4", "起", "橙 1，黄 1，蓝 1，未定级 1", "#"),
        Stat("今日信息", "126", "条", "昨日同时 98 条", "#"),
        Stat("未答复诉求", "7", "件", "最久 4 天", "#", "pressing"),
        Stat("信息来源", "11/12", "个正常", "县广播 03:00 起无更新", "#"),
    ]


def figures() -> list[Figure]:
    return [
        Figure("60", "分钟", "国家突发公共事件总体应急预案", "第 4.2 条"),
        Figure("2", "个来源", "青禾坪镇舆情应急预案", "2026 年第 1 版"),
        Figure("15", "分钟", read=False),
    ]


def reasons() -> list[Reason]:
    return [
        Reason("性质", "涉及未成年人身体健康，属敏感人群。", (Link("#", "卫生院来电"), Link("#", "家长群转述"))),
        Reason("危害", "文中最多说到 11 人就诊，未见重症。", (Link("#", "卫生院来电"),)),
        Reason("可控", "学校已停餐留样；检测结果未出。"),
        Reason("范围", "2 小时内 14 条，来自 9 个互不相干的来源。", (Link("#", "14 条信息"),)),
    ]


def entries(now: datetime) -> list[LedgerLine]:
    return [
        LedgerLine(
            now - 50 * MIN,
            "李值班",
            "值班员",
            "登记事件",
            (("", "学校来电：午饭后 6 名学生呕吐。"),),
            "3.1.1",
            way="电话",
        ),
        LedgerLine(now - 49 * MIN, "系统", "", "并入 13 条信息，提示橙色", machine=True, change="未定级 → 建议橙色"),
        LedgerLine(
            now - 47 * MIN, "李值班", "值班员", "受理", clause="3.3.1", late=timedelta(0), change="已登记 → 核实中"
        ),
        LedgerLine(
            at=now - 6 * MIN,
            actor="王监测",
            post="监测员",
            act="建议定级",
            said=(("预警颜色", "橙色"), ("", "就诊人数还在增加，家长已到校门口。")),
            clause="3.3.1",
            late=14 * MIN,
            change="建议橙色",
            on_behalf_of="李值班",
        ),
    ]


def pager() -> Page:
    return Page(2, 9, 431, "#", "#")


def tabs() -> list[Link]:
    labels = (("经过", 12), ("信息", 14), ("诉求", 2), ("任务", 5), ("公文", 3), ("时限", 4))
    return [Link("#", label, current=label == "经过", count=count) for label, count in labels]


COUNTS = (0, 1, 0, 2, 1, 3, 5, 9, 14, 18, 16, 21)
MIDDLES = (20, 18, 15, 12, 10, 8)


def curve(now: datetime) -> Curve | None:
    start = now - (len(COUNTS) - 1) * HOUR
    seen = [Seen(start + index * HOUR, count) for index, count in enumerate(COUNTS)]
    expected = [Expected(now + (i + 1) * HOUR, mid * 0.5, mid, mid * 1.2 + 2 * i) for i, mid in enumerate(MIDDLES)]
    return draw_curve(seen, expected)


def bars() -> list[Bar]:
    return draw_bars([("15 分钟以内", 9), ("15 分钟到 1 小时", 14), ("1 小时以上", 3)])
