from collections.abc import Iterator
from contextlib import contextmanager

from xiangyin.launch.home import Home
from xiangyin.launch.lock import try_lock
from xiangyin.launch.refusal import Refusal


@contextmanager
def only_one(home: Home) -> Iterator[None]:
    """Hold the home for one `run`; the operating system lets it go even after kill -9.

    :raises Refusal: another one runs.
    """
    held = try_lock(home.run / "run.lock")
    if held is None:
        raise Refusal(
            f"数据文件夹 {home.root} 的程序已经在运行。要再开一个，请用 XIANGYIN_HOME 另指一个文件夹。",
            "It is already running for this data folder; use another XIANGYIN_HOME for a second one.",
        )
    with held:
        yield
