"""Eight people press at the same moment: one wins, the others get a clear word, nothing is half done (invariant 12)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

from django.db import connection

from tests.conftest import NOON
from tests.people import Town, a_town
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.verify import verify
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.steps.take import take
from xiangyin.warning.rules.early_warning import WARNING_STEPS

THREADS = 8


def at_once(town: Town, act: Callable[[int], object]) -> list[str]:
    """Run `act` in eight threads released together; "done", or the refusal's words, for each."""
    barrier = Barrier(THREADS)

    def one(number: int) -> str:
        try:
            barrier.wait()
            with within(town.place.id):
                act(number)
        except StepRefusedError as refused:
            return str(refused)
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


class TestEightAtOnce:
    def test_one_takes_the_step_and_the_others_are_told_why_not(self, committed):
        town = a_town(NOON)
        with within(town.place.id):
            event, actor = town.call(), town.who("李值班")

        said = at_once(
            town, lambda _n: take(EVENT_STEPS, event.pk, "take", actor=actor, command=Command(), now=town.now)
        )

        with within(town.place.id):
            assert said.count("done") == 1
            assert {each for each in said if each != "done"} == {"现在是“核实处置中”，只有在“已登记”时才能“接手核实”。"}
            assert LedgerEntry.objects.filter(action="take").count() == 1
            assert Obligation.objects.filter(kind="event.propose", ended_at=None).count() == 1
            assert verify(town.place.id).broken_at is None

    def test_crossing_approvals_of_two_records_neither_deadlock_nor_mix(self, committed):
        town = a_town(NOON)
        with within(town.place.id):
            warnings = [town.verified(2).pk for _ in range(4)]
            chief = town.who("周主任")

        def both_ways(number: int) -> None:
            order: list[UUID] = warnings if number % 2 else warnings[::-1]
            for pk in order:
                try:
                    take(WARNING_STEPS, pk, "issue", actor=chief, command=Command(), now=town.now)
                except StepRefusedError:
                    continue

        assert at_once(town, both_ways) == ["done"] * THREADS

        with within(town.place.id):
            assert LedgerEntry.objects.filter(action="issue").count() == len(warnings)
            assert verify(town.place.id).broken_at is None

    def test_a_clock_rung_by_eight_processes_tells_everybody_once(self, committed):
        town = a_town(NOON)
        with within(town.place.id):
            town.call()
        town.later(20)

        at_once(town, lambda _n: tick(town.now))

        with within(town.place.id):
            late = Notice.objects.filter(reason="late", event_id__isnull=False).values_list(
                "recipient__name", flat=True
            )
            assert list(late) == ["韩带班"]
