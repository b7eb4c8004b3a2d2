"""Invariant 4: nothing whose mode is not `actual` reaches a real channel, the portal, a feed or a figure."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.readiness.playing import drill_event, started, turn
from tests.response.test_chain import issued_statement
from tests.signed_in import signed_in
from xiangyin.documents.models import Document
from xiangyin.monitoring.models import Item, Judgement, Matter
from xiangyin.monitoring.operations.analysis.run import analyse_place
from xiangyin.monitoring.queries.items import Search, search
from xiangyin.organization.models import Task
from xiangyin.publication.queries.published import published
from xiangyin.response.rules.response import RESPONSE_STEPS, of_event
from xiangyin.shared.obligations.queries import in_sight, unheard
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.outbox.queries import unanswered

FIGURE = re.compile(r'<span class="stat-label">(.*?)</span><span class="stat-value">(\d+)')
OF_THE_OFFICE = ("已经超时", "办理中的事件", "通知无人签收")


def figures(town, name: str = "周主任") -> dict[str, str]:
    """The figures of the first page, save the officer's own list."""
    page = signed_in(town, name).get("/").content.decode()
    found = dict(FIGURE.findall(page))
    return {label: found[label] for label in OF_THE_OFFICE}


def played_to_the_statement(town):
    """A drill in which warning, plan, tasks and a signed statement all came about."""
    started(town)
    event = town.issued(1, drill_event()).event
    response = of_event(event)
    answers = {
        "plan_id": str(response.plan.id), "commander_id": str(town.officers["吴副组长"].id),
        "lead_unit_id": str(town.units["D02"].id),
    }  # fmt: skip
    town.open(RESPONSE_STEPS, "activate", response, "郑组长", **answers)
    paper = issued_statement(town, event)
    turn(town, 90)
    return paper


class TestADrillStaysInside:
    def test_it_changes_no_figure_of_the_first_page_and_no_common_list(self, town):
        before = figures(town)
        played_to_the_statement(town)

        assert Task.objects.filter(mode="drill").count() >= 5
        assert figures(town) == before
        assert not in_sight().filter(mode="drill").exists()
        assert not unheard(now=town.now).filter(mode="drill").exists()
        assert not unanswered(now=town.now).filter(mode="drill").exists()

    def test_a_figure_does_move_for_a_real_event(self, town):
        before = figures(town)
        town.call()

        assert figures(town) != before

    def test_its_signed_statement_is_on_no_public_page_and_in_no_feed(self, town):
        paper = played_to_the_statement(town)
        assert (paper.state, paper.publicity) == ("issued", "open")

        assert published() == []
        public = Client()
        for address in (f"/public/{town.place.code}/", f"/public/{town.place.code}/feed.atom"):
            answer = public.get(address)
            assert answer.status_code == 200
            assert paper.title not in answer.content.decode()
        assert public.get(f"/public/{town.place.code}/{paper.pk}/").status_code == 404

    def test_numbers_of_real_events_and_papers_have_no_gap(self, town):
        paper = played_to_the_statement(town)
        assert paper.number == "演练情况通报〔2026〕1号"

        event = town.call()
        assert event.number == "2026-001"
        assert issued_statement(town, town.issued(3, event).event).number == "情况通报〔2026〕1号"

    def test_the_database_itself_lets_no_notice_of_a_drill_out(self, town):
        started(town)
        notice = Notice.objects.filter(mode="drill").first()

        with pytest.raises(IntegrityError, match="leaves_by_no_real_channel"), transaction.atomic():
            Notice.objects.filter(pk=notice.pk).update(channel="sms")
        assert set(Notice.objects.filter(mode="drill").values_list("channel", flat=True)) == {"browser"}

    def test_no_paper_of_a_drill_counts_as_actual(self, town):
        played_to_the_statement(town)

        assert not Document.objects.filter(mode="actual").exists()

    def test_its_calls_join_no_matter_and_no_list_of_items(self, town):
        event = town.call(title="青禾小学午饭后学生呕吐")
        analyse_place(town.place.id, clock=lambda: town.now)
        before = list(Matter.objects.values_list("number", "items"))
        played_to_the_statement(town)
        analyse_place(town.place.id, clock=lambda: town.now)

        assert Item.objects.filter(mode="drill").count() >= 3
        assert not Judgement.objects.filter(item__mode="drill").exists()
        assert list(Matter.objects.values_list("number", "items")) == before
        for words in ("", "呕吐"):
            found = search(Search(words=words))
            assert ([item.title for item in found.items], found.count) == ([event.title], 1)
