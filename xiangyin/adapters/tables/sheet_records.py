"""Rows of a spreadsheet (.xlsx, .xls, .ods): the first sheet that has any."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from xiangyin.monitoring.ports import FileUnreadableError

MOST_MB, MOST_UNPACKED_MB = 60, 600
MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """`first_row` is the number that the spreadsheet gives to the first of the rows."""

    name: str
    first_row: int
    rows: Iterator[list[Any]]


def sheet_of(pieces: Iterable[bytes]) -> Sheet:
    """Open the first sheet that has rows. The whole file lies in memory, so its size is limited.

    :raises FileUnreadableError: it is too large, damaged, locked or empty.
    """
    raw = _read(pieces)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.height:
                return _opened(sheet)
    except CalamineError as error:
        raise FileUnreadableError(
            _("打不开这个电子表格（可能已损坏、加了密码，或者不是表格）。请另存为 .xlsx 或 CSV 再试。")
        ) from error
    raise FileUnreadableError(_("这个电子表格里没有内容。"))


def _opened(sheet: CalamineSheet) -> Sheet:
    start = sheet.start or (0, 0)
    return Sheet(sheet.name, start[0] + 1, iter(sheet.to_python(skip_empty_area=True)))


def _read(pieces: Iterable[bytes]) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > MOST_MB * MB:
            raise FileUnreadableError(_too_large() % {"mb": MOST_MB})
    raw = bytes(whole)
    if _unpacked_bytes(raw) > MOST_UNPACKED_MB * MB:
        raise FileUnreadableError(_too_large() % {"mb": MOST_MB})
    return raw


def _too_large() -> str:
    return _("电子表格最多 %(mb)d MB。请另存为 CSV 再上传，CSV 没有这个限制。")


def _unpacked_bytes(raw: bytes) -> int:
    """What a packed spreadsheet grows to: a small file may hide a very large one."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            return sum(each.file_size for each in packed.infolist())
    except zipfile.BadZipFile:  # an old .xls is not packed
        return 0
