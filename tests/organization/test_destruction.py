"""The task to destroy an event's personal data destroys it when it is reported, and lists what went (rights.md 6)."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.monitoring.retained import asked_for
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Event
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.sealed.models import SealedKey
from xiangyin.shared.sealed.store import key_for, seal
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError
from xiangyin.shared.steps.take import open_record


@pytest.fixture
def demand(town):
    return asked_for(town)


@pytest.fixture
def task(town, demand):
    """The task of the demand's event, with the office's unit, acknowledged."""
    return a_task(town, demand.event)


def a_task(town, event: Event, kind: str = "destruction") -> Task:
    said = {"title": "销毁", "unit_id": str(town.units["D01"].id), "due_at": town.now + timedelta(days=3)}
    task = Task(event_id=event.id, kind=kind)
    task = open_record(TASK_STEPS, "assign", task, actor=town.machine(), command=Command(answers=said), now=town.now)
    return town.take(TASK_STEPS, task.id, "acknowledge", "党办员")


def answered(town, demand) -> None:
    town.take(DEMAND_STEPS, demand.id, "answer", "吕联络", answer="孩子在卫生院")


def about_persons(town, event: Event, name: str = "就诊名单.pdf") -> SealedKey:
    """A file that tells of persons, sealed for an event."""
    key = key_for("personal", jurisdiction_id=town.place.id, dossier_id=event.id, now=town.now)
    seal([b"%PDF-"], key=key, name=name, media_type="application/pdf", now=town.now)
    return key


def kept() -> set[str]:
    return set(SealedKey.objects.filter(destroyed_at=None).values_list("purpose", flat=True))


def report(town, task, **more):
    return town.take(TASK_STEPS, task.id, "submit", "党办员", report="纸质登记表已粉碎。", **more)


class TestReporting:
    def test_contact_data_and_files_about_persons_go_and_the_rest_stays(self, town, demand, task):
        answered(town, demand)
        about_persons(town, demand.event)
        key_for("evidence", jurisdiction_id=town.place.id, dossier_id=demand.event_id, now=town.now)
        other = about_persons(town, town.call(title="另一件事"))

        report(town, task)

        assert set(SealedKey.objects.filter(destroyed_at=None).values_list("id", flat=True)) == {
            other.id,
            SealedKey.objects.get(purpose="evidence").id,
        }

    def test_the_ledger_lists_each_key_and_the_page_each_thing(self, town, demand, task):
        answered(town, demand)
        key = about_persons(town, demand.event)
        report(town, task)

        entry = LedgerEntry.objects.get(subject_id=task.id, action="destroy")
        assert {listed[0] for listed in entry.said["destroyed"]} == {
            str(key.id),
            str(SealedKey.objects.get(purpose="contact").id),
        }
        assert LedgerEntry.objects.get(subject_id=task.id, action="submit").officer_name == "党办员"
        page = signed_in(town, "周主任").get(task.get_absolute_url()).content.decode()
        assert "已销毁：材料“就诊名单.pdf”" in page
        assert "已销毁：诉求人联系方式（孩子在哪里）" in page

    def test_what_an_answer_still_needs_is_not_of_it(self, town, demand, task):
        report(town, task)

        assert kept() == {"contact"}
        assert LedgerEntry.objects.get(subject_id=task.id, action="destroy").said.get("destroyed") is None

    def test_keeping_needs_a_written_assessment(self, town, demand, task):
        key = about_persons(town, demand.event)
        with pytest.raises(AnswersInvalidError, match="assessment"):
            report(town, task, kept=[str(key.id)])
        assert SealedKey.objects.get(pk=key.id).destroyed_at is None

        report(town, task, kept=[str(key.id)], assessment="调查要用，依《突发事件应对法》第八十五条，专柜保存。")

        assert SealedKey.objects.get(pk=key.id).destroyed_at is None
        assert "经评估保留：材料“就诊名单.pdf”" in (
            signed_in(town, "周主任").get(task.get_absolute_url()).content.decode()
        )

    def test_what_was_kept_can_go_with_a_later_report(self, town, demand, task):
        key = about_persons(town, demand.event)
        report(town, task, kept=[str(key.id)], assessment="调查要用。")
        town.take(TASK_STEPS, task.id, "return", "周主任", reason="调查已经结束")
        report(town, task)

        assert SealedKey.objects.get(pk=key.id).destroyed_at is not None

    def test_the_file_handed_in_with_the_report_is_not_destroyed_by_it(self, town, demand, task):
        key = about_persons(town, demand.event)
        file = SimpleUploadedFile("销毁清单.pdf", b"%PDF-1", content_type="application/pdf")
        url = reverse("web:step", args=["organization.task", task.pk, "submit"])
        answer = signed_in(town, "党办员").post(url, report="已粉碎", evidence=file, evidence_is_personal="on")
        assert answer.status_code == 302

        assert SealedKey.objects.get(pk=key.id).destroyed_at is not None
        assert SealedKey.objects.get(objects_sealed__name="销毁清单.pdf").destroyed_at is None

    def test_the_data_of_a_merged_event_goes_with_the_surviving_one(self, town, demand):
        survivor = town.call(title="柳湾小学又有学生呕吐")
        key = about_persons(town, demand.event)
        for each in (survivor, demand.event):
            town.take(EVENT_STEPS, each.id, "take", "李值班")
        town.take(EVENT_STEPS, demand.event_id, "merge", "周主任", merged_into_id=str(survivor.id), reason="同一件事")
        report(town, a_task(town, survivor))

        assert SealedKey.objects.get(pk=key.id).destroyed_at is not None

    def test_another_task_s_report_destroys_nothing(self, town, demand):
        answered(town, demand)
        about_persons(town, demand.event)
        task = a_task(town, demand.event, "ordinary")
        report(town, task)

        assert kept() == {"contact", "personal"}
        assert not LedgerEntry.objects.filter(action="destroy").exists()


@pytest.mark.parametrize("action", ["waive", "cancel"])
def test_it_can_neither_be_waived_nor_cancelled(town, task, action):
    with pytest.raises(StepRefusedError, match="不能免办"):
        town.take(TASK_STEPS, task.id, action, "周主任", reason="太忙")


def test_before_the_report_the_page_shows_what_will_go(town, demand, task):
    about_persons(town, demand.event)
    page = signed_in(town, "党办员").get(task.get_absolute_url()).content.decode()

    assert "报结果时销毁" in page
    assert page.count("就诊名单.pdf") == 2  # in the list, and as a choice to keep
    assert "诉求人联系方式" not in page
