"""Reading the year's plans."""

from datetime import datetime
from zoneinfo import ZoneInfo

from xiangyin.readiness.models import YearPlan
from xiangyin.readiness.terms import YearPlanState

OFFICE = ZoneInfo("Asia/Shanghai")


def office_year(at: datetime) -> int:
    """The calendar year in the office at that moment."""
    return at.astimezone(OFFICE).year


def year_plan_in_hand() -> YearPlan | None:
    """The newest plan that is not closed. One query."""
    return YearPlan.objects.exclude(state=YearPlanState.CLOSED).order_by("-year").first()


def earlier_year_plans() -> list[YearPlan]:
    """Closed plans, the newest first. One query."""
    return list(YearPlan.objects.filter(state=YearPlanState.CLOSED).order_by("-year"))
