"""Setting up a township: the place, its villages and units, the ledger's first page, the first officers (2.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from xiangyin.organization.models import FigureSet, Jurisdiction, Officer, Tenure, Unit, Village
from xiangyin.organization.queries.figures import default_figures
from xiangyin.organization.rules.officer import OFFICER_STEPS, TENURE_STEPS
from xiangyin.organization.rules.unit import UNIT_STEPS
from xiangyin.organization.rules.village import VILLAGE_STEPS
from xiangyin.shared.access.actor import machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import Head
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.table import Steps
from xiangyin.shared.steps.take import open_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Township:
    """What a township file says (see the engine's contract in docs/engine.md)."""

    name: str
    code: str
    parents: tuple[str, ...] = ()
    villages: tuple[Mapping[str, Any], ...] = ()
    neighbours: tuple[Mapping[str, Any], ...] = ()
    units: tuple[Mapping[str, Any], ...] = field(default=())


@transaction.atomic
def set_up(township: Township, *, is_demonstration: bool, now: datetime) -> Jurisdiction:
    """Create the jurisdiction with its villages, units and the shipped figures; nobody serves in it yet."""
    place = Jurisdiction.objects.create(
        code=township.code, name=township.name, parents=list(township.parents), neighbours=list(township.neighbours),
        is_demonstration=is_demonstration, set_up_at=now,
    )  # fmt: skip
    with within(place.id):
        Head.objects.create(jurisdiction=place)
        FigureSet.objects.create(jurisdiction=place, version=1, figures=default_figures(), adopted_at=now)
        for village in township.villages:
            _add(VILLAGE_STEPS, Village(jurisdiction=place), village, place, now)
        for unit in township.units:
            _add(UNIT_STEPS, Unit(jurisdiction=place), unit, place, now)
        for further in outside().after_set_up:
            further(place.id, now)
    return place


def _add(steps: Steps[Any], record: Any, told: Mapping[str, Any], place: Jurisdiction, now: datetime) -> None:
    open_record(steps, "add", record, actor=machine(place.id, at=now), command=Command(answers=told), now=now)


def enrol(place: Jurisdiction, name: str, *, phone: str = "", now: datetime) -> Officer:
    """Enrol an officer by the set-up itself; later ones are enrolled by the security administrator."""
    actor = machine(place.id, at=now)
    command = Command(answers={"name": name, "phone": phone})
    return open_record(OFFICER_STEPS, "enrol", Officer(), actor=actor, command=command, now=now)


def appoint(officer: Officer, post: str, *, unit: Unit | None = None, basis: str, now: datetime) -> Tenure:
    """Give a post by the set-up itself."""
    actor = machine(officer.jurisdiction_id, at=now)
    command = Command(answers={"post": post, "unit_id": str(unit.id) if unit else "", "basis": basis})
    return open_record(TENURE_STEPS, "appoint", Tenure(officer=officer), actor=actor, command=command, now=now)
