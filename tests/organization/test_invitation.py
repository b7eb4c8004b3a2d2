"""Accounts come by invitation: a one-time address from the security administrator, used once by the officer (1.3.5)."""

import re

import pytest

from tests.signed_in import signed_in, visitor
from xiangyin.organization.models import Account, Invitation, Officer
from xiangyin.organization.operations.invite import invite
from xiangyin.organization.operations.set_up import appoint, enrol
from xiangyin.organization.rules.officer import OFFICER_STEPS
from xiangyin.shared.ledger.models import LedgerEntry

GOOD = {"login": "fang", "password": "yi-ge-chang-mima", "again": "yi-ge-chang-mima"}
WEEK_MIN = 7 * 24 * 60


@pytest.fixture
def newcomer(town) -> Officer:
    officer = enrol(town.place, "方值班", now=town.now)
    appoint(officer, "duty_officer", basis="任命", now=town.now)
    town.officers["方值班"] = officer
    return officer


def invited(town, officer: Officer) -> str:
    return invite(officer, actor=town.who("安安全"), now=town.now)


def answer(town, code: str, **more: str):
    return visitor(town).post(f"/invitation/{code}/", **GOOD | more)


class TestInviting:
    def test_the_security_administrator_sees_the_address_once_and_only_its_hash_is_kept(self, town, newcomer):
        page = signed_in(town, "安安全").post(f"/organization/{newcomer.pk}/invite/").content.decode()
        [code] = re.findall(r"/invitation/([\w-]+)/", page)

        assert code not in str(list(Invitation.objects.values()))
        assert code not in signed_in(town, "安安全").get(newcomer.get_absolute_url()).content.decode()
        assert visitor(town).get(f"/invitation/{code}/").status_code == 200
        entry = LedgerEntry.objects.get(action="invite")
        assert (entry.officer_name, entry.post, entry.subject_id) == ("安安全", "security_admin", newcomer.pk)

    @pytest.mark.parametrize("name", ["石系统", "齐审计", "周主任", "李值班"])
    def test_nobody_else_may(self, town, newcomer, name):
        assert "发邀请" not in signed_in(town, name).get(newcomer.get_absolute_url()).content.decode()
        assert signed_in(town, name).post(f"/organization/{newcomer.pk}/invite/").status_code == 404
        assert not Invitation.objects.exists()

    def test_who_has_an_account_is_not_invited_again(self, town, newcomer):
        answer(town, invited(town, newcomer))

        assert signed_in(town, "安安全").post(f"/organization/{newcomer.pk}/invite/").status_code == 404


class TestAccepting:
    def test_the_officer_chooses_login_and_password_and_is_signed_in_with_the_own_posts(self, town, newcomer):
        somebody = visitor(town)
        sent = somebody.post(f"/invitation/{invited(town, newcomer)}/", **GOOD)

        assert (sent.status_code, sent["Location"]) == (302, "/")
        newcomer.refresh_from_db()
        assert newcomer.account.check_password(GOOD["password"])
        assert "值班员" in somebody.get("/mine/").content.decode()

    def test_it_serves_once(self, town, newcomer):
        code = invited(town, newcomer)
        answer(town, code)

        again = answer(town, code, login="another")
        assert again.status_code == 404
        assert "邀请码无效或已过期" in again.content.decode()
        assert not Account.objects.filter(login="another").exists()

    def test_it_serves_for_seven_days(self, town, newcomer):
        code = invited(town, newcomer)
        town.later(WEEK_MIN - 1)
        assert visitor(town).get(f"/invitation/{code}/").status_code == 200
        town.later(1)

        assert answer(town, code).status_code == 404
        assert not Account.objects.filter(login="fang").exists()

    def test_a_new_one_takes_the_force_of_the_one_before(self, town, newcomer):
        first = invited(town, newcomer)
        town.later(1)
        second = invited(town, newcomer)

        assert answer(town, first).status_code == 404
        assert answer(town, second).status_code == 302

    @pytest.mark.parametrize("code", ["x", "AAAAAAAAAAAAAAAAAAAAAAAA"])
    def test_a_wrong_code_opens_nothing(self, town, newcomer, code):
        invited(town, newcomer)

        assert answer(town, code).status_code == 404

    def test_who_left_meanwhile_comes_in_no_more(self, town):
        leaver = enrol(town.place, "过客", now=town.now)
        code = invited(town, leaver)
        town.take(OFFICER_STEPS, leaver.pk, "leave", "安安全", reason="调走")

        assert answer(town, code).status_code == 404
        assert signed_in(town, "安安全").post(f"/organization/{leaver.pk}/invite/").status_code == 404
        assert "发邀请" not in signed_in(town, "安安全").get(leaver.get_absolute_url()).content.decode()

    @pytest.mark.parametrize(
        ("wrong", "why"),
        [
            ({"again": "another-long-one"}, "两次输入不一样"),
            ({"password": "12345678", "again": "12345678"}, "密码"),
            ({"login": "taken"}, "这个账号已有人用"),
        ],
    )
    def test_a_bad_form_is_sent_back_with_the_reason_and_the_code_still_serves(self, town, newcomer, wrong, why):
        Account.objects.make("taken", "yi-ge-chang-mima")
        code = invited(town, newcomer)

        refused = answer(town, code, **wrong)
        assert refused.status_code == 422
        assert why in refused.content.decode()
        assert answer(town, code).status_code == 302
