"""The clock's process: what it does each second, and what must never stop it."""

from tests.readiness.playing import started
from xiangyin.config.clock import turn
from xiangyin.readiness.models import Inject
from xiangyin.shared.clock.heartbeat import CLOCK, last_beat
from xiangyin.shared.ledger.models import LedgerEntry


def test_one_turn_rings_what_is_due_and_plays_what_has_come(town):
    started(town)
    turn(town.later(20))

    assert Inject.objects.get(key="clinic").fired_at == town.now
    assert LedgerEntry.objects.filter(action="ring", mode="drill").exists()


def test_a_drill_that_cannot_go_on_does_not_stop_the_clocks(town, caplog):
    started(town)
    Inject.objects.filter(key="clinic").update(channel="telegraph")  # no channel that the product knows
    turn(town.later(20))

    assert "a drill could not go on" in caplog.text
    assert last_beat(CLOCK) == town.now
    assert Inject.objects.get(key="clinic").fired_at is None
