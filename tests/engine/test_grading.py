import pytest

from tests.engine.people import an_item, gravest, listed, passed_on
from xiangyin.engine.grading.ladder import DEFAULT, Ladder, Rule
from xiangyin.engine.grading.suggest import suggest


def test_ten_sick_children_in_one_quiet_call_are_never_none():
    item = an_item("柳溪中心小学今天中午吃完饭，十个孩子上吐下泻，有两个发烧了，请来看一看")

    assert gravest(item) in ("orange", "red")


def test_three_dead_are_red_and_one_is_orange():
    assert gravest(an_item("红旗村翻车，造成3人死亡", channel="phone", source="柳溪派出所")) == "red"
    assert gravest(an_item("红旗村翻车，造成1人死亡", channel="phone", source="柳溪派出所")) == "orange"


def test_a_claim_that_nobody_answers_for_suggests_at_most_yellow():
    item = an_item("听说红旗村砖厂塌窑压死三个人了，真的假的？", channel="wechat", source="微信群·赶场群")

    assert gravest(item) == "yellow"


@pytest.mark.parametrize(
    "text",
    [
        "红旗村今天举行消防演练，模拟3人受伤",
        "红旗村庙会热闹，2000多人赶集，人山人海",
        "河街家电城跳楼价清仓，低到吓死人",
        "红旗村老支书享年98岁，无疾而终，后天出殡",
        "剧组在红旗村取景，200个群众演员倒了一地",
    ],
)
def test_drills_feasts_advertisements_and_old_age_suggest_nothing(text):
    item = an_item(text, channel="weibo", source="微博@小李", engagement=passed_on(6000, 600_000))

    assert gravest(item) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "红旗村路口没有红绿灯，万一出了车祸压死人后果谁负责",
        "河街消防通道被占，要是着火了会出人命，请来处理",
        "红旗村开发商欺骗业主，难道要等到死了人才管吗",
    ],
)
def test_a_danger_that_is_only_feared_is_no_disaster(text):
    assert gravest(an_item(text)) in ("none", "blue")


def test_what_happened_elsewhere_suggests_nothing():
    item = an_item("黑山县柳溪镇工厂爆炸，造成5人死亡", channel="news", source="某报")

    assert gravest(item) == "none"


def test_the_same_text_ten_times_from_one_account_is_one_voice():
    items = [
        an_item("红旗村的路坏了没人管", number=n, channel="weibo", source="微博@曝光台", hours=n) for n in range(10)
    ]

    matter = listed(*items)[0]
    assert (matter.items, matter.sources, matter.level) == (10, 1, "none")


def test_an_office_revises_what_first_posts_claimed():
    claim = an_item("红旗村渣土车碾压三轮车，三人当场死亡", number=1, channel="weibo", source="微博@爆料")
    police = an_item(
        "红旗村渣土车碾压三轮车，事故造成1人死亡、2人受伤，网传“3人死亡”不属实",
        number=2, hours=1, channel="weibo", source="微博@青云交警", title="警情通报",
    )  # fmt: skip

    assert gravest(claim, police) == "orange"


def test_chatter_does_not_wash_an_early_toll_out_of_memory():
    toll = an_item("红旗村翻车，造成1人死亡", number=0, channel="phone", source="柳溪派出所")
    chatter = [
        an_item("红旗村翻车的事大家都在说", number=n, hours=n / 60, channel="weibo", source=f"微博@网友{n}")
        for n in range(1, 400)
    ]

    assert gravest(toll, *chatter) in ("orange", "red")


def test_reach_raises_grave_harm_and_never_lowers_it():
    quiet = an_item("石桥水库翻船，造成2人死亡", channel="phone", source="柳溪派出所")
    loud = an_item(
        "石桥水库翻船，造成2人死亡", channel="news", source="央视新闻", engagement=passed_on(9000, 3_000_000)
    )

    assert gravest(quiet) == "orange"
    assert gravest(loud) == "red"


def test_every_level_comes_with_reasons_that_name_items():
    matter = listed(an_item("红旗村两车相撞，2人受伤，救护车已到", channel="phone", source="红旗村村委会"))[0]

    assert matter.level == "yellow"
    assert matter.reasons[0].factor == "severity"
    assert matter.reasons[0].items == ("i1",)


def test_a_township_may_bring_its_own_ladder():
    strict = Ladder("strict", dict(DEFAULT.rules) | {"injured": Rule("severity", (None, None, 1, 2), "人", "本地设定")})
    items = [an_item("红旗村两车相撞，2人受伤", channel="phone", source="红旗村村委会")]
    from tests.engine.people import taken_in
    from xiangyin.adapters.engine.models import load
    from xiangyin.engine.analysis import matters

    state, _ = taken_in(*items)

    assert matters(state, models=load(), ladder=strict)[0].level == "red"
    assert matters(state, models=load(), ladder=DEFAULT)[0].level == "yellow"


def test_nothing_said_suggests_nothing():
    assert suggest([], DEFAULT).level == "none"


@pytest.mark.shared_data
def test_written_cases_of_the_shared_data(shared_data):
    from bench.grading import measure

    found = measure()

    assert found["defensible"] >= 0.85
    assert found["two or more too low"] <= 0.03
