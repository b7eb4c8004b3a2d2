"""Encryption of the sealed store: AES-256-GCM, a key per upload or event, wrapped by the installation's key."""

import os
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


def encrypt(key: bytes, plain: bytes, *, place: bytes) -> bytes:
    """Encrypt; `place` binds the ciphertext to where it belongs, so that pieces cannot be exchanged."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, place)


def decrypt(key: bytes, sealed: bytes, *, place: bytes) -> bytes:
    """Undo `encrypt`.

    :raises cryptography.exceptions.InvalidTag: the bytes were changed or belong elsewhere.
    """
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)


def new_key() -> bytes:
    return AESGCM.generate_key(256)


def installation_key() -> bytes:
    """The key that wraps all others; its file lies outside the database and its dumps. Made at first use."""
    return _read_or_make(settings.SEALED_KEY_FILE)


@cache
def _read_or_make(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text(encoding="ascii"))
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = new_key()
        file.write(key.hex())
    return key
