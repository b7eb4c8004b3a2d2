"""Where an account serves, asked before any tenant is set: through a named function of the database."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class Service:
    jurisdiction_id: UUID
    name: str


def services_of(account_id: UUID) -> list[Service]:
    """The jurisdictions in which an account serves as an officer, by name. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_id, name FROM services_of_account(%s)", [account_id])
        return [Service(*row) for row in cursor.fetchall()]


def jurisdiction_of_code(code: str) -> UUID | None:
    """The jurisdiction that an invitation belongs to, asked before anybody is signed in. One query."""
    hashed = hashlib.sha256(code.encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT jurisdiction_of_invitation(%s)", [hashed])
        found: UUID | None = cursor.fetchone()[0]
    return found
