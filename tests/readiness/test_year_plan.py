"""The year's plan (6.1): it opens by itself, two persons adopt it, and its end opens the next."""

import pytest

from xiangyin.readiness.models import YearPlan
from xiangyin.readiness.queries.year_plans import year_plan_in_hand
from xiangyin.readiness.rules.year_plan import YEAR_PLAN_STEPS
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.steps.refusals import StepRefusedError

ITEMS = [["值班登记培训", "3月，值班员"], ["学校食堂桌面演练", "9月，全体"]]


def test_a_new_township_owes_its_first_plan_within_thirty_days(town):
    plan = year_plan_in_hand()

    assert (plan.year, plan.state) == (2026, "open")
    owed = still_open().get(subject_id=plan.pk)
    assert (owed.kind, (owed.due_at - town.now).days) == ("year_plan.adopt", 30)


def test_an_empty_plan_is_not_adopted_and_nobody_adopts_the_own_one(town):
    from xiangyin.organization.operations.set_up import appoint

    plan = year_plan_in_hand()
    with pytest.raises(StepRefusedError, match="先写明"):
        town.take(YEAR_PLAN_STEPS, plan.pk, "adopt", "郑组长")
    appoint(town.officers["周主任"], "deputy_head", basis="兼任", now=town.now)
    town.take(YEAR_PLAN_STEPS, plan.pk, "write", "周主任", items=ITEMS)
    with pytest.raises(StepRefusedError, match="另一人"):
        town.take(YEAR_PLAN_STEPS, plan.pk, "adopt", "周主任")

    assert town.take(YEAR_PLAN_STEPS, plan.pk, "adopt", "郑组长").state == "adopted"
    assert still_open().get(subject_id=plan.pk).kind == "year_plan.close"


def test_summing_up_the_year_opens_the_next_plan_and_never_two(town):
    plan = year_plan_in_hand()
    town.take(YEAR_PLAN_STEPS, plan.pk, "write", "周主任", items=ITEMS)
    town.take(YEAR_PLAN_STEPS, plan.pk, "adopt", "郑组长")
    with pytest.raises(StepRefusedError, match="已有一份"):
        town.open(YEAR_PLAN_STEPS, "open", YearPlan(), "周主任")
    town.take(YEAR_PLAN_STEPS, plan.pk, "close", "周主任", summary="培训两次，演练一次；明年增加村级培训。")

    following = year_plan_in_hand()
    assert (following.year, following.state) == (2027, "open")
    assert still_open().filter(subject_id=following.pk, kind="year_plan.adopt").exists()
