"""Playing the story through the real rule tables: every act is a step of an officer, at its own time."""

from datetime import datetime
from typing import Any

from xiangyin.documents.queries.documents import documents_of_event
from xiangyin.documents.rules.objections import GAP
from xiangyin.launch.demonstration.answers import understood
from xiangyin.launch.demonstration.moments import moment
from xiangyin.launch.demonstration.people import Cast
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.monitoring.queries.events import demands_of
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Task
from xiangyin.organization.queries.officers import holders
from xiangyin.organization.queries.tasks import tasks_of_event
from xiangyin.organization.rules.notice import NOTICE_STEPS
from xiangyin.organization.rules.powers import of_unit
from xiangyin.recovery.queries.aftermaths import newest_aftermath
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.obligations.tick import tick
from xiangyin.shared.outbox.queries import live
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record, take

WORK = {"acknowledge": ("acknowledge",), "finish": ("begin", "submit"), "accept": ("accept",)}
OFFICE = "zhuren"


class Player:
    """Holds the names that the story gives to its records."""

    def __init__(self, cast: Cast, now: datetime) -> None:
        self.cast, self.end, self.named = cast, now, dict[str, Any]()

    def play(self, acts: list[dict[str, Any]]) -> None:
        """Play every act in order. Clocks that fell due in between have rung before each."""
        for act in acts:
            now = moment(act["at"], now=self.end)
            tick(now)
            if "who" in act:
                self._acknowledge(act["who"], now)
            self._one(act, now)

    def _one(self, act: dict[str, Any], now: datetime) -> None:
        for word, play in (
            ("call", self._call), ("step", self._step), ("birth", self._birth), ("tasks", self._tasks),
            ("task", self._task), ("demand", self._demand), ("verify", self._verify),
            ("complete", self._complete),
        ):  # fmt: skip
            if word in act:
                play(act, now)
                return

    def _call(self, act: dict[str, Any], now: datetime) -> None:
        asks, actor = EVENT_STEPS.named("log").asks, self.cast.actor(act["who"], now)
        answers = understood(asks, act["call"], Event(), actor, now=self.end)
        caller = Caller(**act.get("caller", {}))
        self.named[act["as"]] = log_call(caller, actor=actor, command=Command(answers=answers), now=now)

    def _step(self, act: dict[str, Any], now: datetime) -> None:
        self._take(self._record(act["on"]), act["step"], act["who"], act.get("answers", {}), now)

    def _birth(self, act: dict[str, Any], now: datetime) -> None:
        kind, action = act["birth"].split()
        parent, table, actor = self._record(act["of"]), registry.table(kind), self.cast.actor(act["who"], now)
        subject = table.born(parent)
        answers = understood(table.named(action).asks, act["answers"], subject, actor, now=self.end)
        self.named[act["as"]] = open_record(
            table, action, subject, actor=actor, command=Command(answers=answers), now=now
        )

    def _tasks(self, act: dict[str, Any], now: datetime) -> None:
        for task in self._open_tasks(act["tasks"], act["do"]):
            self._work(task, act, now)

    def _task(self, act: dict[str, Any], now: datetime) -> None:
        for task in self._open_tasks(act["task"], act["do"]):
            if self._doer(task, now) == act["who"]:
                self._work(task, act, now)

    def _work(self, task: Task, act: dict[str, Any], now: datetime) -> None:
        who = OFFICE if act["do"] == "accept" else self._doer(task, now)
        for action in WORK[act["do"]]:
            self._take(task, action, who, act.get("answers", {}), now)

    def _open_tasks(self, name: str, do: str) -> list[Task]:
        waiting = {"acknowledge": "assigned", "finish": "acknowledged", "accept": "submitted"}
        return list(tasks_of_event(self.named[name].id).filter(state=waiting[do]))

    def _doer(self, task: Task, now: datetime) -> str:
        return self.cast.login_of(holders(of_unit(task.unit_id), at=now)[0].id)

    def _demand(self, act: dict[str, Any], now: datetime) -> None:
        demand = demands_of(self.named[act["demand"]].id)[0]
        for action, answers in act["steps"]:
            self._take(demand, action, act["who"], answers, now)

    def _verify(self, act: dict[str, Any], now: datetime) -> None:
        for task in tasks_of_event(self.named[act["verify"]].id).filter(kind="rectification", state="accepted"):
            self._take(task, "verify", act["who"], act["answers"], now)

    def _complete(self, act: dict[str, Any], now: datetime) -> None:
        """A person writes what the machine's draft left open, gap by gap."""
        paper = self._record(act["complete"])
        body = paper.body
        for words in act["with"]:
            body = body.replace(GAP, words, 1)
        said = {"title": paper.title, "body": body, "publicity": paper.publicity}
        self._take(paper, "edit", act["who"], said, now)

    def _take(self, record: Any, action: str, who: str, said: dict[str, Any], now: datetime) -> None:
        table, actor = registry.table(kind_of(record)), self.cast.actor(who, now)
        answers = understood(table.named(action).asks, said, record, actor, now=self.end)
        take(table, record.pk, action, actor=actor, command=Command(answers=answers), now=now)

    def _record(self, name: str) -> Any:
        """A record by the story's name for it; an event's aftermath and review need none of their own."""
        if name in self.named:
            self.named[name].refresh_from_db()
            return self.named[name]
        event, part = name.split(".")
        found = newest_aftermath(self.named[event].id) if part == "aftermath" else None
        return found or documents_of_event(self.named[event].id).get(kind=part)

    def _acknowledge(self, who: str, now: datetime) -> None:
        """Whoever acts has read what was sent before."""
        for notice in live(self.cast.officers[who].id, now=now):
            take(NOTICE_STEPS, notice.id, "acknowledge", actor=self.cast.actor(who, now), command=Command(), now=now)
