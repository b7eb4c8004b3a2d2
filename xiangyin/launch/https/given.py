"""A certificate that the office already has."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from xiangyin.launch.home import Home
from xiangyin.launch.https.certificate import Certificate
from xiangyin.launch.https.pem import fingerprint, key_text
from xiangyin.launch.private import write_private
from xiangyin.launch.refusal import Refusal


def certificate(file: Path, key: Path, home: Home) -> Certificate:
    """Check that the two belong together, and keep the key in the form that the web server reads.

    :raises Refusal: a file cannot be read, or the key is another certificate's.
    """
    loaded, secret = _loaded(file, key)
    if loaded.public_key() != secret.public_key():
        raise Refusal(f"{key} 不是证书 {file} 的密钥。", "The key is not that of the certificate.")
    ours = home.keys / "https-given.key"
    write_private(ours, key_text(secret))
    return Certificate(file, ours, fingerprint(loaded))


def _loaded(file: Path, key: Path) -> tuple[x509.Certificate, PrivateKeyTypes]:
    try:
        return x509.load_pem_x509_certificate(file.read_bytes()), load_pem_private_key(key.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise Refusal(
            f"读不了证书或密钥（需要 PEM 格式、不带密码）：{error}",
            "Cannot read the certificate or its key (PEM without a password).",
        ) from error
