"""What is kept in the folder of dumps, and for how long. The date in the name counts, not that of the file."""

import re
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

DUMPS_KEPT = timedelta(days=14)
KEYS_KEPT = timedelta(days=30)
DUMP_NAME = re.compile(r"xiangyin-(\d{8})-\d{6}\.dump")
KEYS_NAME = re.compile(r"keys-(\d{8})")


def tidy(folder: Path, today: date) -> None:
    """Remove dumps older than 14 days, but never the newest one, and copies of keys older than 30 days."""
    dumps = _dated(folder, DUMP_NAME)
    for day, file in dumps[:-1]:
        if today - day > DUMPS_KEPT:
            file.unlink()
    for day, copy in _dated(folder, KEYS_NAME):
        if today - day > KEYS_KEPT:
            shutil.rmtree(copy)


def _dated(folder: Path, name: re.Pattern[str]) -> list[tuple[date, Path]]:
    """Find what has a date in its name, the oldest first."""
    found = ((name.fullmatch(path.name), path) for path in sorted(folder.iterdir()))
    return [(datetime.strptime(match[1], "%Y%m%d").date(), path) for match, path in found if match]  # noqa: DTZ007
