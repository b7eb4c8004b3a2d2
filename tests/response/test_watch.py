"""A warning strengthens the watch before any response (3.3.4); orders are given by hand at any time (2.2.2)."""

from xiangyin.monitoring.models import Event
from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.organization.terms import Colour, TaskKind
from xiangyin.response.rules.orders import task_on
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.web.step_offers import offers_for


def watches(event) -> list[Task]:
    return list(Task.objects.filter(event_id=event.id, kind=TaskKind.WATCH).order_by("title"))


def test_an_issued_warning_gives_out_the_watch_that_the_plan_names(town):
    event = town.issued(Colour.RED).event

    assert [(task.title, task.unit.code) for task in watches(event)] == [
        ("到村到户了解情况", "D03"), ("加强值守，盯紧事态", "D01"),
    ]  # fmt: skip
    assert all(still_open().filter(subject_id=task.id, kind="task.acknowledge").exists() for task in watches(event))


def test_blue_gives_out_none(town):
    assert watches(town.issued(Colour.BLUE).event) == []


def test_the_director_gives_a_unit_a_task_on_the_event_s_page(town):
    event = town.issued(Colour.BLUE).event
    offered = {step.action for step in offers_for(event, town.who("周主任"))}
    answers = {"title": "核对名单", "unit_id": str(town.units["D02"].id), "due_at": town.now.replace(hour=20)}

    task = town.open(TASK_STEPS, "assign", task_on(event), "周主任", **answers)

    assert "organization-task-assign" in offered
    assert (task.event_id, task.colour, task.mode) == (event.id, Colour.BLUE, event.mode)


def test_nobody_is_given_work_on_an_event_that_is_over(town):
    event = Event.objects.get(pk=town.issued(Colour.BLUE).event_id)
    event.ended_at = town.now

    assert task_on(event) is None
