"""A case is for its parties only: its page, its steps, its clocks, its notices, its acts in the ledger."""

import pytest

from tests.accountability.opened import CONCERNED, FIRST, SECOND, SUPERVISOR, late_event, opened, told
from tests.signed_in import signed_in
from xiangyin.accountability.queries.cases import case_for, cases_for
from xiangyin.accountability.rules.case import CASE_STEPS
from xiangyin.organization.operations.set_up import appoint
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.queries import newest_first, of_dossier
from xiangyin.shared.obligations.queries import in_sight, still_open
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.outbox.queries import unanswered
from xiangyin.shared.sealed.models import Look

PARTIES = {SUPERVISOR, "郑组长", FIRST, SECOND}


def status(town, name: str, url: str) -> int:
    return signed_in(town, name).get(url).status_code


class TestWhoSees:
    def test_before_telling_only_those_who_lead_and_investigate(self, town):
        case = opened(town)

        seen = {name for name in town.officers if status(town, name, case.get_absolute_url()) == 200}
        assert seen == PARTIES
        assert {name for name in town.officers if cases_for(town.who(name)).exists()} == PARTIES

    def test_from_telling_on_also_whom_it_concerns(self, town):
        case = told(town)

        seen = {name for name in town.officers if status(town, name, case.get_absolute_url()) == 200}
        assert seen == PARTIES | {CONCERNED}

    def test_the_head_sees_the_own_case_no_earlier_than_anybody_else(self, town):
        case = opened(town, officer_id=str(town.officers["郑组长"].id))
        assert case_for(case.pk, town.who("郑组长")) is None
        assert status(town, "郑组长", f"/steps/accountability.case/{case.pk}/withdraw/") == 404

        town.take(CASE_STEPS, case.pk, "tell", FIRST, told_how="当面")
        assert case_for(case.pk, town.who("郑组长")) is not None

    def test_a_second_supervisor_has_no_sight_of_the_own_case_either(self, town):
        appoint(town.officers["周主任"], "supervisor", basis="兼任", now=town.now)
        case = opened(town)

        assert case_for(case.pk, town.who("周主任")) is None
        assert status(town, "周主任", case.get_absolute_url()) == 404

    def test_the_lead_of_the_unit_concerned_sees_it_once_told_and_its_liaison_does_not(self, town):
        case = opened(town, officer_id="", unit_id=str(town.units["D02"].id))
        assert status(town, "何社会", case.get_absolute_url()) == 404
        town.take(CASE_STEPS, case.pk, "tell", FIRST, told_how="书面")

        assert status(town, "何社会", case.get_absolute_url()) == 200
        assert status(town, "吕联络", case.get_absolute_url()) == 404

    @pytest.mark.parametrize("action", ["tell", "state", "decide", "withdraw", "close"])
    def test_no_step_s_form_opens_to_an_outsider(self, town, action):
        case = opened(town)

        for name in ("李值班", "周主任", "档案员", "石系统"):
            assert status(town, name, f"/steps/accountability.case/{case.pk}/{action}/") == 404

    def test_the_form_that_opens_a_case_shows_an_event_s_acts_to_those_who_may_open_one(self, town):
        event = late_event(town)
        url = f"/steps/monitoring.event/{event.pk}/new/accountability.case/open/"

        assert status(town, SUPERVISOR, url) == 200
        for name in ("李值班", "吕联络", "石系统", "档案员"):
            assert status(town, name, url) == 404


class TestNothingLeaks:
    def everywhere(self, town, name: str) -> str:
        pages = [
            "/",
            "/mine/",
            "/clocks/",
            "/duty/",
            "/ledger/",
            "/notices/",
            "/notices/calls/",
            "/organization/",
            "/events/",
        ]
        return "".join(signed_in(town, name).get(page).content.decode() for page in pages)

    def test_no_common_page_tells_of_it_however_late_it_is(self, town):
        case = told(town)
        town.later(60 * 24 * 30)
        tick(town.now)
        assert still_open().filter(subject_id=case.pk).exists()

        for name in ("李值班", "韩带班", "吴副组长", "档案员"):
            assert case.number not in self.everywhere(town, name), name
        assert case.number in self.everywhere(town, CONCERNED)

    def test_lateness_reaches_who_owes_and_nobody_up_the_ladder(self, town):
        case = told(town)
        for _ in range(40):
            tick(town.later(60 * 24))

        told_of = Notice.objects.filter(is_confined=True, link=case.get_absolute_url())
        assert set(told_of.values_list("recipient__name", flat=True)) == {CONCERNED, FIRST}
        assert not unanswered(now=town.now).filter(link=case.get_absolute_url()).exists()

    def test_its_acts_stand_neither_in_the_event_s_file_nor_in_the_common_ledger_but_in_the_chain(self, town):
        event = late_event(town)
        case = opened(town, event)

        assert LedgerEntry.objects.filter(subject_id=case.pk).exists()
        assert not of_dossier(event.pk).filter(subject_id=case.pk).exists()
        assert not newest_first().filter(subject_id=case.pk).exists()
        assert not in_sight().filter(subject_id=case.pk).exists()
        assert case.number not in signed_in(town, "李值班").get(event.get_absolute_url()).content.decode()

    def test_no_decision_of_it_is_recorded_for_another_where_the_office_would_see_it(self, town):
        case = opened(town)
        page = signed_in(town, SUPERVISOR).get(f"/steps/accountability.case/{case.pk}/withdraw/?record=1")

        assert page.status_code == 200
        assert "由谁决定" not in page.content.decode()


class TestTheAuditor:
    def test_sees_that_a_case_exists_and_nothing_of_it_and_the_look_is_logged(self, town):
        case = told(town)
        page = signed_in(town, "档案员").get("/accountability/").content.decode()

        assert case.number in page
        assert "已告知，听取陈述" in page
        assert not [words for words in (CONCERNED, case.issue, case.get_absolute_url()) if words in page]
        assert Look.objects.filter(subject_kind="accountability.case", officer=town.officers["档案员"]).exists()
        assert status(town, "档案员", case.get_absolute_url()) == 404

    def test_each_reading_of_a_case_is_logged(self, town):
        case = told(town)
        for name in (CONCERNED, SUPERVISOR):
            signed_in(town, name).get(case.get_absolute_url())

        looks = Look.objects.filter(subject_id=case.pk).order_by("at").values_list("officer__name", flat=True)
        assert sorted(looks) == sorted([CONCERNED, SUPERVISOR])

    def test_an_outsider_s_list_is_empty_and_has_no_door(self, town):
        told(town)

        assert "没有与您有关的案件" in signed_in(town, "李值班").get("/accountability/").content.decode()
        assert 'href="/accountability/"' not in signed_in(town, "李值班").get("/mine/").content.decode()
        assert 'href="/accountability/"' in signed_in(town, CONCERNED).get("/mine/").content.decode()


class TestThePage:
    def test_who_is_told_reads_facts_and_basis_and_speaks_in_the_browser(self, town):
        case = told(town)
        browser = signed_in(town, CONCERNED)

        page = browser.get(case.get_absolute_url()).content.decode()
        for words in ("晚 40 分钟", "与台账一致", "制度 3.3.2", "提交陈述、申辩"):
            assert words in page
        answer = browser.post(f"/steps/accountability.case/{case.pk}/state/", statement="当天停电。")
        assert answer.status_code == 302
        assert "当天停电。" in signed_in(town, SUPERVISOR).get(case.get_absolute_url()).content.decode()

    def test_a_refused_step_says_why_and_keeps_what_was_typed(self, town):
        case = told(town)
        answer = signed_in(town, FIRST).post(f"/steps/accountability.case/{case.pk}/record_silence/", reason="没有来")

        assert answer.status_code == 409
        assert "陈述期限还没有到" in answer.content.decode()
        assert "没有来" in answer.content.decode()
