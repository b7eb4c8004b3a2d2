"""Checking and masking what a person answered, and writing it plainly for the ledger."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.stateful import Stateful
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps.asks import AnswerRefusedError, Ask, Pairs, Text
from xiangyin.shared.steps.refusals import AnswersInvalidError

LEDGER_TEXT_CHARS = 400  # a longer text stands in its column; the ledger keeps its hash (rights.md 7)


def accepted(asks: tuple[Ask, ...], given: Mapping[str, Any], subject: Stateful, actor: Actor) -> dict[str, Any]:
    """Every answer in its own type, texts masked.

    :raises AnswersInvalidError: some are missing or do not fit.
    """
    answers: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for ask in asked_of(asks, subject):
        try:
            answers[ask.name] = _accepted(ask, given.get(ask.name), subject, actor)
        except AnswerRefusedError as refused:
            errors[ask.name] = str(refused)
    if errors:
        raise AnswersInvalidError(errors)
    return answers


def asked_of(asks: tuple[Ask, ...], subject: Any) -> list[Ask]:
    """What is asked of this very record."""
    return [ask for ask in asks if ask.needed(subject)]


def _accepted(ask: Ask, given: Any, subject: Stateful, actor: Actor) -> Any:
    answer = ask.clean(given, subject, actor)
    if ask.required and (answer is False or answer in (None, "", [])):  # 0 is an answer
        raise AnswerRefusedError(_("这一项必须填写。"))
    if isinstance(ask, Text) and ask.masked:
        return outside().mask(answer)
    if isinstance(ask, Pairs):
        return [[outside().mask(part) for part in row] for row in answer]
    return answer


def for_ledger(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as plain JSON; a long text as its hash and length."""
    return {name: plain(value) for name, value in answers.items() if value not in (None, "", [])}


def plain(value: Any) -> Any:
    """One value as JSON can hold it."""
    if isinstance(value, str) and len(value) > LEDGER_TEXT_CHARS:
        return {"sha256": hashlib.sha256(value.encode()).hexdigest(), "chars": len(value)}
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return value
