import xml.etree.ElementTree as ET

import pytest

from tests.papers import drafted, issued_statement, signed, written
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.publication.rules.papers import correction_of, paper_of_event
from xiangyin.shared.steps.refusals import StepRefusedError

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def page(client):
    return client.get


def entries(page) -> list[ET.Element]:
    return ET.fromstring(page("/public/990101/feed.atom").content).findall(f"{ATOM}entry")  # noqa: S314 - our own feed


class TestWhatThePublicSees:
    def test_a_draft_is_nowhere_to_be_seen(self, page, town):
        event = town.issued(3).event
        paper = town.open(DOCUMENT_STEPS, "draft", paper_of_event(event), "孙宣传", kind="statement", title="不该看见")

        assert page(f"/public/990101/{paper.pk}/").status_code == 404
        assert "不该看见" not in page("/public/990101/").content.decode()
        assert entries(page) == []

    def test_a_signed_statement_is_out_on_the_page_and_in_the_feed(self, page, town):
        statement = issued_statement(town, town.issued(3).event)

        shown = page(f"/public/990101/{statement.pk}/").content.decode()
        assert "10名学生用餐后不适" in shown
        assert statement.digest in shown
        assert [entry.find(f"{ATOM}id").text for entry in entries(page)] == [f"urn:uuid:{statement.pk}"]

    def test_inside_words_stay_inside(self, page, town):
        issued_statement(town, town.issued(1).event)

        everything = page("/public/990101/").content.decode() + page("/public/990101/feed.atom").content.decode()
        for word in ("红色", "预警", "李值班"):
            assert word not in everything

    def test_a_correction_stands_beside_what_it_corrects(self, page, town):
        statement = issued_statement(town, town.issued(3).event)
        town.later(60)
        paper = town.open(DOCUMENT_STEPS, "draft", correction_of(statement), "孙宣传", kind="correction", title="更正")
        town.take(DOCUMENT_STEPS, paper.pk, "edit", "孙宣传", **written("实为9名学生。", "卫生院"))
        paper.refresh_from_db()
        signed(town, paper)

        before = page(f"/public/990101/{statement.pk}/").content.decode()
        assert "实为9名学生。" in before
        assert "10名学生用餐后不适" in before, "what stood before stays in sight"
        assert len(entries(page)) == 2

    def test_only_what_is_out_can_be_corrected(self, town):
        paper = drafted(town, town.issued(3).event)

        with pytest.raises(StepRefusedError, match="公开发布"):
            town.open(DOCUMENT_STEPS, "draft", correction_of(paper), "孙宣传", kind="correction", title="更正")

    def test_what_is_withdrawn_says_so_and_keeps_its_id(self, page, town):
        statement = issued_statement(town, town.issued(3).event)
        town.later(60)
        town.take(DOCUMENT_STEPS, statement.pk, "withdraw", "郑组长", reason="数字有误")

        assert "撤回" in page(f"/public/990101/{statement.pk}/").content.decode()
        [entry] = entries(page)
        assert entry.find(f"{ATOM}id").text == f"urn:uuid:{statement.pk}"
        assert entry.find(f"{ATOM}updated").text > entry.find(f"{ATOM}published").text
        assert "10名" not in (entry.find(f"{ATOM}summary").text or "")

    def test_another_township_shows_nothing_of_it(self, page, town):
        from tests.conftest import NOON
        from tests.people import a_town

        issued_statement(town, town.issued(3).event)
        a_town(NOON, code="990102", name="石桥镇")

        assert "学生" not in page("/public/990102/").content.decode()
        assert page("/public/999999/").status_code == 404

    def test_an_old_statement_stays_in_the_list(self, page, town, monkeypatch):
        monkeypatch.setattr("xiangyin.publication.queries.published.PAGE", 1)
        event = town.issued(3).event
        first = issued_statement(town, event)
        town.later(5)
        second = issued_statement(town, event)

        assert str(second.pk) in (newest := page("/public/990101/").content.decode())
        assert str(first.pk) not in newest
        assert "?page=2" in newest
        assert str(first.pk) in page("/public/990101/?page=2").content.decode()
