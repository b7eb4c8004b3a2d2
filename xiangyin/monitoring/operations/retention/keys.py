"""Keys whose term has come: of uploads and of what was rejected in them, of authors, of answered demands' contact data."""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.operations.retention import night
from xiangyin.monitoring.operations.retention.night import Gone
from xiangyin.monitoring.terms import ANSWERED, DemandState
from xiangyin.organization.queries.figures import figure
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.sealed.models import SealedKey
from xiangyin.shared.sealed.store import destroy

BATCH = 200


def destroy_due(jurisdiction_id: UUID, *, now: datetime) -> Gone:
    """Destroy up to `BATCH` keys past the time that they were made to last (rights.md 6)."""
    if not night.begin(jurisdiction_id, now=now):
        return Gone()
    due = SealedKey.objects.filter(jurisdiction_id=jurisdiction_id, destroyed_at=None, destroy_after__lte=now)
    return _destroyed("keys", list(due.order_by("destroy_after", "id")[:BATCH]), now=now)


def destroy_contacts(jurisdiction_id: UUID, *, now: datetime) -> Gone:
    """Destroy up to `BATCH` keys of contact data that served its purpose long enough ago (rights.md 3).

    Counted from the answer; a demand that is worked on again counts from its next answer, one that was transferred from
    the transfer: here nobody answers it any more.
    """
    if not night.begin(jurisdiction_id, now=now):
        return Gone()
    before = now - timedelta(days=figure("contact_days", jurisdiction_id=jurisdiction_id))
    transfers = LedgerEntry.objects.filter(subject_id=OuterRef("pk"), action="transfer", at__lte=before)
    served = Q(state__in=ANSWERED, answered_at__lte=before) | Q(Exists(transfers), state=DemandState.TRANSFERRED)
    demands = Demand.objects.filter(served, jurisdiction_id=jurisdiction_id, contact__key__destroyed_at=None)
    due = SealedKey.objects.filter(pk__in=demands.exclude(contact=None).values("contact__key"))
    return _destroyed("contacts", list(due.order_by("id")[:BATCH]), now=now)


def _destroyed(kind: str, keys: list[SealedKey], *, now: datetime) -> Gone:
    for key in keys:
        destroy(key, now=now)
    return Gone(Counter({kind: len(keys)}), [key.id for key in keys])
