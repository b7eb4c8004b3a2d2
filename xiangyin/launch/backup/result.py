import json
from dataclasses import asdict, dataclass

from xiangyin.launch.home import Home
from xiangyin.launch.private import write_private


@dataclass(frozen=True, slots=True)
class DumpResult:
    """How the last dump went. Times are ISO 8601 with their offset; `file` is a path, empty after a failure."""

    at: str
    took_s: float
    file: str
    size_bytes: int
    problem: str
    """A sentence for people; empty if all went well."""
    last_good_at: str
    """When a dump last succeeded; empty if none ever did."""

    @property
    def ok(self) -> bool:
        return not self.problem


def last_result(home: Home) -> DumpResult | None:
    """Read how the last dump went; None before the first one."""
    try:
        return DumpResult(**json.loads(home.last_dump.read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def write_result(home: Home, result: DumpResult) -> None:
    write_private(home.last_dump, json.dumps(asdict(result), ensure_ascii=False))
