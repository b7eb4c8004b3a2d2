from collections.abc import Mapping

from xiangyin.launch.home import Home
from xiangyin.launch.lock import locked
from xiangyin.launch.postgres import passwords, postmaster, roles, starter
from xiangyin.launch.postgres.address import DATABASE, address
from xiangyin.launch.postgres.binaries import binaries
from xiangyin.launch.postgres.configuration import LASTING
from xiangyin.launch.postgres.initdb import ensure_cluster
from xiangyin.launch.postgres.passwords import OWNER, PROGRAM, SUPERUSER
from xiangyin.launch.postgres.pidfile import PidFile
from xiangyin.launch.postgres.place import Place, find_place
from xiangyin.launch.refusal import Refusal


class Server:
    """The embedded PostgreSQL of one home: made where it is missing, started or joined, stopped by who started it.

    Any number of processes may start it at the same moment. Costs about 1.5 s the first time, 0.3 s later.
    """

    def __init__(self, home: Home, settings: Mapping[str, str] = LASTING) -> None:
        self.home = home
        self._settings = settings
        self._place: Place | None = None
        self._found: PidFile | None = None
        self._ours = False

    def start(self) -> None:
        """Start the server, or join the one that runs for this home; then both roles can log in.

        :raises Refusal: it cannot be started; the message says what helps.
        """
        self.home.prepare()
        with locked(self.home.run / "database.lock"):
            self._place = find_place(self.home, binaries())
            ensure_cluster(self.home, self._place, self._settings)
            self._found = postmaster.running(self._place) or self._start(self._place)
            self._bootstrap()
            self._ours = self._ours or not starter.lives(self.home)
            if self._ours:
                starter.note(self.home)

    def stop(self) -> None:
        """Stop the server if this object started it, or joined it after its starter had died."""
        if self._ours and self._place:
            with locked(self.home.run / "database.lock"):
                postmaster.stop(self._place)
                starter.forget(self.home)
        self._ours, self._found = False, None

    def running(self) -> bool:
        """Whether the server process lives. One stat and one look at the process table."""
        return self._place is not None and postmaster.running(self._place) is not None

    @property
    def pid(self) -> int:
        return self._server.pid

    @property
    def owner_url(self) -> str:
        return self.url(OWNER)

    @property
    def program_url(self) -> str:
        return self.url(PROGRAM)

    def url(self, role: str, database: str = DATABASE) -> str:
        """Give the postgresql:// address of any database of this server for one of the roles in `passwords`."""
        return address(self._server, role, passwords.read(self.home), database)

    def create_database(self, name: str, template: str | None = None) -> None:
        """Make a database of the owner's, closed to all but the program; `template` must have no connections."""
        roles.create_database(self._superuser_url, name, template)

    def drop_database(self, name: str) -> None:
        """Drop the database, if there, and cut its connections."""
        roles.drop_database(self._superuser_url, name)

    def replace_database(self, new: str, old: str = DATABASE) -> None:
        """Give the database `new` the name of `old`, which is dropped."""
        roles.swap_databases(self._superuser_url, new, old)

    @property
    def _superuser_url(self) -> str:
        return self.url(SUPERUSER, "postgres")

    @property
    def _server(self) -> PidFile:
        if self._found is None:
            raise RuntimeError("the server has not been started")
        return self._found

    def _start(self, place: Place) -> PidFile | None:
        self._ours = True  # before, not after: an interrupt between the two must not leave the server running
        postmaster.start(place, self._settings)
        return postmaster.running(place)

    def _bootstrap(self) -> None:
        if roles.can_log_in(self.owner_url, self.program_url):
            return
        if not roles.can_log_in(self._superuser_url):
            raise Refusal(
                f"数据库不认 {passwords.file_of(self.home)} 里的口令：它不是这个数据库的。请取回与数据库同时的那一份。",
                "The passwords in the keys folder are not those of this database.",
            )
        roles.ensure_roles(self._superuser_url, passwords.read(self.home))
        roles.ensure_database(self._superuser_url, DATABASE)
