"""One event is pushed once: a matter in an event's hands asks again only when it grows graver."""

import pytest

from tests.monitoring.voices import SICK, WATER, analyse, said
from xiangyin.monitoring.models import Judgement, Matter
from xiangyin.monitoring.queries.events import items_of
from xiangyin.monitoring.queries.matters import events_of, further_items, matters_of, neighbours_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.monitoring.rules.matter import MATTER_STEPS
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.refusals import StepRefusedError

DEATHS = "柳湾小学午饭后呕吐的学生已有三十一人死亡"


def asks_for_a_look() -> bool:
    return still_open().filter(kind="matter.look").exists()


class TestPushedOnce:
    def test_what_was_logged_by_telephone_is_not_asked_about_a_second_time(self, town):
        event = town.call(title=SICK[0])
        analyse(town)

        [matter] = matters_of([event.id])
        assert list(events_of(matter)) == [event]
        assert not asks_for_a_look()

    def test_a_call_about_what_waits_for_a_look_ends_the_wait(self, town):
        said(town, SICK[0])
        analyse(town)
        assert asks_for_a_look()

        town.call(title=SICK[0])
        analyse(town)

        assert Matter.objects.get(absorbed_into=None).items == 2
        assert not asks_for_a_look()

    def test_a_matter_that_grows_graver_than_its_event_asks_again(self, town):
        town.call(title=SICK[0])
        analyse(town)

        said(town, SICK[1])
        analyse(town)
        assert not asks_for_a_look(), "more of the same"

        said(town, DEATHS)
        analyse(town)
        assert asks_for_a_look()

    def test_a_matter_no_graver_than_the_level_people_set_is_quiet(self, town):
        town.proposed(1, town.call(title=SICK[0]))
        analyse(town)

        said(town, DEATHS)
        analyse(town)

        assert not asks_for_a_look()

    def test_a_matter_whose_event_is_over_asks_like_any_other(self, town):
        event = town.call(title=SICK[0])
        analyse(town)
        town.take(EVENT_STEPS, event.pk, "cancel", "李值班", reason="误报")

        said(town, DEATHS)
        analyse(town)

        assert asks_for_a_look()

    def test_what_was_said_before_the_event_was_over_is_not_asked_about(self, town):
        event = town.call(title=SICK[0])
        town.later(10)
        town.take(EVENT_STEPS, event.pk, "cancel", "李值班", reason="误报")
        analyse(town)

        assert not asks_for_a_look()

    def test_an_item_put_apart_by_hand_takes_the_event_with_it(self, town):
        event = town.call(title=SICK[0])
        said(town, SICK[1])
        analyse(town)
        [before] = matters_of([event.id])
        [note] = items_of(event.id)
        town.take(MATTER_STEPS, before.id, "part", "王监测", items=[str(note.id)], reason="不是一件")
        analyse(town)

        [after] = matters_of([event.id])
        assert after == Judgement.objects.get(item=note).matter
        assert list(events_of(before)) == []


class TestWhatComesLater:
    def test_a_later_item_of_the_matter_becomes_evidence_by_one_step(self, town):
        event = town.call(title=SICK[0])
        [later, _other] = said(town, SICK[1], WATER[0])
        analyse(town)
        assert list(further_items([event.id])) == [later]

        town.take(EVENT_STEPS, event.pk, "add_items", "李值班", items=[str(later.id)])

        assert later in items_of(event.id)
        assert event.event_items.get(item=later).text_sha256 == later.text_sha256
        assert not further_items([event.id]).exists()

    def test_where_nothing_came_nothing_is_offered(self, town):
        event = town.call(title=SICK[0])
        analyse(town)

        with pytest.raises(StepRefusedError, match="没有后来的信息"):
            town.take(EVENT_STEPS, event.pk, "add_items", "李值班", items=[])


class TestNeighbours:
    def test_a_matter_of_the_same_place_is_offered_for_joining_whatever_its_topic(self, town):
        said(town, SICK[0], "柳湾村路灯坏了三天")
        analyse(town)
        sick, light = Matter.objects.order_by("number")
        Matter.objects.filter(pk=sick.pk).update(topic="教育文体", places=["x"])
        Matter.objects.filter(pk=light.pk).update(topic="城乡建设", places=["x"])
        sick.refresh_from_db()

        assert neighbours_of(sick) == [light]
