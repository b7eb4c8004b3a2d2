"""Reading the sources that are due: claimed, fetched outside any transaction, settled in one (3.1.1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Source
from xiangyin.monitoring.operations.keep_entries import Kept, keep_entries
from xiangyin.monitoring.ports import FeedAnswer, outer
from xiangyin.monitoring.queries.sources import jurisdictions_with_due_sources
from xiangyin.monitoring.rules.source import SOURCE_STEPS
from xiangyin.monitoring.terms import FeedProblem, SourceState
from xiangyin.shared.access.actor import machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.append import lock_head
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import take

LEASE = timedelta(minutes=5)
FIRST_WAIT_MIN, LONGEST_WAIT_MIN = 2, 360


@dataclass(frozen=True, slots=True)
class Claim:
    """A source that this worker reads now; whoever dies with it loses it after five minutes."""

    source_id: UUID
    jurisdiction_id: UUID
    url: str
    etag: str
    last_modified: str


def collect_due(*, now: datetime) -> int:
    """Read every source that is due, in every jurisdiction. Returns how many. Safe on several workers at once."""
    return sum(collect_in(jurisdiction_id, now=now) for jurisdiction_id in jurisdictions_with_due_sources(now))


def collect_in(jurisdiction_id: UUID, *, now: datetime) -> int:
    """Read what is due in one jurisdiction."""
    read = 0
    while claim := _claim(jurisdiction_id, now=now):
        answer = outer().feeds.read(claim.url, etag=claim.etag, last_modified=claim.last_modified)
        with within(jurisdiction_id):
            _settle(claim, answer, now=now)
        read += 1
    return read


def _claim(jurisdiction_id: UUID, *, now: datetime) -> Claim | None:
    with within(jurisdiction_id):
        due = Source.objects.filter(state=SourceState.ACTIVE, next_try_at__lte=now).order_by("next_try_at", "id")
        source = due.select_for_update(skip_locked=True).first()
        if source is None:
            return None
        source.next_try_at, source.last_tried_at = now + LEASE, now
        source.save(update_fields=["next_try_at", "last_tried_at"])
        return Claim(source.id, jurisdiction_id, source.url, source.etag, source.last_modified)


def _settle(claim: Claim, answer: FeedAnswer, *, now: datetime) -> None:
    lock_head(claim.jurisdiction_id)
    source = Source.objects.select_for_update().get(pk=claim.source_id)
    if source.state != SourceState.ACTIVE or source.url != claim.url:
        return  # changed while it was read: what came belongs to another address
    was_failing = source.failures > 0
    if answer.problem:
        kept = Kept()
        _fail(source, answer, now=now)
    else:
        kept = keep_entries(answer.entries, source, now=now)
        _succeed(source, answer, kept, now=now)
    source.save()
    if kept.taken or kept.refused or was_failing != bool(source.failures):
        _record(source, kept, now=now)


def _record(source: Source, kept: Kept, *, now: datetime) -> None:
    """One entry of the ledger where something came, broke or healed; a fetch without news leaves none."""
    said = {"taken": kept.taken, "known": kept.known, "refused": kept.refused, "problem": source.problem}
    command = Command(
        id=uuid5(source.id, f"collect {now.isoformat()}"), answers=said | {"reason": _words(source, kept)}
    )
    take(SOURCE_STEPS, source.id, "collect", actor=machine(source.jurisdiction_id, at=now), command=command, now=now)


def _words(source: Source, kept: Kept) -> str:
    if source.problem:
        return f"{FeedProblem(source.problem).label} {source.problem_detail}".strip()
    refused = _("，%(n)d 条带有国家秘密标志，没有保存") % {"n": kept.refused} if kept.refused else ""
    return _("新收 %(n)d 条") % {"n": kept.taken} + refused


def _fail(source: Source, answer: FeedAnswer, *, now: datetime) -> None:
    source.failures += 1
    source.failing_since = source.failing_since or now
    source.problem, source.problem_detail = answer.problem, answer.detail[:200]
    source.next_try_at = now + wait(source.failures, interval_min=source.interval_min, asked_s=answer.wait_s)


def _succeed(source: Source, answer: FeedAnswer, kept: Kept, *, now: datetime) -> None:
    source.failures, source.failing_since, source.problem, source.problem_detail = 0, None, "", ""
    source.last_good_at, source.next_try_at = now, now + timedelta(minutes=source.interval_min)
    source.etag, source.last_modified = answer.etag, answer.last_modified
    source.items_taken += kept.taken
    source.last_new_at = now if kept.taken else source.last_new_at


def wait(failures: int, *, interval_min: int, asked_s: int = 0) -> timedelta:
    """How long to stay away after so many failures in a row: 2, 4, 8 … minutes, in the end the interval or six hours.

    Never shorter than the site asked.

    >>> [wait(failures, interval_min=30).total_seconds() / 60 for failures in (1, 3, 20)]
    [2.0, 8.0, 360.0]
    """
    doubled = FIRST_WAIT_MIN << min(failures - 1, 12)
    minutes = min(doubled, max(interval_min, LONGEST_WAIT_MIN))
    return max(timedelta(minutes=minutes), timedelta(seconds=asked_s))
