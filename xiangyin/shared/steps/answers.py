"""Checking and masking what a person answered, and writing it plainly for the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.stateful import Stateful
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.steps.asks import AnswerRefusedError, Ask, Pairs, Text
from xiangyin.shared.steps.long_texts import digest_of, is_long
from xiangyin.shared.steps.refusals import AnswersInvalidError


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


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers in their own types, and those that are not words already as people read them."""

    values: Mapping[str, Any]
    words: Mapping[str, str]


def in_words(asks: tuple[Ask, ...], answers: Mapping[str, Any], subject: Stateful, actor: Actor) -> dict[str, str]:
    """Choices, numbers, times and the like as people read them; texts are words already."""
    told = {ask.name: ask.told(answers[ask.name], subject, actor) for ask in asks if ask.shown and ask.name in answers}
    return {name: words for name, words in told.items() if words}


def plain(value: Any) -> Any:
    """One value as JSON can hold it."""
    if is_long(value):
        return digest_of(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return value
