"""Whether a process noted down earlier still lives: the number alone is given again after a restart of the machine."""

from dataclasses import asdict, dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Living:
    """A process, known by its number and the second it began (seconds since 1970)."""

    pid: int
    began_s: float

    @classmethod
    def of(cls, pid: int | None = None) -> "Living":
        """Note down a running process, by default this one.

        :raises psutil.NoSuchProcess: it is gone already.
        """
        process = psutil.Process(pid)
        return cls(process.pid, process.create_time())

    def process(self) -> psutil.Process | None:
        """Find the process, if it is still the same one and not merely waiting to be reaped."""
        try:
            found = psutil.Process(self.pid)
            same = abs(found.create_time() - self.began_s) < 1.0
            return found if same and found.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None

    def as_row(self) -> dict[str, float]:
        return asdict(self)
