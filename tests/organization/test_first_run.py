"""The first page of an empty installation: one code, one township, three administrators (2.1)."""

import re
from types import SimpleNamespace

import pytest

from tests.conftest import NOON
from tests.signed_in import SignedIn, visitor
from xiangyin.organization.models import Account, Jurisdiction, Tenure, Unit, Village
from xiangyin.organization.operations.first_run import _file, is_the_code, new_code
from xiangyin.response.queries.plans import plan_in_force
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.verify import verify

TYPED = {
    "place": "清溪镇", "code": "990202", "parents": "江南省 白石市", "villages": "柳湾村，柳湾\n河街社区",
    "units": "党政办公室，党务政务\n派出所，政法", "system": "石系统", "login": "shi", "password": "yi-ge-chang-mima",
    "again": "yi-ge-chang-mima", "security": "安安全", "audit": "齐审计",
}  # fmt: skip


@pytest.fixture
def somebody(db):
    """Whoever sits before the empty installation; the code's file is gone afterwards."""
    yield visitor(SimpleNamespace(now=NOON))
    _file().unlink(missing_ok=True)


@pytest.fixture
def set_up(somebody: SignedIn, django_capture_on_commit_callbacks):
    """Send the page with a code; what follows the commit happens, as it would."""

    def send(one_time: str, /, **more: str):
        with django_capture_on_commit_callbacks(execute=True):
            return somebody.post(f"/first-run/{one_time}/", **TYPED | more)

    return send


def founded() -> Jurisdiction:
    return Jurisdiction.objects.get(code="990202")


class TestTheCode:
    def test_it_opens_the_page_and_without_it_there_is_none(self, somebody):
        assert somebody.get("/first-run/anything/").status_code == 404
        code = new_code()

        assert somebody.get(f"/first-run/{code}/").status_code == 200
        assert somebody.get(f"/first-run/{code}x/").status_code == 404

    def test_it_serves_once(self, somebody, set_up):
        code = new_code()
        assert set_up(code).status_code == 200

        assert somebody.get(f"/first-run/{code}/").status_code == 404
        assert set_up(code, code="990203", place="石桥镇").status_code == 404
        assert Jurisdiction.objects.count() == 1

    def test_a_newer_one_takes_the_force_of_the_one_before(self, somebody):
        first, second = new_code(), new_code()

        assert somebody.get(f"/first-run/{first}/").status_code == 404
        assert somebody.get(f"/first-run/{second}/").status_code == 200

    def test_only_its_hash_is_kept_in_a_folder_of_the_owner(self, somebody):
        code = new_code()

        assert code not in _file().read_text()
        assert not is_the_code(_file().read_text()), "whoever reads the file cannot use what stands in it"


class TestTheTownship:
    def test_it_stands_with_villages_units_plan_and_a_ledger_that_holds(self, set_up):
        set_up(new_code())

        place = founded()
        assert (place.name, place.parents, place.is_demonstration) == ("清溪镇", ["江南省", "白石市"], False)
        with within(place.id):
            assert list(Village.objects.order_by("code").values_list("name", "kind", "aliases")) == [
                ("柳湾村", "村", ["柳湾"]),
                ("河街社区", "社区", []),
            ]
            assert list(Unit.objects.order_by("code").values_list("name", "kind")) == [
                ("党政办公室", "office"),
                ("派出所", "department"),
            ]
            assert plan_in_force().version == 1
            assert verify(place.id).broken_at is None

    def test_three_persons_hold_the_three_administrators_posts_and_none_holds_two(self, set_up):
        set_up(new_code())

        with within(founded().id):
            held = set(Tenure.objects.values_list("officer__name", "post"))
        assert held == {("石系统", "system_admin"), ("安安全", "security_admin"), ("齐审计", "audit_admin")}

    def test_who_set_it_up_is_signed_in_and_the_two_others_come_in_by_their_invitations(self, somebody, set_up):
        page = set_up(new_code()).content.decode()
        assert "系统管理员" in somebody.get("/mine/").content.decode()

        codes = re.findall(r"/invitation/([\w-]+)/", page)
        assert len(set(codes)) == 2
        for code, login, post in zip(codes, ("an", "qi"), ("安全管理员", "审计管理员"), strict=True):
            other = visitor(somebody.town)
            assert other.post(f"/invitation/{code}/", **TYPED | {"login": login}).status_code == 302
            assert post in other.get("/mine/").content.decode()

    @pytest.mark.parametrize(
        ("wrong", "why"),
        [
            ({"audit": "石系统"}, "三个管理岗位须是三个不同的人"),
            ({"code": "镇"}, "请填 6 至 12 位数字"),
            ({"again": "another-long-one"}, "两次输入不一样"),
            ({"password": "12345678", "again": "12345678"}, "密码"),
        ],
    )
    def test_a_bad_form_is_sent_back_with_what_was_typed_and_the_code_still_serves(self, set_up, wrong, why):
        code = new_code()
        refused = set_up(code, **wrong)

        assert refused.status_code == 422
        for words in (why, "清溪镇", "河街社区"):
            assert words in refused.content.decode()
        assert not Jurisdiction.objects.exists()
        assert not Account.objects.exists()
        assert set_up(code).status_code == 200
