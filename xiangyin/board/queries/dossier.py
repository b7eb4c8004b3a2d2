"""The parts of an event's dossier, read from their owners."""

from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.documents.queries.documents import documents_of_event
from xiangyin.monitoring.queries.events import demands_of, evidence_of
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.organization.terms import Colour
from xiangyin.shared.web.history import act_name
from xiangyin.shared.web.pieces import Cell, Column, Fact, Row
from xiangyin.warning.queries.warnings import gradings_of, newest


def document_columns() -> list[Column]:
    return [
        Column(_("公文"), "main"),
        Column(_("编号"), phone="hidden"),
        Column(_("状态"), "state"),
        Column(_("时间"), "moment"),
    ]


def document_rows(family: list[UUID]) -> list[Row]:
    """The papers of an event and of those merged into it."""
    return [
        Row(
            [
                Cell(str(paper), url=paper.get_absolute_url()),
                Cell(paper.number or "—"),
                Cell(paper.state, label=paper.get_state_display()),
                Cell(paper.issued_at or paper.drafted_at),
            ]
        )
        for paper in documents_of_event(*family)
    ]


def level_columns() -> list[Column]:
    return [Column(_("时间"), "moment"), Column(_("级别"), "level"), Column(_("由谁")), Column(_("怎么变"), "main")]


def level_rows(event_id: UUID) -> list[Row]:
    """The history of the level: every entry, oldest first."""
    return [
        Row(
            [
                Cell(grading.at),
                Cell(grading.to_colour),
                Cell(grading.officer.name if grading.officer else str(_("系统"))),
                Cell(
                    act_name("warning.earlywarning", grading.action),
                    note=_why(grading.reason, provisional=grading.is_provisional),
                ),
            ]
        )
        for grading in gradings_of(event_id)
    ]


def _why(reason: str, *, provisional: bool) -> str:
    return "　".join(filter(None, (reason, _("待追认") if provisional else "")))


def factor_facts(event_id: UUID) -> list[Fact]:
    """The four factors of the newest warning (3.2)."""
    warning = newest(event_id)
    if warning is None:
        return []
    told = [
        Fact(_("事件级别"), warning.get_grade_display()),
        Fact(_("性质"), warning.nature),
        Fact(_("严重程度"), warning.severity),
        Fact(_("可控性"), warning.controllability),
        Fact(_("影响范围"), warning.reach),
    ]
    machine = [Fact(_("机器建议"), str(Colour(warning.machine_colour).label))] if warning.machine_colour else []
    checked = [Fact(_("核实"), warning.sources)] if warning.sources else []
    return [*told, *machine, *checked]


def item_columns() -> list[Column]:
    return [Column(_("内容"), "main"), Column(_("渠道")), Column(_("时间"), "moment")]


def item_rows(family: list[UUID]) -> list[Row]:
    """The items of an event, with the first characters of the hash that seals each."""
    return [
        Row(
            [
                Cell(kept.item.said, note=f"SHA-256 {kept.text_sha256[:8]}"),
                Cell(kept.item.get_channel_display()),
                Cell(kept.item.published_at),
            ]
        )
        for kept in evidence_of(family)
    ]


def names_of_parts(family: list[UUID]) -> dict[UUID, str]:
    """The tasks, papers and demands of an event, by id, so that the history can say which. Three queries."""
    tasks = {task.id: task.title for task in tasks_of_event(*family)}
    papers = {paper.id: paper.title for paper in documents_of_event(*family)}
    demands = {demand.id: demand.asked[:30] for demand in demands_of(*family)}
    return {**tasks, **papers, **demands}
