"""Which row names the columns: exports often begin with a title over the table."""

from collections.abc import Callable, Sequence
from itertools import count

from django.utils.translation import gettext as _

TRIED_ROWS = 10
MOST_CHARS = 100


def header_at(rows: Sequence[Sequence[str]], *, is_header: Callable[[Sequence[str]], bool]) -> int | None:
    """The index of the row that names the columns: one that looks like it, else the first that is not blank."""
    filled = [at for at, row in enumerate(rows[:TRIED_ROWS]) if any(cell.strip() for cell in row)]
    return next((at for at in filled if is_header(rows[at])), filled[0] if filled else None)


def unique(cells: Sequence[str]) -> tuple[str, ...]:
    """Names for all columns: an empty one gets its place, a repeated one a number.

    >>> unique(["标题", "", "标题"])
    ('标题', '第 2 列', '标题 (2)')
    """
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, start=1):
        name = " ".join(cell.split())[:MOST_CHARS] or _("第 %(n)d 列") % {"n": place}
        spare = (f"{name} ({number})" for number in count(2))
        names[name if name not in names else next(each for each in spare if each not in names)] = None
    return tuple(names)
