"""Whatever bytes somebody hands in: a refusal in words, or rows that are all accounted for. Never a crash."""

import csv
import io
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.adapters.tables import look, records
from xiangyin.monitoring.ports import FileUnreadableError

CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00\r"), max_size=12)
HEADS = st.sampled_from(["时间,内容\n", "id\ttime\ttext\n", '{"text":"a"}\n', "\ufeff编号;日期;正文\n"])


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b'"')
@example(b"\x00\x00\x00\x00")
def test_any_bytes_give_rows_or_a_refusal(content):
    with suppress(FileUnreadableError):
        numbers = [each.number for each in records(content)]
        assert numbers == sorted(set(numbers))


@settings(max_examples=300, deadline=None)
@given(HEADS, st.binary(max_size=300))
def test_any_bytes_under_a_header_give_rows_in_order(head, content):
    found = records(head.encode() + content)

    numbers = [each.number for each in found]
    assert numbers == sorted(set(numbers))
    assert all(each.fault or each.cells for each in found)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=12),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
)
def test_what_a_program_wrote_is_read_back_row_by_row(rows, encoding):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["编号", "时间", "内容"], *rows])
    content = out.getvalue().encode(encoding)
    told = [row for row in rows if any(cell.strip() for cell in row)]

    found = records(content)

    if look(content).encoding.startswith(encoding):  # a very short text may be good in either encoding
        assert [list(each.cells.values()) for each in found] == told
