from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.people import CHINA, an_item, listed, taken_in
from xiangyin.engine.state import dump, load


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "😀😀😀",
        "\ud800",
        "a\udc00b",
        "\u200b\u200d",
        "<b>红旗村</b>",
        "ｗｉｄｅ　ｔｅｘｔ",
        "١٢٣٤٥٦٧٨٩٠١",
        "ﷺ" * 5,
        "\x00\x01\n\n",
    ],
)
def test_strange_texts_are_judged_and_stored(text):
    state, batch = taken_in(an_item(text, number=1), an_item(text, number=2))

    assert len(batch.judgements) == 2
    assert dump(load(dump(state))) == dump(state)


@settings(max_examples=60)
@given(st.lists(st.text(max_size=120), max_size=6))
def test_any_texts_are_judged_without_an_error(texts):
    state, batch = taken_in(*[an_item(text, number=n) for n, text in enumerate(texts)])

    assert len(batch.judgements) == len(texts)
    assert dump(load(dump(state))) == dump(state)


@pytest.mark.parametrize("letter", ["啊", "1", "a", "(", "一", " ", "😀", "-", "死", "号"])
def test_a_megabyte_of_one_character_takes_no_quadratic_time(letter):
    small, large = (an_item(letter * size) for size in (50_000, 1_000_000))
    taken_in(small)
    began = process_time()
    taken_in(small)
    short = process_time() - began
    began = process_time()
    taken_in(large)

    # Twenty times as much text may take twenty times as long and a little more, not four hundred times.
    assert process_time() - began < 60 * max(short, 0.02)


def test_dates_of_every_century_are_taken():
    items = [an_item("红旗村停水", number=n) for n in range(3)]
    from dataclasses import replace

    years = [
        datetime(1, 1, 2, tzinfo=UTC),
        datetime(2026, 1, 1, tzinfo=CHINA),
        datetime(9999, 12, 30, tzinfo=UTC),
    ]
    matter = listed(*[replace(item, published_at=year) for item, year in zip(items, years, strict=True)])[0]

    assert matter.items == 3


def test_arrival_out_of_order_is_taken():
    matter = listed(
        an_item("红旗村停水了没人管", number=1, hours=9), an_item("红旗村停水了没人管！", number=2, hours=-9)
    )[0]

    assert matter.first_at < matter.last_at
