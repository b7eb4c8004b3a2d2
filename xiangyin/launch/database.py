import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from xiangyin.launch import external
from xiangyin.launch.home import Home
from xiangyin.launch.postgres import Server

SETTINGS = "xiangyin.config.settings"


@dataclass(frozen=True, slots=True)
class Database:
    """The database in use: `owner` is None where only the program's address is known, `server` where it is external."""

    program: str
    owner: str | None
    server: Server | None

    def environment(self) -> dict[str, str]:
        """For a process that may migrate and dump."""
        owner = {"DATABASE_OWNER_URL": self.owner} if self.owner else {}
        return {"DATABASE_URL": self.program, **owner}


@contextmanager
def opened_database(home: Home, environment: Mapping[str, str] | None = None) -> Iterator[Database]:
    """Give the database of DATABASE_URL, else the embedded one, joined or started for the length of the block.

    :raises Refusal: it cannot be used; the message says what helps.
    """
    told = os.environ if environment is None else environment
    program, owner = told.get("DATABASE_URL"), told.get("DATABASE_OWNER_URL")
    if program:
        external.check(program, owner)
        yield Database(program, owner, None)
        return
    server = Server(home)
    try:
        server.start()
        yield Database(server.program_url, server.owner_url, server)
    finally:
        server.stop()


@contextmanager
def django_on_database(home: Home) -> Iterator[Database]:
    """Set Django up on the database, for a command that uses it. Django's setup takes about half a second."""
    with opened_database(home) as database:
        os.environ.update(database.environment())
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
        import django  # only here: most of the command line does without it

        django.setup()
        yield database
