import pytest

from tests.walks.regulation import LIFE
from xiangyin.monitoring.models import Event, EventItem
from xiangyin.monitoring.queries.events import items_of
from xiangyin.monitoring.queries.family import family_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.recovery.queries.stages import stage
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def snapshot(event: Event) -> list[tuple[object, ...]]:
    event.refresh_from_db()
    owed = still_open().filter(dossier_id=event.id).values_list("kind", "due_at", "rung")
    return [(event.state, event.merged_into_id, event.ended_at), *sorted(owed)]


class TestMerging:
    def test_the_stricter_clock_wins_and_nothing_is_left_ticking_behind(self, town):
        early = town.call(title="第一个电话")
        town.later(10)
        late = town.call(title="第二个电话")
        due = still_open().get(subject_id=early.id, kind="event.take").due_at

        town.take(EVENT_STEPS, early.id, "merge", "周主任", merged_into_id=str(late.id), reason="同一件事")

        assert still_open().get(subject_id=late.id, kind="event.take").due_at == due
        assert not still_open().filter(dossier_id=early.id).exists()
        assert stage(early.id).word == "merged"
        assert set(family_of(late.id)) == {late.id, early.id}

    @pytest.mark.parametrize("taken_before", [True, False])
    def test_merge_and_unmerge_restore_what_was(self, town, taken_before):
        event, other = town.call(title="甲"), town.call(title="乙")
        if taken_before:
            town.take(EVENT_STEPS, event.id, "take", "李值班")
        before = snapshot(event)
        town.later(3)
        town.take(EVENT_STEPS, event.id, "merge", "周主任", merged_into_id=str(other.id), reason="同一件事")
        town.later(3)

        town.take(
            EVENT_STEPS, event.id, "unmerge" if taken_before else "unmerge_untaken", "周主任", reason="不是一件事"
        )

        assert snapshot(event) == before

    def test_the_graver_event_stays(self, town):
        red = town.issued(1).event
        mild = town.call(title="小事")

        with pytest.raises(AnswersInvalidError, match="级别更高"):
            town.take(EVENT_STEPS, red.id, "merge", "周主任", merged_into_id=str(mild.id), reason="合并")
        town.take(EVENT_STEPS, mild.id, "merge", "周主任", merged_into_id=str(red.id), reason="合并")

    def test_no_circle_can_be_made(self, town):
        one, two, three = (town.call(title=name) for name in "甲乙丙")
        town.take(EVENT_STEPS, one.id, "merge", "周主任", merged_into_id=str(two.id), reason="同")
        town.take(EVENT_STEPS, two.id, "merge", "周主任", merged_into_id=str(three.id), reason="同")

        with pytest.raises(StepRefusedError, match="没有其他"):
            town.take(EVENT_STEPS, three.id, "merge", "周主任", merged_into_id=str(one.id), reason="同")
        assert set(family_of(three.id)) == {one.id, two.id, three.id}

    def test_after_something_was_issued_only_a_split_is_left(self, town):
        event, other = town.call(title="甲"), town.call(title="乙")
        town.take(EVENT_STEPS, event.id, "merge", "周主任", merged_into_id=str(other.id), reason="同")
        town.issued(3, other)

        with pytest.raises(StepRefusedError, match="拆分"):
            town.take(EVENT_STEPS, event.id, "unmerge_untaken", "周主任", reason="不同")

    def test_a_proposal_on_a_merged_event_leads_nowhere(self, town):
        warning = town.proposed(3)
        other = town.proposed(1).event
        town.take(EVENT_STEPS, warning.event_id, "merge", "周主任", merged_into_id=str(other.id), reason="同")

        with pytest.raises(StepRefusedError, match="不在办理中"):
            town.take(WARNING_STEPS, warning.id, "verify", "陈核实", checked=[], sources="x", sources_found=1)

    def test_tasks_of_a_merged_event_still_stand_before_the_end_of_the_other(self, town):
        event, other = town.call(title="甲"), town.call(title="乙")
        task = Task(event_id=event.id)
        answers = {
            "title": "查",
            "unit_id": str(town.units["D02"].id),
            "due_at": town.now.replace(hour=20),
            "is_critical": True,
        }
        town.open(TASK_STEPS, "assign", task, "周主任", **answers)

        town.take(EVENT_STEPS, event.id, "merge", "周主任", merged_into_id=str(other.id), reason="同")

        assert set(
            Obligation.objects.filter(subject_id=task.id, ended_at=None).values_list("dossier_id", flat=True)
        ) == {other.id}


class TestSplitting:
    def test_a_new_event_takes_its_items_and_tasks_along(self, town):
        event, second = town.call(title="甲"), town.call(title="乙")
        town.take(EVENT_STEPS, event.id, "take", "李值班")
        EventItem.objects.filter(event=second).update(event=event)
        moved = items_of(event.id)[1]

        town.take(
            EVENT_STEPS, event.id, "split", "周主任", new_title="另一件事", items=[str(moved.id)], reason="是两件事"
        )

        new = Event.objects.get(split_from=event)
        assert (new.state, new.title) == ("logged", "另一件事")
        assert [item.id for item in items_of(new.id)] == [moved.id]
        assert still_open().filter(subject_id=new.id, kind="event.take").exists()

    def test_something_has_to_stay(self, town):
        event, second = town.call(title="甲"), town.call(title="乙")
        town.take(EVENT_STEPS, event.id, "take", "李值班")
        EventItem.objects.filter(event=second).update(event=event)
        everything = [str(item.id) for item in items_of(event.id)]

        with pytest.raises(AnswersInvalidError, match="全部"):
            town.take(EVENT_STEPS, event.id, "split", "周主任", new_title="x", items=everything, reason="x")


def test_the_book_knows_merging():
    assert ("logged", "merged") in LIFE["monitoring.event"]
