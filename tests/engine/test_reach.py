"""Reach never outweighs harm: the township's default ladder over any matter (1.3.1, 3.2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.people import an_item, gravest, passed_on
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.grading.suggest import suggest
from xiangyin.engine.record import Record
from xiangyin.engine.values import LEVELS, Harm

YELLOW, ORANGE = 2, 3
SIGNS = st.frozensets(
    st.sampled_from(["complain", "anger", "pollution", "crowd", "violence", "disaster", "claim", "hope"])
)
HURT = {"deaths": "dead", "injured": "hurt", "missing": "lost", "affected": "poison"}
COUNTS = st.none() | st.integers(1, 60)


def a_record(**facts) -> Record:
    plain = {
        "serial": 0, "id": "i0", "at": 1_770_000_000, "source": 1, "channel": "weibo", "reposts": 0, "comments": 0, "views": 0,
        "harm": Harm(), "tags": frozenset({"complain"}), "crowd": None, "scope": True, "stance": "complaint", "media": 0,
        "office": False, "copy": False, "head": "停车费又涨了", "topic": None, "department": None, "places": (),
    }  # fmt: skip
    return Record(**plain | facts)


def numbered(records: list[Record]) -> list[Record]:
    return [one._replace(serial=n, id=f"i{n}", source=one.source + n) for n, one in enumerate(records)]


RECORDS = st.builds(
    a_record,
    channel=st.sampled_from(["weibo", "hotline", "phone", "video"]),
    stance=st.sampled_from(["complaint", "report", "question"]),
    tags=SIGNS,
    harm=st.builds(Harm, deaths=COUNTS, injured=COUNTS, missing=COUNTS, affected=COUNTS),
    crowd=COUNTS,
    reposts=st.integers(0, 20_000),
    views=st.integers(0, 9_000_000),
    media=st.integers(0, 3),
)
MATTERS = st.lists(RECORDS, min_size=1, max_size=6).map(numbered)
LOUD = st.builds(a_record, reposts=st.integers(0, 10**6), views=st.integers(0, 10**8), media=st.integers(0, 3))


def level(records: list[Record]) -> int:
    return LEVELS.index(suggest(records, DEFAULT).level)


@given(MATTERS, st.data())
def test_adding_harm_never_lowers_a_level(matter, data):
    measure = data.draw(st.sampled_from(sorted(HURT)))
    which = data.draw(st.integers(0, len(matter) - 1))
    one = matter[which]
    more = (getattr(one.harm, measure) or 0) + data.draw(st.integers(1, 40))
    worse = one._replace(harm=replace(one.harm, **{measure: more}), tags=one.tags | {HURT[measure]})

    assert level([*matter[:which], worse, *matter[which + 1 :]]) >= level(matter)


@given(MATTERS, st.data())
def test_a_matter_with_harm_is_never_below_the_same_matter_without(matter, data):
    unhurt = [one._replace(harm=Harm(), tags=one.tags - set(HURT.values())) for one in matter]

    assert level(matter) >= level(unhurt)


@given(st.lists(LOUD, min_size=1, max_size=200).map(numbered))
def test_whatever_its_reach_a_grievance_alone_never_passes_one_confirmed_death(loud):
    death = a_record(channel="phone", harm=Harm(deaths=1), tags=frozenset({"dead"}))

    assert level(loud) <= ORANGE == level([death])


@given(MATTERS, st.lists(LOUD, min_size=1, max_size=150))
def test_reach_adds_at_most_one_level_to_harm_and_alone_stops_at_its_own(matter, loud):
    quiet = level([one._replace(reposts=0, views=0, source=1) for one in matter])
    told = level(numbered([*matter, *loud]))

    assert quiet <= told <= max(ORANGE, quiet + 1)


@given(MATTERS, st.integers(0, 10**6), st.integers(0, 10**8))
def test_more_reach_never_lowers_a_level(matter, reposts, views):
    louder = [matter[0]._replace(reposts=matter[0].reposts + reposts, views=matter[0].views + views), *matter[1:]]

    assert level(louder) >= level(matter)


def test_any_number_of_accounts_on_a_parking_fee_is_yellow_and_below_one_death():
    crowd = [
        an_item("河街停车乱收费，天天被坑，投诉没人管", number=n, hours=n / 60, channel="weibo", source=f"微博@网友{n}")
        for n in range(120)
    ]
    death = an_item("红旗村翻车，造成1人死亡", number=500, channel="phone", source="柳溪派出所")

    assert gravest(*crowd) == "yellow"
    assert gravest(death) == "orange"


@pytest.mark.parametrize("media", range(4))
def test_millions_of_views_of_a_grievance_are_orange_and_never_red(media):
    said = suggest([a_record(reposts=10**6, views=10**8, media=media)], DEFAULT)

    assert said.level == "orange"


def test_the_reason_says_that_reach_was_held_to_harm():
    said = suggest([a_record(views=10**8)], DEFAULT)

    assert [one.text for one in said.reasons] == ["浏览100000000次（传播不重于伤害，只计到橙色）"]


def test_a_rumoured_toll_does_not_silence_a_death_that_somebody_answers_for():
    called = an_item("红旗村砖厂出事，有人死亡，快派人来", channel="phone", source="红旗村村委会")
    rumour = an_item("听说红旗村砖厂死了两个人，真的假的？", number=2, hours=1, channel="weibo", source="微博@路人")

    assert gravest(called) == gravest(called, rumour) == "orange"


def test_the_ladder_holds_reach_as_data_of_the_township():
    noise = [a_record(views=10**8)]
    quiet = replace(
        DEFAULT, name="strict", rules=dict(DEFAULT.rules) | {"views": replace(DEFAULT.rules["views"], alone=1)}
    )

    assert suggest(noise, DEFAULT).level == "orange"
    assert suggest(noise, quiet).level == "blue"


def test_a_reach_of_millions_lifts_an_injury_by_one_level_and_no_further():
    hurt = an_item(
        "红旗村两车相撞，2人受伤", channel="video", source="抖音@拍客", engagement=passed_on(900_000, 90_000_000)
    )

    assert gravest(hurt) == "orange"
