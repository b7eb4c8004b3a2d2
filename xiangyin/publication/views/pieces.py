"""A published paper as parts/statement.html shows it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from xiangyin.organization.models import Jurisdiction
from xiangyin.publication.queries.published import Published, published_one
from xiangyin.shared.web.pieces import Correction, Statement

LEAD_CHARS = 120


def in_the_list(paper: Published, place: Jurisdiction) -> Statement:
    """The beginning of a paper, with the way to its page."""
    url = reverse("publication:statement", args=[place.code, paper.id])
    text = paper.text if len(paper.text) <= LEAD_CHARS else f"{paper.text[:LEAD_CHARS]}……"
    told = _("这份通报已撤回，内容不再有效。") if paper.withdrawn_at else text
    mark = _("（有更正）") if paper.corrected_by else ""
    return Statement(f"{paper.title}{mark}", place.name, paper.issued_at, [told], url=url)


def on_its_page(paper: Published, place: Jurisdiction) -> Statement:
    """The whole paper; what corrects it stands above its text."""
    later = [found for key in paper.corrected_by if (found := published_one(key))]
    corrections = [Correction(found.issued_at, found.text, paper.text) for found in later]
    return Statement(paper.title, place.name, paper.issued_at, paper.text.split("\n"), corrections=corrections)
