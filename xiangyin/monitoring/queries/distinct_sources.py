"""How many different people or places speak of one event: the only use of an author's key (rights.md 2)."""

from uuid import UUID

from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import Concat

from xiangyin.monitoring.models import Item


def distinct_sources(event_id: UUID) -> int:
    """Distinct authors of an event's items; where none is known, distinct sources. One query, a number and nothing else."""
    who = Case(When(~Q(author_key=""), then=F("author_key")), default=Concat(F("channel"), Value("\x1f"), F("source")))
    counted = Item.objects.filter(event_items__event_id=event_id).aggregate(n=Count(who, distinct=True))
    return int(counted["n"])
