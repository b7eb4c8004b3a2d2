"""From the rule table to the page: the steps an officer may take now, as parts/steps.html shows them."""

from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.step import Offer, Step
from xiangyin.shared.web.pieces import StepOffer
from xiangyin.shared.web.step_forms import step_form


def offers_for(subject: Any, actor: Actor) -> list[StepOffer]:
    """What the officer may do with this record, and what may be created on its page; the next duty comes first."""
    owed = {each.kind: each for each in still_open().filter(subject_id=subject.pk)}
    own = [_offered(offer, subject, actor, url=_url(subject, offer.step), owed=owed) for offer in _own(subject, actor)]
    born = [piece for table in registry.tables() for piece in _births(table, subject, actor, owed)]
    return pressed([*own, *born])


def _own(subject: Any, actor: Actor) -> list[Offer[Any]]:
    try:
        return registry.table(kind_of(subject)).offers(subject, actor)
    except KeyError:
        return []


def _births(table: Any, parent: Any, actor: Actor, owed: dict[str, Obligation]) -> list[StepOffer]:
    offers = table.births(parent, actor)
    if not offers:
        return []
    subject = table.born(parent)
    return [
        _offered(offer, subject, actor, url=_birth_url(parent, table.kind, offer.step), owed=owed) for offer in offers
    ]


def piece_of(
    step: Step[Any],
    subject: Any,
    *,
    url: str,
    form: Form,
    refusal: str = "",
    effect: str = "",
    due: datetime | None = None,
) -> StepOffer:
    """One step as parts/step.html shows it."""
    return StepOffer(
        action=f"{kind_of(subject)}-{step.action}".replace(".", "-"), label=str(step.label), url=url, command=str(uuid7()),
        weight="danger" if step.danger else "secondary", effect=effect or str(step.help), clause=step.clause, due=due,
        form=form, refusal=refusal,
    )  # fmt: skip


def _offered(offer: Offer[Any], subject: Any, actor: Actor, *, url: str, owed: dict[str, Obligation]) -> StepOffer:
    step = offer.step
    due = min((owed[kind].due_at for kind in step.stops if kind in owed), default=None)
    form = step_form(step.asks, subject, actor, prefix=f"{kind_of(subject)}-{step.action}".replace(".", "-"))
    return piece_of(step, subject, url=url, form=form, effect=_objection(offer), due=due)


def _objection(offer: Offer[Any]) -> str:
    return _("现在还不能办理：%(why)s") % {"why": offer.objection} if offer.objection else ""


def pressed(pieces: list[StepOffer]) -> list[StepOffer]:
    """In order of their clocks. The first with a running one is the step to take; without a clock none is pressed."""
    pieces = sorted(pieces, key=lambda piece: piece.due.timestamp() if piece.due else inf)
    pieces = [replace(piece, weight="secondary") if piece.weight == "primary" else piece for piece in pieces]
    pressing = next((piece for piece in pieces if piece.due and piece.weight == "secondary"), None)
    return [replace(piece, weight="primary") if piece is pressing else piece for piece in pieces]


def _url(subject: Any, step: Step[Any]) -> str:
    return reverse("web:step", args=[kind_of(subject), subject.pk, step.action])


def _birth_url(parent: Any, kind: str, step: Step[Any]) -> str:
    return reverse("web:birth", args=[kind_of(parent), parent.pk, kind, step.action])
