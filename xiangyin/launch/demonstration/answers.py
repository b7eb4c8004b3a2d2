"""Answers of the story, written as people say them: names instead of ids, “@first” for the only choice there is."""

from datetime import datetime
from typing import Any

from xiangyin.launch.demonstration.moments import moment
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.steps.asks import Ask, Choice, Moment


def understood(
    asks: tuple[Ask, ...], said: dict[str, Any], subject: Any, actor: Actor, *, now: datetime
) -> dict[str, Any]:
    """The answers as the step wants them."""
    by_name = {ask.name: ask for ask in asks}
    return {name: _one(by_name.get(name), value, subject, actor, now=now) for name, value in said.items()}


def _one(ask: Ask | None, value: Any, subject: Any, actor: Actor, *, now: datetime) -> Any:
    if isinstance(ask, Moment):
        return moment(value, now=now)
    if isinstance(ask, Choice) and isinstance(value, str):
        return _chosen(list(ask.options(subject, actor)), value)
    return value


def _chosen(options: list[tuple[Any, Any]], value: str) -> Any:
    if value == "@first":
        return options[0][0]
    named = [key for key, label in options if str(key) == value or str(label).startswith(value)]
    return named[0] if named else value
