"""Where the shared data lies, and how its files are read."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class DataMissing(Exception):  # noqa: N818  # named after what could not be done
    """A file of the shared data is not there; the message names it."""


def path(name: str) -> Path:
    """Return the path of a shared file; $XIANGYIN_DATA or ../shared/data from the project's root.

    :raises DataMissing: it is absent.
    """
    homes = [Path(os.environ["XIANGYIN_DATA"])] if "XIANGYIN_DATA" in os.environ else []
    homes += [ROOT.parent / "shared" / "data", ROOT.parent.parent / "shared" / "data"]
    for home in homes:
        if (home / name).exists():
            return home / name
    raise DataMissing(f"shared data absent: {name}")


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file, plain or gzipped."""
    where = path(name)
    with gzip.open(where, "rt", encoding="utf-8") if where.suffix == ".gz" else where.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
