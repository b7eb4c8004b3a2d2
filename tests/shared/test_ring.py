import pytest

from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Shift
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import unheard
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice


def told(reason: str) -> list[str]:
    """Who was told of an event's clocks, one name for each notice."""
    rows = Notice.objects.filter(reason=reason, event_id__isnull=False)
    return sorted(rows.values_list("recipient__name", flat=True))


@pytest.fixture(autouse=True)
def _quiet(town):
    """The clocks of the newly adopted plan have rung."""
    tick(town.now)


class TestRinging:
    def test_a_late_clock_goes_up_the_ladder_until_somebody_acts(self, town):
        event = town.call()
        assert told("owed") == ["陈核实"], "told in the same transaction, all but 李值班, who logged it"

        tick(town.later(15))
        assert told("late") == ["韩带班"]
        tick(town.later(15))
        assert told("late") == ["周主任", "韩带班"]
        tick(town.later(15))
        assert told("late") == ["吴副组长", "周主任", "郑组长", "韩带班"]
        assert [each.kind for each in unheard(now=town.now)] == ["event.take"]

        town.take(EVENT_STEPS, event.id, "take", "李值班")
        assert not unheard(now=town.now).exists()

    def test_ringing_twice_tells_nobody_twice(self, town):
        town.call()
        town.later(16)

        assert tick(town.now) == 1
        assert tick(town.now) == 0
        assert len(told("late")) == len(set(told("late")))

    def test_after_a_night_switched_off_everybody_on_the_ladder_hears_once(self, town):
        town.call()
        tick(town.later(9 * 60))

        assert told("late") == ["吴副组长", "周主任", "郑组长", "韩带班"]

    def test_what_the_machine_rang_is_one_entry_a_batch(self, town):
        for n in range(3):
            town.call(title=f"第 {n} 起")
        tick(town.later(60))

        entry = LedgerEntry.objects.filter(action="ring").last()
        assert entry.post == "machine"
        assert len(entry.said["rung"]) == 3

    def test_who_is_on_duty_is_told_and_not_everybody_who_could_be(self, town):
        shift = Shift()
        times = {"starts_at": town.now, "ends_at": town.now.replace(hour=20)}
        who = {"first_id": town.officers["李值班"].id, "lead_id": town.officers["韩带班"].id}
        town.open(SHIFT_STEPS, "plan", shift, "周主任", **times, **who)
        town.take(SHIFT_STEPS, shift.id, "take", "李值班")
        from xiangyin.organization.operations.set_up import appoint, enrol

        appoint(enrol(town.place, "另值班", now=town.now), "duty_officer", basis="任命", now=town.now)
        town.call("王监测")

        assert "另值班" not in told("owed")
        assert "李值班" in told("owed")

    def test_an_ended_obligation_rings_no_more(self, town):
        event = town.call()
        town.take(EVENT_STEPS, event.id, "take", "李值班")
        tick(town.later(20))

        assert not Notice.objects.filter(reason="late").exists()
        assert Obligation.objects.get(kind="event.take").ending == "done"

    def test_nobody_is_called_about_what_is_done(self, town):
        event = town.call()
        town.take(EVENT_STEPS, event.id, "take", "李值班")

        assert Notice.objects.get(recipient__name="陈核实", text__startswith="接手核实").state == "cancelled"
