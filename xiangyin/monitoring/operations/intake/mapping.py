"""Which column is what: remembered for each set of column names, else guessed."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import PurePath

from xiangyin.monitoring.models import ColumnMapping
from xiangyin.monitoring.rules.columns import guess
from xiangyin.monitoring.rules.upload import COLUMN_ASKS
from xiangyin.shared.steps.taken import Taken

REMEMBERED = (*COLUMN_ASKS, "default_channel", "default_source")
MOST_NAME_CHARS = 60


class MappingUnknownError(Exception):
    """There is no mapping of that name, or the file lacks its columns; the message is for the person who named it."""


def propose(columns: Sequence[str], *, named: str = "") -> dict[str, str]:
    """The upload's columns (`text_column` …) and defaults, as they were last time, else as their names suggest.

    :raises MappingUnknownError: the named mapping does not exist or does not fit.
    """
    if named:
        return _named(named, columns)
    known = ColumnMapping.objects.filter(columns_sha256=_digest(columns)).first()
    return dict(known.fields) if known else {f"{name}_column": column for name, column in guess(columns).items()}


def remember(taken: Taken) -> None:
    """Keep the mapping that a person has just confirmed. Runs inside the step that starts the import."""
    upload, columns = taken.subject, taken.subject.columns
    ColumnMapping.objects.update_or_create(
        jurisdiction_id=upload.jurisdiction_id, columns_sha256=_digest(columns),
        defaults={"fields": {name: str(getattr(upload, name)) for name in REMEMBERED}, "used_at": taken.now},
        create_defaults={
            "fields": {name: str(getattr(upload, name)) for name in REMEMBERED}, "used_at": taken.now,
            "columns": columns, "name": _free_name(PurePath(upload.name).stem),
        },
    )  # fmt: skip


def _named(name: str, columns: Sequence[str]) -> dict[str, str]:
    known = ColumnMapping.objects.filter(name=name).first()
    if known is None:
        names = "、".join(ColumnMapping.objects.order_by("name").values_list("name", flat=True)) or "—"
        raise MappingUnknownError(f"没有叫“{name}”的对应方案。现有：{names}")
    missing = [known.fields[ask] for ask in COLUMN_ASKS if known.fields[ask] and known.fields[ask] not in columns]
    if missing:
        raise MappingUnknownError(f"文件里没有“{name}”要的列：{'、'.join(missing)}")
    return dict(known.fields)


def _digest(columns: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps(sorted(columns), ensure_ascii=False).encode()).hexdigest()


def _free_name(stem: str) -> str:
    wanted = stem[:MOST_NAME_CHARS] or "import"
    taken = set(ColumnMapping.objects.filter(name__startswith=wanted).values_list("name", flat=True))
    numbered = (f"{wanted} {number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)
