"""The figures that a jurisdiction may set, in their newest version."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

from xiangyin.organization.models import FigureSet


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with where it comes from; `read` is False where the source was not read: it shows as a local choice."""

    name: str
    value: Any
    unit: str
    scope: str
    source: str
    number: str
    read: bool


@cache
def default_figures() -> dict[str, dict[str, Any]]:
    """The figures that the product ships, each with its source (law.md)."""
    text = resources.files("xiangyin.organization").joinpath("figures.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def figures(jurisdiction_id: UUID) -> dict[str, Figure]:
    """Every figure of the newest version; what a township never set is the shipped one. One query."""
    newest = FigureSet.objects.filter(jurisdiction_id=jurisdiction_id).order_by("-version").first()
    rows = default_figures() | (newest.figures if newest else {})
    return {name: Figure(name=name, **row) for name, row in rows.items()}


def figure(name: str, *, jurisdiction_id: UUID) -> Any:
    """The value of one figure, in the unit its name says."""
    return figures(jurisdiction_id)[name].value
