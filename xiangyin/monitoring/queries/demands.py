"""Reading demands."""

from uuid import UUID

from xiangyin.monitoring.models import Demand


def demand(demand_id: UUID) -> Demand | None:
    rows = Demand.objects.filter(pk=demand_id).select_related("event", "unit", "caseworker", "contact__key")
    return rows.first()
