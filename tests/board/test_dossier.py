"""The event's page tells what was decided, by whom it still has to be confirmed, and what chapters 4 and 5 hold."""

import re

import pytest
from django.urls import reverse

from tests.response.test_chain import ENDED, Task, activated, done
from tests.signed_in import signed_in
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.queries.stages import stage
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.response.models import PlanVersion
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.outbox.models import Notice, NoticeState
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import unsealed
from xiangyin.shared.steps.models import Confirmation
from xiangyin.warning.rules.early_warning import WARNING_STEPS


def words_of(response) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", response.content.decode())


@pytest.fixture
def by_word(town):
    """The director's decision to issue, recorded at the desk by the duty officer."""
    warning = town.verified(2)
    posted = {"decider": str(town.officers["周主任"].id), "way": "by_word"}
    answered = signed_in(town, "李值班").post(f"/steps/warning.earlywarning/{warning.pk}/issue/?record=1", **posted)
    assert answered.status_code == 302
    return warning.event


class TestADecisionByWord:
    def test_it_stands_as_unconfirmed_on_the_event_s_page(self, town, by_word):
        shown = words_of(signed_in(town, "王监测").get(by_word.get_absolute_url()))

        assert "待确认的决定" in shown
        assert "口头决定待确认" in shown

    def test_its_decider_alone_confirms_it_on_the_own_page(self, town, by_word):
        confirmation = Confirmation.objects.get()
        url = f"/steps/shared.confirmation/{confirmation.pk}/confirm/"

        assert url not in signed_in(town, "郑组长").get("/mine/").content.decode()
        assert signed_in(town, "郑组长").post(url).status_code == 409
        assert url in signed_in(town, "周主任").get("/mine/").content.decode()
        assert signed_in(town, "周主任").post(url).status_code == 302
        assert "待确认的决定" not in words_of(signed_in(town, "周主任").get(by_word.get_absolute_url()))

    def test_one_that_was_denied_stays_in_sight(self, town, by_word):
        url = f"/steps/shared.confirmation/{Confirmation.objects.get().pk}/deny/"
        signed_in(town, "周主任").post(url, reason="我没有这样说")

        assert "不予确认" in words_of(signed_in(town, "王监测").get(by_word.get_absolute_url()))

    def test_what_its_parties_alone_may_see_is_not_offered_for_recording(self, town, by_word):
        shown = signed_in(town, "李值班").get(by_word.get_absolute_url()).content.decode()

        assert "?record=1" in shown
        assert "accountability" not in shown


class TestWhatTheChaptersHold:
    def test_a_running_response_says_by_which_plan_who_commands_and_who_leads(self, town):
        event, response = activated(town)

        shown = words_of(signed_in(town, "王监测").get(event.get_absolute_url()))

        assert f"牵头单位 {response.lead_unit.name}" in shown
        assert "总指挥 吴副组长" in shown
        assert str(response.plan) in shown

    def test_the_aftermath_shows_losses_and_what_was_decided(self, town):
        event, after = self._after(town)
        town.take(AFTERMATH_STEPS, after.pk, "register_losses", "周主任", losses=[["诊疗费", "3260"]])
        town.take(AFTERMATH_STEPS, after.pk, "decide_on_plan", "郑组长", plan_decision="revise", reason="联系人不全")

        shown = words_of(signed_in(town, "王监测").get(event.get_absolute_url()))

        assert "诊疗费 3260 元" in shown
        assert "需要修订预案" in shown

    def test_a_plan_that_the_review_found_wanting_is_being_revised(self, town):
        _event, after = self._after(town)
        town.take(AFTERMATH_STEPS, after.pk, "decide_on_plan", "郑组长", plan_decision="revise", reason="联系人不全")

        assert PlanVersion.objects.get(state="drafting").basis == "联系人不全"

    def _after(self, town):
        event, response = activated(town)
        for task in Task.objects.filter(event_id=event.id, is_critical=True):
            done(town, task)
        town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)
        return event, Aftermath.objects.get(event=event)


class TestTheHistory:
    def test_choices_are_told_in_words_as_they_were_then(self, town):
        event, response = activated(town)
        present = [str(town.officers[name].id) for name in ("郑组长", "马所长")]
        town.take(RESPONSE_STEPS, response.pk, "meet", "周主任", present=present, reason="分头联系家长")
        town.officers["马所长"].name = "另一个名字"
        town.officers["马所长"].save()

        shown = words_of(signed_in(town, "王监测").get(event.get_absolute_url()))

        assert "马所长（单位负责人）" in shown
        assert "另一个名字" not in shown
        assert "分头联系家长" in shown

    def test_a_long_text_is_kept_whole_even_after_the_next_one(self, town):
        _event, response = activated(town)
        first = "学生情况稳定。" * 80
        town.take(RESPONSE_STEPS, response.pk, "report", "周主任", situation=first)
        town.take(RESPONSE_STEPS, response.pk, "report", "周主任", situation="没有变化。")

        entry = LedgerEntry.objects.filter(action="report").order_by("number").first()
        kept = SealedObject.objects.get(pk=entry.evidence[0]["sealed"])

        assert b"".join(unsealed(kept)).decode() == first
        assert entry.changes["situation"]["sha256"] == kept.sha256 == entry.evidence[0]["sha256"]

    def test_a_telephone_number_of_an_officer_is_not_told(self, town):
        security = signed_in(town, "安安全")
        enrol = reverse("web:birth", args=["organization.jurisdiction", town.place.id, "organization.officer", "enrol"])
        security.post(enrol, name="新同志", phone="内线 8001")

        assert LedgerEntry.objects.filter(action="enrol", changes__name="新同志").exists()
        assert "8001" not in signed_in(town, "周主任").get("/ledger/").content.decode()


def test_whoever_opens_what_a_notice_is_about_has_read_it(town):
    town.issued(2)
    notice = Notice.objects.filter(recipient=town.officers["郑组长"]).first()

    assert signed_in(town, "周主任").get(f"/notices/{notice.pk}/").status_code == 404
    answered = signed_in(town, "郑组长").get(f"/notices/{notice.pk}/")

    assert (answered.status_code, answered["Location"]) == (302, notice.link)
    assert Notice.objects.get(pk=notice.pk).state == NoticeState.READ


def test_the_event_s_page_offers_only_papers_of_an_event(town):
    event = town.issued(2).event
    shown = signed_in(town, "周主任").get(event.get_absolute_url()).content.decode()

    assert "处置方案" in shown
    assert "舆情日报" not in shown
    assert "更正说明" not in shown


def test_a_warning_that_is_over_can_still_be_told_that_no_statement_is_needed(town):
    warning = town.issued(3)
    town.take(WARNING_STEPS, warning.pk, "stand_down", "周主任", reason="已解决", assessment="无恙。")

    town.take(WARNING_STEPS, warning.pk, "no_statement", "周主任", reason="只涉及个别人，已当面答复")


class TestTheLevel:
    def test_the_machine_s_suggestion_is_not_shown_as_a_level(self, town):
        event = town.call(title="柳湾小学午饭后十名学生呕吐")
        assert event.suggested_colour is not None
        assert stage(event.id).colour is None

        town.proposed(2, event)
        assert stage(event.id).colour == 2
