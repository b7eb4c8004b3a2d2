"""Who is invited to a training is told so, and told again when it changes or falls out."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from xiangyin.readiness.models import TrainingSession
from xiangyin.shared.outbox.enqueue import Message, enqueue
from xiangyin.shared.ports.outside import Recipient
from xiangyin.shared.steps.taken import Taken

WORDS: dict[str, str | Promise] = {
    "plan": _("请参加培训"),
    "change": _("培训安排有改动"),
    "cancel": _("培训取消"),
}


def tell_invited(taken: Taken) -> None:
    """Queue one notice for each invited officer."""
    session: TrainingSession = taken.subject
    message = Message(
        jurisdiction_id=session.jurisdiction_id, cause=taken.command.id, reason=f"training.{taken.step.action}",
        text=f"{WORDS[taken.step.action]}：{session}", link=session.get_absolute_url(), mode=session.mode,
        timeline_id=session.timeline_id,
    )  # fmt: skip
    enqueue(message, to=[Recipient(each, "") for each in session.invited], now=taken.now)
