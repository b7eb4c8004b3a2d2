import pytest

from tests.monitoring.files import import_text
from tests.monitoring.pages import at_screen
from xiangyin.monitoring.models import Event, Item
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.obligations.queries import still_open

ROWS = (
    "编号,时间,标题,内容,渠道\n1,2026-11-24 09:00,自来水发黄,不敢喝,热线\n2,2026-11-24 08:00,水有味道,孩子肚子疼,微博\n"
)


@pytest.fixture
def items(town):
    import_text(town, ROWS)
    return [str(pk) for pk in Item.objects.order_by("external_id").values_list("id", flat=True)]


class TestOpeningAnEventFromItems:
    def test_the_form_is_filled_with_what_the_first_item_tells(self, town, items):
        page = at_screen(town, "王监测").get("/items/open-event/", {"chosen": items}).content.decode()

        assert 'value="水有味道"' in page
        assert '<option value="weibo" selected>' in page

    def test_the_items_become_its_evidence_with_the_hash_of_their_text(self, town, items):
        sent = {"chosen": items, "command": str(uuid7()), "title": "自来水异常", "channel": "hotline"}
        answer = at_screen(town, "王监测").post("/items/open-event/", sent)

        event = Event.objects.get()
        assert answer.url == event.get_absolute_url()
        assert {kept.item.external_id: kept.text_sha256 == kept.item.text_sha256 for kept in event.event_items.all()} == {
            "1": True, "2": True,
        }  # fmt: skip
        assert [each.kind for each in still_open().filter(dossier_id=event.id)] == ["event.take"]

    def test_a_click_sent_twice_opens_one_event(self, town, items):
        sent = {"chosen": items, "command": str(uuid7()), "title": "自来水异常", "channel": "hotline"}
        screen = at_screen(town, "王监测")
        screen.post("/items/open-event/", sent)
        screen.post("/items/open-event/", sent)

        assert Event.objects.count() == 1
        assert Event.objects.get().event_items.count() == 2

    def test_what_is_missing_is_asked_for_and_what_was_typed_stays(self, town, items):
        sent = {"chosen": items[:1], "command": str(uuid7()), "title": "", "summary": "已打电话", "channel": "hotline"}
        answer = at_screen(town, "王监测").post("/items/open-event/", sent)

        assert answer.status_code == 422
        assert "已打电话" in answer.content.decode()
        assert not Event.objects.exists()

    def test_who_may_not_log_events_is_told_so(self, town, items):
        sent = {"chosen": items, "command": str(uuid7()), "title": "自来水异常", "channel": "hotline"}

        assert at_screen(town, "档案员").post("/items/open-event/", sent).status_code == 409
        assert not Event.objects.exists()

    @pytest.mark.parametrize("chosen", [[], ["x"], [str(uuid7())]])
    def test_nothing_chosen_is_no_page(self, town, items, chosen):
        assert at_screen(town, "王监测").get("/items/open-event/", {"chosen": chosen}).status_code == 404
