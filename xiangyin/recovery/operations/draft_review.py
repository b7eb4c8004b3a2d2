"""The overall review, drafted from the ledger: a person goes on from there (5.2.1)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.documents.terms import DocumentKind
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.events import demands_of
from xiangyin.monitoring.queries.family import family_of
from xiangyin.monitoring.terms import ANSWERED
from xiangyin.recovery.models import Aftermath
from xiangyin.shared.ledger.queries import of_dossier
from xiangyin.shared.obligations.keep import late_min
from xiangyin.shared.obligations.models import Ending, Obligation
from xiangyin.shared.obligations.queries import of_dossier as owed_on
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.wording import moment_full, span


def draft_review(taken: Taken) -> None:
    """Open a draft of the review with the course, the lateness and the demands as the records tell them."""
    aftermath: Aftermath = taken.subject
    event = aftermath.event
    paper = Document(
        event_id=event.id, origin_id=aftermath.id, colour=aftermath.colour, mode=aftermath.mode,
        timeline_id=aftermath.timeline_id, body=review_text(event, aftermath, now=taken.now),
    )  # fmt: skip
    title = _("关于%(event)s的总结评估报告") % {"event": event.title}
    command = taken.consequence(kind=DocumentKind.REVIEW, title=title[:120])
    open_record(DOCUMENT_STEPS, "draft", paper, actor=taken.machine, command=command, now=taken.now)


def review_text(event: Event, aftermath: Aftermath, *, now: datetime) -> str:
    """The text of the draft: only what the records hold; judgement is left to people and said so."""
    family = family_of(event.id)
    parts = [
        _("一、经过\n%(course)s") % {"course": _course(family)},
        _("二、时限\n%(late)s") % {"late": _lateness(family, now)},
        _("三、诉求\n%(demands)s") % {"demands": _demands(family)},
        _("四、损失\n%(losses)s") % {"losses": _losses(aftermath)},
        _("五、做得好的、存在的问题、教训\n（请填写）"),
        _("六、整改措施和预案修订建议\n（请填写）"),
    ]
    return "\n\n".join(parts)


def _course(family: list[UUID]) -> str:
    told = lines(of_dossier(*family))
    return "\n".join(
        f"{moment_full(line.at)}　{line.actor}（{line.post}）{line.act}" for line in told if not line.machine
    )


def _lateness(family: list[UUID], now: datetime) -> str:
    """What was done late, and what has not been done although its time is over: each clock, whoever ended it."""
    owed = [each for event_id in family for each in owed_on(event_id) if each.ending != Ending.DROPPED]
    late = [(each, minutes) for each in owed if (minutes := late_min(each, now=now))]
    return "\n".join(_late_line(each, minutes) for each, minutes in late) or _("各项时限均按时办结。")


def _late_line(owed: Obligation, minutes: int) -> str:
    words = (
        _("%(what)s（%(of)s）：晚 %(span)s") if owed.ended_at else _("%(what)s（%(of)s）：至今没有办，已晚 %(span)s")
    )
    return words % {"what": owed.label, "of": owed.subject_label, "span": span(timedelta(minutes=minutes))}


def _demands(family: list[UUID]) -> str:
    asked = list(demands_of(*family))
    answered = sum(each.state in ANSWERED for each in asked)
    return _("共 %(all)d 项，已答复 %(answered)d 项。") % {"all": len(asked), "answered": answered}


def _losses(aftermath: Aftermath) -> str:
    return "\n".join(f"{what}：{amount} 元" for what, amount in aftermath.losses) or _("未登记损失。")
