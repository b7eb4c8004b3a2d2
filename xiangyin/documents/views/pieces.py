"""A document as parts/document.html shows it."""

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.documents.queries.documents import signatures_of
from xiangyin.documents.rules.kinds import KINDS
from xiangyin.organization.terms import Post
from xiangyin.shared.web.pieces import Paper, Signature
from xiangyin.shared.web.wording import moment_full


def paper_piece(document: Document, *, organ: str) -> Paper:
    """The paper with its red head where its kind has one, and who stands for which text."""
    kind = KINDS[document.kind]
    body = document.body or _("（还没有正文）")
    return Paper(
        title=document.title, paragraphs=[part for part in body.split("\n") if part.strip()],
        red_head=_("%(organ)s文件") % {"organ": organ} if kind.red_head else "", number=document.number,
        to=document.addressee, organ=organ, date=moment_full(document.issued_at).split(" ")[0] if document.issued_at else "",
        publicity=document.get_publicity_display(), signatures=_signatures(document), digest=document.digest,
        place_of_paper=document.paper_place,
    )  # fmt: skip


def _signatures(document: Document) -> list[Signature]:
    """Those over the text as it stands; an edit has voided the others."""
    return [
        Signature(each.officer.name, str(Post(each.post).label) if each.post in Post else "", each.at, each.get_kind_display())
        for each in signatures_of(document.id)
        if each.digest == document.digest
    ]
