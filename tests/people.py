"""A fictional township and its people, by name."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from xiangyin.monitoring.models import Event
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Jurisdiction, Officer, Unit
from xiangyin.organization.operations.set_up import Township, appoint, enrol, set_up
from xiangyin.organization.queries.officers import actor_for
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import Actor, machine
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.table import Steps
from xiangyin.shared.steps.take import open_record, take
from xiangyin.warning.models import EarlyWarning
from xiangyin.warning.queries.warnings import newest
from xiangyin.warning.rules.early_warning import WARNING_STEPS

VILLAGES = (
    {"code": "990101001", "name": "柳湾村", "kind": "村", "aliases": ["柳湾", "柳湾小学"]},
    {"code": "990101002", "name": "石桥村", "kind": "村", "aliases": ["石桥"]},
)
UNITS = (
    {"code": "D01", "name": "党政办公室", "kind": "office", "topics": ["党务政务"]},
    {"code": "D02", "name": "社会事务办公室", "kind": "department", "topics": ["民政", "卫生计生", "教育文体"]},
    {"code": "D03", "name": "派出所", "kind": "department", "topics": ["政法"]},
)
POSTS = {
    "王监测": [Post.MONITOR], "李值班": [Post.DUTY_OFFICER], "韩带班": [Post.SHIFT_LEAD], "陈核实": [Post.VERIFIER],
    "周主任": [Post.OFFICE_DIRECTOR], "吴副组长": [Post.DEPUTY_HEAD], "郑组长": [Post.HEAD], "孙宣传": [Post.PUBLICITY],
    "林宣传": [Post.PUBLICITY], "钱发言": [Post.SPOKESPERSON], "冯督查": [Post.SUPERVISOR], "安安全": [Post.SECURITY_ADMIN],
    "石系统": [Post.SYSTEM_ADMIN], "齐审计": [Post.AUDIT_ADMIN], "档案员": [Post.AUDITOR],
}  # fmt: skip
UNIT_PEOPLE = {
    "何社会": ("D02", Post.UNIT_LEAD),
    "吕联络": ("D02", Post.LIAISON),
    "马所长": ("D03", Post.UNIT_LEAD),
    "党办员": ("D01", Post.LIAISON),
}
FACTORS = {
    "grade": 4, "nature": "食品安全", "severity": "10 名学生呕吐，无危重", "controllability": "已停餐送医",
    "reach": "家长群在传",
}  # fmt: skip


@dataclass
class Town:
    """The township of a test. `now` moves only by `later`."""

    place: Jurisdiction
    now: datetime
    officers: dict[str, Officer] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def who(self, name: str) -> Actor:
        """The named officer, with the posts held now."""
        return actor_for(self.officers[name], at=self.now)

    def machine(self) -> Actor:
        return machine(self.place.id, at=self.now)

    def later(self, minutes: float) -> datetime:
        self.now += timedelta(minutes=minutes)
        return self.now

    def take(self, steps: Steps[Any], pk: UUID, action: str, name: str, /, **answers: Any) -> Any:
        """Let an officer take a step now."""
        return take(steps, pk, action, actor=self.who(name), command=Command(answers=answers), now=self.now)

    def open(self, steps: Steps[Any], action: str, subject: Any, name: str, /, **answers: Any) -> Any:
        """Let an officer create a record now."""
        return open_record(steps, action, subject, actor=self.who(name), command=Command(answers=answers), now=self.now)

    def call(self, name: str = "李值班", title: str = "柳湾小学午餐后多名学生呕吐", **more: Any) -> Event:
        """A call comes in at the desk."""
        answers = {"title": title, "summary": "校医来电", "channel": "phone", **more}
        return log_call(Caller(), actor=self.who(name), command=Command(answers=answers), now=self.now)

    def proposed(self, colour: int, event: Event | None = None) -> EarlyWarning:
        """An event taken, with a level proposed by 王监测."""
        event = event or self.call()
        self.take(EVENT_STEPS, event.id, "take", "李值班")
        event.refresh_from_db()
        subject = EarlyWarning(event=event, mode=event.mode, timeline_id=event.timeline_id)
        return self.open(WARNING_STEPS, "propose", subject, "王监测", colour=colour, **FACTORS)

    def verified(self, colour: int, event: Event | None = None) -> EarlyWarning:
        warning = self.proposed(colour, event)
        return self.take(WARNING_STEPS, warning.id, "verify", "陈核实", **CHECKED)

    def issued(self, colour: int, event: Event | None = None) -> EarlyWarning:
        """A warning in force."""
        warning = self.verified(colour, event)
        return self.take(WARNING_STEPS, warning.id, "issue", "周主任")

    def warning_of(self, event: Event) -> EarlyWarning:
        found = newest(event.id)
        assert found is not None
        return found


CHECKED = {
    "checked": ["source", "place", "people", "repeat", "level"], "sources": "校长、镇卫生院均证实", "sources_found": 2,
}  # fmt: skip


def a_town(now: datetime, *, code: str = "990101", name: str = "柳湾镇") -> Town:
    """Set up a township with everybody in post and the shipped plan in force."""
    place = set_up(Township(name=name, code=code, villages=VILLAGES, units=UNITS), is_demonstration=False, now=now)
    town = Town(place, now)
    with within(place.id):
        town.units = {unit.code: unit for unit in Unit.objects.all()}
        for who, posts in POSTS.items():
            town.officers[who] = enrol(place, who, phone="", now=now)
            for post in posts:
                appoint(town.officers[who], post, basis="任命", now=now)
        for who, (unit, post) in UNIT_PEOPLE.items():
            town.officers[who] = enrol(place, who, now=now)
            appoint(town.officers[who], post, unit=town.units[unit], basis="任命", now=now)
    return town
