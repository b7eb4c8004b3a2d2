"""The three roles and the databases of the embedded server. The superuser is used here and nowhere else."""

from psycopg import Connection, OperationalError, connect, sql

from xiangyin.launch.postgres.passwords import OWNER, PROGRAM, Passwords

ATTRIBUTES = {
    # BYPASSRLS gives an owner nothing it could not take, and lets pg_dump read rows under forced row security.
    OWNER: "LOGIN NOSUPERUSER NOCREATEROLE CREATEDB BYPASSRLS",
    PROGRAM: "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS",
}


def can_log_in(*addresses: str) -> bool:
    try:
        for each in addresses:
            connect(each, connect_timeout=10).close()
    except OperationalError:
        return False
    return True


def ensure_roles(superuser: str, passwords: Passwords) -> None:
    """Make the two roles, or bring their attributes and passwords back to what they should be."""
    with connect(superuser, autocommit=True) as connection:
        for role in ATTRIBUTES:
            _ensure_role(connection, role, passwords.of(role))


def ensure_database(superuser: str, name: str) -> None:
    with connect(superuser, autocommit=True) as connection:
        if not _exists(connection, "SELECT FROM pg_database WHERE datname = %s", name):
            _create_database(connection, name, "template0")


def create_database(superuser: str, name: str, template: str | None) -> None:
    with connect(superuser, autocommit=True) as connection:
        _create_database(connection, name, template or "template0")


def drop_database(superuser: str, name: str) -> None:
    """Drop the database, if there, with the connections it has."""
    with connect(superuser, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def swap_databases(superuser: str, new: str, old: str) -> None:
    """Put the database `new` in the place of `old`, which is dropped. Both lose their connections."""
    with connect(superuser, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(old)))
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*map(sql.Identifier, (new, old))))


def _create_database(connection: Connection, name: str, template: str) -> None:
    database, owner, program = map(sql.Identifier, (name, OWNER, PROGRAM))
    order = "CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY file_copy"
    connection.execute(sql.SQL(order).format(database, owner, sql.Identifier(template)))
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, program))


def _ensure_role(connection: Connection, role: str, password: str) -> None:
    name, attributes = sql.Identifier(role), sql.SQL(ATTRIBUTES[role])
    if not _exists(connection, "SELECT FROM pg_roles WHERE rolname = %s", role):
        connection.execute(sql.SQL("CREATE ROLE {}").format(name))
    # Hashed here: the plain password must not reach the server's log with a failing statement.
    hashed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    connection.execute(sql.SQL("ALTER ROLE {} {} PASSWORD {}").format(name, attributes, sql.Literal(hashed)))


def _exists(connection: Connection, question: str, name: str) -> bool:
    return connection.execute(question, [name]).rowcount > 0
