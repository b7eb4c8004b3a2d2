"""A lock between processes that the operating system lets go when its holder dies."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(file: Path) -> IO[bytes] | None:
    """Take the lock and return what holds it until it is closed; None if another process has it."""
    stream = file.open("ab")
    try:
        _take(stream)
    except OSError:
        stream.close()
        return None
    return stream


@contextmanager
def locked(file: Path, *, patience_s: float = 120.0) -> Iterator[None]:
    """Wait for the lock, hold it inside the block.

    :raises TimeoutError: another process held it for longer than `patience_s`.
    """
    until = time.monotonic() + patience_s
    while (stream := try_lock(file)) is None:
        if time.monotonic() > until:
            raise TimeoutError(file)
        time.sleep(0.05)
    with stream:
        yield
