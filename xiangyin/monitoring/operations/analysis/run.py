"""The analysis as the worker runs it: batch after batch, then one ledger entry and the clocks that follow."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection
from django.db.models import Q

from xiangyin.monitoring.models import Matter
from xiangyin.monitoring.operations.analysis.judge import Judged, judge_waiting
from xiangyin.monitoring.operations.take_up import take_up
from xiangyin.monitoring.ports import outer
from xiangyin.monitoring.queries.events import OPEN
from xiangyin.monitoring.queries.matters import events_of
from xiangyin.monitoring.rules.matter import LOOK
from xiangyin.organization.models import Jurisdiction
from xiangyin.shared.access.actor import MACHINE_POST, machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Mode, Way
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.follow import start_one


def analyse_everywhere(*, clock: Callable[[], datetime]) -> int:
    """Judge all that waits, in every jurisdiction. Returns how many items were judged."""
    return sum(analyse_place(pk, clock=clock) for pk in _with_waiting())


def analyse_place(jurisdiction_id: UUID, *, clock: Callable[[], datetime]) -> int:
    """Judge all that waits in one jurisdiction."""
    place, total = Jurisdiction.objects.get(pk=jurisdiction_id), 0
    while True:
        now = clock()
        judged = judge_waiting(place, now=now)
        if not judged.items and not judged.decisions:
            return total
        _follow(place, judged, now=now)
        total += judged.items


def _with_waiting() -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_id FROM jurisdictions_with_waiting_items()")
        return [row[0] for row in cursor.fetchall()]


def _follow(place: Jurisdiction, judged: Judged, *, now: datetime) -> None:
    """One entry for the batch, and a clock for each matter that a person has to look at."""
    with within(place.id):
        head = lock_head(place.id)
        append(head, _act(place, judged, head.length, now=now))
        for pk in judged.to_look_at:
            _see_to(Matter.objects.get(pk=pk), now=now)


def _see_to(matter: Matter, *, now: datetime) -> None:
    """A matter in an event's hands is pushed again only when it grows graver than the event is held to be."""
    held = _held_to_be(matter)
    if held is not None and matter.colour is not None and matter.colour >= held:
        take_up(matter, now=now)
    elif not still_open().filter(subject_id=matter.id, kind=LOOK.kind).exists():
        start_one(LOOK, matter, actor=machine(matter.jurisdiction_id, at=now), now=now)


def _held_to_be(matter: Matter) -> int | None:
    """The gravest level of the events that hold the matter's items: set by people, else suggested at logging.

    An event that is over holds what was said until its end; what comes later asks anew.
    """
    holding = events_of(matter).filter(Q(state__in=OPEN) | Q(ended_at__gte=matter.last_at))
    levels = [outer().level_of(event.id) or event.suggested_colour for event in holding]
    return min((level for level in levels if level is not None), default=None)


def _act(place: Jurisdiction, judged: Judged, length: int, *, now: datetime) -> Act:
    said = {
        "items": judged.items,
        "decisions": judged.decisions,
        "matters": judged.touched,
        "to_look_at": len(judged.to_look_at),
    }
    return Act(
        at=now, mode=Mode.ACTUAL, way=Way.MACHINE, officer_id=None, officer_name="系统", post=MACHINE_POST,
        subject_kind="organization.jurisdiction", subject_id=place.id, action="analyse", clause="3.1.3", said=said,
        command_id=uuid5(place.id, f"analyse {length}"),
    )  # fmt: skip
