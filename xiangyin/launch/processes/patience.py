import time

SOONEST_S = 0.5
LATEST_S = 30.0
STEADY_S = 60.0


class Patience:
    """How long to wait before a process that died is started again: twice as long each time, up to half a minute.

    A life of a minute makes good what was before.
    """

    def __init__(self) -> None:
        self.deaths = 0
        self._born = time.monotonic()
        self._again_at = 0.0

    def started(self) -> None:
        self._born = time.monotonic()

    def died(self) -> float:
        """Note a death and return the seconds until the next start."""
        lived = time.monotonic() - self._born
        self.deaths = 1 if lived > STEADY_S else self.deaths + 1
        wait_s = min(SOONEST_S * 2.0 ** (self.deaths - 1), LATEST_S)
        self._again_at = time.monotonic() + wait_s
        return wait_s

    def over(self) -> bool:
        return time.monotonic() >= self._again_at
