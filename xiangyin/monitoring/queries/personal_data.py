"""What is held about persons for an event, and what of it an answer still needs (rights.md 3 and 6)."""

from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.queries.family import family_of
from xiangyin.monitoring.terms import DemandState
from xiangyin.shared.ports.outside import Held
from xiangyin.shared.sealed.models import SealedKey, SealedObject
from xiangyin.shared.sealed.store import CONTACT, OF_PEOPLE
from xiangyin.shared.web.wording import moment_full

OVER = frozenset({DemandState.ANSWERED, DemandState.CONFIRMED, DemandState.TRANSFERRED})


def held_for(event_id: UUID) -> list[Held]:
    """Contact data and files about persons of an event and of those merged into it, the oldest first.

    Two queries, and one for each depth of merging.
    """
    keys = SealedKey.objects.filter(dossier_id__in=family_of(event_id), purpose__in=OF_PEOPLE, destroyed_at=None)
    sealed = SealedObject.objects.filter(key__in=keys).select_related("key").order_by("sealed_at", "id")
    asked = {demand.contact_id: demand for demand in Demand.objects.filter(contact__key__in=keys)}
    return [_held(each, asked.get(each.id)) for each in sealed]


def _held(sealed: SealedObject, demand: Demand | None) -> Held:
    at = moment_full(sealed.sealed_at)
    if sealed.key.purpose != CONTACT:
        return Held(sealed.key_id, _("材料“%(name)s”，%(at)s") % {"name": sealed.name, "at": at}, is_needed=False)
    words = _("诉求人联系方式（%(asked)s），%(at)s") % {"asked": demand or _("没有登记诉求"), "at": at}
    return Held(sealed.key_id, words, is_needed=demand is not None and demand.state not in OVER)
