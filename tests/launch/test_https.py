import hashlib
import shutil
import ssl
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.launch.running import eventually, running
from xiangyin.launch.home import Home
from xiangyin.launch.https import self_made
from xiangyin.launch.https.find import find_certificate
from xiangyin.launch.https.names import office_names
from xiangyin.launch.refusal import Refusal


def read(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def test_pages_come_by_https_with_the_self_made_certificate(home: Home) -> None:
    with running(home, HTTPS="self") as started:
        started.says("证书指纹")
        for name in set(office_names()) - {"localhost", "127.0.0.1"}:
            started.says(f"https://{name}:{started.port}/")
        made = home.keys / "https-self.crt"
        trusting = ssl.create_default_context(cafile=str(made))

        def answer() -> str:
            address = f"https://localhost:{started.port}/"
            with urllib.request.urlopen(address, timeout=5, context=trusting) as page:
                return str(page.read().decode())

        assert "xiangyin_program" in answer()
        shown = ssl.PEM_cert_to_DER_cert(made.read_text())
        started.says(hashlib.sha256(shown).digest().hex(":").upper())
        with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            urllib.request.urlopen(f"https://localhost:{started.port}/", timeout=5)
        eventually(lambda: f"https://localhost:{started.port}/" in started.output.read_text())


def test_the_self_made_certificate_is_kept_and_names_this_machine(empty_home: Home) -> None:
    first = find_certificate({"HTTPS": "self"}, empty_home)
    again = find_certificate({"HTTPS": "self"}, empty_home)

    assert first
    assert first == again
    made = read(first.file)
    held = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    names = [*held.get_values_for_type(x509.DNSName), *map(str, held.get_values_for_type(x509.IPAddress))]
    assert sorted(names) == office_names()
    assert {"localhost", "127.0.0.1"} <= set(names)
    assert made.not_valid_after_utc - made.not_valid_before_utc == timedelta(days=825)
    assert first.key.stat().st_mode & 0o777 == 0o600


def test_a_new_one_is_made_before_the_old_one_ends_or_when_its_key_is_another(empty_home: Home) -> None:
    first = self_made.certificate(empty_home)
    kept = read(first.file)
    late = datetime.now(UTC) + timedelta(days=800)
    assert self_made.serves(kept, office_names(), datetime.now(UTC))
    assert not self_made.serves(kept, office_names(), late)
    assert not self_made.serves(kept, [*office_names(), "10.99.99.99"], datetime.now(UTC))

    shutil.copy(first.file, empty_home.keys / "saved.crt")
    first.key.unlink()
    second = self_made.certificate(empty_home)
    shutil.copy(empty_home.keys / "saved.crt", second.file)
    assert self_made.certificate(empty_home).fingerprint not in {first.fingerprint, second.fingerprint}


def test_a_given_key_in_the_older_form_is_understood(empty_home: Home) -> None:
    made = self_made.certificate(empty_home)
    key = generate_private_key(65537, 2048)
    file, secret = empty_home.root / "office.crt", empty_home.root / "office.key"
    now = datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "office")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, now, now + timedelta(days=9))
    file.write_bytes(builder.sign(key, SHA256()).public_bytes(Encoding.PEM))
    secret.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()))

    found = find_certificate({"HTTPS_CERT": str(file), "HTTPS_KEY": str(secret)}, empty_home)
    assert found
    assert found.key.read_text().startswith("-----BEGIN PRIVATE KEY-----")
    with pytest.raises(Refusal, match="不是证书"):
        find_certificate({"HTTPS_CERT": str(file), "HTTPS_KEY": str(made.key)}, empty_home)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"HTTPS": "yes"}, "只能是 self"),
        ({"HTTPS_CERT": "a.crt"}, "要一起给出"),
        ({"HTTPS_CERT": "absent.crt", "HTTPS_KEY": "absent.key"}, "读不了证书或密钥"),
    ],
)
def test_settings_that_do_not_fit_are_refused(empty_home: Home, told: dict[str, str], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        find_certificate(told, empty_home)
