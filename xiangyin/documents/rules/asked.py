"""What is asked of who drafts, edits and issues a paper."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.kinds import KINDS
from xiangyin.documents.terms import DocumentKind, Publicity
from xiangyin.organization.queries.figures import figure
from xiangyin.organization.queries.officers import officer_options
from xiangyin.organization.rules.deadlines import GRAVE
from xiangyin.shared.access.actor import MACHINE_POST, Actor
from xiangyin.shared.steps.asks import Choice, Pairs, Text, among

REASON = Text(name="reason", label=_("理由"))


def _kinds(paper: Document, actor: Actor) -> list[tuple[str, str]]:
    """The kinds that the officer may draft here; the machine drafts for those whose turn it is."""
    kinds = [kind for kind in DocumentKind if may_draft(kind, actor) and somebody_else_reviews(kind, actor)]
    if MACHINE_POST not in actor.posts:
        kinds = [kind for kind in kinds if _fits(kind, paper)]
    return [(kind.value, str(kind.label)) for kind in kinds]


def _fits(kind: DocumentKind, paper: Document) -> bool:
    """Whether the kind goes with what the paper is about: a correction, a day, or an event; a drill's is the machine's."""
    if paper.corrects_id or kind == DocumentKind.CORRECTION:
        return bool(paper.corrects_id) and kind == DocumentKind.CORRECTION
    return kind != DocumentKind.DRILL_REPORT and (kind == DocumentKind.BULLETIN) == (paper.event_id is None)


def may_draft(kind: str, actor: Actor) -> bool:
    return MACHINE_POST in actor.posts or bool(actor.posts & set(KINDS[kind].drafters))


def somebody_else_reviews(kind: str, actor: Actor) -> bool:
    """Who writes may not review (2.2.2): where only the writer could, the paper would stand still at once."""
    reviewers = KINDS[kind].reviewers
    if not reviewers or not actor.posts & set(reviewers):
        return True
    return any(officer != str(actor.officer_id) for officer, _name in officer_options(*reviewers))


def kinds_here(paper: Document, actor: Actor) -> bool:
    return bool(_kinds(paper, actor))


def _sourced(paper: Any) -> bool:
    return KINDS[paper.kind].sourced


def _free(paper: Any) -> bool:
    return not KINDS[paper.kind].sourced


def _needs_consent(paper: Any) -> bool:
    grave = KINDS[paper.kind].public and paper.colour in GRAVE
    return grave and bool(figure("county_consent", jurisdiction_id=paper.jurisdiction_id))


DRAFTED = (
    Choice(name="kind", label=_("种类"), options=_kinds),
    Text(name="title", label=_("标题"), max_chars=120),
)
EDITED = (
    Text(name="title", label=_("标题"), max_chars=120),
    Text(name="addressee", label=_("主送"), max_chars=120, required=False),
    Pairs(
        name="facts", label=_("事实单"), left=_("写进通报的一句话"), right=_("这句话的来源"), needed=_sourced,
        help=_("通报由这些句子组成，每句都要有来源。没查清的照实写“正在调查”。"),
    ),
    Text(name="body", label=_("正文"), long=True, max_chars=20000, needed=_free),
    Choice(name="publicity", label=_("公开属性"), options=among(Publicity.choices)),
    Text(name="closed_why", label=_("不予公开的理由"), max_chars=200, required=False),
)  # fmt: skip
CONSENT = Text(
    name="consent",
    label=_("县里的意见"),
    needed=_needs_consent,
    help=_("红色、橙色通报发布前：向谁请示，几时，怎么答复。"),
)
