"""Figures, changes and versions as rows of lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.organization.models import FigureChange, FigureSet
from xiangyin.organization.queries.figure_words import value_words
from xiangyin.organization.queries.figures import LOCALLY_SET, Figure, rows_of
from xiangyin.organization.views.figure_groups import GROUPS
from xiangyin.shared.web.pieces import Cell, Column, Row


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that belong together, under a heading."""

    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Version:
    """A version beside the one before it; `change` is None for the figures that came with the product."""

    number: int
    adopted_at: datetime
    adopted_by: str
    change: FigureChange | None
    rows: list[Row]


def figure_columns() -> list[Column]:
    return [Column(_("用在哪里"), "main"), Column(_("数值")), Column(_("出处")), Column(_("原文"))]


def groups_of(figures: Mapping[str, Figure]) -> list[Group]:
    """Every figure under its heading."""
    return [Group(str(title), [_row(figures[name]) for name in names]) for title, names in GROUPS]


def _row(figure: Figure) -> Row:
    cells = [Cell(figure.scope), Cell(value_words(figure.name, figure.value)), Cell(figure.source, note=figure.number)]
    return Row([*cells, Cell(_read_words(figure))], key=figure.name)


def _read_words(figure: Figure) -> str:
    if figure.read:
        return _("已看过")
    return "—" if figure.source == LOCALLY_SET else _("没有看过，按本地设定对待")


def difference_columns() -> list[Column]:
    return [Column(_("用在哪里"), "main"), Column(_("原来")), Column(_("改为")), Column(_("出处")), Column(_("原文"))]


def differences(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> list[Row]:
    """What differs, figure by figure, in value or in source."""
    return [_difference(before[name], each) for name, each in after.items() if each != before[name]]


def _difference(before: Figure, after: Figure) -> Row:
    then, now = (value_words(each.name, each.value) for each in (before, after))
    cells = [Cell(after.scope), Cell(then), Cell(now), Cell(after.source, note=after.number)]
    return Row([*cells, Cell(_read_words(after))], key=after.name)


def proposed_rows(change: FigureChange, base: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    """The figures of a change beside those of the version it was, or would be, put upon."""
    return differences(rows_of(base), rows_of({**base, **change.proposed}))


def versions_of(sets: list[FigureSet], changes: Mapping[int, FigureChange]) -> list[Version]:
    """Every version, the newest first, each with what it changed of the one before."""
    earlier = [*sets[1:], None]
    return [_version(each, before, changes) for each, before in zip(sets, earlier, strict=True)]


def _version(this: FigureSet, before: FigureSet | None, changes: Mapping[int, FigureChange]) -> Version:
    rows = differences(rows_of(before.figures), rows_of(this.figures)) if before else []
    by = this.adopted_by.name if this.adopted_by else ""
    return Version(this.version, this.adopted_at, by, changes.get(this.version), rows)
