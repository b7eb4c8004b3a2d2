"""A cell as words: spreadsheets keep whole numbers as fractions (13800000001.0)."""

from datetime import date, datetime
from typing import Any


def words(cell: Any) -> str:
    """The cell as a person would read it.

    >>> words(13800000001.0), words(None), words(1.5)
    ('13800000001', '', '1.5')
    """
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
