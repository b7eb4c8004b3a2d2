"""Reading what awaits a confirmation."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from xiangyin.shared.steps.models import Confirmation, ConfirmationState


def awaited() -> QuerySet[Confirmation]:
    """Every act that is still to be confirmed, the oldest first."""
    rows = Confirmation.objects.filter(state=ConfirmationState.AWAITED)
    return rows.select_related("decider").order_by("entry_number")


def unconfirmed_on(dossier_ids: Collection[UUID]) -> QuerySet[Confirmation]:
    """Acts on these events that are not confirmed, or were denied: both stay in sight."""
    rows = Confirmation.objects.filter(event_id__in=dossier_ids).exclude(state=ConfirmationState.CONFIRMED)
    return rows.select_related("decider").order_by("entry_number")
