"""Joins and parts of matters wait for the engine: it carries them out before the next item."""

from uuid import UUID

from xiangyin.monitoring.models import MatterDecision
from xiangyin.shared.steps.taken import Taken


def note_join(taken: Taken) -> None:
    """Two matters are one."""
    MatterDecision.objects.create(
        jurisdiction_id=taken.subject.jurisdiction_id, matter=taken.subject, joined_with_id=taken.answers["other"],
        made_at=taken.now,
    )  # fmt: skip


def note_part(taken: Taken) -> None:
    """Some items are a matter of their own."""
    MatterDecision.objects.create(
        jurisdiction_id=taken.subject.jurisdiction_id, matter=taken.subject, made_at=taken.now,
        parted_items=[UUID(each) for each in taken.answers["items"]],
    )  # fmt: skip
