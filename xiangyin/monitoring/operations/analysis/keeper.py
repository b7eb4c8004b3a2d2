"""Keeping the engine's matters as rows: what a batch touched is written, nothing else."""

from datetime import datetime
from typing import Any
from uuid import UUID

from xiangyin.engine import values
from xiangyin.monitoring.models import Matter
from xiangyin.monitoring.rules.matter import is_news
from xiangyin.organization.models import Jurisdiction
from xiangyin.organization.queries.units import every_unit
from xiangyin.organization.terms import Colour

FIGURES = (
    "title", "first_at", "last_at", "items", "sources", "heat", "forecast", "colour", "reasons", "in_scope", "topic",
    "unit", "places", "graded_at", "erased_at",
)  # fmt: skip


class Keeper:
    """Writes matters and knows their ids by the engine's names ("M12")."""

    def __init__(self, place: Jurisdiction, now: datetime) -> None:
        self.place, self.now = place, now
        self._units = {unit.code: unit.id for unit in every_unit()}
        self._rows: dict[str, Matter] = {}

    def keep(self, found: tuple[values.Matter, ...]) -> None:
        """Write these matters; those they absorbed point to them. Three statements for any number."""
        rows = [Matter(jurisdiction=self.place, number=int(one.matter[1:]), **self._figures(one)) for one in found]
        Matter.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["jurisdiction", "number"], update_fields=FIGURES
        )
        kept = Matter.objects.filter(number__in=[row.number for row in rows])
        self._rows |= {f"M{row.number}": row for row in kept}
        for one in found:
            self._absorb(one)

    def _absorb(self, one: values.Matter) -> None:
        gone = [int(name[1:]) for name in one.absorbed]
        if gone:
            Matter.objects.filter(number__in=gone).update(absorbed_into=self._rows[one.matter])

    def id_of(self, name: str) -> UUID:
        """The row's id of a matter that was touched."""
        return self._rows[name].id

    def unit_id(self, code: str | None) -> UUID | None:
        return self._units.get(code or "")

    def to_look_at(self, fresh: set[str]) -> tuple[UUID, ...]:
        """Matters with something new that suggest blue or more, and graver than what a person has looked at already."""
        rows = [self._rows[name] for name in sorted(fresh) if name in self._rows]
        return tuple(row.id for row in rows if row.in_scope and is_news(row))

    def _figures(self, one: values.Matter) -> dict[str, Any]:
        return {
            "title": one.title[:200], "first_at": one.first_at, "last_at": one.last_at, "items": one.items,
            "sources": one.sources, "heat": round(one.heat, 4), "forecast": [_interval(each) for each in one.forecast],
            "colour": colour_of(one.level), "reasons": [reason_of(each) for each in one.reasons],
            "in_scope": one.in_scope, "topic": one.topic or "", "unit_id": self.unit_id(one.department),
            "places": list(one.places), "graded_at": self.now,
        }  # fmt: skip


def colour_of(level: str) -> int | None:
    """The engine's word for a level as ours; none is no colour."""
    return None if level == "none" else Colour[level.upper()].value


def reason_of(reason: values.Reason) -> dict[str, Any]:
    return {"factor": reason.factor, "text": reason.text, "items": list(reason.items)}


def _interval(one: values.Interval) -> dict[str, Any]:
    return {"at": one.at.isoformat(), "low": one.low, "mid": one.mid, "high": one.high}
