"""Acts recorded by word, and emergency acts of the shift lead: shown as unconfirmed until confirmed."""

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.shared.access.actor import ANYONE, Actor, Seat
from xiangyin.shared.ledger.models import Way
from xiangyin.shared.ledger.stateful import dossier_of
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.asks import Text
from xiangyin.shared.steps.models import Confirmation, ConfirmationKind, ConfirmationState
from xiangyin.shared.steps.step import Owed, Step, by_machine
from xiangyin.shared.steps.table import Steps
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken

CONFIRM_H = 24

AWAITED, CONFIRMED, DENIED = ConfirmationState.AWAITED, ConfirmationState.CONFIRMED, ConfirmationState.DENIED


def _who(confirmation: Confirmation) -> frozenset[Seat]:
    if confirmation.kind == ConfirmationKind.BY_WORD:
        return frozenset({ANYONE})
    return frozenset(map(Seat, confirmation.posts))


def _owner(confirmation: Confirmation) -> Owner:
    if confirmation.kind == ConfirmationKind.BY_WORD:
        return Owner(officer_id=confirmation.decider_id)
    return Owner(_who(confirmation))


def _not_the_decider(confirmation: Confirmation, actor: Actor) -> str:
    own = actor.officer_id == confirmation.decider_id
    if confirmation.kind == ConfirmationKind.BY_WORD:
        return "" if own else str(_("口头决定只能由作出决定的人本人确认。"))
    return str(_("应急处置不能由本人追认。")) if own else ""


def _dated(_confirmation: Confirmation, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"confirmed_at": now}


CONFIRMATION_STEPS = Steps(
    Confirmation,
    (
        Step(
            action="await", label=_("登记待确认"), posts=by_machine, target=AWAITED, clause="1.3.5",
            starts=(
                Owed(
                    kind="confirmation", label=_("确认或追认"), owner=_owner, clause="1.3.5",
                    due=lambda _subject, now: now + timedelta(hours=CONFIRM_H),
                ),
            ),
        ),
        Step(
            action="confirm", label=_("确认"), posts=_who, sources=frozenset({AWAITED}), target=CONFIRMED,
            hides=(_not_the_decider,), sets=_dated, stops=frozenset({"confirmation"}), clause="1.3.5",
        ),
        Step(
            action="deny", label=_("不予确认"), posts=_who, sources=frozenset({AWAITED}), target=DENIED,
            asks=(Text(name="reason", label=_("理由")),), hides=(_not_the_decider,), sets=_dated, danger=True,
            stops=frozenset({"confirmation"}), clause="1.3.5",
        ),
    ),
)  # fmt: skip


def await_confirmation(taken: Taken) -> None:
    """Open a confirmation where the act was by word, or an emergency act. Runs after each step."""
    kind = _kind(taken)
    if kind is None:
        return
    subject, step = taken.subject, taken.step
    confirmation = Confirmation(
        kind=kind, event_id=dossier_of(subject), what=f"{step.label}：{subject}"[:300], entry_number=taken.entry.number,
        link=subject.get_absolute_url(), decider_id=taken.actor.person_id, mode=subject.mode,
        timeline_id=subject.timeline_id, posts=sorted(seat.post for seat in step.posts(subject)),
    )  # fmt: skip
    open_record(
        CONFIRMATION_STEPS,
        "await",
        confirmation,
        actor=taken.machine,
        command=taken.consequence("confirm"),
        now=taken.now,
    )


def _kind(taken: Taken) -> ConfirmationKind | None:
    if taken.provisional:
        return ConfirmationKind.EMERGENCY
    return ConfirmationKind.BY_WORD if taken.command.way == Way.BY_WORD else None
