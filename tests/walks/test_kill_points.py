"""Killed between any two statements and started again: nothing that was committed lacks what belongs to it (invariant 11)."""

import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from tests.conftest import NOON, _point
from tests.people import a_town
from tests.walks import killed
from tests.walks.chain import traces
from tests.walks.invariants import check_all
from xiangyin.shared.access.tenancy import within

POINTS = 24
NOTHING = {kind: Counter() for kind in ("acts", "clocks", "notices")}


@dataclass
class Scene:
    """A town set up in a database that is copied for each playing, and what an undisturbed playing leaves behind."""

    server: Any
    template: str
    place_id: UUID
    processes: Any
    statements: int = 0
    undisturbed: Any = None

    def play(self, name: str, die_before: int | None) -> int | None:
        """Play in a process of its own; its exit code, negative if it was killed."""
        from xiangyin.config.environment import database

        os.environ["ADDRESS_OF_THE_TEST"] = self.server.url("xiangyin_program", name)
        said = self.processes.SimpleQueue()
        arguments = (database("ADDRESS_OF_THE_TEST"), self.place_id, NOON, die_before, said)
        process = self.processes.Process(target=killed.run, args=arguments)
        process.start()
        process.join()
        self.statements = self.statements or (said.get() if process.exitcode == 0 else 0)
        return process.exitcode


@pytest.fixture(scope="module")
def scene(database_server, django_db_setup, django_db_blocker) -> Iterator[Scene]:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.walks.killed"])
    database_server.create_database("scene", template="template_xiangyin")
    with django_db_blocker.unblock():
        _point("default", database_server.url("xiangyin_program", "scene"))
        town = a_town(NOON)
        _point("default", database_server.url("xiangyin_program", "flow"))
        made = Scene(database_server, "scene", town.place.id, processes)
        with playing(made, "undisturbed"):
            assert made.play("undisturbed", None) == 0
            made.undisturbed = traces(made.place_id)
        yield made


class playing:  # noqa: N801 - reads as a verb where it is used
    """A copy of the scene, seen by this process for the length of the block."""

    def __init__(self, scene: Scene, name: str) -> None:
        self.scene, self.name = scene, name

    def __enter__(self) -> None:
        self.scene.server.create_database(self.name, template=self.scene.template)
        _point("default", self.scene.server.url("xiangyin_program", self.name))

    def __exit__(self, *_: object) -> None:
        _point("default", self.scene.server.url("xiangyin_program", "flow"))
        self.scene.server.drop_database(self.name)


@pytest.mark.parametrize("point", range(POINTS))
def test_killed_anywhere_and_started_again_the_chain_ends_as_if_nothing_had_been(scene, django_db_blocker, point):
    die_before = 1 + (scene.statements - 1) * point // (POINTS - 1)
    name = f"killed_{point}"
    with django_db_blocker.unblock(), playing(scene, name):
        assert scene.play(name, die_before) == -signal.SIGKILL
        with within(scene.place_id):
            check_all(scene.place_id)

        assert scene.play(name, None) == 0

        left = traces(scene.place_id)
        assert {kind: left[kind] - scene.undisturbed[kind] for kind in left} == NOTHING
        assert {kind: scene.undisturbed[kind] - left[kind] for kind in left} == NOTHING
        with within(scene.place_id):
            check_all(scene.place_id)
