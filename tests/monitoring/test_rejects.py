import csv
import io

import pytest

from tests.monitoring.fakes import masking
from tests.monitoring.files import import_text
from tests.monitoring.pages import at_screen
from xiangyin.monitoring.models import Item
from xiangyin.monitoring.operations.intake.rejects import rejects_file
from xiangyin.monitoring.rules.upload import UPLOAD_STEPS
from xiangyin.shared.sealed.models import Look, SealedChunk

HEAD = "编号,时间,内容,作者\n"
BAD = f"{HEAD}1,昨天,请回13812345678,张三\n2,,=cmd(),李四\n3,2026-11-24,好,王五\n4,2026-11-24,机密★3年,孙六\n"


def table_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


class TestTheFileOfRejects:
    def test_it_tells_row_column_reason_and_remedy_before_the_masked_cells(self, town):
        with masking():
            upload = import_text(town, BAD)
            told = table_of(b"".join(rejects_file(upload)))

        assert told[0] == ["行号", "问题所在的列", "为什么退回", "怎么办", "编号", "时间", "内容", "作者"]
        assert told[1][:3] == ["2", "时间", "时间读不懂"]
        assert told[1][4:] == ["1", "昨天", "请回[电话]", ""], "no phone number, no author"
        assert told[2][6] == "'=cmd()", "a spreadsheet must not run it"

    def test_a_state_secret_is_in_no_file_and_nowhere_else(self, town):
        upload = import_text(town, BAD)
        told = table_of(b"".join(rejects_file(upload)))

        assert told[3][:3] == ["5", "内容", "带有国家秘密标志，不能进入本系统"]
        assert told[3][4:] == ["", "", "", ""]

    def test_put_right_and_handed_in_again_the_rows_are_taken(self, town):
        upload = import_text(town, f"{HEAD}1,昨天,停水,张三\n3,2026-11-24,好,王五\n")
        back = b"".join(rejects_file(upload)).decode("utf-8-sig").replace("昨天", "2026-11-24")

        again = import_text(town, back, name="退回.csv")

        assert (again.taken, again.known, again.rejected) == (1, 0, 0)
        assert Item.objects.count() == 2

    def test_what_was_rejected_lies_encrypted(self, town):
        import_text(town, f"{HEAD}1,昨天,柳湾小学停水,张三\n")

        for chunk in SealedChunk.objects.all():
            assert "柳湾小学".encode() not in bytes(chunk.ciphertext)

    def test_each_fetch_is_a_look_that_is_logged(self, town):
        upload = import_text(town, f"{HEAD}1,昨天,停水,张三\n")
        answer = at_screen(town, "王监测").get(f"/intake/{upload.pk}/rejects.csv")

        assert table_of(b"".join(answer.streaming_content))[1][0] == "2"
        assert Look.objects.get().subject_id == upload.pk

    def test_when_the_original_is_destroyed_the_rows_go_too_but_not_their_numbers(self, town):
        upload = import_text(town, f"{HEAD}1,昨天,停水,张三\n")
        town.take(UPLOAD_STEPS, upload.id, "discard", "王监测", reason="已经核对")

        assert at_screen(town, "王监测").get(f"/intake/{upload.pk}/rejects.csv").status_code == 404
        assert upload.rejects.count() == 1

    @pytest.mark.parametrize("who", ["石系统", "吕联络"])
    def test_those_who_see_no_texts_see_no_rejects_either(self, town, who):
        upload = import_text(town, f"{HEAD}1,昨天,停水,张三\n")

        assert at_screen(town, who).get(f"/intake/{upload.pk}/rejects.csv").status_code == 403
