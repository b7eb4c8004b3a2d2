from urllib.parse import quote, urlencode

from xiangyin.launch.postgres.passwords import Passwords
from xiangyin.launch.postgres.pidfile import PidFile

DATABASE = "xiangyin"


def address(server: PidFile, role: str, passwords: Passwords, database: str = DATABASE) -> str:
    """Write the postgresql:// address of a database for one of the three roles.

    The folder of a socket stands in the query (`?host=/…`); read it with `psycopg.conninfo.conninfo_to_dict`.
    """
    host = server.socket or "127.0.0.1"
    query = urlencode({"host": host, "port": server.port})
    return f"postgresql://{role}:{quote(passwords.of(role))}@/{quote(database)}?{query}"
