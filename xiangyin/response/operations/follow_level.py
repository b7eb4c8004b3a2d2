"""A running response follows the level of its warning: who may end it depends on it."""

from xiangyin.response.queries.responses import active_response
from xiangyin.response.rules.response import RESPONSE_STEPS
from xiangyin.shared.steps.take import take
from xiangyin.shared.steps.taken import Taken


def follow_level(taken: Taken) -> None:
    """Give the event's running response the new colour."""
    response = active_response(taken.subject.event_id)
    if response is not None:
        command = taken.consequence(colour=taken.subject.colour)
        take(RESPONSE_STEPS, response.id, "regrade", actor=taken.machine, command=command, now=taken.now)
