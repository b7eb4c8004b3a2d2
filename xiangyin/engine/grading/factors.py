"""The factors of a level, each with its own level, a sentence and the items that decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiangyin.engine.grading.ladder import Ladder
from xiangyin.engine.grading.tally import Told, cares, denied, harmful, told
from xiangyin.engine.record import Record

_BLUE, _YELLOW, _ORANGE = 1, 2, 3
_COLOURS = ("无", "蓝色", "黄色", "橙色", "红色")
_FEW = 3  # sources below which a denied danger stays a small matter


@dataclass(frozen=True, slots=True)
class Step:
    """What one fact suggests: 0 none … 4 red."""

    level: int
    factor: str
    text: str
    items: tuple[str, ...] = ()


def severity(records: Sequence[Record], ladder: Ladder) -> Iterator[Step]:
    """Yield what the harm to people suggests; a number that nobody answers for suggests at most yellow."""
    counted = {
        "deaths": ("死亡{}人", told(records, lambda r: r.harm.deaths)),
        "injured": ("受伤{}人", told(records, lambda r: r.harm.injured)),
        "missing": ("失踪或失联{}人", told(records, lambda r: r.harm.missing)),
        "sick": ("身体不适、中毒或被困{}人", told(records, lambda r: r.harm.affected)),
    }
    for measure, (sentence, numbers) in counted.items():
        yield from (_counted(measure, sentence, number, ladder) for number in numbers if number.count)
    for tag, measure, level, words in (
        ("dead", "deaths", _ORANGE, "提到有人死亡"),
        ("hurt", "injured", _YELLOW, "提到有人受伤"),
        ("lost", "missing", _YELLOW, "提到有人失联或被困"),
    ):
        yield from _uncounted(records, tag, level, words, counted[measure][1])


def _counted(measure: str, sentence: str, number: Told, ladder: Ladder) -> Step:
    level = ladder.level(measure, number.count)
    said = sentence.format(number.count)
    if number.sure:
        return Step(level, "severity", said, number.items)
    return Step(min(level, _YELLOW), "severity", f"有说法称{said}，尚未核实", number.items)


def _uncounted(records: Sequence[Record], tag: str, level: int, words: str, numbers: Sequence[Told]) -> Iterator[Step]:
    """Harm in words only. A number that somebody answers for speaks instead; one that nobody does silences rumours only."""
    people = [r for r in records if "animal" not in r.tags or tag != "dead"]
    sure, rumoured = harmful(people, tag)
    if any(number.sure for number in numbers) or denied(records):
        return
    sure = [r for r in sure if r.stance not in ("official", "denial") and not r.harm.denied and "near" not in r.tags]
    if sure:
        yield Step(level, "severity", f"{words}，未说人数", tuple(r.id for r in sure[:3]))
    elif rumoured and not numbers:
        yield Step(min(level, _YELLOW), "severity", f"{words}，尚未核实", tuple(r.id for r in rumoured[:3]))


def nature(records: Sequence[Record], ladder: Ladder) -> Iterator[Step]:
    """Yield what the kind of thing suggests: gatherings, violence, disasters, poison, filth."""
    for crowds in told(records, lambda r: r.crowd if "crowd" in r.tags or cares(r) else None):
        level = ladder.level("crowd", crowds.count)
        yield Step(level, "nature", f"约{crowds.count}人聚集", crowds.items)
    for tag, words, strong in (
        ("crowd", "有人聚集或抗议", _YELLOW),
        ("violence", "涉及暴力或轻生", _YELLOW),
        ("disaster", "发生事故或灾害", _YELLOW),
        ("poison", "疑似中毒或群体不适", _YELLOW),
        ("pollution", "涉及环境污染", _BLUE),
    ):
        yield from _kind(records, tag, words, strong)


def _kind(records: Sequence[Record], tag: str, words: str, level: int) -> Iterator[Step]:
    found = [r for r in records if tag in r.tags and cares(r) and r.scope]
    if not found:
        return
    mild = all("near" in r.tags or "animal" in r.tags or "claim" in r.tags or r.harm.denied for r in found)
    safe = bool(denied(records)) and len({r.source for r in records}) < _FEW
    yield Step(_BLUE if mild or safe else level, "nature", words, tuple(r.id for r in found[:3]))


def reach(records: Sequence[Record], ladder: Ladder, *, grave: int) -> Iterator[Step]:
    """Yield what the spread suggests: distinct sources, reposts, views, press. Copies of one voice are one source.

    `grave` (0 … 4) is the level of the harm and of the signs beside it: the ladder holds reach to it.
    """
    heard = [r for r in records if r.stance != "official"] or list(records)
    sources = len({r.source for r in heard})
    yield _wide("sources", sources, f"{sources}个不同来源", heard[:3], ladder, grave)
    for measure, sentence, number in (
        ("reposts", "转发{}次", sum(r.reposts for r in records)),
        ("views", "浏览{}次", sum(r.views for r in records)),
    ):
        loud = max(records, key=lambda r: (getattr(r, measure), -r.serial))
        yield _wide(measure, number, sentence.format(number), [loud], ladder, grave)
    press = max(records, key=lambda r: (r.media, -r.serial))
    if press.media:
        name = ("", "县级", "省市级", "全国性")[press.media]
        yield _wide("media", press.media, f"{name}媒体报道", [press], ladder, grave)


def _wide(measure: str, number: int, words: str, records: Sequence[Record], ladder: Ladder, grave: int) -> Step:
    level = ladder.heard(measure, number, grave)
    if level < ladder.level(measure, number):
        words += f"（传播不重于伤害，只计到{_COLOURS[level]}）"
    return Step(level, "reach", words, tuple(r.id for r in records))


def control(records: Sequence[Record]) -> Iterator[Step]:
    """Yield what speaks for and against the thing being in hand; it explains, and raises nothing by itself."""
    upper = [r for r in records if "upper" in r.tags and (r.media or r.office)]
    if upper:
        yield Step(_YELLOW, "controllability", "上级已介入或督办", tuple(r.id for r in upper[:3]))
    untrue = denied(records)
    if untrue:
        yield Step(0, "controllability", "官方已作否认或澄清", untrue[:3])
    calm = [r for r in records if "calm" in r.tags and is_late(r, records)]
    if calm:
        yield Step(0, "controllability", "最新消息称情况已控制", tuple(r.id for r in calm[-2:]))


def is_late(record: Record, records: Sequence[Record]) -> bool:
    """Say whether an item stands in the later half of a matter's items."""
    return record.serial >= records[len(records) // 2].serial
