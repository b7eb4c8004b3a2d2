import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from xiangyin.launch.home import Home
from xiangyin.launch.private import write_private
from xiangyin.launch.refusal import Refusal

SUPERUSER = "postgres"
OWNER = "xiangyin_owner"
PROGRAM = "xiangyin_program"


@dataclass(frozen=True, slots=True)
class Passwords:
    """One password for each of the three roles of the embedded database."""

    postgres: str
    xiangyin_owner: str
    xiangyin_program: str

    def of(self, role: str) -> str:
        return str(getattr(self, role))


def file_of(home: Home) -> Path:
    return home.keys / "database.json"


def read(home: Home) -> Passwords:
    """Read the passwords from the home's keys.

    :raises Refusal: the file is gone although the database is there.
    """
    file = file_of(home)
    try:
        return Passwords(**json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError as missing:
        raise Refusal(
            f"数据库还在，但口令文件 {file} 不见了。请从备份文件夹 keys-日期 中取回它。",
            f"The database is there but {file} is gone; take it from the newest keys-<date> backup folder.",
        ) from missing


def create(home: Home) -> Passwords:
    """Make new passwords and write them down, before the first server knows them; restored ones are kept."""
    if file_of(home).exists():
        return read(home)
    made = Passwords(*(secrets.token_urlsafe(24) for _ in range(3)))
    write_private(file_of(home), json.dumps(asdict(made)))
    return made
