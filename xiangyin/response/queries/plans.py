"""Reading plans."""

import json
from functools import cache
from importlib import resources
from typing import Any

from xiangyin.response.models import PlanVersion
from xiangyin.response.terms import PlanState


@cache
def shipped_plan() -> dict[str, Any]:
    """The plan for townships that the product ships, adopted at first run and meant to be changed."""
    text = resources.files("xiangyin.response").joinpath("plan.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def plan_in_force() -> PlanVersion | None:
    """The newest published version; the one before it is superseded in the same transaction."""
    return PlanVersion.objects.filter(state=PlanState.PUBLISHED).order_by("-version").first()


def plan_in_revision() -> PlanVersion | None:
    """The version that is being written or decided, if there is one. One query."""
    states = (PlanState.DRAFTING, PlanState.REVIEWED, PlanState.APPROVED)
    return PlanVersion.objects.filter(state__in=states).order_by("-version").first()


def plan_options(_subject: Any, _actor: Any) -> list[tuple[str, str]]:
    """Published versions to choose from: exactly the one in force."""
    plan = plan_in_force()
    return [(str(plan.id), str(plan))] if plan else []


def next_version() -> int:
    return PlanVersion.objects.count() + 1


def versions() -> list[PlanVersion]:
    """Every version, the newest first. One query."""
    return list(PlanVersion.objects.order_by("-version"))
