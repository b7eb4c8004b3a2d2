"""Starting and stopping the server process."""

import socket
import time
from collections.abc import Mapping

from xiangyin.launch.postgres import configuration, pidfile
from xiangyin.launch.postgres.account import run
from xiangyin.launch.postgres.place import Place, make_socket_folder
from xiangyin.launch.refusal import Refusal

PATIENCE_S = 20.0
"""After kill -9 the dead server keeps its place until it is reaped (2.5 s were seen)."""
PASSING = ("lock file", "shared memory", "in use", "starting up", "shutting down")


def running(place: Place) -> pidfile.PidFile | None:
    """Find the server of this cluster if it lives; one that is just starting or stopping is waited for."""
    until = time.monotonic() + PATIENCE_S
    while (found := pidfile.read(place.data)) and pidfile.is_server(found.pid):
        if found.ready:
            return found
        if time.monotonic() > until:
            break
        time.sleep(0.05)
    return None


def start(place: Place, settings: Mapping[str, str]) -> None:
    """Start the server and wait until it accepts connections; after a crash that includes its recovery.

    :raises Refusal: it does not start; the server's own words are in the message.
    """
    make_socket_folder(place)
    port = 5432 if place.socket else _free_port()
    configuration.write(place, port=port, chosen=settings)
    pidfile.forget_stranger(place.data)
    until = time.monotonic() + PATIENCE_S
    while (words := _try_start(place)) is not None:
        if time.monotonic() > until or not any(sign in words for sign in PASSING):
            raise Refusal(
                f"数据库没有启动：\n{words}", "The database did not start; its own words are above.", status=1
            )
        time.sleep(0.2)


def stop(place: Place) -> None:
    """Stop the server: quickly and cleanly, or by force when it does not answer for half a minute."""
    for mode in ("fast", "immediate"):
        if _pg_ctl(place, "stop", "-m", mode, "-t", "30") == 0 or pidfile.read(place.data) is None:
            return


def _try_start(place: Place) -> str | None:
    """None if it runs, else what it said."""
    log = place.data / "startup.log"
    log.write_text("", encoding="utf-8")
    place.own(log)
    if _pg_ctl(place, "start", "-t", "600", "-l", str(log)) == 0:
        return None
    return log.read_text(encoding="utf-8", errors="replace").strip()


def _pg_ctl(place: Place, *order: str) -> int:
    command = [place.programs.program("pg_ctl"), *order, "-w", "-D", str(place.data)]
    return run(place.account, command).returncode


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
