"""The pages of a drill: the band over everything in it, and the drill's own time on its steps."""

from datetime import timedelta

import pytest

from tests.readiness.playing import CONTROLLER, EVALUATOR, approved, drill_event, ended, missed, started, turn
from tests.signed_in import signed_in
from xiangyin.organization.models import Task
from xiangyin.readiness.models import Inject
from xiangyin.readiness.rules.drill import DRILL_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.outbox.models import Notice

BAND = "演练 DRILL"


def shown(town, name: str, url: str) -> str:
    answer = signed_in(town, name).get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


class TestTheBand:
    def test_every_page_of_a_drill_carries_it_and_no_actual_one(self, town):
        drill = started(town)
        event = drill_event()
        town.issued(1, event)
        real = town.call()

        for url in (drill.get_absolute_url(), event.get_absolute_url(), f"/steps/monitoring.event/{event.pk}/correct/"):
            assert "band-drill" in shown(town, "李值班", url), url
        for url in ("/", real.get_absolute_url(), "/readiness/", f"/steps/monitoring.event/{real.pk}/take/"):
            assert "band-drill" not in shown(town, "李值班", url), url

    def test_what_is_born_on_a_drill_s_page_stands_under_it(self, town):
        started(town)
        event = drill_event()
        url = f"/steps/monitoring.event/{event.pk}/new/documents.document/draft/"

        assert "band-drill" in shown(town, "孙宣传", url)

    def test_lists_that_mix_mark_each_of_them(self, town):
        started(town)

        assert BAND in shown(town, "李值班", "/mine/")
        assert BAND in shown(town, "李值班", "/events/")
        assert f"{BAND} 接手核实" in shown(town, "李值班", "/notices/")


class TestTheDrillsOwnTime:
    def paused(self, town):
        """The drill stood still ten minutes after its start; two hours have passed since."""
        drill = started(town)
        town.later(10)
        town.take(DRILL_STEPS, drill.pk, "pause", CONTROLLER, reason="午休")
        town.later(120)
        drill.refresh_from_db()
        return drill

    def test_a_step_taken_while_it_stands_still_is_dated_by_its_clock_and_not_late(self, town):
        drill = self.paused(town)
        event = drill_event()

        answer = signed_in(town, "李值班").post(f"/steps/monitoring.event/{event.pk}/take/")

        assert answer.status_code == 302
        entry = LedgerEntry.objects.get(subject_id=event.pk, action="take")
        assert (entry.at - drill.started_at, entry.late_min) == (timedelta(minutes=10), 0)

    def test_a_record_born_then_is_dated_by_it_as_well(self, town):
        drill = self.paused(town)
        event = drill_event()
        url = f"/steps/monitoring.event/{event.pk}/new/monitoring.demand/register/"
        answer = signed_in(town, "李值班").post(url, kind="help", asked="请告诉家长孩子在哪里")

        assert answer.status_code == 302
        entry = LedgerEntry.objects.get(action="register")
        assert (entry.mode, entry.at - drill.started_at) == ("drill", timedelta(minutes=10))

    def test_an_acknowledged_notice_is_dated_by_it(self, town):
        drill = self.paused(town)
        notice = Notice.objects.filter(recipient=town.officers["李值班"], mode="drill").first()
        signed_in(town, "李值班").post(f"/notices/{notice.pk}/acknowledge/")

        notice.refresh_from_db()
        assert notice.acknowledged_at == drill.started_at + timedelta(minutes=10)

    def test_a_real_step_meanwhile_is_dated_by_the_actual_clock(self, town):
        self.paused(town)
        real = town.call()
        signed_in(town, "李值班").post(f"/steps/monitoring.event/{real.pk}/take/")

        assert LedgerEntry.objects.get(subject_id=real.pk, action="take").at == town.now

    def test_the_list_of_the_officer_shows_the_time_that_is_left_in_the_drill(self, town):
        self.paused(town)

        assert "还剩 5 分钟" in shown(town, "李值班", "/mine/")


class TestTheDrillsPage:
    def test_those_who_play_see_only_what_they_have_heard(self, town):
        drill = started(town)
        url = drill.get_absolute_url()

        assert "镇卫生院补充情况" in shown(town, CONTROLLER, url)
        assert "10 分钟内" in shown(town, EVALUATOR, url)
        assert "镇卫生院补充情况" not in shown(town, "李值班", url)
        assert "10 分钟内" not in shown(town, "周主任", url)
        turn(town, 20)
        assert "镇卫生院补充情况" in shown(town, "李值班", url)

    def test_a_real_event_stands_aloud_on_it(self, town):
        drill = started(town)
        assert "真实事件，请先办真的" not in shown(town, CONTROLLER, drill.get_absolute_url())
        event = town.call(title="石桥村民房起火")

        page = shown(town, CONTROLLER, drill.get_absolute_url())
        assert "真实事件，请先办真的" in page
        assert event.get_absolute_url() in page

    @pytest.mark.parametrize("name", [CONTROLLER, EVALUATOR, "周主任", "档案员", "石系统"])
    def test_before_and_after_it_can_be_read(self, town, name):
        assert "来电和预期" in shown(town, name, approved(town).get_absolute_url())

    def test_it_shows_entry_and_time_but_no_name_beside_an_expectation(self, town):
        drill = ended(town)
        entry = LedgerEntry.objects.get(action="take", mode="drill")

        page = shown(town, "周主任", drill.get_absolute_url())
        rows = page[page.index("来电和预期") : page.index("<h2>经过</h2>")]
        assert f"第 {entry.number} 条" in rows
        assert "3 分钟" in rows
        assert not [name for name in town.officers if name in rows]

    def test_a_finding_is_settled_in_the_browser(self, town):
        drill = ended(town)
        url = f"/steps/readiness.drill/{drill.pk}/new/readiness.finding/note/"
        expectation = missed(town, drill)[0]
        noted = signed_in(town, EVALUATOR).post(url, expectation_id=str(expectation.pk), what="谁提级别不清楚")
        assert noted.status_code == 302

        finding = drill.findings.get()
        answers = {"title": "写清楚谁提级别", "unit_id": str(town.units["D01"].id), "due_at": "2026-12-01T17:00"}
        signed_in(town, "周主任").post(f"/steps/readiness.finding/{finding.pk}/assign/", **answers)
        assert Task.objects.get(origin_id=finding.pk).mode == "actual"
        assert "写清楚谁提级别" in shown(town, "周主任", drill.get_absolute_url())


def test_a_file_of_a_call_is_evidence_like_any_other(town):
    started(town)
    inject = Inject.objects.get(key="school")

    assert inject.text in shown(town, "李值班", drill_event().get_absolute_url())
