"""The server's settings, written anew at each start.

What an administrator adds to postgresql.conf below the include line wins.
"""

from collections.abc import Mapping

from xiangyin.launch.postgres.place import Place

FILE = "xiangyin.conf"

LASTING: Mapping[str, str] = {
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "postgresql-%a.log",  # a file a weekday, overwritten a week later: never more than seven
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
}
"""For data that must survive."""

FLEETING: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
"""For a cluster that is thrown away after the tests."""

EVERY: Mapping[str, str] = {
    "max_connections": "60",  # web threads, clock, worker with its queue, a dump and a person at psql; then room
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "idle_in_transaction_session_timeout": "10min",  # a hung process must not hold its locks until tomorrow
}


def write(place: Place, *, port: int, chosen: Mapping[str, str]) -> None:
    file = place.data / FILE
    rows = {**EVERY, **chosen, **_listening(place), "port": str(port)}
    file.write_text("".join(f"{name} = '{text}'\n" for name, text in rows.items()), encoding="utf-8")
    place.own(file)


def include(place: Place) -> None:
    """Make a new cluster read our file."""
    with (place.data / "postgresql.conf").open("a", encoding="utf-8") as stream:
        stream.write(f"\ninclude_if_exists = '{FILE}'\n")


def _listening(place: Place) -> dict[str, str]:
    """On a socket only; on loopback where there are none."""
    if place.socket is None:
        return {"listen_addresses": "127.0.0.1"}
    folder = str(place.socket).replace("'", "''")
    return {"listen_addresses": "", "unix_socket_directories": f'"{folder}"', "unix_socket_permissions": "0700"}
