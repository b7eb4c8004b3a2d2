"""The level that a matter suggests, with the reasons that decided. A named person decides."""

from collections.abc import Iterable, Sequence

from xiangyin.engine.grading.factors import Step, control, nature, reach, severity
from xiangyin.engine.grading.ladder import Ladder, word
from xiangyin.engine.grading.tally import about_us, cares
from xiangyin.engine.record import Record
from xiangyin.engine.values import Reason, Suggestion

_ORANGE, _RED = 3, 4
_SHOWN = 8


def suggest(records: Iterable[Record], ladder: Ladder) -> Suggestion:
    """Return the suggested level of a matter's items, in order of arrival, and why.

    Each factor has its own level; the highest decides (harm is never averaged away). Reach alone stops at the ladder's
    `alone` and beside harm one level above it; without any grievance or harm it suggests nothing. Grave harm that the
    nation watches is one level graver. Source: clauses 1.3.1 and 3.2.
    """
    found = sorted(records, key=lambda r: r.serial)
    ours = about_us(found)
    if not ours:
        return Suggestion(
            "none", (Reason("nature", "说的是别处，不属本辖区", tuple(r.id for r in found[:3])),), ladder.name
        )
    if not any(cares(r) for r in ours):
        return Suggestion(
            "none", (Reason("nature", "未见诉求、伤害或险情", tuple(r.id for r in ours[:3])),), ladder.name
        )
    real = [r for r in ours if not r.tags & {"advert"}] or ours
    facts = [*severity(real, ladder), *nature(real, ladder)]
    grave = max((step.level for step in facts), default=0)
    steps = [*facts, *reach(real, ladder, grave=grave), *control(real)]
    level = _together(steps)
    return Suggestion(word(level), _reasons(steps, real, level), ladder.name)


def _together(steps: Sequence[Step]) -> int:
    highest = max(step.level for step in steps)
    harm = max((s.level for s in steps if s.factor == "severity"), default=0)
    wide = max((s.level for s in steps if s.factor == "reach"), default=0)
    return _RED if harm >= _ORANGE and wide >= _ORANGE else highest


def _reasons(steps: Sequence[Step], records: Sequence[Record], level: int) -> tuple[Reason, ...]:
    """The reasons, those that decided first; children and patients are named because the reporting clock asks for them."""
    told = sorted((s for s in steps if s.level or s.factor == "controllability"), key=lambda s: -s.level)
    reasons = [Reason(s.factor, s.text, s.items) for s in told]
    for tag, words in (("minors", "涉及未成年人"), ("patients", "涉及病人或老人")):
        found = tuple(r.id for r in records if tag in r.tags)[:3]
        if found and level:
            reasons.append(Reason("nature", words, found))
    if level > max((s.level for s in steps), default=0):
        reasons.insert(0, Reason("severity", "伤害严重且传播广，从重一级"))
    return tuple(reasons[:_SHOWN])
