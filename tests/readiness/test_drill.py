"""A drill on the same code (6.2): planned, approved, played on a clock of its own, scored, evaluated, improved."""

import pytest

from tests.people import FACTORS
from tests.readiness.playing import (
    CONTROLLER,
    EVALUATOR,
    approved,
    drill_event,
    ended,
    missed,
    outcomes,
    planned,
    started,
    turn,
)
from xiangyin.monitoring.models import Event, EventItem
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Task
from xiangyin.readiness.models import Drill, Expectation, Finding, Inject
from xiangyin.readiness.rules.drill import DRILL_STEPS
from xiangyin.readiness.rules.finding import FINDING_STEPS
from xiangyin.readiness.rules.scoring import scores
from xiangyin.response.models import PlanVersion
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.rules.early_warning import WARNING_STEPS


class TestPlanning:
    def test_who_controls_a_drill_does_not_evaluate_it(self, town):
        with pytest.raises(AnswersInvalidError, match="评估人不能是总控"):
            planned(town, evaluator_id=str(town.officers[CONTROLLER].id))

    def test_a_leader_approves_what_somebody_else_planned(self, town):
        from xiangyin.organization.operations.set_up import appoint

        drill = planned(town)
        appoint(town.officers["周主任"], "deputy_head", basis="兼任", now=town.now)
        with pytest.raises(StepRefusedError, match="另一人"):
            town.take(DRILL_STEPS, drill.pk, "approve", "周主任")

        assert town.take(DRILL_STEPS, drill.pk, "approve", "吴副组长").state == "approved"

    def test_only_the_controller_starts_it_and_one_drill_plays_at_a_time(self, town):
        drill, other = approved(town), approved(town)
        with pytest.raises(StepRefusedError, match="只有总控"):
            town.take(DRILL_STEPS, drill.pk, "start", "周主任")
        town.take(DRILL_STEPS, drill.pk, "start", CONTROLLER)

        with pytest.raises(StepRefusedError, match="只进行一场"):
            town.take(DRILL_STEPS, other.pk, "start", CONTROLLER)

    def test_a_new_controller_takes_over_the_clock(self, town):
        drill = approved(town)
        people = {"controller_id": str(town.officers["钱发言"].id), "evaluator_id": str(town.officers[EVALUATOR].id)}
        town.take(DRILL_STEPS, drill.pk, "replace_people", "周主任", reason="总控请假", **people)

        assert still_open().get(subject_id=drill.pk).officer_id == town.officers["钱发言"].id
        with pytest.raises(StepRefusedError):
            town.take(DRILL_STEPS, drill.pk, "start", CONTROLLER)
        assert town.take(DRILL_STEPS, drill.pk, "start", "钱发言").state == "running"


class TestPlaying:
    def test_calls_arrive_when_they_fall_due_and_each_once(self, town):
        started(town)
        event = drill_event()
        assert (event.state, event.number, event.affected) == ("logged", "演练2026-001", 6)
        assert LedgerEntry.objects.get(subject_id=event.pk, action="log").post == "machine"

        assert turn(town, 19) == 0
        assert turn(town, 1) == 1
        assert turn(town, 0) == 0
        assert EventItem.objects.filter(event=event).count() == 2
        assert Event.objects.filter(mode="drill").count() == 1
        told = Notice.objects.get(reason="drill.inject")
        assert (told.recipient.name, told.mode) == ("李值班", "drill")

    def test_what_was_missed_while_the_clock_was_off_is_played_in_order(self, town):
        started(town)

        assert turn(town, 60) == 3
        fired = Inject.objects.exclude(fired_at=None).order_by("fired_at", "number").values_list("key", flat=True)
        assert list(fired) == ["school", "clinic", "county", "reporter"]

    def test_a_paused_drill_plays_nothing_and_goes_on_from_where_it_stood(self, town):
        drill = started(town)
        town.later(10)
        with pytest.raises(StepRefusedError, match="只有总控"):
            town.take(DRILL_STEPS, drill.pk, "pause", "周主任", reason="网络故障")
        town.take(DRILL_STEPS, drill.pk, "pause", CONTROLLER, reason="网络故障")
        assert turn(town, 300) == 0

        town.take(DRILL_STEPS, drill.pk, "resume", CONTROLLER)
        assert turn(town, 9) == 0
        assert turn(town, 1) == 1

    def test_the_clocks_of_a_drill_stand_still_with_it(self, town):
        drill = started(town)
        town.take(DRILL_STEPS, drill.pk, "pause", CONTROLLER, reason="午饭")
        turn(town, 600)
        assert not Notice.objects.filter(reason="late", mode="drill").exists()

        town.take(DRILL_STEPS, drill.pk, "resume", CONTROLLER)
        turn(town, 16)
        assert set(Notice.objects.filter(reason="late", mode="drill").values_list("recipient__name", flat=True)) == {
            "韩带班"
        }

    def test_everything_below_a_drill_s_event_is_of_the_drill(self, town):
        drill = started(town)
        warning = town.issued(3, drill_event())

        assert (warning.mode, warning.timeline_id) == ("drill", drill.played_on_id)
        owed = Obligation.objects.filter(dossier_id=warning.event_id)
        assert owed.exists()
        assert set(owed.values_list("mode", "timeline_id")) == {("drill", drill.played_on_id)}
        assert set(LedgerEntry.objects.filter(dossier_id=warning.event_id).values_list("mode", flat=True)) == {"drill"}

    def test_after_the_end_nothing_of_it_rings_or_can_be_done(self, town):
        started(town)
        event = drill_event()
        drill = Drill.objects.get()
        town.take(DRILL_STEPS, drill.pk, "end", CONTROLLER)

        assert not still_open().filter(mode="drill").exists()
        assert not Notice.objects.filter(mode="drill", state__in=["due", "delivered"]).exists()
        with pytest.raises(StepRefusedError, match="演练已经结束"):
            town.take(EVENT_STEPS, event.pk, "take", "李值班")
        subject = EarlyWarning(event=event, mode=event.mode, timeline_id=event.timeline_id)
        with pytest.raises(StepRefusedError, match="演练已经结束"):
            town.open(WARNING_STEPS, "propose", subject, "王监测", colour=3, **FACTORS)


class TestScoring:
    def test_what_the_ledger_shows_is_met_late_missed_or_not_observed(self, town):
        drill = started(town)
        event = drill_event()
        town.later(5)
        town.take(EVENT_STEPS, event.pk, "take", "李值班")
        town.later(12)
        subject = EarlyWarning(event=event, mode=event.mode, timeline_id=event.timeline_id)
        subject.event.refresh_from_db()
        warning = town.open(WARNING_STEPS, "propose", subject, "王监测", colour=3, **FACTORS)
        turn(town, 3)
        turn(town, 17)
        town.take(DRILL_STEPS, drill.pk, "end", CONTROLLER)

        assert outcomes(town, Drill.objects.get()) == [
            ("take", "met"), ("propose", "partly"), ("verify", "missed"), ("issue", "missed"), ("activate", "not_observed"),
            ("correct", "missed"), ("report_by_phone", "not_observed"), ("acknowledge", "not_observed"),
            ("draft", "not_observed"), ("issue", "not_observed"),
        ]  # fmt: skip
        entry = LedgerEntry.objects.get(subject_id=warning.pk, action="propose")
        school = scores(Drill.objects.get(), now=town.now)[Inject.objects.get(key="school").pk]
        assert [each.entry.number for each in school if each.expectation.step == "propose"] == [entry.number]

    def test_a_real_event_handled_meanwhile_counts_for_no_expectation(self, town):
        drill = started(town)
        town.take(EVENT_STEPS, town.call().pk, "take", "李值班")

        assert scores(drill, now=town.now)[Inject.objects.get(key="school").pk][0].entry is None

    def test_the_time_taken_is_the_drill_s_own(self, town):
        drill = started(town)
        town.take(DRILL_STEPS, drill.pk, "pause", CONTROLLER, reason="设备")
        town.later(240)
        town.take(DRILL_STEPS, drill.pk, "resume", CONTROLLER)
        drill.refresh_from_db()
        at = drill.played_on.at(town.later(4))
        from xiangyin.shared.steps.command import Command
        from xiangyin.shared.steps.take import take

        take(EVENT_STEPS, drill_event().pk, "take", actor=town.who("李值班"), command=Command(), now=at)

        score = scores(drill, now=town.now)[Inject.objects.get(key="school").pk][0]
        assert (score.outcome, score.took.total_seconds()) == ("met", 240)


class TestEvaluating:
    def note(self, town, drill: Drill, expectation: Expectation | None, name: str = EVALUATOR) -> Finding:
        what = "值班员不知道该由谁提出级别"
        answers = {"what": what, "expectation_id": str(expectation.pk) if expectation else ""}
        return town.open(FINDING_STEPS, "note", Finding(drill=drill), name, **answers)

    def test_what_was_missed_may_not_be_passed_over(self, town):
        drill = ended(town)
        assert len(missed(town, drill)) == 9

        for expectation in missed(town, drill):
            with pytest.raises(StepRefusedError, match="没有列为问题"):
                town.take(DRILL_STEPS, drill.pk, "evaluate", EVALUATOR, assessment="衔接不畅")
            self.note(town, drill, expectation)
        with pytest.raises(StepRefusedError, match="只有评估人"):
            town.take(DRILL_STEPS, drill.pk, "evaluate", CONTROLLER, assessment="衔接不畅")

        assert town.take(DRILL_STEPS, drill.pk, "evaluate", EVALUATOR, assessment="衔接不畅").state == "evaluated"

    def test_only_the_evaluator_lists_findings_and_each_missed_expectation_once(self, town):
        drill = ended(town)
        expectation = missed(town, drill)[0]

        with pytest.raises(StepRefusedError, match="只有评估人"):
            self.note(town, drill, expectation, name="周主任")
        self.note(town, drill, expectation)
        with pytest.raises(AnswersInvalidError, match="没有这个选项"):
            self.note(town, drill, expectation)

    def test_a_drill_is_improved_when_each_finding_is_a_task_or_a_revision_of_the_plan(self, town):
        drill = ended(town)
        findings = [self.note(town, drill, each) for each in missed(town, drill)]
        town.take(DRILL_STEPS, drill.pk, "evaluate", EVALUATOR, assessment="衔接不畅")
        with pytest.raises(StepRefusedError, match="没有交办任务"):
            town.take(DRILL_STEPS, drill.pk, "improve", "周主任")

        by_task, *by_plan = findings
        answers = {"title": "值班员再培训", "unit_id": str(town.units["D01"].id), "due_at": town.now.replace(day=30)}
        town.take(FINDING_STEPS, by_task.pk, "assign", "周主任", **answers)
        for finding in by_plan:
            town.take(FINDING_STEPS, finding.pk, "revise", "周主任", basis="写明由谁提出级别")
        assert town.take(DRILL_STEPS, drill.pk, "improve", "周主任").state == "improved"

        task = Task.objects.get(origin_id=by_task.pk)
        assert (task.mode, task.unit.code) == ("actual", "D01")
        assert PlanVersion.objects.filter(state="drafting").count() == 1
        assert {each.plan_id for each in Finding.objects.filter(state="revising")} == {
            PlanVersion.objects.get(state="drafting").pk
        }
        assert not still_open().filter(subject_kind__startswith="readiness.finding").exists()

    def test_the_report_is_drafted_from_the_ledger_and_names_no_person(self, town):
        from xiangyin.documents.queries.documents import documents_of_origin

        drill = ended(town)
        for each in missed(town, drill):
            self.note(town, drill, each)
        town.take(DRILL_STEPS, drill.pk, "evaluate", EVALUATOR, assessment="衔接不畅")

        body = documents_of_origin(drill.pk).get().body
        assert "接手核实，10 分钟内：达到（用了 3 分钟）" in body
        assert "发布预警，30 分钟内：未达到" in body
        assert not [name for name in town.officers if name in body]


class TestARealEventMeanwhile:
    def test_it_is_said_aloud_and_the_controller_may_abort_with_it(self, town):
        drill = started(town)
        with pytest.raises(AnswersInvalidError, match="必须填写"):
            town.take(DRILL_STEPS, drill.pk, "abort", CONTROLLER, reason="手滑")
        event = town.call(title="石桥村民房起火")

        told = Notice.objects.filter(reason="drill.real_event", mode="actual", urgent=True)
        assert set(told.values_list("recipient__name", flat=True)) == {CONTROLLER, "韩带班", "周主任"}
        with pytest.raises(StepRefusedError, match="只有总控"):
            town.take(DRILL_STEPS, drill.pk, "abort", "李值班", reason="起火", aborted_for_id=str(event.pk))
        aborted = town.take(DRILL_STEPS, drill.pk, "abort", CONTROLLER, reason="起火", aborted_for_id=str(event.pk))

        assert (aborted.state, aborted.aborted_for_id) == ("aborted", event.pk)
        assert not still_open().filter(mode="drill").exists()
        assert still_open().filter(dossier_id=event.pk).exists()
        assert turn(town, 60) == 0

    def test_a_call_of_the_drill_itself_is_no_real_event(self, town):
        drill = started(town)

        assert not Notice.objects.filter(reason="drill.real_event").exists()
        with pytest.raises(AnswersInvalidError, match="没有这个选项"):
            town.take(DRILL_STEPS, drill.pk, "abort", CONTROLLER, reason="试试", aborted_for_id=str(drill_event().pk))

    def test_without_a_drill_a_call_warns_nobody_of_one(self, town):
        town.call()

        assert not Notice.objects.filter(reason="drill.real_event").exists()


def test_each_act_on_a_drill_is_one_entry_of_the_actual_ledger(town):
    drill = ended(town)

    entries = of_subject(drill.pk)
    assert [each.action for each in entries] == [
        "plan", "approve", "start", "inject", "inject", "inject", "inject", "end",
    ]  # fmt: skip
    assert {each.mode for each in entries} == {"actual"}
