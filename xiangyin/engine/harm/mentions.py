"""Counts of persons harmed, as sentences give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from xiangyin.engine.harm.numerals import PATTERN, is_vague, value

Kind = Literal["deaths", "injured", "severe", "slight", "scratched", "missing", "affected"]
_HARM: dict[Kind, str] = {
    "deaths": (
        r"(?:死亡|遇难|身亡|丧生|罹难|溺亡|丧命|牺牲|殉职|不治|离世|遇害|死(?!亡)|亡(?!羊)|没有?(?:了)?呼吸|已经没有呼吸|停止呼吸"
        r"|没有?抢救过来|没能抢救|没了|不行了|被?(?:炸|烧|砸|压|撞|淹|毒|呛|捅|砍)死)"
    ),
    "injured": (
        r"(?:受伤|负伤|(?<![重轻微])伤(?!心|害|口|势|员|者|情|残|感|寒)|烧伤|烫伤|砸伤|撞伤|咬伤|砍伤|捅伤"
        r"|摔伤|刺伤|擦伤|骨折|被咬|挂彩)"
    ),
    "severe": r"(?:重伤|伤势较重|伤势严重|重度)",
    "slight": r"(?:轻伤|轻度)",
    "scratched": r"(?:轻微伤|轻微擦伤)",
    "missing": r"(?:失踪|失联|下落不明|失去联系|没找到|未找到|走失|溺水|落水|被埋|被冲走)",
    "affected": (
        r"(?:被困|中毒|住院|入院|就诊|就医|送医|送往医院|送医院|送进医院|不适|呕吐|腹泻|上吐下泻|拉肚子|肚子疼|肚子痛|腹痛|头晕|晕倒|昏迷"
        r"|发烧|发热|隔离|确诊|感染|染病|患病|病倒|吐了|不舒服|恶心|打吊针|输液|症状|留院|过敏|滞留|吃坏)"
    ),
}
_ROUGH = r"(?P<pre>约|近|至少|超过|逾|大约|不下|多达|将近|最少|疑似)?"
_NUMBER = rf"(?P<n>{PATTERN})(?P<post>余|多|来|几)?"
_PEOPLE = r"(?:多?[名位个口具]|人|男|女|多?名)"
_WHO = r"(?:(?!中的|其中|途中)[^\d,，。;；:：!！?？、死伤亡困十百多]){0,14}?"
_NEXT = r"(?!.{0,8}?(?:受伤|重伤|轻伤|轻微伤|失踪|失联|死亡|遇难|被困|烧伤))"
_FORWARD = {kind: re.compile(rf"{_ROUGH}{_NUMBER}(?P<u>{_PEOPLE})(?P<w>{_WHO}){word}") for kind, word in _HARM.items()}
_BACK_WORD: dict[Kind, str] = {
    "deaths": r"(?:死亡|遇难|身亡|丧生|致死|炸死|烧死|压死|砸死|撞死|淹死|毒死|死了|死)",
    "injured": r"(?:受伤|炸伤|烧伤|砸伤|撞伤|砍伤|咬伤|咬了|咬|伤员|伤者|伤)",
    "severe": r"重伤",
    "slight": r"轻伤",
    "scratched": r"轻微伤",
    "missing": r"(?:失踪|失联)",
    "affected": r"(?:被困|中毒|住院|就诊|送医|确诊|感染|发病|撂倒|患者|病人)",
}
_BACKWARD = {
    kind: re.compile(
        rf"{word}(?:人数|人员|者)?(?:已经?|共|达到?|增至|升至|上升[至到]|增加[至到]|为|约|:|了|有)*{_ROUGH}{_NUMBER}(?P<u>名|人|位|个(?!月|小|多月|百)){_NEXT}"
    )
    for kind, word in _BACK_WORD.items()
}
_SHORT = re.compile(
    rf"(?P<d>{PATTERN})人?死(?:[、,，和]?(?P<i>{PATTERN})(?P<ipost>余|多)?人?(?:受)?伤)?|(?<![\d.])(?P<j>{PATTERN})人?亡(?![羊命])"
)
_ONE_DEAD = re.compile(
    r"(?:当场|经?抢救无效|不治|不幸|坠楼|溺水|意外)(?:后)?(?:死亡|身亡|遇难|离世|去世|牺牲|溺亡)|被[^,，。]{0,4}(?:烧死|撞死|砸死|压死)|[致使]其?[\u4e00-\u9fff]{0,4}某{1,2}[^,，。]{0,4}死亡"
)
_ONE_HURT = re.compile(
    r"(?:司机|驾驶员|男子|女子|老人|孩子|小孩|男孩|女孩|工人|乘客|行人|骑车人|车主)[^,，。\d]{0,4}?(?:受了?[轻重]?伤|被?[烧砸撞咬砍摔]伤|骨折)"
)
_MANY = re.compile(
    r"(?:多|数|数十|数百|数千|几|好几|若干)(?:名|人|位|个)[^\d,，。;；]{0,10}?(?:受伤|负伤|伤亡|死亡|中毒|被困|送医|失踪)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One count: `start` is its place in the text; `rough` when it is said to be more, less or about."""

    kind: Kind
    count: int
    rough: bool
    start: int
    end: int


def mentions(text: str) -> Iterator[Mention]:
    """Yield the counts of persons dead, injured, missing, sick or trapped that a folded sentence gives.

    >>> [(m.kind, m.count) for m in mentions("造成3人遇难,14人轻伤,另有十几个孩子呕吐")]
    [('deaths', 3), ('slight', 14), ('affected', 10)]
    """
    for kind in _HARM:
        for pattern in (_FORWARD[kind], _BACKWARD[kind]):
            for found in pattern.finditer(text):
                yield from _counted(kind, found)
    yield from _short(text)


def _counted(kind: Kind, found: re.Match[str]) -> Iterator[Mention]:
    count = value(found["n"])
    if count is None or _not_people(found):
        return
    rough = bool(found["pre"] or found["post"]) or is_vague(found["n"]) or "多" in found["u"]
    yield Mention(kind, count, rough, found.start("n"), found.end())


_OTHER_THINGS = re.compile(
    r"^(?:月|小时|多小时|乡镇|县|村|城市|地区|部门|单位|国家|地方|消防|警|中队|救援|省|星期|学校|医院|工厂|家庭|集装箱)|救援|官兵|民警|消防员|专家|医护|医生|警员"
)


def _not_people(found: re.Match[str]) -> bool:
    between = found.groupdict().get("w") or ""
    return bool(_OTHER_THINGS.search(between))


def _short(text: str) -> Iterator[Mention]:
    for found in _SHORT.finditer(text):
        dead = value(found["d"] or found["j"])
        if dead is not None:
            yield Mention("deaths", dead, is_vague(found["d"] or found["j"]), found.start(), found.end())
        hurt = value(found["i"]) if found["i"] else None
        if hurt is not None:
            yield Mention("injured", hurt, bool(found["ipost"]), found.start(), found.end())


def says_one_died(text: str) -> bool:
    """Say whether a sentence tells the death of one person without a number.

    >>> says_one_died("致周某当场死亡"), says_one_died("死亡三人")
    (True, False)
    """
    return bool(_ONE_DEAD.search(text))


def says_one_hurt(text: str) -> bool:
    """Say whether a sentence tells that one person was hurt, without a number.

    >>> says_one_hurt("事故中司机受伤"), says_one_hurt("司机说没事")
    (True, False)
    """
    return bool(_ONE_HURT.search(text))


def says_many(text: str) -> bool:
    """Say whether a sentence speaks of several people harmed without a number.

    >>> says_many("多人受伤"), says_many("三人受伤")
    (True, False)
    """
    return bool(_MANY.search(text))
