"""The terms of a case. Lateness reaches those who owe and nobody else: the ladder of the office is not for this."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.accountability.models import Case
from xiangyin.accountability.rules.parties import concerned_owner
from xiangyin.organization.rules.deadlines import after, due_after
from xiangyin.organization.rules.powers import held_by
from xiangyin.organization.terms import Post
from xiangyin.shared.obligations.keep import Owner
from xiangyin.shared.steps.step import Owed

LADDER = "parties"
SUPERVISION = held_by(Post.SUPERVISOR)
LEADING = held_by(Post.SUPERVISOR, Post.HEAD)  # a supervisor who investigates records no decision


def _investigator(case: Case) -> Owner:
    return Owner(officer_id=case.investigator_id)


def _statement_due(case: Case, now: datetime) -> datetime:
    return case.statement_due_at or now


def _owed(kind: str, label: Any, owner: Callable[[Case], Owner], due: Callable[[Case, datetime], datetime]) -> Owed:
    return Owed(kind=f"case.{kind}", label=label, owner=owner, due=due, clause="7.1", ladder=LADDER)


def _closes(case: Case, now: datetime) -> datetime:
    """After a decision its review may still be asked; after a review it may not."""
    start = now if case.reviewed_at or case.accepted_at else due_after("case_ask_review_days", case, now)
    return due_after("case_close_days", case, start)


TELL = _owed("tell", _("告知当事人事实和依据"), _investigator, after("case_tell_days"))
HEAR = _owed("hear", _("提交陈述、申辩，也可以不陈述"), concerned_owner, _statement_due)
DECIDE = _owed("decide", _("登记有权机关的决定"), LEADING, after("case_decide_days"))
ASK_REVIEW = _owed("ask_review", _("决定已登记，不服可以申请复审"), concerned_owner, after("case_ask_review_days"))
REVIEW = _owed("review", _("登记复审结果"), LEADING, after("case_review_days"))
CLOSE = _owed("close", _("结案归档"), SUPERVISION, _closes)
