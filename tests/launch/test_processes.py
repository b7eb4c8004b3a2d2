import os
import signal
from pathlib import Path

import psutil

from tests.launch.conftest import python
from xiangyin.launch.home import Home
from xiangyin.launch.living import Living
from xiangyin.launch.processes import leftovers
from xiangyin.launch.processes.log import keep_short
from xiangyin.launch.processes.parent import SUPERVISED
from xiangyin.launch.processes.patience import LATEST_S, Patience


def test_a_log_is_kept_short_while_it_is_being_written(tmp_path: Path) -> None:
    log = tmp_path / "web.log"
    with log.open("ab", buffering=0) as stream:
        stream.write(b"early " * 20)
        keep_short(log, limit_bytes=100)
        stream.write(b"late")
        keep_short(log, limit_bytes=100)

    assert log.read_bytes() == b"late"
    assert (tmp_path / "web.log.1").read_bytes() == b"early " * 20


def test_patience_doubles_up_to_half_a_minute() -> None:
    patience = Patience()
    patience.started()

    waits = [patience.died() for _ in range(9)]

    assert waits[:3] == [0.5, 1.0, 2.0]
    assert waits[-1] == LATEST_S
    assert patience.deaths == 9
    assert not patience.over()


def test_a_number_given_again_is_not_taken_for_the_process_noted_down() -> None:
    ours = Living.of()

    assert ours.process() == psutil.Process()
    assert Living(ours.pid, ours.began_s - 60).process() is None


def test_nothing_is_cleared_away_that_merely_has_the_number_of_a_leftover(empty_home: Home) -> None:
    leftovers.note(empty_home, [Living(os.getpid(), 1.0)])

    assert leftovers.clear(empty_home) == 0


WAITING = """
import time
from xiangyin.launch.processes.parent import end_with_supervisor
end_with_supervisor()
print("ready", flush=True)
time.sleep(60)
"""


def test_a_child_notices_the_end_of_its_input_where_the_kernel_tells_nothing() -> None:
    with python(WAITING, **{SUPERVISED: "1"}) as child:  # not our number: as on a system that sends no signal
        assert child.stdout
        assert child.stdin
        assert child.stdout.readline() == "ready\n"

        child.stdin.close()

        assert child.wait(5) in {-signal.SIGTERM, signal.SIGTERM}
