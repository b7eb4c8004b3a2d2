import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
SIGNALS = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]


@contextmanager
def interrupted_by_signals() -> Iterator[None]:
    """Treat Ctrl-C, a service manager's stop and a closed terminal alike: leave the block and say so.

    A second signal does not break the stopping off; that takes a bounded time.
    """
    for each in SIGNALS:
        if each.name != "SIGHUP" or signal.getsignal(each) is not signal.SIG_IGN:  # `nohup` outlives the terminal
            signal.signal(each, _interrupt)
    try:
        yield
    except KeyboardInterrupt:
        print("\n已全部停止。\n  Everything has been stopped.", flush=True)


def _interrupt(_: int, __: FrameType | None) -> None:
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt
