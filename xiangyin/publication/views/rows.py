"""Papers as rows of a list."""

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.shared.web.pieces import Cell, Column, Row
from xiangyin.shared.web.wording import mode_words


def paper_columns() -> list[Column]:
    return [
        Column(_("公文"), "main"),
        Column(_("级别"), "level"),
        Column(_("状态"), "state"),
        Column(_("起草"), "moment"),
    ]


def paper_row(paper: Document) -> Row:
    return Row(
        [
            Cell(str(paper), url=paper.get_absolute_url(), note=mode_words(paper.mode)),
            Cell(paper.colour),
            Cell(paper.state, label=paper.get_state_display()),
            Cell(paper.drafted_at),
        ]
    )
