"""Taking a scenario in: read whole, then kept with the hash of its file."""

import hashlib
import json
from datetime import datetime
from importlib import resources
from uuid import UUID

from xiangyin.readiness.models import Scenario
from xiangyin.readiness.rules.scenario.reading import read_scenario
from xiangyin.readiness.rules.scenario_steps import SCENARIO_STEPS
from xiangyin.shared.access.actor import Actor, machine
from xiangyin.shared.steps.command import Command
from xiangyin.shared.steps.take import open_record


def keep_scenario(raw: bytes, *, actor: Actor, command: Command, now: datetime) -> Scenario:
    """Keep a scenario from the bytes of its JSON file.

    :raises ScenarioInvalidError: the file cannot be played; every fault is named.
    :raises StepRefusedError: the officer may not.
    """
    text = read_scenario(raw)
    said = {"title": text.title, "sha256": hashlib.sha256(raw).hexdigest()}
    scenario = Scenario(content=json.loads(raw.decode("utf-8-sig")))
    told = Command(id=command.id, answers=said)
    return open_record(SCENARIO_STEPS, "keep", scenario, actor=actor, command=told, now=now)


def keep_shipped(jurisdiction_id: UUID, now: datetime) -> Scenario:
    """Keep the scenario that the product ships, so that a new office can play one in its first week."""
    raw = resources.files("xiangyin.readiness").joinpath("scenario.json").read_bytes()
    return keep_scenario(raw, actor=machine(jurisdiction_id, at=now), command=Command(), now=now)
