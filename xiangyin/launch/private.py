"""Folders and files that only their owner may read."""

import os
import tempfile
from pathlib import Path


def private_folder(folder: Path, mode: int = 0o700) -> Path:
    """Make the folder where it is missing and set its mode, whatever the umask was."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(mode)
    return folder


def write_private(file: Path, text: str) -> None:
    """Replace the file (mode 0600) in one step: a reader, or a kill, sees the old text or the new one."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
