"""The member units and the villages."""

from typing import Any

from django.db.models import QuerySet

from xiangyin.organization.models import Unit, Village
from xiangyin.organization.terms import UnitKind


def units() -> QuerySet[Unit]:
    return Unit.objects.order_by("kind", "code")


def unit_options(_subject: Any, _actor: Any) -> list[tuple[str, str]]:
    """Units to choose from."""
    return [(str(unit.id), unit.name) for unit in units()]


def villages() -> QuerySet[Village]:
    return Village.objects.order_by("code")


def village_options(_subject: Any, _actor: Any) -> list[tuple[str, str]]:
    """Villages and communities to choose from."""
    return [(str(village.id), village.name) for village in villages()]


def office() -> Unit:
    """The office of the leading group: what belongs to nobody else is its duty. It is set up with the township."""
    return Unit.objects.filter(kind=UnitKind.OFFICE).order_by("code")[0]
