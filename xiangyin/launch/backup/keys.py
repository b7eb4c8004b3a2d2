import shutil
from datetime import date
from pathlib import Path


def copy_keys(keys: Path, dumps: Path, today: date) -> None:
    """Copy the folder of keys to `keys-<date>` beside the dumps; a second copy on one day replaces the first."""
    target = dumps / f"keys-{today:%Y%m%d}"
    unfinished = dumps / f"{target.name}.part"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    for file in keys.iterdir():
        if file.is_file() and not file.name.startswith("."):
            shutil.copy2(file, unfinished / file.name)
    shutil.rmtree(target, ignore_errors=True)
    unfinished.rename(target)
