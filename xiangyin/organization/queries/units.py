"""The member units and the villages: those there are, and those that were."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from xiangyin.organization.models import Unit, Village
from xiangyin.organization.terms import Standing, UnitKind


def units() -> QuerySet[Unit]:
    """The units there are now."""
    return every_unit().filter(state=Standing.IN_USE)


def every_unit() -> QuerySet[Unit]:
    """The units there are and were."""
    return Unit.objects.order_by("kind", "code")


def unit_options(_subject: Any, _actor: Any) -> list[tuple[str, str]]:
    """Units to choose from: a dissolved one is given nothing new."""
    return [(str(unit.id), unit.name) for unit in units()]


def villages() -> QuerySet[Village]:
    """The villages there are now."""
    return every_village().filter(state=Standing.IN_USE)


def every_village() -> QuerySet[Village]:
    """The villages there are and were."""
    return Village.objects.order_by("code")


def village_options(subject: Any, _actor: Any) -> list[tuple[str, str]]:
    """Villages to choose from; of the abolished ones only the record's own, so that correcting it does not lose it."""
    own = Q(pk=getattr(subject, "village_id", None))
    rows = every_village().filter(Q(state=Standing.IN_USE) | own)
    return [(str(village.id), village.name) for village in rows]


def office() -> Unit:
    """The office of the leading group: what belongs to nobody else is its duty. It is set up with the township."""
    return units().filter(kind=UnitKind.OFFICE).order_by("code")[0]


def acting_unit(unit_id: UUID) -> UUID:
    """The unit itself, or whichever does its work since it was dissolved. One query for each in the chain."""
    unit = Unit.objects.get(pk=unit_id)
    if unit.state == Standing.IN_USE:
        return unit.id
    return acting_unit(unit.successor_id) if unit.successor_id else office().id


def merged_into() -> dict[UUID, list[Village]]:
    """The abolished villages, by the village there is now that took them in. One query."""
    gone = {village.id: village for village in every_village().filter(state=Standing.RETIRED)}
    found: dict[UUID, list[Village]] = {}
    for village in gone.values():
        heir = village.successor_id
        while heir in gone:
            heir = gone[heir].successor_id
        if heir is not None:
            found.setdefault(heir, []).append(village)
    return found
