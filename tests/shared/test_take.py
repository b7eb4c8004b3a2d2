import pytest

from tests.people import FACTORS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.shared.ledger.models import LedgerEntry, Way
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.confirmation import CONFIRMATION_STEPS
from xiangyin.shared.steps.models import Confirmation
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.shared.steps.take import open_record, take
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.rules.early_warning import WARNING_STEPS


class TestTakingAStep:
    def test_a_repeated_command_does_nothing(self, town):
        event = town.call()
        command = Command()

        for _ in range(3):
            take(EVENT_STEPS, event.id, "take", actor=town.who("李值班"), command=command, now=town.now)

        assert LedgerEntry.objects.filter(action="take").count() == 1

    def test_a_repeated_creation_gives_the_same_record(self, town):
        event = town.call()
        town.take(EVENT_STEPS, event.id, "take", "李值班")
        event.refresh_from_db()
        command = Command(answers={"colour": 3, **FACTORS})

        first, again = [
            open_record(
                WARNING_STEPS,
                "propose",
                EarlyWarning(event=event),
                actor=town.who("王监测"),
                command=command,
                now=town.now,
            )
            for _ in range(2)
        ]

        assert first.pk == again.pk
        assert EarlyWarning.objects.count() == 1

    def test_a_refused_step_leaves_nothing_behind(self, town):
        event = town.call()
        before = (LedgerEntry.objects.count(), Notice.objects.count(), Obligation.objects.count())

        with pytest.raises(StepRefusedError):
            town.take(EVENT_STEPS, event.id, "take", "周主任")

        assert (LedgerEntry.objects.count(), Notice.objects.count(), Obligation.objects.count()) == before


class TestDecisionsOfOthers:
    def test_a_decision_by_word_is_recorded_by_another_and_waits_for_its_decider(self, town):
        warning = town.verified(2)
        said = Command(way=Way.BY_WORD, decider=town.who("周主任"))

        issued = take(WARNING_STEPS, warning.id, "issue", actor=town.who("李值班"), command=said, now=town.now)

        entry = LedgerEntry.objects.get(action="issue")
        assert issued.state == "issued"
        assert (entry.officer_name, entry.recorded_by.name, entry.way) == ("周主任", "李值班", "by_word")
        waiting = Confirmation.objects.get()
        assert waiting.state == "awaited"
        with pytest.raises(StepRefusedError):
            town.take(CONFIRMATION_STEPS, waiting.id, "confirm", "李值班")
        assert town.take(CONFIRMATION_STEPS, waiting.id, "confirm", "周主任").state == "confirmed"

    def test_nobody_records_a_decision_that_its_decider_may_not_take(self, town):
        warning = town.verified(2)
        said = Command(way=Way.BY_WORD, decider=town.who("孙宣传"))

        with pytest.raises(StepRefusedError):
            take(WARNING_STEPS, warning.id, "issue", actor=town.who("李值班"), command=said, now=town.now)

    def test_the_shift_lead_may_act_at_night_and_the_holder_ratifies(self, town):
        warning = town.verified(1)
        with pytest.raises(StepRefusedError):
            town.take(WARNING_STEPS, warning.id, "issue", "韩带班")  # at noon the office is open
        town.later(15 * 60)

        assert town.take(WARNING_STEPS, warning.id, "issue", "韩带班").state == "issued"

        waiting = Confirmation.objects.get()
        assert (waiting.kind, waiting.posts) == ("emergency", ["office_director"])
        assert town.take(CONFIRMATION_STEPS, waiting.id, "confirm", "周主任").state == "confirmed"

    def test_the_verifier_cannot_issue_through_a_recorder_either(self, town):
        from xiangyin.organization.operations.set_up import appoint

        warning = town.verified(3)
        appoint(town.officers["陈核实"], "office_director", basis="代理", now=town.now)
        said = Command(way=Way.ON_PAPER, decider=town.who("陈核实"))

        with pytest.raises(StepRefusedError, match="另一人"):
            take(WARNING_STEPS, warning.id, "issue", actor=town.who("李值班"), command=said, now=town.now)
