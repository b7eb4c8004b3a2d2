"""Putting into the sealed store, taking out (each look logged) and destroying."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.sealed import cipher
from xiangyin.shared.sealed.models import Look, SealedChunk, SealedKey, SealedObject

CHUNK_BYTES = 1 << 20
EVIDENCE, PERSONAL, CONTACT = "evidence", "personal", "contact"
OF_PEOPLE = frozenset(
    {PERSONAL, CONTACT}
)  # keys over what tells of persons: opened with a reason, destroyed with the response


class SealBrokenError(Exception):
    """The sealed matter cannot be opened: its key was destroyed."""


def key_for(
    purpose: str, *, jurisdiction_id: UUID, now: datetime, dossier_id: UUID | None = None,
    destroy_after: datetime | None = None,
) -> SealedKey:  # fmt: skip
    """Make a new key; what is sealed under it can be destroyed with it."""
    key = SealedKey(
        jurisdiction_id=jurisdiction_id,
        purpose=purpose,
        dossier_id=dossier_id,
        made_at=now,
        destroy_after=destroy_after,
    )
    key.wrapped = cipher.encrypt(cipher.installation_key(), cipher.new_key(), place=key.id.bytes)
    key.save(force_insert=True)
    return key


def seal(pieces: Iterable[bytes], *, key: SealedKey, name: str, media_type: str, now: datetime) -> SealedObject:
    """Encrypt a stream of bytes, piece by piece, so that a large file never lies in memory whole."""
    sealed = SealedObject(
        jurisdiction_id=key.jurisdiction_id, key=key, name=name[:200], media_type=media_type, size=0, sealed_at=now
    )
    sealed.save(force_insert=True)
    secret, digest = _unwrapped(key), hashlib.sha256()
    for number, piece in enumerate(_rechunked(pieces)):
        digest.update(piece)
        sealed.size += len(piece)
        SealedChunk.objects.create(
            jurisdiction_id=key.jurisdiction_id, sealed=sealed, number=number,
            ciphertext=cipher.encrypt(secret, piece, place=_place(sealed, number)),
        )  # fmt: skip
    sealed.sha256 = digest.hexdigest()
    sealed.save(update_fields=["size", "sha256"])
    return sealed


def open_sealed(sealed: SealedObject, *, actor: Actor, why: str, now: datetime) -> Iterator[bytes]:
    """Return the bytes in pieces; the look is logged first.

    :raises SealBrokenError: the key was destroyed.
    """
    log_look("sealed", sealed.id, actor=actor, why=why, now=now)
    return unsealed(sealed)


def unsealed(sealed: SealedObject) -> Iterator[bytes]:
    """The bytes in pieces, for the machine's own work: no person sees them."""
    secret = _unwrapped(sealed.key)
    chunks = SealedChunk.objects.filter(sealed=sealed).order_by("number")
    return (
        cipher.decrypt(secret, bytes(chunk.ciphertext), place=_place(sealed, chunk.number))
        for chunk in chunks.iterator(chunk_size=8)
    )


def piece_of(sealed: SealedObject, number: int) -> bytes | None:
    """One piece, counted from 0, or None after the last: for the machine's work that takes more than one transaction.

    :raises SealBrokenError: the key was destroyed.
    """
    chunk = SealedChunk.objects.filter(sealed=sealed, number=number).first()
    if chunk is None:
        return None
    return cipher.decrypt(_unwrapped(sealed.key), bytes(chunk.ciphertext), place=_place(sealed, number))


def destroy(key: SealedKey, *, now: datetime) -> None:
    """Destroy a key: what it sealed stays as bytes that nobody can read. Destroyed once, it keeps its date."""
    if key.destroyed_at is not None:
        return
    key.wrapped, key.destroyed_at = None, now
    key.save(update_fields=["wrapped", "destroyed_at"])


def log_look(subject_kind: str, subject_id: UUID, *, actor: Actor, why: str, now: datetime) -> None:
    """Record that a person looked at a full text (rights.md 8)."""
    Look.objects.create(
        jurisdiction_id=actor.jurisdiction_id, at=now, officer_id=actor.person_id,
        subject_kind=subject_kind, subject_id=subject_id, why=why[:200],
    )  # fmt: skip


def _unwrapped(key: SealedKey) -> bytes:
    if key.wrapped is None:
        raise SealBrokenError("the key of this sealed matter was destroyed")
    return cipher.decrypt(cipher.installation_key(), bytes(key.wrapped), place=key.id.bytes)


def _place(sealed: SealedObject, number: int) -> bytes:
    return sealed.id.bytes + number.to_bytes(4, "big")


def _rechunked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        rest += piece
        while len(rest) >= CHUNK_BYTES:
            yield rest[:CHUNK_BYTES]
            rest = rest[CHUNK_BYTES:]
    if rest:
        yield rest
