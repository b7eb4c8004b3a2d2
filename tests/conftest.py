"""What every test may ask for: a database as the program's own role, a township with its people, a clock held by hand."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

pytest_plugins = ["tests.chromium"]
HOME = tempfile.TemporaryDirectory(prefix="xiangyin-tests-")
os.environ["XIANGYIN_HOME"] = HOME.name
os.environ["DJANGO_SETTINGS_MODULE"] = "xiangyin.config.settings"

NOON = datetime(2026, 11, 24, 12, 5, tzinfo=ZoneInfo("Asia/Shanghai"))


def pytest_unconfigure() -> None:
    HOME.cleanup()


@pytest.fixture(scope="session")
def database_server() -> Iterator[object]:
    """A throw-away server with a migrated template, made once for the run."""
    from xiangyin.launch.postgres.throwaway import throwaway_server

    with throwaway_server() as server:
        yield server


@pytest.fixture(scope="session")
def django_db_setup(database_server, django_db_blocker) -> Iterator[None]:
    """Migrate as the owner, then let every test connect as the program's role, which owns nothing."""
    database_server.create_database("template_xiangyin")
    with django_db_blocker.unblock():
        _point("owner", database_server.url("xiangyin_owner", "template_xiangyin"))
        _migrate()
        database_server.create_database("flow", template="template_xiangyin")
        _point("default", database_server.url("xiangyin_program", "flow"))
        yield
        _close_all()


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connections

    from xiangyin.shared.access.rights import grant

    call_command("migrate", database="owner", interactive=False, verbosity=0)
    grant("owner", "xiangyin_program")
    connections["owner"].close()


def _point(alias: str, url: str) -> None:
    from django.db import connections

    from xiangyin.config.environment import database

    os.environ["ADDRESS_OF_THE_TEST"] = url
    settings = database("ADDRESS_OF_THE_TEST")
    connections[alias].close()
    connections[alias].settings_dict.update(settings)


def _close_all() -> None:
    from django.db import connections

    for alias in ("default", "owner"):
        connections[alias].close()


@dataclass(frozen=True)
class Addresses:
    """How to reach a database: as the program, and as the owner."""

    program: str
    owner: str


@pytest.fixture
def committed(database_server, django_db_setup, django_db_blocker) -> Iterator[Addresses]:
    """A database of its own for a test that commits: several connections, threads, processes."""
    del django_db_setup
    name = f"committed_{os.getpid()}_{next(_numbers)}"
    database_server.create_database(name, template="template_xiangyin")
    with django_db_blocker.unblock():
        addresses = Addresses(*(database_server.url(role, name) for role in ("xiangyin_program", "xiangyin_owner")))
        _point("default", addresses.program)
        try:
            yield addresses
        finally:
            _point("default", database_server.url("xiangyin_program", "flow"))
            database_server.drop_database(name)


_numbers = iter(range(1_000_000))


@pytest.fixture
def town(db) -> Iterator["object"]:
    """A township with its people, seen as its own tenant, at noon."""
    del db
    from tests.people import a_town
    from xiangyin.shared.access.tenancy import within

    made = a_town(NOON)
    with within(made.place.id):
        yield made


@contextmanager
def shared_data(name: str) -> Iterator[Path]:
    """The path of real development data, or a skip with its reason where it is absent."""
    folder = Path(os.environ.get("XIANGYIN_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
    if not (folder / name).exists():
        pytest.skip(f"real data is not part of the project: {name} is absent")
    yield folder / name
