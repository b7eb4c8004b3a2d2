"""The second lock: what the program's database role may do, and row security on every tenant's table."""

from django.apps import apps
from django.db import connections
from django.db.models import Model
from psycopg import sql

from xiangyin.shared.access.tenancy import SETTING

APPEND_ONLY = frozenset(
    {"shared_ledgerentry", "shared_look", "warning_grading", "documents_signature", "accountability_ledgerfact"}
)


def tenant_tables() -> list[str]:
    """Names of the tables whose rows belong to a jurisdiction: every one that names it."""
    models = [model for model in apps.get_models() if model._meta.managed]
    return sorted(model._meta.db_table for model in models if _names_its_jurisdiction(model))


def _names_its_jurisdiction(model: type[Model]) -> bool:
    return any(field.attname == "jurisdiction_id" for field in model._meta.concrete_fields)


def grant(owner_alias: str, program_role: str) -> None:
    """Give the program's role its rights and put row security on every tenant's table. Safe to repeat.

    Runs as the owner after each migration: the policy of a new table cannot be forgotten.
    """
    with connections[owner_alias].cursor() as cursor:
        role = sql.Identifier(program_role)
        cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(role))
        cursor.execute(
            sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(role)
        )
        cursor.execute(sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(role))
        cursor.execute(sql.SQL("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {}").format(role))
        for table in APPEND_ONLY:
            cursor.execute(sql.SQL("REVOKE UPDATE, DELETE ON {} FROM {}").format(sql.Identifier(table), role))
        for table in tenant_tables():
            for statement in _row_security(table):
                cursor.execute(statement)


def _row_security(table: str) -> list[sql.Composed]:
    name = sql.Identifier(table)
    own = sql.SQL("jurisdiction_id = nullif(current_setting({}, true), '')::uuid").format(sql.Literal(SETTING))
    return [
        sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(name),
        sql.SQL("DROP POLICY IF EXISTS own_jurisdiction ON {}").format(name),
        sql.SQL("CREATE POLICY own_jurisdiction ON {} USING ({}) WITH CHECK ({})").format(name, own, own),
    ]
