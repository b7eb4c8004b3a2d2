"""The member units and the villages."""

from typing import Any

from django.db.models import QuerySet

from xiangyin.organization.models import Unit, Village


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
