"""A certificate that signs itself, for an office network without one."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from xiangyin.launch.home import Home
from xiangyin.launch.https.certificate import Certificate
from xiangyin.launch.https.names import office_names
from xiangyin.launch.https.pem import fingerprint, key_text
from xiangyin.launch.private import write_private

LIFE = timedelta(days=825)  # the longest that Apple's systems accept
RENEWED_BEFORE = timedelta(days=30)


def certificate(home: Home) -> Certificate:
    """Give the certificate kept in the home's keys; make a new one when it nearly ends or a name is missing in it."""
    file, key = home.keys / "https-self.crt", home.keys / "https-self.key"
    names, now = office_names(), datetime.now(UTC)
    kept = _kept(file, key)
    if kept is None or not serves(kept, names, now):
        kept = _make(file, key, names, now)
    return Certificate(file, key, fingerprint(kept))


def _kept(file: Path, key: Path) -> x509.Certificate | None:
    """None where there is none, or a kill came between the writing of the two files."""
    try:
        kept = x509.load_pem_x509_certificate(file.read_bytes())
        secret = load_pem_private_key(key.read_bytes(), password=None)
    except (FileNotFoundError, ValueError):
        return None
    return kept if kept.public_key() == secret.public_key() else None


def serves(kept: x509.Certificate, names: list[str], now: datetime) -> bool:
    held = kept.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return kept.not_valid_after_utc - now > RENEWED_BEFORE and {_name(text) for text in names} <= set(held)


def _make(file: Path, key: Path, names: list[str], now: datetime) -> x509.Certificate:
    secret = generate_private_key(SECP256R1())
    made = _builder(secret, names, now).sign(secret, SHA256())
    write_private(key, key_text(secret))
    write_private(file, made.public_bytes(Encoding.PEM).decode("ascii"))
    return made


def _builder(secret: EllipticCurvePrivateKey, names: list[str], now: datetime) -> x509.CertificateBuilder:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Xiangyin")])
    builder = x509.CertificateBuilder(subject, subject, secret.public_key(), x509.random_serial_number())
    dated = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now - timedelta(days=1) + LIFE)
    named = dated.add_extension(x509.SubjectAlternativeName([_name(text) for text in names]), critical=False)
    purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    return named.add_extension(purpose, critical=False).add_extension(x509.BasicConstraints(False, None), critical=True)


def _name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(text))
    except ValueError:
        return x509.DNSName(text)
