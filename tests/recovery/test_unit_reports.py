"""Each unit that worked writes its report: asked for, returned, accepted, on a clock (5.2.2)."""

from datetime import timedelta

import pytest

from tests.response.test_chain import ENDED, activated, doers, done
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event
from xiangyin.organization.models import Task
from xiangyin.organization.operations.set_up import appoint
from xiangyin.organization.queries.figures import figure
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.obligations.queries import still_open, waiting_for
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import StepRefusedError
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def ended(town, *, without: str = "") -> Event:
    """A red response that is over; the tasks of the unit `without` were waived."""
    event, response = activated(town)
    for task in Task.objects.filter(event_id=event.id).select_related("unit"):
        if task.unit.code == without:
            town.take(TASK_STEPS, task.pk, "waive", "郑组长", reason="不需要")
        else:
            done(town, task)
    town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)
    return event


def reports(event: Event) -> dict[str, Task]:
    """By the code of the unit that owes it."""
    tasks = Task.objects.filter(event_id=event.id, kind="unit_report").select_related("unit")
    return {task.unit.code: task for task in tasks}


def handed_in(town, task: Task, words: str = "12:20 得知，派两人到校，学生均送医。") -> Task:
    if Task.objects.get(pk=task.pk).state == "assigned":
        town.take(TASK_STEPS, task.pk, "acknowledge", doers(task))
    return town.take(TASK_STEPS, task.pk, "submit", doers(task), report=words)


def waits(town, name: str, task: Task) -> set[str]:
    return {each.kind for each in waiting_for(town.who(name)) if each.subject_id == task.pk}


class TestAskedFor:
    def test_every_unit_that_worked_owes_one_when_the_response_ends(self, town):
        asked = reports(ended(town))

        assert set(asked) == {"D01", "D02", "D03"}
        for task in asked.values():
            assert {"task.acknowledge", "task.do"} <= waits(town, doers(task), task)
            assert "任务" in Notice.objects.filter(link=task.get_absolute_url()).first().text

    def test_its_term_is_counted_from_the_end_of_the_response(self, town):
        term = timedelta(minutes=figure("unit_report_min", jurisdiction_id=town.place.id))
        event = ended(town)

        assert term == timedelta(days=7)
        assert {task.due_at - town.now for task in reports(event).values()} == {term}

    def test_a_unit_that_had_nothing_to_do_owes_none(self, town):
        assert set(reports(ended(town, without="D03"))) == {"D01", "D02"}

    def test_a_warning_that_ended_without_a_response_asks_nobody(self, town):
        warning = town.issued(4)
        town.take(WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="无恙。")

        assert reports(warning.event) == {}

    def test_what_is_late_reaches_the_unit_then_the_office_then_the_leaders_with_its_lateness(self, town):
        def told() -> set[str]:
            late = Notice.objects.filter(reason="late", link=task.get_absolute_url())
            return set(late.values_list("recipient__name", flat=True))

        task = reports(ended(town))["D02"]
        town.take(TASK_STEPS, task.pk, "acknowledge", "吕联络")
        tick(town.later(7 * 24 * 60))
        assert told() == {"何社会", "吕联络"}
        tick(town.later(15))
        assert told() == {"何社会", "吕联络", "周主任"}
        tick(town.later(75))
        assert told() == {"何社会", "吕联络", "周主任", "吴副组长", "郑组长"}

        town.take(TASK_STEPS, task.pk, "submit", "吕联络", report="补交。")
        shown = signed_in(town, "周主任").get(task.get_absolute_url()).content.decode()
        assert "晚 1 小时 30 分钟" in shown


class TestReturnedAndAccepted:
    def test_one_that_says_too_little_goes_back_and_comes_again(self, town):
        task = reports(ended(town))["D02"]
        handed_in(town, task, "已办。")
        assert waits(town, "周主任", task) == {"task.accept"}

        town.take(TASK_STEPS, task.pk, "return", "周主任", reason="没有写教训和建议")
        assert waits(town, "何社会", task) == {"task.do"}
        assert waits(town, "周主任", task) == set()
        shown = signed_in(town, "何社会").get(task.get_absolute_url()).content.decode()
        assert "没有写教训和建议" in shown

        again = handed_in(town, task, "得知晚了 20 分钟；建议学校直接报镇里。")
        assert again.state == "submitted"
        assert town.take(TASK_STEPS, task.pk, "accept", "周主任").state == "accepted"
        assert not still_open().filter(subject_id=task.pk).exists()
        shown = signed_in(town, "周主任").get(task.get_absolute_url()).content.decode()
        assert "建议学校直接报镇里" in shown

    def test_it_is_not_accepted_before_it_was_handed_in(self, town):
        task = reports(ended(town))["D02"]

        for action, answers in (("accept", {}), ("return", {"reason": "空的"})):
            with pytest.raises(StepRefusedError):
                town.take(TASK_STEPS, task.pk, action, "周主任", **answers)

    @pytest.mark.parametrize("name", ["何社会", "马所长", "李值班", "冯督查"])
    def test_it_is_the_office_that_accepts(self, town, name):
        task = handed_in(town, reports(ended(town))["D02"])

        with pytest.raises(StepRefusedError):
            town.take(TASK_STEPS, task.pk, "accept", name)

    def test_who_wrote_it_neither_accepts_nor_returns_it_in_another_post(self, town):
        task = reports(ended(town))["D02"]
        handed_in(town, task)
        appoint(town.officers["何社会"], "deputy_head", basis="兼任", now=town.now)

        for action, answers in (("accept", {}), ("return", {"reason": "x"})):
            with pytest.raises(StepRefusedError, match="另一人"):
                town.take(TASK_STEPS, task.pk, action, "何社会", **answers)

    def test_another_unit_does_not_write_it(self, town):
        task = reports(ended(town))["D02"]
        town.take(TASK_STEPS, task.pk, "acknowledge", "何社会")

        with pytest.raises(StepRefusedError):
            town.take(TASK_STEPS, task.pk, "submit", "马所长", report="代写")

    def test_the_event_is_not_closed_while_one_is_missing(self, town):
        event = ended(town)
        after = Aftermath.objects.get(event=event)
        town.take(AFTERMATH_STEPS, after.pk, "summarise", "周主任", summary="牛奶过期。")
        asked = reports(event)
        for code in ("D01", "D02"):
            done(town, asked[code])

        def left() -> str:
            with pytest.raises(StepRefusedError) as refused:
                town.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")
            return str(refused.value)

        assert asked["D03"].title in left()
        handed_in(town, asked["D03"])
        assert "验收" in left()
        town.take(TASK_STEPS, asked["D03"].pk, "accept", "周主任")
        assert asked["D03"].title not in left()
