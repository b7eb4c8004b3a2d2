import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiangyin.engine.masking.mask import SHOWN, mask


@pytest.mark.parametrize(
    ("text", "kind", "hidden"),
    [
        ("请打13812345678李先生", "phone", "13812345678"),
        ("请打138 1234 5678谢谢", "phone", "138 1234 5678"),
        ("微信同号１３８－１２３４－５６７８", "phone", "１３８－１２３４－５６７８"),
        ("电话一三八零零一三八零零零", "phone", "一三八零零一三八零零零"),
        ("致电(86)13812345678", "phone", "(86)13812345678"),
        ("座机0731-88661234", "landline", "0731-88661234"),
        ("身份证11010519491231002X号", "id", "11010519491231002X"),
        ("卡号6222 0239 7281 7218 222没到账", "bank", "6222 0239 7281 7218 222"),
        ("回复到li_q@mail.example.cn吧", "email", "li_q@mail.example.cn"),
        ("肇事车湘A·12F45停在路口", "plate", "湘A·12F45"),
        ("家住15号楼3单元1406室，很吵", "address", "15号楼3单元1406室"),
        ("家住红旗村三组12号", "address", "三组12号"),
    ],
)
def test_personal_data_gives_way_to_the_name_of_its_kind(text, kind, hidden):
    found = mask(text)

    assert hidden not in found.text
    assert SHOWN[kind] in found.text
    assert [(s.kind, text[s.start : s.end]) for s in found.spans] == [(kind, hidden)]


@pytest.mark.parametrize(
    "text",
    [
        "请拨打12345或者110", "工单编号20190823001", "电梯编号31104301002012", "合同价1234567.89元", "2020-01-06 12:09:38",
        "3号线一期工程", "第12栋没有电梯", "5栋业主的心声", "湘A市的车", "二〇一九年十二月三十一日", "订单号13812345678已发货",
        "红旗村有300户1200人",
    ],
)  # fmt: skip
def test_numbers_that_belong_to_nobody_stay(text):
    assert mask(text).text == text


def test_masking_twice_changes_nothing_more():
    once = mask("家住15号楼1406房，电话13812345678，身份证11010519491231002X").text

    assert mask(once).text == once


@given(st.text(max_size=300))
def test_any_text_is_masked_without_an_error_and_spans_lie_inside_it(text):
    found = mask(text)

    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)
    assert all(a.end <= b.start for a, b in zip(found.spans, found.spans[1:], strict=False))


@given(st.text(alphabet="0123456789-() 一二三x年号室栋", max_size=60))
def test_any_row_of_figures_is_read_without_an_error(text):
    assert isinstance(mask(text).text, str)


@pytest.mark.shared_data
def test_the_invented_personal_data_of_the_shared_messages_is_found(shared_data):
    from bench.privacy import measure

    found = measure()

    assert found["recall, five kinds"] >= 0.99
    assert found["precision, five kinds"] >= 0.98
    assert found["recall address"] >= 0.95
