"""A shift passed on: responsibility moves only when the next officer accepts (3.1.2)."""

import random
from contextlib import suppress

import pytest

from tests.organization.rosters import duty_officer, on_duty, planned
from tests.signed_in import signed_in
from xiangyin.organization.models import Shift
from xiangyin.organization.operations.set_up import appoint
from xiangyin.organization.queries.duty import answering_shift
from xiangyin.organization.rules.shift import SHIFT_STEPS
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError


def responsible() -> str:
    """The name of who answers for the duty now."""
    shift = answering_shift()
    return shift.taken_by.name if shift else ""


def offered(town) -> Shift:
    shift = on_duty(town)
    town.later(12 * 60)
    return town.take(SHIFT_STEPS, shift.pk, "offer", "李值班", remarks="石桥村停水待恢复，已报县水务局。")


class TestHandingOver:
    def test_the_giver_answers_until_the_taker_has_signed(self, town):
        shift = offered(town)
        assert responsible() == "李值班"

        town.later(3)
        town.take(SHIFT_STEPS, shift.pk, "accept", "方值班")
        assert responsible() == "方值班"
        assert answering_shift().taken_at == town.now

    def test_both_signatures_and_the_remarks_stand_in_the_ledger(self, town):
        shift = offered(town)
        town.take(SHIFT_STEPS, shift.pk, "accept", "方值班")

        acts = list(of_subject(shift.pk).filter(action__in=["offer", "accept"]).values_list("action", "officer_name"))
        assert acts == [("offer", "李值班"), ("accept", "方值班")]
        assert of_subject(shift.pk).get(action="offer").changes["remarks"] == "石桥村停水待恢复，已报县水务局。"

    def test_a_hand_over_without_a_word_is_sent_back(self, town):
        shift = on_duty(town)

        with pytest.raises(AnswersInvalidError) as invalid:
            town.take(SHIFT_STEPS, shift.pk, "offer", "李值班")

        assert set(invalid.value.errors) == {"remarks"}

    def test_only_who_has_the_duty_hands_it_over_and_only_the_next_shift_takes_it(self, town):
        shift = on_duty(town)
        duty_officer(town, "路过值班")
        with pytest.raises(StepRefusedError, match="当班的人"):
            town.take(SHIFT_STEPS, shift.pk, "offer", "方值班", remarks="无事")

        town.take(SHIFT_STEPS, shift.pk, "offer", "李值班", remarks="无事")
        with pytest.raises(StepRefusedError, match="不在下一个班次"):
            town.take(SHIFT_STEPS, shift.pk, "accept", "路过值班")
        assert responsible() == "李值班"

    def test_nobody_hands_over_to_oneself(self, town):
        shift = planned(town, "李值班")
        planned(town, "李值班", number=1, second=duty_officer(town, "方值班"))
        town.take(SHIFT_STEPS, shift.pk, "take", "李值班")
        town.take(SHIFT_STEPS, shift.pk, "offer", "李值班", remarks="无事")

        with pytest.raises(StepRefusedError, match="另一人"):
            town.take(SHIFT_STEPS, shift.pk, "accept", "李值班")
        town.take(SHIFT_STEPS, shift.pk, "accept", "方值班")
        assert responsible() == "方值班"

    def test_without_a_next_shift_nobody_can_take_over(self, town):
        shift = planned(town, "李值班")
        town.take(SHIFT_STEPS, shift.pk, "take", "李值班")
        town.take(SHIFT_STEPS, shift.pk, "offer", "李值班", remarks="无事")

        with pytest.raises(StepRefusedError, match="先排班"):
            town.take(SHIFT_STEPS, shift.pk, "accept", duty_officer(town, "方值班"))
        assert responsible() == "李值班"


class TestTheClocks:
    def test_the_shift_is_due_at_its_end_and_the_taker_ten_minutes_after_the_offer(self, town):
        shift = on_duty(town)
        assert still_open().get(kind="shift.hand_over").due_at == shift.ends_at

        town.later(12 * 60)
        town.take(SHIFT_STEPS, shift.pk, "offer", "李值班", remarks="无事")
        assert not still_open().filter(kind="shift.hand_over", subject_id=shift.pk).exists()
        owed = still_open().get(kind="shift.take_over")
        assert (owed.due_at - town.now).total_seconds() == 600
        assert owed.officer == town.officers["方值班"]

    def test_ten_minutes_without_an_answer_call_the_shift_lead(self, town):
        offered(town)
        tick(town.now)
        before = Notice.objects.filter(reason="late", text__startswith="接班").count()
        tick(town.later(10))

        late = Notice.objects.filter(reason="late", text__startswith="接班").values_list("recipient__name", flat=True)
        assert (before, list(late)) == (0, ["韩带班"])

    def test_the_new_shift_starts_its_own_clock(self, town):
        shift = offered(town)
        town.take(SHIFT_STEPS, shift.pk, "accept", "方值班")

        owed = still_open().get(kind="shift.hand_over")
        assert (owed.officer.name, owed.due_at) == ("方值班", answering_shift().ends_at)
        assert Obligation.objects.get(kind="shift.take_over").ending == "done"


class TestRelieving:
    @pytest.mark.parametrize("is_offered", [False, True])
    def test_who_comes_next_takes_the_duty_from_somebody_who_is_gone_and_says_why(self, town, is_offered):
        shift = offered(town) if is_offered else on_duty(town)

        with pytest.raises(AnswersInvalidError):
            town.take(SHIFT_STEPS, shift.pk, "relieve", "方值班")
        town.take(SHIFT_STEPS, shift.pk, "relieve", "方值班", reason="李值班送医")

        assert responsible() == "方值班"
        assert of_subject(shift.pk).get(action="relieve").said["reason"] == "李值班送医"
        assert {each.subject_id for each in still_open().filter(kind__startswith="shift.")} == {answering_shift().pk}

    def test_nobody_else_may(self, town):
        shift = on_duty(town)

        with pytest.raises(StepRefusedError, match="不在下一个班次"):
            town.take(SHIFT_STEPS, shift.pk, "relieve", duty_officer(town, "路过值班"), reason="我来")


class TestTheRoster:
    def test_shifts_do_not_overlap(self, town):
        planned(town, "李值班")
        town.later(60)

        with pytest.raises(AnswersInvalidError) as invalid:
            planned(town, duty_officer(town, "方值班"))
        assert set(invalid.value.errors) == {"starts_at"}

    def test_the_lead_is_another_person_than_the_officer(self, town):
        appoint(town.officers["李值班"], "shift_lead", basis="兼任", now=town.now)

        with pytest.raises(AnswersInvalidError) as invalid:
            planned(town, "李值班", lead="李值班")
        assert set(invalid.value.errors) == {"lead_id"}

    def test_nobody_starts_a_shift_while_another_answers(self, town):
        on_duty(town)
        following = Shift.objects.get(state="planned")

        with pytest.raises(StepRefusedError, match="还在值班"):
            town.take(SHIFT_STEPS, following.pk, "take", "方值班")

    def test_a_shift_is_withdrawn_by_the_director_with_a_reason(self, town):
        on_duty(town)
        following = Shift.objects.get(state="planned")
        withdrawn = town.take(SHIFT_STEPS, following.pk, "withdraw", "周主任", reason="方值班请假")

        assert (withdrawn.state, responsible()) == ("closed", "李值班")


class TestInTheBrowser:
    def test_the_page_tells_who_answers_and_what_the_one_before_left(self, town):
        town.call(title="石桥村停水")
        shift = offered(town)
        page = signed_in(town, "方值班").get("/duty/").content.decode()
        for words in ("现在由 李值班 负责", "石桥村停水待恢复", "接手核实：2026-001 石桥村停水", "接班并签字"):
            assert words in page

        answer = signed_in(town, "方值班").post(f"/steps/organization.shift/{shift.pk}/accept/")
        assert answer.status_code == 302
        page = signed_in(town, "王监测").get("/duty/").content.decode()
        assert "现在由 方值班 负责" in page
        assert "石桥村停水待恢复" in page, "what was handed over can still be read by who took it"


NAMES = ("李值班", "方值班", "袁值班", "韩带班", "周主任", "王监测")
TRIES = ("offer", "offer", "accept", "accept", "accept", "relieve", "take", "withdraw")
SAID = {"remarks": "无事", "reason": "换班"}


def try_something(town, dice: random.Random) -> tuple[str, str]:
    """What was done and by whom; nothing where the regulation refused."""
    shifts = Shift.objects.exclude(state="closed").order_by("starts_at")[:3]
    action, name = dice.choice(TRIES), dice.choice(NAMES)
    with suppress(StepRefusedError):
        town.take(SHIFT_STEPS, dice.choice(shifts).pk, action, name, **SAID)
        return action, name
    return "", ""


@pytest.mark.parametrize("seed", range(4))
def test_at_every_instant_exactly_one_person_answers_and_only_a_signature_moves_the_duty(town, seed):
    dice = random.Random(seed)  # noqa: S311 - dice, no secret
    for name in NAMES[1:3]:
        duty_officer(town, name)
    for number in range(16):
        first, second = dice.sample(NAMES[:3], 2)
        planned(town, first, number=number, second=second)
    answers, moved = "", 0
    while moved < 5:
        town.later(dice.choice([0, 5, 40, 300]))
        action, name = try_something(town, dice)
        # The book: the first to start has it; after that only who accepts or relieves, never who offers.
        if action in ("accept", "relieve", "take"):
            assert action != "take" or not answers
            answers, moved = name, moved + 1
        assert Shift.objects.filter(state__in=["on_duty", "offered_to_next"]).count() == bool(answers)
        assert responsible() == answers
