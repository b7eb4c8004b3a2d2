"""Every page for every post: who may see it, and that it can be shown at all."""

import pytest
from django.urls import reverse

from tests.people import POSTS, UNIT_PEOPLE
from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Account, Officer, Task
from xiangyin.organization.rules.task import TASK_STEPS
from xiangyin.shared.sealed.models import Look

OFFICE = {name for name in POSTS if name not in ("安安全", "石系统", "齐审计")}
PEOPLE = [*POSTS, *UNIT_PEOPLE]
OPEN_TO_OFFICE = [
    "/events/",
    "/events/lead-times/",
    "/clocks/",
    "/publication/",
    "/intake/call/",
    "/notices/calls/",
    "/items/",
    "/intake/",
]
OPEN_TO_ALL = [
    "/mine/",
    "/duty/",
    "/organization/",
    "/responses/plan/",
    "/help/",
    "/help/style/",
    "/notices/",
    "/sources/",
    "/readiness/",
    "/readiness/scenarios/",
    "/accountability/",
]


@pytest.fixture
def at_screen(client, town):
    """Give the page of a path as the named officer sees it."""

    def page(name: str, path: str, **posted):
        officer = town.officers[name]
        account = officer.account or Account.objects.make(name, "a-long-enough-one")
        Officer.objects.filter(pk=officer.pk).update(account=account)
        officer.account = account
        client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        return client.post(path, posted) if posted else client.get(path)

    return page


@pytest.mark.parametrize("name", PEOPLE)
def test_each_post_sees_its_pages_and_no_others(at_screen, name):
    for path in OPEN_TO_ALL:
        assert at_screen(name, path).status_code == 200, path
    for path in OPEN_TO_OFFICE:
        assert at_screen(name, path).status_code == (200 if name in OFFICE else 403), path
    assert at_screen(name, "/ledger/").status_code == (200 if name in OFFICE | {"齐审计"} else 403)


@pytest.mark.parametrize("name", PEOPLE)
def test_an_event_is_seen_by_the_office_and_by_units_that_have_a_task_in_it(at_screen, town, name):
    event = town.issued(4).event  # blue: nothing is given out by the warning itself
    answers = {"title": "查", "unit_id": str(town.units["D02"].id), "due_at": town.now.replace(hour=20)}
    task = town.open(TASK_STEPS, "assign", Task(event_id=event.id), "周主任", **answers)
    concerned = OFFICE | {"何社会", "吕联络"}

    assert at_screen(name, event.get_absolute_url()).status_code == (200 if name in concerned else 404)
    assert at_screen(name, task.get_absolute_url()).status_code == (200 if name in concerned else 404)


def test_a_unit_sees_the_card_and_not_the_file(at_screen, town):
    event = town.issued(4).event
    answers = {"title": "查", "unit_id": str(town.units["D02"].id), "due_at": town.now.replace(hour=20)}
    town.open(TASK_STEPS, "assign", Task(event_id=event.id), "周主任", **answers)

    seen = at_screen("何社会", event.get_absolute_url()).content.decode()

    assert "本单位的任务" in seen
    assert "校长、镇卫生院均证实" not in seen


def test_the_auditors_look_is_logged(at_screen, town):
    event = town.call()
    at_screen("档案员", event.get_absolute_url())

    assert Look.objects.get().officer.name == "档案员"


def test_contact_data_opens_for_the_caseworker_alone_and_each_look_is_logged(at_screen, town):
    from xiangyin.monitoring.operations.log_call import Caller, log_call
    from xiangyin.shared.steps.command import Command

    caller = Caller(name="某家长", phone="电话在此", demand_kind="help", asked="孩子在哪里")
    said = Command(answers={"title": "来电", "summary": "", "channel": "phone"})
    log_call(caller, actor=town.who("李值班"), command=said, now=town.now)
    demand = Demand.objects.get()
    ids = {"unit_id": str(town.units["D02"].id), "caseworker_id": str(town.officers["吕联络"].id)}
    town.take(DEMAND_STEPS, demand.id, "dispatch", "李值班", **ids)
    door = reverse("monitoring:contact", args=[demand.id])

    for name in ("李值班", "周主任", "何社会", "档案员"):
        assert at_screen(name, door, go="1").status_code == 404
    opened = at_screen("吕联络", door, go="1").content.decode()

    assert "电话在此" in opened
    assert [look.officer.name for look in Look.objects.filter(subject_kind="sealed")] == ["吕联络"]
    assert "电话在此" not in at_screen("李值班", demand.get_absolute_url()).content.decode()


def test_a_step_is_taken_at_the_one_door_and_a_refused_one_says_why(at_screen, town):
    event = town.call()
    door = reverse("web:step", args=["monitoring.event", event.pk, "take"])
    command = "01900000-0000-7000-8000-000000000001"

    refused = at_screen("周主任", door, command=command)
    taken = at_screen("李值班", door, command=command)

    assert refused.status_code == 409
    assert "您的岗位不能办理" in refused.content.decode()
    assert taken.status_code == 302
    assert taken.url == event.get_absolute_url()


def test_a_form_with_a_gap_comes_back_with_what_was_typed(at_screen, town):
    event = town.call()
    town.take(EVENT_STEPS, event.pk, "take", "李值班")
    door = reverse("web:birth", args=["monitoring.event", event.pk, "warning.earlywarning", "propose"])

    gap = at_screen("王监测", door, command="01900000-0000-7000-8000-000000000002", nature="食品安全事故", colour="2")

    assert gap.status_code == 422
    assert "食品安全事故" in gap.content.decode()


def test_a_broken_command_id_is_no_crash(at_screen, town):
    event = town.call()
    door = reverse("web:step", args=["monitoring.event", event.pk, "take"])

    assert at_screen("李值班", door, command="x").status_code == 400


def test_nobody_sees_anything_without_signing_in(client, town):
    event = town.call()

    for path in ("/", "/events/", event.get_absolute_url(), "/ledger/"):
        assert client.get(path).status_code == 302
    assert client.get("/public/").status_code in (200, 302)


def test_after_a_fault_nothing_half_done_stays(at_screen, town, monkeypatch, client):
    from xiangyin.shared.ledger.models import LedgerEntry
    from xiangyin.shared.web import step_views

    event = town.call()
    before = LedgerEntry.objects.count()
    monkeypatch.setattr(step_views, "_onward", lambda *_: 1 / 0)  # the fault comes after the step was taken
    client.raise_request_exception = False
    door = reverse("web:step", args=["monitoring.event", event.pk, "take"])

    broken = at_screen("李值班", door, command="01900000-0000-7000-8000-000000000009")

    assert broken.status_code == 500
    assert "系统出了故障" in broken.content.decode()
    assert LedgerEntry.objects.count() == before
