import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from xiangyin.adapters.engine.models import load
from xiangyin.engine import emotion
from xiangyin.engine.damped import ONE, runs
from xiangyin.engine.linear import scores
from xiangyin.engine.ngrams import encode


def judged(texts):
    facts = [emotion.facts({}, text) for text in texts]
    return scores(load().emotion, encode(texts, limit=emotion.READ), facts)


def test_a_word_said_fifty_times_weighs_less_than_five_words():
    said = runs(encode(["开心" * 50, "开心" * 5], limit=emotion.READ), (1,), bits=18)
    often, seldom = np.split(said.levels, said.firsts[1:])

    assert len(often) == len(seldom)
    assert often.max() < 5 * ONE


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_feelings_do_not_depend_on_the_batch(texts):
    assert judged(texts).tolist() == [judged([text])[0].tolist() for text in texts]


def test_a_batch_too_large_for_narrow_keys_says_the_same():
    texts = ["好开心", "气死我了!!!"] * 4_100

    assert np.array_equal(judged(texts)[-2:], judged(texts[:2]))
