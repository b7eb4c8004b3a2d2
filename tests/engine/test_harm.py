import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiangyin.engine.harm.read import read
from xiangyin.engine.text import fold
from xiangyin.engine.values import Harm


def told(text):
    return read(fold(text).text, year=2026)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("事故造成3人死亡、9人受伤", Harm(deaths=3, injured=9)),
        ("四人遇难、两人失联", Harm(deaths=4, missing=2)),
        ("3死5伤", Harm(deaths=3, injured=5)),
        ("十几个孩子上吐下泻", Harm(affected=10, approximate=True)),
        ("造成130余人受伤", Harm(injured=130, approximate=True)),
        ("3人重伤，14人轻伤", Harm(injured=17)),
        ("王老师一家三口没了", Harm(deaths=3)),
        ("致周某当场死亡", Harm(deaths=1)),
        ("火灾没有造成人员伤亡", Harm(deaths=0, injured=0, denied=True)),
        ("造成3人死亡多人受伤", Harm(deaths=3, approximate=True)),
    ],
)
def test_totals_are_read_from_figures_and_words(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一夜之间死了300只鸡", "今天举行消防演练，模拟3人受伤", "去年这里死了两个人", "堵死了，急死人", "欠我们300人的工资",
        "距离5人制球场200米", "2008年地震造成5人死亡", "享年98岁，无疾而终",
    ],
)  # fmt: skip
def test_animals_drills_history_jokes_and_distances_are_no_casualties(text):
    harm = told(text)

    assert not harm.deaths
    assert not harm.injured


def test_a_claim_that_is_put_right_does_not_count():
    harm = told("事故造成1人死亡、2人受伤，网传“3人死亡”不属实")

    assert (harm.deaths, harm.injured, harm.denied) == (1, 2, True)


def test_the_newest_total_counts_and_parts_do_not_add_to_it():
    assert told("截至11时，事故已造成3人死亡、9人受伤，其中2名重伤者经抢救无效死亡").deaths == 3


@given(st.text(alphabet="一二三十百千万几数上近0123456789.,人名死伤亡失踪中毒造成约余多、，。", max_size=80))
def test_any_row_of_numbers_and_harm_is_read_without_an_error(text):
    assert isinstance(told(text), Harm)


@pytest.mark.shared_data
def test_reports_of_the_shared_data(shared_data):
    from bench.casualties import measure

    assert measure()["both"] >= 0.9
