import pytest

from tests.engine.people import an_item, taken_in
from xiangyin.engine.grouping.institutions import elsewhere, institutions
from xiangyin.engine.state import dump, load

NINE_DAYS_H = 9 * 24
CENTRE = "中心小学午饭后10名学生呕吐、腹痛，正送镇卫生院，食堂已停止供餐。"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("柳湾小学十个孩子呕吐", "中心小学十个孩子呕吐"),
        ("我孩子在石坝中学读书", "孩子在河口中学读书"),
        ("白石医院乱收费", "青云医院乱收费"),
        ("杏花敬老院饭菜馊了", "槐荫敬老院饭菜馊了"),
    ],
)
def test_two_names_of_one_kind_are_two_places(one, other):
    assert elsewhere(institutions(one), institutions(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("柳溪镇中心小学有孩子吐了", "中心小学有孩子吐了"),
        ("香樟路小学门口堵车", "香樟小学门口堵车"),
        ("柳湾村小学停水", "柳湾小学停水"),
        ("柳湾小学停水", "柳湾幼儿园停水"),
        ("中心小学十个孩子送县医院", "中心小学的孩子转市医院了"),
        ("柳湾小学停水", "小学停水三天"),
        ("柳湾小学停水", "小区的小学停水"),
        ("柳湾小学和中心小学都停水", "中心小学停水"),
        ("柳湾小学停水", "杏花敬老院停水"),
    ],
)
def test_one_place_said_in_two_ways_or_not_named_is_no_other_place(one, other):
    assert not elsewhere(institutions(one), institutions(other))


@pytest.mark.parametrize("channel", ["phone", "wechat", "hotline"])
@pytest.mark.parametrize("call", [CENTRE.replace("中心", "柳湾"), "柳湾小学来电：午饭后十个孩子呕吐腹痛，正送镇卫生院"])
def test_sick_children_at_one_school_are_no_part_of_the_matter_of_another_school(channel, call):
    _, batch = taken_in(an_item(CENTRE, number=1), an_item(call, number=2, hours=NINE_DAYS_H, channel=channel))

    first, second = batch.judgements
    assert first.matter != second.matter
    assert second.duplicate_of is None


def test_voices_on_one_school_are_still_one_matter():
    _, batch = taken_in(
        an_item(CENTRE, number=1),
        an_item("柳溪镇中心小学午饭后10名学生呕吐、腹痛，正送卫生院，食堂停止供餐", number=2, hours=1),
    )

    assert len({one.matter for one in batch.judgements}) == 1


def test_a_loaded_state_still_knows_the_schools():
    state, first = taken_in(an_item(CENTRE, number=1))
    _, second = taken_in(an_item(CENTRE.replace("中心", "柳湾"), number=2, hours=NINE_DAYS_H), state=load(dump(state)))

    assert first.judgements[0].matter != second.judgements[0].matter
