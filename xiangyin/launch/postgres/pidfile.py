from dataclasses import dataclass
from pathlib import Path

import psutil

NAME = "postmaster.pid"


@dataclass(frozen=True, slots=True)
class PidFile:
    """What a running server says of itself in `postmaster.pid` (PostgreSQL, src/include/utils/pidfile.h)."""

    pid: int
    port: int
    socket: str
    ready: bool


def read(data: Path) -> PidFile | None:
    """None where no server runs or it has not yet written so far."""
    try:
        rows = [row.strip() for row in (data / NAME).read_text(encoding="utf-8").splitlines()]
        return PidFile(int(rows[0]), int(rows[3]), rows[4], rows[7] == "ready")
    except (FileNotFoundError, IndexError, ValueError):
        return None


def is_server(pid: int) -> bool:
    """Whether that process is a PostgreSQL server that lives. A killed one stays as a zombie until it is reaped."""
    try:
        process = psutil.Process(pid)
        return str(process.name()).startswith("postgres") and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def forget_stranger(data: Path) -> None:
    """Remove a pid file whose number was given to another program after a restart of the machine.

    PostgreSQL would refuse to start for as long as that program of the same user lives. A file whose process is
    gone, or a dead server not yet reaped, is left to PostgreSQL, which knows whether its memory is still in use.
    """
    try:
        pid = int((data / NAME).read_text(encoding="utf-8").split("\n", 1)[0])
        process = psutil.Process(pid)
        stranger = not process.name().startswith("postgres")
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess):
        return
    if stranger:
        (data / NAME).unlink(missing_ok=True)
