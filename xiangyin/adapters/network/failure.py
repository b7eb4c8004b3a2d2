"""Why nothing came over the network."""

from xiangyin.monitoring.terms import FeedProblem


class FetchFailedError(Exception):
    """Nothing came: `problem` says why, `wait_s` how long the site asked us to stay away."""

    def __init__(self, problem: FeedProblem, detail: str = "", *, status: int = 0, wait_s: int = 0) -> None:
        super().__init__(f"{problem}: {detail or status}")
        self.problem, self.status, self.wait_s = problem, status, wait_s
        self.detail = detail or (str(status) if status else "")
