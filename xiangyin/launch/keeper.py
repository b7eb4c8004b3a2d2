from collections.abc import Callable

from xiangyin.launch.postgres import Server
from xiangyin.launch.processes.patience import Patience
from xiangyin.launch.refusal import Refusal


def keep(server: Server | None) -> Callable[[], None]:
    """Give a function that starts the embedded server again whenever it has died; with an external one, nothing."""
    if server is None:
        return lambda: None
    patience = Patience()

    def look_after() -> None:
        if not server.running() and patience.over():
            _revive(server, patience)

    return look_after


def _revive(server: Server, patience: Patience) -> None:
    patience.died()
    print("数据库意外停止，正在重新启动。\n  The database has stopped and is being started again.", flush=True)
    try:
        server.start()
    except Refusal as refusal:
        print(refusal, flush=True)
    patience.started()
