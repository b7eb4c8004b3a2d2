"""The pages of matters: what the machine put together, and what a person does with it (3.1.3, 1.2)."""

import re

import pytest

from tests.monitoring.voices import SICK, WATER, analyse, said
from tests.people import a_town
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event, Judgement, Matter, MatterDecision
from xiangyin.monitoring.queries.matters import events_of
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.obligations.queries import still_open

BROKEN_ROAD = "石桥村到柳湾村的路坏了，没人修"


def page(town, name: str, url: str) -> str:
    """The page without its frame: notices tell of matters too."""
    answer = signed_in(town, name).get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def items_on(shown: str) -> str:
    """The list of items; what was done stands below it and names items too."""
    return shown.partition("<h2>信息</h2>")[2].partition("<h2>经过</h2>")[0]


def matter_of(text: str) -> Matter:
    return Judgement.objects.get(item__text=text).matter


def door(matter: Matter, action: str) -> str:
    return f"/steps/monitoring.matter/{matter.pk}/{action}/"


@pytest.fixture
def heard(town):
    """Two matters: sick children, graver, and water, newer."""
    said(town, *SICK, *WATER)
    analyse(town)
    return town


class TestTheList:
    @pytest.mark.parametrize(("order", "first"), [("level", SICK[0]), ("new", WATER[1])])
    def test_stands_in_the_chosen_order(self, heard, order, first):
        shown = page(heard, "王监测", f"/matters/?order={order}")
        places = {text: shown.index(matter_of(text).get_absolute_url()) for text in (SICK[0], WATER[1])}

        assert min(places, key=places.__getitem__) == first

    def test_an_order_that_there_is_not_is_not_guessed(self, heard):
        assert signed_in(heard, "王监测").get("/matters/?order=author").status_code == 404

    @pytest.mark.parametrize("name", ["何社会", "石系统", "安安全", "齐审计"])
    def test_units_and_administrators_see_neither_list_nor_page(self, heard, name):
        for url in ("/matters/", matter_of(SICK[0]).get_absolute_url()):
            assert signed_in(heard, name).get(url).status_code == 403


class TestThePage:
    def test_it_shows_the_items_the_level_and_why(self, heard):
        matter = matter_of(SICK[0])
        shown = page(heard, "李值班", matter.get_absolute_url())

        for words in (*SICK, f"M{matter.number}", "严重程度", "身体不适、中毒或被困10人", "柳湾村"):
            assert words in shown
        assert WATER[0] not in shown

    def test_an_event_is_opened_from_it_with_its_items(self, heard):
        matter = matter_of(SICK[0])
        [address] = re.findall(r'href="(/items/open-event/[^"]+)"', page(heard, "王监测", matter.get_absolute_url()))
        form = page(heard, "王监测", address.replace("&amp;", "&"))
        assert all(text in form for text in SICK)

        chosen = [str(item.pk) for item in (each.item for each in Judgement.objects.filter(matter=matter))]
        sent = signed_in(heard, "王监测").post("/items/open-event/", chosen=chosen, title="学生呕吐", channel="hotline")
        assert sent.status_code == 302
        assert list(events_of(matter)) == [Event.objects.get()]
        shown = page(heard, "王监测", matter.get_absolute_url())
        assert Event.objects.get().get_absolute_url() in shown
        assert not still_open().filter(kind="matter.look", subject_id=matter.pk).exists()

    def test_only_who_logs_events_is_offered_to_open_one(self, heard):
        assert "/items/open-event/" not in page(heard, "周主任", matter_of(SICK[0]).get_absolute_url())


class TestLooking:
    def test_a_look_ends_its_clock_and_its_reason_stands_in_the_history(self, heard):
        matter = matter_of(SICK[0])
        owed = still_open().get(kind="matter.look", subject_id=matter.pk)
        assert "已研判，暂不登记事件" in page(heard, "陈核实", matter.get_absolute_url())

        assert signed_in(heard, "陈核实").post(door(matter, "look")).status_code == 422
        sent = signed_in(heard, "陈核实").post(door(matter, "look"), reason="卫生院已报，按传染病处置")
        assert sent.status_code == 302
        owed.refresh_from_db()
        assert owed.ending == "done"
        assert "卫生院已报，按传染病处置" in page(heard, "陈核实", matter.get_absolute_url())

    def test_who_only_reads_is_offered_nothing(self, heard):
        matter = matter_of(SICK[0])
        assert "与另一事项合并" not in page(heard, "档案员", matter.get_absolute_url())
        assert signed_in(heard, "档案员").post(door(matter, "look"), reason="看过").status_code == 409


class TestJoining:
    @pytest.fixture
    def roads(self, heard):
        """A third matter near the water's: the same village."""
        said(heard, BROKEN_ROAD)
        analyse(heard)
        Matter.objects.filter(pk=matter_of(BROKEN_ROAD).pk).update(topic=matter_of(WATER[0]).topic)
        return heard

    def test_two_become_one_for_ever_and_the_absorbed_one_points_to_it(self, roads):
        water, road = matter_of(WATER[0]), matter_of(BROKEN_ROAD)
        assert road.pk != water.pk
        sent = signed_in(roads, "王监测").post(door(water, "join"), other=str(road.pk), reason="都因施工")
        assert sent.status_code == 302
        analyse(roads)

        shown = page(roads, "王监测", water.get_absolute_url())
        assert all(text in shown for text in (*WATER, BROKEN_ROAD))
        assert "都因施工" in shown
        absorbed = page(roads, "王监测", road.get_absolute_url())
        assert "已并入" in absorbed
        assert f'href="{water.get_absolute_url()}"' in absorbed
        for gone in ("与另一事项合并", "/items/open-event/", "已研判，暂不登记事件"):
            assert gone not in absorbed
        assert road.get_absolute_url() not in page(roads, "王监测", "/matters/")

    def test_what_is_far_from_it_cannot_be_chosen(self, roads):
        sick, water = matter_of(SICK[0]), matter_of(WATER[0])
        Matter.objects.filter(pk=sick.pk).update(topic="卫生计生", places=["990101001"])

        refused = signed_in(roads, "王监测").post(door(water, "join"), other=str(sick.pk), reason="随手")
        assert refused.status_code == 422
        assert not MatterDecision.objects.exists()


class TestParting:
    def test_some_of_it_becomes_a_matter_of_its_own(self, heard):
        matter = matter_of(SICK[0])
        item = Judgement.objects.get(item__text=SICK[1]).item
        signed_in(heard, "李值班").post(door(matter, "part"), items=[str(item.pk)], reason="另一所学校")
        analyse(heard)

        assert matter_of(SICK[1]).pk != matter.pk
        assert SICK[1] not in items_on(page(heard, "李值班", matter.get_absolute_url()))
        assert SICK[1] in items_on(page(heard, "李值班", matter_of(SICK[1]).get_absolute_url()))

    def test_not_all_of_it(self, heard):
        matter = matter_of(SICK[0])
        items = [str(each.item_id) for each in Judgement.objects.filter(matter=matter)]
        refused = signed_in(heard, "李值班").post(door(matter, "part"), items=items, reason="全部")

        assert refused.status_code == 422
        assert "不能把全部信息都分出去" in refused.content.decode()

    def test_one_item_cannot_be_parted(self, town):
        said(town, BROKEN_ROAD)
        analyse(town)

        assert "分出一部分信息" not in page(town, "李值班", matter_of(BROKEN_ROAD).get_absolute_url())


class TestNotOfThisTownship:
    def test_another_township_s_matter_does_not_exist_here(self, heard):
        other = a_town(heard.now, code="990109", name="石坝镇")
        with within(other.place.id):
            said(other, "柳湾村小学有孩子吃坏肚子，吐了")
            analyse(other)
            [theirs] = Matter.objects.all()

        with within(heard.place.id):
            for url in (theirs.get_absolute_url(), door(theirs, "look"), door(theirs, "join")):
                assert signed_in(heard, "王监测").get(url).status_code == 404
            assert signed_in(heard, "王监测").post(door(theirs, "look"), reason="看看").status_code == 404
            assert theirs.get_absolute_url() not in page(heard, "王监测", "/matters/")

    def test_what_is_said_of_another_place_carries_the_mark(self, town):
        said(town, "邻县黑石镇工厂爆炸，五人死亡", channel="weibo")
        analyse(town)
        [matter] = Matter.objects.all()

        assert not matter.in_scope
        assert "辖区外" in page(town, "王监测", matter.get_absolute_url())
        assert "辖区外" in page(town, "王监测", "/matters/")
        assert not still_open().filter(kind="matter.look").exists()
