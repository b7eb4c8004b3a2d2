import os
import shutil
from contextlib import suppress
from pathlib import Path

LIMIT_BYTES = 10_000_000


def keep_short(log: Path, limit_bytes: int = LIMIT_BYTES) -> None:
    """Move what a long log holds to `NAME.log.1`, in place of the part before, also while a process writes to it.

    The file stays the same one, because the writer has it open; it must have opened it to append.
    """
    with suppress(FileNotFoundError, PermissionError):  # not there yet; or, on Windows, not while it is written
        if log.stat().st_size > limit_bytes:
            shutil.copyfile(log, log.with_name(f"{log.name}.1"))
            os.truncate(log, 0)
