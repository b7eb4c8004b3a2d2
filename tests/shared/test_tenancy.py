import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from tests.conftest import NOON
from tests.people import a_town
from xiangyin.monitoring.models import Event
from xiangyin.shared.access.rights import tenant_tables
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.obligations.models import Obligation


class TestRowSecurity:
    def test_a_township_sees_only_its_own_rows(self, town):
        event = town.call()
        other = a_town(NOON, code="990102", name="石桥镇")

        with within(other.place.id):
            assert not Event.objects.filter(pk=event.pk).exists()
            assert not Obligation.objects.filter(dossier_id=event.pk).exists()
        assert Event.objects.filter(pk=event.pk).exists()

    def test_without_a_tenant_nothing_is_seen_and_nothing_can_be_written(self, town):
        event = town.call()

        with within(None):
            assert LedgerEntry.objects.count() == 0
            assert Event.objects.filter(pk=event.pk).update(title="x") == 0

    def test_a_row_cannot_be_given_to_another_township(self, town):
        event = town.call()
        other = a_town(NOON, code="990102", name="石桥镇")

        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Event.objects.filter(pk=event.pk).update(jurisdiction=other.place)

    def test_the_programs_role_owns_nothing_and_cannot_bypass(self, town):
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
            assert cursor.fetchone() == (False, False)
            cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
            assert cursor.fetchone() == (0,)

    def test_every_table_of_a_tenant_is_locked(self, town):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT table_name FROM information_schema.columns WHERE column_name = 'jurisdiction_id'"
                " AND table_name NOT IN (SELECT viewname FROM pg_views)"
            )
            named = {row[0] for row in cursor.fetchall()}
            cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity")
            locked = {row[0] for row in cursor.fetchall()}
        assert named == locked == set(tenant_tables())
        assert len(named) > len(apps.get_app_configs())
