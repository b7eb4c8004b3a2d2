"""One full chain, written so that it may be played again from its beginning: what was committed is not done twice.

Every command has an id made of what it is about, so a second playing finds the first one's entries in the ledger.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from tests.papers import written_review
from tests.people import CHECKED, FACTORS
from xiangyin.documents.models import Document
from xiangyin.documents.rules.document import DOCUMENT_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Officer, Task, Unit
from xiangyin.organization.queries.officers import actor_for
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.publication.rules.papers import paper_of_event
from xiangyin.recovery.models import Aftermath
from xiangyin.recovery.rules.aftermath import AFTERMATH_STEPS
from xiangyin.response.rules.response import RESPONSE_STEPS, of_event
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.obligations.models import Obligation
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.models import Notice
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record, take
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.rules.early_warning import WARNING_STEPS

NAMES = UUID("01900000-0000-7000-8000-0000000000aa")
UNIT_LEADS = {"D01": "党办员", "D02": "何社会", "D03": "马所长"}


@dataclass
class Hand:
    """Takes one step after another, a minute apart, each in a transaction of its own; the clocks ring in between."""

    place_id: UUID
    now: datetime

    def take(self, steps: Any, pk: UUID, action: str, who: str, **answers: Any) -> Any:
        return self._do(f"{pk} {action}", who, partial(take, steps, pk, action), answers)

    def open(self, steps: Any, action: str, subject: Any, who: str, **answers: Any) -> Any:
        key = f"{steps.kind} {action} {answers.get('kind', '')}"
        return self._do(key, who, partial(open_record, steps, action, subject), answers)

    def call(self) -> Event:
        answers = {"title": "柳湾小学午餐后学生呕吐", "summary": "校医来电", "channel": "phone"}
        caller = Caller(demand_kind="help", asked="派医生", name="校医", phone="内线")
        return self._do("call", "李值班", partial(log_call, caller), answers)

    def _do(self, key: str, who: str, act: Any, answers: dict[str, Any]) -> Any:
        self.now += timedelta(minutes=1)
        tick(self.now)
        with within(self.place_id):
            actor = actor_for(Officer.objects.get(name=who), at=self.now)
            return act(actor=actor, command=Command(id=uuid5(NAMES, key), answers=answers), now=self.now)

    def read(self, rows: Any) -> list[Any]:
        with within(self.place_id):
            return list(rows)


def play(place_id: UUID, start: datetime) -> None:
    """From the call to the closed file."""
    hand = Hand(place_id, start)
    event = hand.call()
    hand.take(EVENT_STEPS, event.pk, "take", "李值班")
    warning = _warn(hand, event)
    response = _respond(hand, event)
    _report(hand, event, "first_report")
    _publish(hand, event)
    _work_off(hand, Task.objects.filter(event_id=event.pk, kind__in=("ordinary", "watch")))
    hand.take(WARNING_STEPS, warning.pk, "report_by_phone", "李值班", answered_by="县值班室", reason="首报")
    criteria = {"met": ["safe", "controlled", "answered", "calm"], "assessment": "均已出院。"}
    hand.take(RESPONSE_STEPS, response.pk, "end", "郑组长", **criteria)
    _close(hand, event)


def _warn(hand: Hand, event: Event) -> EarlyWarning:
    [event] = hand.read(Event.objects.filter(pk=event.pk))
    warning = hand.open(WARNING_STEPS, "propose", EarlyWarning(event=event), "王监测", colour=1, **FACTORS)
    hand.take(WARNING_STEPS, warning.pk, "verify", "陈核实", **CHECKED)
    return hand.take(WARNING_STEPS, warning.pk, "issue", "周主任")


def _respond(hand: Hand, event: Event) -> Any:
    with within(hand.place_id):
        response = of_event(event)
        unit, chief = Unit.objects.get(code="D02"), Officer.objects.get(name="吴副组长")
    ids = {"plan_id": str(response.plan_id), "commander_id": str(chief.id), "lead_unit_id": str(unit.id)}
    return hand.open(RESPONSE_STEPS, "activate", response, "郑组长", **ids)


def _report(hand: Hand, event: Event, kind: str) -> None:
    with within(hand.place_id):
        subject = paper_of_event(event)
    paper = hand.open(DOCUMENT_STEPS, "draft", subject, "李值班", kind=kind, title="关于学生不适的报告")
    hand.take(
        DOCUMENT_STEPS,
        paper.pk,
        "edit",
        "李值班",
        title="关于学生不适的报告",
        body="正在处置。",
        publicity="on_request",
    )
    hand.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
    hand.take(DOCUMENT_STEPS, paper.pk, "approve", "吴副组长")
    hand.take(DOCUMENT_STEPS, paper.pk, "issue", "周主任")


def _publish(hand: Hand, event: Event) -> None:
    with within(hand.place_id):
        subject = paper_of_event(event)
    paper = hand.open(DOCUMENT_STEPS, "draft", subject, "李值班", kind="statement", title="情况通报")
    hand.take(
        DOCUMENT_STEPS, paper.pk, "edit", "李值班", title="情况通报", facts=[["正在调查。", "办公室"]], publicity="open"
    )
    hand.take(DOCUMENT_STEPS, paper.pk, "submit", "李值班")
    hand.take(DOCUMENT_STEPS, paper.pk, "review", "孙宣传")
    hand.take(DOCUMENT_STEPS, paper.pk, "approve", "郑组长")
    hand.take(DOCUMENT_STEPS, paper.pk, "issue", "钱发言", consent="县里同意")


def _work_off(hand: Hand, tasks: Any) -> None:
    for task in hand.read(tasks.select_related("unit").order_by("unit__code", "kind", "title")):
        lead = UNIT_LEADS[task.unit.code]
        hand.take(TASK_STEPS, task.pk, "acknowledge", lead)
        hand.take(TASK_STEPS, task.pk, "submit", lead, report="已办。")
        hand.take(TASK_STEPS, task.pk, "accept", "周主任")


def _close(hand: Hand, event: Event) -> None:
    _work_off(hand, Task.objects.filter(event_id=event.pk).exclude(kind__in=("ordinary", "watch")))
    _report(hand, event, "final_report")
    [after] = hand.read(Aftermath.objects.filter(event_id=event.pk))
    hand.take(AFTERMATH_STEPS, after.pk, "draft_review", "周主任")
    [review] = hand.read(Document.objects.filter(kind="review"))
    hand.take(DOCUMENT_STEPS, review.pk, "edit", "周主任", **written_review(review))
    hand.take(DOCUMENT_STEPS, review.pk, "submit", "周主任")
    hand.take(DOCUMENT_STEPS, review.pk, "approve", "吴副组长")
    hand.take(DOCUMENT_STEPS, review.pk, "issue", "郑组长")
    hand.take(AFTERMATH_STEPS, after.pk, "decide_on_plan", "郑组长", plan_decision="keep", reason="够用")
    hand.take(AFTERMATH_STEPS, after.pk, "summarise", "周主任", summary="已整改。")
    hand.take(AFTERMATH_STEPS, after.pk, "close", "郑组长")


def traces(place_id: UUID) -> dict[str, Counter[Any]]:
    """What a playing leaves behind, counted: acts, clocks, notices. Two playings that end alike leave the same."""
    with within(place_id):
        return {
            "acts": Counter(
                LedgerEntry.objects.exclude(action="ring").values_list("subject_kind", "action", "officer_name")
            ),
            "clocks": Counter(Obligation.objects.values_list("kind", "ending", "rung")),
            "notices": Counter(Notice.objects.values_list("reason", "recipient__name", "rung", "state")),
        }
