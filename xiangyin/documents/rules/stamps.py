"""The columns that a step on a paper sets beside its state."""

from datetime import datetime
from typing import Any

from xiangyin.documents.models import Document
from xiangyin.documents.queries.documents import next_number
from xiangyin.documents.rules.kinds import KINDS
from xiangyin.documents.terms import Publicity
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.models import Mode

ENDS = ("。", "！", "？", "；", "：", "”", "）", "…")
VOID = {"reviewed_digest": "", "approved_digest": ""}


def drafted(paper: Document, actor: Actor, now: datetime) -> dict[str, Any]:
    publicity = Publicity.OPEN if KINDS[paper.kind].public else Publicity.ON_REQUEST
    return {"drafted_at": now, "drafted_by_id": actor.officer_id, "digest": paper.digest_now(), "publicity": publicity}


def edited(paper: Document, _actor: Actor, _now: datetime) -> dict[str, Any]:
    if KINDS[paper.kind].sourced:
        paper.body = "".join(map(_ended_sentence, (sentence for sentence, _source in paper.facts)))
    return VOID | {"body": paper.body, "digest": paper.digest_now()}


def _ended_sentence(sentence: str) -> str:
    said = sentence.strip()
    return said if not said or said.endswith(ENDS) else f"{said}。"


def voided(_paper: Document, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return dict(VOID)


def reviewed(paper: Document, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"reviewed_digest": paper.digest}


def approved(paper: Document, _actor: Actor, _now: datetime) -> dict[str, Any]:
    return {"approved_digest": paper.digest}


def issued(paper: Document, _actor: Actor, now: datetime) -> dict[str, Any]:
    """A paper of a drill counts in a series of its own and cannot be taken for an official one."""
    series = f"{Mode(paper.mode).series}{KINDS[paper.kind].word}"
    return {"issued_at": now, "number": next_number(series, paper.jurisdiction_id, now=now)}


def ended(_paper: Document, _actor: Actor, now: datetime) -> dict[str, Any]:
    return {"ended_at": now}
