import pytest

from tests.adapters.tables import look, records
from xiangyin.monitoring.ports import FileUnreadableError

TABLE = "编号,时间,标题,内容\n1,2019/2/28 11:25:05,停水,村里停水三天\n2,2019-3-1,路灯,路灯不亮\n"


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize("length", [1, 7, 4096])
    def test_every_usual_encoding_gives_the_same_rows_however_the_bytes_are_cut(self, encoding, length):
        found = records(TABLE.encode(encoding), length)

        assert [each.number for each in found] == [2, 3]
        assert found[0].cells == {"编号": "1", "时间": "2019/2/28 11:25:05", "标题": "停水", "内容": "村里停水三天"}

    def test_a_chinese_character_that_comes_late_still_tells_the_encoding(self):
        rows = "".join(f"{n},2019-3-1,title,only ascii so far\n" for n in range(3000))
        content = f"id,time,title,text\n{rows}9999,2019-3-1,停水,停水三天\n".encode("gb18030")

        assert look(content, 1000).encoding == "gb18030"
        assert records(content, 1000)[-1].cells["text"] == "停水三天"

    def test_one_broken_byte_does_not_make_another_encoding_of_the_file(self):
        rows = "".join(f"{n},2019-3-1,停水了,村里已经停水三天请尽快处理\n" for n in range(50))
        content = f"编号,时间,标题,内容\n{rows}".encode().replace("村里".encode(), b"\xe6\x9d" + "里".encode(), 1)

        assert look(content).encoding == "utf-8"
        assert "\ufffd" in records(content)[0].cells["内容"]

    def test_one_empty_byte_does_not_make_two_bytes_a_character(self):
        assert look(TABLE.replace("三天", "三\x00天").encode()).encoding == "utf-8"


class TestSeparators:
    @pytest.mark.parametrize("separator", [",", "\t", ";"])
    def test_comma_tab_and_semicolon_are_told_apart(self, separator):
        content = TABLE.replace(",", separator).encode()

        assert look(content).separator == separator
        assert len(records(content)) == 2

    def test_a_title_over_the_table_is_not_taken_for_its_header(self):
        layout = look(f"柳湾镇热线月报\n\n{TABLE}".encode())

        assert layout.header_row == 3
        assert layout.columns == ("编号", "时间", "标题", "内容")

    def test_columns_without_a_name_or_with_the_same_are_kept_apart(self):
        assert look("时间,内容,,内容\n".encode()).columns == ("时间", "内容", "第 3 列", "内容 (2)")


class TestQuotes:
    def test_a_cell_may_hold_separators_quotes_and_lines(self):
        found = records('时间,内容\n2019-3-1,"他说""停水"",\n已经三天"\n2019-3-2,好\n'.encode())

        assert [each.cells["内容"] for each in found] == ['他说"停水",\n已经三天', "好"]

    def test_a_quote_that_is_never_closed_spoils_its_own_row_and_no_other(self):
        rows = "".join(f"2019-3-{day},第{day}条\n" for day in range(2, 30))
        found = records(f'时间,内容\n2019-3-1,"没有收尾\n{rows}'.encode())

        assert [each.fault for each in found] == ["broken_quotes", *[""] * 28]
        assert found[-1].cells["内容"] == "第29条"

    def test_a_later_quote_does_not_close_one_that_was_left_open_far_above(self):
        found = records('时间,内容\n2019-3-1,"没有收尾\n2019-3-2,好\n2019-3-3,"也好"\n2019-3-4,"又没有\n'.encode())

        assert [each.fault for each in found] == ["broken_quotes", "", "", "broken_quotes"]

    def test_a_single_quotation_mark_inside_a_cell_is_only_a_mark(self):
        found = records('时间,内容\n2019-3-1,水管 5" 粗\n2019-3-2,好\n'.encode())

        assert [each.cells["内容"] for each in found] == ['水管 5" 粗', "好"]

    def test_a_row_with_more_cells_than_columns_is_sent_back(self):
        found = records("时间,内容\n2019-3-1,停水,停电,停气\n2019-3-2,好,,\n".encode())

        assert [each.fault for each in found] == ["too_many_cells", ""]

    def test_a_line_without_end_does_not_fill_the_memory(self):
        content = "时间,内容\n2019-3-1,".encode() + b"x" * 3_000_000 + "\n2019-3-2,好\n".encode()
        found = records(content, 1 << 20)

        assert [each.fault for each in found] == ["line_too_long", ""]


class TestJsonLines:
    def test_nested_counts_become_columns_and_bad_lines_faults(self):
        content = (
            b'{"id":"1","published_at":"2019-03-01","text":"a","engagement":{"likes":3}}\n\nnot json\n[1]\n{"id":2}\n'
        )
        found = records(content)

        assert [(each.number, each.fault) for each in found] == [(1, ""), (3, "not_json"), (4, "not_json"), (5, "")]
        assert found[0].cells["engagement.likes"] == 3

    def test_an_object_of_a_thousand_depths_is_a_fault_and_no_crash(self):
        deep = '{"a":' * 100_000 + "1" + "}" * 100_000

        assert [each.fault for each in records(f'{{"text":"a"}}\n{deep}\n'.encode(), 1 << 16)] == ["", "not_json"]


class TestRefused:
    @pytest.mark.parametrize("content", [b"", b"  \n ", b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04 not a workbook"])
    def test_what_is_no_table_is_refused_with_a_sentence(self, content):
        with pytest.raises(FileUnreadableError) as refused:
            look(content)

        assert str(refused.value).endswith("。")
