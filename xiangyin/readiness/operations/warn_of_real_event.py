"""A real event while a drill plays: said aloud to who controls it, who decides whether to abort."""

from django.utils.translation import gettext as _

from xiangyin.organization.terms import Post
from xiangyin.readiness.queries.drills import drill_in_play
from xiangyin.shared.access.actor import Seat
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import Recipient, outside
from xiangyin.shared.steps.taken import Taken


def warn_of_real_event(taken: Taken) -> None:
    """Tell the controller, the shift lead and the office director; the notice is actual, not of the drill."""
    event = taken.subject
    playing = drill_in_play() if event.mode == Mode.ACTUAL else None
    if playing is None:
        return
    message = Message(
        jurisdiction_id=event.jurisdiction_id, cause=taken.command.id, reason="drill.real_event",
        text=_("演练期间发生真实事件，请决定是否中止演练：%(event)s") % {"event": event}, link=playing.get_absolute_url(),
        mode=Mode.ACTUAL, dossier_id=event.pk, urgent=True,
    )  # fmt: skip
    seats = {Seat(Post.SHIFT_LEAD), Seat(Post.OFFICE_DIRECTOR)}
    in_charge = outside().roster.holders(seats, jurisdiction_id=event.jurisdiction_id, at=taken.now)
    told = {each.officer_id: each for each in (Recipient(playing.controller_id, ""), *in_charge)}
    enqueue(message, to=told.values(), now=taken.now)
