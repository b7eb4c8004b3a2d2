"""A case of the director who issued a warning late, opened by supervision from the ledger's own entries."""

from uuid import UUID

from tests.people import Town
from xiangyin.accountability.models import Case
from xiangyin.accountability.queries.entries import entry_options
from xiangyin.accountability.rules.case import CASE_STEPS
from xiangyin.monitoring.models import Event
from xiangyin.shared.ledger.models import LedgerEntry

SUPERVISOR, CONCERNED, FIRST, SECOND = "冯督查", "周主任", "褚调查", "沈调查"
DECISION = {
    "body": "县纪委监委派驻组", "decided_how": "on_paper", "decision": "提醒谈话。", "decision_basis": "《乡镇舆情应急管理制度》七",
    "on_statement": "关于停电的说明属实，予以采纳。", "not_heavier": ["confirmed"],
}  # fmt: skip


def investigators(town: Town) -> None:
    from xiangyin.organization.operations.set_up import appoint, enrol

    for name in (FIRST, SECOND):
        if name not in town.officers:
            town.officers[name] = enrol(town.place, name, now=town.now)
            appoint(town.officers[name], "investigator", basis="任命", now=town.now)


def late_event(town: Town) -> Event:
    """An event whose warning was issued 40 minutes late."""
    event = town.call()
    town.later(100)
    town.issued(4, event)
    return event


def entry(event: Event, action: str) -> LedgerEntry:
    return LedgerEntry.objects.get(dossier_id=event.pk, action=action, subject_kind="warning.earlywarning")


def named(town: Town, **more: object) -> dict[str, object]:
    """Answers to the opening step."""
    who = {
        "officer_id": str(town.officers[CONCERNED].id), "investigator_id": str(town.officers[FIRST].id),
        "second_id": str(town.officers[SECOND].id),
    }  # fmt: skip
    return {**who, "issue": "按时发布预警", "basis": "制度 3.3.2", **more}


def opened(town: Town, event: Event | None = None, **more: object) -> Case:
    investigators(town)
    event = event or late_event(town)
    case = Case(about_event=event)
    facts = {"entries": [str(entry(event, "issue").pk)]}
    return town.open(CASE_STEPS, "open", case, SUPERVISOR, **{**named(town), **facts, **more})


def told(town: Town) -> Case:
    case = opened(town)
    return town.take(CASE_STEPS, case.pk, "tell", FIRST, told_how="当面告知，两名调查人员在场")


def heard(town: Town) -> Case:
    case = told(town)
    return town.take(CASE_STEPS, case.pk, "state", CONCERNED, statement="当天 12 时停电，系统打不开。")


def decided(town: Town) -> Case:
    case = heard(town)
    return town.take(CASE_STEPS, case.pk, "decide", SUPERVISOR, **DECISION)


def options(case: Case) -> list[UUID]:
    return [UUID(pk) for pk, _words in entry_options(case, None)]
