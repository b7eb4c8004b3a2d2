"""Who started the running server. A server whose starter died belongs to the next process that comes by."""

import json
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.living import Living
from xiangyin.launch.private import write_private


def note(home: Home) -> None:
    """Write down that this process answers for the server."""
    write_private(_file(home), json.dumps(Living.of().as_row()))


def forget(home: Home) -> None:
    _file(home).unlink(missing_ok=True)


def lives(home: Home) -> bool:
    noted = _noted(home)
    return noted is not None and noted.process() is not None


def abandoned(home: Home) -> bool:
    """Whether somebody noted himself down and then died."""
    noted = _noted(home)
    return noted is not None and noted.process() is None


def _noted(home: Home) -> Living | None:
    try:
        return Living(**json.loads(_file(home).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _file(home: Home) -> Path:
    return home.run / "database.json"
