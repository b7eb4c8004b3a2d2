import time
from collections.abc import Iterator
from contextlib import contextmanager

from xiangyin.launch.home import Home
from xiangyin.launch.processes import leftovers
from xiangyin.launch.processes.child import Child, Order
from xiangyin.launch.processes.log import keep_short
from xiangyin.launch.processes.patience import Patience

STOP_S = 10.0


class Post:
    """A place that is always to be filled: the child that fills it now, and the patience with those that die."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.patience = Patience()
        self.child: Child | None = None

    def fill(self) -> None:
        self.patience.started()
        self.child = Child(self.order)

    def bury(self, child: Child) -> None:
        child.end(STOP_S)
        self.child = None
        status, name = child.exit_status(), self.order.name
        print(
            f"{name} 意外结束（{status}），{self.patience.died():g} 秒后重新启动；日志：{self.order.log}\n"
            f"  {name} ended unexpectedly and will be started again.",
            flush=True,
        )


class Supervisor:
    """Keeps the children of `run` alive and ends them together."""

    def __init__(self, home: Home, orders: list[Order]) -> None:
        self._home = home
        self.posts = [Post(order) for order in orders]

    @contextmanager
    def running(self) -> Iterator[None]:
        """Start all children; whatever happens inside, none is left afterwards."""
        try:
            self.look_after()
            yield
        finally:
            self._end()

    def look_after(self) -> None:
        """Start what is not there and is due. Call it several times a second."""
        changed = [self._look_at(post) for post in self.posts]
        if any(changed):
            leftovers.note(self._home, [post.child.living for post in self.posts if post.child])

    def _look_at(self, post: Post) -> bool:
        if post.child is None:
            if due := post.patience.over():
                post.fill()
            return due
        keep_short(post.order.log)
        if dead := post.child.exit_status() is not None:
            post.bury(post.child)
        return dead

    def _end(self) -> None:
        """Ask all at once, then wait for each: the whole takes as long as the slowest."""
        children = [post.child for post in self.posts if post.child]
        for child in children:
            child.ask_to_stop()
        until = time.monotonic() + STOP_S
        for child in children:
            child.end(max(0.0, until - time.monotonic()))
        leftovers.note(self._home, [])
