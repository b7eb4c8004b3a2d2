import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from xiangyin.launch.private import private_folder

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one installation (XIANGYIN_HOME) and what lies where in it."""

    root: Path
    dumps: Path

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> "Home":
        """Read XIANGYIN_HOME (default `var/` in the checkout) and XIANGYIN_DUMPS (default `dumps/` in it)."""
        told = os.environ if environment is None else environment
        root = Path(told.get("XIANGYIN_HOME") or CHECKOUT / "var").expanduser().absolute()
        return cls(root, Path(told.get("XIANGYIN_DUMPS") or root / "dumps").expanduser().absolute())

    @property
    def database(self) -> Path:
        return self.root / "database"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def run(self) -> Path:
        """What is known of the processes now running; worthless after a restart of the machine."""
        return self.root / "run"

    @property
    def last_dump(self) -> Path:
        """How the last dump went, as JSON; here and not beside the dumps, whose disk may be missing."""
        return self.root / "last-dump.json"

    @property
    def short_name(self) -> str:
        """Ten characters that tell this home from another on the same machine."""
        return sha256(os.fsencode(self.root)).hexdigest()[:10]

    def prepare(self) -> "Home":
        """Make the folders, closed to others.

        Started as root, the home itself may be crossed but not listed: the database server runs under another
        account, and its folder lies inside.
        """
        private_folder(self.root, 0o711 if as_root() else 0o700)
        for folder in (self.keys, self.logs, self.run):
            private_folder(folder)
        return self


def as_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
