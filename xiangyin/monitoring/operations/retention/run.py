"""Retention as the worker runs it each night: batch after batch, each in a short transaction, then one ledger entry."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from xiangyin.monitoring.operations.retention import night
from xiangyin.monitoring.operations.retention.items import erase_items
from xiangyin.monitoring.operations.retention.keys import destroy_contacts, destroy_due
from xiangyin.monitoring.operations.retention.night import Gone
from xiangyin.monitoring.queries.settle import settle_items
from xiangyin.organization.models import Jurisdiction
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.sealed.models import Purge

MANY_ITEMS = 1000


def purge_everywhere(*, clock: Callable[[], datetime]) -> list[Purge]:
    """Destroy what is past its term in every jurisdiction. Returns the purges that were written into a ledger."""
    ids = list(Jurisdiction.objects.order_by("code").values_list("id", flat=True))
    return [purge for each in ids if (purge := purge_place(each, clock=clock)) is not None]


def purge_place(jurisdiction_id: UUID, *, clock: Callable[[], datetime]) -> Purge | None:
    """Destroy what is past its term in one jurisdiction; None where nothing was.

    To be repeated after a crash, and on several machines at once: every batch finds by itself what is still due.
    """
    while _batch(jurisdiction_id, now=clock()):
        pass
    with within(jurisdiction_id):
        purge = night.end(jurisdiction_id, now=clock())
    if purge is not None and purge.counts.get("items", 0) >= MANY_ITEMS:
        settle_items()
    return purge


def _batch(jurisdiction_id: UUID, *, now: datetime) -> bool:
    """One batch of the work, in a transaction of its own; False when nothing is left to do."""
    return any(_part(destroys, jurisdiction_id, now=now) for destroys in (destroy_due, destroy_contacts, erase_items))


def _part(destroys: Callable[..., Gone], jurisdiction_id: UUID, *, now: datetime) -> bool:
    with within(jurisdiction_id):
        gone = destroys(jurisdiction_id, now=now)
        if gone:
            night.add(gone, jurisdiction_id=jurisdiction_id, now=now)
        return bool(gone)
