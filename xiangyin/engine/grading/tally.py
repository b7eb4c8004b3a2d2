"""What the items of one matter say together: revised totals, claims kept apart from what is known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from xiangyin.engine.record import Record

# Offices, hospitals and people who call in answer for what they say; a circulating "they say" does not.
_DIRECT = frozenset({"phone", "hotline", "visit", "superior"})
_STAGED = frozenset({"unreal", "advert", "elder"})
_MERRY = frozenset({"festive"})
_SERIOUS = frozenset({"violence", "crowd", "disaster", "poison", "dead", "hurt", "lost"})
_CARES = frozenset(
    {"grieve", "complain", "anger", "petition", "whistle", "crowd", "violence", "disaster", "poison", "pollution",
     "dead", "hurt", "lost", "plead", "denial", "blocked", "hope", "deal", "loss"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A number of persons with the items that say it; `sure` when someone answers for it."""

    count: int
    sure: bool
    items: tuple[str, ...]


def about_us(records: Iterable[Record]) -> list[Record]:
    """Return the items that speak of the township; of a matter that only others' places name, none.

    An item without any place belongs to what the rest of the matter speaks of.
    """
    found = list(records)
    return found if any(record.scope for record in found) else []


def is_play(record: Record) -> bool:
    """Say whether an item tells of a drill, a show, an advertisement or a death of old age."""
    if record.tags & _STAGED:
        return True
    return bool(record.tags & _MERRY) and not record.tags & _SERIOUS


def is_sure(record: Record) -> bool:
    """Say whether someone answers for what an item says."""
    if record.stance == "question" or "claim" in record.tags:
        return False
    return record.office or record.channel in _DIRECT or record.media > 0 or record.stance in ("official", "denial")


def cares(record: Record) -> bool:
    """Say whether an item holds a grievance, a harm or a danger."""
    harm = record.harm
    counted = harm.deaths or harm.injured or harm.missing or harm.affected
    return bool(counted or record.tags & _CARES) and not is_play(record)


def told(records: Sequence[Record], of: Callable[[Record], int | None]) -> tuple[Told, ...]:
    """Return the numbers of persons that stand: the latest from an office, else the largest that someone answers for.

    Where a claim that nobody answers for is larger, it stands as a second number, not sure. Figures are revised, not
    added: two dead, then four dead, are four. An office's figure ends both; a claim that it denied does not count.
    """
    said = [(record, count) for record in records if (count := of(record)) is not None and not is_play(record)]
    official = [(r, n) for r, n in said if r.stance in ("official", "denial")]
    if official:
        newest = max(official, key=lambda one: (one[0].at, one[0].serial))
        later = [(r, n) for r, n in said if r.at >= newest[0].at and r.media > 0 and is_sure(r)]
        return (_largest([newest, *later], sure=True),)
    sure = [(r, n) for r, n in said if is_sure(r)]
    most = max((n for _, n in sure), default=-1)
    unsure = [(r, n) for r, n in said if n > most]
    return tuple(_largest(part, sure=part is sure) for part in (sure, unsure) if part)


def _largest(said: Sequence[tuple[Record, int]], *, sure: bool) -> Told:
    record, count = max(said, key=lambda one: one[1])
    return Told(count, sure=sure, items=(record.id,))


def denied(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the ids of the items in which an office says that a claim is untrue or that nobody came to harm."""
    return tuple(r.id for r in records if r.harm.denied and (r.office or r.stance in ("official", "denial")))


def harmful(records: Iterable[Record], tag: str) -> tuple[list[Record], list[Record]]:
    """Return the items with a sign of harm: those that someone answers for, and the others."""
    found = [r for r in records if tag in r.tags and not is_play(r)]
    return [r for r in found if is_sure(r)], [r for r in found if not is_sure(r)]
