"""Officers and the posts that they hold for a time; the business never gives itself rights (2.1, 1.3.5)."""

import random
from contextlib import suppress

import pytest

from tests.signed_in import signed_in
from xiangyin.monitoring.rules.event import EVENT_STEPS
from xiangyin.organization.models import Officer, Tenure
from xiangyin.organization.queries.officers import actor_for, unfilled_posts
from xiangyin.organization.rules.officer import OFFICER_STEPS, TENURE_STEPS
from xiangyin.organization.terms import Post
from xiangyin.shared.ledger.queries import of_subject
from xiangyin.shared.steps.refusals import AnswersInvalidError, StepRefusedError

SECURITY = "安安全"
# The regulation once more: an administrator holds this one post and no other, and the auditor does no business.
ALONE = {"system_admin", "security_admin", "audit_admin", "auditor"}


def enrolled(town, name: str = "方值班", by: str = SECURITY) -> Officer:
    officer = town.open(OFFICER_STEPS, "enrol", Officer(), by, name=name, phone="内线 2001")
    town.officers[name] = officer
    return officer


def appointed(town, name: str, post: str, by: str = SECURITY, **more: str) -> Tenure:
    tenure = Tenure(officer_id=town.officers[name].pk)
    return town.open(TENURE_STEPS, "appoint", tenure, by, post=post, **{"basis": "镇党委〔2026〕8 号", **more})


class TestHoldingAPost:
    def test_it_opens_what_belongs_to_it_and_no_more_once_it_ends(self, town):
        first, second = town.call(), town.call(title="另一件")
        enrolled(town)
        with pytest.raises(StepRefusedError, match="岗位"):
            town.take(EVENT_STEPS, first.pk, "take", "方值班")
        tenure = appointed(town, "方值班", "duty_officer")
        town.take(EVENT_STEPS, first.pk, "take", "方值班")

        town.later(60)
        town.take(TENURE_STEPS, tenure.pk, "end", SECURITY, reason="轮换")
        with pytest.raises(StepRefusedError, match="岗位"):
            town.take(EVENT_STEPS, second.pk, "take", "方值班")

    def test_its_history_is_kept_with_basis_reason_and_times(self, town):
        officer, began = enrolled(town), town.now
        tenure = appointed(town, "方值班", "duty_officer")
        town.later(60)
        town.take(TENURE_STEPS, tenure.pk, "end", SECURITY, reason="轮换")

        tenure.refresh_from_db()
        assert (tenure.from_at, tenure.until_at, tenure.basis) == (began, town.now, "镇党委〔2026〕8 号")
        assert actor_for(officer, at=began).posts == {"duty_officer"}
        assert actor_for(officer, at=town.now).posts == frozenset()
        assert list(of_subject(tenure.pk).values_list("action", "officer_name")) == [
            ("appoint", SECURITY),
            ("end", SECURITY),
        ]
        page = signed_in(town, "周主任").get(officer.get_absolute_url()).content.decode()
        for words in ("值班员", "已卸任", "镇党委〔2026〕8 号"):
            assert words in page

    def test_a_post_given_twice_is_refused_before_the_database_has_to(self, town):
        enrolled(town)
        appointed(town, "方值班", "duty_officer")

        with pytest.raises(AnswersInvalidError) as invalid:
            appointed(town, "方值班", "duty_officer")
        assert set(invalid.value.errors) == {"post"}

    def test_somebody_is_the_liaison_of_two_units_but_not_twice_of_one(self, town):
        enrolled(town)
        for code in ("D02", "D03"):
            appointed(town, "方值班", "liaison", unit_id=str(town.units[code].id))

        with pytest.raises(AnswersInvalidError) as invalid:
            appointed(town, "方值班", "liaison", unit_id=str(town.units["D03"].id))
        assert set(invalid.value.errors) == {"unit_id"}

    @pytest.mark.parametrize("post", ["unit_lead", "liaison"])
    def test_a_post_of_a_unit_names_the_unit_and_opens_that_unit_only(self, town, post):
        enrolled(town)
        with pytest.raises(AnswersInvalidError) as invalid:
            appointed(town, "方值班", post)
        assert set(invalid.value.errors) == {"unit_id"}

        appointed(town, "方值班", post, unit_id=str(town.units["D02"].id))
        assert {(seat.post, seat.unit_id) for seat in town.who("方值班").seats} == {(post, town.units["D02"].id)}

    def test_a_post_that_nobody_holds_stands_on_the_page_as_a_gap(self, town):
        assert not unfilled_posts(at=town.now)
        tenure = Tenure.objects.get(post="spokesperson")
        town.take(TENURE_STEPS, tenure.pk, "end", SECURITY, reason="退休")

        assert [gap.post for gap in unfilled_posts(at=town.now)] == ["spokesperson"]
        assert "新闻发言人" in signed_in(town, "周主任").get("/").content.decode()


class TestWhoGivesThem:
    @pytest.mark.parametrize("name", ["郑组长", "周主任", "石系统", "齐审计", "档案员", "李值班"])
    def test_nobody_but_the_security_administrator(self, town, name):
        enrolled(town)

        with pytest.raises(StepRefusedError, match="岗位"):
            enrolled(town, "熟人", by=name)
        with pytest.raises(StepRefusedError, match="岗位"):
            appointed(town, "方值班", "duty_officer", by=name)
        with pytest.raises(StepRefusedError, match="岗位"):
            town.take(TENURE_STEPS, Tenure.objects.get(post="verifier").pk, "end", name, reason="换人")

    def test_and_not_to_oneself(self, town):
        with pytest.raises(StepRefusedError, match="不能给自己任职"):
            appointed(town, SECURITY, "security_admin")
        with pytest.raises(StepRefusedError, match="自己的账号"):
            town.take(OFFICER_STEPS, town.officers[SECURITY].pk, "leave", SECURITY, reason="辞职")

    def test_in_the_browser(self, town):
        door = f"/steps/organization.jurisdiction/{town.place.pk}/new/organization.officer/enrol/"
        assert signed_in(town, SECURITY).post(door, name="方值班", phone="").status_code == 302
        officer = Officer.objects.get(name="方值班")
        door = f"/steps/organization.officer/{officer.pk}/new/organization.tenure/appoint/"
        assert (
            signed_in(town, SECURITY).post(door, post="duty_officer", unit_id="", basis="会议决定").status_code == 302
        )
        assert signed_in(town, "周主任").post(door, post="verifier", unit_id="", basis="我定").status_code == 409

        assert list(officer.tenures.values_list("post", flat=True)) == ["duty_officer"]


class TestWhatDoesNotGoTogether:
    @pytest.mark.parametrize("first", sorted(ALONE))
    @pytest.mark.parametrize("second", ["system_admin", "security_admin", "audit_admin", "auditor", "monitor", "head"])
    def test_an_administrator_and_the_auditor_hold_nothing_beside(self, town, first, second):
        enrolled(town)
        appointed(town, "方值班", first)

        with pytest.raises(AnswersInvalidError) as invalid:
            appointed(town, "方值班", second)
        assert set(invalid.value.errors) == {"post"}

    @pytest.mark.parametrize("seed", range(3))
    def test_whatever_is_given_and_taken_in_whatever_order_it_holds(self, town, seed):
        dice = random.Random(seed)  # noqa: S311 - dice, no secret
        enrolled(town)
        for _ in range(40):
            held = list(Tenure.objects.filter(officer=town.officers["方值班"], state="held"))
            with suppress(StepRefusedError, AnswersInvalidError):
                if held and dice.random() < 0.4:
                    town.take(TENURE_STEPS, dice.choice(held).pk, "end", SECURITY, reason="调整")
                else:
                    appointed(town, "方值班", dice.choice(Post.values), unit_id=str(town.units["D02"].id))
            town.later(1)
            posts = town.who("方值班").posts
            assert len(posts) <= 1 or not posts & ALONE
        assert Tenure.objects.filter(officer=town.officers["方值班"]).count() > 5


class TestLeaving:
    def test_nobody_leaves_with_a_post_in_hand(self, town):
        enrolled(town)
        tenure = appointed(town, "方值班", "duty_officer")
        with pytest.raises(StepRefusedError, match="还有 1 个在任岗位"):
            town.take(OFFICER_STEPS, town.officers["方值班"].pk, "leave", SECURITY, reason="调走")

        town.take(TENURE_STEPS, tenure.pk, "end", SECURITY, reason="调走")
        left = town.take(OFFICER_STEPS, town.officers["方值班"].pk, "leave", SECURITY, reason="调走")
        assert (left.state, left.left_at) == ("left", town.now)

    def test_who_left_is_given_no_post_and_comes_in_no_more(self, town):
        officer = enrolled(town)
        browser = signed_in(town, "方值班")
        assert browser.get("/mine/").status_code == 200
        town.take(OFFICER_STEPS, officer.pk, "leave", SECURITY, reason="调走")

        with pytest.raises(StepRefusedError, match="已离岗"):
            appointed(town, "方值班", "duty_officer")
        refused = browser.get("/mine/")
        assert refused.status_code == 403
        assert "柳湾镇" not in refused.content.decode()

    def test_the_name_stays_on_what_was_done(self, town):
        officer, event = enrolled(town), town.call()
        tenure = appointed(town, "方值班", "duty_officer")
        town.take(EVENT_STEPS, event.pk, "take", "方值班")
        town.take(TENURE_STEPS, tenure.pk, "end", SECURITY, reason="调走")
        town.take(OFFICER_STEPS, officer.pk, "leave", SECURITY, reason="调走")

        assert "方值班" in signed_in(town, "周主任").get(event.get_absolute_url()).content.decode()
        assert "方值班" not in signed_in(town, "周主任").get("/organization/").content.decode()
