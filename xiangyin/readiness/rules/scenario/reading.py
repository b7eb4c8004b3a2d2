"""Reading a scenario file: everything that is wrong is told at once, each with its place, and nothing half right is kept."""

import json
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.monitoring.terms import Channel
from xiangyin.readiness.rules.scenario.node import Node
from xiangyin.readiness.rules.scenario.values import Arrival, Call, Expected, ScenarioText
from xiangyin.shared.steps import registry

MOST_BYTES, MOST_ARRIVALS, LONGEST_MIN = 1 << 20, 100, 1440


class ScenarioInvalidError(Exception):
    """The file cannot be played; `faults` are sentences, one for each thing to put right."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_scenario(raw: bytes) -> ScenarioText:
    """Read a scenario from the bytes of a JSON file (UTF-8, with or without a byte order mark, at most 1 MiB).

    :raises ScenarioInvalidError: with every fault that was found.
    """
    node = Node(_object(raw), "")
    node.only("title", "purpose", "length_min", "injects")
    text = ScenarioText(
        title=node.text("title", most=120), purpose=node.text("purpose", most=1000),
        length_min=node.whole("length_min", least=1, most=LONGEST_MIN),
        arrivals=tuple(_arrival(each) for each in node.each("injects", _("第 %(n)d 个来电"))),
    )  # fmt: skip
    _compare(node, text)
    if node.faults:
        raise ScenarioInvalidError(node.faults)
    return text


def _object(raw: bytes) -> dict[str, Any]:
    if len(raw) > MOST_BYTES:
        raise ScenarioInvalidError([_("文件超过 1 MB，不像一个想定。")])
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ScenarioInvalidError([_("文件不是 UTF-8 编码，请另存为 UTF-8 再上传。")]) from None
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise ScenarioInvalidError([_("第 %(line)d 行第 %(column)d 个字起不是 JSON。") % where]) from None
    except RecursionError:
        raise ScenarioInvalidError([_("括号套得太深，不像一个想定。")]) from None
    if not isinstance(found, dict):
        raise ScenarioInvalidError([_("整个文件应是一组 { }。")])
    return found


def _arrival(node: Node) -> Arrival:
    node.only("key", "at_min", "about", "call", "expects")
    return Arrival(
        key=node.text("key", most=40), at_min=node.whole("at_min", least=0, most=LONGEST_MIN),
        about=node.text("about", most=40, required=False), call=_call(node.inner("call")),
        expects=tuple(_expected(each) for each in node.each("expects", _("的第 %(n)d 项预期"))),
    )  # fmt: skip


def _call(node: Node) -> Call:
    node.only("title", "text", "channel", "place", "affected", "sensitive")
    said = "affected" in node.value
    return Call(
        title=node.text("title", most=120), text=node.text("text", most=2000),
        channel=node.one_of("channel", Channel.values), place=node.text("place", most=200, required=False),
        affected=node.whole("affected", least=0, most=1_000_000) if said else None, sensitive=node.yes_or_no("sensitive"),
    )  # fmt: skip


def _expected(node: Node) -> Expected:
    node.only("record", "step", "within_min")
    record = node.one_of("record", [table.kind for table in registry.tables()])
    steps = [row.action for row in registry.table(record).rows] if record else [str(node.value.get("step"))]
    return Expected(record, node.one_of("step", steps), node.whole("within_min", least=1, most=LONGEST_MIN))


def _compare(node: Node, text: ScenarioText) -> None:
    """What one call says of another: keys once, `about` an earlier call, in order of time, none after the end."""
    if not 1 <= len(text.arrivals) <= MOST_ARRIVALS:
        node.fault("injects", _("要有 1 到 %(most)d 个来电。") % {"most": MOST_ARRIVALS})
    earlier: dict[str, Arrival] = {}
    latest = 0
    for number, arrival in enumerate(text.arrivals, start=1):
        here = Node({}, _("第 %(n)d 个来电") % {"n": number}, node.faults)
        if arrival.key in earlier:
            here.fault("key", _("“%(key)s”已经用过。") % {"key": arrival.key})
        if arrival.about and (arrival.about not in earlier or earlier[arrival.about].about):
            here.fault("about", _("应是前面一个新事件的来电。"))
        if not latest <= arrival.at_min <= text.length_min:
            here.fault("at_min", _("来电应按时间先后排列，且不晚于 length_min。"))
        earlier[arrival.key], latest = arrival, max(latest, arrival.at_min)
