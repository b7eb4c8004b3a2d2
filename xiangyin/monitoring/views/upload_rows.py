"""Handed-in files and their rows as lists and facts."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from xiangyin.monitoring.models import RejectedRow, Upload
from xiangyin.monitoring.terms import ADVICE, FileFormat, RowFault
from xiangyin.shared.access.identity import uuid7
from xiangyin.shared.web.pieces import Cell, Column, Fact, Row, Stat

ENCODINGS = {"gb18030": "GB18030（GBK）", "utf-8": "UTF-8", "utf-8-sig": "UTF-8（BOM）"}


def fresh_command() -> str:
    """An id for one wish: the same form sent twice does nothing the second time."""
    return str(uuid7())


def columns() -> list[Column]:
    return [
        Column(_("文件"), "main"), Column(_("状态"), "state"), Column(_("收下"), "number"), Column(_("已经有"), "number", "hidden"),
        Column(_("退回"), "number"), Column(_("上传"), "moment"),
    ]  # fmt: skip


def row(upload: Upload) -> Row:
    return Row(
        [
            Cell(upload.name, url=upload.get_absolute_url(), note=_("历史数据") if upload.is_history else ""),
            Cell(upload.state, label=upload.get_state_display()),
            Cell(upload.taken),
            Cell(upload.known),
            Cell(upload.rejected),
            Cell(upload.received_at),
        ]
    )


def facts(upload: Upload) -> list[Fact]:
    """What the file is, so that somebody who expected another one sees it at once."""
    encoding = str(upload.layout.get("encoding", ""))
    sheet = [Fact(_("工作表"), upload.layout["sheet"])] if upload.format == FileFormat.SHEET else []
    written = [Fact(_("编码"), ENCODINGS.get(encoding, encoding.upper()))] if encoding else []
    return [
        Fact(_("格式"), upload.get_format_display()),
        *sheet,
        *written,
        Fact(_("大小"), filesizeformat(upload.sealed.size)),
        Fact(_("上传"), upload.received_at, "moment"),
        Fact(_("历史数据"), _("是，不启动时限") if upload.is_history else _("按时间判断")),
        *_gone(upload),
        Fact("SHA-256", upload.sealed.sha256[:16] + "…"),
    ]


def _gone(upload: Upload) -> list[Fact]:
    at = upload.sealed.key.destroyed_at
    return [Fact(_("原件已销毁"), at, "moment")] if at else []


def stats(upload: Upload) -> list[Stat]:
    """Every row is in one of the three numbers."""
    damaged = _("其中 %(n)d 行有认不出的字符") % {"n": upload.damaged} if upload.damaged else ""
    return [
        Stat(_("共"), f"{upload.rows:,}", _("行")),
        Stat(_("收下"), f"{upload.taken:,}", _("行"), note=damaged),
        Stat(_("已经有"), f"{upload.known:,}", _("行")),
        Stat(_("退回"), f"{upload.rejected:,}", _("行"), weight="pressing" if upload.rejected else "calm"),
    ]


def faults(upload: Upload) -> list[tuple[str, int, str]]:
    """Why rows were not taken, how many, and what to do; the most frequent first."""
    counted = sorted(upload.faults.items(), key=lambda pair: -pair[1])
    return [(str(RowFault(fault).label), number, str(ADVICE[RowFault(fault)])) for fault, number in counted]


def reject_columns() -> list[Column]:
    return [Column(_("行号"), "number"), Column(_("为什么退回"), "main"), Column(_("问题所在的列"))]


def reject_row(rejected: RejectedRow) -> Row:
    return Row([Cell(rejected.number), Cell(rejected.get_fault_display()), Cell(rejected.column or "—")])
