"""Keys and contact data go when their term has come; each night leaves one entry in the ledger, and only if something went."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.conftest import NOON
from tests.monitoring.files import import_text
from tests.monitoring.retained import DAY, analyse, asked_for, purge, said
from tests.people import a_town
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Item, Upload
from xiangyin.monitoring.operations.analysis import memory
from xiangyin.monitoring.operations.intake.author_key import author_secret
from xiangyin.monitoring.operations.retention import run
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.verify import verify
from xiangyin.shared.sealed.models import Purge, SealedKey

ROWS = "编号,时间,标题,内容,渠道\n1,2026-11-24 09:00,自来水发黄,不敢喝,热线\n2,,水有味道,孩子肚子疼,微博\n"


@pytest.fixture(autouse=True)
def _fresh_memory():
    memory.forget()
    yield
    memory.forget()


def answered(town, demand) -> None:
    town.take(DEMAND_STEPS, demand.id, "begin", "吕联络")
    town.take(DEMAND_STEPS, demand.id, "answer", "吕联络", answer="孩子在卫生院")


def is_kept(demand) -> bool:
    return SealedKey.objects.get(objects_sealed=demand.contact_id).destroyed_at is None


class TestContactData:
    def test_it_goes_ninety_days_after_the_answer_and_not_a_day_before(self, town):
        demand = asked_for(town)
        answered(town, demand)

        town.later(89 * DAY)
        purge(town)
        assert is_kept(demand)
        town.later(DAY)
        assert purge(town).counts == {"contacts": 1}
        assert not is_kept(demand)

    def test_a_demand_worked_on_again_counts_from_its_next_answer(self, town):
        demand = asked_for(town)
        answered(town, demand)
        town.later(89 * DAY)
        town.take(DEMAND_STEPS, demand.id, "reopen", "李值班", reason="不满意")
        town.later(30 * DAY)
        assert purge(town) is None

        town.take(DEMAND_STEPS, demand.id, "answer", "吕联络", answer="孩子已回家")
        town.later(89 * DAY)
        assert purge(town) is None
        town.later(DAY)
        assert purge(town).counts == {"contacts": 1}

    def test_what_was_never_answered_stays_for_the_answer(self, town):
        demand = asked_for(town)
        town.later(1000 * DAY)

        assert purge(town) is None
        assert is_kept(demand)

    def test_a_transferred_demand_counts_from_the_transfer(self, town):
        demand = asked_for(town)
        town.later(10 * DAY)
        town.take(DEMAND_STEPS, demand.id, "transfer", "李值班", reason="转县教育局")
        town.later(89 * DAY)
        assert purge(town) is None
        town.later(DAY)
        assert purge(town).counts == {"contacts": 1}

    def test_the_page_says_when_it_went_and_opens_it_for_nobody(self, town):
        demand = asked_for(town)
        answered(town, demand)
        town.later(90 * DAY)
        purge(town)
        screen = signed_in(town, "吕联络")

        assert "联系方式已于 2027年2月22日" in screen.get(demand.get_absolute_url()).content.decode()
        assert screen.post(f"{demand.get_absolute_url()}contact/").status_code == 404


class TestKeys:
    def test_originals_and_rejected_rows_go_with_their_term_and_the_page_still_stands(self, town):
        import_text(town, ROWS)
        upload = Upload.objects.get()
        screen = signed_in(town, "李值班")
        rejects = f"{upload.get_absolute_url()}rejects.csv"
        assert screen.get(rejects).status_code == 200
        town.later(179 * DAY)
        purge(town)
        assert SealedKey.objects.filter(purpose="upload", destroyed_at=None).exists()

        town.later(DAY)
        purge(town)

        assert not SealedKey.objects.filter(purpose__in=["upload", "rejects"], destroyed_at=None).exists()
        page = screen.get(upload.get_absolute_url()).content.decode()
        assert "原件已销毁" in page
        assert "现在可以做" not in page
        assert screen.get(rejects).status_code == 404

    def test_the_secret_behind_authors_goes_although_nothing_new_arrives(self, town):
        author_secret(town.place.id, now=town.now)
        town.later(30 * DAY)
        purge(town)

        assert not SealedKey.objects.filter(purpose="author", destroyed_at=None).exists()

    def test_what_has_no_term_stays(self, town):
        from xiangyin.shared.sealed.store import key_for

        key_for("evidence", jurisdiction_id=town.place.id, now=town.now)
        town.later(5000 * DAY)

        assert purge(town) is None


class TestTheLedger:
    def test_a_night_is_one_entry_with_counts_and_the_ids_of_keys(self, town):
        demand = asked_for(town)
        answered(town, demand)
        for n in range(3):
            said(town, f"石桥村第{n}天停水")
        analyse(town)
        town.later(181 * DAY)

        purge(town)

        entry = LedgerEntry.objects.get(action="purge")
        assert {name: entry.said[name] for name in ("contacts", "items")} == {"contacts": 1, "items": 3}
        assert entry.said["key_ids"] == [str(SealedKey.objects.get(purpose="contact").id)]
        assert (entry.officer_id, entry.post, entry.clause) == (None, "machine", "1.3.5")
        assert "联系方式 1 份，信息 3 条" in entry.said["reason"]
        assert "到期销毁" in signed_in(town, "李值班").get("/ledger/").content.decode()

    def test_a_night_in_which_nothing_went_leaves_none(self, town):
        said(town, "石桥村停水")
        analyse(town)
        for _ in range(3):
            town.later(DAY)
            assert purge(town) is None

        assert not LedgerEntry.objects.filter(action="purge").exists()
        assert not Purge.objects.exists()

    def test_a_second_run_of_the_same_night_adds_nothing(self, town):
        said(town, "石桥村停水", days_ago=181)
        analyse(town)
        purge(town)
        said(town, "又一件事", days_ago=181)
        analyse(town)
        town.later(1)

        assert purge(town) is None
        town.later(DAY)
        assert purge(town).counts["items"] == 1
        assert LedgerEntry.objects.filter(action="purge").count() == 2

    def test_what_a_crash_left_unfinished_is_gone_on_with_and_told_once(self, town):
        demand = asked_for(town)
        answered(town, demand)
        said(town, "石桥村停水")
        analyse(town)
        town.later(181 * DAY)
        assert run._batch(town.place.id, now=town.now)  # the worker dies after its first batch
        assert not LedgerEntry.objects.filter(action="purge").exists()
        town.later(DAY)

        purge(town)

        entry = LedgerEntry.objects.get(action="purge")
        assert (entry.said["contacts"], entry.said["items"]) == (1, 1)
        assert verify(town.place.id).broken_at is None

    def test_two_machines_at_once_destroy_everything_once(self, committed, monkeypatch):
        monkeypatch.setattr("xiangyin.monitoring.operations.retention.items.BATCH", 5)
        town = a_town(NOON)
        with within(town.place.id):
            for n in range(40):
                said(town, f"石桥村第{n}天停水")
        analyse(town)
        town.later(181 * DAY)
        barrier = Barrier(2)

        def one(_number: int) -> None:
            try:
                barrier.wait()
                purge(town)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(one, range(2)))

        with within(town.place.id):
            assert Item.objects.filter(erased_at=None).count() == 0
            assert LedgerEntry.objects.get(action="purge").said["items"] == 40
