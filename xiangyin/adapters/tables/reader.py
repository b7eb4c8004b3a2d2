"""The port `TableReader`: finds out what a file is, and gives its rows."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from xiangyin.adapters.tables.csv_records import Fields, csv_fields
from xiangyin.adapters.tables.encoding import detect
from xiangyin.adapters.tables.header import header_at, unique
from xiangyin.adapters.tables.jsonl_records import json_records
from xiangyin.adapters.tables.lines import lines
from xiangyin.adapters.tables.separator import separator_of
from xiangyin.adapters.tables.sheet_records import sheet_of
from xiangyin.monitoring.operations.intake.words import words
from xiangyin.monitoring.ports import FileUnreadableError, Layout, Pieces, Record
from xiangyin.monitoring.terms import FileFormat

SHEET_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
OTHER_MARKS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
FIRST_LINES, FIRST_OBJECTS = 40, 200
IsHeader = Callable[[Sequence[str]], bool]


class FileTables:
    """Tables in files that people hand in."""

    def look(self, pieces: Pieces, *, is_header: IsHeader) -> Layout:
        head = next((piece for piece in pieces() if piece), b"")
        if not head.strip():
            raise FileUnreadableError(_("文件是空的。"))
        if head.startswith(OTHER_MARKS):
            raise FileUnreadableError(_("这不是表格。请上传 CSV、Excel 或 JSON 行文件。"))
        if head.startswith(SHEET_MARKS):
            return _look_at_sheet(pieces, is_header)
        encoding = detect(pieces())
        first = list(islice(lines(pieces(), encoding), FIRST_LINES))
        if next((line for line in first if line.strip()), "").lstrip().startswith("{"):
            return _look_at_jsonl(pieces, encoding)
        return _look_at_csv(first, encoding, is_header)

    def records(self, pieces: Pieces, layout: Layout) -> Iterator[Record]:
        if layout.format == FileFormat.SHEET:
            return _sheet_records(pieces, layout)
        found = lines(pieces(), layout.encoding)
        return json_records(found) if layout.format == FileFormat.JSONL else _csv_records(found, layout)


def _look_at_jsonl(pieces: Pieces, encoding: str) -> Layout:
    first = islice(json_records(lines(pieces(), encoding)), FIRST_OBJECTS)
    columns = tuple(dict.fromkeys(name for record in first for name in record.cells))
    if not columns:
        raise FileUnreadableError(_("前 200 行里没有一个完整的 JSON 对象。请每行写一个。"))
    return Layout(format=FileFormat.JSONL, encoding=encoding, columns=columns)


def _look_at_csv(first: list[str], encoding: str, is_header: IsHeader) -> Layout:
    separator = separator_of(first)
    rows = [found.cells for found in csv_fields(first, separator)]
    return _headed(
        rows, first_row=1, is_header=is_header, format=FileFormat.CSV, encoding=encoding, separator=separator
    )


def _look_at_sheet(pieces: Pieces, is_header: IsHeader) -> Layout:
    sheet = sheet_of(pieces())
    rows = [[words(cell) for cell in row] for row in islice(sheet.rows, FIRST_LINES)]
    return _headed(rows, first_row=sheet.first_row, is_header=is_header, format=FileFormat.SHEET, sheet=sheet.name)


def _headed(rows: list[list[str]], *, first_row: int, is_header: IsHeader, **more: Any) -> Layout:
    at = header_at(rows, is_header=is_header)
    if at is None:
        raise FileUnreadableError(_("没有找到表头。第一行请写各列的名称，例如：编号、时间、标题、内容。"))
    return Layout(header_row=first_row + at, columns=unique(rows[at]), **more)


def _csv_records(found: Iterator[str], layout: Layout) -> Iterator[Record]:
    fields = csv_fields(found, layout.separator, width=len(layout.columns))
    for number, each in enumerate(fields, start=1):
        if number > layout.header_row and (each.fault or any(cell.strip() for cell in each.cells)):
            yield Record(number, _named(layout, each), each.fault)


def _named(layout: Layout, each: Fields) -> dict[str, Any]:
    return dict(zip(layout.columns, each.cells, strict=False))


def _sheet_records(pieces: Pieces, layout: Layout) -> Iterator[Record]:
    sheet = sheet_of(pieces())
    for number, row in enumerate(sheet.rows, start=sheet.first_row):
        if number > layout.header_row and any(cell not in ("", None) for cell in row):
            yield Record(number, dict(zip(layout.columns, row, strict=False)))
