import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

from tests.adapters.tables import look, records
from xiangyin.monitoring.operations.intake.moments import read_moment
from xiangyin.monitoring.operations.intake.words import words
from xiangyin.monitoring.ports import FileUnreadableError


def workbook(*rows: list[object], empty_first: bool = False) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    if empty_first:
        sheet = made.create_sheet("热线")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    made.close()
    return out.getvalue()


class TestSpreadsheets:
    def test_whole_numbers_dates_and_serial_days_are_read_as_people_wrote_them(self):
        content = workbook(
            ["工单编号", "受理时间", "内容"],
            [13800000001, datetime(2019, 2, 28, 11, 25, 5), "停水"],  # noqa: DTZ001 - a spreadsheet has no zones
            ["X2", 43524.5, "停电"],
        )
        found = records(content, 4096)

        assert words(found[0].cells["工单编号"]) == "13800000001"
        told = [read_moment(each.cells["受理时间"]).isoformat() for each in found]
        assert told == ["2019-02-28T11:25:05+08:00", "2019-02-28T12:00:00+08:00"]

    def test_rows_keep_the_numbers_that_the_spreadsheet_shows(self):
        content = workbook(["柳湾镇热线月报"], [], ["时间", "内容"], ["2019-3-1", "停水"], [], ["2019-3-2", "停电"])

        assert look(content, 4096).header_row == 3
        assert [each.number for each in records(content, 4096)] == [4, 6]

    def test_the_first_sheet_that_has_rows_is_read(self):
        layout = look(workbook(["时间", "内容"], ["2019-3-1", "停水"], empty_first=True), 4096)

        assert layout.sheet == "热线"

    def test_an_empty_workbook_and_a_damaged_one_are_refused(self):
        with pytest.raises(FileUnreadableError, match="没有内容"):
            look(workbook(), 4096)
        with pytest.raises(FileUnreadableError, match="打不开"):
            look(workbook(["时间", "内容"])[:-200], 4096)

    def test_a_small_file_that_unpacks_to_a_very_large_one_is_refused(self):
        out = io.BytesIO()
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
            packed.open("xl/worksheets/sheet1.xml", "w") as part,
        ):
            for _ in range(601):
                part.write(b"\0" * (1 << 20))

        with pytest.raises(FileUnreadableError, match="CSV"):
            look(out.getvalue(), 1 << 20)
