from datetime import timedelta

import pytest

from tests.people import CHECKED, FACTORS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.terms import Colour
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.warning.models import EarlyWarning, Grading
from xiangyin.warning.rules.early_warning import WARNING_STEPS


class TestIssuing:
    def test_a_verified_warning_is_issued_by_the_director_and_the_leaders_are_told(self, town):
        warning = town.issued(Colour.RED)

        assert warning.state == "issued"
        told = set(
            Notice.objects.filter(text__startswith="启动预案", state="due").values_list("recipient__name", flat=True)
        )
        assert told == {"郑组长", "吴副组长"}

    def test_the_proposer_cannot_verify_even_with_both_posts(self, town):
        from xiangyin.organization.operations.set_up import appoint

        appoint(town.officers["王监测"], "verifier", basis="兼任", now=town.now)
        warning = town.proposed(Colour.BLUE)

        with pytest.raises(StepRefusedError) as refused:
            town.take(WARNING_STEPS, warning.id, "verify", "王监测")

        assert "另一人" in str(refused.value)
        assert refused.value.clause == "3.3.2"

    def test_nobody_issues_what_was_not_verified(self, town):
        warning = town.proposed(Colour.BLUE)

        with pytest.raises(StepRefusedError):
            town.take(WARNING_STEPS, warning.id, "issue", "周主任")

    def test_a_checklist_with_a_gap_is_sent_back(self, town):
        warning = town.proposed(Colour.BLUE)

        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(
                WARNING_STEPS, warning.id, "verify", "陈核实", checked=["source"], sources="电话", sources_found=1
            )

        assert "checked" in invalid.value.errors

    def test_a_red_warning_halves_the_clocks_and_starts_the_reports(self, town):
        warning = town.proposed(Colour.RED)
        verify = still_open().get(kind="warning.verify")
        assert (verify.due_at - warning.event.logged_at).total_seconds() == 45 * 60 / 2

        town.take(WARNING_STEPS, warning.id, "verify", "陈核实", checked=["source", "place", "people", "repeat", "level"],
                  sources="校长", sources_found=1)  # fmt: skip
        town.take(WARNING_STEPS, warning.id, "issue", "周主任")

        due = {
            each.kind: (each.due_at - town.now).total_seconds() / 60
            for each in still_open().filter(dossier_id=warning.event_id).exclude(kind__startswith="task.")
        }
        assert due == {"response.activate": 30, "report.phone": 20, "report.written": 40, "statement.first": 48 * 60}

    def test_the_level_is_a_history_that_nobody_overwrites(self, town):
        warning = town.issued(Colour.YELLOW)
        town.later(10)
        town.take(WARNING_STEPS, warning.id, "upgrade", "周主任", colour=Colour.RED, reason="有学生住院")

        steps = list(Grading.objects.order_by("entry_number").values_list("action", "from_colour", "to_colour"))
        assert steps == [("propose", None, 3), ("issue", 3, 3), ("upgrade", 3, 1)]

    def test_a_level_set_by_the_head_is_lowered_by_nobody_below_and_not_before_two_hours(self, town):
        warning = town.issued(Colour.YELLOW)
        town.take(WARNING_STEPS, warning.id, "upgrade", "郑组长", colour=Colour.ORANGE, reason="扩散")

        with pytest.raises(StepRefusedError, match="2 小时"):
            town.take(WARNING_STEPS, warning.id, "downgrade", "郑组长", colour=Colour.BLUE, reason="平息")
        town.later(121)
        with pytest.raises(StepRefusedError, match="同级或上级"):
            town.take(WARNING_STEPS, warning.id, "downgrade", "吴副组长", colour=Colour.BLUE, reason="平息")
        lowered = town.take(WARNING_STEPS, warning.id, "downgrade", "郑组长", colour=Colour.BLUE, reason="平息")

        assert lowered.colour == Colour.BLUE

    def test_each_step_is_one_entry_with_its_lateness(self, town):
        event = town.call()
        town.later(100)
        warning = town.issued(Colour.BLUE, event)

        entries = list(of_subject(warning.id).values_list("action", "officer_name", "late_min"))
        assert entries == [("propose", "王监测", 70), ("verify", "陈核实", 55), ("issue", "周主任", 40)]


class TestThePress:
    def test_a_grave_event_owes_a_conference_within_a_day(self, town):
        grave = self._issued(town, grade=2)

        owed = still_open().get(dossier_id=grave.event_id, kind="statement.conference")
        assert owed.due_at - grave.event.found_at == timedelta(hours=24)
        town.take(WARNING_STEPS, grave.pk, "hold_conference", "钱发言", held_at=town.now, place="镇会议室", speaker="钱发言",
                  answers=[["孩子在哪", "都在镇卫生院"]])  # fmt: skip
        assert not still_open().filter(kind="statement.conference").exists()

    def test_an_ordinary_one_does_not(self, town):
        self._issued(town, grade=4)

        assert not still_open().filter(kind="statement.conference").exists()

    def test_only_a_leader_says_that_none_is_needed(self, town):
        grave = self._issued(town, grade=1)

        with pytest.raises(StepRefusedError):
            town.take(WARNING_STEPS, grave.pk, "no_conference", "钱发言", reason="县里统一发布")
        town.take(WARNING_STEPS, grave.pk, "no_conference", "郑组长", reason="县里统一发布")

    def _issued(self, town, grade: int):
        event = town.take(EVENT_STEPS, town.call().id, "take", "李值班")
        warning = town.open(
            WARNING_STEPS, "propose", EarlyWarning(event=event), "王监测", colour=2, **FACTORS | {"grade": grade}
        )
        town.take(WARNING_STEPS, warning.pk, "verify", "陈核实", **CHECKED)
        return town.take(WARNING_STEPS, warning.pk, "issue", "周主任")
