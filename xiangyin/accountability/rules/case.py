"""The rule table of a case (7.1): facts from the ledger, told, heard, decided by the body that may, reviewed on request."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.queries.cases import next_number
from xiangyin.accountability.rules import case_asks as asked
from xiangyin.accountability.rules import parties
from xiangyin.accountability.rules.case_clocks import ASK_REVIEW, CLOSE, DECIDE, HEAR, REVIEW, TELL
from xiangyin.accountability.terms import CaseState, Heard
from xiangyin.monitoring.queries.events import Event
from xiangyin.organization.models import Task
from xiangyin.organization.rules.deadlines import due_after
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import Mode
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps

OPENED, TOLD, HEARD = CaseState.OPENED, CaseState.TOLD, CaseState.HEARD
DECIDED, REVIEW_ASKED, REVIEWED = CaseState.DECIDED, CaseState.REVIEW_ASKED, CaseState.REVIEWED
SUPERVISION = posts(Post.SUPERVISOR)
LEADING = posts(Post.SUPERVISOR, Post.HEAD)
HEARS = frozenset({"case.hear"})


def _of_a_drill(case: Case, _actor: Actor) -> str:
    subject = case.about_event or case.about_task
    actual = subject is not None and subject.mode == Mode.ACTUAL
    return "" if actual else str(_("演练只评流程，不问责。"))


def _term_runs(case: Case, actor: Actor) -> str:
    """The time to speak belongs to the person concerned."""
    if case.statement_due_at is not None and actor.at >= case.statement_due_at:
        return ""
    return str(_("陈述期限还没有到。"))


def _may_still_ask(case: Case, actor: Actor) -> str:
    if case.state == REVIEWED or case.accepted_at is not None or case.decided_at is None:
        return ""
    over = actor.at >= due_after("case_ask_review_days", case, case.decided_at)
    return "" if over else str(_("申请复审的期限还没有过，也没有收到当事人不申请的意见。"))


def _too_late_to_ask(case: Case, actor: Actor) -> str:
    late = case.decided_at is not None and actor.at > due_after("case_ask_review_days", case, case.decided_at)
    return str(_("申请复审的期限已过。")) if late else ""


def _accepted(case: Case, _actor: Actor) -> str:
    return str(_("您已表示不申请复审。")) if case.accepted_at is not None else ""


def _opened(case: Case, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"opened_at": now, "number": next_number(case.jurisdiction_id, now=now)}


def _told(case: Case, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"told_at": now, "statement_due_at": due_after("case_statement_workdays", case, now)}


def _heard(how: Heard) -> Any:
    return lambda _case, _actor, now: {"heard": how, "heard_at": now}


def _at(column: str) -> Any:
    return lambda _case, _actor, now: {column: now}


def _of_event(event: Event) -> Case:
    return Case(about_event=event)


def _of_task(task: Task) -> Case:
    return Case(about_task=task)


CASE_STEPS = Steps(
    Case,
    (
        Step(
            action="open", label=_("立案问责"), posts=SUPERVISION, target=OPENED, asks=asked.OPENED,
            checks=asked.one_concerned, hides=(_of_a_drill,), sets=_opened, starts=(TELL,), clause="7.1",
            writes=("officer_id", "unit_id", "issue", "basis", "investigator_id", "second_id"),
            help=_("系统只摆事实，不提出、不评判责任；由有权机关依法决定。"),
        ),
        Step(
            action="add_facts", label=_("补充事实"), posts=SUPERVISION, sources=frozenset({OPENED}), asks=(asked.ENTRIES,),
            hides=(parties.concerned,), clause="7.1",
        ),
        Step(
            action="replace_investigators", label=_("更换调查人员"), posts=LEADING, sources=frozenset({OPENED, TOLD, HEARD}),
            asks=(*asked.INVESTIGATORS, asked.REASON), checks=asked.replaced, hides=(parties.concerned,),
            writes=("investigator_id", "second_id"), clause="7.1", help=_("回避、离岗或者当事人申请回避成立时。"),
        ),
        Step(
            action="tell", label=_("已告知当事人事实和依据"), posts=parties.anyone, sources=frozenset({OPENED}), target=TOLD,
            asks=(Text(name="told_how", label=_("怎么告知的"), max_chars=200, help=_("当面、书面送达；在场的人。")),),
            hides=(parties.not_an_investigator,), writes=("told_how",), sets=_told, stops=frozenset({"case.tell"}),
            starts=(HEAR,), clause="7.1", help=_("从这时起，当事人能看到本案的事实和依据，陈述期限开始计算。"),
        ),
        Step(
            action="state", label=_("提交陈述、申辩"), posts=parties.anyone, sources=frozenset({TOLD}), target=HEARD,
            asks=(asked.STATEMENT,), hides=(parties.not_concerned,), writes=("statement",), sets=_heard(Heard.OWN),
            stops=HEARS, starts=(DECIDE,), clause="7.1", help=_("不会因为陈述、申辩而加重。"),
        ),
        Step(
            action="decline", label=_("不陈述"), posts=parties.anyone, sources=frozenset({TOLD}), target=HEARD,
            hides=(parties.not_concerned,), sets=_heard(Heard.DECLINED), stops=HEARS, starts=(DECIDE,), clause="7.1",
        ),
        Step(
            action="record_statement", label=_("记录当面陈述"), posts=parties.anyone, sources=frozenset({TOLD}), target=HEARD,
            asks=(asked.STATEMENT, Text(name="present", label=_("在场的人"), max_chars=120, masked=False)),
            hides=(parties.not_an_investigator,), writes=("statement",), sets=_heard(Heard.RECORDED), stops=HEARS,
            starts=(DECIDE,), clause="7.1",
        ),
        Step(
            action="record_silence", label=_("期限已过，没有陈述"), posts=parties.anyone, sources=frozenset({TOLD}),
            target=HEARD, asks=(asked.REASON,), hides=(parties.not_an_investigator,), refuses=(_term_runs,),
            sets=_heard(Heard.LAPSED), stops=HEARS, starts=(DECIDE,), clause="7.1",
        ),
        Step(
            action="decide", label=_("登记有权机关的决定"), posts=LEADING, sources=frozenset({HEARD}), target=DECIDED,
            asks=asked.DECISION, hides=(parties.concerned,), refuses=(parties.investigates,), sets=_at("decided_at"),
            writes=("body", "decided_how", "decision", "decision_basis", "on_statement"),
            stops=frozenset({"case.decide"}), starts=(ASK_REVIEW, CLOSE), clause="7.1",
            help=_("决定由有权机关作出；这里只照原文登记。不予追究的决定也在这里登记。"),
        ),
        Step(
            action="accept", label=_("不申请复审"), posts=parties.anyone, sources=frozenset({DECIDED}),
            hides=(parties.not_concerned, _accepted), sets=_at("accepted_at"), stops=frozenset({"case.ask_review"}),
            starts=(CLOSE,), clause="7.1",
        ),
        Step(
            action="ask_review", label=_("申请复审"), posts=parties.anyone, sources=frozenset({DECIDED}), target=REVIEW_ASKED,
            asks=(Text(name="grounds", label=_("申请的理由"), long=True, max_chars=20000, masked=False),),
            hides=(parties.not_concerned, _accepted), refuses=(_too_late_to_ask,), writes=("grounds",),
            sets=_at("review_asked_at"), stops=frozenset({"case.ask_review"}), voids=frozenset({"case.close"}),
            starts=(REVIEW,), clause="7.1", help=_("不会因为申请复审而加重。"),
        ),
        Step(
            action="review", label=_("登记复审结果"), posts=LEADING, sources=frozenset({REVIEW_ASKED}), target=REVIEWED,
            asks=asked.REVIEW, hides=(parties.concerned,), refuses=(parties.investigates,), sets=_at("reviewed_at"),
            writes=("review_body", "review_outcome", "review_basis"), stops=frozenset({"case.review"}), starts=(CLOSE,),
            clause="7.1",
        ),
        Step(
            action="close", label=_("结案归档"), posts=SUPERVISION, sources=frozenset({DECIDED, REVIEWED}),
            target=CaseState.CLOSED, asks=(Text(name="paper_place", label=_("案卷存放处"), max_chars=120),),
            hides=(parties.concerned,), refuses=(_may_still_ask,), writes=("paper_place",), sets=_at("closed_at"),
            stops=frozenset({"case.close"}), voids=frozenset({EVERYTHING}), clause="7.1",
        ),
        Step(
            action="withdraw", label=_("撤销立案"), posts=SUPERVISION, sources=frozenset({OPENED, TOLD, HEARD}),
            target=CaseState.WITHDRAWN, asks=(asked.REASON,), hides=(parties.concerned,), sets=_at("closed_at"),
            voids=frozenset({EVERYTHING}), danger=True, clause="7.1",
        ),
    ),
    visible=parties.sees, born_of={"monitoring.event": _of_event, "organization.task": _of_task},
)  # fmt: skip
