"""A plan version from its draft to force; a published one is frozen, and a running response keeps the one it was started with."""

from typing import Any

import pytest

from tests.signed_in import signed_in
from xiangyin.organization.models import Task
from xiangyin.organization.operations.set_up import appoint
from xiangyin.response.models import PlanVersion
from xiangyin.response.queries.plans import plan_in_force
from xiangyin.response.rules.plan import PLAN_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS, of_event
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.warning.rules.early_warning import WARNING_STEPS

CHANGED = {
    "tasks_red": ["site", "medical"], "report_min_red": 60, "tasks_orange": ["site"], "report_min_orange": 90,
    "tasks_yellow": ["answer"], "report_min_yellow": 300, "tasks_blue": ["answer"], "report_min_blue": 600,
}  # fmt: skip
DAY_S = 24 * 3600


def take(town, plan: PlanVersion, action: str, name: str, **answers: Any) -> PlanVersion:
    return town.take(PLAN_STEPS, plan.pk, action, name, **answers)


def drafted(town) -> PlanVersion:
    answers = {"title": "柳湾镇舆情应急预案", "basis": "演练发现报告间隔太长"}
    return town.open(PLAN_STEPS, "draft", PlanVersion(), "周主任", **answers)


def approved(town) -> PlanVersion:
    plan = drafted(town)
    take(town, plan, "edit", "周主任", **CHANGED)
    take(town, plan, "review", "吴副组长")
    return take(town, plan, "approve", "郑组长")


def published(town) -> PlanVersion:
    return take(town, approved(town), "publish", "周主任")


def activated(town, colour: int = 1):
    response = of_event(town.issued(colour).event)
    ids = (response.plan.id, town.officers["吴副组长"].id, town.units["D02"].id)
    answers = dict(zip(("plan_id", "commander_id", "lead_unit_id"), map(str, ids), strict=True))
    return town.open(RESPONSE_STEPS, "activate", response, "郑组长", **answers)


class TestItsCourse:
    def test_from_the_draft_to_force_through_three_hands(self, town):
        before = plan_in_force()
        plan = published(town)

        assert plan_in_force() == plan
        assert (plan.version, plan.published_at) == (before.version + 1, town.now)
        before.refresh_from_db()
        assert (before.state, before.superseded_at) == ("superseded", town.now)
        acts = list(of_subject(plan.pk).values_list("action", "officer_name"))
        assert acts == [
            ("draft", "周主任"), ("edit", "周主任"), ("review", "吴副组长"), ("approve", "郑组长"), ("publish", "周主任"),
        ]  # fmt: skip

    def test_a_draft_begins_with_what_is_in_force_and_changes_nothing_of_it(self, town):
        before = plan_in_force().content
        plan = drafted(town)
        assert plan.content == before
        take(town, plan, "edit", "周主任", **CHANGED)

        assert plan_in_force().content == before
        plan.refresh_from_db()
        expected = {"response_level": 1, "report_min": 60, "tasks": ["site", "medical"], "watch": []}
        assert plan.content["levels"]["red"] == expected

    @pytest.mark.parametrize("wrong", [{"report_min_red": 5}, {"tasks_red": ["sing"]}, {"report_min_blue": "often"}])
    def test_what_cannot_be_carried_out_is_sent_back(self, town, wrong):
        with pytest.raises(AnswersInvalidError) as invalid:
            take(town, drafted(town), "edit", "周主任", **CHANGED | wrong)
        assert set(invalid.value.errors) == set(wrong)

    def test_no_step_is_left_out(self, town):
        plan = drafted(town)

        for action, name in (("approve", "郑组长"), ("publish", "周主任"), ("file", "周主任")):
            with pytest.raises(StepRefusedError):
                take(town, plan, action, name, reason="县应急办")


class TestWhoMay:
    def test_who_wrote_it_neither_reviews_nor_approves_it(self, town):
        for post in ("deputy_head", "head"):
            appoint(town.officers["周主任"], post, basis="兼任", now=town.now)
        plan = drafted(town)
        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, plan, "review", "周主任")

        take(town, plan, "review", "吴副组长")
        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, plan, "approve", "周主任")

    def test_who_only_edited_it_is_its_author_too(self, town):
        appoint(town.officers["吴副组长"], "office_director", basis="代理", now=town.now)
        plan = drafted(town)
        take(town, plan, "edit", "吴副组长", **CHANGED)

        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, plan, "review", "吴副组长")

    def test_who_reviewed_it_does_not_approve_it(self, town):
        plan = drafted(town)
        take(town, plan, "review", "郑组长")

        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, plan, "approve", "郑组长")

    def test_the_deputy_approves_no_plan(self, town):
        plan = drafted(town)
        take(town, plan, "review", "郑组长")

        with pytest.raises(StepRefusedError, match="岗位"):
            take(town, plan, "approve", "吴副组长")


class TestFrozen:
    @pytest.mark.parametrize("action", ["edit", "review", "approve", "publish"])
    def test_nobody_touches_a_published_one(self, town, action):
        plan = published(town)

        with pytest.raises(StepRefusedError):
            take(town, plan, action, "周主任", **CHANGED)

    def test_a_running_response_keeps_its_version_its_rhythm_and_its_levels(self, town):
        response = activated(town)
        first = response.plan
        published(town)
        town.later(30)
        town.take(RESPONSE_STEPS, response.pk, "report", "李值班", situation="没有新的变化")

        response.refresh_from_db()
        assert response.plan == first != plan_in_force()
        due = still_open().get(kind="response.situation").due_at
        assert (due - town.now).total_seconds() == 120 * 60, "the rhythm of the version it was started with"
        assert of_subject(response.pk).last().plan_version == "1"

    def test_a_level_that_changes_meanwhile_is_read_in_the_old_version(self, town):
        response = activated(town, colour=2)
        published(town)
        town.take(WARNING_STEPS, town.warning_of(response.event).pk, "upgrade", "郑组长", colour=1, reason="扩散")

        response.refresh_from_db()
        assert (response.plan.version, response.level) == (1, 1)

    def test_what_is_started_afterwards_follows_the_new_one_and_the_old_cannot_be_chosen(self, town):
        old = plan_in_force()
        plan = published(town)
        response = of_event(town.issued(1).event)
        ids = {"commander_id": str(town.officers["吴副组长"].id), "lead_unit_id": str(town.units["D02"].id)}
        with pytest.raises(AnswersInvalidError) as invalid:
            town.open(RESPONSE_STEPS, "activate", response, "郑组长", plan_id=str(old.pk), **ids)
        assert set(invalid.value.errors) == {"plan_id"}

        town.open(RESPONSE_STEPS, "activate", response, "郑组长", plan_id=str(plan.pk), **ids)
        assert set(Task.objects.values_list("title", flat=True)) == {"到现场核实情况并保护现场", "救治和安置受影响的人"}
        assert (still_open().get(kind="response.situation").due_at - town.now).total_seconds() == 60 * 60


class TestTheClocks:
    def test_a_draft_is_due_in_fifteen_days_until_it_is_published(self, town):
        plan = drafted(town)
        owed = still_open().get(subject_id=plan.pk)
        assert (owed.kind, (owed.due_at - town.now).total_seconds()) == ("plan.draft", 15 * DAY_S)
        take(town, plan, "review", "吴副组长")
        take(town, plan, "approve", "郑组长")
        assert still_open().filter(kind="plan.draft").exists()
        take(town, plan, "publish", "周主任")

        assert not still_open().filter(kind="plan.draft").exists()

    def test_it_is_filed_within_twenty_working_days_and_revised_within_three_years(self, town):
        plan = published(town)
        due = {each.kind: (each.due_at - town.now).total_seconds() for each in still_open().filter(subject_id=plan.pk)}
        assert due == {"plan.file": 28 * DAY_S, "plan.revise": 1095 * DAY_S}

        town.later(28 * 24 * 60 + 30)
        tick(town.now)
        late = Notice.objects.filter(reason="late", link=plan.get_absolute_url()).values_list(
            "recipient__name", flat=True
        )
        assert set(late) == {"韩带班", "周主任", "吴副组长", "郑组长"}
        filed = take(town, plan, "file", "周主任", reason="县应急管理局，收文 12 号")
        assert filed.filed_at == town.now
        assert of_subject(plan.pk).last().late_min == 30
        assert [each.kind for each in still_open().filter(subject_id=plan.pk)] == ["plan.revise"]

    def test_nothing_is_owed_any_more_on_the_version_that_was_superseded(self, town):
        before = plan_in_force()
        assert still_open().filter(subject_id=before.pk).count() == 2
        published(town)

        assert not still_open().filter(subject_id=before.pk).exists()


class TestInTheBrowser:
    def test_the_director_edits_each_level_and_the_head_approves_on_its_page(self, town):
        plan = drafted(town)
        door = f"/steps/response.planversion/{plan.pk}"
        sent = signed_in(town, "周主任").post(f"{door}/edit/", **CHANGED)
        assert sent.status_code == 302
        assert "批准" not in signed_in(town, "郑组长").get(plan.get_absolute_url()).content.decode()
        signed_in(town, "吴副组长").post(f"{door}/review/")
        assert signed_in(town, "郑组长").post(f"{door}/approve/").status_code == 302
        assert signed_in(town, "周主任").post(f"{door}/publish/").status_code == 302

        page = signed_in(town, "何社会").get("/responses/plan/").content.decode()
        assert "柳湾镇舆情应急预案" in page
        assert "第 2 版" in page
