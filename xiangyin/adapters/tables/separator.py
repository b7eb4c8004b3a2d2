"""Which character parts the columns of a text table."""

import csv
from collections.abc import Sequence

SEPARATORS = (",", "\t", ";")


def separator_of(first_lines: Sequence[str]) -> str:
    r"""The separator that gives the first lines the most columns; a comma where none parts anything.

    >>> separator_of(["编号\t内容", "1\t停水, 停电, 停气"])
    '\t'
    """
    return max(SEPARATORS, key=lambda each: _columns(first_lines, each))


def _columns(first_lines: Sequence[str], separator: str) -> tuple[int, int]:
    """The columns that most lines have; then those of the fullest line."""
    widths = sorted(len(row) for row in _rows(first_lines, separator))
    return (widths[(len(widths) - 1) // 2], widths[-1]) if widths else (0, 0)


def _rows(first_lines: Sequence[str], separator: str) -> list[list[str]]:
    return [row for line in first_lines if line.strip() for row in csv.reader([line], delimiter=separator)]
