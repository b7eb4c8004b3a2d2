"""Random officers take random steps; afterwards the regulation is asked whether all was in order."""

import os
import random

import pytest

from tests.walks.invariants import check_all
from tests.walks.regulation import LIFE
from tests.walks.walker import Walker
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.obligations.tick import tick

WALKS, STEPS = 8, 260  # 2,080 tries
LONG_WALKS, LONG_STEPS = 250, 400  # 100,000


def walk(town, seed: int, steps: int) -> Walker:
    walker = Walker(town, random.Random(seed))  # noqa: S311 - dice, no secret
    for number in range(steps):
        walker.try_something()
        if number % 20 == 0:
            tick(town.now)
    check_all(town.place.id)
    return walker


@pytest.mark.parametrize("seed", range(WALKS))
def test_whatever_anybody_tries_the_regulation_holds(town, seed):
    walker = walk(town, seed, STEPS)

    assert walker.taken > STEPS / 6, "a walk in which hardly anything happens proves nothing"


def test_the_walks_reach_every_part_of_the_regulation(town):
    for seed in range(4711, 4716):
        walk(town, seed, 2 * STEPS)

    taken = set(LedgerEntry.objects.values_list("subject_kind", "action"))
    wanted = {(kind, action) for kind, pairs in LIFE.items() for actions in pairs.values() for action in actions}
    assert len(wanted & taken) >= 0.7 * len(wanted), sorted(wanted - taken)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1000 + LONG_WALKS))
def test_a_hundred_thousand_steps(town, seed):
    walk(town, seed + int(os.environ.get("WALK_SEED", "0")), LONG_STEPS)
