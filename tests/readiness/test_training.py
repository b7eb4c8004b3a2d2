"""Trainings (6.1): planned by the office, attendance entered once, a list of who is due that ranks nobody."""

from datetime import timedelta

import pytest

from xiangyin.organization.queries.figures import figure
from xiangyin.readiness.models import TrainingSession
from xiangyin.readiness.queries.sessions import due_for_training
from xiangyin.readiness.rules.training_session import TRAINING_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError


def planned(town, *invited: str, **more) -> TrainingSession:
    """A lecture in two days."""
    ids = [str(town.officers[name].id) for name in invited or ("李值班", "王监测")]
    answers = {
        "title": "怎样记好一个来电", "topic": "monitoring", "kind": "lecture", "starts_at": town.now + timedelta(days=2),
        "lecturer": "县网信办 贺老师", "invited": ids, **more,
    }  # fmt: skip
    return town.open(TRAINING_STEPS, "plan", TrainingSession(), "周主任", **answers)


def held(town, *invited: str, **more) -> TrainingSession:
    session = planned(town, *invited, **more)
    town.later(2 * 24 * 60)
    return town.take(TRAINING_STEPS, session.pk, "hold", "周主任")


def ids(town, *names: str) -> list[str]:
    return [str(town.officers[name].id) for name in names]


class TestATraining:
    def test_the_invited_are_told_and_the_clocks_follow_its_date(self, town):
        session = planned(town)

        told = Notice.objects.filter(reason="training.plan").values_list("recipient__name", flat=True)
        assert sorted(told) == ["李值班", "王监测"]
        assert still_open().get(kind="training.hold").due_at == session.starts_at + timedelta(days=1)

        session = town.take(
            TRAINING_STEPS, session.pk, "change", "周主任", title=session.title, topic="warning", kind="seminar",
            starts_at=town.now + timedelta(days=9), lecturer="周主任", invited=ids(town, "李值班"),
        )  # fmt: skip
        assert still_open().get(kind="training.hold").due_at == town.now + timedelta(days=10)

    def test_only_the_office_director_plans_one(self, town):
        with pytest.raises(StepRefusedError, match="岗位"):
            town.open(
                TRAINING_STEPS, "plan", TrainingSession(), "李值班", title="值班", topic="warning", kind="lecture",
                starts_at=town.now, lecturer="我", invited=ids(town, "李值班"),
            )  # fmt: skip

    def test_it_is_not_held_before_its_time(self, town):
        session = planned(town)

        with pytest.raises(StepRefusedError, match="还没有到"):
            town.take(TRAINING_STEPS, session.pk, "hold", "周主任")
        town.later(2 * 24 * 60)
        assert town.take(TRAINING_STEPS, session.pk, "hold", "周主任").state == "held"

    def test_attendance_is_entered_once_and_nobody_both_came_and_was_excused(self, town):
        session = held(town)

        with pytest.raises(AnswersInvalidError, match="既到课又请假"):
            town.take(
                TRAINING_STEPS, session.pk, "record", "周主任", came=ids(town, "李值班"), excused=ids(town, "李值班")
            )
        came, excused = ids(town, "李值班"), ids(town, "王监测")
        town.take(TRAINING_STEPS, session.pk, "record", "周主任", came=came, excused=excused)

        with pytest.raises(StepRefusedError):
            town.take(TRAINING_STEPS, session.pk, "record", "周主任", came=came, excused=[])
        assert [each.action for each in of_subject(session.pk)] == ["plan", "hold", "record"]
        assert not still_open().filter(subject_id=session.pk).exists()

    def test_a_case_study_is_made_of_a_closed_event_and_of_no_open_one(self, town):
        event = town.call()
        with pytest.raises(AnswersInvalidError, match="没有这个选项"):
            planned(town, kind="case_study", event_id=str(event.id))
        type(event).objects.filter(pk=event.pk).update(state="closed", ended_at=town.now)

        with pytest.raises(AnswersInvalidError, match="案例分析"):
            planned(town, kind="lecture", event_id=str(event.id))
        assert planned(town, kind="case_study", event_id=str(event.id)).event_id == event.id

    def test_a_cancelled_training_tells_the_invited_and_owes_nothing(self, town):
        session = planned(town)
        town.take(TRAINING_STEPS, session.pk, "cancel", "周主任", reason="主讲另有任务")

        assert Notice.objects.filter(reason="training.cancel").count() == 2
        assert not still_open().filter(subject_id=session.pk).exists()


class TestWhoIsDue:
    def names(self, town) -> list[str]:
        days = figure("training_days", jurisdiction_id=town.place.id)
        return [due.name for due in due_for_training(at=town.now, days=days)]

    def test_whoever_came_is_not_due_for_a_year_and_the_excused_still_are(self, town):
        session = held(town)
        town.take(TRAINING_STEPS, session.pk, "record", "周主任", came=ids(town, "李值班"), excused=ids(town, "王监测"))

        assert "李值班" not in self.names(town)
        assert "王监测" in self.names(town)
        town.later(366 * 24 * 60)
        assert "李值班" in self.names(town)

    def test_the_list_is_in_order_of_names_and_leaves_out_who_has_no_business(self, town):
        names = self.names(town)

        assert names == sorted(names)
        assert not {"安安全", "石系统", "齐审计", "档案员"} & set(names)
