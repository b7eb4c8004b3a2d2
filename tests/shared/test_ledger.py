from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests.conftest import NOON
from tests.people import a_town
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.canonical import FIELDS_V1, canonical, chained_hash
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.verify import verify

ONE = UUID("01900000-0000-7000-8000-000000000001")
GOLDEN = {
    "jurisdiction_id": ONE, "number": 7, "at": datetime(2026, 11, 24, 4, 5, 6, 789, tzinfo=UTC),
    "server_at": datetime(2026, 11, 24, 4, 5, 7, tzinfo=UTC), "mode": "actual", "way": "in_person", "officer_id": ONE,
    "officer_name": "周主任", "post": "office_director", "recorded_by_id": None, "on_behalf_of_id": None,
    "subject_kind": "warning.earlywarning", "subject_id": ONE, "dossier_id": ONE, "action": "issue", "clause": "3.3.2",
    "changes": {"state": "issued"}, "said": {"reason": "“已核实”"},
    "told": {"colour": "红色"}, "evidence": [], "level": "red", "plan_version": "",
    "late_min": 0, "claimed_at": None, "command_id": ONE, "cause_number": None,
}  # fmt: skip
FROZEN = "489142b27822607014dcadee8a10f01232f387e150b1d5e53d11c7d19611afa6"


class TestTheCanonicalForm:
    def test_it_is_frozen_for_ever(self):
        assert set(GOLDEN) == set(FIELDS_V1)
        assert chained_hash("0" * 64, GOLDEN) == FROZEN

    def test_the_order_of_keys_does_not_matter(self):
        assert canonical(dict(reversed(GOLDEN.items()))) == canonical(GOLDEN)


class TestTheChain:
    def test_every_act_is_chained_and_verified(self, town):
        town.issued(2)

        verdict = verify(town.place.id)

        assert verdict.broken_at is None
        assert verdict.entries == LedgerEntry.objects.count() > 40

    @pytest.mark.parametrize("statement", ["UPDATE {0} SET officer_name = 'x'", "DELETE FROM {0}", "TRUNCATE {0}"])
    @pytest.mark.parametrize("table", ["shared_ledgerentry", "warning_grading", "shared_look", "documents_signature"])
    def test_the_database_refuses_to_change_what_was_written(self, town, statement, table):
        town.issued(2)

        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement.format(table))

    @pytest.mark.parametrize(
        ("forgery", "why"),
        [
            ("UPDATE shared_ledgerentry SET officer_name = '别人' WHERE number = 6", "its content was changed"),
            ("DELETE FROM shared_ledgerentry WHERE number = 6", "an entry is missing"),
        ],
    )
    def test_a_forgery_by_the_owner_of_the_database_is_found(self, committed, forgery, why):
        town = a_town(NOON)
        with psycopg.connect(committed.owner) as connection:
            connection.execute("ALTER TABLE shared_ledgerentry DISABLE TRIGGER USER")
            connection.execute(forgery)

        with within(town.place.id):
            verdict = verify(town.place.id)

        assert verdict.why == why
        assert verdict.broken_at == (6 if "changed" in why else 7)
