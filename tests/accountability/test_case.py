"""A case (7.1): facts from the ledger, told, heard, decided by the body that may, reviewed on request."""

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, transaction

from tests.accountability.opened import (
    CONCERNED,
    DECISION,
    FIRST,
    SECOND,
    SUPERVISOR,
    decided,
    entry,
    heard,
    investigators,
    late_event,
    named,
    opened,
    options,
    told,
)
from tests.readiness.playing import drill_event, started
from xiangyin.accountability.models import Case, LedgerFact
from xiangyin.accountability.queries.cases import facts_of
from xiangyin.accountability.rules.case import CASE_STEPS
from xiangyin.organization.models import Task
from xiangyin.organization.operations.set_up import appoint
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.obligations.queries import still_open
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError


class TestOpening:
    def test_its_facts_are_copies_of_the_ledger_with_number_and_hash(self, town):
        event = late_event(town)
        case = opened(town, event)

        source, fact = entry(event, "issue"), LedgerFact.objects.get(case=case)
        assert (fact.entry_number, fact.entry_hash, fact.at) == (source.number, source.hash, source.at)
        assert (fact.who, fact.what, fact.late_min) == ("周主任", "发布预警", 40)
        assert [each.holds for each in facts_of(case.pk)] == [True]

    def test_nobody_types_a_fact_and_nobody_changes_one(self, town):
        event = late_event(town)
        with pytest.raises(AnswersInvalidError, match="没有这个选项"):
            opened(town, event, entries=["迟报 3 小时"])
        with pytest.raises(AnswersInvalidError, match="必须填写"):
            opened(town, event, entries=[])
        case = opened(town, event)

        for change in (LedgerFact.objects.update, LedgerFact.objects.all().delete):
            with pytest.raises((InternalError, ProgrammingError, IntegrityError)), transaction.atomic():
                change(late_min=999) if change == LedgerFact.objects.update else change()
        assert LedgerFact.objects.get(case=case).late_min == 40

    def test_late_acts_come_first_and_acts_of_the_machine_are_nobody_s(self, town):
        event = late_event(town)
        tick(town.later(200))
        offered = [LedgerEntry.objects.get(pk=pk) for pk in options(Case(about_event=event))]

        late = [bool(each.late_min) for each in offered]
        assert late == sorted(late, reverse=True)
        assert set(late) == {True, False}
        assert all(each.officer_id for each in offered)
        assert {each.pk for each in offered} < {each.pk for each in LedgerEntry.objects.filter(mode="actual")}

    def test_it_concerns_one_person_or_one_unit(self, town):
        event = late_event(town)
        with pytest.raises(AnswersInvalidError, match="也只选一项"):
            opened(town, event, unit_id=str(town.units["D02"].id))
        with pytest.raises(AnswersInvalidError, match="也只选一项"):
            opened(town, event, officer_id="")

    def test_two_different_persons_investigate_and_neither_is_concerned(self, town):
        event = late_event(town)
        first = str(investigators(town) or town.officers[FIRST].id)
        with pytest.raises(AnswersInvalidError, match="两个人"):
            opened(town, event, second_id=first)
        with pytest.raises(AnswersInvalidError, match="请回避"):
            opened(town, event, second_id=str(town.officers[CONCERNED].id))
        unit = {"officer_id": "", "unit_id": str(town.units["D02"].id)}
        with pytest.raises(AnswersInvalidError, match="请回避"):
            opened(town, event, **unit, second_id=str(town.officers["吕联络"].id))

        case = opened(town, event)
        with pytest.raises(IntegrityError, match="two_investigators"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(second=case.officer)

    def test_supervision_alone_opens_one_and_never_of_itself(self, town):
        investigators(town)
        event = late_event(town)
        facts = {"entries": [str(entry(event, "issue").pk)]}
        with pytest.raises(StepRefusedError, match="岗位"):
            town.open(CASE_STEPS, "open", Case(about_event=event), "郑组长", **named(town), **facts)
        with pytest.raises(AnswersInvalidError, match="请回避"):
            opened(town, event, officer_id=str(town.officers[SUPERVISOR].id))

    def test_a_drill_brings_nobody_to_account(self, town):
        started(town)
        event = drill_event()
        town.issued(3, event)

        assert options(Case(about_event=event)) == []
        with pytest.raises(StepRefusedError, match="演练只评流程"):
            opened(town, event)

    def test_a_task_outside_any_event_can_be_its_matter(self, town):
        investigators(town)
        answers = {"title": "报送名单", "unit_id": str(town.units["D02"].id), "due_at": town.now.replace(hour=20)}
        task = town.open(TASK_STEPS, "assign", Task(), "周主任", **answers)
        town.later(60 * 24)
        town.take(TASK_STEPS, task.pk, "acknowledge", "吕联络")
        facts = {"entries": [str(of_subject(task.pk).get(action="acknowledge").pk)]}
        unit = {"officer_id": "", "unit_id": str(town.units["D02"].id)}
        case = town.open(CASE_STEPS, "open", Case(about_task=task), SUPERVISOR, **{**named(town), **unit}, **facts)

        assert case.concerned == "社会事务办公室"
        assert LedgerFact.objects.get(case=case).late_min == 23 * 60


class TestTellingAndHearing:
    def test_only_an_investigator_tells_and_then_the_term_runs(self, town):
        case = opened(town)
        with pytest.raises(StepRefusedError, match="调查人员"):
            town.take(CASE_STEPS, case.pk, "tell", SUPERVISOR, told_how="当面")
        assert not Notice.objects.filter(recipient=town.officers[CONCERNED], is_confined=True).exists()

        case = town.take(CASE_STEPS, case.pk, "tell", SECOND, told_how="当面")
        assert case.statement_due_at == town.now.replace(month=12, day=1)  # five working days after a Tuesday
        owed = still_open().get(subject_id=case.pk)
        assert (owed.kind, owed.officer.name, owed.due_at) == ("case.hear", CONCERNED, case.statement_due_at)
        assert Notice.objects.filter(recipient=town.officers[CONCERNED], is_confined=True).count() == 1

    def test_no_facts_are_added_behind_the_back_of_who_was_told(self, town):
        case = told(town)

        with pytest.raises(StepRefusedError, match="已立案"):
            town.take(CASE_STEPS, case.pk, "add_facts", SUPERVISOR, entries=[str(options(case)[0])])

    def test_the_own_words_are_kept_as_they_were_said(self, town):
        words = "我的电话是 13800000000，\n当天 12 时停电！"
        case = told(town)
        with pytest.raises(StepRefusedError, match="当事人本人"):
            town.take(CASE_STEPS, case.pk, "state", FIRST, statement=words)
        case = town.take(CASE_STEPS, case.pk, "state", CONCERNED, statement=words)

        assert (case.heard, case.statement) == ("own", words)

    def test_investigators_may_write_down_what_was_said_and_the_concerned_may_not_do_it_for_them(self, town):
        case = told(town)
        with pytest.raises(StepRefusedError, match="调查人员"):
            town.take(CASE_STEPS, case.pk, "record_statement", CONCERNED, statement="停电", present="两人")

        assert (
            town.take(CASE_STEPS, case.pk, "record_statement", FIRST, statement="停电", present="两人").heard
            == "recorded"
        )

    def test_to_say_nothing_is_a_right_and_silence_counts_only_after_the_term(self, town):
        case = told(town)
        with pytest.raises(StepRefusedError, match="期限还没有到"):
            town.take(CASE_STEPS, case.pk, "record_silence", FIRST, reason="没有来")
        town.later(8 * 24 * 60)
        assert town.take(CASE_STEPS, case.pk, "record_silence", FIRST, reason="没有来").heard == "lapsed"

    def test_who_declines_is_heard_as_declining(self, town):
        case = told(town)
        with pytest.raises(StepRefusedError, match="当事人本人"):
            town.take(CASE_STEPS, case.pk, "decline", SUPERVISOR)

        assert town.take(CASE_STEPS, case.pk, "decline", CONCERNED).heard == "declined"

    def test_the_lead_of_a_unit_speaks_for_it(self, town):
        unit = {"officer_id": "", "unit_id": str(town.units["D02"].id)}
        case = opened(town, **unit)
        town.take(CASE_STEPS, case.pk, "tell", FIRST, told_how="书面送达")
        with pytest.raises(StepRefusedError, match="当事人本人"):
            town.take(CASE_STEPS, case.pk, "state", "马所长", statement="与我们无关")

        assert town.take(CASE_STEPS, case.pk, "state", "何社会", statement="人手不足").state == "heard"


class TestDeciding:
    def test_nothing_is_decided_before_the_person_was_heard(self, town):
        case = told(town)

        with pytest.raises(StepRefusedError, match="已听取陈述"):
            town.take(CASE_STEPS, case.pk, "decide", SUPERVISOR, **DECISION)

    @pytest.mark.parametrize("missing", ["body", "decision", "decision_basis", "on_statement", "not_heavier"])
    def test_a_decision_names_its_body_its_basis_and_what_became_of_the_statement(self, town, missing):
        case = heard(town)

        with pytest.raises(AnswersInvalidError, match=missing):
            town.take(
                CASE_STEPS,
                case.pk,
                "decide",
                SUPERVISOR,
                **DECISION | {missing: [] if missing == "not_heavier" else ""},
            )

    def test_after_silence_there_is_no_statement_to_answer(self, town):
        case = told(town)
        town.take(CASE_STEPS, case.pk, "decline", CONCERNED)

        assert (
            town.take(CASE_STEPS, case.pk, "decide", SUPERVISOR, **DECISION | {"on_statement": ""}).state == "decided"
        )

    def test_who_investigated_does_not_record_the_decision(self, town):
        appoint(town.officers[SUPERVISOR], "investigator", basis="兼任", now=town.now)
        case = opened(town, investigator_id=str(town.officers[SUPERVISOR].id))
        town.take(CASE_STEPS, case.pk, "tell", SECOND, told_how="当面")
        town.take(CASE_STEPS, case.pk, "decline", CONCERNED)
        answers = DECISION | {"on_statement": ""}
        with pytest.raises(StepRefusedError, match="调查和审理要分开"):
            town.take(CASE_STEPS, case.pk, "decide", SUPERVISOR, **answers)

        assert town.take(CASE_STEPS, case.pk, "decide", "郑组长", **answers).state == "decided"

    def test_no_step_of_the_machine_and_no_choice_of_penalties_exists(self):
        from xiangyin.shared.access.actor import MACHINE_POST

        asks = [ask for row in CASE_STEPS.rows for ask in row.asks]
        assert not [row.action for row in CASE_STEPS.rows if MACHINE_POST in {seat.post for seat in row.posts(Case())}]
        assert {type(ask).__name__ for ask in asks if ask.name in ("decision", "review_outcome", "body")} == {"Text"}


class TestReview:
    def test_the_concerned_may_ask_within_the_term_and_nobody_else(self, town):
        case = decided(town)
        with pytest.raises(StepRefusedError, match="当事人本人"):
            town.take(CASE_STEPS, case.pk, "ask_review", SUPERVISOR, grounds="事实不清")
        town.take(CASE_STEPS, case.pk, "ask_review", CONCERNED, grounds="停电有供电所证明")
        outcome = {
            "review_body": "县纪委监委",
            "review_outcome": "维持。",
            "review_basis": "条例",
            "not_heavier": ["confirmed"],
        }
        with pytest.raises(StepRefusedError):
            town.take(CASE_STEPS, case.pk, "close", SUPERVISOR, paper_place="档案室")
        town.take(CASE_STEPS, case.pk, "review", SUPERVISOR, **outcome)

        assert town.take(CASE_STEPS, case.pk, "close", SUPERVISOR, paper_place="档案室").state == "closed"
        assert not still_open().filter(subject_id=case.pk).exists()

    def test_a_case_is_not_closed_while_a_review_may_still_be_asked(self, town):
        case = decided(town)
        with pytest.raises(StepRefusedError, match="期限还没有过"):
            town.take(CASE_STEPS, case.pk, "close", SUPERVISOR, paper_place="档案室")
        town.later(31 * 24 * 60)
        with pytest.raises(StepRefusedError, match="期限已过"):
            town.take(CASE_STEPS, case.pk, "ask_review", CONCERNED, grounds="迟了")

        assert town.take(CASE_STEPS, case.pk, "close", SUPERVISOR, paper_place="档案室").state == "closed"

    def test_who_accepts_the_decision_need_not_wait(self, town):
        case = decided(town)
        town.take(CASE_STEPS, case.pk, "accept", CONCERNED)
        with pytest.raises(StepRefusedError, match="不申请复审"):
            town.take(CASE_STEPS, case.pk, "ask_review", CONCERNED, grounds="反悔")

        assert town.take(CASE_STEPS, case.pk, "close", SUPERVISOR, paper_place="档案室").state == "closed"

    def test_the_database_lets_nothing_be_decided_unheard(self, town):
        case = told(town)

        with pytest.raises(IntegrityError, match="nothing_is_decided_unheard"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(state="decided", body="x", decision="x", decision_basis="x")


def test_every_open_case_has_a_clock_with_an_owner_at_each_stage(town):
    case = opened(town)
    seen = []
    for action, who, answers in (
        ("tell", FIRST, {"told_how": "当面"}),
        ("decline", CONCERNED, {}),
        ("decide", SUPERVISOR, DECISION),
        ("ask_review", CONCERNED, {"grounds": "不服"}),
    ):
        seen.append(sorted(still_open().filter(subject_id=case.pk).values_list("kind", flat=True)))
        town.take(CASE_STEPS, case.pk, action, who, **answers)
    seen.append(sorted(still_open().filter(subject_id=case.pk).values_list("kind", flat=True)))

    assert seen == [["case.tell"], ["case.hear"], ["case.decide"], ["case.ask_review", "case.close"], ["case.review"]]
