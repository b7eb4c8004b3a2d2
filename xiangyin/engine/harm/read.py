"""The latest totals of persons harmed that one item gives."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from xiangyin.engine.gravity import is_supposed
from xiangyin.engine.harm.mentions import Kind, Mention, mentions, says_many, says_one_died, says_one_hurt
from xiangyin.engine.harm.setting import (
    denies,
    denies_deaths,
    is_claim,
    is_figure_of_speech,
    is_natural,
    is_past,
    is_put_right,
    is_unreal,
)
from xiangyin.engine.values import Harm

_WORDS = re.compile(
    r"患者|[死伤亡困失毒没晕吐病疼痛咬]|遇难|丧生|罹难|牺牲|送医|住院|入院|就[诊医]|不[适治行]|呼吸|发[烧热]|隔离|确诊|感染|症状|人.{0,3}没事|走了"
)
_HINT = re.compile(r"[死伤亡困失毒没晕吐病患疼痛咬难丧牺医院诊适行呼烧热离染症事走]")
_SENTENCE = re.compile(r"[^。！!？?；;\n]+[。！!？?；;\n]?")
_TOTAL = re.compile(r"截至|截止|最新|累计|总计|共造成|共计|已造成|造成|上升|升至|增至|达到|共有")
_LATEST = re.compile(r"截至|截止|最新|上升|升至|增至|续报")
_VERDICT = 6  # characters in which a clause says that the one before it is untrue
_SUPPOSES = 10  # characters before a number that may make it a fear or a warning
_PART = re.compile(r"其中|另有|包括|分别|之后不久|又有|第二起")


def read(text: str, *, year: int | None = None) -> Harm:
    """Return the totals of persons said in a folded text; None = not said, 0 = said to be none.

    Totals given with a time or as a sum count before parts, the past, other people's claims and drills.

    >>> read("事故造成3人死亡多人受伤"), read("火灾没有造成人员伤亡").denied
    (Harm(deaths=3, injured=None, missing=None, affected=None, denied=False, approximate=True), True)
    """
    if not (_HINT.search(text) and _WORDS.search(text)) or is_unreal(text):
        return Harm()
    found: list[tuple[Mention, int]] = []
    denied = vague = put_right = nobody_died = False
    one = hurt = False
    for sentence in _sentences(text):
        if is_past(sentence, year):
            continue
        denied |= denies(sentence)
        said, wrong = _said(sentence)
        put_right |= wrong
        found += said
        vague |= says_many(sentence)
        one |= says_one_died(sentence) and not is_natural(text) and not wrong
        hurt |= says_one_hurt(sentence) and not wrong
        nobody_died |= denies_deaths(sentence)
    harm = _totals(found, denied=denied or put_right, vague=vague)
    return _unsaid(harm, one=one, hurt=hurt, nobody_died=nobody_died)


def _sentences(text: str) -> Iterable[str]:
    return (found.group() for found in _SENTENCE.finditer(text))


def _said(sentence: str) -> tuple[list[tuple[Mention, int]], bool]:
    """The counts of a sentence with their weight, and whether it puts other people's claim right."""
    wrong = is_put_right(sentence)
    kept: list[tuple[Mention, int]] = []
    weight = 2 * bool(_LATEST.search(sentence)) + bool(_TOTAL.search(sentence))
    for mention in mentions(sentence):
        before = sentence[: mention.start]
        if wrong and _is_claimed(before, sentence[mention.end :]):
            continue
        if is_supposed(re.split(r"[,，]", before)[-1][-_SUPPOSES:]) or is_figure_of_speech(
            sentence[mention.start : mention.end]
        ):
            continue
        part = bool(_PART.search(before[-24:]))
        kept.append((mention, weight - 2 * part))
    return kept, wrong


def _is_claimed(before: str, behind: str) -> bool:
    clause = re.split(r"[,，]", before)[-1]
    here, _, next_clause = behind.replace("，", ",").partition(",")
    return is_claim(clause) or is_put_right(here) or is_put_right(next_clause[:_VERDICT])


def _unsaid(harm: Harm, *, one: bool, hurt: bool, nobody_died: bool) -> Harm:
    """Fill in what is told without a number: one dead, one hurt, nobody dead."""
    deaths, injured = harm.deaths, harm.injured
    if not deaths and one:
        deaths, injured = 1, injured or None
    elif deaths is None and nobody_died and (harm.injured or harm.affected):
        deaths = 0
    if injured is None and hurt and not deaths:
        injured = 1
    return replace(harm, deaths=deaths, injured=injured)


def _totals(found: Sequence[tuple[Mention, int]], *, denied: bool, vague: bool) -> Harm:
    deaths = _best(found, "deaths")
    injured = _best(found, "injured")
    severity = [m for m in (_best(found, "severe"), _best(found, "slight"), _best(found, "scratched")) if m]
    hurt = injured.count if injured else sum(m.count for m in severity) if severity else None
    missing, affected = _best(found, "missing"), _best(found, "affected")
    none_hurt = denied and hurt is None and deaths is None
    chosen = [m for m in (deaths, injured, missing, affected, *severity) if m]
    return Harm(
        deaths=0 if none_hurt else deaths.count if deaths else None,
        injured=0 if none_hurt else hurt,
        missing=missing.count if missing else None,
        affected=affected.count if affected else None,
        denied=denied,
        approximate=vague or any(m.rough for m in chosen),
    )


def _best(found: Sequence[tuple[Mention, int]], kind: Kind) -> Mention | None:
    """The count that stands for the whole: the weightiest, among equals the largest."""
    fitting = [(weight, mention.count, mention) for mention, weight in found if mention.kind == kind]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None
