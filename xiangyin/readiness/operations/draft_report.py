"""The drill's report, drafted from what the ledger showed: a person goes on from there (6.2)."""

from datetime import datetime

from django.utils.translation import gettext as _

from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.documents.terms import DocumentKind
from xiangyin.readiness.models import Drill, Inject
from xiangyin.readiness.queries.drills import findings_of
from xiangyin.readiness.rules.scoring import Score, scores
from xiangyin.readiness.rules.step_words import expectation_words
from xiangyin.shared.steps.take import open_record
from xiangyin.shared.steps.taken import Taken
from xiangyin.shared.web.wording import moment_full, span


def draft_report(taken: Taken) -> None:
    """Open a draft of the evaluation report."""
    drill: Drill = taken.subject
    paper = Document(origin_id=drill.pk, body=report_text(drill, now=taken.now))
    title = _("关于“%(drill)s”的演练评估报告") % {"drill": drill.title[:90]}
    command = taken.consequence("report", kind=DocumentKind.DRILL_REPORT, title=title)
    open_record(DOCUMENT_STEPS, "draft", paper, actor=taken.machine, command=command, now=taken.now)


def report_text(drill: Drill, *, now: datetime) -> str:
    """The text of the draft: facts from the ledger, the evaluator's own words, no judgement of persons."""
    scored = scores(drill, now=now)
    injects = Inject.objects.filter(drill=drill).order_by("number")
    course = "\n".join(_told(inject, scored[inject.pk]) for inject in injects)
    found = "\n".join(f"{n}. {each.what}" for n, each in enumerate(findings_of(drill.pk), start=1))
    times = {"start": moment_full(drill.started_at or now), "end": moment_full(drill.ended_at or now)}
    parts = [
        _("一、时间\n%(start)s 开始，%(end)s 结束。") % times,
        _("二、来电和预期\n%(course)s") % {"course": course},
        _("三、评估\n%(assessment)s") % {"assessment": drill.assessment},
        _("四、问题\n%(found)s") % {"found": found or _("没有列出问题。")},
    ]
    return "\n\n".join(parts)


def _told(inject: Inject, scored: list[Score]) -> str:
    lines = [f"{inject.number}. {inject.title}"]
    lines += [f"　{expectation_words(each.expectation)}：{each.outcome.label}{_took(each)}" for each in scored]
    return "\n".join(lines)


def _took(score: Score) -> str:
    return _("（用了 %(span)s）") % {"span": span(score.took)} if score.took is not None else ""
