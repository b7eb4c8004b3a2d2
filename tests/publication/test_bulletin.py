"""The day's bulletin (3.1.3): counted by the machine, judged and signed by persons."""

from datetime import timedelta

import pytest

from tests.papers import issued_statement, written_review
from tests.signed_in import signed_in
from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Item
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.analysis.run import analyse_place
from xiangyin.monitoring.operations.keep_item import new_item
from xiangyin.publication.operations.draft_bulletin import draft_bulletin
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.ledger.models import Head
from xiangyin.shared.steps.refusals import StepRefusedError


@pytest.fixture(autouse=True)
def _fresh_memory():
    memory.forget()
    yield
    memory.forget()


def heard(town, text: str, *, days_ago: int = 0, **more) -> Item:
    item = new_item(
        jurisdiction_id=town.place.id, channel="hotline", origin="test", title="", text=text, source="热线",
        published_at=town.now - timedelta(days=days_ago), now=town.now, **more,
    )  # fmt: skip
    item.save(force_insert=True)
    return item


def drafted(town, name: str = "李值班") -> Document:
    return draft_bulletin(command_id=uuid7(), actor=town.who(name), now=town.now)


class TestWhatItTells:
    def test_the_last_day_and_nothing_else(self, town):
        heard(town, "石桥村昨天前就停水")
        town.later(26 * 60)
        heard(town, "石桥村停水三天没人管")
        heard(town, "去年的旧帖", days_ago=365, is_history=True)
        heard(town, "演练里的来电", mode="drill")
        analyse_place(town.place.id, clock=lambda: town.now)

        text = drafted(town).body

        assert "收到信息 1 条（热线 1）。" in text
        assert "石桥村停水三天没人管" in text
        assert "去年的旧帖" not in text
        assert "演练里的来电" not in text

    def test_events_with_their_level_demands_and_statements(self, town):
        statement = issued_statement(town, town.issued(3).event)
        town.call(title="石桥村停水")

        text = drafted(town).body

        assert "新登记事件 2 件，了结 0 件。" in text
        assert "石桥村停水，尚未定级" in text
        assert "预警中：" in text
        assert f"{statement.number}　{statement.title}" in text

    def test_a_quiet_day_is_told_as_one(self, town):
        text = drafted(town).body

        assert "收到信息 0 条。" in text
        assert "没有发布通报。" in text

    def test_it_carries_the_end_of_the_ledger_as_it_was_before_it(self, town):
        town.call()
        before = Head.objects.get(pk=town.place.id)

        paper = drafted(town)

        assert f"共 {before.length} 条，末条 SHA-256 {before.last_hash}" in paper.body


class TestWhoseItIs:
    def test_the_office_drafts_and_the_director_signs(self, town):
        paper = drafted(town)
        with pytest.raises(StepRefusedError, match="请填写"):
            town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
        town.take(DOCUMENT_STEPS, paper.pk, "edit", "李值班", **written_review(paper))
        town.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
        town.take(DOCUMENT_STEPS, paper.pk, "approve", "周主任")
        signed = town.take(DOCUMENT_STEPS, paper.pk, "issue", "周主任")

        assert signed.number.startswith("舆情日报")

    def test_nobody_else_drafts_one(self, town):
        with pytest.raises(StepRefusedError):
            drafted(town, "冯督查")

    def test_one_press_is_one_paper_however_often_it_is_sent(self, town):
        command = uuid7()
        first = draft_bulletin(command_id=command, actor=town.who("李值班"), now=town.now)
        again = draft_bulletin(command_id=command, actor=town.who("李值班"), now=town.now)

        assert first.pk == again.pk
        assert Document.objects.count() == 1

    def test_from_the_button_to_the_paper(self, town):
        officer = signed_in(town, "李值班")
        assert "起草舆情日报" in officer.get("/publication/").content.decode()

        answer = officer.post("/publication/bulletin/")

        assert answer.status_code == 302
        assert "请填写" in officer.get(answer.url).content.decode()

    def test_who_may_not_is_told_so_and_has_no_button(self, town):
        officer = signed_in(town, "冯督查")
        assert "起草舆情日报" not in officer.get("/publication/").content.decode()

        officer.post("/publication/bulletin/")

        assert "不能办理" in officer.get("/publication/").content.decode()
        assert not Document.objects.exists()
