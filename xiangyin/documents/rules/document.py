"""The life of a paper (process.md 2). The issuer is never its author, and what is issued is what was approved."""

from django.utils.translation import gettext_lazy as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules import objections, stamps
from xiangyin.documents.rules.asked import CONSENT, DRAFTED, EDITED, REASON
from xiangyin.documents.rules.clocks import APPROVE, ISSUE, SUBMIT
from xiangyin.documents.rules.kinds import DRAFTERS, KINDS
from xiangyin.documents.rules.powers import approving, drafting, issuing, reviewing, seen_by
from xiangyin.documents.terms import DocumentState
from xiangyin.organization.rules.powers import LEADERS
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import MACHINE_POST
from xiangyin.shared.obligations.keep import EVERYTHING
from xiangyin.shared.steps.asks import Attachment, Text
from xiangyin.shared.steps.step import Step, posts
from xiangyin.shared.steps.table import Steps

DRAFT, SUBMITTED, RETURNED = DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.RETURNED
APPROVED, ISSUED = DocumentState.APPROVED, DocumentState.ISSUED
IN_WORK = frozenset({DRAFT, SUBMITTED, RETURNED, APPROVED})
AUTHORS = frozenset({"draft", "edit"})

DOCUMENT_STEPS = Steps(
    Document,
    (
        Step(
            action="draft", label=_("起草公文"), posts=posts(*DRAFTERS, MACHINE_POST), target=DRAFT, asks=DRAFTED,
            writes=("kind", "title"), checks=objections.not_a_drafter_of,
            hides=(objections.corrects_what_is_not_out, objections.nothing_to_draft),
            sets=stamps.drafted, starts=(SUBMIT,), clause="2.2.2",
        ),
        Step(
            action="edit", label=_("修改"), posts=drafting, sources=IN_WORK, target=DRAFT, asks=EDITED,
            writes=("title", "addressee", "facts", "body", "publicity", "closed_why"), checks=objections.badly_written,
            refuses=(objections.nobody_else_reviews,),
            sets=stamps.edited, voids=frozenset({"document.approve", "document.issue"}), starts=(SUBMIT,), clause="4.2.1",
            help=_("任何修改都会使已有的审核和批准失效，需要重新送审。"),
        ),
        Step(
            action="submit", label=_("送审"), posts=drafting, sources=frozenset({DRAFT, RETURNED}), target=SUBMITTED,
            refuses=(objections.nothing_written, objections.unfinished),
            stops=frozenset({"document.submit"}), starts=(APPROVE,), clause="2.2.2",
        ),
        Step(
            action="review", label=_("审核通过"), posts=reviewing, sources=frozenset({SUBMITTED}), not_by=AUTHORS,
            hides=(objections.needs_no_review, objections.is_reviewed), sets=stamps.reviewed, clause="4.2.1",
        ),
        Step(
            action="return", label=_("退回修改"), posts=lambda paper: reviewing(paper) | approving(paper),
            sources=frozenset({SUBMITTED, APPROVED}), target=RETURNED, asks=(REASON,), sets=stamps.voided,
            voids=frozenset({"document.approve", "document.issue"}), starts=(SUBMIT,), clause="2.2.2",
        ),
        Step(
            action="approve", label=_("批准"), posts=approving, sources=frozenset({SUBMITTED}), target=APPROVED,
            not_by=AUTHORS, refuses=(objections.not_reviewed,), sets=stamps.approved,
            stops=frozenset({"document.approve"}), starts=(ISSUE,), clause="2.2.2",
        ),
        Step(
            action="issue", label=_("签发"), posts=issuing, sources=frozenset({APPROVED}), target=ISSUED, not_by=AUTHORS,
            asks=(CONSENT,), refuses=(objections.changed_since_approval,), sets=stamps.issued,
            stops=frozenset({"document.issue"}), stops_also=lambda paper: KINDS[paper.kind].fulfils, clause="4.2.1",
        ),
        Step(
            action="file_paper", label=_("登记盖章件"), posts=posts(*DRAFTERS), sources=frozenset({ISSUED}), clause="2.2.2",
            asks=(
                Attachment(name="scan", label=_("盖章扫描件"), required=False),
                Text(name="paper_place", label=_("纸质件存放处"), max_chars=120),
            ),
            writes=("paper_place",),
        ),
        Step(
            action="put_aside", label=_("不再需要"), posts=drafting, sources=IN_WORK, target=DocumentState.WITHDRAWN,
            asks=(REASON,), sets=stamps.ended, voids=frozenset({EVERYTHING}), danger=True, clause="2.2.2",
        ),
        Step(
            action="withdraw", label=_("撤回"), posts=posts(*LEADERS, Post.SPOKESPERSON), sources=frozenset({ISSUED}),
            target=DocumentState.WITHDRAWN, asks=(REASON,), sets=stamps.ended, danger=True, clause="4.2.1",
        ),
    ),
    visible=seen_by,
)  # fmt: skip
