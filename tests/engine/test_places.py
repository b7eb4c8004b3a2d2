import pytest

from tests.engine.people import HERE
from xiangyin.adapters.engine.models import load
from xiangyin.engine.places.find import Found, find
from xiangyin.engine.places.gazetteer import Entry, county
from xiangyin.engine.places.resolve import resolve
from xiangyin.engine.places.scope import in_scope
from xiangyin.engine.setting import prepare
from xiangyin.engine.text import fold


def said(text):
    return find(fold(text), text, prepare(HERE, load()).names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("红旗村和石桥村都停电", [("红旗村", "红旗村"), ("石桥村", "石桥村")]),
        ("紅旗村的路燈壞了", [("红旗村", "紅旗村")]),
        ("坪上组到塘口组的路全是坑", [("李家坪村", "坪上组"), ("红旗村", "塘口组")]),
        ("红期村2组狗咬人", [("红旗村", "红期村")]),
        ("红旗三组没有水", [("红旗村", "红旗")]),
        ("石桥村的石桥断了", [("石桥村", "石桥村")]),
        ("大理石桥面板厂家直销", []),
        ("红旗轿车上市", []),
        ("成都石桥海鲜市场开业", []),
        ("青云县高田镇石桥村着火", []),
        ("红\u200b旗村停水", [("红旗村", "红\u200b旗村")]),
    ],
)
def test_villages_are_found_by_name_and_refused_by_what_stands_around(text, expected):
    assert [(place.name, place.matched) for place in said(text).places] == expected


def test_offsets_count_the_original_text():
    text = "急！😀紅旗村\u200b的石橋"

    assert all(text[p.start : p.end] == p.matched for p in said(text).places)


@pytest.mark.parametrize(
    ("text", "channel", "inside"),
    [
        ("柳溪镇停水了", "weibo", True),
        ("黑山县柳溪镇停水了", "weibo", False),
        ("高田镇出车祸了，死了两个", "weibo", False),
        ("俺村的井又干了", "weibo", True),
        ("今天天气不错", "weibo", False),
        ("我家停水三天了", "hotline", True),
    ],
)
def test_scope_is_told_by_places_and_by_the_channel(text, channel, inside):
    assert in_scope(said(text), Found(), channel) is inside


def test_every_place_gives_its_reason():
    assert all(place.reason for place in said("红旗村、坪上组、红期村").places)


def test_a_name_that_several_villages_bear_stays_ambiguous():
    here = county(
        [
            Entry("1", "同兴村村民委员会", "巡店镇"),
            Entry("2", "同兴村村民委员会", "陈店乡"),
            Entry("3", "王家村委会", "陈店乡"),
        ]
    )

    assert resolve("同兴村", here).code is None
    assert resolve("同兴村", here).candidates == ("1", "2")
    assert resolve("陈店乡同兴村", here).code == "2"
    assert resolve("王家", here).code == "3"
    assert resolve("无此村", here).candidates == ()


def test_a_township_said_before_a_name_leaves_the_surest_kind_of_name_to_decide():
    here = county(
        [
            Entry("1", "尹西社区居委会", "铁桥街道"),
            Entry("2", "尹西村村委会", "铁桥街道"),
            Entry("3", "尹西村委会", "白桥镇"),
        ]
    )
    assert resolve("铁桥街道尹西村", here).code == "2"
    assert resolve("铁桥街道尹西", here).code == "1"
    assert resolve("白桥镇尹西村", here).code == "3"


def test_two_villages_of_one_name_in_one_township_stay_ambiguous_with_it():
    here = county([Entry("1", "欢口社区居委会", "欢口镇"), Entry("2", "欢口村委会", "欢口镇")])
    assert resolve("欢口镇欢口", here).code is None
    assert resolve("欢口镇欢口", here).candidates == ("1", "2")


def test_a_village_whose_name_begins_like_its_township_is_found_by_its_own_name():
    here = county([Entry("1", "齐河东街村委会", "齐河镇"), Entry("2", "东街村委会", "齐河镇")])
    assert resolve("齐河东街", here).code == "1"
    assert resolve("齐河镇东街", here).code == "2"


def test_every_committee_of_a_mixed_community_is_known_by_the_bare_name():
    here = county([Entry("1", "新光村民委员会", "李端镇"), Entry("2", "新光社区村民委员会", "凉姜乡")])
    assert resolve("新光", here).candidates == ("1", "2")


@pytest.mark.shared_data
def test_hard_messages_of_the_shared_data(shared_data):
    from bench.places import measure

    found = measure()

    assert found["spans and villages"] >= 0.92
    assert found["scope"] >= 0.92
    assert found["baseline keyword match, spans and villages"] < found["spans and villages"]
