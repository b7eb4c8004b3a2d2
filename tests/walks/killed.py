"""A process that kills itself before its n-th statement, started from a server that has Django loaded."""

import os
import signal
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connection  # noqa: E402 - Django first

from tests.walks.chain import play  # noqa: E402


class Counting:
    """Counts statements; at the n-th the process dies without a word, as in a power cut."""

    def __init__(self, die_before: int | None) -> None:
        self.count, self.die_before = 0, die_before

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        self.count += 1
        if self.count == self.die_before:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def run(settings: dict[str, Any], place_id: UUID, start: datetime, die_before: int | None, said: Any) -> None:
    """Play the chain on a database; tell through `said` how many statements it took."""
    connection.settings_dict.update(settings)
    counting = Counting(die_before)
    with connection.execute_wrapper(counting):
        play(place_id, start)
    said.put(counting.count)
