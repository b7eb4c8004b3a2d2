"""Every rule table of the product, and what follows from which step; filled once by `config.wiring`."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xiangyin.shared.steps.table import Steps
    from xiangyin.shared.steps.take import Taken

Consequence = Callable[["Taken"], None]

_tables: dict[str, "Steps[Any]"] = {}
_consequences: dict[tuple[str, str], tuple[Consequence, ...]] = {}
_after_each: list[Consequence] = []


def connect(
    tables: Iterable["Steps[Any]"],
    consequences: Mapping[tuple[str, str], tuple[Consequence, ...]],
    after_each: Iterable[Consequence] = (),
) -> None:
    """Fill the registry. A consequence runs inside the transaction of its step, in the listed order."""
    _tables.clear()
    _tables.update({table.kind: table for table in tables})
    _consequences.clear()
    _consequences.update(consequences)
    _after_each[:] = after_each


def table(kind: str) -> "Steps[Any]":
    """The rule table of a kind of record (`monitoring.event`).

    :raises KeyError: there is none.
    """
    return _tables[kind]


def tables() -> list["Steps[Any]"]:
    return list(_tables.values())


def follow(kind: str, taken: "Taken") -> None:
    """Run what the wiring lists for this step."""
    for consequence in (*_consequences.get((kind, taken.step.action), ()), *_after_each):
        consequence(taken)
