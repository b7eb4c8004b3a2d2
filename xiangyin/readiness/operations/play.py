"""Playing a drill: each call arrives when its moment has come, through the same operations as a real one."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection
from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.terms import Post
from xiangyin.readiness.models import Drill, Inject
from xiangyin.readiness.queries.drills import drill, due_injects
from xiangyin.readiness.rules.drill import DRILL_STEPS
from xiangyin.shared.access.actor import Seat, machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.append import lock_head
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import take
from xiangyin.shared.steps.taken import Taken


def play_running_drills(now: datetime) -> int:
    """Play every call whose moment has come, in every jurisdiction; `now` is actual. Returns how many. One query when idle."""
    return sum(_play(jurisdiction_id, drill_id, now=now) for jurisdiction_id, drill_id in _running())


def _running() -> list[tuple[UUID, UUID]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_id, drill_id FROM running_drills()")
        return list(cursor.fetchall())


def _play(jurisdiction_id: UUID, drill_id: UUID, *, now: datetime) -> int:
    """The command's id comes from the drill and the call: after a kill, or on two machines, each is played once."""
    with within(jurisdiction_id):
        lock_head(jurisdiction_id)  # a pause that comes first is seen; one that comes later waits
        running = drill(drill_id)
        due = due_injects(running, now=now) if running else []
        for inject in due:
            command = Command(id=uuid5(drill_id, inject.key), answers={"key": inject.key})
            take(DRILL_STEPS, drill_id, "inject", actor=machine(jurisdiction_id, at=now), command=command, now=now)
    return len(due)


def play_inject(taken: Taken) -> None:
    """Log the call by the machine, in the drill's mode and time: a new event, or a further call about an earlier one."""
    running: Drill = taken.subject
    inject = Inject.objects.get(drill=running, key=taken.answers["key"])
    at = running.played_on.at(taken.now) if running.played_on else taken.now
    inject.event = _further(taken, inject, at) if inject.about else _new(taken, inject, at)
    inject.fired_at = at
    inject.save(update_fields=["event", "fired_at"])


def _new(taken: Taken, inject: Inject, at: datetime) -> Event:
    event = Event(found_at=at, mode=Mode.DRILL, timeline_id=taken.subject.played_on_id)
    said = taken.consequence(
        inject.key, title=inject.title, summary=inject.text, channel=inject.channel, place=inject.place,
        affected=inject.affected, is_sensitive=inject.is_sensitive,
    )  # fmt: skip
    return log_call(Caller(), actor=taken.machine, command=said, now=at, event=event)


def _further(taken: Taken, inject: Inject, at: datetime) -> Event:
    """A call about an event that is over by now reaches the duty officer all the same, and stands in its file."""
    event = Inject.objects.select_related("event__timeline").get(drill=taken.subject, key=inject.about).event
    assert event is not None  # calls are played in their order, and `about` names an earlier one
    if event.state in EVENT_STEPS.named("add_call").sources:
        said = taken.consequence(
            inject.key, call_title=inject.title, call_text=inject.text, call_channel=inject.channel
        )
        take(EVENT_STEPS, event.pk, "add_call", actor=taken.machine, command=said, now=at)
    _ring(inject, event, at)
    return event


def _ring(inject: Inject, event: Event, at: datetime) -> None:
    """The telephone on the duty desk."""
    message = Message(
        jurisdiction_id=event.jurisdiction_id, cause=inject.pk, reason="drill.inject",
        text=_("补充来电：%(title)s") % {"title": inject.title}, link=event.get_absolute_url(), mode=event.mode,
        dossier_id=event.pk, timeline_id=event.timeline_id, urgent=True,
    )  # fmt: skip
    on_duty = outside().roster.holders({Seat(Post.DUTY_OFFICER)}, jurisdiction_id=event.jurisdiction_id, at=at)
    enqueue(message, to=on_duty, now=at)
