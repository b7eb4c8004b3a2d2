import psycopg

from xiangyin.launch.database import Database
from xiangyin.launch.external import role_of
from xiangyin.launch.product import is_product
from xiangyin.launch.refusal import Refusal

OWNER_ALIAS = "owner"
LOCK = 0x7869616E67  # any number, the same everywhere: two hosts must not migrate at the same moment


def migrate(database: Database) -> None:
    """Bring the database up to date as its owner, then give the program's role its rights. Django must be set up.

    :raises Refusal: the owner's address is not known.
    """
    if database.owner is None:
        raise Refusal("升级数据库需要 DATABASE_OWNER_URL。", "Migrations need DATABASE_OWNER_URL.")
    from django.core.management import call_command  # only here: Django must be set up before

    with psycopg.connect(database.owner, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        call_command("migrate", database=OWNER_ALIAS, interactive=False, verbosity=1)
        _grant(role_of(database.program))


def _grant(role: str) -> None:
    if is_product():
        from xiangyin.shared.access.rights import grant

        grant(OWNER_ALIAS, role)
