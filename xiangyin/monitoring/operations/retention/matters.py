"""Matters that nothing is left of: their titles and reasons go with their last item."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from xiangyin.monitoring.models import Judgement, Matter
from xiangyin.monitoring.rules.matter import LOOK
from xiangyin.monitoring.terms import ERASED
from xiangyin.shared.obligations.keep import rename, stop
from xiangyin.shared.obligations.models import Ending


def erase_empty(matter_ids: Collection[UUID], *, now: datetime) -> int:
    """Erase those of these matters, with all they absorbed, that hold no item any more. Returns how many.

    Clocks on them are dropped: there is nothing left to look at. Their names go from clocks and notices too.
    """
    root_of = _families(matter_ids)
    alive = {root_of[pk] for pk in _with_something(root_of)}
    gone = [pk for pk, root in root_of.items() if root not in alive]
    Matter.objects.filter(pk__in=gone).update(title="", reasons=[], erased_at=now)
    stop({LOOK.kind}, subject_ids=gone, ending=Ending.DROPPED, now=now)
    rename(gone, name=str(ERASED))
    return len(gone)


def _families(matter_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """These matters, what they absorbed and what absorbed them, each with the one that lives on. Two queries."""
    roots = set(Matter.objects.filter(pk__in=matter_ids).values_list(Coalesce("absorbed_into", "pk"), flat=True))
    family = Matter.objects.filter(Q(pk__in=roots) | Q(absorbed_into__in=roots), erased_at=None)
    return dict(family.values_list("pk", Coalesce("absorbed_into", "pk")))


def _with_something(matter_ids: Collection[UUID]) -> set[UUID]:
    """Those that hold an item still: evidence of an event is never erased by the night. One query."""
    return set(
        Judgement.objects.filter(matter__in=matter_ids, item__erased_at=None).values_list("matter_id", flat=True)
    )
