"""The first rows of a file as the person sees them who names its columns: masked, cut, without authors."""

from itertools import islice

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.pieces import pieces_of
from xiangyin.monitoring.operations.intake.plain_text import plain_text
from xiangyin.monitoring.operations.intake.words import words
from xiangyin.monitoring.ports import FileUnreadableError, Layout, outer
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed.store import SealBrokenError

ROWS, CHARS = 3, 60


def layout_of(upload: Upload) -> Layout:
    """How the file is laid out, as it was found when it came."""
    return Layout(**{**upload.layout, "columns": tuple(upload.layout["columns"])})


def first_cells(upload: Upload) -> list[tuple[str, list[str]]]:
    """Each column with its first three cells; nothing where the original is gone. Reads the file's beginning."""
    try:
        records = list(islice(outer().tables.records(pieces_of(upload.sealed), layout_of(upload)), ROWS))
    except (FileUnreadableError, SealBrokenError):
        return []
    shown = [column for column in upload.columns if column != upload.author_column]
    return [(column, [_cell(record.cells.get(column)) for record in records]) for column in shown]


def _cell(cell: object) -> str:
    return outside().mask(plain_text(words(cell))[: CHARS * 4])[:CHARS]
