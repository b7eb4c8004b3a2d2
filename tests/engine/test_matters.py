import pytest

from tests.engine.people import HERE, an_item, listed, taken_in
from xiangyin.adapters.engine import models
from xiangyin.engine.analysis import latest, matters
from xiangyin.engine.grading.ladder import DEFAULT
from xiangyin.engine.grouping.decide import NotInMatter, UnknownMatter
from xiangyin.engine.state import StateUnreadable, StateUsed, decide, dump, empty, load
from xiangyin.engine.values import Join, Part

FLOOD = "河街下水道堵了，污水流到街上，臭得很，没人来修"
NOISE = "李家坪村砖厂半夜施工，噪音很大，老人睡不着"


def told(state):
    return matters(state, models=models.load(), ladder=DEFAULT)


def test_two_voices_on_one_thing_are_one_matter_and_other_things_are_not():
    _, batch = taken_in(
        an_item(FLOOD, number=1),
        an_item("投诉河街下水道堵塞，污水流到街上，臭味很大", number=2, hours=3),
        an_item(NOISE, number=3, hours=4),
    )

    first, second, third = (one.matter for one in batch.judgements)
    assert first == second != third


def test_a_copy_names_its_original():
    _, batch = taken_in(an_item(FLOOD, number=1), an_item("转：" + FLOOD + "！", number=2), an_item(NOISE, number=3))

    assert [one.duplicate_of for one in batch.judgements] == [None, "i1", None]


def test_one_template_about_two_places_is_no_copy():
    _, batch = taken_in(
        an_item("红旗村门口每天晚上都有人摆摊，油烟很大，请来处理一下", number=1),
        an_item("石桥村门口每天晚上都有人摆摊，油烟很大，请来处理一下", number=2),
    )

    assert batch.judgements[1].duplicate_of is None


def test_two_runs_over_two_halves_say_the_same_as_one():
    items = [
        an_item(f"{text}第{n}次反映", number=n, hours=n) for n in range(12) for text in (FLOOD if n % 2 else NOISE,)
    ]
    whole, batch = taken_in(*items)
    half, first = taken_in(*items[:5])
    half, second = taken_in(*items[5:], state=load(dump(half)))

    assert first.judgements + second.judgements == batch.judgements
    assert told(half) == told(whole)
    assert dump(half) == dump(whole)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_size_of_batches_changes_nothing(size):
    items = [an_item(f"{FLOOD}{n}", number=n, hours=n) for n in range(10)]
    _, batch = taken_in(*items)
    state, judged = empty(), ()
    for begin in range(0, len(items), size):
        state, part = taken_in(*items[begin : begin + size], state=state)
        judged += part.judgements

    assert judged == batch.judgements


def test_a_state_that_was_carried_on_cannot_be_carried_on_again():
    old = empty()
    taken_in(an_item(FLOOD), state=old)

    with pytest.raises(StateUsed):
        taken_in(an_item(NOISE), state=old)


def test_damaged_bytes_are_refused():
    with pytest.raises(StateUnreadable):
        load(b"something else")
    with pytest.raises(StateUnreadable):
        load(dump(taken_in(an_item(FLOOD))[0])[:-9])


class TestWhatAPersonDecided:
    def test_joined_matters_stay_joined_and_name_what_they_absorbed(self):
        state, _ = taken_in(an_item(FLOOD, number=1), an_item(NOISE, number=2))
        state, touched = decide(state, Join("M1", "M2"))
        state, batch = taken_in(an_item("又来反映：" + NOISE, number=3, hours=2), state=load(dump(state)))

        assert touched == ("M1",)
        assert batch.judgements[0].matter == "M1"
        assert [(m.matter, m.absorbed, m.items) for m in told(state)] == [("M1", ("M2",), 3)]

    def test_parted_items_stay_apart_and_draw_what_is_like_them(self):
        road = "红旗村三组水泥路破了一个坑，下雨天积水，骑车不好过"
        state, batch = taken_in(an_item(road, number=1), an_item(road + "，希望修补", number=2, hours=1))
        assert len({one.matter for one in batch.judgements}) == 1

        state, touched = decide(state, Part("M1", ("i1", "i2")))
        state, later = taken_in(an_item(road + "，还没修", number=3, hours=2), state=load(dump(state)))

        assert touched == ("M1", "M2")
        assert later.judgements[0].matter == "M2"
        assert [(m.matter, m.items) for m in told(state)] == [("M2", 3)]

    def test_what_cannot_be_done_is_refused_and_changes_nothing(self):
        state, _ = taken_in(an_item(FLOOD))
        before = dump(state)

        with pytest.raises(UnknownMatter):
            decide(state, Join("M1", "M9"))
        with pytest.raises(NotInMatter):
            decide(state, Part("M1", ("nobody",)))
        assert dump(state) == before


def test_a_title_is_words_that_an_item_said():
    matter = listed(an_item(FLOOD, number=1, title="河街下水道堵塞污水横流"), an_item(FLOOD + "！", number=2))[0]

    assert matter.title == "河街下水道堵塞污水横流"


def test_a_title_holds_no_telephone_number():
    assert "13812345678" not in listed(an_item("请打13812345678，" + FLOOD))[0].title


def test_a_lone_date_in_the_far_future_is_not_now():
    state, _ = taken_in(
        an_item(FLOOD, number=1), an_item(NOISE, number=2, hours=24 * 4000), an_item(FLOOD, number=3, hours=1)
    )

    assert latest(state).year == 2026


def test_a_batch_shows_the_matters_that_it_touched_as_they_stand():
    state, _ = taken_in(an_item(FLOOD, number=1))
    state, batch = taken_in(an_item(NOISE, number=2, hours=1), state=state)

    assert batch.touched == ("M2",)
    assert batch.matters == tuple(m for m in told(state) if m.matter == "M2")


def test_heat_falls_with_time():
    state, _ = taken_in(an_item(FLOOD, number=1), an_item("投诉" + FLOOD, number=2, hours=1))
    from datetime import timedelta

    from tests.engine.people import MORNING

    soon, late = (
        matters(state, models=models.load(), ladder=DEFAULT, now=MORNING + timedelta(hours=h))[0].heat for h in (2, 14)
    )
    assert late == pytest.approx(soon / 4, rel=0.01)


def test_the_forecast_lies_within_its_interval_and_goes_no_further_than_a_day():
    matter = listed(*[an_item(FLOOD + str(n), number=n, hours=n / 2) for n in range(8)])[0]

    assert [round((one.at - matter.last_at).total_seconds() / 3600) for one in matter.forecast] == [3, 6, 12, 24]
    assert all(0 <= one.low <= one.mid <= one.high for one in matter.forecast)


def test_topic_department_and_demand_are_told():
    _, batch = taken_in(an_item("请问红旗村的公路什么时候修？", title="咨询红旗村公路何时修好"))
    judged = batch.judgements[0]

    assert judged.department == "D2"
    assert judged.demand == "consultation"
    assert judged.in_scope


@pytest.mark.shared_data
def test_messages_of_the_shared_data_are_grouped_better_than_by_a_single_pass(shared_data):
    from bench.groups import measure_news
    from bench.train.held_out import messages_held_out

    found = messages_held_out()

    assert found["B³ F1, held out"] >= 0.94
    assert found["pair F1, held out"] >= 0.8
    assert measure_news()["B³ F1 among all posts, held out"] >= 0.8


def test_the_engine_knows_no_other_township():
    _, batch = taken_in(an_item("红旗村停水"), here=HERE)
    from xiangyin.engine.values import Township

    _, other = taken_in(an_item("红旗村停水"), here=Township("别处镇", "1"))
    assert batch.judgements[0].places
    assert not other.judgements[0].places
