"""An approved drill is frozen: its calls and expectations as they stand in the scenario, and a clock that still stands."""

import json

from xiangyin.readiness.models import Drill, Expectation, Inject
from xiangyin.readiness.rules.scenario.reading import read_scenario
from xiangyin.readiness.rules.scenario.values import Arrival
from xiangyin.shared.clock.models import Timeline
from xiangyin.shared.steps.taken import Taken


def prepare_drill(taken: Taken) -> None:
    """Make the drill's timeline and its injects; what is changed in the scenario afterwards changes nothing here."""
    drill: Drill = taken.subject
    drill.played_on = Timeline.objects.create(
        jurisdiction_id=drill.jurisdiction_id, name=drill.title[:80], stopped_at=drill.planned_at
    )
    drill.save(update_fields=["played_on"])
    text = read_scenario(json.dumps(drill.scenario.content).encode())
    for number, arrival in enumerate(text.arrivals, start=1):
        _keep(drill, number, arrival)


def _keep(drill: Drill, number: int, arrival: Arrival) -> None:
    call = arrival.call
    inject = Inject.objects.create(
        jurisdiction_id=drill.jurisdiction_id, drill=drill, number=number, key=arrival.key, about=arrival.about,
        at_min=arrival.at_min, title=call.title, text=call.text, channel=call.channel, place=call.place,
        affected=call.affected, is_sensitive=call.sensitive,
    )  # fmt: skip
    Expectation.objects.bulk_create(
        Expectation(
            jurisdiction_id=drill.jurisdiction_id, inject=inject, number=place, record=each.record, step=each.step,
            within_min=each.within_min,
        )
        for place, each in enumerate(arrival.expects, start=1)
    )  # fmt: skip
