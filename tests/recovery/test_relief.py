"""Compensation, relief, condolence, commendation: from the claim to done, or refused (5.1.1, 5.1.2)."""

from typing import Any

import pytest

from tests.recovery.after import stood_down
from tests.signed_in import signed_in
from xiangyin.documents.models import Document
from xiangyin.organization.operations.set_up import appoint
from xiangyin.recovery.models import Aftermath, Relief
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.recovery.rules.relief import RELIEF_STEPS, of_event
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.queries import still_open, waiting_for
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

WEEK_S = 7 * 24 * 3600


def registered(town, after: Aftermath, name: str = "李值班", **more: Any) -> Relief:
    said = {"kind": "compensation", "for_whom": "10 户学生家庭", "what": "医疗费和误工费", "amount_yuan": 12000}
    return town.open(RELIEF_STEPS, "register", of_event(after.event), name, **said | more)


def take(town, relief: Relief, action: str, name: str, **answers: Any) -> Relief:
    return town.take(RELIEF_STEPS, relief.pk, action, name, **answers)


def owed(relief: Relief) -> list[str]:
    return list(still_open().filter(subject_id=relief.pk).values_list("kind", flat=True))


def closing_waits_for(town, after: Aftermath) -> str:
    """What still stands in the way of closing a light aftermath whose summary is written."""
    with pytest.raises(StepRefusedError) as refused:
        town.take(AFTERMATH_STEPS, after.pk, "close", "周主任")
    return str(refused.value)


@pytest.fixture
def light(town) -> Aftermath:
    after = stood_down(town, colour=4)
    return town.take(AFTERMATH_STEPS, after.pk, "summarise", "周主任", summary="牛奶过期，已更换。")


class TestACase:
    def test_from_the_claim_over_the_decision_to_the_payment(self, town):
        relief = registered(town, stood_down(town))
        assert owed(relief) == ["relief.decide"]
        take(town, relief, "decide", "郑组长", basis="侵权责任赔偿协议第 3 条")
        assert owed(relief) == ["relief.carry_out"]
        done = take(town, relief, "carry_out", "周主任", reason="已转账，回单 2 张")

        assert (done.state, done.basis, done.amount_yuan) == ("done", "侵权责任赔偿协议第 3 条", 12000)
        assert owed(relief) == []
        acts = list(of_subject(relief.pk).values_list("action", "officer_name", "clause"))
        assert acts == [
            ("register", "李值班", "5.1.1"),
            ("decide", "郑组长", "5.1.1"),
            ("carry_out", "周主任", "5.1.1"),
        ]

    def test_the_leaders_owe_the_decision_and_the_director_the_payment_a_week_each(self, town):
        relief = registered(town, stood_down(town))
        for kind, people in (("relief.decide", {"郑组长", "吴副组长"}), ("relief.carry_out", {"周主任"})):
            clock = still_open().get(subject_id=relief.pk)
            assert (clock.kind, (clock.due_at - town.now).total_seconds()) == (kind, WEEK_S)
            names = {name for name in town.officers if clock in waiting_for(town.who(name))}
            assert names == people
            if kind == "relief.decide":
                town.later(60)
                take(town, relief, "decide", "吴副组长", basis="镇政府会议纪要")

    @pytest.mark.parametrize("kind", ["condolence", "commendation", "relief", "resettlement"])
    def test_what_costs_nothing_needs_its_basis_as_well(self, town, kind):
        relief = registered(town, stood_down(town), kind=kind, amount_yuan="", for_whom="送医的两位老师")

        with pytest.raises(AnswersInvalidError) as invalid:
            take(town, relief, "decide", "郑组长")
        assert set(invalid.value.errors) == {"basis"}
        assert take(town, relief, "decide", "郑组长", basis="镇党委会议").amount_yuan is None

    @pytest.mark.parametrize("kind", ["condolence", "commendation"])
    def test_the_file_shows_it_with_its_basis(self, town, kind):
        after = stood_down(town)
        relief = registered(town, after, kind=kind, amount_yuan="", for_whom="送医的两位老师", what="上门看望")
        take(town, relief, "decide", "郑组长", basis="镇党委会议 2026 第 9 号")

        shown = signed_in(town, "周主任").get(after.event.get_absolute_url()).content.decode()
        section = shown.partition("<h2>补偿、救助与慰问</h2>")[2].partition("</section>")[0]
        for words in ("上门看望", "镇党委会议 2026 第 9 号"):
            assert words in section

    def test_a_refusal_gives_its_reason_and_is_the_end_of_it(self, town):
        relief = registered(town, stood_down(town))
        with pytest.raises(AnswersInvalidError):
            take(town, relief, "refuse", "郑组长")
        take(town, relief, "refuse", "郑组长", reason="由承运单位赔偿")

        assert owed(relief) == []
        assert of_subject(relief.pk).get(action="refuse").said["reason"] == "由承运单位赔偿"
        with pytest.raises(StepRefusedError):
            take(town, relief, "decide", "吴副组长", basis="再议")


class TestWhoMay:
    def test_it_is_registered_in_the_aftermath_and_not_before(self, town):
        warning = town.issued(3)

        with pytest.raises(StepRefusedError, match="进入善后"):
            town.open(
                RELIEF_STEPS, "register", of_event(warning.event), "李值班", kind="relief", for_whom="5 户", what="安置"
            )

    def test_who_registered_does_not_decide_whatever_the_posts(self, town):
        appoint(town.officers["李值班"], "deputy_head", basis="兼任", now=town.now)
        relief = registered(town, stood_down(town))

        for action, said in (("decide", {"basis": "纪要"}), ("refuse", {"reason": "不符"})):
            with pytest.raises(StepRefusedError, match="另一人"):
                take(town, relief, action, "李值班", **said)

    def test_who_decided_does_not_pay(self, town):
        appoint(town.officers["周主任"], "deputy_head", basis="兼任", now=town.now)
        relief = registered(town, stood_down(town))
        take(town, relief, "decide", "周主任", basis="纪要")

        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, relief, "carry_out", "周主任", reason="已付")

    def test_the_director_decides_nothing(self, town):
        with pytest.raises(StepRefusedError, match="岗位"):
            take(town, registered(town, stood_down(town)), "decide", "周主任", basis="纪要")

    def test_names_and_numbers_of_persons_do_not_stay(self, town):
        relief = registered(town, stood_down(town), what="请联系 13800138000 领取")

        assert "13800138000" not in Relief.objects.get(pk=relief.pk).what


class TestClosing:
    def test_an_event_is_not_closed_over_a_case_that_is_open_and_is_over_one_that_is_done(self, town, light):
        relief = registered(town, light)
        assert "决定（赔偿补偿：10 户学生家庭）" in closing_waits_for(town, light)
        take(town, relief, "decide", "郑组长", basis="赔偿协议")
        assert "落实（赔偿补偿：10 户学生家庭）" in closing_waits_for(town, light)
        take(town, relief, "carry_out", "周主任", reason="已转账")

        assert town.take(AFTERMATH_STEPS, light.pk, "close", "周主任").state == "closed"

    def test_a_refused_case_stands_in_nobody_s_way(self, town, light):
        take(town, registered(town, light), "refuse", "郑组长", reason="不符合条件")

        assert town.take(AFTERMATH_STEPS, light.pk, "close", "周主任").state == "closed"


class TestLosses:
    def test_they_are_whole_amounts_and_stand_in_the_review(self, town):
        after = stood_down(town)
        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(AFTERMATH_STEPS, after.pk, "register_losses", "王监测", losses=[["医疗费", "约八千"]])
        assert "医疗费" in invalid.value.errors["losses"]

        losses = [["医疗费", "8000"], ["停餐退费", "1200"]]
        town.take(AFTERMATH_STEPS, after.pk, "register_losses", "王监测", losses=losses)
        town.take(AFTERMATH_STEPS, after.pk, "draft_review", "周主任")

        assert (
            "医疗费 8000 元；停餐退费 1200 元"
            in signed_in(town, "周主任").get(after.get_absolute_url()).content.decode()
        )
        review = Document.objects.get(kind="review").body
        assert "医疗费：8000 元\n停餐退费：1200 元" in review
