"""The overall review, drafted from the ledger: a person goes on from there (5.2.1)."""

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.documents.terms import DocumentKind
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.queries.events import demands_of
from xiangyin.recovery.models import Aftermath
from xiangyin.shared.ledger.queries import of_dossier
from xiangyin.shared.steps.take import Taken, open_record
from xiangyin.shared.web.history import lines
from xiangyin.shared.web.wording import moment_full, span

ANSWERED = ("answered", "confirmed")


def draft_review(taken: Taken) -> None:
    """Open a draft of the review with the course, the lateness and the demands as the records tell them."""
    aftermath: Aftermath = taken.subject
    event = aftermath.event
    paper = Document(
        event_id=event.id, origin_id=aftermath.id, colour=aftermath.colour, mode=aftermath.mode,
        timeline_id=aftermath.timeline_id, body=review_text(event, aftermath),
    )  # fmt: skip
    title = _("关于%(event)s的总结评估报告") % {"event": event.title}
    command = taken.consequence(kind=DocumentKind.REVIEW, title=title[:120])
    open_record(DOCUMENT_STEPS, "draft", paper, actor=taken.machine, command=command, now=taken.now)


def review_text(event: Event, aftermath: Aftermath) -> str:
    """The text of the draft: only what the records hold; judgement is left to people and said so."""
    parts = [
        _("一、经过\n%(course)s") % {"course": _course(event)},
        _("二、时限\n%(late)s") % {"late": _lateness(event)},
        _("三、诉求\n%(demands)s") % {"demands": _demands(event)},
        _("四、损失\n%(losses)s") % {"losses": _losses(aftermath)},
        _("五、做得好的、存在的问题、教训\n（请填写）"),
        _("六、整改措施和预案修订建议\n（请填写）"),
    ]
    return "\n\n".join(parts)


def _course(event: Event) -> str:
    told = lines(of_dossier(event.id))
    return "\n".join(f"{moment_full(line.at)}　{line.actor}（{line.post}）{line.act}" for line in told if not line.machine)


def _lateness(event: Event) -> str:
    late = [line for line in lines(of_dossier(event.id)) if line.late]
    if not late:
        return _("各环节均按时。")
    return "\n".join(_("%(act)s：晚 %(span)s") % {"act": line.act, "span": span(line.late)} for line in late if line.late)


def _demands(event: Event) -> str:
    asked = list(demands_of(event.id))
    answered = sum(each.state in ANSWERED for each in asked)
    return _("共 %(all)d 项，已答复 %(answered)d 项。") % {"all": len(asked), "answered": answered}


def _losses(aftermath: Aftermath) -> str:
    return "\n".join(f"{what}：{amount} 元" for what, amount in aftermath.losses) or _("未登记损失。")
