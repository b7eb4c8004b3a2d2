from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import Certificate


def key_text(key: PrivateKeyTypes) -> str:
    """Write the key as PEM, PKCS #8, without a password."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")


def fingerprint(certificate: Certificate) -> str:
    return certificate.fingerprint(SHA256()).hex(":").upper()
