"""Whatever stands in a file, every row is taken, known or rejected, and never two of them."""

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.monitoring.files import import_bytes
from xiangyin.monitoring.models import Item, RejectedRow
from xiangyin.monitoring.ports import FileUnreadableError
from xiangyin.shared.steps.refusals import AnswersInvalidError

WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=10)
TIMES = st.sampled_from(
    ["2026-11-24", "2019/2/28 11:25:05", "昨天", "", "43524.5", "1551324305", "2099-1-1", "1900-1-1"]
)
ROWS = st.lists(st.tuples(st.sampled_from(["", "1", "2", "3", "甲"]), TIMES, WORDS), max_size=12)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(rows=ROWS, tail=st.binary(max_size=60))
def test_taken_known_and_rejected_are_all_the_rows(town, rows, tail):
    out = io.StringIO()
    # The writer's own CR LF: with another line end Python before 3.13 leaves a CR inside a cell unquoted.
    csv.writer(out).writerows([("编号", "时间", "内容"), *rows])
    before = Item.objects.count()
    try:
        upload = import_bytes(town, out.getvalue().encode() + tail)
    except (FileUnreadableError, AnswersInvalidError):  # no table, or its columns cannot be told
        assert Item.objects.count() == before
        return

    if not tail:
        assert upload.rows == sum(any(cell.strip() for cell in row) for row in rows)
    assert upload.taken + upload.known + upload.rejected == upload.rows
    assert RejectedRow.objects.filter(upload=upload).count() == upload.rejected == sum(upload.faults.values())
    assert Item.objects.filter(upload=upload, arrived_at__gte=upload.started_at).count() >= upload.taken
    assert Item.objects.count() == before + upload.taken
