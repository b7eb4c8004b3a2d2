"""A demand from its registration to the answer that satisfies, with the clock of its kind (1.1, process.md 7)."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.signed_in import signed_in
from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import still_open, waiting_for
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

LOCAL = ZoneInfo("Asia/Shanghai")
WEEK_MIN = 7 * 24 * 60


def registered(town, kind: str = "complaint") -> Demand:
    event = town.call()
    subject = Demand(event=event, mode=event.mode, timeline_id=event.timeline_id)
    return town.open(DEMAND_STEPS, "register", subject, "李值班", kind=kind, asked="食堂什么时候查清楚")


def take(town, demand: Demand, action: str, name: str, **answers: Any) -> Demand:
    return town.take(DEMAND_STEPS, demand.pk, action, name, **answers)


def dispatched(town, kind: str = "complaint", unit: str = "D02") -> Demand:
    demand = registered(town, kind)
    return take(town, demand, "dispatch", "周主任", unit_id=str(town.units[unit].id))


def answered(town) -> Demand:
    demand = dispatched(town)
    take(town, demand, "begin", "吕联络")
    return take(town, demand, "answer", "吕联络", answer="已查清：送餐车断电，今日起换承运单位。")


def owed() -> Obligation:
    return still_open().get(kind="demand.answer")


def due_at(month: int, day: int, hour: int = 12, minute: int = 5) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LOCAL)


class TestTheClockOfItsKind:
    """Registered on Tuesday 24 November 2026 at 12:05; saturdays and sundays are no working days."""

    @pytest.mark.parametrize(
        ("kind", "due"),
        [
            ("emergency", due_at(11, 24, 14)),
            ("consultation", due_at(11, 25)),
            ("complaint", due_at(12, 1)),
            ("help", due_at(12, 1)),
            ("report", due_at(12, 1)),
            ("suggestion", due_at(12, 1)),
            ("information", due_at(12, 22)),
            ("petition", datetime(2027, 1, 23, 12, 5, tzinfo=LOCAL)),
        ],
    )
    def test_the_kind_decides_when_the_answer_is_due(self, town, kind, due):
        registered(town, kind)

        assert owed().due_at == due

    def test_dispatching_it_late_gives_the_unit_no_more_time(self, town):
        demand = registered(town)
        town.later(2 * 24 * 60)
        take(town, demand, "dispatch", "周主任", unit_id=str(town.units["D02"].id))

        assert owed().due_at == due_at(12, 1)

    def test_a_late_answer_goes_up_the_ladder_and_its_lateness_into_the_ledger(self, town):
        demand = dispatched(town, "emergency")
        tick(town.later(2 * 60 + 20))
        late = Notice.objects.filter(reason="late", text__startswith="答复诉求").values_list(
            "recipient__name", flat=True
        )
        assert set(late) == {"韩带班", "周主任"}

        take(town, demand, "answer", "何社会", answer="人已接到，送医。")
        [line] = [each for each in history(demand) if each.action == "answer"]
        assert line.late_min == 20


def history(demand: Demand) -> list[Any]:
    from xiangyin.shared.ledger.queries import of_subject

    return list(of_subject(demand.pk))


class TestItsCourse:
    def test_from_the_call_to_the_word_of_who_asked(self, town):
        demand = answered(town)
        assert not still_open().filter(kind="demand.answer").exists()
        take(town, demand, "confirm", "李值班", reason="电话回访，满意")

        acts = [(each.action, each.officer_name) for each in history(demand)]
        assert acts == [
            ("register", "李值班"), ("dispatch", "周主任"), ("begin", "吕联络"), ("answer", "吕联络"), ("confirm", "李值班"),
        ]  # fmt: skip
        assert Demand.objects.get().state == "confirmed"

    def test_the_unit_it_is_given_to_owes_the_answer_and_no_other(self, town):
        dispatched(town)

        waiting = {
            name for name in town.officers if "demand.answer" in [each.kind for each in waiting_for(town.who(name))]
        }
        assert waiting == {"何社会", "吕联络"}

    def test_another_unit_neither_sees_nor_answers_it(self, town):
        demand = dispatched(town)

        assert signed_in(town, "马所长").get(demand.get_absolute_url()).status_code == 404
        with pytest.raises(StepRefusedError, match="岗位"):
            take(town, demand, "answer", "马所长", answer="与我所无关")

    def test_nothing_but_words_is_no_answer_and_nobody_confirms_what_was_not_answered(self, town):
        demand = dispatched(town)

        with pytest.raises(AnswersInvalidError):
            take(town, demand, "answer", "何社会", answer="  ")
        with pytest.raises(StepRefusedError):
            take(town, demand, "confirm", "李值班", reason="不再讨论")
        assert owed().kind == "demand.answer"

    def test_who_answered_does_not_confirm(self, town):
        demand = registered(town, "consultation")
        take(town, demand, "answer", "李值班", answer="周三前公布检测结果。")

        with pytest.raises(StepRefusedError, match="另一人"):
            take(town, demand, "confirm", "李值班", reason="满意")
        assert take(town, demand, "confirm", "王监测", reason="满意").state == "confirmed"

    def test_who_is_not_content_is_answered_again_in_a_term_that_begins_then(self, town):
        demand = answered(town)
        town.later(WEEK_MIN)
        take(town, demand, "reopen", "王监测", reason="没有说明赔偿")
        assert owed().due_at == due_at(12, 8)

        take(town, demand, "dispatch", "周主任", unit_id=str(town.units["D01"].id))
        assert owed().due_at == due_at(12, 8)
        assert take(town, demand, "answer", "党办员", answer="赔偿按协议三日内支付。").state == "answered"

    def test_what_another_body_has_to_decide_is_handed_on_with_the_reason(self, town):
        demand = dispatched(town)
        town.take(DEMAND_STEPS, demand.pk, "transfer", "周主任", reason="属县市场监管局，已移送并告知诉求人")

        assert not still_open().filter(kind="demand.answer").exists()


class TestDisputing:
    def test_a_disputed_demand_is_owed_by_the_office_until_it_is_given_to_another(self, town):
        demand = dispatched(town)
        take(town, demand, "dispute", "何社会", reason="食堂由市场监管负责")
        waiting = {
            name for name in town.officers if "demand.answer" in [each.kind for each in waiting_for(town.who(name))]
        }
        assert waiting == {"王监测", "李值班", "周主任"}

        take(town, demand, "dispatch", "周主任", unit_id=str(town.units["D03"].id))
        assert [each.label for each in waiting_for(town.who("马所长"))] == ["答复诉求"]
        assert owed().due_at == due_at(12, 1), "a quarrel about whose it is costs the asker no day"

    def test_a_unit_disputes_once_and_another_unit_has_its_own_turn(self, town):
        demand = dispatched(town)
        take(town, demand, "dispute", "何社会", reason="不是我单位的事")
        take(town, demand, "dispatch", "周主任", unit_id=str(town.units["D03"].id))
        take(town, demand, "dispute", "马所长", reason="也不是我所的事")
        take(town, demand, "dispatch", "周主任", unit_id=str(town.units["D02"].id))

        with pytest.raises(StepRefusedError, match="提过一次异议"):
            take(town, demand, "dispute", "何社会", reason="还是不是")

    def test_it_disputes_within_five_working_days_of_the_dispatch(self, town):
        demand = dispatched(town, "petition")
        town.later(WEEK_MIN)
        town.later(1)

        with pytest.raises(StepRefusedError, match="期限已过"):
            take(town, demand, "dispute", "何社会", reason="刚看到")

    def test_what_was_begun_is_disputed_no_more(self, town):
        demand = dispatched(town)
        take(town, demand, "begin", "吕联络")

        with pytest.raises(StepRefusedError):
            take(town, demand, "dispute", "吕联络", reason="不想办")


class TestInTheBrowser:
    def test_the_unit_answers_and_the_office_confirms_on_the_demand_s_page(self, town):
        demand = dispatched(town)
        url = demand.get_absolute_url()
        page = signed_in(town, "何社会").get(url).content.decode()
        assert "食堂什么时候查清楚" in page
        assert "对派单有异议" in page

        sent = signed_in(town, "何社会").post(
            f"/steps/monitoring.demand/{demand.pk}/answer/", answer="今日起停用送餐车。"
        )
        assert sent.status_code == 302
        page = signed_in(town, "李值班").get(url).content.decode()
        for words in ("今日起停用送餐车。", "诉求人已确认", "诉求人不满意，重新办理"):
            assert words in page
        assert "诉求人已确认" not in signed_in(town, "何社会").get(url).content.decode()
