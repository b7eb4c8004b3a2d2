"""What stands in the way of a step on a paper."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.asked import kinds_here, may_draft, somebody_else_reviews
from xiangyin.documents.rules.kinds import KINDS
from xiangyin.documents.rules.secrets import secrecy_mark
from xiangyin.documents.terms import DocumentState, Publicity
from xiangyin.shared.access.actor import Actor

ALONE = _("动笔的人不能再审核，而本镇只有您一位审核人。请由值班员或办公室动笔，您来审核。")


def not_a_drafter_of(_paper: Document, answers: Mapping[str, Any], actor: Actor) -> dict[str, str]:
    if not may_draft(answers["kind"], actor):
        return {"kind": str(_("您的岗位不起草这种公文。"))}
    return {} if somebody_else_reviews(answers["kind"], actor) else {"kind": str(ALONE)}


def nobody_else_reviews(paper: Document, actor: Actor) -> str:
    return "" if somebody_else_reviews(paper.kind, actor) else str(ALONE)


def nothing_to_draft(paper: Document, actor: Actor) -> str:
    return "" if kinds_here(paper, actor) else str(ALONE)


def corrects_what_is_not_out(paper: Document, _actor: Actor) -> str:
    out = paper.corrects is None or (paper.corrects.state == DocumentState.ISSUED and KINDS[paper.corrects.kind].public)
    return "" if out else str(_("只有已经公开发布的通报才需要更正。"))


def badly_written(_paper: Document, answers: Mapping[str, Any], _actor: Actor) -> dict[str, str]:
    errors = {}
    if answers["publicity"] == Publicity.CLOSED and not answers["closed_why"]:
        errors["closed_why"] = str(_("不予公开须写明理由。"))
    for name in ("title", "body", "facts"):
        if mark := secrecy_mark(str(answers.get(name, ""))):
            errors[name] = str(
                _("文中有密级标志“%(mark)s”：涉密内容不得进入本系统，请按保密规定办理。") % {"mark": mark}
            )
    return errors


def nothing_written(paper: Document, _actor: Actor) -> str:
    return "" if paper.body.strip() else str(_("还没有正文，请先“修改”。"))


GAP = "（请填写）"  # where a draft of the machine leaves judgement to people


def unfinished(paper: Document, _actor: Actor) -> str:
    return str(_("文中还有“请填写”的地方，请先“修改”写完。")) if GAP in paper.body else ""


def needs_no_review(paper: Document, _actor: Actor) -> str:
    return "" if KINDS[paper.kind].reviewers else str(_("这种公文不需要单独审核。"))


def is_reviewed(paper: Document, _actor: Actor) -> str:
    return str(_("已审核。")) if paper.reviewed_digest == paper.digest else ""


def not_reviewed(paper: Document, _actor: Actor) -> str:
    if not KINDS[paper.kind].reviewers or paper.reviewed_digest == paper.digest:
        return ""
    return str(_("宣传审核人还没有审核这一稿。"))


def changed_since_approval(paper: Document, _actor: Actor) -> str:
    return "" if paper.approved_digest == paper.digest_now() else str(_("批准之后文字有变动，须重新送审。"))
