"""What comes in is judged in order, grouped, and asks for a look; hand decisions stand."""

from tests.monitoring.voices import SICK, WATER, analyse, said
from xiangyin.monitoring.models import EngineMemory, Judgement, Matter, Waiting
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.open_event import open_event
from xiangyin.monitoring.queries.matters import events_of, items_in
from xiangyin.monitoring.rules.matter import MATTER_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.command import Command


class TestJudging:
    def test_every_item_waits_and_is_judged_once(self, town):
        said(town, *SICK, *WATER)
        assert Waiting.objects.count() == 4

        assert analyse(town) == 4
        assert analyse(town) == 0

        assert (Waiting.objects.count(), Judgement.objects.count()) == (0, 4)
        assert LedgerEntry.objects.filter(action="analyse").count() == 1

    def test_what_is_said_of_one_thing_is_one_matter_with_a_level_and_reasons(self, town):
        said(town, *SICK, *WATER)
        analyse(town)

        sick = Judgement.objects.get(item__text=SICK[0]).matter
        assert {item.text for item in items_in(sick)} == set(SICK)
        assert sick.colour is not None
        assert sick.reasons

    def test_a_village_is_told_by_its_names(self, town):
        said(town, WATER[0])
        analyse(town)

        [place] = Judgement.objects.get().places
        assert (place["name"], place["matched"]) == ("石桥村", "石桥村")

    def test_another_process_goes_on_where_the_last_one_stopped(self, town):
        said(town, SICK[0], WATER[0])
        analyse(town)
        memory.forget()  # a new worker: no state in the process, no snapshot yet
        said(town, SICK[1])
        analyse(town)

        assert len({each.matter_id for each in Judgement.objects.filter(item__text__in=SICK)}) == 1
        assert EngineMemory.objects.get().generation == 2

    def test_personal_data_never_reaches_the_store(self, town):
        [item] = said(town, "请打13800138000找我，身份证440305194701135142")

        assert "13800138000" not in item.text
        assert "440305194701135142" not in item.text


class TestLooking:
    def test_a_matter_from_blue_up_asks_for_a_look_and_history_does_not(self, town):
        said(town, *SICK, history=True)
        analyse(town)
        assert not still_open().filter(kind="matter.look").exists()

        said(town, "柳湾小学又有五名学生呕吐送医")
        analyse(town)
        assert still_open().filter(kind="matter.look").count() == 1

    def test_what_was_looked_at_asks_again_only_when_it_gets_graver(self, town):
        said(town, SICK[0])
        analyse(town)
        matter = Matter.objects.get()
        town.take(MATTER_STEPS, matter.id, "look", "王监测", reason="学校在处理")
        said(town, SICK[1])
        analyse(town)
        assert not still_open().filter(kind="matter.look").exists()

        Matter.objects.filter(pk=matter.id).update(looked_colour=4)
        said(town, "柳湾小学呕吐学生已有两人死亡，三十多人住院")
        analyse(town)
        assert still_open().filter(kind="matter.look").exists()

    def test_an_event_opened_from_items_takes_the_matter_up(self, town):
        items = said(town, *SICK)
        analyse(town)
        matter = Matter.objects.get(number=1)
        command = Command(answers={"title": "学生呕吐", "channel": "hotline"})

        event = open_event(items, actor=town.who("王监测"), command=command, now=town.now)

        assert list(events_of(matter)) == [event]
        assert event.suggested_colour == matter.colour
        assert not still_open().filter(kind="matter.look").exists()


class TestHandDecisions:
    def test_a_join_stands_for_what_comes_later(self, town):
        said(town, SICK[0], WATER[0])
        analyse(town)
        sick, water = (Judgement.objects.get(item__text=text).matter for text in (SICK[0], WATER[0]))
        MATTER_STEPS.named("join")
        Matter.objects.filter(pk=water.pk).update(topic=sick.topic)
        town.take(MATTER_STEPS, sick.id, "join", "王监测", other=str(water.id), reason="同一件事")
        analyse(town)

        water.refresh_from_db()
        assert water.absorbed_into_id == sick.id
        assert len(items_in(sick)) == 2
        said(town, WATER[1])
        analyse(town)
        assert Judgement.objects.get(item__text=WATER[1]).matter_id == sick.id

    def test_a_part_makes_a_matter_of_its_own(self, town):
        items = said(town, *SICK)
        analyse(town)
        matter = Matter.objects.get()

        town.take(MATTER_STEPS, matter.id, "part", "王监测", items=[str(items[1].id)], reason="不是一件")
        analyse(town)

        assert Judgement.objects.get(item=items[1]).matter_id != matter.id
        assert Matter.objects.count() == 2
