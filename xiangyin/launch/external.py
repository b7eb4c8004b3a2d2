"""A PostgreSQL server of somebody else's, named by DATABASE_URL."""

from psycopg import Connection, OperationalError, ProgrammingError, connect
from psycopg.conninfo import conninfo_to_dict

from xiangyin.launch.refusal import Refusal

OLDEST = 15


def role_of(address: str) -> str:
    """Name the role in a postgresql:// address."""
    return str(conninfo_to_dict(address).get("user") or "")


def check(program: str, owner: str | None) -> None:
    """Look whether the product can and may work with this server.

    :raises Refusal: it cannot be reached, is too old, or the program's role could pass row security.
    """
    if owner and role_of(owner) == role_of(program):
        raise Refusal(
            "DATABASE_URL 与 DATABASE_OWNER_URL 用了同一个角色。程序必须用另一个角色登录，它不拥有任何表。",
            "DATABASE_URL and DATABASE_OWNER_URL must name different roles.",
        )
    with _connected("DATABASE_URL", program) as connection:
        _refuse_old(connection)
        _refuse_mighty(connection)
    if owner:
        _connected("DATABASE_OWNER_URL", owner).close()


def _connected(setting: str, address: str) -> Connection:
    try:
        return connect(address, connect_timeout=10)
    except (OperationalError, ProgrammingError) as error:
        raise Refusal(f"连不上 {setting} 指定的数据库：{error}".strip(), f"Cannot connect to {setting}.") from error


def _refuse_old(connection: Connection) -> None:
    major = connection.info.server_version // 10000
    if major < OLDEST:
        raise Refusal(
            f"外部数据库是 PostgreSQL {major}，需要 {OLDEST} 或更新版本。",
            f"The server is PostgreSQL {major}; {OLDEST} or newer is needed.",
        )


def _refuse_mighty(connection: Connection) -> None:
    question = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    row = connection.execute(question).fetchone()
    if row is None or row[0]:
        raise Refusal(
            "DATABASE_URL 的角色是超级用户或能绕过行级安全，各乡镇的数据就没有第二道锁。请换一个普通角色。",
            "The role in DATABASE_URL is a superuser or has BYPASSRLS; use an ordinary role.",
        )
