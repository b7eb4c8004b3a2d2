from collections import Counter

import pytest
from django.template import Context, Template

from xiangyin.shared.web.levels import GRAVEST_FIRST, LOOKS, look_of
from xiangyin.shared.web.tones import STATES, tone_of


def rendered(source: str, **context: object) -> str:
    return Template("{% load web %}" + source).render(Context(context))


@pytest.mark.parametrize("colour", LOOKS)
def test_a_level_has_a_word_and_a_shape_besides_its_colour(colour: str) -> None:
    badge = rendered("{% level colour %}", colour=colour)

    assert str(LOOKS[colour].label) in badge
    assert f'd="{LOOKS[colour].shape}"' in badge
    assert f"level-{colour}" in badge


def test_no_two_levels_share_a_shape() -> None:
    assert len({look.shape for look in LOOKS.values()}) == len(LOOKS)


def test_levels_are_found_by_word_and_by_number_with_one_the_gravest() -> None:
    assert [look_of(number) for number in (1, 2, 3, 4)] == list(GRAVEST_FIRST)
    assert look_of("1") is look_of("red")
    assert look_of(None) is look_of(9) is look_of("purple") is look_of("none")


def test_what_is_typed_into_a_label_cannot_become_markup() -> None:
    assert "<b>" not in rendered("{% level 'red' label %}{% state 'logged' label %}", label="<b>")


def test_a_state_stands_under_one_tone() -> None:
    placed = Counter(state for states in STATES.values() for state in states)

    assert [state for state, times in placed.items() if times > 1] == []


def test_a_state_that_nobody_placed_is_not_overlooked() -> None:
    assert tone_of("newly_invented") == "waiting"
    assert 'class="state state-trouble"' in rendered("{% state 'returned' '已退回' %}")
