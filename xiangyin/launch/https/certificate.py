from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Certificate:
    """PEM files: the certificate (with its chain) and its key, PKCS #8, which is what the web server reads."""

    file: Path
    key: Path
    fingerprint: str
    """SHA-256, in pairs of hexadecimal digits, as browsers show it."""
