"""Files sealed with steps: listed on the record's page, opened through one door, each look logged."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.accountability.opened import DECISION, SUPERVISOR, heard
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.operations.log_call import Caller, log_call
from xiangyin.organization.models import Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.sealed.models import Look, SealedKey, SealedObject
from xiangyin.shared.sealed.store import destroy
from xiangyin.shared.steps.command import Command

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
PDF = b"%PDF-1.7\n" + b"0" * 3_000_000  # more than one piece of the sealed store


@pytest.fixture
def task(town):
    event = town.issued(2).event
    answers = {"title": "查水源", "unit_id": str(town.units["D02"].id), "due_at": town.now.replace(hour=20)}
    task = town.open(TASK_STEPS, "assign", Task(event_id=event.id), "周主任", **answers)
    return town.take(TASK_STEPS, task.id, "acknowledge", "何社会")


def step_url(record, action: str) -> str:
    return reverse("web:step", args=[record._meta.label_lower, record.pk, action])


def hand_in(town, task, content: bytes, name: str = "现场.png", media_type: str = "image/png", **more) -> str:
    """Report the task with a file; the address at which the file may be opened."""
    file = SimpleUploadedFile(name, content, content_type=media_type)
    answer = signed_in(town, "何社会").post(step_url(task, "submit"), report="已查", evidence=file, **more)
    assert answer.status_code == 302
    return door(task)


def door(record) -> str:
    """The address of the newest file that was handed in with the record's steps."""
    entry = LedgerEntry.objects.filter(subject_id=record.pk).exclude(evidence=[]).latest("number")
    return reverse("web:evidence", args=[entry.pk, entry.evidence[-1]["sealed"]])


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


class TestWhoMayOpen:
    def test_the_task_s_page_lists_the_file_and_opens_it_for_the_office_and_the_own_unit(self, town, task):
        url = hand_in(town, task, PNG)

        for name in ("周主任", "冯督查", "吕联络", "档案员"):
            screen = signed_in(town, name)
            page = screen.get(task.get_absolute_url()).content.decode()
            assert f'<a href="{url}">现场.png</a> <small>5.0' in page
            assert "报结果" in page
            assert body(screen.get(url)) == PNG
        looks = Look.objects.filter(subject_kind="sealed").order_by("at", "id")
        assert [look.officer.name for look in looks] == ["周主任", "冯督查", "吕联络", "档案员"]
        assert {look.why for look in looks} == {"查看材料：现场.png"}

    def test_another_unit_and_the_administrators_find_nothing_there(self, town, task):
        url = hand_in(town, task, PNG)

        for name in ("马所长", "石系统", "安安全", "齐审计"):
            assert signed_in(town, name).get(url).status_code == 404
        assert not Look.objects.filter(subject_kind="sealed").exists()

    def test_the_event_s_file_lists_what_came_with_its_tasks(self, town, task):
        url = hand_in(town, task, PNG)
        event_url = reverse("board:event", args=[task.event_id])

        assert url in signed_in(town, "周主任").get(event_url).content.decode()
        assert url not in signed_in(town, "何社会").get(event_url).content.decode()

    def test_a_decision_on_paper_shows_its_scan(self, town, task):
        scan = SimpleUploadedFile("签字.pdf", PDF, content_type="application/pdf")
        decided = {"decider": str(town.officers["郑组长"].id), "way": "on_paper", "paper": scan, "reason": "另行安排"}
        url = f"{step_url(task, 'waive')}?record=1"
        assert signed_in(town, "李值班").post(url, **decided).status_code == 302

        answer = signed_in(town, "冯督查").get(door(task))

        assert body(answer) == PDF
        assert answer["Content-Type"] == "application/pdf"

    def test_a_case_s_paper_opens_for_its_parties_only_and_with_a_reason(self, town):
        case = heard(town)
        paper = SimpleUploadedFile("决定书.pdf", PDF, content_type="application/pdf")
        answer = signed_in(town, SUPERVISOR).post(step_url(case, "decide"), paper=paper, **DECISION)
        assert answer.status_code == 302
        url = door(case)

        for name in ("李值班", "档案员", "马所长", "石系统"):
            assert signed_in(town, name).get(url).status_code == 404
            assert signed_in(town, name).post(url, why="想看").status_code == 404
        concerned = signed_in(town, "周主任")
        assert url in concerned.get(case.get_absolute_url()).content.decode()
        assert concerned.get(url)["Content-Type"].startswith("text/html")
        assert body(concerned.post(url, why="核对决定")) == PDF

    def test_what_no_step_has_sealed_is_behind_no_door(self, town, task):
        hand_in(town, task, PNG)
        caller = Caller(name="某家长", phone="电话在此", demand_kind="help", asked="孩子在哪里")
        said = Command(answers={"title": "来电", "summary": "", "channel": "phone"})
        log_call(caller, actor=town.who("李值班"), command=said, now=town.now)
        entry = LedgerEntry.objects.exclude(evidence=[]).get()
        url = reverse("web:evidence", args=[entry.pk, Demand.objects.get().contact_id])

        for name in ("周主任", "何社会"):
            assert signed_in(town, name).get(url).status_code == 404

    def test_another_township_finds_nothing_there(self, town, task):
        from tests.people import a_town

        url = hand_in(town, task, PNG)
        other = a_town(town.now, code="990102", name="石岭镇")
        with within(other.place.id):
            assert signed_in(other, "周主任").get(url).status_code == 404


class TestHowItIsShown:
    def test_a_picture_is_shown_in_place_with_a_strict_policy(self, town, task):
        answer = signed_in(town, "周主任").get(hand_in(town, task, PNG))

        assert answer["Content-Type"] == "image/png"
        assert answer["Content-Disposition"].startswith("inline")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, no-store"
        assert int(answer["Content-Length"]) == len(PNG)

    @pytest.mark.parametrize(
        ("content", "name", "claimed"),
        [
            (b"<html><script>alert(1)</script>", "a.html", "text/html"),
            (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "a.svg", "image/svg+xml"),
            (b"<html><script>alert(1)</script>", "a.png", "image/png"),
            (b"PK\x03\x04", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            (b"GIF", "a.gif", "image/gif"),
        ],
    )
    def test_whatever_could_act_goes_to_the_disk_whatever_it_is_called(self, town, task, content, name, claimed):
        answer = signed_in(town, "周主任").get(hand_in(town, task, content, name, claimed))

        assert body(answer) == content
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")

    def test_a_name_keeps_no_number_and_no_sign_that_disguises_its_kind(self, town, task):
        hand_in(town, task, PNG, name="13800138000\u202egnp.exe")

        kept = SealedObject.objects.get(key__purpose="evidence")
        assert "13800138000" not in kept.name
        assert "\u202e" not in kept.name


class TestPersonalData:
    @pytest.fixture
    def url(self, town, task):
        return hand_in(town, task, PNG, name="名单.png", evidence_is_personal="on")

    def test_the_list_says_so_and_the_file_waits_for_a_reason(self, town, task, url):
        screen = signed_in(town, "周主任")

        assert "含个人信息" in screen.get(task.get_absolute_url()).content.decode()
        assert "为什么要看" in screen.get(url).content.decode()
        refused = screen.post(url, why="  ")
        assert refused.status_code == 422
        assert "请写明理由" in refused.content.decode()
        assert not Look.objects.filter(subject_kind="sealed").exists()

    def test_the_reason_is_kept_with_the_look_and_masked(self, town, url):
        answer = signed_in(town, "周主任").post(url, why="核对13800138000的登记")

        assert body(answer) == PNG
        look = Look.objects.get(subject_kind="sealed")
        assert look.why.startswith("核对")
        assert "13800138000" not in look.why

    def test_a_destroyed_file_says_when_and_opens_for_nobody(self, town, task, url):
        destroy(SealedKey.objects.get(purpose="personal"), now=town.later(60))
        screen = signed_in(town, "周主任")

        page = screen.get(task.get_absolute_url()).content.decode()
        assert url not in page
        assert "已销毁，2026年11月24日" in page
        assert screen.post(url, why="核对").status_code == 410


def test_the_same_form_sent_twice_seals_its_file_once(town, task):
    screen, command = signed_in(town, "何社会"), str(uuid4())
    for _ in range(2):
        file = SimpleUploadedFile("现场.png", PNG, content_type="image/png")
        screen.post(step_url(task, "submit"), command=command, report="已查", evidence=file)

    assert SealedObject.objects.filter(key__purpose="evidence").count() == 1
