"""A call or a visit at the desk: one form makes the note, the event and, where something is asked, the demand (3.1.1)."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from xiangyin.monitoring.models import Demand, Event, Item
from xiangyin.monitoring.operations.add_call import add_note
from xiangyin.monitoring.operations.suggest import suggest
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Jurisdiction
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import CONTACT, key_for, seal
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Contact data for the answer only, and what the caller asks; both may be empty (rights.md 3)."""

    name: str = ""
    phone: str = ""
    demand_kind: str = ""
    asked: str = ""


@transaction.atomic
def log_call(caller: Caller, *, actor: Actor, command: Command, now: datetime, event: Event | None = None) -> Event:
    """Log an event from a call, with the note as its first item.

    `event` is built but not yet saved, where the call belongs to a drill's mode and timeline.

    :raises StepRefusedError: the officer may not log events.
    :raises AnswersInvalidError: the form lacks something.
    """
    subject = _suggested(event or Event(found_at=now), actor, command, now=now)
    event = open_record(EVENT_STEPS, "log", subject, actor=actor, command=command, now=now)
    if event.event_items.exists():
        return event  # the same command again
    note = add_note(
        event, channel=event.channel, title=event.title, text=event.summary, at=event.occurred_at or now, now=now
    )
    if caller.asked:
        _register_demand(event, note, caller, actor=actor, command=command, now=now)
    return event


def _suggested(event: Event, actor: Actor, command: Command, *, now: datetime) -> Event:
    """The event with the machine's suggestion: the first clocks are halved where it is red or orange."""
    mask, said = outside().mask, command.answers
    suggestion = suggest(
        Jurisdiction.objects.get(pk=actor.jurisdiction_id), channel=str(said.get("channel") or "phone"),
        title=mask(str(said.get("title") or "")), text=mask(str(said.get("summary") or "")), now=now,
    )  # fmt: skip
    event.suggested_colour, event.suggestion = suggestion.colour, suggestion.reasons
    return event


def _register_demand(
    event: Event, note: Item, caller: Caller, *, actor: Actor, command: Command, now: datetime
) -> None:
    demand = Demand(
        event=event, item=note, mode=event.mode, timeline_id=event.timeline_id,
        contact=_sealed_contact(caller, event, now=now) if caller.phone or caller.name else None,
    )  # fmt: skip
    said = Command(id=command.id, answers={"kind": caller.demand_kind, "asked": caller.asked})
    open_record(DEMAND_STEPS, "register", demand, actor=actor, command=said, now=now)


def _sealed_contact(caller: Caller, event: Event, *, now: datetime) -> SealedObject:
    key = key_for(CONTACT, jurisdiction_id=event.jurisdiction_id, dossier_id=event.id, now=now)
    text = json.dumps({"name": caller.name, "phone": caller.phone}, ensure_ascii=False)
    return seal([text.encode()], key=key, name="contact.json", media_type="application/json", now=now)
