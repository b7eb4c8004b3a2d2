"""The demonstration township: fictional place, fictional people, one password for all."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any

from xiangyin.organization.models import Account, Jurisdiction, Officer, Unit
from xiangyin.organization.operations.set_up import Township, appoint, enrol, set_up
from xiangyin.organization.queries.officers import actor_for
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.access.tenancy import within

PASSWORD = "xiangyin-demo"  # noqa: S105 - printed at every start of the demonstration


@dataclass
class Cast:
    """The township and its officers, by login."""

    place: Jurisdiction
    officers: dict[str, Officer] = field(default_factory=dict)

    def actor(self, login: str, now: datetime) -> Actor:
        return actor_for(self.officers[login], at=now)

    def login_of(self, officer_id: object) -> str:
        return next(login for login, officer in self.officers.items() if officer.id == officer_id)


@cache
def told(name: str) -> Any:
    """A data file of the demonstration."""
    text = resources.files("xiangyin.launch.demonstration").joinpath(f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)


def gather(now: datetime) -> Cast:
    """Set the township up and put everybody in post, with an account each."""
    file = told("township")
    wanted = {name: file[name] for name in ("name", "code", "parents", "villages", "neighbours", "units")}
    cast = Cast(set_up(Township(**wanted), is_demonstration=True, now=now))
    with within(cast.place.id):
        units = {unit.code: unit for unit in Unit.objects.all()}
        for person in file["officers"]:
            cast.officers[person["login"]] = _employ(cast.place, person, units, now)
    return cast


def _employ(place: Jurisdiction, person: dict[str, Any], units: dict[str, Unit], now: datetime) -> Officer:
    officer = enrol(place, person["name"], phone=person["phone"], now=now)
    for post in person["posts"]:
        appoint(officer, post, unit=units.get(person.get("unit", "")), basis="演示任命", now=now)
    Officer.objects.filter(pk=officer.pk).update(account=Account.objects.make(person["login"], PASSWORD))
    return officer
