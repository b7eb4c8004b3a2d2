"""A command post at the scene: opened and closed by decision, its log in the ledger (4.1.1, 4.1.3, 4.2.4)."""

import re

import pytest

from tests.response.test_chain import ENDED, Task, activated, done
from tests.signed_in import signed_in
from xiangyin.organization.operations.set_up import appoint
from xiangyin.response.models import CommandPost
from xiangyin.response.rules.command_post import COMMAND_POST_STEPS, of_response
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.steps.refusals import StepRefusedError


@pytest.fixture
def opened(town):
    event, response = activated(town)
    appoint(town.officers["韩带班"], "site_commander", basis="现场指挥", now=town.now)
    answers = {"place": "柳湾小学门口", "commander_id": str(town.officers["韩带班"].id)}
    members = [str(town.officers["马所长"].id), str(town.officers["何社会"].id)]
    post = town.open(COMMAND_POST_STEPS, "open", of_response(response), "郑组长", members=members, **answers)
    return event, response, post


def shown(town, name: str, event) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", signed_in(town, name).get(event.get_absolute_url()).content.decode())


def test_a_leader_opens_it_and_nobody_else(town):
    _event, response = activated(town)
    answers = {"place": "校门口", "commander_id": str(town.officers["郑组长"].id)}

    with pytest.raises(StepRefusedError):
        town.open(
            COMMAND_POST_STEPS, "open", of_response(response), "李值班", members=[answers["commander_id"]], **answers
        )


def test_there_is_one_at_a_time(town, opened):
    _event, response, post = opened
    assert of_response(response) is None

    town.take(COMMAND_POST_STEPS, post.pk, "close", "郑组长", reason="家长已散去")

    assert of_response(response) is not None


def test_a_unit_checks_in_from_its_card_of_the_event(town, opened):
    event, _response, post = opened
    url = f"/steps/response.commandpost/{post.pk}/check_in/"
    assert "到场签到" in shown(town, "马所长", event)

    answered = signed_in(town, "马所长").post(url, unit_id=str(town.units["D03"].id), who="民警 4 人")

    assert answered.status_code == 302
    assert LedgerEntry.objects.get(action="check_in").told == {"unit_id": "派出所"}
    assert "民警 4 人" in shown(town, "周主任", event)


def test_who_has_no_part_in_the_event_does_not_find_it(town, opened):
    _event, _response, post = opened
    Task.objects.filter(unit=town.units["D03"]).update(event_id=None)

    assert signed_in(town, "马所长").get(f"/steps/response.commandpost/{post.pk}/check_in/").status_code == 404


def test_mediation_and_key_places_stand_in_the_file(town, opened):
    event, _response, post = opened
    town.take(
        COMMAND_POST_STEPS,
        post.pk,
        "mediate",
        "韩带班",
        parties="家长代表与学校",
        demands="承担诊疗费",
        outcome="学校先行垫付",
    )
    town.take(COMMAND_POST_STEPS, post.pk, "mark_place", "韩带班", key_place="校门口", watch_for="人多拥挤",
              unit_id=str(town.units["D03"].id))  # fmt: skip

    file = shown(town, "王监测", event)

    assert "学校先行垫付" in file
    assert "人多拥挤" in file
    assert "现场指挥 韩带班" in file


def test_it_does_not_outlive_its_response(town, opened):
    event, response, post = opened
    for task in Task.objects.filter(event_id=event.id, is_critical=True):
        done(town, task)

    town.take(RESPONSE_STEPS, response.id, "end", "郑组长", **ENDED)

    assert CommandPost.objects.get(pk=post.pk).state == "closed"
