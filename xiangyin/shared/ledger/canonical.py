"""The canonical form of a ledger entry. Frozen by a golden test: old chains must verify for ever."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

# The order does not matter (keys are sorted), the set does: a new column joins a new version, never this one.
FIELDS_V1 = (
    "jurisdiction_id", "number", "at", "server_at", "mode", "way", "officer_id", "officer_name", "post",
    "recorded_by_id", "on_behalf_of_id", "subject_kind", "subject_id", "dossier_id", "action", "clause",
    "changes", "said", "told", "evidence", "level", "plan_version", "late_min", "claimed_at", "command_id", "cause_number",
)  # fmt: skip


def canonical(values: Mapping[str, object]) -> str:
    """Return the entry as JSON: sorted keys, no spaces, UTF-8 as it is, times in UTC with microseconds.

    >>> canonical({"number": 1, "at": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "way": "in_person"})
    '{"at":"2026-01-02T03:04:05.000000Z","number":1,"way":"in_person"}'
    """
    return json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def chained_hash(previous_hash: str, values: Mapping[str, object]) -> str:
    """SHA-256 over the hash before and the canonical form, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(f"{previous_hash}\n{canonical(values)}".encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a ledger entry cannot hold {type(value).__name__}")
