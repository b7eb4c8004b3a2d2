"""Long texts: the ledger keeps their hash, the sealed store the words, so that no later edit loses them (rights.md 7)."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from xiangyin.shared.ledger.stateful import Stateful, dossier_of
from xiangyin.shared.sealed.store import key_for, seal
from xiangyin.shared.steps.asks import Ask
from xiangyin.shared.steps.command import Evidence

LEDGER_TEXT_CHARS = 400


def is_long(answer: Any) -> bool:
    return isinstance(answer, str) and len(answer) > LEDGER_TEXT_CHARS


def digest_of(text: str) -> dict[str, Any]:
    """What the ledger keeps of a long text."""
    return {"sha256": hashlib.sha256(text.encode()).hexdigest(), "chars": len(text)}


def sealed_texts(
    asks: tuple[Ask, ...], answers: Mapping[str, Any], subject: Stateful, *, now: datetime
) -> tuple[Evidence, ...]:
    """Seal every long answer under one key of the record's file."""
    long = [ask for ask in asks if is_long(answers.get(ask.name))]
    if not long:
        return ()
    key = key_for("text", jurisdiction_id=subject.jurisdiction_id, dossier_id=dossier_of(subject), now=now)
    kept = [
        seal([answers[ask.name].encode()], key=key, name=f"{ask.label}.txt", media_type="text/plain", now=now)
        for ask in long
    ]
    return tuple(Evidence(sealed_id=each.id, sha256=each.sha256, name=each.name) for each in kept)
