"""The figures that a jurisdiction may set, in their newest version."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

from xiangyin.organization.models import FigureChange, FigureSet
from xiangyin.organization.terms import FigureChangeState

LOCALLY_SET = "本地设定"
SET = ("value", "source", "number", "read")  # what a township sets of a figure


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
    newest = newest_set(jurisdiction_id)
    return rows_of(newest.figures if newest else {})


def figure(name: str, *, jurisdiction_id: UUID) -> Any:
    """The value of one figure, in the unit its name says."""
    return figures(jurisdiction_id)[name].value


def rows_of(stored: Mapping[str, Mapping[str, Any]]) -> dict[str, Figure]:
    """Stored figures with what the product says of each: its scope and unit are never the township's to change."""
    shipped = default_figures()
    rows = {name: row | {key: stored[name][key] for key in SET if name in stored} for name, row in shipped.items()}
    return {name: Figure(name=name, **row) for name, row in rows.items()}


def newest_set(jurisdiction_id: UUID) -> FigureSet | None:
    return FigureSet.objects.filter(jurisdiction_id=jurisdiction_id).order_by("-version").first()


def next_version(jurisdiction_id: UUID) -> int:
    newest = newest_set(jurisdiction_id)
    return (newest.version if newest else 0) + 1


def sets_of(jurisdiction_id: UUID) -> list[FigureSet]:
    """Every version with who adopted it, the newest first. One query."""
    rows = FigureSet.objects.filter(jurisdiction_id=jurisdiction_id).select_related("adopted_by")
    return list(rows.order_by("-version"))


def open_change(jurisdiction_id: UUID) -> FigureChange | None:
    """The change that waits for approval or was sent back: one at a time."""
    rows = FigureChange.objects.filter(jurisdiction_id=jurisdiction_id)
    return rows.filter(state__in=[FigureChangeState.PROPOSED, FigureChangeState.RETURNED]).first()


def figure_change(change_id: UUID) -> FigureChange | None:
    return FigureChange.objects.filter(pk=change_id).first()


def changes_by_version(jurisdiction_id: UUID) -> dict[int, FigureChange]:
    """The adopted changes, by the version they became. One query."""
    rows = FigureChange.objects.filter(jurisdiction_id=jurisdiction_id, state=FigureChangeState.ADOPTED)
    return {change.version: change for change in rows if change.version}


def base_of(change: FigureChange) -> Mapping[str, Mapping[str, Any]]:
    """The stored figures upon which a change was put, or would be put now. One query."""
    sets = FigureSet.objects.filter(jurisdiction_id=change.jurisdiction_id)
    earlier = sets.filter(version__lt=change.version) if change.version else sets
    base = earlier.order_by("-version").first()
    return base.figures if base else {}
