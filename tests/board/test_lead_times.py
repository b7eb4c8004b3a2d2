"""Lead times on the page of an event and over all events (1.3.2), through the steps and the pages."""

import re

import pytest

from tests.monitoring.files import import_text
from tests.readiness.playing import drill_event, started
from tests.response.test_chain import start
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event, Item
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS, of_event
from xiangyin.warning.rules.early_warning import WARNING_STEPS

PAGE = "/events/lead-times/"
LEGS = ["首条信息到发现", "发现到登记", "登记到预警", "预警到响应", "首条信息到响应"]
FILE = "编号,时间,标题,内容,渠道\n1,2026-11-24 {at},自来水发黄,不敢喝,微博\n"


def shown(town, url: str) -> str:
    answer = signed_in(town, "周主任").get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> list[str]:
    return [word for part in re.split(r"<[^>]+>", html) if (word := part.strip())]


def on_its_page(town, event: Event) -> dict[str, str]:
    section = shown(town, event.get_absolute_url()).partition("<h2>发现与处置用时</h2>")[2].partition("</section>")[0]
    facts = re.findall(r"<dt>(.+?)</dt><dd>(.+?)</dd>", section)
    assert [term for term, _ in facts] == LEGS
    return dict(facts)


def spreads(town) -> dict[str, list[str]]:
    """Events, half, nine tenths, longest: of each leg."""
    table = shown(town, PAGE).partition("各段用时</caption>")[2].partition("</table>")[0]
    rows = [words(row) for row in re.findall(r"<tr role=\"row\">(.+?)</tr>", table, re.DOTALL)]
    return {row[0]: row[1:] for row in rows[1:]}


def bars(town, leg: str) -> dict[str, str]:
    drawn = re.findall(r'<th scope="row">(.+?)</th>.+?cell-number">(\d+)<', shown(town, f"{PAGE}?leg={leg}"), re.DOTALL)
    return dict(drawn)


def opened(town, at: str = "10:35", **more: object) -> Event:
    """An item published in the morning, imported at noon, of which 王监测 opens an event ten minutes later."""
    import_text(town, FILE.format(at=at), **more)
    town.later(10)
    chosen = [str(Item.objects.latest("arrived_at").pk)]
    signed_in(town, "王监测").post("/items/open-event/", chosen=chosen, title="自来水异常", channel="weibo")
    return Event.objects.latest("logged_at")


def responding(town, event: Event) -> Event:
    """Warned twenty-five minutes after it was logged, the response forty after the warning."""
    town.later(25)
    warning = town.issued(1, event)
    town.later(40)
    town.open(RESPONSE_STEPS, "activate", of_event(event), "郑组长", **start(town, of_event(event)))
    assert warning.event_id == event.id
    return event


class TestOneEvent:
    def test_every_leg_from_the_first_item_to_the_response(self, town):
        event = responding(town, opened(town))

        assert on_its_page(town, event) == dict(
            zip(LEGS, ["1 小时 30 分钟", "10 分钟", "25 分钟", "40 分钟", "2 小时 45 分钟"], strict=True)
        )

    def test_what_has_not_happened_is_blank(self, town):
        event = opened(town)
        town.proposed(1, event)

        assert list(on_its_page(town, event).values()) == ["1 小时 30 分钟", "10 分钟", "—", "—", "—"]

    def test_a_call_is_heard_when_it_comes_in_whenever_the_thing_happened(self, town):
        event = town.call(occurred_at=town.now.replace(hour=7))

        assert on_its_page(town, event)["首条信息到发现"] == "不到 1 分钟"

    def test_a_later_item_does_not_make_the_finding_late(self, town):
        event = opened(town)
        town.later(600)
        town.take(
            EVENT_STEPS, event.pk, "add_call", "李值班", call_channel="phone", call_title="又来电", call_text="还没好"
        )

        assert on_its_page(town, event)["首条信息到发现"] == "1 小时 30 分钟"

    def test_what_was_split_off_was_found_and_logged_with_its_source_and_has_no_item_before(self, town):
        event = opened(town)
        town.later(600)
        town.take(EVENT_STEPS, event.pk, "take", "李值班")
        said = {"call_channel": "phone", "call_title": "村里停电", "call_text": "变压器坏了"}
        town.take(EVENT_STEPS, event.pk, "add_call", "李值班", **said)
        note = str(Item.objects.get(title="村里停电").pk)
        town.take(EVENT_STEPS, event.pk, "split", "周主任", new_title="停电", items=[note], reason="是两件事")

        assert list(on_its_page(town, Event.objects.get(title="停电")).values()) == ["—", "10 分钟", "—", "—", "—"]

    def test_the_first_warning_counts_and_not_that_of_a_later_cycle(self, town):
        event = opened(town)
        town.later(25)
        warning = town.issued(4, event)
        town.take(WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="无恙。")

        assert on_its_page(town, event)["登记到预警"] == "25 分钟"
        assert on_its_page(town, event)["预警到响应"] == "—"

    def test_what_was_merged_counts_from_the_earliest_of_both(self, town):
        first = opened(town)
        town.later(30)
        second = town.call(title="水有味道")
        town.take(EVENT_STEPS, first.pk, "merge", "周主任", merged_into_id=str(second.pk), reason="同一件事")

        assert on_its_page(town, second)["首条信息到发现"] == "1 小时 30 分钟"
        assert on_its_page(town, second)["发现到登记"] == "10 分钟"
        assert spreads(town)["发现到登记"][0] == "1"


class TestAllEvents:
    def test_half_nine_tenths_and_the_longest_of_each_leg(self, town):
        responding(town, opened(town))
        for _ in range(9):
            town.call()

        assert spreads(town)["首条信息到发现"] == ["10", "不到 1 分钟", "不到 1 分钟", "1 小时 30 分钟"]
        assert spreads(town)["首条信息到响应"] == ["1", *["2 小时 45 分钟"] * 3]
        assert spreads(town)["登记到预警"] == ["1", *["25 分钟"] * 3]

    def test_the_chosen_leg_is_drawn_in_bands(self, town):
        responding(town, opened(town))
        town.call()

        assert [*bars(town, "found").values()] == ["1", "0", "1", "0", "0", "0"]
        assert [*bars(town, "warned").values()] == ["0", "1", "0", "0", "0", "0"]
        assert bars(town, "whole")["1 小时 到 4 小时"] == "1"

    def test_before_anything_happened_all_is_blank(self, town):
        assert all(row == ["0", "—", "—", "—"] for row in spreads(town).values())
        assert "还没有实际的事件" in shown(town, PAGE)

    def test_drills_do_not_count(self, town):
        started(town)
        town.issued(1, drill_event())

        assert spreads(town)["登记到预警"][0] == "0"

    def test_what_came_from_imported_history_alone_does_not_count(self, town):
        event = opened(town, is_history=True)

        assert spreads(town)["发现到登记"][0] == "0"
        assert on_its_page(town, event)["首条信息到发现"] == "—"

    def test_what_was_logged_by_mistake_does_not_count(self, town):
        town.take(EVENT_STEPS, town.call().pk, "cancel", "李值班", reason="点错了")

        assert spreads(town)["发现到登记"][0] == "0"

    def test_the_list_of_events_leads_there(self, town):
        assert f'href="{PAGE}"' in shown(town, "/events/")

    @pytest.mark.parametrize(("name", "status"), [("档案员", 200), ("何社会", 403), ("石系统", 403)])
    def test_it_is_the_office_s(self, town, name, status):
        assert signed_in(town, name).get(PAGE).status_code == status

    def test_a_leg_that_there_is_not_is_not_guessed(self, town):
        assert signed_in(town, "周主任").get(f"{PAGE}?leg=author").status_code == 404
