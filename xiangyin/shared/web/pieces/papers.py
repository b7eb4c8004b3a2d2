"""Documents and statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """A signing record on a document; `kind` is “签名” (passkey) or “签署记录” (password click)."""

    name: str
    post: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it lies on the desk. `red_head` (GB/T 9704-2012) is empty for internal forms."""

    title: str
    paragraphs: Sequence[str]
    red_head: str = ""
    number: str = ""
    to: str = ""
    organ: str = ""
    date: str = ""
    publicity: str = ""
    attachments: Sequence[str] = ()
    signatures: Sequence[Signature] = ()
    digest: str = ""
    digest_algorithm: str = "SHA-256"
    place_of_paper: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction kept in sight: what is right now and the words that stood before."""

    at: datetime
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A published statement on a public page."""

    title: str
    organ: str
    issued_at: datetime
    paragraphs: Sequence[str]
    url: str = ""
    corrections: Sequence[Correction] = ()
