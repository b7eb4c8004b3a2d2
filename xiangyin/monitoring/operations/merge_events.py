"""What follows from merging, unmerging and splitting events, inside the step's own transaction."""

from uuid import UUID

from xiangyin.documents.queries.documents import documents_of_event
from xiangyin.monitoring.models import Event, EventItem
from xiangyin.monitoring.queries.events import demands_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Task
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.keep import drop_dossier, move, rehome, revive_dossier
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken


def join_clocks(taken: Taken) -> None:
    """The stricter clock wins: what both owe is due at the earlier time; tasks, demands and papers go on in one file."""
    merged, survivor_id = taken.subject, UUID(str(taken.subject.merged_into_id))
    rehome(_parts(merged.id), dossier_id=survivor_id)
    own = {each.kind: each for each in still_open().filter(subject_id=merged.id)}
    for kept in still_open().filter(subject_id=survivor_id, kind__in=own):
        if own[kept.kind].due_at < kept.due_at:
            move(kept, due_at=own[kept.kind].due_at)
    drop_dossier(merged.id, now=taken.now)


def restore_clocks(taken: Taken) -> None:
    """What the event owed when it was merged, it owes again."""
    event: Event = taken.subject
    rehome(_parts(event.id), dossier_id=event.id)
    merge = of_subject(event.id).filter(action="merge").last()
    if merge is not None:
        revive_dossier(event.id, dropped_at=merge.at)


def _parts(event_id: UUID) -> list[UUID]:
    """The tasks, demands and papers of an event. Three queries."""
    rows = (tasks_of_event(event_id), demands_of(event_id), documents_of_event(event_id))
    return [record.pk for records in rows for record in records]


def divide(taken: Taken) -> None:
    """Open the new event with the chosen items and tasks; it goes its own way from there."""
    source: Event = taken.subject
    new = Event(split_from=source, found_at=source.found_at, mode=source.mode, timeline_id=source.timeline_id)
    command = taken.consequence(
        title=taken.answers["new_title"], channel=source.channel, occurred_at=source.occurred_at,
        village_id=str(source.village_id or ""), is_sensitive=source.is_sensitive,
    )  # fmt: skip
    new = open_record(EVENT_STEPS, "log", new, actor=taken.machine, command=command, now=taken.now)
    EventItem.objects.filter(event=source, item_id__in=taken.answers["items"]).update(event=new)
    moved = taken.answers.get("tasks") or []
    Task.objects.filter(event_id=source.id, pk__in=moved).update(event_id=new.id)
    rehome(moved, dossier_id=new.id)
